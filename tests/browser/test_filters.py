"""The filters in a real browser: address, history, clicks in quick succession, keyboard, focus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
DEEP = "/initiatives?lang=lt&theme=youth&county=LT022&year_from=2018"
COUNT = re.compile(r"^\d+ iniciatyv")


def asked(seen: Visit) -> dict[str, list[str]]:
    """The parameters of the address, the language aside."""
    return {name: values for name, values in parse_qs(urlsplit(seen.page.url).query).items() if name != "lang"}


def opened(seen: Visit, name: str) -> Locator:
    """The popover of a filter, opened."""
    seen.page.locator(f".st-key-filter-{name} button").first.click()
    body = seen.page.get_by_test_id("stPopoverBody")
    expect(body.get_by_role("button").first).to_be_visible()
    return body


def closed(seen: Visit) -> None:
    seen.page.keyboard.press("Escape")
    expect(seen.page.get_by_test_id("stPopoverBody")).to_have_count(0)


def chips(seen: Visit) -> Locator:
    return seen.page.locator("[class*='st-key-chip-'] button")


def address_is(seen: Visit, **parameters: list[str]) -> None:
    """Wait until the address holds exactly these parameters."""
    query = "&".join(f"{name}={value}" for name, values in parameters.items() for value in values)
    expect(seen.page).to_have_url(re.compile(rf"\?lang=(lt|en)&{query}$" if query else r"\?lang=(lt|en)$"))
    assert asked(seen) == parameters


def test_an_open_filter_changes_its_language_with_the_page(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=en")
    opened(seen, "theme")
    seen.page.get_by_text("Lietuvių").click()
    expect(seen.page.locator(".st-key-filter-theme button").first).to_contain_text("Tema")


@pytest.mark.parametrize("language", ["lt", "en"])
def test_a_deep_link_with_three_filters_opens_cold(visit: Callable[..., Visit], address: str, language: str) -> None:
    seen = visit(address + DEEP.replace("lt", language, 1))
    expect(chips(seen)).to_have_count(3)
    first = {"lt": "Tema: Jaunimas", "en": "Theme: Youth"}[language]
    expect(chips(seen).first).to_contain_text(first)
    expect(seen.page.locator(".st-key-filter-theme")).to_contain_text(first)
    expect(seen.page.get_by_text({"lt": "iš 428", "en": "of 428"}[language]).first).to_be_visible()


def test_a_link_holds_when_the_language_is_switched_and_back(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(address + DEEP)
    before, rows = asked(seen), seen.page.locator(".st-key-list tbody tr")
    number = rows.count()
    seen.page.get_by_role("radio", name="English").click()
    expect(chips(seen).first).to_contain_text("Theme: Youth")
    assert (asked(seen), rows.count()) == (before, number)
    seen.page.get_by_role("radio", name="Lietuvių").click()
    expect(chips(seen).first).to_contain_text("Tema: Jaunimas")
    assert (asked(seen), rows.count()) == (before, number)


def test_counts_change_with_another_filter_and_stay_with_the_own(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=lt")
    body = opened(seen, "theme")
    youth = body.get_by_role("button", name="Jaunimas")
    expect(youth).to_have_text("Jaunimas 101")
    youth.click()
    expect(body.get_by_role("button", name="Senėjimas")).to_have_text("Senėjimas 43")
    closed(seen)
    body = opened(seen, "sector")
    body.get_by_role("button", name="Sveikata").click()
    address_is(seen, theme=["youth"], sector=["health"])
    closed(seen)
    body = opened(seen, "theme")
    expect(body.get_by_role("button", name="Jaunimas")).not_to_have_text("Jaunimas 101")


def test_a_malformed_link_works_and_says_what_it_dropped(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=en&theme=youth&theme=yuoth&year_from=soon&municipality=53&county=LT011")
    warning = seen.page.get_by_test_id("stAlert")
    for words in (
        "Theme “yuoth” (no such value)",
        "From year “soon”",
        "Municipality “53” (not in the chosen counties)",
    ):
        expect(warning).to_contain_text(words)
    expect(chips(seen)).to_have_count(2)


def test_after_a_reset_nothing_comes_back(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=lt")
    opened(seen, "theme").get_by_role("button", name="Jaunimas").click()
    address_is(seen, theme=["youth"])
    closed(seen)
    seen.page.get_by_role("button", name="Išvalyti").click()
    address_is(seen)
    seen.page.get_by_role("radio", name="English").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Initiatives")
    expect(chips(seen)).to_have_count(0)
    address_is(seen)
    expect(opened(seen, "theme").get_by_role("button", name="Youth")).to_have_text("Youth 101")


def test_back_and_forward_take_three_steps_over_two_pages(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt")
    opened(seen, "theme").get_by_role("button", name="Jaunimas").click()
    address_is(seen, theme=["youth"])
    closed(seen)
    to_initiatives(seen)
    address_is(seen, theme=["youth"])
    opened(seen, "sector").get_by_role("button", name="Sveikata").click()
    address_is(seen, theme=["youth"], sector=["health"])
    closed(seen)
    expect(seen.page.locator(".st-key-filter-sector")).to_contain_text("Sektorius: Sveikata")
    seen.page.go_back()
    address_is(seen, theme=["youth"])
    expect(chips(seen)).to_have_count(1)
    seen.page.go_back()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Apžvalga")
    seen.page.go_back()
    expect(chips(seen)).to_have_count(0)
    seen.page.go_forward()
    expect(chips(seen)).to_have_count(1)
    seen.page.go_forward()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Iniciatyvos")
    seen.page.go_forward()
    address_is(seen, theme=["youth"], sector=["health"])
    expect(chips(seen)).to_have_count(2)


def to_initiatives(seen: Visit) -> None:
    """By the top navigation, which drops the query."""
    seen.page.get_by_text("Duomenys", exact=True).first.click()
    seen.page.get_by_role("menuitem", name="Iniciatyvos").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Iniciatyvos")


def test_the_navigation_keeps_filters_and_language(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt&theme=youth&scope=national", locale="en-US")
    to_initiatives(seen)
    address_is(seen, theme=["youth"], scope=["national"])
    expect(chips(seen)).to_have_count(2)
    assert seen.language() == "lt"


def test_two_filters_picked_within_one_round_trip_both_hold(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt")
    body = opened(seen, "theme")
    # Both clicks leave the browser before the server can answer the first.
    body.get_by_role("button", name="Jaunimas").evaluate(
        """async (first, name) => {
            const pills = [...first.parentElement.querySelectorAll('button')];
            first.click();
            await new Promise(done => setTimeout(done));
            pills.find(pill => pill.textContent.startsWith(name)).click();
        }""",
        "Negalia",
    )
    expect(chips(seen)).to_have_count(2)
    assert asked(seen) == {"theme": ["disability", "youth"]}


def test_a_filter_opened_while_another_is_under_way_does_not_undo_it(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=lt")
    body = opened(seen, "theme")
    body.get_by_role("button", name="Jaunimas").evaluate(
        """async pill => {
            pill.click();
            await new Promise(done => setTimeout(done));
            document.querySelector('.st-key-filter-sector button').click();
        }"""
    )
    expect(chips(seen)).to_have_count(1)
    expect(seen.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Sveikata")).to_be_visible()
    assert asked(seen) == {"theme": ["youth"]}


def focus(seen: Visit) -> str:
    """What has the focus, in words; BODY when it is lost."""
    return str(seen.page.evaluate("document.activeElement.innerText || document.activeElement.tagName"))


def test_the_keyboard_alone_filters_takes_chips_off_and_resets(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=lt")
    page = seen.page
    page.locator(".st-key-filter-theme button").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stPopoverBody").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(chips(seen)).to_have_count(1)
    expect(page.get_by_test_id("stPopoverBody").get_by_role("button").first).to_be_focused()
    # Pills are one stop of the Tab key; the arrows go from one to the next.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(chips(seen)).to_have_count(2)
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-filter-theme button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-filter-theme button").first).to_be_focused()
    chips(seen).first.focus()
    page.keyboard.press("Enter")
    expect(chips(seen)).to_have_count(1)
    expect(chips(seen).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(chips(seen)).to_have_count(0)
    expect(page.get_by_role("button", name="Išvalyti")).to_be_focused()
    page.keyboard.press("Enter")
    address_is(seen)
    assert "Išvalyti" in focus(seen)


def test_words_and_years_are_typed(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=lt")
    seen.page.locator(".st-key-filter-more button").first.click()
    seen.page.get_by_label("Žodžiai pavadinimuose").fill("svietimas")
    seen.page.keyboard.press("Enter")
    address_is(seen, q=["svietimas"])
    expect(seen.page.get_by_text("23 iniciatyvos iš 428", exact=True)).to_be_visible()
    closed(seen)
    seen.page.locator(".st-key-filter-years button").first.click()
    seen.page.get_by_label("Nuo metų").fill("2030")
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("heading", name="Pagal šiuos filtrus nieko neužfiksuota")).to_be_visible()
    closed(seen)
    seen.page.get_by_role("button", name=re.compile("be „Pradžia")).click()
    address_is(seen, q=["svietimas"])


@pytest.mark.parametrize("width", [1440, 390])
def test_everything_works_with_the_network_unplugged(visit: Callable[..., Visit], address: str, width: int) -> None:
    # No other host can be reached in these tests, and a request to one fails the visit.
    seen = visit(f"{address}/initiatives?lang=lt", width=width)
    opened(seen, "theme").get_by_role("button", name="Jaunimas").click()
    address_is(seen, theme=["youth"])
    closed(seen)
    assert not seen.overflows()
