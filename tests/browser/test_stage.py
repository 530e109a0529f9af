"""The view for a room: everything on one screen, filters at hand, the way out."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_filters import address_is, opened
from tests.browser.visit import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
CHARTS = 7
SIZES = [(1280, 720, "light"), (1920, 1080, "dark")]
# Height of the chart and of the whole page, the lower edge of the last line of filters, all as shares of the window.
MEASURED = """() => [
    document.querySelector('.st-key-stage-chart .main-svg').getBoundingClientRect().height,
    document.querySelector('[data-testid=stMain]').scrollHeight,
    document.querySelector('.st-key-reset').getBoundingClientRect().bottom,
].map(height => height / innerHeight)"""

# How far the heading of the legend stands beneath the upper edge of the chart.
LEGEND = """() => {
    const heading = [...document.querySelectorAll('.st-key-stage-chart .annotation')].at(-1);
    const chart = document.querySelector('.st-key-stage-chart .main-svg');
    return heading && chart ? heading.getBoundingClientRect().top - chart.getBoundingClientRect().top : null;
}"""


def fills_the_screen(seen: Visit, least: float) -> None:
    """Wait until the chart takes at least this share of the height, and all is in sight without scrolling."""
    seen.settled()
    seen.painted(1)
    deadline = time.monotonic() + PATIENCE_MS / 1000
    chart, page, filters = seen.page.evaluate(MEASURED)
    while not (chart >= least and page <= 1 and filters <= 1) and time.monotonic() < deadline:
        seen.page.wait_for_timeout(50)  # the chart is drawn anew when its place has grown
        chart, page, filters = seen.page.evaluate(MEASURED)
    assert chart >= least, chart
    assert page <= 1, page
    assert filters <= 1, filters
    assert not seen.overflows()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_each_chart_of_the_overview_fills_the_screen(
    visit: Callable[..., Visit], address: str, width: int, height: int, scheme: str
) -> None:
    seen = visit(f"{address}/?lang=lt&present=1", width=width, height=height, scheme=scheme)
    titles = set()
    for position in range(1, CHARTS + 1):
        expect(seen.page.get_by_text(f"{position} iš {CHARTS}", exact=True)).to_be_visible()
        fills_the_screen(seen, 0.35)
        titles.add(seen.page.get_by_role("heading", level=1).inner_text())
        seen.page.keyboard.press("ArrowRight")
    assert len(titles) == CHARTS
    expect(seen.page.get_by_text(f"1 iš {CHARTS}", exact=True)).to_be_visible()
    seen.page.keyboard.press("ArrowLeft")
    expect(seen.page.get_by_text(f"{CHARTS} iš {CHARTS}", exact=True)).to_be_visible()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
@pytest.mark.parametrize(
    "path", ["/map?lang=lt", "/map?lang=en&level=municipality&measure=amount", "/initiatives?lang=lt"]
)
def test_the_map_and_the_timeline_fill_the_screen(
    visit: Callable[..., Visit], address: str, path: str, width: int, height: int, scheme: str
) -> None:
    seen = visit(f"{address}{path}&theme=youth&county=LT022&present=1", width=width, height=height, scheme=scheme)
    fills_the_screen(seen, 0.3)
    expect(seen.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(seen.page.get_by_role("navigation")).to_have_count(0)
    expect(seen.page.get_by_role("menuitem")).to_have_count(0)


def test_filters_are_live_by_keyboard_and_escape_closes_them_first_then_leaves(
    visit: Callable[..., Visit], address: str
) -> None:
    seen = visit(f"{address}/map?lang=en", width=1280, height=720)
    seen.page.get_by_role("button", name="Present").click()
    address_is(seen, present=["1"])
    fills_the_screen(seen, 0.4)
    theme = seen.page.locator(".st-key-filter-theme button").first
    theme.focus()
    seen.page.keyboard.press("Enter")
    pill = seen.page.get_by_test_id("stPopoverBody").get_by_role("button").first
    expect(pill).to_be_focused()
    # Room for several rows of choices, all of it on the screen.
    box = seen.page.get_by_test_id("stPopoverBody").bounding_box()
    assert box
    assert box["height"] > 250
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 720
    name = pill.inner_text().split("\n")[0].rsplit(" ", 1)[0]
    seen.page.keyboard.press("Enter")
    expect(seen.page).to_have_url(re.compile(r"present=1&theme="))
    expect(seen.page.get_by_text(re.compile("^On the map: .* of 188 initiatives"))).to_be_visible()
    seen.page.keyboard.press("Escape")
    expect(seen.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(seen.page.locator("[class*='st-key-chip-'] button")).to_contain_text(name)
    fills_the_screen(seen, 0.35)
    seen.page.keyboard.press("Escape")
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Map")
    expect(seen.page).to_have_url(re.compile(r"\?lang=en&theme=social-inclusion$"))
    expect(seen.page.get_by_role("button", name="Present")).to_be_visible()


def test_many_filters_take_no_height_from_the_chart(visit: Callable[..., Visit], address: str) -> None:
    many = "theme=youth&theme=ageing&theme=social-inclusion&sector=social-services&year_from=2010&status=completed"
    path = f"/map?lang=lt&present=1&level=municipality&measure=per-capita&{many}&county=LT022&county=LT011&kind=project"
    seen = visit(f"{address}{path}", width=1280, height=720)
    fills_the_screen(seen, 0.3)
    expect(seen.page.locator(".st-key-stage-chart .annotation")).not_to_have_count(0)
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (above := seen.page.evaluate(LEGEND)) is None and time.monotonic() < deadline:
        seen.page.wait_for_timeout(50)  # while it is drawn anew
    assert above is not None
    assert above >= 0


def test_a_click_leaves_and_an_empty_selection_shows_the_ways_out(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(f"{address}/?lang=en&present=1&theme=road-safety&sector=finance", width=1280, height=720)
    expect(seen.page.get_by_role("heading", name="None recorded with these filters")).to_be_visible()
    seen.page.get_by_role("button", name=re.compile("^without Theme")).click()
    fills_the_screen(seen, 0.35)
    opened(seen, "sector").get_by_role("button", name=re.compile("^Finance")).click()
    address_is(seen, present=["1"])
    seen.page.keyboard.press("Escape")
    expect(seen.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    seen.page.get_by_role("button", name="Leave").click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text("Overview")
    address_is(seen)
