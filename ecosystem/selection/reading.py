"""From the parameters of an address to a selection: what is good is taken, what is bad is dropped and named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ecosystem import words
from ecosystem.messages import mark
from ecosystem.selection import places
from ecosystem.selection.chosen import ALL, NONE
from ecosystem.selection.value import LISTS, PARAMETERS, Noun, Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_Q = 200
UNKNOWN = mark("no such value")
EMPTY = mark("empty")
NOT_A_YEAR = mark("not a year between 1900 and 2100")
BACKWARDS = mark("the years start after they end")
ELSEWHERE = mark("not in the chosen counties")
NO_WORDS = mark("holds no word")
TOO_LONG = mark("longer than 200 characters")
ONLY_ONE = mark("takes the value 1 only")
ONLY_WITH_YEARS = mark("works only together with years")
# What stands beside codes in some fields.
_SPECIAL = {"collection": (ALL,), "relevance": (ALL,), "county": (NONE,), "municipality": (NONE,)}


class Known(Protocol):
    """What can be asked for; see `measures.choices`."""

    def among(self, parameter: str, values: Collection[str]) -> Collection[str]:
        """Those of the values that the parameter may take."""

    def county_of(self, municipality: str) -> str | None:
        """The county of a municipality."""


@dataclass(frozen=True)
class Dropped:
    """A value of an address that is not followed; `reason` is a catalogue key."""

    parameter: str
    value: str
    reason: str

    def for_programs(self) -> dict[str, str]:
        """What was dropped as programs are told: `parameter`, `value`."""
        return {"parameter": self.parameter, "value": self.value}


@dataclass(frozen=True)
class Read:
    """The selection that an address asks for, and what of it was dropped, in the order of the parameters."""

    selection: Selection
    dropped: tuple[Dropped, ...]


def read(parameters: Mapping[str, Sequence[str]], known: Known, noun: Noun = "initiatives") -> Read:
    """The selection in the parameters of an address; names that are none of a selection's are ignored.

    Of a repeated single one the last counts. A municipality outside the chosen counties is dropped, and so are both
    years when they start after they end.
    """
    # Half a sign can be neither asked for nor written.
    parameters = {
        name: [value.encode("utf-8", "replace").decode() for value in parameters[name]]
        for name in PARAMETERS
        if name in parameters
    }
    dropped: list[Dropped] = []
    values: dict[str, object] = {
        name: _listed(name, parameters[name], known, dropped) for name in LISTS if parameters.get(name)
    }
    for name, take in _SINGLE.items():
        if parameters.get(name):
            taken = take(parameters[name][-1].strip())
            if isinstance(taken, _Refusal):
                dropped.append(Dropped(name, parameters[name][-1], taken.reason))
            else:
                values[name] = taken
    _inside_counties(values, known, dropped)
    _in_order(values, dropped)
    dropped.sort(key=lambda one: PARAMETERS.index(one.parameter))
    return Read(Selection(**values, noun=noun), tuple(dropped))  # type: ignore[arg-type]


def one_of(
    parameters: Mapping[str, Sequence[str]], name: str, allowed: Collection[str], default: str
) -> tuple[str, tuple[Dropped, ...]]:
    """The last value of a single parameter, where it is allowed; else the default, and what was dropped."""
    values = parameters.get(name)
    if not values:
        return default, ()
    value = values[-1].strip()
    return (value, ()) if value in allowed else (default, (unknown(name, values[-1]),))


def unknown(name: str, value: str) -> Dropped:
    """A value that its parameter cannot take."""
    return Dropped(name, value, UNKNOWN if value.strip() else EMPTY)


@dataclass(frozen=True)
class _Refusal:
    reason: str


def _listed(name: str, asked: Sequence[str], known: Known, dropped: list[Dropped]) -> tuple[str, ...]:
    stripped = dict.fromkeys(value.strip() for value in asked)
    special = _SPECIAL.get(name, ())
    good = {*known.among(name, [value for value in stripped if value and value not in special]), *special}
    for value in stripped:
        if value not in good:
            dropped.append(unknown(name, value))
    return tuple(value for value in stripped if value in good)


def _q(text: str) -> str | _Refusal:
    if not text:
        return _Refusal(EMPTY)
    if len(text) > LONGEST_Q:
        return _Refusal(TOO_LONG)
    return text if words.asked(text) else _Refusal(NO_WORDS)


def _place(text: str) -> str | _Refusal:
    return text if text in places.MEANINGS else _Refusal(UNKNOWN if text else EMPTY)


def _year(text: str) -> int | _Refusal:
    if not re.fullmatch(r"[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        return _Refusal(NOT_A_YEAR if text else EMPTY)
    return int(text)


def _undated(text: str) -> bool | _Refusal:
    return True if text == "1" else _Refusal(ONLY_ONE)


_SINGLE = {"q": _q, "place": _place, "year_from": _year, "year_to": _year, "undated": _undated}


def _inside_counties(values: dict[str, object], known: Known, dropped: list[Dropped]) -> None:
    counties = values.get("county")
    asked = values.get("municipality")
    if isinstance(counties, tuple) and counties and isinstance(asked, tuple):
        outside = [code for code in asked if code != NONE and known.county_of(code) not in counties]
        dropped += [Dropped("municipality", code, ELSEWHERE) for code in outside]
        values["municipality"] = tuple(code for code in asked if code not in outside)


def _in_order(values: dict[str, object], dropped: list[Dropped]) -> None:
    start, until = values.get("year_from"), values.get("year_to")
    if isinstance(start, int) and isinstance(until, int) and start > until:
        for name in ("year_from", "year_to"):
            dropped.append(Dropped(name, str(values.pop(name)), BACKWARDS))
    if values.get("undated") and not {"year_from", "year_to"} & values.keys():
        del values["undated"]
        dropped.append(Dropped("undated", "1", ONLY_WITH_YEARS))
