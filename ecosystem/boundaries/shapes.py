"""From GeoJSON geometries to shapes in metres (EPSG:3346), each of them the municipality its code names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import geopandas
import numpy as np
import shapely
from shapely.geometry import shape

from ecosystem.boundaries.files import UNREADABLE
from ecosystem.boundaries.unfit import Unfit, shown
from ecosystem.messages import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopandas import GeoSeries
    from shapely.geometry.base import BaseGeometry

    from ecosystem.boundaries.known import Known

METRES, DEGREES = 3346, 4326
# Between which values Lithuania lies: west, south, east, north. No two of these ranges meet, nor do their axes.
WITHIN = {METRES: (280_000, 5_950_000, 700_000, 6_280_000), DEGREES: (20, 53, 28, 57)}
# Names in the `crs` member; EPSG:2600 is the older number of EPSG:3346.
SYSTEMS = {"EPSG:3346": METRES, "EPSG:2600": METRES, "EPSG:4326": DEGREES, "OGC:CRS84": DEGREES}
# The part of its area by which mending a shape may change it.
MENDED = 0.001
# How far off the area in our table may be (waters count or not: Neringa), and a point in the middle from the shape.
AREA_FACTOR = 2
NEAR_M = 2_000


def shapes(geometries: Mapping[str, Any], crs: object) -> GeoSeries:
    """Valid polygons in EPSG:3346, by code in order; raises Unfit for what is none, or not where Lithuania is."""
    codes = sorted(geometries)
    found = [_flat(code, geometries[code]) for code in codes]
    system, swapped = _system(found, crs)
    if swapped:
        found = [shapely.transform(geometry, lambda points: points[:, ::-1]) for geometry in found]
    metres = geopandas.GeoSeries(found, index=codes, crs=system).to_crs(METRES)
    return geopandas.GeoSeries([_valid(code, metres[code]) for code in codes], index=codes, crs=METRES)


def agree(municipalities: GeoSeries, known: Mapping[str, Known]) -> None:
    """Raise Unfit where a shape is not the municipality of its code: by area, and by a point in its middle."""
    for code, geometry in municipalities.items():
        expected, area = known[code].area_km2, geometry.area / 1e6
        if not expected / AREA_FACTOR <= area <= expected * AREA_FACTOR:
            reason = mark("{code} has {area} km², where {expected} km² are known: the codes may be mixed up")
            raise Unfit(reason, code=code, area=f"{area:.2f}", expected=f"{expected:.2f}")
    middles = geopandas.points_from_xy(
        [known[code].lon for code in municipalities.index], [known[code].lat for code in municipalities.index]
    )
    off = municipalities.distance(geopandas.GeoSeries(middles, index=municipalities.index, crs=DEGREES).to_crs(METRES))
    if off.max() > NEAR_M:
        reason = mark("{code} lies {distance} km from where it is known to be: the codes may be mixed up")
        raise Unfit(reason, code=off.idxmax(), distance=f"{off.max() / 1000:.1f}")


def _flat(code: str, geometry: object) -> BaseGeometry:
    """The polygon of a GeoJSON geometry, without heights."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise Unfit(mark("the geometry of {code} is no polygon"), code=code)
    try:
        with np.errstate(invalid="ignore"):
            flat = shapely.force_2d(shape(geometry))
    except UNREADABLE as error:
        detail = shown(f"{type(error).__name__}: {error}")
        raise Unfit(mark("the polygon of {code} cannot be read ({detail})"), code=code, detail=detail) from error
    if flat.is_empty or not np.isfinite(shapely.get_coordinates(flat)).all():
        raise Unfit(mark("the polygon of {code} is empty or holds no numbers"), code=code)
    return flat


def _system(found: list[BaseGeometry], crs: object) -> tuple[int, bool]:
    """The coordinate system, and whether the axes are swapped (north before east).

    Told by where the coordinates lie, for no two of the ranges meet; a system that the file names has to agree.
    """
    west, south, east, north = shapely.total_bounds(found)
    stated = _stated(crs)
    for system, (least_x, least_y, most_x, most_y) in WITHIN.items():
        straight = least_x <= west and least_y <= south and east <= most_x and north <= most_y
        swapped = least_x <= south and least_y <= west and north <= most_x and east <= most_y
        if (straight or swapped) and stated in (None, system):
            return system, swapped
    reason = mark("its coordinates ({bounds}) are not those of Lithuania in {system}")
    bounds = ", ".join(f"{value:.6g}" for value in (west, south, east, north))
    raise Unfit(reason, bounds=bounds, system=f"EPSG:{stated}" if stated else "EPSG:3346, EPSG:4326")


def _stated(crs: object) -> int | None:
    """The system that the `crs` member names, as GeoJSON had it before RFC 7946; None where there is none."""
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    parts = re.split(r":+", name.strip().upper().removeprefix("URN:OGC:DEF:CRS:")) if isinstance(name, str) else []
    system = SYSTEMS.get(f"{parts[0]}:{parts[-1]}") if parts else None
    if system is None:
        told = shown(str(name or json.dumps(crs)))[:80]
        raise Unfit(mark("its coordinate system {system} is neither EPSG:3346 nor WGS 84"), system=told)
    return system


def _valid(code: str, geometry: BaseGeometry) -> BaseGeometry:
    """The shape itself, or mended where that hardly changes it."""
    if geometry.is_valid:
        return geometry
    mended = shapely.make_valid(geometry)
    polygons = [part for part in shapely.get_parts(mended) if part.geom_type in ("Polygon", "MultiPolygon")]
    mended = shapely.union_all(polygons)
    if not polygons or abs(mended.area - geometry.area) > MENDED * mended.area:
        detail = shapely.is_valid_reason(geometry)
        raise Unfit(mark("the polygon of {code} crosses itself ({detail})"), code=code, detail=detail)
    return mended
