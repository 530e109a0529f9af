"""Pictures of every page for the documentation: `python -m tests.browser.pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, ROOT, chromium, served
from tests.browser.test_pages import CHARTS
from tests.browser.visit import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "docs" / "pictures"
# Each with the number of charts to wait for.
PAGES = {
    "overview": ("/", CHARTS),
    "map": ("/map", 1),
    "municipalities": ("/map?theme=social-inclusion&level=municipality&tab=themes", 1),
    "initiatives": ("/initiatives?theme=youth", 0),
    "timeline": ("/initiatives?tab=time", 1),
    "profile": ("/initiatives?id=cci-cross-sector-social-innovation", 0),
    "method": ("/method", 0),
}
ROOM = {
    "room-map": "/map?theme=youth",
    "room-chart": "/?chart=funds",
    "room-timeline": "/initiatives?theme=youth",
}
# Width, height, scheme, language, whether the whole page is taken or the window only.
VIEWS = [
    (1440, 900, "light", "lt", True),
    (1440, 900, "dark", "en", True),
    (1280, 720, "light", "lt", False),
    (390, 844, "light", "lt", True),
]
ROOM_VIEWS = [(1280, 720, "light", "lt", False), (1920, 1080, "dark", "en", False)]
# A page scrolls inside the window, so the window is made as high as the page.
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "ecosystem.duckdb") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for name, (path, charts) in PAGES.items():
            for view in VIEWS:
                _take(browser, name, f"{address}{path}", charts, view)
        for name, path in ROOM.items():
            for view in ROOM_VIEWS:
                _take(browser, name, f"{address}{path}{'&' if '?' in path else '?'}present=1", 1, view)


def _take(browser: Browser, name: str, path: str, charts: int, view: tuple[int, int, str, str, bool]) -> None:
    width, height, scheme, language, whole = view
    seen = Visit(browser, f"{path}{'&' if '?' in path else '?'}lang={language}", width, height, scheme)
    if whole:
        seen.page.set_viewport_size({"width": width, "height": int(seen.page.evaluate(HEIGHT)) + 60})
    seen.settled()
    seen.painted(charts)
    seen.page.wait_for_timeout(800)  # charts fade in; a picture, unlike a test, may wait for that
    seen.page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}-{language}.png")
    seen.finish()


if __name__ == "__main__":
    main()
