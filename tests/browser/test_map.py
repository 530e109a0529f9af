"""The map in a real browser: clicks on areas and symbols, the same by keyboard, the boundaries it draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ecosystem import seed
from tests.browser.test_filters import address_is
from tests.ecosystem.selection.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
ORACLE = Oracle(seed.DATA)
KAUNAS_CITY, KAUNAS_COUNTY = "19", "LT022"
# The middle of an area on the screen, by its code; the last drawn of several.
MIDDLE = """code => {
    const drawn = [...document.querySelectorAll('.choroplethlayer path')].filter(p => p.__data__?.loc === code);
    const box = drawn.at(-1).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
# Shades of the areas on the screen, by code.
SHADES = """() => Object.fromEntries([...document.querySelectorAll('.choroplethlayer path')]
    .filter(path => path.__data__).map(path => [path.__data__.loc, getComputedStyle(path).fill]))"""


def records(place: str, code: str) -> int:
    """The initiatives of the default selection in a county or municipality, counted without the dashboard."""
    default = {id_ for id_, row in ORACLE.rows.items() if row["relevance"] in ("core", "related")}
    return sum(1 for id_ in default if any(code in at for at in ORACLE.places[place].get(id_, ())))


def mapped(visit: Callable[..., Visit], address: str, **how: object) -> Visit:
    seen = visit(address, **how)
    seen.painted(1)
    expect(seen.page.locator(".choroplethlayer path").first).to_be_attached()
    return seen


def click(seen: Visit, code: str) -> None:
    """Click on an area, once its map stands still."""
    seen.settled()
    seen.painted(1)
    expect(seen.page.locator(".choroplethlayer path").first).to_be_attached()
    seen.page.mouse.click(*seen.page.evaluate(MIDDLE, code))


@pytest.mark.parametrize(("language", "scheme"), [("lt", "light"), ("en", "dark")])
def test_a_click_on_kaunas_city_narrows_list_and_figures_and_a_second_frees(
    visit: Callable[..., Visit], address: str, language: str, scheme: str
) -> None:
    seen = mapped(visit, f"{address}/map?lang={language}&level=municipality", scheme=scheme)
    number = records("takes-place", KAUNAS_CITY)
    of, figure = {"lt": ("iš 428", "Iniciatyvos"), "en": ("of 428", "Initiatives")}[language]
    value = seen.page.get_by_test_id("stMetric").filter(has_text=figure).get_by_test_id("stMetricValue").first
    rows = seen.page.locator(".st-key-list tbody tr")
    expect(value).to_have_text("428")
    expect(rows).to_have_count(25)
    click(seen, KAUNAS_CITY)
    address_is(seen, level=["municipality"], municipality=[KAUNAS_CITY])
    expect(seen.page.locator(".st-key-chips").get_by_text(of)).to_be_visible()
    expect(value).to_have_text(str(number))
    expect(rows).to_have_count(number)
    expect(seen.page.get_by_text(f"{number} {of}").first).to_be_visible()
    click(seen, KAUNAS_CITY)
    address_is(seen, level=["municipality"])
    expect(value).to_have_text("428")
    expect(rows).to_have_count(25)


def test_the_same_by_keyboard_through_the_table_keeping_the_focus(visit: Callable[..., Visit], address: str) -> None:
    seen = mapped(visit, f"{address}/map?lang=lt&level=municipality")
    link = seen.page.locator(".st-key-areas a").filter(has_text="Kauno m. sav.")
    link.focus()
    for _ in range(2):
        seen.page.keyboard.press("Enter")
        address_is(seen, level=["municipality"], municipality=[KAUNAS_CITY])
        expect(seen.page.locator(".st-key-list tbody tr")).to_have_count(records("takes-place", KAUNAS_CITY))
        seen.settled()
        expect(link).to_be_focused()
        seen.page.keyboard.press("Enter")
        address_is(seen, level=["municipality"])
        expect(seen.page.locator(".st-key-list tbody tr")).to_have_count(25)
        seen.settled()
        expect(link).to_be_focused()
    assert len(seen.context.pages) == 1


def test_a_county_a_symbol_and_the_switches_lead_to_their_records(visit: Callable[..., Visit], address: str) -> None:
    seen = mapped(visit, f"{address}/map?lang=en")
    # Its middle, and no symbol on it.
    click(seen, "LT029")
    address_is(seen, county=["LT029"])
    expect(seen.page.get_by_text(f"chosen: {records('takes-place', 'LT029')} of 428")).to_be_visible()
    seen.settled()
    seen.painted(1)
    largest = seen.page.locator(".scattergeo path.point").first
    box = largest.bounding_box()
    assert box
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    address_is(seen, municipality=["13"])
    seen.page.get_by_role("radio", name="Led from").click()
    expect(seen.page.get_by_text(f"chosen: {records('led-from', '13')} of 428")).to_be_visible()
    address_is(seen, municipality=["13"], place=["led-from"])
    seen.page.get_by_role("radio", name="Municipalities").click()
    expect(seen.page.get_by_role("heading", name="Initiatives by municipality")).to_be_visible()
    seen.page.get_by_role("button", name="Shows: Number of initiatives").click()
    seen.page.get_by_test_id("stPopoverBody").get_by_role("radio", name="Budgets stated").click()
    expect(seen.page.get_by_role("heading", name="Budgets that initiatives state, by municipality")).to_be_visible()
    expect(seen.page).to_have_url(re.compile("level=municipality&measure=amount$"))


def test_every_link_of_the_tray_opens_exactly_its_records(visit: Callable[..., Visit], address: str) -> None:
    seen = mapped(visit, f"{address}/map?lang=en")
    rows = seen.page.locator(".st-key-tray tbody tr")
    told = [row.split("\t") for row in rows.all_inner_texts()]
    assert sum(int(number) for _, number in told) == 428 - 172
    for position, (_, number) in enumerate(told[:3]):
        seen.page.locator(".st-key-tray a").nth(position).click()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Initiatives")
        expect(seen.page.get_by_text(f"{number} initiatives of 428").first).to_be_visible()
        seen.page.go_back()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Map")
        expect(rows).to_have_count(len(told))


def test_from_a_theme_without_records_in_a_county_to_the_ways_out(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/map?lang=lt&tab=themes", width=390)
    cell = seen.page.locator(".st-key-themes tbody tr").last.get_by_role("link", name="neužfiksuota").first
    cell.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("heading", name="Pagal šiuos filtrus nieko neužfiksuota")).to_be_visible()
    assert not seen.overflows()


def test_a_place_without_records_keeps_the_map_and_a_second_click_frees_it(
    visit: Callable[..., Visit], address: str
) -> None:
    seen = mapped(visit, f"{address}/map?lang=lt&theme=road-safety&symbols=none")
    click(seen, KAUNAS_COUNTY)
    expect(seen.page.get_by_role("heading", name="Pagal šiuos filtrus nieko neužfiksuota")).to_be_visible()
    click(seen, KAUNAS_COUNTY)
    address_is(seen, theme=["road-safety"], symbols=["none"])
    expect(seen.page.locator(".st-key-list tbody tr")).to_have_count(2)


@pytest.mark.parametrize("codes", [["LT029", "LT028"], ["LT029", "LT029"], ["LT022", "LT011", "LT022"]])
def test_of_quick_clicks_the_first_counts(visit: Callable[..., Visit], address: str, codes: list[str]) -> None:
    seen = mapped(visit, f"{address}/map?lang=en&symbols=none&county=LT025")
    points = [seen.page.evaluate(MIDDLE, code) for code in codes]
    for point in points:
        seen.page.mouse.click(*point)
    address_is(seen, symbols=["none"], county=codes[:1])
    name = ORACLE.counties[codes[0]]["name_en"]
    expect(seen.page.locator("[class*='st-key-chip-'] button")).to_have_text([re.compile(name)])
    expect(seen.page.locator(".st-key-areas a strong")).to_have_text([name])
    click(seen, codes[0])
    address_is(seen, symbols=["none"])
    expect(seen.page.locator("[class*='st-key-chip-'] button")).to_have_count(0)


@pytest.mark.parametrize("level", ["county", "municipality"])
def test_every_area_is_drawn_as_itself_and_not_inside_out(
    visit: Callable[..., Visit], address: str, level: str
) -> None:
    seen = mapped(visit, f"{address}/map?lang=en&level={level}&symbols=none")
    shades = seen.page.evaluate(SHADES)
    assert len(shades) == {"county": 10, "municipality": 60}[level]
    # One that is filled inside out is as large as the whole map.
    boxes = seen.page.evaluate(
        "[...document.querySelectorAll('.choroplethlayer path')].map(path => path.getBoundingClientRect().width)"
    )
    chart = seen.page.locator(".js-plotly-plot").bounding_box()
    assert chart
    assert max(boxes) < chart["width"] * 0.4
    assert len(set(shades.values())) > 2
