"""What a file of municipalities holds: a shape for every code, and whose they are.

Written for the Address Register (GeoJSON, EPSG:3346, properties SAV_KODAS, SAV_PAV, formav_dat and others); any GeoJSON
of the same municipalities will do.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ecosystem.boundaries.fetch import REGISTER, is_address
from ecosystem.boundaries.files import UNREADABLE, Source, stated
from ecosystem.boundaries.unfit import Unfit, listed, shown
from ecosystem.messages import mark

if TYPE_CHECKING:
    from collections.abc import Collection

OFFICIAL = "VĮ Registrų centras, Adresų registras"
LICENCE = "CC BY 4.0"
# Properties of the register, in any case: the code of a municipality, and the day the file was made.
CODE, MADE = "sav_kodas", "formav_dat"
Feature = dict[str, Any]


@dataclass(frozen=True)
class Read:
    """The GeoJSON geometry of every code, the property the codes stood in, the `crs` member and the source."""

    geometries: dict[str, Any]
    property: str
    crs: object
    source: Source


def read(raw: bytes, origin: str, codes: Collection[str]) -> Read:
    """What the file from `origin` holds of the municipalities with these codes; raises Unfit with the reason."""
    collection = _collection(raw)
    features: list[Feature] = collection["features"]
    column = _column(features, codes)
    geometries = {str(_code(feature["properties"][column])): feature["geometry"] for feature in features}
    return Read(geometries, shown(column), collection.get("crs"), _source(collection, origin))


def _collection(raw: bytes) -> dict[str, Any]:
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Unfit(mark("it is a web page or XML, not GeoJSON"))
    try:
        whole = json.loads(raw)
        fits = whole["type"] == "FeatureCollection" and all(
            isinstance(feature["properties"], dict) and "geometry" in feature for feature in whole["features"]
        )
    except UNREADABLE as error:
        detail = shown(f"{type(error).__name__}: {error}")
        raise Unfit(mark("it is not GeoJSON ({detail})"), detail=detail) from error
    if not fits or not isinstance(whole["features"], list):
        raise Unfit(mark("it is not a FeatureCollection of features with properties and a geometry"))
    return dict(whole)


def _column(features: list[Feature], codes: Collection[str]) -> str:
    """The first property, by name, that holds exactly these codes, each once."""
    names: list[str] = sorted({name for feature in features for name in feature["properties"]})
    held = {name: [_code(feature["properties"].get(name)) for feature in features] for name in names}
    for name, values in held.items():
        if len(values) == len(codes) and set(values) == set(codes):
            return name
    best = max(names, key=lambda name: len(set(held[name]) & set(codes)), default=None)
    if best is None or not set(held[best]) & set(codes):
        raise Unfit(mark("{features} features, and no property holds codes of municipalities"), features=len(features))
    found = held[best]
    raise Unfit(
        mark("{features} features; codes in {property}: missing {missing}; not known {unknown}; doubled {doubled}"),
        features=len(features),
        property=shown(best),
        missing=listed(set(codes) - set(found)),
        unknown=listed({shown(value) for value in found if value is not None} - set(codes)),
        doubled=listed({code for code in codes if found.count(code) > 1}),
    )


def _code(value: object) -> str | None:
    """A code as our tables write it, whether a text, 1, 1.0 or "1.0"; None for no text and no number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value).strip()
    number = re.fullmatch(r"([0-9]{1,2})(\.0+)?", text)
    return number[1].zfill(2) if number else text[:20]


def _source(collection: dict[str, Any], origin: str) -> Source:
    """Whose boundaries these are: the register's own, told by address or properties; else whom the file names.

    A copy of the register's file is the register's wherever it lies. What names nobody is called by its host or file.
    """
    properties = {name.casefold() for feature in collection["features"] for name in feature["properties"]}
    made = _made(collection["features"])
    if origin == REGISTER or CODE in properties:
        return Source(OFFICIAL, made, LICENCE)
    place = urlsplit(origin).hostname if is_address(origin) else PurePath(origin).name
    return stated(collection) or Source(shown(place or origin), made, None)


def _made(features: list[Feature]) -> str | None:
    """The day the file was made as an ISO date, where all features state the same one."""
    days = {
        _day(next((value for name, value in feature["properties"].items() if name.casefold() == MADE), None))
        for feature in features
    }
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day else None


def _day(value: object) -> date | None:
    try:
        # Some programs write the dates of GeoJSON with slashes.
        return datetime.fromisoformat(str(value).replace("/", "-")).date()
    except ValueError:
        return None
