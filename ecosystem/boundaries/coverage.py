"""Municipalities as one coverage: side by side without gap or overlap, simple enough for a page."""

from __future__ import annotations

import contextlib
import math
from functools import partial
from typing import TYPE_CHECKING

import geopandas
import numpy as np
import shapely
from shapely.geometry.polygon import orient

from ecosystem.boundaries.shapes import DEGREES
from ecosystem.boundaries.unfit import Unfit, listed
from ecosystem.messages import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geopandas import GeoSeries
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

# A gap or an overlap nowhere wider than this is closed; a wider one is a fault of the source.
SLIVER_M = 5
# Corners closer than this are one.
SNAP_M = 0.5
# A part smaller than this is dropped, unless it is the largest of its municipality; a neighbour takes the place.
PART_KM2 = 0.05
# No such part is wider than a circle of its area.
PART_M = 2 * math.sqrt(PART_KM2 * 1e6 / math.pi)
# About the root of the area that a corner may cut off and be left out: the file gets some 110 to 140 kB.
SIMPLIFIED_M = 500
# The part of its area by which simplifying may change a municipality.
CHANGED = 0.05
# Decimals of a degree; 4 are about 10 m. 5 where 4 would make edges cross.
DECIMALS = (4, 5)
UNMATCHED = mark("the borders of neighbours do not match")


def matched(municipalities: GeoSeries) -> GeoSeries:
    """The shapes edge to edge, without small parts; raises Unfit with the place where they overlap or leave a gap."""
    shapes = municipalities.to_numpy()
    _no_overlaps(municipalities.index, shapes)
    _no_gaps(municipalities.index, shapes)
    large = np.array([_without_small_parts(shape) for shape in shapes], dtype=object)
    clean = shapely.coverage_clean(large, gap_width=PART_M, snapping_distance=SNAP_M)
    if not _is_whole(clean):
        raise Unfit(UNMATCHED)
    return geopandas.GeoSeries(clean, index=municipalities.index, crs=municipalities.crs)


def simplified(municipalities: GeoSeries) -> GeoSeries:
    """The coverage with fewer corners, in WGS 84 rounded, still whole; raises Unfit where that does not succeed."""
    simple = municipalities.simplify_coverage(SIMPLIFIED_M)
    changed = (simple.area / municipalities.area - 1).abs()
    if changed.max() > CHANGED:
        raise Unfit(mark("{code} loses its form when simplified"), code=changed.idxmax())
    degrees = simple.to_crs(DEGREES).to_numpy()
    for decimals in DECIMALS:
        with contextlib.suppress(shapely.errors.GEOSException):
            rounded = shapely.remove_repeated_points(shapely.transform(degrees, partial(np.round, decimals=decimals)))
            if _is_whole(rounded):
                shapes = [_clockwise(shape) for shape in rounded]
                return geopandas.GeoSeries(shapes, index=simple.index, crs=DEGREES)
    raise Unfit(UNMATCHED)


def dissolved(municipalities: GeoSeries, areas: Mapping[str, str]) -> GeoSeries:
    """The unions of the municipalities that belong to one area (a county), by its code, along the same borders."""
    unions = {
        area: _clockwise(shapely.coverage_union_all([municipalities[code] for code in areas if areas[code] == area]))
        for area in sorted(set(areas.values()))
    }
    return geopandas.GeoSeries(unions, crs=municipalities.crs)


def _no_overlaps(codes: Iterable[str], shapes: NDArray[np.object_]) -> None:
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    one, other = one[one < other], other[one < other]
    common = shapely.intersection(shapes[one], shapes[other])
    wide = _wide(common)
    if wide.any():
        names, worst = list(codes), int(np.argmax(np.where(wide, shapely.area(common), 0)))
        raise Unfit(
            mark("{one} and {other} overlap by {area} km²"),
            one=names[one[worst]],
            other=names[other[worst]],
            area=f"{common[worst].area / 1e6:.2f}",
        )


def _no_gaps(codes: Iterable[str], shapes: NDArray[np.object_]) -> None:
    union = shapely.union_all(shapes)
    # A municipality may lie within a hole: what is left of it is the gap.
    holes = shapely.difference(_holes(union), union)
    wide = holes[_wide(holes)]
    if len(wide):
        worst = max(wide, key=lambda hole: hole.area)
        around = [code for code, shape in zip(codes, shapes, strict=True) if shape.distance(worst) < SNAP_M]
        reason = mark("a gap of {area} km² beside {codes}")
        raise Unfit(reason, area=f"{worst.area / 1e6:.2f}", codes=listed(around))


def _wide(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which of the shapes are somewhere wider than a sliver."""
    wide: NDArray[np.bool_] = ~shapely.is_empty(shapely.buffer(shapes, -SLIVER_M / 2))
    return wide


def _holes(shape: BaseGeometry) -> NDArray[np.object_]:
    rings = [ring for part in shapely.get_parts(shape) for ring in part.interiors]
    return np.array([shapely.Polygon(ring) for ring in rings], dtype=object)


def _is_whole(shapes: NDArray[np.object_]) -> bool:
    """Whether all shapes are valid polygons side by side: the same corners along every border, no gap, no overlap."""
    if not shapely.is_valid(shapes).all() or shapely.is_empty(shapes).any() or not shapely.coverage_is_valid(shapes):
        return False
    return not len(_holes(shapely.coverage_union_all(shapes)))


def _without_small_parts(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    large = parts[areas >= min(PART_KM2 * 1e6, areas.max())]
    return large[0] if len(large) == 1 else shapely.MultiPolygon(list(large))


def _clockwise(shape: BaseGeometry) -> BaseGeometry:
    """The shape in its one canonical order, exterior rings clockwise and holes counter-clockwise."""
    parts = [orient(part, -1) for part in shapely.get_parts(shape.normalize())]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
