"""What a refresh does not take: each with the reason, and the old files byte for byte as they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.boundaries import fetch
from ecosystem.boundaries.refresh import refresh
from ecosystem.errors import BoundariesNotReached, BoundariesRefused
from tests.ecosystem.boundaries import official

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ecosystem.boundaries.official import Collection

BOX = {"type": "Polygon", "coordinates": [[[500_000, 6_100_000], [500_000, 6_100_009], [500_009, 6_100_009]]]}


def _refused(folder: Path, origin: str) -> str:
    """Why the file at `origin` is refused, once nothing has changed."""
    before = official.standing(folder)
    with pytest.raises(BoundariesRefused) as refused:
        refresh(folder, origin)
    assert official.standing(folder) == before
    assert refused.value.values["origin"] == origin
    assert f"{origin} cannot be used: {refused.value.values['detail']}" in str(refused.value)
    return str(refused.value.values["detail"])


def _code(code: int, value: object) -> Callable[[Collection], None]:
    return lambda whole: official.feature(whole, code)["properties"].update(SAV_KODAS=value)


def _geometry(code: int, geometry: object) -> Callable[[Collection], None]:
    return lambda whole: official.feature(whole, code).update(geometry=geometry)


def _crs(value: object) -> Callable[[Collection], None]:
    return lambda whole: whole.update(crs=value)


def _named(name: object) -> Callable[[Collection], None]:
    return _crs({"type": "name", "properties": {"name": name}})


def _shifted(whole: Collection) -> None:
    official.points(whole, lambda points: points + np.array([500_000, 0]))


def _bow_tie(area: shapely.Geometry) -> shapely.Geometry:
    west, south, east, north = area.bounds
    return shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda whole: whole.update(features=whole["features"][:2]),
            "2 features; codes in SAV_KODAS: missing 11, 12, 13, 15, 18, 19, 21, 23, 25, 27, … (58); not known –; "
            "doubled –",
        ),
        (
            lambda whole: whole["features"].remove(official.feature(whole, 23)),
            "59 features; codes in SAV_KODAS: missing 23; not known –; doubled –",
        ),
        (_code(23, 24), "60 features; codes in SAV_KODAS: missing 23; not known 24; doubled –"),
        (_code(23, "2 3"), "60 features; codes in SAV_KODAS: missing 23; not known 2 3; doubled –"),
        (_code(23, "\ud800"), "60 features; codes in SAV_KODAS: missing 23; not known ?; doubled –"),
        (_code(23, [23]), "60 features; codes in SAV_KODAS: missing 23; not known –; doubled –"),
        (_code(23, 21), "60 features; codes in SAV_KODAS: missing 23; not known –; doubled 21"),
        (
            lambda whole: whole["features"].append(whole["features"][-1]),
            "61 features; codes in SAV_KODAS: missing –; not known –; doubled ",
        ),
        (
            lambda whole: [feature.update(properties={"a": "b"}) for feature in whole["features"]],
            "60 features, and no property holds codes of municipalities",
        ),
        (lambda whole: whole.update(features=[]), "0 features, and no property holds codes of municipalities"),
        (_geometry(12, {"type": "Point", "coordinates": [500_000, 6_100_000]}), "the geometry of 12 is no polygon"),
        (_geometry(12, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}), "the geometry of 12 is no polygon"),
        (_geometry(12, {"type": "GeometryCollection", "geometries": [BOX]}), "the geometry of 12 is no polygon"),
        (_geometry(12, None), "the geometry of 12 is no polygon"),
        (_geometry(12, {"type": "Polygon"}), "the polygon of 12 cannot be read (KeyError: 'coordinates')"),
        (_geometry(12, {"type": "Polygon", "coordinates": [[["a", "b"]] * 4]}), "the polygon of 12 cannot be read ("),
        (_geometry(12, {"type": "Polygon", "coordinates": [[[10**400, 1]] * 4]}), "the polygon of 12 cannot be read ("),
        (_geometry(12, {"type": "Polygon", "coordinates": []}), "the polygon of 12 is empty or holds no numbers"),
        (
            _geometry(12, {"type": "Polygon", "coordinates": [[[0, 0], [float("nan"), 1], [1, 1], [0, 0]]]}),
            "the polygon of 12 is empty or holds no numbers",
        ),
        (_named("urn:ogc:def:crs:OGC:1.3:CRS84"), "its coordinates (306489, 5.97329e+06, 679952, 6.25774e+06) are "),
        (_named("EPSG:4326"), "its coordinates (306489, 5.97329e+06, 679952, 6.25774e+06) are not those of Lithuania "),
        (_named("urn:ogc:def:crs:EPSG::32635"), "its coordinate system urn:ogc:def:crs:EPSG::32635 is neither "),
        (_named("\ud800"), "its coordinate system ? is neither EPSG:3346 nor WGS 84"),
        (_named(5), "its coordinate system 5 is neither EPSG:3346 nor WGS 84"),
        (_crs({"type": "link"}), 'its coordinate system {"type": "link"} is neither EPSG:3346 nor WGS 84'),
        (_crs(5), "its coordinate system 5 is neither EPSG:3346 nor WGS 84"),
        (_shifted, "its coordinates (806489, 5.97329e+06, 1.17995e+06, 6.25774e+06) are not those of Lithuania in "),
        (lambda whole: official.swap(whole, 11, 33), "11 has 1403.18 km², where 39.43 km² are known: the codes may "),
        (lambda whole: official.swap(whole, 34, 82), "34 lies 19.8 km from where it is known to be: the codes may be "),
        (lambda whole: official.reshape(whole, 12, lambda area: area.buffer(100)), "12 and 69 overlap by 4.97 km²"),
        (
            lambda whole: official.reshape(whole, 12, lambda area: area.buffer(-20)),
            "a gap of 1.40 km² beside 12, 33, 69",
        ),
        (
            lambda whole: official.reshape(whole, 33, lambda area: shapely.Polygon(area.exterior)),
            "11 and 33 overlap by 38.91 km²",
        ),
        (lambda whole: official.reshape(whole, 12, _bow_tie), "the polygon of 12 crosses itself (Self-intersection["),
    ],
)
def test_the_reason_is_named(folder: Path, tmp_path: Path, change: Callable[[Collection], object], reason: str) -> None:
    whole = official.collection()
    change(whole)
    assert _refused(folder, official.written(tmp_path, whole)).startswith(reason)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "it is not GeoJSON (JSONDecodeError: "),
        (b"junk", "it is not GeoJSON (JSONDecodeError: "),
        (b"\xff\xfe\x00", "it is not GeoJSON (UnicodeDecodeError: "),
        (b"<!DOCTYPE html><html></html>", "it is a web page or XML, not GeoJSON"),
        (b"\xef\xbb\xbf\r\n <html>", "it is a web page or XML, not GeoJSON"),
        (b"[" * 100_000, "it is not GeoJSON (RecursionError: "),
        (b"5", "it is not GeoJSON (TypeError: "),
        (b"{}", "it is not GeoJSON (KeyError: 'type')"),
        (b'{"type": "FeatureCollection", "features": null}', "it is not GeoJSON (TypeError: "),
        (b'{"type": "FeatureCollection", "features": ["a"]}', "it is not GeoJSON (TypeError: "),
        (b'{"type": "FeatureCollection", "features": {}}', "it is not a FeatureCollection of features with "),
        (b'{"type": "Topology", "features": []}', "it is not a FeatureCollection of features with "),
        (b'{"type": "FeatureCollection", "features": [{"properties": {}}]}', "it is not a FeatureCollection of fea"),
        (b'{"type": "FeatureCollection", "features": [{"properties": 1, "geometry": 1}]}', "it is not a FeatureColl"),
    ],
)
def test_what_is_no_feature_collection_is_named(folder: Path, tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "municipalities.json"
    path.write_bytes(raw)
    assert _refused(folder, str(path)).startswith(reason)


def test_a_truncated_file_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "municipalities.json"
    raw = json.dumps(official.collection()).encode()
    path.write_bytes(raw[: len(raw) // 2])
    assert _refused(folder, str(path)).startswith("it is not GeoJSON (JSONDecodeError: ")


def test_a_file_too_large_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LIMIT_MB", 0)
    origin = official.written(tmp_path, official.collection())
    assert _refused(folder, origin) == "it is larger than 0 MB"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("area_km2", "area", "KeyError: 'area_km2'"),
        ("39.43", "many", "ValueError: could not convert string to float: 'many'"),
    ],
)
def test_municipalities_of_ours_that_cannot_be_read_are_named(
    folder: Path, tmp_path: Path, old: str, new: str, reason: str
) -> None:
    path = folder / "municipalities.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(BoundariesRefused) as refused:
        refresh(folder, official.written(tmp_path, official.collection()))
    assert refused.value.values == {"origin": path, "detail": reason}


def test_a_folder_without_municipalities_is_named(folder: Path, tmp_path: Path) -> None:
    path = folder / "municipalities.csv"
    path.unlink()
    with pytest.raises(BoundariesNotReached) as missing:
        refresh(folder, official.written(tmp_path, official.collection()))
    assert missing.value.values == {"origin": path, "detail": "No such file or directory"}


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return official.data(tmp_path_factory.mktemp("lasting") / "data")


def _only_refusals(folder: Path, raw: bytes) -> None:
    path, before = folder / "garbage.json", official.standing(folder)
    path.write_bytes(raw)
    with pytest.raises(BoundariesRefused) as refused:
        refresh(folder, str(path))
    assert str(refused.value).encode()
    assert official.standing(folder) == before


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)
RINGS = st.recursive(
    st.floats() | st.floats(5_950_000, 6_280_000) | st.floats(280_000, 700_000) | st.integers() | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=20,
)


@given(raw=st.binary(max_size=200))
def test_random_bytes_are_only_ever_refused(lasting: Path, raw: bytes) -> None:
    _only_refusals(lasting, raw)


@given(features=VALUES | st.lists(st.fixed_dictionaries({"properties": VALUES, "geometry": VALUES}), max_size=3))
def test_random_json_is_only_ever_refused(lasting: Path, features: Any) -> None:
    _only_refusals(lasting, json.dumps({"type": "FeatureCollection", "features": features}).encode())


@given(
    code=st.sampled_from([11, 12, 23, 88]),
    geometry=VALUES
    | st.fixed_dictionaries({"type": st.sampled_from(["Polygon", "MultiPolygon", "Point"]), "coordinates": RINGS}),
)
@settings(max_examples=100)
def test_a_random_geometry_is_only_ever_refused(lasting: Path, code: int, geometry: Any) -> None:
    whole = official.collection()
    _geometry(code, geometry)(whole)
    _only_refusals(lasting, json.dumps(whole).encode())


@given(crs=VALUES.filter(lambda value: value is not None))
@settings(max_examples=30)
def test_a_random_crs_is_only_ever_refused(lasting: Path, crs: Any) -> None:
    _only_refusals(lasting, json.dumps({**official.collection(), "crs": crs}).encode())
