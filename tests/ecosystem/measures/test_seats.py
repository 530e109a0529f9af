"""Where clusters and organisations have their seat, by hand and against plain Python."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecosystem.language import Language
from ecosystem.measures import seats
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Noun, Selection
from tests import tiny
from tests.ecosystem.selection.strategies import NOUNS, ORACLE, examples, selections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ecosystem.measures.measured import Measured
    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
COLUMNS = ["municipality", "name_lt", "name_en", "lat", "lon", "number"]
NOT_KNOWN = ("the municipality of {n} is not known", "the municipalities of {n} are not known")
# In the order in which they are told; the first two are those of organisations by kind.
NO_TIE = ("{n} has no tie", "{n} have no tie")
MERGED = ("{n} is counted with its municipality", "{n} are counted with their municipality")
OR_ABROAD = (
    "the municipality of {n} is not known or not in Lithuania",
    "the municipalities of {n} are not known or not in Lithuania",
)
NOTHING = [Selection(collection=("nobody",)), Selection(relevance=("nothing",))]
# Places of every kind; none of them is looked at.
PLACED = [
    Selection(county=("LT023",)),
    Selection(municipality=("19",), place="led-from"),
    Selection(county=("none",), noun="clusters"),
    Selection(municipality=("19",), noun="clusters"),
    Selection(county=("LT011",), municipality=("13",), noun="organisations"),
    Selection(municipality=("none",), noun="organisations"),
]


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The tiny dataset with `tiny.TIED`."""
    with tiny.opened(tmp_path_factory.mktemp("tied"), tiny.TIED) as opened:
        yield opened


def _seats(answer: Measured) -> list[tuple[str, int]]:
    return list(zip(answer.frame["municipality"], answer.frame["number"], strict=True))


def _rests_on(records: int, used: int, no_tie: int = 0, merged: int = 0, or_abroad: int = 0) -> Coverage:
    """What the seats of organisations rest on."""
    return Coverage(records, used, {NO_TIE: no_tie, MERGED: merged, OR_ABROAD: or_abroad})


def _with(**values: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """`tiny.TIED` with values in the rows of organisations."""
    rows = tiny.TIED["organisations"]
    return {**tiny.TIED, "organisations": [row | values.get(row["organisation_id"], {}) for row in rows]}


def test_clusters_stand_in_their_municipality_and_those_without_are_left_out(tied: Store) -> None:
    answer = seats.clusters(tied, Selection())
    assert answer.frame.columns.tolist() == COLUMNS
    assert answer.frame.values.tolist() == [
        ["13", "Vilniaus m. sav.", "Vilnius City Municipality", 54.69258, 25.27245, 1]
    ]
    assert answer.coverage == Coverage(2, 1, {NOT_KNOWN: 1})
    assert answer.summary(EN) == "Most in one place: Vilnius City Municipality, 1."
    assert answer.summary(LT)


def test_organisations_with_a_tie_stand_in_their_municipality(tied: Store) -> None:
    # Ministry in 13, museum in 19; the place of the charity and of the city with its administration is not known.
    answer = seats.organisations(tied, Selection())
    assert answer.frame.columns.tolist() == COLUMNS
    assert answer.frame.values.tolist() == [
        ["13", "Vilniaus m. sav.", "Vilnius City Municipality", 54.69258, 25.27245, 1],
        ["19", "Kauno m. sav.", "Kaunas City Municipality", 54.89932, 23.93233, 1],
    ]
    assert answer.coverage == _rests_on(5, 2, merged=1, or_abroad=2)
    assert answer.summary(EN) == "Most in one place: Vilnius City Municipality, 1."
    assert answer.summary(LT)


def test_without_any_municipality_there_is_no_row(tiny_store: Store) -> None:
    clusters, organisations = seats.clusters(tiny_store, Selection()), seats.organisations(tiny_store, Selection())
    assert clusters.coverage == Coverage(2, 0, {NOT_KNOWN: 2})
    assert organisations.coverage == _rests_on(5, 0, no_tie=1, merged=1, or_abroad=3)
    for answer in (clusters, organisations):
        assert answer.frame.empty
        assert answer.frame.columns.tolist() == COLUMNS
        assert answer.summary(EN) == "No municipality is known."
        assert answer.summary(LT)


@pytest.mark.parametrize(
    ("city", "administration", "rows", "coverage"),
    [
        # Both in 19, with the museum; or only the one or the other of them.
        ({"municipality": "19"}, {"municipality": "19"}, [("19", 2), ("13", 1)], _rests_on(5, 3, 0, 1, 1)),
        ({"municipality": "19"}, {}, [("19", 2), ("13", 1)], _rests_on(5, 3, 0, 1, 1)),
        ({}, {"municipality": "21"}, [("13", 1), ("19", 1), ("21", 1)], _rests_on(5, 3, 0, 1, 1)),
        # Where only one names the other, or one is of another kind, they are two.
        (
            {"municipality": "19"},
            {"municipality": "19", "related_organisation_id": ""},
            [("19", 3), ("13", 1)],
            _rests_on(5, 4, 0, 0, 1),
        ),
        (
            {"municipality": "19", "kind": "agency"},
            {"municipality": "19"},
            [("19", 3), ("13", 1)],
            _rests_on(5, 4, 0, 0, 1),
        ),
        (
            {"municipality": "19"},
            {"municipality": "19", "kind": "agency"},
            [("19", 3), ("13", 1)],
            _rests_on(5, 4, 0, 0, 1),
        ),
    ],
)
def test_a_municipality_and_its_administration_have_one_seat(
    tmp_path: Path,
    city: dict[str, str],
    administration: dict[str, str],
    rows: list[tuple[str, int]],
    coverage: Coverage,
) -> None:
    with tiny.opened(tmp_path, _with(city=city, administration=administration)) as store:
        answer = seats.organisations(store, Selection())
    assert _seats(answer) == rows
    assert answer.coverage == coverage


@pytest.mark.parametrize(
    ("selection", "clusters", "organisations"),
    [
        # a and g: museum and charity, the charity a member of cluster one; the museum is only a partner of two.
        (Selection(sector=("education",)), ([("13", 1)], 1), ([("19", 1)], _rests_on(2, 1, 0, 0, 1))),
        # c: city and administration; the city has founded cluster two.
        (Selection(theme=("culture-and-creativity",)), ([], 1), ([], _rests_on(2, 0, 0, 1, 1))),
        # e: the ministry pays, which ties it but not its cluster.
        (Selection(kind=("programme",)), ([], 0), ([("13", 1)], _rests_on(1, 1))),
        # b: an initiative of cluster two, without organisations.
        (Selection(kind=("service",)), ([], 1), ([], _rests_on(0, 0))),
        # Their own fields: kinds of clusters, and of organisations.
        (
            Selection(kind=("cluster",), noun="clusters"),
            ([("13", 1)], 1),
            ([("13", 1), ("19", 1)], _rests_on(5, 2, 0, 1, 2)),
        ),
        (Selection(kind=("ministry",), noun="organisations"), ([("13", 1)], 2), ([("13", 1)], _rests_on(1, 1))),
    ],
)
def test_counted_are_those_tied_to_a_chosen_initiative(
    tied: Store,
    selection: Selection,
    clusters: tuple[list[tuple[str, int]], int],
    organisations: tuple[list[tuple[str, int]], Coverage],
) -> None:
    answer = seats.clusters(tied, selection)
    placed = len(clusters[0])
    assert (_seats(answer), answer.coverage.records) == clusters
    assert answer.coverage == Coverage(clusters[1], placed, {NOT_KNOWN: clusters[1] - placed})
    answer = seats.organisations(tied, selection)
    assert (_seats(answer), answer.coverage) == organisations


@pytest.mark.parametrize("selection", PLACED, ids=str)
def test_the_place_asked_for_does_not_matter(tied: Store, selection: Selection) -> None:
    for measure in (seats.clusters, seats.organisations):
        answer, everywhere = measure(tied, selection), measure(tied, Selection())
        assert answer.frame.equals(everywhere.frame)
        assert answer.coverage == everywhere.coverage


@pytest.mark.parametrize("selection", NOTHING, ids=str)
def test_where_nothing_is_recorded_nobody_has_a_seat(tied: Store, selection: Selection) -> None:
    clusters, organisations = seats.clusters(tied, selection), seats.organisations(tied, selection)
    assert (clusters.coverage, organisations.coverage) == (Coverage(0, 0, {NOT_KNOWN: 0}), _rests_on(0, 0))
    for answer in (clusters, organisations):
        assert answer.frame.empty
        assert answer.summary(EN) == "No municipality is known."
        assert answer.summary(LT)


def test_a_dataset_without_records_gives_empty_frames(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {table: [] for table in tiny.TABLES}) as store:
        clusters, organisations = seats.clusters(store, Selection()), seats.organisations(store, Selection())
    assert clusters.frame.empty
    assert organisations.frame.empty
    assert (clusters.coverage, organisations.coverage) == (Coverage(0, 0, {NOT_KNOWN: 0}), _rests_on(0, 0))


def test_the_embedded_seats_are_those_of_the_files(store: Store) -> None:
    clusters, organisations = seats.clusters(store, Selection()), seats.organisations(store, Selection())
    assert clusters.coverage == Coverage(59, 27, {NOT_KNOWN: 32})
    assert (_seats(clusters)[:2], len(clusters.frame)) == ([("13", 15), ("21", 4)], 10)
    # 780 with a tie are 760 bodies, as by kind.
    assert organisations.coverage == _rests_on(872, 483, no_tie=92, merged=20, or_abroad=277)
    assert _seats(organisations)[:3] == [("13", 147), ("19", 44), ("21", 25)]


def _meant(noun: Noun, selection: Selection) -> list[dict[str, str]]:
    """The rows of clusters or organisations meant, wherever they are."""
    column = {"clusters": "cluster_id", "organisations": "organisation_id"}[noun]
    asked = dataclasses.asdict(selection) | {"county": (), "municipality": ()}
    meant = ORACLE.others(noun, asked)
    return [row for row in ORACLE.table(noun) if row[column] in meant]


def _most_first(seats: list[str]) -> list[tuple[str, int]]:
    return sorted(Counter(seat for seat in seats if seat).items(), key=lambda pair: (-pair[1], pair[0]))


any_noun = st.sampled_from(NOUNS).flatmap(selections)


@examples(60)
@example(selection=Selection())
@given(selection=any_noun)
def test_seats_of_clusters_count_as_the_files_do(store: Store, selection: Selection) -> None:
    found = [row["municipality"] for row in _meant("clusters", selection)]
    answer = seats.clusters(store, selection)
    assert _seats(answer) == _most_first(found)
    assert answer.coverage == Coverage(len(found), len(found) - found.count(""), {NOT_KNOWN: found.count("")})


@examples(60)
@example(selection=Selection())
@given(selection=any_noun)
def test_seats_of_organisations_count_as_the_files_do(store: Store, selection: Selection) -> None:
    every = {row["organisation_id"]: row for row in ORACLE.table("organisations")}
    tables = ("initiative_partners", "cluster_members")
    ties = {row["organisation_id"] for table in tables for row in ORACLE.table(table)}
    meant = _meant("organisations", selection)
    bodies: dict[frozenset[str], str] = {}
    for row in meant:
        id_, other = row["organisation_id"], every.get(row["related_organisation_id"], {})
        mutual = other.get("related_organisation_id") == id_
        both = mutual and row["kind"] == other["kind"] == "municipality"
        body = frozenset((id_, row["related_organisation_id"]) if both else (id_,))
        if id_ in ties:
            bodies[body] = row["municipality"] or bodies.get(body, "")
    tied = sum(row["organisation_id"] in ties for row in meant)
    answer, found = seats.organisations(store, selection), list(bodies.values())
    nowhere = found.count("")
    assert _seats(answer) == _most_first(found)
    assert answer.coverage == _rests_on(len(meant), len(found) - nowhere, len(meant) - tied, tied - len(found), nowhere)
    assert answer.coverage.used + sum(answer.coverage.left_out.values()) == answer.coverage.records
