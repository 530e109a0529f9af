"""The boundaries: the files of the dataset can be drawn, and what could not is named."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from shapely.geometry import shape

from ecosystem import boundaries, seed
from ecosystem.boundaries import Source
from ecosystem.errors import BoundariesDamaged
from ecosystem.store import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ecosystem.store import Store

Features = list[dict[str, Any]]
# A unit square: y up, so going up first is clockwise.
CLOCKWISE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
BOW_TIE = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the files that belong to the boundaries."""
    shutil.copytree(seed.DATA / "boundaries", tmp_path / "boundaries")
    return tmp_path


def _polygon(*rings: list[list[int]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def _reshape(features: Features, geometry: dict[str, Any] | None) -> None:
    features[0]["geometry"] = geometry


def _damaged(data: Path, store: Store, level: str) -> str:
    with pytest.raises(BoundariesDamaged) as damaged:
        boundaries.check(data, store)
    path = data / "boundaries" / f"{level}.geojson"
    assert damaged.value.values["path"] == path
    assert str(path) in str(damaged.value)
    return str(damaged.value.values["detail"])


@pytest.mark.parametrize(
    ("level", "column", "number"), [("municipalities", "municipality", 60), ("counties", "county", 10)]
)
def test_the_embedded_files_draw_every_code_clockwise(level: str, column: str, number: int) -> None:
    features = json.loads(boundaries.file(seed.DATA, level).read_text("utf-8"))["features"]
    with (seed.DATA / f"{level}.csv").open(encoding="utf-8", newline="") as lines:
        codes = [row[column] for row in csv.DictReader(lines)]
    assert len(features) == number
    assert sorted(feature["properties"]["code"] for feature in features) == sorted(codes)
    for feature in features:
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        for polygon in getattr(geometry, "geoms", [geometry]):
            assert not shapely.is_ccw(polygon.exterior)


def test_the_embedded_files_pass(store: Store) -> None:
    boundaries.check(seed.DATA, store)


@pytest.mark.parametrize("level", ["counties", "municipalities"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"junk",
        lambda raw: b"",
        lambda raw: b"\xff\xfe" + raw,
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b'"code"', b'"kodas"'),
        lambda raw: b"5",
        lambda raw: b'{"features": null}',
        lambda raw: b'{"features": [null]}',
        lambda raw: b'{"features": [{"properties": {"code": ["11"]}, "geometry": null}]}',
        lambda raw: b"[" * 100_000,
    ],
    ids=["junk", "empty", "UTF-16", "truncated", "no code", "a number", "null", "no feature", "a list", "too deep"],
)
def test_a_file_that_is_no_geojson_is_named(
    data: Path, store: Store, level: str, damage: Callable[[bytes], bytes]
) -> None:
    path = boundaries.file(data, level)
    path.write_bytes(damage(path.read_bytes()))
    assert _damaged(data, store, level)


def test_a_missing_file_is_named(data: Path, store: Store) -> None:
    boundaries.file(data, "municipalities").unlink()
    assert _damaged(data, store, "municipalities").startswith("FileNotFoundError")


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        (lambda found: found.pop(0), "9 features; codes missing: LT011; not known: –"),
        (
            lambda found: found[0]["properties"].update(code="LT999"),
            "10 features; codes missing: LT011; not known: LT999",
        ),
        (lambda found: found.append(found[0]), "11 features; codes missing: –; not known: –"),
        (
            lambda found: found[0].update(properties=found[1]["properties"]),
            "10 features; codes missing: LT011; not known: –",
        ),
        (
            lambda found: found.clear(),
            "0 features; codes missing: LT011, LT021, LT022, LT023, LT024, LT025, LT026, "
            "LT027, LT028, LT029; not known: –",
        ),
        (
            lambda found: _reshape(found, _polygon(CLOCKWISE[::-1])),
            "the exterior ring of LT011 does not run clockwise",
        ),
        (
            lambda found: _reshape(
                found,
                {
                    "type": "MultiPolygon",
                    "coordinates": [[CLOCKWISE], [[[x + 5, y] for x, y in CLOCKWISE[::-1]]]],
                },
            ),
            "the exterior ring of LT011 does not run clockwise",
        ),
        (lambda found: _reshape(found, _polygon(BOW_TIE)), "LT011 is no valid polygon"),
        (lambda found: _reshape(found, {"type": "Point", "coordinates": [0, 0]}), "LT011 is no valid polygon"),
        (lambda found: _reshape(found, {"type": "LineString", "coordinates": CLOCKWISE}), "LT011 is no valid polygon"),
        (lambda found: _reshape(found, _polygon()), "LT011 is no valid polygon"),
    ],
    ids=[
        "missing code",
        "unknown code",
        "repeated feature",
        "repeated code",
        "no features",
        "counter-clockwise",
        "one part counter-clockwise",
        "self-intersecting",
        "point",
        "line",
        "empty polygon",
    ],
)
def test_what_cannot_be_drawn_is_named_by_its_code(
    data: Path, store: Store, change: Callable[[Features], object], detail: str
) -> None:
    path = boundaries.file(data, "counties")
    whole = json.loads(path.read_text("utf-8"))
    whole["features"].sort(key=lambda feature: str(feature["properties"]["code"]))
    change(whole["features"])
    path.write_text(json.dumps(whole), "utf-8")
    assert _damaged(data, store, "counties") == detail


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": 5},
        {"type": "Polygon", "coordinates": [[[1]]]},
        {"type": "Polygon", "coordinates": [[["a", "b"]] * 4]},
        {"type": "Polygon", "coordinates": [CLOCKWISE[:2]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [float("nan"), 1], [1, 1], [0, 0]]]},
        {"type": "Polyhedron", "coordinates": []},
    ],
)
def test_a_geometry_that_cannot_be_read_is_named(data: Path, store: Store, geometry: dict[str, Any] | None) -> None:
    path = boundaries.file(data, "municipalities")
    whole = json.loads(path.read_text("utf-8"))
    whole["features"][3]["geometry"] = geometry
    path.write_text(json.dumps(whole), "utf-8")
    assert _damaged(data, store, "municipalities")


def test_a_clockwise_square_with_a_hole_passes(data: Path, store: Store) -> None:
    path = boundaries.file(data, "counties")
    whole = json.loads(path.read_text("utf-8"))
    ring = [[x * 10 - 1, y * 10 - 1] for x, y in CLOCKWISE]
    _reshape(whole["features"], _polygon(ring, CLOCKWISE[::-1]))
    path.write_text(json.dumps(whole), "utf-8")
    boundaries.check(data, store)


def _with_members(data: Path, **members: object) -> None:
    path = boundaries.file(data, "municipalities")
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **members}), "utf-8")


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"source": "Registras"}, Source("Registras", None, None)),
        (
            {"source": "Registras", "date": "2026-10-01", "licence": "CC BY 4.0"},
            Source("Registras", "2026-10-01", "CC BY 4.0"),
        ),
        ({"source": "Registras", "date": 2026, "licence": " "}, Source("Registras", None, None)),
        ({"source": "a\ud800"}, Source("a?", None, None)),
        ({"source": "", "date": "2026-10-01"}, None),
        ({"source": ["a"]}, None),
        ({}, None),
    ],
)
def test_a_file_says_whose_boundaries_it_holds(
    data: Path, store: Store, members: dict[str, object], expected: Source | None
) -> None:
    _with_members(data, **members)
    assert boundaries.source(data) == expected
    boundaries.check(data, store)


@pytest.mark.parametrize("raw", [b"junk", b"5", b"[]", b"\xff", b"[" * 100_000])
def test_a_file_that_is_damaged_says_nothing(data: Path, raw: bytes) -> None:
    boundaries.file(data, "municipalities").write_bytes(raw)
    with pytest.raises(BoundariesDamaged):
        boundaries.source(data)


def test_the_boundaries_are_loaded_without_geopandas() -> None:
    code = "import sys, ecosystem.boundaries, ecosystem.__main__; sys.exit('geopandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
