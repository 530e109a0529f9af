"""The store against plain Python over the CSV files, for random selections; and the figures that are expected."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.measures import facets
from ecosystem.selection import Noun, Selection
from tests import tiny
from tests.ecosystem.selection import strategies
from tests.ecosystem.selection.oracle import Oracle
from tests.ecosystem.selection.strategies import NAMES, NOUNS, ORACLE, TYPED, examples, selections

if TYPE_CHECKING:
    from ecosystem.store import Store

IDS = "SELECT initiative_id AS id FROM initiatives JOIN chosen USING (n)"
ROWS: dict[Noun, str] = {
    "clusters": "SELECT cluster_id AS id FROM chosen_clusters",
    "organisations": "SELECT organisation_id AS id FROM chosen_organisations",
    "funding-streams": "SELECT stream_id AS id FROM chosen_streams",
}
COUNTIES = ("LT011", "LT021", "LT022", "LT023", "LT024", "LT025", "LT026", "LT027", "LT028", "LT029")


def _initiatives(store: Store, selection: Selection) -> list[str]:
    return sorted(store.measure(IDS, selection)["id"].to_pylist())


def _others(store: Store, noun: Noun, selection: Selection) -> list[str]:
    return sorted(store.measure(ROWS[noun], selection, of=noun)["id"].to_pylist())


def _asked(selection: Selection) -> dict[str, object]:
    return dataclasses.asdict(selection)


@examples(400)
@given(selection=selections())
def test_the_initiatives_are_those_of_the_oracle(store: Store, selection: Selection) -> None:
    assert _initiatives(store, selection) == sorted(ORACLE.initiatives(_asked(selection)))


@pytest.mark.parametrize("noun", list(ROWS))
@examples(80)
@given(data=st.data())
def test_another_noun_tied_to_the_initiatives_is_that_of_the_oracle(
    store: Store, noun: Noun, data: st.DataObject
) -> None:
    selection = data.draw(selections(data.draw(st.sampled_from([one for one in NOUNS if one != noun]))))
    assert _others(store, noun, selection) == sorted(ORACLE.others(noun, _asked(selection)))


@pytest.mark.parametrize("noun", list(ROWS))
@examples(80)
@given(data=st.data())
def test_a_noun_by_its_own_fields_is_that_of_the_oracle(store: Store, noun: Noun, data: st.DataObject) -> None:
    selection = data.draw(selections(noun))
    assert _others(store, noun, selection) == sorted(ORACLE.others(noun, _asked(selection)))


@pytest.mark.parametrize("noun", list(ROWS))
@examples(40)
@given(data=st.data())
def test_the_initiatives_beside_another_noun_are_those_of_the_oracle(
    store: Store, noun: Noun, data: st.DataObject
) -> None:
    selection = data.draw(selections(noun))
    assert _initiatives(store, selection) == sorted(ORACLE.initiatives(_asked(selection)))


@examples(120)
@given(text=st.sampled_from(NAMES), typed=st.sampled_from(TYPED))
def test_the_words_of_a_name_find_what_the_oracle_finds(store: Store, text: str, typed: type[str]) -> None:
    selection = Selection(q=typed(text), relevance=("all",))
    assert _initiatives(store, selection) == sorted(ORACLE.initiatives(_asked(selection)))


@examples(100)
@given(id_=st.sampled_from(sorted(ORACLE.rows)), column=st.sampled_from(["title_en", "title_lt"]))
def test_a_title_finds_its_initiative(store: Store, id_: str, column: str) -> None:
    assert id_ in _initiatives(store, Selection(q=ORACLE.rows[id_][column], relevance=("all",)))


def test_every_single_value_of_a_filter_finds_what_the_oracle_finds(store: Store) -> None:
    values = strategies.VALUES | strategies.KINDS["initiatives"]
    for name in set(values) - {"organisation", "cluster"}:
        for value in values[name]:
            for place in ("takes-place", "led-from") if name in ("county", "municipality") else ("takes-place",):
                selection = Selection(**{name: (value,)}, place=place)  # type: ignore[arg-type]
                expected = sorted(ORACLE.initiatives(_asked(selection)))
                assert _initiatives(store, selection) == expected, (name, value, place)


def test_places_that_the_embedded_dataset_does_not_have_are_those_of_the_oracle(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("tied")
    with tiny.opened(folder, tiny.TIED) as store:
        oracle = Oracle(folder / "data")
        for place in ("takes-place", "led-from"):
            for county in ("LT011", "LT022", "LT023", "LT029", "none", ""):
                for municipality in ("13", "19", "21", "none", ""):
                    selection = Selection(county=(county,), municipality=(municipality,), place=place)
                    expected = sorted(oracle.initiatives(_asked(selection)))
                    assert _initiatives(store, selection) == expected, selection
                    for noun in ROWS:
                        own = dataclasses.replace(selection, noun=noun)
                        assert _others(store, noun, own) == sorted(oracle.others(noun, _asked(own))), own


@st.composite
def _narrowed(draw: st.DrawFn, noun: Noun) -> tuple[Selection, Selection]:
    """A selection, and the same with values in one field more, that asked for nothing before."""
    selection, other = draw(selections(noun)), draw(selections(noun, most=8))
    more = {name: getattr(other, name) for name in other.active if name not in selection.active}
    for name in ("relevance", "collection", "place", "undated", "year_from", "year_to"):
        more.pop(name, None)
    if other.year_from is not None and (selection.year_from, selection.year_to) == (None, None):
        more["year_from"] = other.year_from
    chosen = draw(st.sampled_from(sorted(more))) if more else None
    return selection, selection.having(**{name: more[name] for name in more if name == chosen})


@pytest.mark.parametrize("noun", NOUNS)
@examples(50)
@given(data=st.data())
def test_one_filter_more_never_adds_a_record(store: Store, noun: Noun, data: st.DataObject) -> None:
    wider, narrower = data.draw(_narrowed(noun))
    of = data.draw(st.sampled_from(NOUNS))
    before, after = (
        _initiatives(store, one) if of == "initiatives" else _others(store, of, one) for one in (wider, narrower)
    )
    assert set(after) <= set(before), of
    assert len(after) == len(set(after)), of


def test_the_default_selection_holds_428_of_446(store: Store) -> None:
    assert len(_initiatives(store, Selection())) == 428
    by_relevance = [len(_initiatives(store, Selection(relevance=(one,)))) for one in ("core", "related", "context")]
    assert by_relevance == [172, 256, 18]
    assert len(_initiatives(store, Selection(relevance=("all",)))) == 446


def test_285_are_led_from_a_place_by_their_lead_39_by_their_main_place_104_from_none(store: Store) -> None:
    somewhere = set(_initiatives(store, Selection(place="led-from", county=COUNTIES)))
    nowhere = set(_initiatives(store, Selection(place="led-from", county=("none",))))
    seats = {row["organisation_id"]: row["municipality"] for row in ORACLE.table("organisations")}
    by_lead = {id_ for id_ in somewhere if seats.get(ORACLE.rows[id_]["lead_id"])}
    assert (len(by_lead), len(somewhere - by_lead), len(nowhere)) == (285, 39, 104)
    assert not somewhere & nowhere


@pytest.mark.parametrize("typed", ["švietimas", "svietimas", "ŠVIETIMAS", "Švietimo", "švietimui", "„švietimas“"])
def test_education_in_lithuanian_finds_23_however_it_is_typed(store: Store, typed: str) -> None:
    assert len(_initiatives(store, Selection(q=typed))) == 23
    assert len(_initiatives(store, Selection(q=unicodedata.normalize("NFD", typed)))) == 23


@pytest.mark.parametrize(("noun", "number"), [("clusters", 59), ("organisations", 872), ("funding-streams", 101)])
def test_with_nothing_asked_for_all_records_of_another_noun_are_chosen(store: Store, noun: Noun, number: int) -> None:
    for selection in (Selection(), Selection(noun=noun), Selection(relevance=("all",), place="led-from")):
        assert len(_others(store, noun, selection)) == number


def _counted(store: Store, facet: str, **asked: object) -> dict[str, int]:
    return facets.counts(store, Selection(**asked), [facet])[facet]  # type: ignore[arg-type]


def test_counties_and_tray_are_the_figures_expected(store: Store) -> None:
    assert _counted(store, "county") == {
        "LT022": 41,
        "LT011": 40,
        "LT023": 21,
        "LT024": 15,
        "LT021": 13,
        "LT026": 13,
        "LT025": 12,
        "LT029": 7,
        "LT028": 6,
        "LT027": 4,
        "none": 256,
    }
    assert _counted(store, "county", sector=(tiny.CULTURE,)) == {
        "LT022": 22,
        "LT011": 21,
        "LT024": 9,
        "LT023": 8,
        "LT029": 7,
        "LT025": 5,
        "LT021": 3,
        "LT026": 2,
        "LT028": 1,
        "none": 111,
    }


def test_the_tray_is_told_by_scope(store: Store) -> None:
    assert _counted(store, "scope", county=("none",)) == {
        "national": 142,
        "cross-border": 55,
        "eu": 31,
        "regional": 18,
        "unknown": 9,
        "municipal": 1,
    }


def test_default_figures_of_sectors_relevance_and_years(store: Store) -> None:
    assert facets.tally(store, Selection()) == facets.Tally(428, 428, 0)
    assert _counted(store, "relevance") == {"core": 172, "related": 256, "context": 18}
    assert _counted(store, "sector")[tiny.CULTURE] == 189
    assert facets.years(store, Selection()).undated == 157
    assert facets.tally(store, Selection(year_from=1900)) == facets.Tally(271, 428, 157)
