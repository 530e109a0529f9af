"""A file like the Address Register's: the embedded municipalities in EPSG:3346 under its properties, out of order."""

from __future__ import annotations

import copy
import functools
import json
import random
import shutil
from typing import TYPE_CHECKING, Any

import geopandas
import shapely
from shapely.geometry import mapping, shape

from ecosystem import boundaries, seed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

Collection = dict[str, Any]
CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3346"}}


@functools.cache
def _made() -> str:
    embedded = geopandas.read_file(boundaries.file(seed.DATA, "municipalities")).to_crs(3346)
    features = [
        {
            "type": "Feature",
            "properties": {"FID": number, "SAV_KODAS": int(code), "SAV_PAV": "Savivaldybė", "formav_dat": "2026-10-01"},
            "geometry": mapping(shapely.set_precision(geometry, 0.01).reverse()),
        }
        for number, (code, geometry) in enumerate(zip(embedded["code"], embedded.geometry, strict=True), start=1)
    ]
    random.Random(1).shuffle(features)
    return json.dumps({"type": "FeatureCollection", "crs": CRS, "features": features})


def collection() -> Collection:
    """A copy of its own, to be changed."""
    return dict(json.loads(_made()))


def feature(whole: Collection, code: int) -> dict[str, Any]:
    """The feature with this code."""
    return next(dict_ for dict_ in whole["features"] if dict_["properties"]["SAV_KODAS"] == code)


def reshape(whole: Collection, code: int, change: Callable[[BaseGeometry], BaseGeometry]) -> None:
    """Put a changed shape in the place of the one with this code."""
    found = feature(whole, code)
    found["geometry"] = json.loads(json.dumps(mapping(change(shape(found["geometry"])))))


def points(whole: Collection, change: Callable[[Any], Any]) -> None:
    """Change all coordinates, an array of two columns."""
    for one in whole["features"]:
        one["geometry"] = mapping(shapely.transform(shape(one["geometry"]), change))


def swap(whole: Collection, one: int, other: int) -> None:
    """Give the shape of either code to the other."""
    first, second = feature(whole, one), feature(whole, other)
    first["geometry"], second["geometry"] = copy.copy(second["geometry"]), copy.copy(first["geometry"])


def written(folder: Path, whole: Collection, name: str = "adr_gra_savivaldybes.json") -> str:
    """The path of the file, as the command line gets it."""
    path = folder / name
    path.write_text(json.dumps(whole), "utf-8")
    return str(path)


def data(folder: Path) -> Path:
    """A data folder with what a refresh reads and writes."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(seed.DATA / "boundaries", folder / "boundaries")
    shutil.copy(seed.DATA / "municipalities.csv", folder)
    return folder


def standing(folder: Path) -> dict[str, bytes]:
    """What stands in the folder of the boundaries."""
    return {path.name: path.read_bytes() for path in (folder / "boundaries").iterdir()}
