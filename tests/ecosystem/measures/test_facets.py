"""Counts beside options and ways out of an empty result, by hand on the tiny dataset and against plain Python."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.measures import facets
from ecosystem.measures.choices import FILTERS, fields
from ecosystem.measures.facets import Rescue, Tally, Years
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.selection.strategies import NOUNS, ORACLE, examples, selections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ecosystem.store import Store

CULTURE = tiny.CULTURE
FACETS = (
    "theme",
    "sector",
    "fund",
    "period",
    "kind",
    "status",
    "scope",
    "relevance",
    "collection",
    "county",
    "municipality",
)
DEFAULT = {
    "theme": {"youth": 4, "ageing": 2, "culture-and-creativity": 1},
    "sector": {CULTURE: 3, "education": 2, "social-services": 2, "health": 1},
    "fund": {"erdf": 3, "esf": 1, "not-stated": 1, "eu-fund-not-stated": 1},
    "period": {},
    "kind": {"project": 4, "service": 1, "programme": 1},
    "status": {"completed": 3, "ongoing": 1, "terminated": 1, "unknown": 1},
    "scope": {"municipal": 2, "national": 4},
    "relevance": {"core": 2, "related": 4, "context": 1},
    "collection": {"ecosystem": 6},
    "county": {"LT011": 1, "none": 5},
    "municipality": {"13": 1, "none": 5},
}


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The tiny dataset with `tiny.TIED`."""
    with tiny.opened(tmp_path_factory.mktemp("tied"), tiny.TIED) as opened:
        yield opened


def _counts(store: Store, facet: str, **asked: object) -> dict[str, int]:
    return facets.counts(store, Selection(**asked), [facet])[facet]  # type: ignore[arg-type]


def test_with_nothing_asked_for_every_option_has_its_initiatives(tiny_store: Store) -> None:
    assert facets.counts(tiny_store, Selection(), FACETS) == DEFAULT


def test_options_are_counted_among_what_the_other_filters_leave(tiny_store: Store) -> None:
    assert _counts(tiny_store, "sector", theme=("ageing",)) == {"social-services": 2}
    assert _counts(tiny_store, "kind", theme=("youth",), status=("completed",)) == {"project": 2}
    assert _counts(tiny_store, "theme", year_from=2020, undated=True) == {
        "youth": 2,
        "ageing": 1,
        "culture-and-creativity": 1,
    }
    assert _counts(tiny_store, "relevance", q="museum") == {"core": 1, "related": 1}
    assert _counts(tiny_store, "theme", sector=("finance",)) == {}


def test_a_facets_own_choice_is_set_aside(tiny_store: Store) -> None:
    assert _counts(tiny_store, "theme", theme=("ageing",)) == DEFAULT["theme"]
    assert _counts(tiny_store, "relevance", relevance=("context",)) == DEFAULT["relevance"]
    assert _counts(tiny_store, "theme", theme=("mobility",), relevance=("context",)) == {"mobility": 1}


def test_county_and_municipality_are_both_set_aside_for_either(tiny_store: Store) -> None:
    chosen = Selection(county=("LT011",), municipality=("13",))
    assert facets.counts(tiny_store, chosen, ["county", "municipality", "scope"]) == {
        "county": DEFAULT["county"],
        "municipality": DEFAULT["municipality"],
        "scope": {"municipal": 1},
    }


def test_an_initiative_in_several_places_counts_in_each(tied: Store) -> None:
    assert _counts(tied, "county") == {"LT011": 2, "LT022": 1, "LT023": 2, "none": 3}
    assert _counts(tied, "municipality") == {"13": 2, "19": 1, "none": 4}


def test_places_are_counted_in_the_meaning_that_is_chosen(tied: Store) -> None:
    assert _counts(tied, "county", place="led-from") == {"LT022": 1, "LT023": 1, "LT029": 1, "none": 3}
    assert _counts(tied, "municipality", place="led-from") == {"19": 1, "21": 1, "none": 4}


def test_an_initiative_with_two_streams_of_one_period_counts_once(tmp_path: Path) -> None:
    again = {"initiative_id": "e", "stream_id": "third", "certainty": "stated"}
    streams = {"initiative_streams": [*tiny.TIED["initiative_streams"], again]}
    with tiny.opened(tmp_path, {**tiny.TIED, **streams}) as store:
        assert _counts(store, "period") == {"2014-2020": 2, "2021-2027": 1}


def test_options_stand_by_how_many_initiatives_have_them_whatever_is_chosen(tiny_store: Store) -> None:
    assert facets.by_frequency(tiny_store, "theme") == ["youth", "ageing", "culture-and-creativity", "mobility"]
    assert facets.by_frequency(tiny_store, "fund") == ["erdf", "esf", "eu-fund-not-stated", "not-stated"]
    assert facets.by_frequency(tiny_store, "period") == []


def test_years_span_what_the_other_filters_leave(tiny_store: Store) -> None:
    assert facets.years(tiny_store, Selection()) == Years(2019, 2022, 5, 1)
    assert facets.years(tiny_store, Selection(year_from=2021, undated=True)) == Years(2019, 2022, 5, 1)
    assert facets.years(tiny_store, Selection(theme=("ageing",), year_to=1999)) == Years(2019, 2021, 2, 0)
    assert facets.years(tiny_store, Selection(theme=("culture-and-creativity",))) == Years(None, None, 0, 1)
    assert facets.years(tiny_store, Selection(theme=("mobility",))) == Years(None, None, 0, 0)


@pytest.mark.parametrize(
    ("asked", "tally"),
    [
        ({}, Tally(6, 6, 0)),
        ({"theme": ("youth",)}, Tally(4, 6, 0)),
        ({"relevance": ("core",)}, Tally(2, 6, 0)),
        ({"relevance": ("all",), "theme": ("mobility",)}, Tally(1, 7, 0)),
        ({"collection": ("nowhere",)}, Tally(0, 6, 0)),
        ({"place": "led-from", "county": ("none",)}, Tally(6, 6, 0)),
        ({"year_from": 2019, "year_to": 2019}, Tally(3, 6, 1)),
        ({"year_from": 2019, "year_to": 2019, "undated": True}, Tally(4, 6, 0)),
        ({"year_from": 2030}, Tally(0, 6, 1)),
        ({"year_to": 2020}, Tally(3, 6, 1)),
        ({"year_to": 2020, "theme": ("youth",)}, Tally(2, 6, 0)),
        ({"year_from": 2019, "theme": ("youth",)}, Tally(4, 6, 0)),
        ({"year_from": 2019, "sector": ("health",)}, Tally(0, 6, 1)),
    ],
)
def test_the_tally_sets_what_is_chosen_beside_all_that_no_filter_narrows(
    tiny_store: Store, asked: dict[str, object], tally: Tally
) -> None:
    assert facets.tally(tiny_store, Selection(**asked)) == tally  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        ({}, []),
        ({"place": "led-from"}, []),
        ({"theme": ("mobility",)}, [("theme", False, 6)]),
        ({"theme": ("mobility",), "relevance": ("core",)}, [("theme", False, 2)]),
        (
            {"theme": ("mobility",), "sector": ("health",), "relevance": ("all",)},
            [("theme", False, 1), ("sector", False, 1)],
        ),
        ({"theme": ("youth",), "sector": ("health",)}, [("theme", False, 1), ("sector", False, 4)]),
        ({"relevance": ("context",), "theme": ("youth",)}, [("theme", False, 1), ("relevance", False, 4)]),
        ({"year_from": 2030, "year_to": 2031}, [("years", False, 6)]),
        ({"year_from": 2022, "sector": ("health",), "undated": False}, [("sector", False, 1), ("years", False, 1)]),
        ({"q": "nothing", "kind": ("service",)}, [("q", False, 1)]),
        ({"county": ("LT011",), "place": "led-from"}, [("county", False, 6)]),
        ({"county": ("LT022",), "municipality": ("13",)}, [("county", False, 1)]),
        (
            {"theme": ("ageing",), "sector": ("health",), "status": ("terminated",)},
            [("theme", True, 2), ("sector", True, 1), ("status", True, 1)],
        ),
        (
            {"theme": ("ageing",), "sector": ("finance",), "year_from": 2022},
            [("theme", True, 2), ("years", True, 1)],
        ),
        ({"theme": ("mobility",), "fund": ("cerv",)}, []),
    ],
)
def test_an_empty_result_names_the_ways_out_of_it(
    tiny_store: Store, asked: dict[str, object], ways: list[tuple[str, bool, int]]
) -> None:
    found = facets.rescues(tiny_store, Selection(**asked))  # type: ignore[arg-type]
    assert found == [Rescue(*way) for way in ways]


@examples(150)
@given(selection=selections(), asked=st.lists(st.sampled_from(FACETS), min_size=1, max_size=3, unique=True))
def test_counts_are_those_of_the_oracle(store: Store, selection: Selection, asked: list[str]) -> None:
    expected = {facet: ORACLE.counts(dataclasses.asdict(selection), facet) for facet in asked}
    assert facets.counts(store, selection, asked) == expected


@examples(100)
@given(selection=selections(), facet=st.sampled_from(FACETS))
def test_each_count_is_what_choosing_that_option_alone_gives(store: Store, selection: Selection, facet: str) -> None:
    aside = ("county", "municipality") if facet in ("county", "municipality") else (facet,)
    for code, number in list(facets.counts(store, selection, [facet])[facet].items())[:3]:
        one = selection.without(*aside).having(**{facet: (code,)})
        assert facets.tally(store, one).initiatives == number, code


@examples(120)
@given(selection=selections())
def test_tally_and_years_are_those_of_the_oracle(store: Store, selection: Selection) -> None:
    asked = dataclasses.asdict(selection)
    left = ORACLE.initiatives(asked, ["years"])
    meant = ORACLE.initiatives(asked)
    alike = dataclasses.asdict(Selection(**_wide(selection)))  # type: ignore[arg-type]
    starts = sorted(int(date[:4]) for id_ in left if (date := ORACLE.rows[id_]["start_date"]))
    span = (starts[0], starts[-1]) if starts else (None, None)
    assert facets.years(store, selection) == Years(*span, len(starts), len(left) - len(starts))
    missed = [id_ for id_ in left - meant if not ORACLE.rows[id_]["start_date"]]
    assert facets.tally(store, selection) == Tally(len(meant), len(ORACLE.initiatives(alike)), len(missed))


@examples(150)
@given(selection=selections(most=6))
def test_each_way_out_keeps_what_it_promises(store: Store, selection: Selection) -> None:
    asked = [name for name in FILTERS if _narrow(selection, name)]
    assert facets.narrowing(selection) == asked
    gone = {name: selection.without(*fields(name)) for name in asked}
    alone = {name: _alone(selection, name).having(**_wide(selection), place=selection.place) for name in asked}
    numbers, only = _left(gone), False
    if not any(numbers.values()):
        numbers, only = _left(alone), True
    assert facets.rescues(store, selection) == [
        Rescue(name, only, numbers[name]) for name in FILTERS if numbers.get(name)
    ]


def _alone(selection: Selection, name: str) -> Selection:
    return Selection(**{field: getattr(selection, field) for field in fields(name)}, noun=selection.noun)


def _narrow(selection: Selection, name: str) -> bool:
    return ORACLE.narrows(dataclasses.asdict(_alone(selection, name)))


def _wide(selection: Selection) -> dict[str, object]:
    """What only widens the default."""
    return {
        name: getattr(selection, name)
        for name in ("collection", "relevance")
        if name in selection.active and not _narrow(selection, name)
    }


def _left(followed: dict[str, Selection]) -> dict[str, int]:
    return {name: len(ORACLE.initiatives(dataclasses.asdict(one))) for name, one in followed.items()}


@pytest.mark.parametrize("noun", NOUNS[1:])
def test_a_nouns_own_fields_are_no_conditions_on_initiatives_here_either(tiny_store: Store, noun: str) -> None:
    own = {
        "clusters": {"kind": ("cluster",), "status": ("active",), "sector": ("ict",)},
        "organisations": {"kind": ("ngo",), "sector": ("ict",), "county": ("LT022",)},
        "funding-streams": {"kind": ("call",), "fund": ("cerv",), "period": ("2014-2020",)},
    }[noun]
    selection = Selection(theme=("ageing",), **own, noun=noun)  # type: ignore[arg-type]
    chosen = tiny_store.measure("SELECT count(*) AS initiatives FROM chosen", selection)["initiatives"][0].as_py()
    assert chosen == 2
    assert facets.tally(tiny_store, selection).initiatives == chosen
    assert facets.years(tiny_store, selection) == Years(2019, 2021, 2, 0)
    assert facets.counts(tiny_store, selection, ["scope"]) == {"scope": {"national": 2}}


def test_a_hostile_value_is_counted_as_none(store: Store) -> None:
    hostile = facets.counts(store, Selection(theme=("x') OR true --",)), ["sector", "theme"])
    assert hostile == {"sector": {}, "theme": _counts(store, "theme")}
    assert facets.rescues(store, Selection(q="x') OR true --")) == [Rescue("q", False, 428)]
