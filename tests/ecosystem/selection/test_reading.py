"""From the parameters of an address to a selection and back: what is bad is dropped and named, nothing else is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.measures.choices import choices
from ecosystem.selection import Dropped, Noun, Read, Selection, one_of, read
from tests.ecosystem.selection.strategies import GARBAGE, NOUNS, PARAMETERS, examples, selections

if TYPE_CHECKING:
    from collections.abc import Collection

    from ecosystem.store import Store

NO_SUCH, EMPTY, ELSEWHERE = "no such value", "empty", "not in the chosen counties"
NOT_A_YEAR, BACKWARDS = "not a year between 1900 and 2100", "the years start after they end"
ONLY_ONE, ONLY_WITH_YEARS = "takes the value 1 only", "works only together with years"
LONGEST = "ab " * 66 + "ab"  # 200 characters


CODES = {
    "theme": ("ageing", "youth"),
    "county": ("LT011", "LT022"),
    "municipality": ("13", "19"),
    "relevance": ("context", "core", "related"),
    "collection": ("ecosystem", "import"),
}


class Few:
    """A world of two themes, two counties and a municipality in each."""

    def among(self, parameter: str, values: Collection[str]) -> Collection[str]:
        return [value for value in values if value in CODES.get(parameter, ())]

    def county_of(self, municipality: str) -> str | None:
        return {"13": "LT011", "19": "LT022"}.get(municipality)


def _read(**parameters: list[str]) -> Read:
    return read(parameters, Few())


def test_no_parameters_are_the_default() -> None:
    assert _read() == Read(Selection(), ())


def test_good_values_are_taken_and_made_canonical() -> None:
    assert _read(
        theme=["youth", " ageing ", "youth"], q=["  menas  ir "], year_from=[" 2015 "], place=["led-from"]
    ) == (Read(Selection(q="menas ir", theme=("ageing", "youth"), year_from=2015, place="led-from"), ()))


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("theme", "nope", NO_SUCH),
        ("theme", "Youth", NO_SUCH),
        ("theme", "youth,ageing", NO_SUCH),
        ("theme", "all", NO_SUCH),
        ("theme", "none", NO_SUCH),
        ("county", "LT01", NO_SUCH),
        ("county", "all", NO_SUCH),
        ("relevance", "none", NO_SUCH),
        ("sector", "youth", NO_SUCH),
        ("place", "main", NO_SUCH),
        ("q", "– … „“", "holds no word"),
        ("q", LONGEST + "c", "longer than 200 characters"),
        ("year_from", "15", NOT_A_YEAR),
        ("year_from", "2015-05", NOT_A_YEAR),
        ("year_from", "٢٠١٥", NOT_A_YEAR),
        ("year_to", "1899", NOT_A_YEAR),
        ("year_to", "2101", NOT_A_YEAR),
        ("year_to", "-2015", NOT_A_YEAR),
        ("undated", "0", ONLY_ONE),
        ("undated", "true", ONLY_ONE),
        *((name, "", EMPTY) for name in PARAMETERS if name != "undated"),
    ],
)
def test_a_malformed_value_is_dropped_and_named(name: str, value: str, reason: str) -> None:
    assert read({name: [value]}, Few()) == Read(Selection(), (Dropped(name, value, reason),))


def test_a_value_of_spaces_is_empty() -> None:
    for name in ("theme", "q", "year_from", "place"):
        found = read({name: ["  "]}, Few())
        assert (found.selection, [(one.parameter, one.reason) for one in found.dropped]) == (
            Selection(),
            [(name, EMPTY)],
        )


def test_good_values_stay_beside_bad_ones() -> None:
    assert _read(theme=["nope", "youth", ""], year_to=["2020"], place=["x"]) == Read(
        Selection(theme=("youth",), year_to=2020),
        (Dropped("theme", "nope", NO_SUCH), Dropped("theme", "", EMPTY), Dropped("place", "x", NO_SUCH)),
    )


def test_what_was_dropped_is_named_in_the_order_of_the_parameters() -> None:
    bad = _read(municipality=["13"], county=["LT022"], year_to=["x"], theme=["nope"], q=["…"], organisation=["nobody"])
    assert [one.parameter for one in bad.dropped] == ["q", "theme", "municipality", "year_to", "organisation"]


def test_a_bad_value_given_twice_is_named_once() -> None:
    assert _read(theme=["nope", " nope", "nope"]).dropped == (Dropped("theme", "nope", NO_SUCH),)


def test_the_first_and_the_last_year_and_the_longest_text_are_good() -> None:
    assert _read(year_from=["1900"], year_to=["2100"]).selection == Selection(year_from=1900, year_to=2100)
    assert _read(q=[LONGEST]) == Read(Selection(q=LONGEST), ())


@pytest.mark.parametrize(
    ("name", "first", "last", "expected"),
    [
        ("q", "menas", "muziejus", "muziejus"),
        ("place", "led-from", "takes-place", "takes-place"),
        ("year_from", "2015", "2018", 2018),
        ("year_to", "x", "2018", 2018),
    ],
)
def test_of_a_repeated_single_one_the_last_counts(name: str, first: str, last: str, expected: object) -> None:
    found = read({name: [first, last]}, Few())
    assert (getattr(found.selection, name), found.dropped) == (expected, ())


def test_a_bad_last_value_is_not_replaced_by_an_earlier_one() -> None:
    assert _read(year_from=["2015", "x"]) == Read(Selection(), (Dropped("year_from", "x", NOT_A_YEAR),))


def test_unknown_names_and_empty_lists_are_ignored() -> None:
    assert _read(lang=["lt"], version=["3"], id=["x"], themes=["youth"], noun=["clusters"], theme=[], q=[]) == Read(
        Selection(), ()
    )


def test_the_full_relevance_is_all_and_the_default_one_is_the_default() -> None:
    assert _read(relevance=["related", "context", "core"]).selection.parameters() == {"relevance": ["all"]}
    assert _read(relevance=["all"]) == Read(Selection(relevance=("context", "core", "related")), ())
    assert _read(relevance=["related", "core"]) == Read(Selection(), ())
    assert _read(collection=["import", "all"]) == Read(Selection(collection=("all",)), ())


def test_a_municipality_outside_the_counties_is_dropped_and_named() -> None:
    assert _read(county=["LT011"], municipality=["19", "13"]) == Read(
        Selection(county=("LT011",), municipality=("13",)), (Dropped("municipality", "19", ELSEWHERE),)
    )
    assert _read(county=["none"], municipality=["19"]) == Read(
        Selection(county=("none",)), (Dropped("municipality", "19", ELSEWHERE),)
    )


def test_a_municipality_in_one_of_the_counties_or_in_none_stays() -> None:
    for county, municipality in (
        (["LT011", "LT022"], ["13", "19"]),
        (["LT011"], ["13", "none"]),
        (["LT022", "none"], ["19"]),
        (["none"], ["none"]),
    ):
        assert _read(county=county, municipality=municipality) == Read(
            Selection(county=tuple(county), municipality=tuple(municipality)), ()
        )


def test_a_county_that_is_dropped_drops_no_municipality() -> None:
    assert _read(county=["LT999"], municipality=["19"]) == Read(
        Selection(municipality=("19",)), (Dropped("county", "LT999", NO_SUCH),)
    )


def test_years_that_start_after_they_end_are_both_dropped_and_named() -> None:
    assert _read(year_from=["2021"], year_to=["2020"]) == Read(
        Selection(), (Dropped("year_from", "2021", BACKWARDS), Dropped("year_to", "2020", BACKWARDS))
    )
    assert _read(year_from=["2020"], year_to=["2020"]).dropped == ()


def test_undated_without_years_is_dropped_and_named() -> None:
    assert _read(undated=["1"]) == Read(Selection(), (Dropped("undated", "1", ONLY_WITH_YEARS),))
    assert _read(undated=["1"], year_from=["x"]).selection == Selection()
    assert _read(undated=["1"], year_from=["2015"]) == Read(Selection(year_from=2015, undated=True), ())


def test_undated_goes_with_years_that_start_after_they_end() -> None:
    found = _read(year_from=["2021"], year_to=["2020"], undated=["1"])
    assert found.selection == Selection()
    assert [one.parameter for one in found.dropped] == ["year_from", "year_to", "undated"]


def test_a_selection_read_for_a_noun_carries_it() -> None:
    assert read({"theme": ["youth"]}, Few(), "clusters").selection == Selection(theme=("youth",), noun="clusters")


def test_one_of_takes_the_last_value_where_it_is_allowed() -> None:
    allowed = ("date", "title")
    assert one_of({"sort": ["title", " date "]}, "sort", allowed, "title") == ("date", ())
    assert one_of({}, "sort", allowed, "title") == one_of({"sort": []}, "sort", allowed, "title") == ("title", ())
    assert one_of({"sort": ["x"]}, "sort", allowed, "title") == ("title", (Dropped("sort", "x", NO_SUCH),))
    assert one_of({"sort": ["date", ""]}, "sort", allowed, "title") == ("title", (Dropped("sort", "", EMPTY),))


def _through_an_address(selection: Selection) -> dict[str, list[str]]:
    return parse_qs(urlencode(selection.parameters(), doseq=True))


@pytest.mark.parametrize("noun", NOUNS)
@examples(150)
@given(data=st.data())
def test_a_selection_comes_back_from_an_address_as_it_was(store: Store, noun: Noun, data: st.DataObject) -> None:
    selection = data.draw(selections(noun))
    assert choices(store, noun).read(_through_an_address(selection)) == Read(selection, ())


@pytest.mark.parametrize("noun", NOUNS)
@examples(150)
@given(parameters=GARBAGE)
def test_anything_can_be_read_and_what_came_out_is_read_as_it_is(
    store: Store, noun: Noun, parameters: dict[str, list[str]]
) -> None:
    known = choices(store, noun)
    found = known.read(parameters)
    assert known.read(found.selection.parameters()) == Read(found.selection, ())
    assert known.read(_through_an_address(found.selection)) == Read(found.selection, ())
    assert {one.parameter for one in found.dropped} <= set(PARAMETERS) & set(parameters)
    store.measure("SELECT count(*) AS initiatives FROM chosen", found.selection, of=noun)


@pytest.mark.parametrize("text", ["\ud800", "\0", "a" * 100_000, "x') OR true --"])
def test_no_character_of_a_value_stops_the_reading(store: Store, text: str) -> None:
    for name in PARAMETERS:
        found = choices(store).read({name: [text]})
        assert found.dropped or found.selection.active == ("q",), name


@pytest.mark.parametrize("text", ["menas\ud800", "\udcffmenas", "menas\0", "menas\u200b", "me\u00adnas"])
def test_words_with_odd_characters_between_them_can_be_asked_for_and_written(store: Store, text: str) -> None:
    found = choices(store).read({"q": [text]})
    assert store.measure("SELECT count(*) AS initiatives FROM chosen", found.selection)["initiatives"][0].as_py() >= 0
    assert choices(store).read(_through_an_address(found.selection)) == Read(found.selection, ())
