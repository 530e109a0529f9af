"""Lines that fill areas: inside them, one family over all, and in every area that has room for one."""

from __future__ import annotations

import csv
import json
from math import isclose
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box, mapping, shape

from ecosystem import boundaries, seed
from ecosystem.boundaries.hatching import INSET, SLOPE, STEP, hatching

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.boundaries.hatching import Lines

# Ends are written to three decimals of a degree.
ROUNDED = 0.0005
embedded = pytest.mark.parametrize(("level", "column"), [("counties", "county"), ("municipalities", "municipality")])


def written(data: Path, **areas: Polygon | MultiPolygon) -> dict[str, Lines]:
    """The hatching of a file that holds these areas by code."""
    path = boundaries.file(data, "counties")
    path.parent.mkdir(exist_ok=True)
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": mapping(area)} for code, area in areas.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return hatching(data, "counties")


def drawn(lines: Lines) -> list[LineString]:
    """The lines one by one; each takes two points, and a gap after them."""
    lons, lats = lines
    assert len(lons) == len(lats)
    assert len(lons) % 3 == 0
    assert {*lons[2::3], *lats[2::3]} <= {None}
    ends = [(x, y) for x, y in zip(lons, lats, strict=True) if x is not None and y is not None]
    assert len(ends) * 3 == len(lons) * 2
    return [LineString([one, other]) for one, other in zip(ends[::2], ends[1::2], strict=True)]


def number(line: LineString) -> int:
    """Which line of the family it lies on; the same at both ends."""
    (x0, y0), (x1, y1) = line.coords
    first, last = (y0 - SLOPE * x0) / STEP, (y1 - SLOPE * x1) / STEP
    assert abs(first - round(first)) < 0.02
    assert round(first) == round(last)
    return round(first)


@embedded
def test_every_area_of_the_dataset_has_lines(level: str, column: str) -> None:
    with (seed.DATA / f"{level}.csv").open(encoding="utf-8", newline="") as lines:
        codes = {row[column] for row in csv.DictReader(lines)}
    found = hatching(seed.DATA, level)
    assert found.keys() == codes
    assert not [code for code, of in found.items() if not drawn(of)]


@embedded
def test_lines_lie_inside_their_area_off_its_border_on_one_family(level: str, column: str) -> None:
    features = json.loads(boundaries.file(seed.DATA, level).read_text("utf-8"))["features"]
    areas = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    for code, of in hatching(seed.DATA, level).items():
        for line in drawn(of):
            assert areas[code].covers(line), code
            assert line.distance(areas[code].boundary) > INSET - 4 * ROUNDED, code
            number(line)


def test_the_lines_of_a_county_are_those_of_its_municipalities() -> None:
    counties, municipalities = (hatching(seed.DATA, level) for level in ("counties", "municipalities"))
    with (seed.DATA / "municipalities.csv").open(encoding="utf-8", newline="") as lines:
        within = [(row["municipality"], row["county"]) for row in csv.DictReader(lines)]
    for code, of in counties.items():
        numbers = {number(line) for line in drawn(of)}
        for municipality, county in within:
            if county == code:
                assert {number(line) for line in drawn(municipalities[municipality])} <= numbers, municipality


def test_the_lines_of_a_square_by_hand(tmp_path: Path) -> None:
    found = drawn(written(tmp_path, one=box(0, 0, 1, 1))["one"])
    # From the lower right corner, (0.006 - 0.575 * 0.994) / 0.07 = -8.08, to the upper left one, 14.15.
    assert sorted(map(number, found)) == list(range(-8, 15))
    middle = next(line for line in found if number(line) == 3)
    assert list(middle.coords) == [(0.006, 0.213), (0.994, 0.782)]


def test_the_lines_of_neighbours_continue_each_other(tmp_path: Path) -> None:
    found = written(tmp_path, left=box(24, 55, 25, 56), right=box(25, 55, 26, 56))
    left, right = ({number(line): line for line in drawn(found[code])} for code in ("left", "right"))
    # All that cross the border between them.
    crossing = [at for at in left if 55.02 < SLOPE * 25 + STEP * at < 55.98]
    assert len(crossing) == 14
    assert set(crossing) <= right.keys()
    for at in crossing:
        (x0, y0), (x1, y1) = left[at].coords[-1], right[at].coords[0]
        assert isclose(x1 - x0, 2 * INSET, abs_tol=2 * ROUNDED)
        assert isclose(y1 - y0, SLOPE * 2 * INSET, abs_tol=3 * ROUNDED)


def test_no_line_runs_through_a_hole_or_between_parts(tmp_path: Path) -> None:
    hole = box(24.3, 55.3, 24.7, 55.7)
    ring = box(24, 55, 25, 56) - hole
    parts = MultiPolygon([box(24, 55, 24.4, 56), box(24.6, 55, 25, 56)])
    for area in (ring, parts):
        found = drawn(written(tmp_path, one=area)["one"])
        assert all(area.covers(line) for line in found)
        numbers = [number(line) for line in found]
        # Some are in two pieces.
        assert len(numbers) > len(set(numbers))


@pytest.mark.parametrize(
    "area",
    [
        box(24, 55, 24 + INSET, 56),
        box(24, 55, 24.01, 55.01),
        # Wide enough, but between two lines.
        box(24, SLOPE * 24 + STEP * 593 + 0.02, 24.03, SLOPE * 24 + STEP * 593 + 0.06),
    ],
    ids=["narrow", "small", "between"],
)
def test_an_area_too_small_for_any_line_has_none(tmp_path: Path, area: Polygon) -> None:
    found = written(tmp_path, small=area, large=box(22, 55, 23, 56))
    assert found["small"] == ([], [])
    assert drawn(found["large"])


def test_without_areas_there_are_no_lines(tmp_path: Path) -> None:
    assert written(tmp_path) == {}


def test_lines_fill_an_area_evenly(tmp_path: Path) -> None:
    area = box(24, 55, 25, 56)
    found = drawn(written(tmp_path, one=area)["one"])
    # Wherever one looks, a line is no further than half a step.
    inner = area.buffer(-STEP)
    everywhere = shapely.union_all(found).buffer(STEP / 2)
    assert everywhere.covers(inner)
