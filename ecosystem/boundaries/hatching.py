"""Lines that fill an area on the map where nothing is recorded: choropleths can be drawn without a pattern only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import shape

from ecosystem.boundaries.files import file

if TYPE_CHECKING:
    from pathlib import Path

# Degrees of latitude between two lines, their slope on the map, and how far they stay from the border.
STEP, SLOPE, INSET = 0.07, 0.575, 0.006
# Longitudes and latitudes of lines, one after the other, with None between two.
Lines = tuple[list[float | None], list[float | None]]


def hatching(data: Path, level: str) -> dict[str, Lines]:
    """By code the lines that fill each area of `level` (counties, municipalities); one too small for any has none."""
    features = json.loads(file(data, level).read_text("utf-8"))["features"]
    return {feature["properties"]["code"]: _lines(shape(feature["geometry"])) for feature in features}


def _lines(area: shapely.Geometry) -> Lines:
    inner = area.buffer(-INSET)
    lons: list[float | None] = []
    lats: list[float | None] = []
    if inner.is_empty:
        return lons, lats
    west, south, east, north = inner.bounds
    # The lines of neighbours continue each other.
    first, last = int((south - SLOPE * east) / STEP), int((north - SLOPE * west) / STEP) + 1
    across = [
        shapely.LineString([(west, SLOPE * west + STEP * number), (east, SLOPE * east + STEP * number)])
        for number in range(first, last + 1)
    ]
    for part in shapely.get_parts(shapely.intersection(shapely.MultiLineString(across), inner)):
        if part.geom_type == "LineString" and not part.is_empty:
            (x0, y0), (x1, y1) = part.coords[0], part.coords[-1]
            lons += [round(x0, 3), round(x1, 3), None]
            lats += [round(y0, 3), round(y1, 3), None]
    return lons, lats
