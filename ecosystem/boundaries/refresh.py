"""The boundaries anew: from the Address Register, or from a file, into `data/boundaries`."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import mapping

from ecosystem.boundaries import coverage, fetch, known, register, shapes
from ecosystem.boundaries.files import check_file, file
from ecosystem.boundaries.unfit import Unfit, shown
from ecosystem.errors import BoundariesDamaged, BoundariesRefused, FileNotWritten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geopandas import GeoSeries

    from ecosystem.boundaries.files import Source


@dataclass(frozen=True)
class Refreshed:
    """Whose boundaries stand there now, and what was made of them.

    `property` held the codes of the `features`; `simplified_m` is the tolerance in metres; `files` are their bytes.
    """

    source: str
    date: str | None
    licence: str | None
    property: str
    features: int
    simplified_m: int
    files: dict[str, int]


def refresh(data: Path, origin: str = fetch.REGISTER) -> Refreshed:
    """Replace both files in `data/boundaries` by the municipalities at `origin`, an address or a file.

    They are simplified, and the counties are their unions. The old files stay as they are, byte for byte, whatever is
    raised: BoundariesNotReached, BoundariesRefused with the reason, FileNotWritten.
    """
    expected = known.municipalities(data)
    counties = {code: municipality.county for code, municipality in expected.items()}
    try:
        read = register.read(fetch.read(origin), origin, expected)
        whole = shapes.shapes(read.geometries, read.crs)
        shapes.agree(whole, expected)
        drawn = coverage.simplified(coverage.matched(whole))
        levels = {"municipalities": drawn, "counties": coverage.dissolved(drawn, counties)}
        sizes = _write({file(data, level): areas for level, areas in levels.items()}, read.source)
    except Unfit as unfit:
        raise BoundariesRefused(origin=shown(origin), detail=unfit.reason) from unfit
    except BoundariesDamaged as damaged:
        raise BoundariesRefused(origin=shown(origin), detail=damaged.values["detail"]) from damaged
    except shapely.errors.ShapelyError as error:
        raise BoundariesRefused(origin=shown(origin), detail=f"{type(error).__name__}: {error}") from error
    return Refreshed(
        read.source.name,
        read.source.date,
        read.source.licence,
        read.property,
        len(whole),
        coverage.SIMPLIFIED_M,
        sizes,
    )


def _write(drawn: dict[Path, GeoSeries], source: Source) -> dict[str, int]:
    """Write every file beside the old one, check it as the store does, then put all in place; gives their bytes."""
    with contextlib.ExitStack() as left:
        new = {}
        for path, areas in drawn.items():
            with _refusing(path):
                path.parent.mkdir(exist_ok=True)
                new[path] = left.enter_context(_beside(path, "new"))
                new[path].write_text(_geojson(areas, source), "utf-8")
            check_file(new[path], areas.index)
        sizes = {path.name: beside.stat().st_size for path, beside in new.items()}
        _put_in_place(new)
    return sizes


def _put_in_place(new: dict[Path, Path]) -> None:
    """All files or none: where one cannot be replaced, those before it are put back."""
    with contextlib.ExitStack() as left, contextlib.ExitStack() as back:
        old = {path: left.enter_context(_beside(path, "old")) for path in new}
        for path in new:
            if path.exists():
                with _refusing(path):
                    shutil.copy2(path, old[path])
        for path, beside in new.items():
            back.callback(_put_back, path, old[path])
            with _refusing(path):
                os.replace(beside, path)
        back.pop_all()


def _put_back(path: Path, old: Path) -> None:
    if old.exists():
        os.replace(old, path)
    else:
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def _beside(path: Path, what: str) -> Iterator[Path]:
    """A path in the same folder, at which nothing is left in the end."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.{what}")
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileNotWritten(path=path, detail=error.strerror) from error


def _geojson(areas: GeoSeries, source: Source) -> str:
    """A FeatureCollection in one line; the source stands beside the features, where `files.source` finds it."""
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": mapping(area)} for code, area in areas.items()
    ]
    whole = {"type": "FeatureCollection", "source": source.name, "date": source.date, "licence": source.licence}
    said = {name: value for name, value in whole.items() if value is not None}
    return json.dumps({**said, "features": features}, ensure_ascii=False, separators=(",", ":"))
