"""Where new boundaries come from: an address or a file, and what is said when it cannot be read."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from ecosystem import boundaries
from ecosystem.boundaries import Source, fetch
from ecosystem.boundaries.refresh import refresh
from ecosystem.boundaries.unfit import Unfit
from ecosystem.errors import BoundariesNotReached, BoundariesRefused
from tests.ecosystem.boundaries import official

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Answers(BaseHTTPRequestHandler):
    """/404 and /500 answer with that status, /html with a page, /short with half of what it promises."""

    asked_by = ""

    def do_GET(self) -> None:
        type(self).asked_by = self.headers["User-Agent"]
        what = self.path[1:]
        body = b"<html>Not today</html>" if what == "html" else json.dumps(official.collection()).encode()
        self.send_response(int(what) if what.isdigit() else 200)
        self.send_header("Content-Length", str(len(body) * (2 if what == "short" else 1)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if what == "short" else body)

    def log_message(self, *values: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def _not_reached(folder: Path, origin: str) -> str:
    before = official.standing(folder)
    with pytest.raises(BoundariesNotReached) as refused:
        refresh(folder, origin)
    assert official.standing(folder) == before
    return str(refused.value.values["detail"])


def test_an_address_is_downloaded_under_the_name_of_the_project(folder: Path, server: str) -> None:
    said = refresh(folder, f"{server}/municipalities")
    assert (said.features, _Answers.asked_by) == (60, "bendrakura/0.1.0")


def test_what_is_not_the_registers_is_called_by_its_host(
    folder: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = official.collection()
    for feature in whole["features"]:
        feature["properties"] = {"code": str(feature["properties"]["SAV_KODAS"])}
    monkeypatch.setattr(official, "collection", lambda: whole)
    refresh(folder, f"{server}/municipalities")
    assert boundaries.source(folder) == Source("127.0.0.1", None, None)


@pytest.mark.parametrize(("status", "reason"), [(404, "Not Found"), (500, "Internal Server Error")])
def test_a_status_of_failure_is_named(folder: Path, server: str, status: int, reason: str) -> None:
    assert _not_reached(folder, f"{server}/{status}") == f"HTTP Error {status}: {reason}"


def test_a_page_instead_of_the_file_is_refused(folder: Path, server: str) -> None:
    with pytest.raises(BoundariesRefused, match="it is a web page or XML, not GeoJSON"):
        refresh(folder, f"{server}/html")


def test_half_a_file_is_refused(folder: Path, server: str) -> None:
    before = official.standing(folder)
    with pytest.raises(BoundariesRefused, match="it is not GeoJSON"):
        refresh(folder, f"{server}/short")
    assert official.standing(folder) == before


def test_a_download_takes_neither_more_time_nor_more_room_than_it_may(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(fetch, "LIMIT_MB", 0)
        with pytest.raises(Unfit, match="it is larger than"):
            fetch.read(server)
    monkeypatch.setattr(fetch, "PATIENCE_S", -1)
    with pytest.raises(BoundariesNotReached, match="not finished after -1 s"):
        fetch.read(server)


def test_a_server_that_is_not_there_is_named(folder: Path, server: str) -> None:
    with contextlib.closing(socket.socket()) as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert "refused" in _not_reached(folder, address)


@pytest.mark.parametrize("address", ["http://", "http://[", "HTTP://ą b/", "http://127.0.0.1:port/", "https:///x"])
@pytest.mark.usefixtures("server")
def test_an_address_that_is_none_is_named(folder: Path, address: str) -> None:
    assert _not_reached(folder, address)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.json", "No such file or directory"),
        ("", "Is a directory"),
        ("\0", "embedded null byte"),
        ("x" * 300, "File name too long"),
        ("\udcff", "No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, tmp_path: Path, name: str, reason: str) -> None:
    assert _not_reached(folder, f"{tmp_path}/{name}") == reason
