"""The boundaries in `data/boundaries`: whether both files can be drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import shape

from ecosystem.errors import BoundariesDamaged
from ecosystem.messages import Phrase, mark

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from ecosystem.store import Store

# Level: the table whose codes the file draws, and the column that holds them.
LEVELS = {"counties": "county", "municipalities": "municipality"}


def file(data: Path, level: str) -> Path:
    """Where the boundaries of `level` (counties, municipalities) are."""
    return data / "boundaries" / f"{level}.geojson"


def check(data: Path, store: Store) -> None:
    """Raise BoundariesDamaged unless both files hold exactly the codes of the store's tables, each a valid polygon.

    Exterior rings have to run clockwise: plotly fills the others inside out, though every library calls them valid.
    """
    for level, column in LEVELS.items():
        path = file(data, level)
        try:
            features = json.loads(path.read_text("utf-8"))["features"]
            drawn = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
        except (
            OSError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            RecursionError,
            shapely.errors.ShapelyError,
        ) as error:
            raise BoundariesDamaged(path=path, detail=f"{type(error).__name__}: {error}") from error
        codes = store.query(f"SELECT {column} AS code FROM {level}")["code"].to_pylist()
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
