"""A dataset small enough to work out every answer by hand; each test writes its expected numbers down.

Initiatives of the default selection (core and related): a, b, c, e, f, g. `d` is context.

id  relevance  gathered        kind       status      start       fund                sectors             themes
a   core       general         project    completed   2019-05     erdf                culture, education  youth
b   related    general         service    ongoing     2021        not-stated          social-services     youth, ageing
c   core       culture-search  project    unknown     –           eu-fund-not-stated  culture, health     culture
d   context    general         project    completed   2020-01-01  erdf                ict                 mobility
e   related    general         programme  completed   2019-02-01  esf                 social-services     ageing
f   related    general         project    completed   2019        erdf                culture             youth
g   related    general         project    terminated  2022        erdf                education           youth

Total budgets: a 1000, c 500.50, d 9999, e 100000, f 5000, g 700; b states only an EU part (50); a is part of f.
Places: a takes place in 13; c is local without a place; the others are national.
Organisations: museum, charity, city and administration (one body, each names the other), ministry (without a tie).
Clusters: one (active, ICT and health), two (cluster-like, status unknown, no sector).
"""

from __future__ import annotations

import contextlib
import csv
import shutil
from typing import TYPE_CHECKING

from ecosystem import model, seed
from ecosystem.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CULTURE = "culture-and-creative-industries"
ORGANISATION = {"kind": "ngo", "sector": "social-services", "country": "LT", "origin": "source"}
CLUSTER = {
    "name_lt_origin": "original",
    "cluster_type": "cluster",
    "status": "active",
    "description_en": "A cluster",
    "description_lt": "Klasteris",
}
INITIATIVE = {
    "title_lt_origin": "original",
    "kind": "project",
    "status": "completed",
    "scope": "national",
    "relevance": "related",
    "is_social_innovation": "no",
    "collection": "ecosystem",
    "gathered_by": "general",
    "country": "LT",
    "fund": "erdf",
    "source_url": "https://example.org/page",
    "source_quality": "page",
}
TABLES: dict[str, list[dict[str, str]]] = {
    "dataset": [{"key": "collected", "value": "2021-06-01"}],
    "organisations": [
        ORGANISATION
        | {"organisation_id": "museum", "name_en": "Museum", "name_lt": "Muziejus", "kind": "cultural-institution"},
        ORGANISATION | {"organisation_id": "charity", "name_en": "Charity"},
        ORGANISATION
        | {
            "organisation_id": "city",
            "name_en": "City",
            "name_lt": "Miestas",
            "kind": "municipality",
            "related_organisation_id": "administration",
        },
        ORGANISATION
        | {
            "organisation_id": "administration",
            "name_en": "Administration",
            "kind": "municipality",
            "related_organisation_id": "city",
        },
        ORGANISATION | {"organisation_id": "ministry", "name_en": "Ministry", "kind": "ministry"},
    ],
    "clusters": [
        CLUSTER | {"cluster_id": "one", "name_en": "One", "name_lt": "Vienas"},
        CLUSTER
        | {
            "cluster_id": "two",
            "name_en": "Two",
            "name_lt": "Du",
            "cluster_type": "cluster-like",
            "status": "unknown",
        },
    ],
    "cluster_sectors": [
        {"cluster_id": "one", "sector": "ict", "stated_as": "ict"},
        {"cluster_id": "one", "sector": "health", "stated_as": "health"},
    ],
    "cluster_members": [{"cluster_id": "one", "organisation_id": "charity", "role": "member", "since": "2020"}],
    "initiatives": [
        INITIATIVE
        | {
            "initiative_id": "a",
            "title_en": "Museum school",
            "title_lt": "Muziejaus mokykla",
            "relevance": "core",
            "start_date": "2019-05",
            "end_date": "2020-12-31",
            "scope": "municipal",
            "lead_id": "museum",
            "payer_en": "A fund",
            "payer_lt": "Fondas",
        },
        INITIATIVE
        | {
            "initiative_id": "b",
            "title_en": "Help line",
            "title_lt": "Pagalbos linija",
            "kind": "service",
            "status": "ongoing",
            "start_date": "2021",
            "fund": "not-stated",
            "payer_en": "A fund",
            "payer_lt": "Fondas",
        },
        INITIATIVE
        | {
            "initiative_id": "c",
            "title_en": "Art and health",
            "title_lt": "Menas ir sveikata",
            "relevance": "core",
            "status": "unknown",
            "scope": "municipal",
            "gathered_by": "culture-search",
            "fund": "eu-fund-not-stated",
            "payer_en": "English payer",
        },
        INITIATIVE
        | {"initiative_id": "d", "title_en": "Bus", "title_lt": "Autobusas", "relevance": "context"}
        | {"start_date": "2020-01-01"},
        INITIATIVE
        | {"initiative_id": "e", "title_en": "Old age programme", "title_lt": "Senatvės programa"}
        | {"kind": "programme", "start_date": "2019-02-01", "fund": "esf"},
        INITIATIVE
        | {"initiative_id": "f", "title_en": "Museums", "title_lt": "Muziejai", "start_date": "2019"}
        | {"end_date": "2022"},
        INITIATIVE
        | {"initiative_id": "g", "title_en": "Stopped", "title_lt": "Nutrauktas", "start_date": "2022"}
        | {"status": "terminated"},
    ],
    "initiative_themes": [
        {"initiative_id": id_, "theme": theme}
        for id_, theme in (
            ("a", "youth"),
            ("b", "ageing"),
            ("b", "youth"),
            ("c", "culture-and-creativity"),
            ("d", "mobility"),
            ("e", "ageing"),
            ("f", "youth"),
            ("g", "youth"),
        )
    ],
    "initiative_sectors": [
        {"initiative_id": id_, "sector": sector}
        for id_, sector in (
            ("a", CULTURE),
            ("a", "education"),
            ("b", "social-services"),
            ("c", CULTURE),
            ("c", "health"),
            ("d", "ict"),
            ("e", "social-services"),
            ("f", CULTURE),
            ("g", "education"),
        )
    ],
    "initiative_places": [{"initiative_id": "a", "level": "municipality", "code": "13", "role": "takes-place"}],
    "initiative_amounts": [
        {"initiative_id": id_, "kind": kind, "amount": amount, "currency": "EUR", "basis": "exact"}
        for id_, kind, amount in (
            ("a", "total", "1000"),
            ("b", "eu", "50"),
            ("c", "total", "500.50"),
            ("d", "total", "9999"),
            ("e", "total", "100000"),
            ("f", "total", "5000"),
            ("g", "total", "700"),
        )
    ],
    "initiative_partners": [
        {"initiative_id": id_, "organisation_id": organisation, "role": role, "name_stated": organisation}
        for id_, organisation, role in (
            ("a", "charity", "partner"),
            ("a", "museum", "lead"),
            ("c", "administration", "partner"),
            ("c", "city", "partner"),
        )
    ],
    "initiative_relations": [{"initiative_id": "a", "related_id": "f", "kind": "part-of"}],
}
# What ties the records to places, clusters, organisations and streams in every way there is; for `opened`.
#
# Takes place: a in 13, b in county LT023, e in 13, in 19 and in county LT023; the others nowhere.
# Led from: a from 19 (its lead, whatever its main place), f from 21, g from county LT029 (its lead has no place).
# Clusters: one (13; coordinator ministry, member charity), two (no place; founder city, partner museum).
# Taking part: ministry pays for e, charity leads g. b is an initiative of two. The charity is also the Helpers' League.
# Streams: first (a call, erdf, 2014-2020) with a and e, second (a programme, esf, 2021-2027) with e, third with none.
_PLACE = {"level": "municipality", "role": "takes-place"}
_STREAM = {
    "level": "programme",
    "basis": "exact",
    "start_year": "2014",
    "end_year": "2027",
    "is_social_innovation": "no",
    "description_en": "A stream",
    "description_lt": "Srautas",
}
TIED: dict[str, list[dict[str, str]]] = {
    "organisations": [
        row | {"museum": {"municipality": "19"}, "ministry": {"municipality": "13"}}.get(row["organisation_id"], {})
        for row in TABLES["organisations"]
    ],
    "organisation_aliases": [{"organisation_id": "charity", "alias": "Helpers' League"}],
    "clusters": [TABLES["clusters"][0] | {"municipality": "13"}, TABLES["clusters"][1]],
    "cluster_members": [
        {"cluster_id": cluster, "organisation_id": organisation, "role": role}
        for cluster, organisation, role in (
            ("one", "charity", "member"),
            ("one", "ministry", "coordinator"),
            ("two", "city", "founder"),
            ("two", "museum", "partner"),
        )
    ],
    "initiatives": [
        row | {"b": {"cluster_id": "two"}, "g": {"lead_id": "charity"}}.get(row["initiative_id"], {})
        for row in TABLES["initiatives"]
    ],
    "initiative_partners": [
        *TABLES["initiative_partners"],
        {"initiative_id": "e", "organisation_id": "ministry", "role": "funder", "name_stated": "ministry"},
        {"initiative_id": "g", "organisation_id": "charity", "role": "lead", "name_stated": "charity"},
    ],
    "initiative_places": [
        _PLACE | {"initiative_id": "a", "code": "13"},
        _PLACE | {"initiative_id": "a", "code": "21", "role": "main"},
        _PLACE | {"initiative_id": "b", "code": "LT023", "level": "county"},
        _PLACE | {"initiative_id": "e", "code": "13"},
        _PLACE | {"initiative_id": "e", "code": "19"},
        _PLACE | {"initiative_id": "e", "code": "LT023", "level": "county"},
        _PLACE | {"initiative_id": "f", "code": "21", "role": "main"},
        _PLACE | {"initiative_id": "g", "code": "LT029", "level": "county", "role": "main"},
    ],
    "funding_streams": [
        _STREAM | {"stream_id": "first", "level": "call", "fund": "erdf", "period": "2014-2020"},
        _STREAM | {"stream_id": "second", "fund": "esf", "period": "2021-2027"},
        _STREAM | {"stream_id": "third", "fund": "esf", "period": "2014-2020"},
    ],
    "initiative_streams": [
        {"initiative_id": id_, "stream_id": stream, "certainty": "stated"}
        for id_, stream in (("a", "first"), ("e", "first"), ("e", "second"))
    ],
}
# Taken from the embedded dataset: what a tiny one would only repeat.
TAKEN = ("vocabularies", "counties", "municipalities")
EMBEDDED = seed.DATA


def write(folder: Path, changes: Mapping[str, list[dict[str, str]]] | None = None) -> Path:
    """Write the dataset to `folder`, tables in `changes` instead of its own; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(EMBEDDED / "boundaries", folder / "boundaries", dirs_exist_ok=True)
    tables = {**TABLES, **(changes or {})}
    for table in model.data_tables():
        path = folder / f"{table.name}.csv"
        if table.name in TAKEN and table.name not in tables:
            shutil.copy(EMBEDDED / path.name, path)
            continue
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, table.file_columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables.get(table.name, []))
    return folder


def changed(table: str, row: int, **values: str) -> dict[str, list[dict[str, str]]]:
    """The table's rows with `values` in the row at position `row`, for `write`."""
    rows = [dict(old) for old in TABLES[table]]
    rows[row] |= values
    return {table: rows}


def opened(folder: Path, changes: Mapping[str, list[dict[str, str]]]) -> contextlib.closing[Store]:
    """A store of its own in `folder`, built from the dataset with `changes`; closes itself at the end of a `with`."""
    seed.build(write(folder / "data", changes), folder / "tiny.duckdb")
    return contextlib.closing(Store.open(folder / "tiny.duckdb"))
