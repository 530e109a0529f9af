"""The HTML shell in the reader's language; everything else untouched."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, JSONResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.html import Shell
from server.middleware import MIDDLEWARE

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"


def _parts() -> StreamingResponse:
    halves = SHELL.read_text("utf-8").partition("<title>")
    return StreamingResponse(iter(halves), media_type="text/html")


ROUTES = [
    Route("/", lambda _request: FileResponse(SHELL)),
    Route("/parts", lambda _request: _parts()),
    Route("/data", lambda _request: JSONResponse({"html": '<html lang="en">' * 200})),
]


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES, middleware=[Middleware(Shell)]))


@pytest.mark.parametrize(
    ("address", "browser", "expected"),
    [
        ("/?lang=lt", "en", "lt"),
        ("/?lang=en", "lt", "en"),
        ("/", "lt-LT,lt;q=0.9,en;q=0.8", "lt"),
        ("/", "de-DE,lt;q=0.5", "en"),
        ("/?lang=xx", "lt", "en"),
        ("/?lang=en&lang=lt", "en", "lt"),
        ("/?lang=LT", "en", "lt"),
        ("/?lang=lt-LT", "en", "lt"),
        ("/?lang=", "lt", "en"),
        ("/parts?lang=lt", "en", "lt"),
    ],
)
def test_the_shell_names_the_language(client: TestClient, address: str, browser: str, expected: str) -> None:
    answer = client.get(address, headers={"accept-language": browser})
    assert f'<html lang="{expected}">' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "Accept-Language" in answer.headers["vary"]


def test_the_shell_carries_our_name_our_script_and_our_words(client: TestClient) -> None:
    html = client.get("/?lang=lt").text
    assert "<title>Bendrakūra</title>" in html
    assert html.index("/app/static/head.js") < html.index('type="module"')
    assert "Šiai sistemai reikia" in html
    assert "You need to enable JavaScript" not in html
    assert "window.prerenderReady = false\n" not in html


def test_a_page_is_never_answered_as_unchanged(client: TestClient) -> None:
    first = client.get("/", headers={"accept": "text/html"})
    assert "etag" not in first.headers
    headers = {"accept": "text/html", "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT", "if-none-match": "*"}
    assert client.get("/", headers=headers).status_code == 200


def test_what_is_no_page_passes_unchanged(client: TestClient) -> None:
    assert client.get("/data?lang=lt").json() == {"html": '<html lang="en">' * 200}


def test_a_request_for_headers_only_gets_no_body(client: TestClient) -> None:
    answer = client.head("/")
    assert answer.status_code == 200
    assert answer.content == b""


def test_all_middleware_together_compresses_and_adds_strict_headers() -> None:
    client = TestClient(Starlette(routes=ROUTES, middleware=MIDDLEWARE))
    answer = client.get("/?lang=lt", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert '<html lang="lt">' in answer.text
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_piece_of_a_page_is_never_sent(client: TestClient) -> None:
    answer = client.get("/", headers={"accept": "text/html", "range": "bytes=0-99"})
    assert answer.status_code == 200
    assert "content-range" not in answer.headers
    assert "accept-ranges" not in answer.headers


def test_addresses_in_the_shell_lead_to_the_same_files_from_everywhere(client: TestClient) -> None:
    assert '="./' not in client.get("/").text
    assert 'src="/static/js/' in client.get("/").text
