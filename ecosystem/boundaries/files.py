"""The files in `data/boundaries`: whether both can be drawn, and whose boundaries they hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import shape

from ecosystem.boundaries.unfit import shown
from ecosystem.errors import BoundariesDamaged
from ecosystem.messages import Phrase, mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from ecosystem.store import Store

# Level: the table whose codes the file draws, and the column that holds them.
LEVELS = {"counties": "county", "municipalities": "municipality"}
# What a file, or a shape in it, raises that is not as it should be.
UNREADABLE = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    shapely.errors.ShapelyError,
)


@dataclass(frozen=True)
class Source:
    """Whose boundaries are drawn, as of which day and under which licence; None = not stated."""

    name: str
    date: str | None
    licence: str | None


def file(data: Path, level: str) -> Path:
    """Where the boundaries of `level` (counties, municipalities) are."""
    return data / "boundaries" / f"{level}.geojson"


def source(data: Path) -> Source | None:
    """Whose boundaries the file of the municipalities says it holds; None where it names nobody.

    It says so beside its features (`source`, `date`, `licence`; foreign members, RFC 7946 section 6.1). Raises
    BoundariesDamaged where it cannot be read.
    """
    path = file(data, "municipalities")
    try:
        return stated(json.loads(path.read_bytes()))
    except UNREADABLE as error:
        raise BoundariesDamaged(path=path, detail=f"{type(error).__name__}: {error}") from error


def stated(collection: dict[str, object]) -> Source | None:
    """Whom a FeatureCollection names as its source."""
    name, date, licence = (
        shown(value) if isinstance(value := collection.get(member), str) and value.strip() else None
        for member in ("source", "date", "licence")
    )
    return Source(name, date, licence) if name else None


def check(data: Path, store: Store) -> None:
    """Raise BoundariesDamaged unless both files hold exactly the codes of the store's tables, each a valid polygon.

    Exterior rings have to run clockwise: plotly fills the others inside out, though every library calls them valid.
    """
    for level, column in LEVELS.items():
        codes = store.query(f"SELECT {column} AS code FROM {level}")["code"].to_pylist()
        check_file(file(data, level), codes)


def check_file(path: Path, codes: Iterable[str]) -> None:
    """Raise BoundariesDamaged unless the file at `path` holds exactly these codes, each a valid polygon as above."""
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
        drawn = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    except UNREADABLE as error:
        raise BoundariesDamaged(path=path, detail=f"{type(error).__name__}: {error}") from error
    wrong = _codes(set(codes), set(drawn), len(features)) or _shapes(drawn)
    if wrong:
        raise BoundariesDamaged(path=path, detail=wrong)


def _codes(expected: set[str], drawn: set[str], features: int) -> Phrase | None:
    missing, unknown = sorted(expected - drawn), sorted(str(code) for code in drawn - expected)
    if missing or unknown or features != len(drawn):
        reason = mark("{features} features; codes missing: {missing}; not known: {unknown}")
        named = {"missing": ", ".join(missing) or "–", "unknown": ", ".join(unknown) or "–"}
        return Phrase(reason, {"features": features, **named})
    return None


def _shapes(drawn: dict[str, BaseGeometry]) -> Phrase | None:
    for code, geometry in drawn.items():
        if geometry.geom_type not in ("Polygon", "MultiPolygon") or geometry.is_empty or not geometry.is_valid:
            return Phrase(mark("{code} is no valid polygon"), {"code": code})
        if any(shapely.is_ccw(polygon.exterior) for polygon in getattr(geometry, "geoms", [geometry])):
            return Phrase(mark("the exterior ring of {code} does not run clockwise"), {"code": code})
    return None
