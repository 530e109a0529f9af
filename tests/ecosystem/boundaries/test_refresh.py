"""A refresh: both files anew, whole and drawable, or both as they were."""

from __future__ import annotations

import csv
import json
import os
import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import geopandas
import pytest
import shapely
from shapely.geometry import shape

from ecosystem import boundaries, seed
from ecosystem.boundaries import Source, fetch, register
from ecosystem.boundaries import refresh as module
from ecosystem.boundaries.refresh import Refreshed, refresh
from ecosystem.errors import FileNotWritten
from tests.ecosystem.boundaries import official

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from ecosystem.store import Store

OFFICIAL = ("VĮ Registrų centras, Adresų registras", "2026-10-01", "CC BY 4.0")


def _shapes(folder: Path, level: str) -> dict[str, BaseGeometry]:
    whole = json.loads(boundaries.file(folder, level).read_text("utf-8"))
    assert all(feature["properties"].keys() == {"code"} for feature in whole["features"])
    return {feature["properties"]["code"]: shape(feature["geometry"]) for feature in whole["features"]}


def _counties() -> dict[str, str]:
    with (seed.DATA / "municipalities.csv").open(encoding="utf-8", newline="") as lines:
        return {row["municipality"]: row["county"] for row in csv.DictReader(lines)}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Refreshed]:
    """A folder whose boundaries came from a copy of the register's file, and what the refresh said."""
    folder = official.data(tmp_path_factory.mktemp("done") / "data")
    return folder, refresh(folder, official.written(folder.parent, official.collection()))


def test_it_says_whose_they_are_and_how_big_the_files_are(done: tuple[Path, Refreshed]) -> None:
    folder, said = done
    sizes = {name: len(content) for name, content in official.standing(folder).items()}
    assert set(sizes) == {"counties.geojson", "municipalities.geojson"}
    assert asdict(said) == {
        "source": OFFICIAL[0],
        "date": OFFICIAL[1],
        "licence": OFFICIAL[2],
        "property": "SAV_KODAS",
        "features": 60,
        "simplified_m": 500,
        "files": sizes,
    }
    assert boundaries.source(folder) == Source(*OFFICIAL)


def test_every_code_is_drawn_in_order_as_the_store_wants_it(done: tuple[Path, Refreshed], tiny_store: Store) -> None:
    folder, _ = done
    boundaries.check(folder, tiny_store)
    municipalities, counties = _shapes(folder, "municipalities"), _shapes(folder, "counties")
    assert list(municipalities) == sorted(_counties())
    assert list(counties) == sorted(set(_counties().values()))
    for area in (*municipalities.values(), *counties.values()):
        for part in shapely.get_parts(area):
            assert not part.exterior.is_ccw
            assert all(ring.is_ccw for ring in part.interiors)


@pytest.mark.parametrize("level", ["municipalities", "counties"])
def test_areas_and_size_are_about_those_of_the_embedded_files(done: tuple[Path, Refreshed], level: str) -> None:
    old, new = (
        geopandas.read_file(boundaries.file(folder, level)).set_index("code").to_crs(3346)
        for folder in (seed.DATA, done[0])
    )
    assert ((new.area / old.area - 1).abs() < 0.03).all()
    common = new.intersection(old, align=True).area / new.union(old, align=True).area
    assert (common > 0.97).all()
    assert 0.8 < done[1].files[f"{level}.geojson"] / boundaries.file(seed.DATA, level).stat().st_size < 1.1


def test_there_is_no_gap_and_no_overlap(done: tuple[Path, Refreshed]) -> None:
    areas = list(_shapes(done[0], "municipalities").values())
    union = shapely.union_all(areas)
    assert union.area == pytest.approx(sum(area.area for area in areas), abs=1e-12)
    assert [len(part.interiors) for part in shapely.get_parts(union) if part.interiors] == []
    assert shapely.coverage_is_valid(areas)


def test_counties_are_the_unions_of_their_municipalities(done: tuple[Path, Refreshed]) -> None:
    municipalities, counties = _shapes(done[0], "municipalities"), _shapes(done[0], "counties")
    points = set(shapely.get_coordinates(list(municipalities.values())).view("complex").ravel())
    for county, area in counties.items():
        own = [municipalities[code] for code, its in _counties().items() if its == county]
        assert shapely.equals(area, shapely.union_all(own))
        assert set(shapely.get_coordinates(area).view("complex").ravel()) <= points


def test_the_same_file_gives_the_same_bytes(done: tuple[Path, Refreshed], folder: Path, tmp_path: Path) -> None:
    whole = official.collection()
    whole["features"].reverse()
    refresh(folder, official.written(tmp_path, whole))
    assert official.standing(folder) == official.standing(done[0])


def test_its_own_file_is_taken_again_with_the_source_it_names(done: tuple[Path, Refreshed], folder: Path) -> None:
    said = refresh(folder, str(boundaries.file(done[0], "municipalities")))
    assert (said.source, said.date, said.licence, said.property) == (*OFFICIAL, "code")
    old, new = (_shapes(place, "municipalities") for place in (done[0], folder))
    assert all(new[code].area == pytest.approx(old[code].area, rel=0.03) for code in old)


def test_a_file_may_be_replaced_by_itself(folder: Path) -> None:
    said = refresh(folder, str(boundaries.file(folder, "municipalities")))
    assert (said.source, said.date, said.licence) == ("municipalities.geojson", None, None)


def _anonymous(whole: dict[str, Any]) -> None:
    for feature in whole["features"]:
        feature["properties"] = {"LAU": f"{feature['properties']['SAV_KODAS']}.0"}


def _two_days(whole: dict[str, Any]) -> None:
    whole["features"][0]["properties"]["formav_dat"] = "2026-09-01"


def _other_day(value: object) -> Callable[[dict[str, Any]], None]:
    def change(whole: dict[str, Any]) -> None:
        for feature in whole["features"]:
            del feature["properties"]["formav_dat"]
            feature["properties"]["FORMAV_DAT"] = value

    return change


@pytest.mark.parametrize(
    ("change", "source", "property_"),
    [
        (_anonymous, ("copy.json", None, None), "LAU"),
        (_two_days, (OFFICIAL[0], None, OFFICIAL[2]), "SAV_KODAS"),
        (_other_day("2026/11/03 00:00:00"), (OFFICIAL[0], "2026-11-03", OFFICIAL[2]), "SAV_KODAS"),
        (_other_day("lapkritis"), (OFFICIAL[0], None, OFFICIAL[2]), "SAV_KODAS"),
        (_other_day(None), (OFFICIAL[0], None, OFFICIAL[2]), "SAV_KODAS"),
        (lambda whole: whole.pop("crs"), OFFICIAL, "SAV_KODAS"),
        (lambda whole: official.points(whole, lambda points: points[:, ::-1]), OFFICIAL, "SAV_KODAS"),
    ],
    ids=["no properties", "two days", "slashes", "no day", "null", "no crs", "north first"],
)
def test_properties_and_axes_may_be_others(
    folder: Path, tmp_path: Path, change: Callable[[Any], object], source: tuple[str, str, str], property_: str
) -> None:
    whole = official.collection()
    change(whole)
    said = refresh(folder, official.written(tmp_path, whole, "copy.json"))
    assert (said.source, said.date, said.licence, said.property) == (*source, property_)
    assert boundaries.source(folder) == Source(*source)


def test_the_address_of_the_register_says_whose_they_are_whatever_the_properties() -> None:
    whole = official.collection()
    _anonymous(whole)
    read = register.read(json.dumps(whole).encode(), fetch.REGISTER, _counties())
    assert read.source == Source(OFFICIAL[0], None, OFFICIAL[2])
    read = register.read(json.dumps(whole).encode(), "https://user:word@example.org:99/x.json", _counties())
    assert read.source == Source("example.org", None, None)


def test_slivers_are_closed_and_tiny_parts_dropped(done: tuple[Path, Refreshed], folder: Path, tmp_path: Path) -> None:
    whole = official.collection()
    official.reshape(whole, 12, lambda area: area.buffer(-1))
    official.reshape(whole, 18, lambda area: area.buffer(1))
    # An island in the sea, and a place inside of a neighbour that is cut out of it.
    official.reshape(whole, 23, lambda area: area.union(shapely.box(305_000, 6_190_000, 305_100, 6_190_100)))
    place = shapely.box(600_000, 6_180_000, 600_100, 6_180_100)
    inside = next(
        feature["properties"]["SAV_KODAS"] for feature in whole["features"] if shape(feature["geometry"]).covers(place)
    )
    official.reshape(whole, inside, lambda area: area.difference(place))
    official.reshape(whole, 11, lambda area: area.union(place))
    refresh(folder, official.written(tmp_path, whole))
    old, new = (_shapes(place, "municipalities") for place in (done[0], folder))
    assert [code for code in new if len(shapely.get_parts(new[code])) != len(shapely.get_parts(old[code]))] == []
    assert all(new[code].area == pytest.approx(old[code].area, rel=0.02) for code in old)
    assert shapely.coverage_is_valid(list(new.values()))


def test_files_that_are_not_there_are_made(folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder / "boundaries")
    refresh(folder, official.written(tmp_path, official.collection()))
    assert set(official.standing(folder)) == {"counties.geojson", "municipalities.geojson"}


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("failing", [1, 2])
def test_a_file_that_cannot_be_replaced_leaves_both_as_they_were(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, there: bool, failing: int
) -> None:
    if not there:
        shutil.rmtree(folder / "boundaries")
        (folder / "boundaries").mkdir()
    before, replace, tried = official.standing(folder), os.replace, []

    def broken(source: Path, target: Path) -> None:
        if str(source).endswith(".new"):
            tried.append(target)
            if len(tried) == failing:
                raise error
        replace(source, target)

    monkeypatch.setattr(module.os, "replace", broken)
    with pytest.raises((FileNotWritten, KeyboardInterrupt)):
        refresh(folder, official.written(tmp_path, official.collection()))
    assert len(tried) == failing
    assert official.standing(folder) == before


def test_a_folder_that_cannot_be_written_to_is_named(folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder / "boundaries")
    (folder / "boundaries").write_text("not a folder", "utf-8")
    with pytest.raises(FileNotWritten, match="File exists"):
        refresh(folder, official.written(tmp_path, official.collection()))
    assert (folder / "boundaries").read_text("utf-8") == "not a folder"
