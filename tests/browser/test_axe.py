"""WCAG 2.1 A and AA by axe: whatever it finds must stand in the committed list, with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_pages import CHARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser
ALLOWED = json.loads(Path(__file__).with_name("axe_allowed.json").read_text("utf-8"))
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# Whether the element stands in one whose data-testid is allowed; selectors change with each page that is added.
INSIDE = "([selector, id]) => document.querySelector(selector)?.closest(`[data-testid='${id}']`) !== null"


PATHS = {
    "/?lang=lt": CHARTS,
    "/method?lang=en": 0,
    "/initiatives?lang=lt&theme=youth&kind=wrong": 0,
    "/initiatives?lang=en&tab=time": 1,
    "/initiatives?lang=lt&id=cci-cross-sector-social-innovation": 0,
    "/initiatives?lang=en&theme=road-safety&sector=finance": 0,
    "/map?lang=lt&county=LT022": 1,
    "/map?lang=en&level=municipality&measure=per-capita&tab=themes": 1,
    "/map?lang=lt&present=1": 1,
    "/?lang=en&present=1&chart=pairs": 1,
}
WIDTHS = (1440, 390)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_but_what_is_allowed(
    visit: Callable[..., Visit], address: str, path: str, scheme: str
) -> None:
    seen = visit(address + path, scheme=scheme)
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.settled()
        seen.painted(PATHS[path])
        _passes(seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_filter(visit: Callable[..., Visit], address: str, scheme: str) -> None:
    seen = visit(f"{address}/map?lang=lt&theme=youth", scheme=scheme)
    body = seen.page.get_by_test_id("stPopoverBody")
    for key in ("filter-theme", "filter-place", "filter-years", "filter-more", "map-shows"):
        seen.page.locator(f".st-key-{key} button").first.click()
        expect(body.locator("button, input").first).to_be_visible()
        seen.settled()
        _passes(seen)
        seen.page.keyboard.press("Escape")
        expect(body).to_have_count(0)


def _passes(seen: Visit) -> None:
    found = [
        f"{violation['id']}: {node['target'][0]}: {node['failureSummary']}"
        for violation in Axe().run(seen.page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
        if not _allowed(seen, violation["id"], node["target"][0])
    ]
    assert not found, "\n".join(found)


def _allowed(seen: Visit, rule: str, selector: str) -> bool:
    return any(entry["rule"] == rule and seen.page.evaluate(INSIDE, [selector, entry["inside"]]) for entry in ALLOWED)


def test_each_allowed_finding_says_why() -> None:
    for entry in ALLOWED:
        assert set(entry) == {"rule", "inside", "reason"}
        assert len(entry["reason"]) > 20
