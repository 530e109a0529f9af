"""Every page in both languages, as a visitor sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
CHARTS = 11
AS_OF_LT, AS_OF_EN = "2026-11-24 duomenys iš viešų puslapių", "Data as of 24 Nov 2026, from public pages"
PAGES = [
    ("/?lang=lt", "lt", "Apžvalga", ["428", "Kada iniciatyvos prasidėjo", AS_OF_LT]),
    ("/?lang=en", "en", "Overview", ["428", "When initiatives started", AS_OF_EN]),
    ("/map?lang=lt", "lt", "Žemėlapis", ["428 iniciatyvos", "Žemėlapyje nepažymėta: 256", "data nenurodyta", AS_OF_LT]),
    ("/map?lang=en", "en", "Map", ["428 initiatives", "Not on the map: 256", "date not stated", AS_OF_EN]),
    ("/initiatives?lang=lt", "lt", "Iniciatyvos", ["428 iniciatyvos", "Renkuosi oriai", AS_OF_LT]),
    ("/initiatives?lang=en", "en", "Initiatives", ["428 initiatives", "I choose dignity", AS_OF_EN]),
    (
        "/method?lang=lt",
        "lt",
        "Metodas",
        ["Kas įtraukiama", "Socialine inovacija čia laikomas", AS_OF_LT],
    ),
    (
        "/method?lang=en",
        "en",
        "Method",
        ["What counts", "A social innovation here is", AS_OF_EN],
    ),
]


@pytest.mark.parametrize(("path", "language", "title", "texts"), PAGES)
@pytest.mark.parametrize("width", [1440, 390])
def test_a_page_shows_its_content_in_its_language(
    visit: Callable[..., Visit], address: str, path: str, language: str, title: str, texts: list[str], width: int
) -> None:
    seen = visit(address + path, width=width, locale="en-US" if language == "lt" else "lt-LT")
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
    expect(seen.page).to_have_title(f"{title} · Bendrakūra")
    for text in texts:
        expect(seen.page.get_by_text(text).first).to_be_visible()
    assert seen.language() == language
    assert not seen.overflows()


def test_the_overview_draws_its_charts_and_names_them_in_words(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt")
    seen.painted(CHARTS)
    expect(seen.page.get_by_label("Daugiausia prasidėjo 2020 m.: 36 iniciatyvos.")).to_be_visible()


def test_the_first_visit_of_a_new_server_may_be_a_deep_link(visit: Callable[..., Visit], tmp_path: Path) -> None:
    with served(tmp_path / "ecosystem.duckdb") as fresh:
        seen = visit(f"{fresh}/method?lang=lt", locale="en-US")
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Metodas")
        assert seen.language() == "lt"
        seen.finish()


@pytest.mark.parametrize(("locale", "language"), [("lt-LT", "lt"), ("en-US", "en"), ("de-DE", "en")])
def test_without_a_language_in_the_address_the_browsers_is_taken(
    visit: Callable[..., Visit], address: str, locale: str, language: str
) -> None:
    seen = visit(f"{address}/", locale=locale)
    expect(seen.page).to_have_url(re.compile(rf"/\?lang={language}$"))
    expect(seen.page.get_by_role("heading", level=1)).to_have_text({"lt": "Apžvalga", "en": "Overview"}[language])
    assert seen.language() == language


@pytest.mark.parametrize(
    ("query", "language"),
    [("lang=LT", "lt"), ("lang=lt-LT", "lt"), ("lang=lt&lang=en", "en"), ("lang=", "en"), ("lang=xx", "en")],
)
def test_odd_languages_are_understood_alike_by_page_and_document(
    visit: Callable[..., Visit], address: str, query: str, language: str
) -> None:
    seen = visit(f"{address}/method?{query}", locale="lt-LT")
    expect(seen.page.get_by_role("heading", level=1)).to_have_text({"lt": "Metodas", "en": "Method"}[language])
    assert seen.language() == language


def test_an_unknown_address_still_shows_the_dashboard(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/method/nowhere?lang=lt", tolerate=("does not seem to exist",))
    expect(seen.page.get_by_role("heading", level=1)).to_be_visible()


def test_the_switch_changes_address_words_and_language_and_back_undoes_it(
    visit: Callable[..., Visit], address: str
) -> None:
    seen = visit(f"{address}/method?lang=lt&tab=sources")
    expect(seen.page.get_by_role("tab", name="Šaltiniai ir licencijos")).to_have_attribute("aria-selected", "true")
    seen.page.get_by_role("radio", name="English").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Method")
    expect(seen.page.get_by_role("tab", name="Sources and licences")).to_have_attribute("aria-selected", "true")
    expect(seen.page).to_have_url(re.compile(r"lang=en"))
    assert seen.language() == "en"
    seen.page.go_back()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Metodas")
    expect(seen.page.get_by_role("radio", name="Lietuvių")).to_be_checked()
    assert seen.language() == "lt"


def test_the_language_stays_from_page_to_page(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=en", locale="lt-LT")
    seen.page.get_by_text("About", exact=True).click()
    seen.page.get_by_role("menuitem", name="Method").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Method")
    expect(seen.page).to_have_url(re.compile(r"/method\?lang=en$"))
    assert seen.language() == "en"


def test_a_question_leads_to_its_tab_and_a_tab_writes_itself_into_the_address(
    visit: Callable[..., Visit], address: str
) -> None:
    seen = visit(f"{address}/?lang=en")
    seen.page.get_by_role("link", name="How is each figure counted?").click()
    expect(seen.page.get_by_role("tab", name="How figures are counted")).to_have_attribute("aria-selected", "true")
    seen.page.get_by_role("tab", name="Data model").click()
    expect(seen.page).to_have_url(re.compile(r"tab=model"))
    expect(seen.page.get_by_role("cell", name="initiative_partners")).to_be_visible()


def test_the_table_of_a_chart_opens_by_keyboard(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=en")
    fold = seen.page.locator(".st-key-funds-table summary")
    fold.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("cell", name="EEA/Norway grants")).to_be_visible()


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(16, 25, 31)")])
def test_the_theme_follows_the_system_down_to_the_charts(
    visit: Callable[..., Visit], address: str, scheme: str, ground: str
) -> None:
    seen = visit(f"{address}/?lang=lt", scheme=scheme)
    seen.painted(CHARTS)
    expect(seen.page.locator('[data-testid="stApp"]')).to_have_css("background-color", ground)
    bar = {"light": "rgb(11, 90, 120)", "dark": "rgb(98, 190, 219)"}[scheme]
    expect(seen.page.locator(".st-key-years .point path").first).to_have_css("fill", bar)


def test_the_font_is_our_own(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt")
    assert seen.page.evaluate("document.fonts.check('16px \"IBM Plex Sans\"')")
    loaded = "[...document.fonts].filter(f => f.family.includes('Plex') && f.status === 'loaded').length"
    assert seen.page.evaluate(loaded) >= 2
