"""Themes by county: what is recorded where, by hand and against plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecosystem.language import Language
from ecosystem.measures import facets, gaps
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.measures import place_oracle
from tests.ecosystem.selection.strategies import VALUES, examples, selections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ecosystem.measures.measured import Measured
    from ecosystem.store import Store
    from tests.ecosystem.measures.place_oracle import Dataset

LT, EN = Language("lt"), Language("en")
COLUMNS = ["theme", "theme_lt", "theme_en", "of_theme", "county", "initiatives"]
NO_THEME = ("{n} has no theme", "{n} have no theme")
COUNTIES = ["LT011", *(f"LT02{number}" for number in range(1, 10)), "none"]
names = st.sampled_from(place_oracle.NAMES)


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The tiny dataset with `tiny.TIED`."""
    with tiny.opened(tmp_path_factory.mktemp("tied"), tiny.TIED) as opened:
        yield opened


@pytest.fixture(scope="module")
def data(embedded_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Dataset]]:
    with place_oracle.datasets(embedded_path, tmp_path_factory.mktemp("thrown")) as opened:
        yield opened


def _cells(answer: Measured) -> dict[str, dict[str, int]]:
    """The initiatives by theme and county, for themes with any."""
    found: dict[str, dict[str, int]] = {}
    for theme, county, number in answer.frame[["theme", "county", "initiatives"]].itertuples(index=False, name=None):
        if number:
            found.setdefault(theme, {})[county] = number
    return found


def _themes(answer: Measured) -> dict[str, int]:
    """How many initiatives have each theme, in the order of the rows."""
    return dict(zip(answer.frame["theme"], answer.frame["of_theme"], strict=True))


def test_an_initiative_counts_with_each_theme_in_each_county(tied: Store) -> None:
    # a in LT011, b in LT023, e in both and in LT022; c, f and g in none.
    answer = gaps.themes_by_county(tied, Selection())
    assert answer.frame.columns.tolist() == COLUMNS
    assert _cells(answer) == {
        "youth": {"LT011": 1, "LT023": 1, "none": 2},
        "ageing": {"LT011": 1, "LT022": 1, "LT023": 2},
        "culture-and-creativity": {"none": 1},
    }
    assert answer.coverage == Coverage(6, 6, {NO_THEME: 0})


def test_led_from_counts_by_the_place_of_the_lead(tied: Store) -> None:
    # a from LT022, f from LT023, g from LT029.
    assert _cells(gaps.themes_by_county(tied, Selection(place="led-from"))) == {
        "youth": {"LT022": 1, "LT023": 1, "LT029": 1, "none": 1},
        "ageing": {"none": 2},
        "culture-and-creativity": {"none": 1},
    }


def test_all_themes_stand_by_all_counties_the_most_frequent_first_and_none_last(tied: Store) -> None:
    answer = gaps.themes_by_county(tied, Selection())
    assert answer.frame["county"].tolist() == COUNTIES * 20
    assert list(_themes(answer))[:3] == ["youth", "ageing", "culture-and-creativity"]
    assert list(_themes(answer).values()) == [4, 2, 1, *[0] * 17]
    assert list(_themes(answer))[3:] == sorted(set(VALUES["theme"]) - set(_cells(answer)))
    # 20 themes by 10 counties, but for two counties of youth and three of ageing.
    assert answer.summary(EN) == "Of 200 pairs of theme and county 195 have none recorded."
    assert answer.summary(LT)
    row = answer.frame[(answer.frame["theme"] == "ageing") & (answer.frame["county"] == "LT023")].iloc[0]
    assert row.tolist() == ["ageing", "Senėjimas", "Ageing", 2, "LT023", 2]


def test_only_themes_that_are_asked_for_are_shown_also_where_none_is_recorded(tied: Store) -> None:
    asked = Selection(theme=("ageing", "mobility"))
    answer = gaps.themes_by_county(tied, asked)
    assert _themes(answer) == {"ageing": 2, "mobility": 0}
    assert answer.frame["county"].tolist() == COUNTIES * 2
    assert _cells(answer) == {"ageing": {"LT011": 1, "LT022": 1, "LT023": 2}}
    assert answer.coverage == Coverage(2, 2, {NO_THEME: 0})
    assert answer.summary(EN) == "Of 20 pairs of theme and county 17 have none recorded."
    # b is about youth too, which is not asked for.
    assert _themes(gaps.themes_by_county(tied, Selection(theme=("ageing",), kind=("service",)))) == {"ageing": 1}


def test_the_place_asked_for_is_set_aside(tied: Store) -> None:
    everywhere = gaps.themes_by_county(tied, Selection())
    for placed in (Selection(county=("LT022",)), Selection(municipality=("13",)), Selection(county=("none",))):
        answer = gaps.themes_by_county(tied, placed)
        assert answer.frame.equals(everywhere.frame)
        assert answer.coverage == everywhere.coverage


def test_a_single_pair_without_any_is_said_in_the_singular(tmp_path: Path) -> None:
    # a takes place in nine of the ten counties.
    place = {"initiative_id": "a", "level": "county", "role": "takes-place"}
    with tiny.opened(tmp_path, {"initiative_places": [place | {"code": code} for code in COUNTIES[:9]]}) as store:
        answer = gaps.themes_by_county(store, Selection(theme=("youth",)))
    assert _cells(answer) == {"youth": dict.fromkeys(COUNTIES[:9], 1) | {"none": 3}}
    assert answer.summary(EN) == "Of 10 pairs of theme and county 1 has none recorded."


def test_what_has_no_theme_is_left_out(tmp_path: Path) -> None:
    # Without those of a and b.
    with tiny.opened(tmp_path, {"initiative_themes": tiny.TABLES["initiative_themes"][3:]}) as store:
        answer = gaps.themes_by_county(store, Selection())
    assert answer.coverage == Coverage(6, 4, {NO_THEME: 2})
    assert _themes(answer)["youth"] == 2


@pytest.mark.parametrize("selection", [Selection(collection=("nobody",)), Selection(theme=("nothing",))], ids=str)
def test_where_nothing_is_recorded_every_pair_has_none(tied: Store, selection: Selection) -> None:
    answer = gaps.themes_by_county(tied, selection)
    assert _cells(answer) == {}
    assert len(answer.frame) == (0 if selection.theme else 20 * 11)
    assert (answer.frame[["of_theme", "initiatives"]] == 0).all(axis=None)
    assert answer.coverage == Coverage(0, 0, {NO_THEME: 0})
    pairs = 0 if selection.theme else 200
    assert answer.summary(EN) == f"Of {pairs} pairs of theme and county {pairs} have none recorded."
    assert answer.summary(LT)


def test_of_one_record_and_of_national_ones_all_else_is_empty(tiny_store: Store) -> None:
    one = gaps.themes_by_county(tiny_store, Selection(kind=("service",)))
    assert _cells(one) == {"ageing": {"none": 1}, "youth": {"none": 1}}
    assert list(_themes(one))[:2] == ["ageing", "youth"]
    national = gaps.themes_by_county(tiny_store, Selection(scope=("national",)))
    assert _cells(national) == {"youth": {"none": 3}, "ageing": {"none": 2}}
    assert national.summary(EN) == "Of 200 pairs of theme and county 200 have none recorded."


def test_a_dataset_without_initiatives_has_all_pairs_too(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {table: [] for table in tiny.TABLES}) as store:
        answer = gaps.themes_by_county(store, Selection())
    assert (len(answer.frame), _cells(answer), answer.coverage) == (220, {}, Coverage(0, 0, {NO_THEME: 0}))


def test_the_embedded_themes_have_the_initiatives_of_the_map(store: Store) -> None:
    answer = gaps.themes_by_county(store, Selection())
    assert answer.coverage == Coverage(428, 428, {NO_THEME: 0})
    frame = answer.frame
    # No record stands in two counties, so that the cells of a theme add up to it.
    assert frame.groupby("theme")["initiatives"].sum().to_dict() == _themes(answer)
    counted = facets.counts(store, Selection(), ["theme"])["theme"]
    assert _themes(answer) == dict.fromkeys(VALUES["theme"], 0) | counted


@examples(60)
@example(name="embedded", selection=Selection())
@example(name="embedded", selection=Selection(place="led-from"))
@given(name=names, selection=selections())
def test_pairs_are_counted_as_the_oracle_does(data: Mapping[str, Dataset], name: str, selection: Selection) -> None:
    store, truth = data[name]
    answer = gaps.themes_by_county(store, selection)
    standing, meant = truth.areas(selection, "county"), truth.meant(selection)
    codes = truth.oracle.codes["theme"]
    asked = selection.theme or tuple(VALUES["theme"])
    whole = {theme: sum(theme in codes[id_] for id_ in meant) for theme in asked}
    ranked = sorted(asked, key=lambda theme: (-whole[theme], theme))
    rows = [
        (theme, whole[theme], county, sum(theme in codes[id_] for id_ in standing.get(county, ())))
        for theme in ranked
        for county in COUNTIES
    ]
    told = answer.frame[["theme", "of_theme", "county", "initiatives"]].itertuples(index=False, name=None)
    assert list(told) == rows
    themed = sum(bool(codes[id_]) for id_ in meant)
    assert answer.coverage == Coverage(len(meant), themed, {NO_THEME: len(meant) - themed})
    empty = sum(number == 0 for _, _, county, number in rows if county != "none")
    have = "has" if empty == 1 else "have"
    assert answer.summary(EN) == f"Of {len(asked) * 10} pairs of theme and county {empty} {have} none recorded."


@examples(25)
@given(drawn=st.data(), name=names, selection=selections())
def test_a_click_opens_exactly_what_a_pair_counts(
    data: Mapping[str, Dataset], drawn: st.DataObject, name: str, selection: Selection
) -> None:
    store = data[name].store
    frame = gaps.themes_by_county(store, selection).frame
    rows = list(frame[["theme", "county", "initiatives"]].itertuples(index=False, name=None))
    some = st.sampled_from([row for row in rows if row[2]] or rows)
    for theme, county, number in {drawn.draw(some), drawn.draw(some), drawn.draw(st.sampled_from(rows))}:
        one = selection.having(theme=(theme,), county=(county,), municipality=())
        assert facets.tally(store, one).initiatives == number, (theme, county)
