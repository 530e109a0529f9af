"""The filters in plain Python over the CSV files: an answer that shares no code with the one under test.

The rules are those of the design, section 3. What is asked for comes as a mapping with the names of the parameters, as
`dataclasses.asdict` gives it for a selection; the answers are ids.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    Asked = Mapping[str, object]
    Row = dict[str, str]
    Codes = dict[str, set[str]]

TEXTS = ("title", "target_group", "problem", "goal", "description", "payer", "programme")
# Fields that hold one code of a record each, and those that a record may have many of, by the table that holds them.
ONE = ("collection", "relevance", "fund", "kind", "status", "scope")
MANY = ("theme", "sector", "period", "cluster", "organisation")
PLACED = ("county", "municipality")
# The record's own fields, by the column that holds them.
OWN = {
    "initiatives": {},
    "clusters": {"kind": "cluster_type", "status": "status", "sector": "sector", **{name: name for name in PLACED}},
    "organisations": {"kind": "kind", "sector": "sector", **{name: name for name in PLACED}},
    "funding-streams": {"kind": "level", "fund": "fund", "period": "period"},
}
DEFAULT = {"collection": {"ecosystem"}, "relevance": {"core", "related"}}
EVERYTHING = {"collection": {"all"}, "relevance": {"core", "related", "context"}}
STEMMERS = [snowballstemmer.stemmer(language) for language in ("lithuanian", "english")]
QUOTES = "„“”«»‚‘’‹›\"'`´"


def words(text: str) -> list[str]:
    """Lower case, without diacritics and quotation marks; runs of letters and digits."""
    plain = "".join(character for character in text if character not in QUOTES).lower()
    bare = "".join(one for one in unicodedata.normalize("NFD", plain) if unicodedata.category(one)[0] != "M")
    return "".join(one if unicodedata.category(one)[0] in "LN" else " " for one in bare).split()


def stems(word: str) -> set[str]:
    return {stemmer.stemWord(word) for stemmer in STEMMERS}


class Oracle:
    """The data of a folder, and which of its records are meant."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables: dict[str, list[Row]] = {}
        self.rows: dict[str, Row] = {row["initiative_id"]: row for row in self.table("initiatives")}
        self.municipalities = {row["municipality"]: row for row in self.table("municipalities")}
        self.counties = {row["county"]: row for row in self.table("counties")}
        self.codes: dict[str, Codes] = {
            "theme": self._linked("initiative_themes", "theme"),
            "sector": self._linked("initiative_sectors", "sector"),
            "organisation": self._linked("initiative_partners", "organisation_id"),
            "cluster": self._clusters(),
            "stream": self._linked("initiative_streams", "stream_id"),
            **{name: {id_: {row[name]} for id_, row in self.rows.items()} for name in ONE},
        }
        period = {row["stream_id"]: row["period"] for row in self.table("funding_streams") if row["period"]}
        self.codes["period"] = {
            id_: {period[stream] for stream in streams if stream in period}
            for id_, streams in self.codes["stream"].items()
        }
        self.places = {"takes-place": self._takes_place("takes-place"), "led-from": self._led_from()}
        self.stems = self._stems()

    def table(self, name: str) -> list[Row]:
        if name not in self._tables:
            with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
                self._tables[name] = list(csv.DictReader(lines))
        return self._tables[name]

    def _linked(self, name: str, column: str) -> Codes:
        found: Codes = defaultdict(set)
        for row in self.table(name):
            found[row["initiative_id"]].add(row[column])
        return found

    def _clusters(self) -> Codes:
        tied = defaultdict(set)
        for row in self.table("cluster_members"):
            if row["role"] != "partner":
                tied[row["organisation_id"]].add(row["cluster_id"])
        found: Codes = defaultdict(set)
        for id_, row in self.rows.items():
            found[id_] |= {row["cluster_id"]} - {""}
        for row in self.table("initiative_partners"):
            if row["role"] != "funder":
                found[row["initiative_id"]] |= tied[row["organisation_id"]]
        return found

    def _takes_place(self, role: str) -> dict[str, set[tuple[str, str]]]:
        """Pairs of county and municipality by initiative; the municipality is empty where only the county is known."""
        found = defaultdict(set)
        for row in self.table("initiative_places"):
            if row["role"] == role:
                code = row["code"]
                at = (self.municipalities[code]["county"], code) if row["level"] == "municipality" else (code, "")
                found[row["initiative_id"]].add(at)
        return found

    def _led_from(self) -> dict[str, set[tuple[str, str]]]:
        found = self._takes_place("main")
        seats = {row["organisation_id"]: row["municipality"] for row in self.table("organisations")}
        for id_, row in self.rows.items():
            if seat := seats.get(row["lead_id"]):
                found[id_] = {(self.municipalities[seat]["county"], seat)}
        return found

    def _stems(self) -> Codes:
        said: dict[str, list[str]] = {
            id_: [row[f"{text}_{code}"] for text in TEXTS for code in ("en", "lt")] for id_, row in self.rows.items()
        }
        named = defaultdict(list)
        for row in self.table("organisations"):
            named[row["organisation_id"]] += [row["name_en"], row["name_lt"]]
        for row in self.table("organisation_aliases"):
            named[row["organisation_id"]].append(row["alias"])
        for row in self.table("initiative_partners"):
            said[row["initiative_id"]] += [row["name_stated"], *named[row["organisation_id"]]]
        for row in self.table("initiative_places"):
            municipality = self.municipalities.get(row["code"], {})
            county = self.counties[municipality.get("county", row["code"])]
            names = [place.get(name, "") for place in (municipality, county) for name in ("name_en", "name_lt")]
            said[row["initiative_id"]] += [row["city"], *names]
        known = {word: stems(word) for texts in said.values() for text in texts for word in words(text)}
        return {
            id_: {stem for text in texts for word in words(text) for stem in known[word]} for id_, texts in said.items()
        }

    def of(self, id_: str, field: str, place: object) -> set[str]:
        """The codes of an initiative in a field."""
        if field in PLACED:
            located = self.places[str(place)].get(id_, set())
            return {at[PLACED.index(field)] for at in located} - {""}
        return self.codes[field].get(id_, set())

    def initiatives(self, asked: Asked, aside: Iterable[str] = ()) -> set[str]:
        """The initiatives in which everything asked for holds, fields `aside` and a noun's own ones not looked at."""
        skipped = {*aside, *OWN[str(asked["noun"])]}
        return {id_ for id_ in self.rows if self._fits(id_, asked, skipped)}

    def _fits(self, id_: str, asked: Asked, skipped: set[str]) -> bool:
        for field in (*ONE, *MANY, *PLACED):
            if field not in skipped and not _among(
                self.of(id_, field, asked["place"]), asked[field], "none" if field in PLACED else None
            ):
                return False
        if "years" not in skipped and not self._in_years(id_, asked):
            return False
        return "q" in skipped or all(stems(word) & self.stems[id_] for word in words(str(asked["q"])))

    def _in_years(self, id_: str, asked: Asked) -> bool:
        start, until = asked["year_from"], asked["year_to"]
        if start is None and until is None:
            return True
        date = self.rows[id_]["start_date"]
        if not date:
            return bool(asked["undated"])
        return (start is None or int(date[:4]) >= start) and (until is None or int(date[:4]) <= until)

    def others(self, noun: str, asked: Asked) -> set[str]:
        """The clusters, organisations or streams meant: tied to an initiative that is, all when nothing narrows."""
        table, column, tie = {
            "clusters": ("clusters", "cluster_id", "cluster"),
            "organisations": ("organisations", "organisation_id", "organisation"),
            "funding-streams": ("funding_streams", "stream_id", "stream"),
        }[noun]
        found = {row[column] for row in self.table(table) if noun != asked["noun"] or self._own(noun, row, asked)}
        if self.narrows(asked):
            meant = self.initiatives(asked)
            found &= {code for id_ in meant for code in self.codes[tie].get(id_, ())}
        return found

    def narrows(self, asked: Asked) -> bool:
        own = OWN[str(asked["noun"])]
        for field in (*ONE, *MANY, *PLACED):
            values = set(asked[field])  # type: ignore[call-overload]
            if field not in own and values and values not in (DEFAULT.get(field), EVERYTHING.get(field)):
                return True
        return bool(asked["q"]) or asked["year_from"] is not None or asked["year_to"] is not None

    def _own(self, noun: str, row: Row, asked: Asked) -> bool:
        for field, column in OWN[noun].items():
            if (noun, field) == ("clusters", "sector"):
                at = {one["sector"] for one in self.table("cluster_sectors") if one["cluster_id"] == row["cluster_id"]}
            elif field == "county":
                at = {self.municipalities[row["municipality"]]["county"]} if row["municipality"] else set()
            else:
                at = {row[column]} - {""}
            if not _among(at, asked[field], "none" if field in PLACED else None):
                return False
        return True

    def counts(self, asked: Asked, facet: str) -> dict[str, int]:
        """The number of initiatives by code, the facet's own choice set aside."""
        found: Counter[str] = Counter()
        for id_ in self.initiatives(asked, PLACED if facet in PLACED else (facet,)):
            found.update(self.of(id_, facet, asked["place"]) or ({"none"} if facet in PLACED else ()))
        return dict(found)


def _among(codes: set[str], asked: object, nothing: str | None) -> bool:
    """Whether one of the codes is asked for; `nothing` is the value that asks for those without a code."""
    wanted = set(asked)  # type: ignore[call-overload]
    if not wanted or wanted == {"all"}:
        return True
    return bool(codes & wanted) or (not codes and nothing in wanted)
