"""The list, the timeline, the profiles and the downloads in a real browser."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ecosystem import seed
from tests import tiny
from tests.browser.conftest import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
CCI = "cci-cross-sector-social-innovation"
PROFILES = [CCI, "cluster-yard-of-nations-platform", "ai-act-authority-competences", "act-on-crisis", "young-mediators"]
MILESTONES = {
    "lt": ["2024 m. lapkričio 20 d.", "2025 m. vasario 28 d."],
    "en": ["20 November 2024", "28 February 2025"],
}
HOSTILE = "<script>alert(1)</script> **bold** [x](javascript:alert(2)) $a$ :red[y] <b>z</b> =cmd|' /C calc'!A0"


def test_a_title_leads_to_the_profile_in_the_same_tab_and_back_to_the_same_list(
    visit: Callable[..., Visit], address: str
) -> None:
    seen = visit(f"{address}/initiatives?lang=lt&theme=youth&sort=title")
    link = seen.page.locator(".st-key-list tbody a").nth(2)
    title = link.inner_text()
    link.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
    expect(seen.page).to_have_url(re.compile(r"/initiatives\?lang=lt&theme=youth&id="))
    expect(seen.page).to_have_title(f"{title} · Bendrakūra")
    assert len(seen.context.pages) == 1
    expect(seen.page.locator(".st-key-filter-theme")).to_have_count(0)
    seen.page.go_back()
    expect(seen.page.locator(".st-key-list tbody a").nth(2)).to_have_text(title)
    seen.page.go_forward()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
    seen.page.get_by_role("button", name="Visos iniciatyvos").click()
    expect(seen.page).to_have_url(re.compile(r"/initiatives\?lang=lt&theme=youth$"))


def test_the_list_turns_its_pages_and_each_order_starts_anew(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=en")
    rows = seen.page.locator(".st-key-list tbody tr")
    expect(rows).to_have_count(25)
    first = rows.first.inner_text()
    seen.page.get_by_role("button", name="Next").click()
    expect(seen.page.get_by_text("26–50 of 428")).to_be_visible()
    expect(rows.first).not_to_have_text(first)
    expect(seen.page.get_by_role("button", name="Next")).to_be_focused()
    seen.page.get_by_role("button", name="Order: Latest start first").click()
    seen.page.get_by_test_id("stPopoverBody").get_by_role("radio", name="By title").click()
    expect(seen.page.get_by_text("1–25 of 428")).to_be_visible()
    expect(seen.page).to_have_url(re.compile(r"sort=title"))


def test_columns_are_chosen_and_stand_in_the_address(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=en&columns=amount&columns=themes")
    heads = seen.page.locator(".st-key-list thead th")
    expect(heads).to_have_text(["Title", "Total budget", "Themes"])
    seen.page.get_by_role("button", name="Columns").click()
    seen.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Status").click()
    expect(heads).to_have_text(["Title", "Status", "Total budget", "Themes"])
    expect(seen.page).to_have_url(re.compile("columns=status"))


def test_the_timeline_is_drawn_and_keeps_the_undated_apart(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=lt")
    seen.page.get_by_role("tab", name="Laiko juosta").click()
    seen.painted(1)
    expect(seen.page).to_have_url(re.compile("tab=time"))
    expect(seen.page.get_by_text("157 iniciatyvos nenurodo pradžios", exact=False).first).to_be_visible()
    seen.page.get_by_text("157 iniciatyvos be nurodytos pradžios").click()
    expect(seen.page.locator(".st-key-undated-rows tbody tr")).to_have_count(25)
    seen.page.get_by_role("tab", name="Sąrašas").click()
    expect(seen.page.locator(".st-key-list tbody tr")).to_have_count(25)


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize("initiative_id", PROFILES)
def test_a_profile_opens_by_its_address(
    visit: Callable[..., Visit], address: str, initiative_id: str, language: str
) -> None:
    seen = visit(f"{address}/initiatives?lang={language}&id={initiative_id}", width=390 if language == "en" else 1440)
    rows = {row["initiative_id"]: row for row in csv.DictReader((seed.DATA / "initiatives.csv").open(encoding="utf-8"))}
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(rows[initiative_id][f"title_{language}"])
    expect(seen.page.get_by_role("heading", level=1)).to_have_count(1)
    for day in MILESTONES[language] if initiative_id == CCI else []:
        expect(seen.page.get_by_text(day).first).to_be_visible()
    assert not seen.overflows()
    assert seen.language() == language


def test_a_related_initiative_is_one_click_away(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/initiatives?lang=en&id={CCI}&theme=youth")
    seen.page.get_by_role("link", name="Strengthening the Lithuanian defence ecosystem").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Strengthening the Lithuanian defence ecosystem")
    seen.page.get_by_role("link", name="Enhancing collaboration between cultural").click()
    expect(seen.page.get_by_role("heading", level=1)).to_contain_text("Enhancing collaboration")
    seen.page.get_by_role("link", name="Ministry of Culture of the Republic of Lithuania").first.click()
    expect(seen.page).to_have_url(re.compile(r"/initiatives\?lang=en&organisation=lrkm$"))
    expect(seen.page.get_by_text("27 initiatives of 428", exact=False).first).to_be_visible()


def test_downloads_hold_the_rows_of_the_page(visit: Callable[..., Visit], address: str, tmp_path: Path) -> None:
    seen = visit(f"{address}/initiatives?lang=lt&theme=ageing&county=LT022&sort=title")
    titles = seen.page.locator(".st-key-list tbody a").all_inner_texts()
    taken = {}
    for name in ("CSV", "XLSX", "JSON"):
        with seen.page.expect_download() as started:
            seen.page.get_by_role("button", name=name).click()
        taken[name] = tmp_path / started.value.suggested_filename
        started.value.save_as(taken[name])
    assert [row["title_lt"] for row in csv.DictReader(taken["CSV"].open(encoding="utf-8", newline=""))] == titles
    assert [row["title_lt"] for row in json.loads(taken["JSON"].read_text("utf-8"))["rows"]] == titles
    assert taken["XLSX"].read_bytes()[:2] == b"PK"
    assert taken["XLSX"].name.startswith("iniciatyvos-")


def test_hostile_text_stays_text(visit: Callable[..., Visit], tmp_path: Path) -> None:
    long, turned = "ilgas" * 1000, "\u202egnirts\u202c abc"
    changes = {"initiatives": [dict(row) for row in tiny.TABLES["initiatives"]]}
    changes["initiatives"][0] |= {"title_lt": HOSTILE, "description_lt": HOSTILE, "payer_lt": HOSTILE}
    changes["initiatives"][0] |= {"website": "javascript:alert(3)", "source_url": "javascript:alert(4)"}
    changes["initiatives"][1] |= {"title_lt": long}
    changes["initiatives"][5] |= {"title_lt": turned}
    path = tmp_path / "ecosystem.duckdb"
    seed.build(tiny.write(tmp_path / "data", changes), path)
    with served(path) as hostile:
        seen = visit(f"{hostile}/initiatives?lang=lt&sort=title")
        expect(seen.page.get_by_role("link", name=HOSTILE)).to_be_visible()
        assert not seen.overflows()
        seen.page.get_by_role("link", name=HOSTILE).click()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
        assert seen.page.locator("a[href^='javascript']").count() == 0
        for id_, width in (("b", 1440), ("b", 390), ("f", 390)):
            seen.page.set_viewport_size({"width": width, "height": 900})
            seen.page.goto(f"{hostile}/initiatives?lang=lt&id={id_}")
            expect(seen.page.get_by_role("heading", level=1)).to_be_visible()
            seen.settled()
            assert not seen.overflows(), (id_, width)
        seen.page.goto(f"{hostile}/initiatives?lang=lt&tab=time")
        seen.painted(1)
        expect(seen.page.locator(".js-plotly-plot").get_by_text("<script>alert(1)", exact=False).first).to_be_visible()
        seen.page.goto(f"{hostile}/?lang=lt")
        expect(seen.page.locator(".st-key-payers").get_by_text("<b>z</b>", exact=False).first).to_be_visible()
        seen.finish()
