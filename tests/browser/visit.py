"""One visit of one address, and all that went wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Request

PATIENCE_MS = 30_000


class Visit:
    """A page in a browser context of its own; `page` is playwright's."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        locale: str = "lt-LT",
        tolerate: tuple[str, ...] = (),
    ) -> None:
        self.wrong: list[str] = []
        self.tolerate = tolerate
        self.host = urlsplit(address).netloc
        size = {"width": width, "height": height}
        self.context = browser.new_context(viewport=size, color_scheme=scheme, locale=locale)  # type: ignore[arg-type]
        # As with the network unplugged: nothing but our own server can be reached.
        self.context.route(self._elsewhere, lambda route: route.abort())
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"exception: {error}"))
        self.page.on("request", self._request)
        self.page.goto(address)
        self.settled()

    def settled(self) -> None:
        """Wait until the script of the page has ended and every element has taken its place."""
        ended = self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
        expect(ended).to_be_visible(timeout=PATIENCE_MS)
        expect(self.page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=PATIENCE_MS)

    def painted(self, charts: int) -> None:
        """Wait until so many charts are drawn."""
        expect(self.page.locator(".js-plotly-plot .main-svg:first-child")).to_have_count(charts, timeout=PATIENCE_MS)

    def language(self) -> str:
        """What `<html lang>` says."""
        return str(self.page.evaluate("document.documentElement.lang"))

    def overflows(self) -> bool:
        """Whether the page is wider than the window."""
        return bool(
            self.page.evaluate(
                """() => {
                    const main = document.querySelector('[data-testid="stMain"]');
                    return document.documentElement.scrollWidth > innerWidth || main.scrollWidth > main.clientWidth;
                }"""
            )
        )

    def finish(self) -> None:
        """Close the page; fails on what went wrong in it."""
        self.context.close()
        assert not self.wrong, self.wrong

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(text in message.text for text in self.tolerate):
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if self._elsewhere(request.url):
            self.wrong.append(f"request to another host: {request.url}")

    def _elsewhere(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme not in ("data", "blob") and parts.netloc != self.host
