"""The HTML shell that every page starts from: its language, its name and our head script.

Streamlit writes `<html lang="en">` into a static file. A screen reader has to know the language before the first word,
so the shell is rewritten; the head script then follows the language when it changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders

from ecosystem import language

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "Bendrakūra"
HEAD = """<head>
    <script src="/app/static/head.js"></script>
    <link rel="stylesheet" href="/app/static/present.css">"""
# The one inline script of the shell, which a strict policy refuses; head.js sets what it sets.
_INLINE = re.compile(r"<script>\s*window\.prerenderReady = false\s*</script>")
# What would bring a page as unchanged, or a piece of it: neither can be rewritten.
CONDITIONS = {b"if-none-match", b"if-modified-since", b"range", b"if-range"}
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class Shell:
    """Middleware that rewrites HTML answers; everything else passes through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self.app(_plain(scope), receive, _Rewriting(scope, send))


def _plain(scope: Scope) -> Scope:
    """The request without what would bring a page compressed, or other than whole."""
    page = "text/html" in Headers(scope=scope).get("accept", "")
    dropped = {b"accept-encoding"} | (CONDITIONS if page else set())
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in dropped]}


class _Rewriting:
    """Passes an answer on; holds an HTML answer back until it is whole, and sends it rewritten."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.send = scope, send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and "text/html" in Headers(raw=message["headers"]).get(
            "content-type", ""
        ):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        # An answer to HEAD has no body, and its length is not ours to guess.
        body = rewritten(self.body.decode(), self.scope).encode() if self.body else b""
        headers = MutableHeaders(raw=start["headers"])
        for name in ("etag", "last-modified", "content-length", "accept-ranges"):
            if name in headers:
                del headers[name]
        if body:
            headers["content-length"] = str(len(body))
        headers.add_vary_header("Accept-Language")
        headers["cache-control"] = "no-cache"
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def rewritten(html: str, scope: Scope) -> str:
    """The shell in the language that the address asks for, else the browser's."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True).get("lang")
    chosen = language.choose(asked[-1] if asked else None, Headers(scope=scope).get("accept-language"))
    sentence = chosen.say(
        "This dashboard needs JavaScript. The data is also in the files of the project's data folder."
    )
    html = html.replace('<html lang="en">', f'<html lang="{chosen.code}">', 1)
    html = html.replace("<head>", HEAD, 1).replace("<title>Streamlit</title>", f"<title>{NAME}</title>", 1)
    html = html.replace('href="./favicon.png"', 'href="/app/static/icon.svg"', 1)
    # A relative address leads nowhere from an address with more than one step.
    html = html.replace('="./', '="/')
    html = _INLINE.sub("", html, count=1)
    return _NOSCRIPT.sub(lambda _: f"<noscript><p>{sentence}</p></noscript>", html, count=1)
