"""The selection as a value: canonical however it is made, and what can be asked of it."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from hypothesis import given

from ecosystem.selection import Selection
from tests.ecosystem.selection.strategies import LISTS, PARAMETERS, examples, selections

EVERY = ("context", "core", "related")


def test_the_default_is_core_and_related_of_the_own_collection() -> None:
    assert Selection() == Selection(collection=("ecosystem",), relevance=("core", "related"))
    assert (Selection().place, Selection().noun) == ("takes-place", "initiatives")


def test_the_fields_are_the_parameters_of_an_address_and_the_noun() -> None:
    assert {field.name for field in dataclasses.fields(Selection)} == {*PARAMETERS, "noun"}


@pytest.mark.parametrize("name", LISTS)
def test_values_are_sorted_trimmed_and_stand_once(name: str) -> None:
    assert getattr(Selection(**{name: (" two", "one\t", "two", "", "  ")}), name) == ("one", "two")


def test_the_order_in_which_values_are_given_makes_no_other_selection() -> None:
    made = {Selection(theme=themes) for themes in itertools.permutations(("ageing", "mobility", "youth"))}
    assert made == {Selection(theme=("ageing", "mobility", "youth"))}


def test_words_are_trimmed_and_stand_one_space_apart() -> None:
    assert Selection(q="  Menas \n\t ir  sveikata ").q == "Menas ir sveikata"
    assert Selection(q=" \n ") == Selection()


@pytest.mark.parametrize("order", list(itertools.permutations(EVERY)))
def test_the_full_relevance_is_all(order: tuple[str, ...]) -> None:
    assert Selection(relevance=order) == Selection(relevance=("all",)) == Selection(relevance=("core", "all"))
    assert Selection(relevance=order).relevance == EVERY
    assert Selection(relevance=order).parameters() == {"relevance": ["all"]}


def test_all_collections_take_in_each_single_one() -> None:
    assert Selection(collection=("ecosystem", "all")) == Selection(collection=("all",))
    assert Selection(collection=("all",)).parameters() == {"collection": ["all"]}


def test_no_relevance_and_no_collection_are_the_default_ones() -> None:
    assert Selection(relevance=()) == Selection(relevance=("", " ")) == Selection()
    assert Selection(collection=()) == Selection()


@pytest.mark.parametrize("years", [{"year_from": 2015}, {"year_to": 2020}, {"year_from": 2015, "year_to": 2020}])
def test_undated_ones_are_taken_in_beside_years(years: dict[str, int]) -> None:
    assert Selection(**years, undated=True).undated
    assert Selection(**years, undated=True).parameters()["undated"] == ["1"]


def test_undated_alone_asks_for_nothing() -> None:
    assert Selection(undated=True) == Selection()


def test_years_that_start_after_they_end_are_both_dropped_and_undated_with_them() -> None:
    assert Selection(year_from=2021, year_to=2020, undated=True) == Selection()
    assert Selection(year_from=2020, year_to=2020).parameters() == {"year_from": ["2020"], "year_to": ["2020"]}


def test_a_selection_is_a_key_and_cannot_change() -> None:
    assert {Selection(): 1}[Selection(relevance=("related", "core"))] == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        Selection().place = "led-from"  # type: ignore[misc]


def test_the_parameters_leave_out_what_is_at_its_default() -> None:
    assert Selection().parameters() == {}
    assert Selection(relevance=("related", "core"), collection=("ecosystem",), place="takes-place").parameters() == {}


def test_the_parameters_are_lists_of_codes_in_the_order_of_the_address() -> None:
    selection = Selection(
        organisation=("museum",),
        undated=True,
        year_to=2021,
        place="led-from",
        municipality=("none", "13"),
        theme=("youth", "ageing"),
        relevance=("context",),
        q="menas",
    )
    assert selection.parameters() == {
        "q": ["menas"],
        "relevance": ["context"],
        "theme": ["ageing", "youth"],
        "municipality": ["13", "none"],
        "place": ["led-from"],
        "year_to": ["2021"],
        "undated": ["1"],
        "organisation": ["museum"],
    }
    assert list(selection.parameters()) == list(selection.active)


def test_the_noun_is_no_filter() -> None:
    assert Selection(noun="clusters") != Selection()
    assert Selection(noun="clusters").active == ()
    assert Selection(noun="clusters").parameters() == {}
    assert not Selection(noun="clusters").narrows


def test_active_are_the_fields_that_differ_from_the_default() -> None:
    assert Selection().active == ()
    assert Selection(organisation=("museum",), q="menas").active == ("q", "organisation")
    assert Selection(relevance=("all",), collection=("all",), place="led-from").active == (
        "collection",
        "relevance",
        "place",
    )
    assert Selection(year_from=2020, undated=True).active == ("year_from", "undated")


@pytest.mark.parametrize(
    ("asked", "narrows"),
    [
        ({}, False),
        ({"relevance": ("all",)}, False),
        ({"collection": ("all",)}, False),
        ({"place": "led-from"}, False),
        ({"undated": True}, False),
        ({"relevance": ("core",)}, True),
        ({"relevance": ("context", "core")}, True),
        ({"collection": ("import",)}, True),
        ({"q": "menas"}, True),
        ({"year_to": 2030, "undated": True}, True),
        ({"county": ("none",)}, True),
        ({"relevance": ("all",), "theme": ("youth",)}, True),
    ],
)
def test_a_selection_narrows_when_it_leaves_out_what_the_default_holds(asked: dict[str, object], narrows: bool) -> None:
    assert Selection(**asked).narrows is narrows  # type: ignore[arg-type]


def test_without_puts_fields_back_to_their_default() -> None:
    selection = Selection(theme=("youth",), relevance=("core",), q="menas")
    assert selection.without("theme", "relevance") == Selection(q="menas")
    assert selection.without() == selection
    assert selection.without(*selection.active) == Selection()


def test_undated_goes_with_the_years() -> None:
    both = Selection(year_from=2015, year_to=2020, undated=True)
    assert both.without("year_from") == Selection(year_to=2020, undated=True)
    assert both.without("year_from", "year_to") == Selection()


def test_a_noun_stays_when_fields_go() -> None:
    assert Selection(noun="clusters", kind=("cluster",)).without("kind") == Selection(noun="clusters")


def test_having_other_values_is_canonical_too() -> None:
    assert Selection().having(theme=("youth", "ageing", "youth")).theme == ("ageing", "youth")
    assert Selection(year_from=2015).having(year_to=2010) == Selection()
    assert Selection(theme=("youth",)).having(theme=()) == Selection()


def test_one_text_is_not_several_values() -> None:
    with pytest.raises(TypeError):
        Selection(theme="youth")  # type: ignore[arg-type]


def test_a_field_set_aside_asks_for_nothing() -> None:
    selection = Selection(theme=("youth",), relevance=("core",), collection=("import",), year_to=2020, undated=True)
    assert selection.set_aside("theme", "year_to") == Selection(relevance=("core",), collection=("import",))
    assert selection.set_aside("relevance").relevance == EVERY
    assert selection.set_aside("collection").collection == ("all",)
    assert selection.set_aside() == selection
    assert Selection().set_aside("relevance", "collection").parameters() == {
        "collection": ["all"],
        "relevance": ["all"],
    }


def test_a_field_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        Selection().having(themes=("youth",))
    with pytest.raises(KeyError):
        Selection().without("themes")


@examples(200)
@given(selections())
def test_a_canonical_selection_made_again_is_the_same(selection: Selection) -> None:
    again = Selection(**dataclasses.asdict(selection))
    assert (again, hash(again)) == (selection, hash(selection))
    turned = {name: getattr(selection, name)[::-1] * 2 for name in LISTS}
    assert selection.having(**turned) == selection


@examples(200)
@given(selections())
def test_every_active_field_can_go_alone(selection: Selection) -> None:
    for name in selection.active:
        assert name not in selection.without(name).active
        assert set(selection.without(name).active) <= set(selection.active)
