"""Routes for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ecosystem import opening, seed
from server.routes import ROUTES
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES))


@pytest.mark.usefixtures("shared")
def test_health_says_ok_and_the_version(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "version": 1})


@pytest.mark.usefixtures("shared")
def test_the_version_comes_with_the_day_of_the_collection(client: TestClient) -> None:
    assert client.get("/api/v1/version").json() == {"version": 1, "collected": "2026-11-24", "release": "0.1.0"}


@pytest.mark.parametrize("address", ["/healthz", "/api/v1/version"])
def test_a_damaged_store_is_an_answer_with_the_reason(client: TestClient, shared_path: Path, address: str) -> None:
    shared_path.write_bytes(b"junk" * 5000)
    answer = client.get(address)
    assert answer.status_code == 503
    assert answer.json()["type"] == "store-damaged"
    assert "python -m ecosystem build" in answer.json()["what_to_do"]


def test_a_missing_store_is_built(client: TestClient, shared_path: Path) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
    assert shared_path.exists()


def test_a_seed_that_cannot_be_loaded_is_an_answer_until_it_is_mended(
    client: TestClient, shared_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tiny.write(tmp_path / "data", tiny.changed("initiatives", 0, start_date="spring"))
    monkeypatch.setattr(seed, "DATA", data)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "initiatives.csv, row 2, column start_date" in answer.json()["note"]
    tiny.write(data)
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(("level", "features"), [("counties", 10), ("municipalities", 60)])
def test_boundaries_come_with_an_etag(client: TestClient, level: str, features: int) -> None:
    answer = client.get(f"/boundaries/{level}.geojson")
    assert len(json.loads(answer.content)["features"]) == features
    again = client.get(f"/boundaries/{level}.geojson", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_unknown_level_is_not_found(client: TestClient) -> None:
    assert client.get("/boundaries/..geojson").status_code == 404
    assert client.get("/boundaries/wards.geojson").status_code == 404


def test_an_unknown_address_of_the_interface_is_an_error_for_programs(client: TestClient) -> None:
    answer = client.get("/api/v1/nope")
    assert (answer.status_code, answer.json()) == (
        404,
        {"status": "error", "note": "There is nothing at /api/v1/nope."},
    )


def test_a_store_removed_or_replaced_while_open_is_opened_anew(
    client: TestClient, shared_path: Path, tiny_path: Path
) -> None:
    assert client.get("/api/v1/version").json()["collected"] == "2026-11-24"
    shared_path.unlink()
    shared_path.write_bytes(tiny_path.read_bytes())
    assert client.get("/api/v1/version").json()["collected"] == "2021-06-01"


def test_a_store_that_turned_out_damaged_is_opened_anew_once_it_is_mended(
    client: TestClient, shared_path: Path, tiny_path: Path
) -> None:
    assert client.get("/healthz").status_code == 200
    opening.shared().damaged = True
    shared_path.write_bytes(b"junk" * 5000)
    assert client.get("/healthz").status_code == 503
    shared_path.write_bytes(tiny_path.read_bytes())
    assert client.get("/healthz").status_code == 200
