"""Organisations by kind."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ecosystem import seed
from ecosystem.language import Language
from ecosystem.measures import organisations
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.measures.measured import Measured
    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
NO_TIE = ("{n} has no tie", "{n} have no tie")
MERGED = ("{n} is counted with its municipality", "{n} are counted with their municipality")
# No filter narrows these, so all organisations are meant.
SELECTIONS = [Selection(), Selection(relevance=("all",)), Selection(collection=("all",))]
# Nothing is tied to no initiative.
NOTHING = [Selection(collection=("nobody",)), Selection(relevance=("nothing",))]
Rows = list[dict[str, str]]


@cache
def _rows(table: str) -> Rows:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _kinds(answer: Measured) -> list[tuple[str, int]]:
    return list(zip(answer.frame["kind"], answer.frame["organisations"], strict=True))


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_a_municipality_and_its_administration_count_once(tiny_store: Store, selection: Selection) -> None:
    answer = organisations.by_kind(tiny_store, selection)
    assert answer.frame.to_dict("list") == {
        "kind": ["cultural-institution", "municipality", "ngo"],
        "kind_lt": ["kultūros įstaiga", "savivaldybė", "nevyriausybinė organizacija (NVO)"],
        "kind_en": ["cultural institution", "municipality", "non-governmental organisation (NGO)"],
        "organisations": [1, 1, 1],
    }
    assert answer.coverage == Coverage(5, 3, {NO_TIE: 1, MERGED: 1})
    assert answer.summary(LT) == "Dažniausia rūšis: kultūros įstaiga, 1."
    assert answer.summary(EN) == "Most frequent: cultural institution, 1."


def test_where_only_one_names_the_other_they_are_two(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("organisations", 3, related_organisation_id="")) as store:
        answer = organisations.by_kind(store, Selection())
    assert _kinds(answer) == [("municipality", 2), ("cultural-institution", 1), ("ngo", 1)]
    assert answer.coverage == Coverage(5, 4, {NO_TIE: 1, MERGED: 0})
    assert answer.summary(LT) == "Dažniausia rūšis: savivaldybė, 2."


def test_a_tie_of_one_of_the_two_is_enough(tmp_path: Path) -> None:
    partners = [row for row in tiny.TABLES["initiative_partners"] if row["organisation_id"] != "administration"]
    with tiny.opened(tmp_path, {"initiative_partners": partners}) as store:
        answer = organisations.by_kind(store, Selection())
    assert _kinds(answer) == [("cultural-institution", 1), ("municipality", 1), ("ngo", 1)]
    assert answer.coverage == Coverage(5, 3, {NO_TIE: 2, MERGED: 0})


def test_two_other_bodies_that_name_each_other_stay_two(tmp_path: Path) -> None:
    rows = tiny.changed("organisations", 0, kind="agency", related_organisation_id="charity")["organisations"]
    rows[1] |= {"kind": "agency", "related_organisation_id": "museum"}
    with tiny.opened(tmp_path, {"organisations": rows}) as store:
        answer = organisations.by_kind(store, Selection())
    assert _kinds(answer) == [("agency", 2), ("municipality", 1)]
    assert answer.coverage == Coverage(5, 3, {NO_TIE: 1, MERGED: 1})


def test_a_member_of_a_cluster_takes_part_without_an_initiative(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"initiative_partners": []}) as store:
        answer = organisations.by_kind(store, Selection())
    assert _kinds(answer) == [("ngo", 1)]
    assert answer.coverage == Coverage(5, 1, {NO_TIE: 4, MERGED: 0})


def test_without_ties_no_organisation_takes_part(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"initiative_partners": [], "cluster_members": []}) as store:
        answer = organisations.by_kind(store, Selection())
    assert answer.frame.empty
    assert answer.coverage == Coverage(5, 0, {NO_TIE: 5, MERGED: 0})
    assert answer.summary(LT) == "Nedalyvauja nė viena organizacija."
    assert answer.summary(EN) == "No organisation takes part."


def test_a_dataset_without_organisations_gives_an_empty_frame(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {table: [] for table in tiny.TABLES}) as store:
        answer = organisations.by_kind(store, Selection())
    assert answer.frame.empty
    assert (answer.coverage, answer.coverage.share) == (Coverage(0, 0, {NO_TIE: 0, MERGED: 0}), None)


def _bodies(rows: Rows) -> Counter[str]:
    """How many bodies of each kind the rows stand for: two municipalities that name each other are one."""
    by_id = {row["organisation_id"]: row for row in _rows("organisations")}
    bodies = set()
    for row in rows:
        other = by_id.get(row["related_organisation_id"])
        mutual = other is not None and other["related_organisation_id"] == row["organisation_id"]
        both = mutual and other is not None and row["kind"] == other["kind"] == "municipality"
        names = (row["organisation_id"], row["related_organisation_id"]) if both else (row["organisation_id"],)
        bodies.add((row["kind"], frozenset(names)))
    return Counter(kind for kind, _ in bodies)


def _tied() -> Rows:
    ties = {row["organisation_id"] for row in [*_rows("initiative_partners"), *_rows("cluster_members")]}
    return [row for row in _rows("organisations") if row["organisation_id"] in ties]


def test_the_141_municipal_rows_of_the_embedded_file_stand_for_81_bodies() -> None:
    rows = _rows("organisations")
    assert sum(row["kind"] == "municipality" for row in rows) == 141
    assert _bodies(rows)["municipality"] == 81


def test_of_the_872_embedded_organisations_780_take_part(store: Store) -> None:
    answer = organisations.by_kind(store, Selection())
    assert answer.coverage == Coverage(872, 760, {NO_TIE: 92, MERGED: 20})
    assert len(_tied()) == 780
    assert answer.frame["organisations"].sum() == 760
    assert answer.summary(LT) == "Dažniausia rūšis: asociacija, 117."
    assert answer.summary(EN) == "Most frequent: association, 117."


def test_kinds_count_as_the_files_do(store: Store) -> None:
    counted = _bodies(_tied())
    answer = organisations.by_kind(store, Selection())
    assert _kinds(answer) == sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    assert dict(_kinds(answer))["municipality"] == 77


def test_once_every_municipality_is_tied_the_embedded_ones_count_81(tmp_path: Path) -> None:
    # Every organisation made a member of one cluster, so that the whole file is counted.
    rows = _rows("organisations")
    members = [{"cluster_id": "one", "organisation_id": row["organisation_id"], "role": "member"} for row in rows]
    initiatives = [row | {"lead_id": ""} for row in tiny.TABLES["initiatives"]]
    changes = {
        "organisations": rows,
        "cluster_members": members,
        "initiatives": initiatives,
        "initiative_partners": [],
    }
    with tiny.opened(tmp_path, changes) as store:
        answer = organisations.by_kind(store, Selection())
    assert dict(_kinds(answer))["municipality"] == 81
    assert answer.coverage == Coverage(872, 812, {NO_TIE: 0, MERGED: 60})


@pytest.mark.parametrize("selection", NOTHING, ids=str)
def test_no_organisation_is_tied_to_no_initiative(tiny_store: Store, selection: Selection) -> None:
    answer = organisations.by_kind(tiny_store, selection)
    assert (len(answer.frame), answer.coverage.records) == (0, 0)


def test_organisations_are_those_tied_to_a_chosen_initiative(tiny_store: Store) -> None:
    # Museum and charity take part in a, which is about education; city and administration do not.
    answer = organisations.by_kind(tiny_store, Selection(sector=("education",)))
    assert _kinds(answer) == [("cultural-institution", 1), ("ngo", 1)]
    assert answer.coverage.records == 2
