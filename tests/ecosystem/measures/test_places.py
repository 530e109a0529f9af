"""Where initiatives are: areas and tray by hand, as the data's README says, and against plain Python."""

from __future__ import annotations

import math
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecosystem.language import Language
from ecosystem.measures import choices, facets, funding, places
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.measures import place_oracle
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ecosystem.measures.places import Areas, Level
    from ecosystem.store import Store
    from tests.ecosystem.measures.place_oracle import Dataset

EN, NULL = Language("en"), None
LED_FROM = Selection(place="led-from")
LEVELS: tuple[Level, ...] = ("county", "municipality")
COLUMNS = "code name_lt name_en initiatives culture stated amount inhabitants per_10000"
levels, names = st.sampled_from(LEVELS), st.sampled_from(place_oracle.NAMES)


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with tiny.opened(tmp_path_factory.mktemp("tied"), tiny.TIED) as opened:
        yield opened


@pytest.fixture(scope="module")
def data(embedded_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Dataset]]:
    with place_oracle.datasets(embedded_path, tmp_path_factory.mktemp("thrown")) as opened:
        yield opened


def _rows(answer: Areas) -> dict[str, tuple[Any, ...]]:
    """`initiatives, culture, stated, amount` of the areas with initiatives."""
    frame = answer.frame[answer.frame["initiatives"] > 0].set_index("code")
    told = frame[["initiatives", "culture", "stated", "amount"]].itertuples(name=None)
    return {code: tuple(map(_plain, row)) for code, *row in told}


def _plain(value: float) -> float | None:
    assert not math.isinf(value)
    return NULL if math.isnan(value) else value


def _stated(store: Store, selection: Selection, level: Level) -> tuple[int, int, dict[str, int]]:
    """Records, those used, and those left out by reason."""
    coverage = places.stated(store, selection, level)
    assert list(coverage.left_out) == list(funding.REASONS.values())
    left_out = zip(funding.REASONS, coverage.left_out.values(), strict=True)
    assert coverage.used + sum(coverage.left_out.values()) == coverage.records
    return coverage.records, coverage.used, {reason: number for reason, number in left_out if number}


# On the map of counties, not on that of municipalities: b, which names the county alone, and g by its main place.
# Led from one place and a, its part, from another: f counts itself.
BY_HAND = {
    ("takes-place", "county"): {"LT011": (2, 1, 1, 1000), "LT022": (1, 0, 0, NULL), "LT023": (2, 0, 0, NULL)},
    ("takes-place", "municipality"): {"13": (2, 1, 1, 1000), "19": (1, 0, 0, NULL)},
    ("led-from", "county"): {"LT022": (1, 1, 1, 1000), "LT023": (1, 1, 1, 5000), "LT029": (1, 0, 0, NULL)},
    ("led-from", "municipality"): {"19": (1, 1, 1, 1000), "21": (1, 1, 1, 5000)},
}


@pytest.mark.parametrize(("place", "level"), BY_HAND)
def test_initiatives_count_in_each_area_they_stand_in_and_the_others_lie_in_the_tray(
    tied: Store, place: str, level: Level
) -> None:
    answer = places.by_area(tied, Selection(place=place), level)
    assert _rows(answer) == BY_HAND[place, level]
    # e takes place in three counties, two of them by municipalities.
    assert (answer.records, answer.several) == (6, 1 if place == "takes-place" else 0)
    national = 2 if level == "county" else 3
    assert list(answer.tray.items()) == [("national", national), ("municipal", 1)]
    assert answer.on_map == 6 - national - 1


def test_with_one_place_in_all_one_area_holds_it_and_no_initiative_is_led_from_any(tiny_store: Store) -> None:
    for level, code in zip(LEVELS, ("LT011", "13"), strict=True):
        here, led = (places.by_area(tiny_store, selection, level) for selection in (Selection(), LED_FROM))
        assert (_rows(here), _rows(led)) == ({code: (1, 1, 1, 1000)}, {})
        assert (here.on_map, here.several, here.tray) == (1, 0, {"national": 4, "municipal": 1})
        assert (led.on_map, led.several, led.tray) == (0, 0, {"national": 4, "municipal": 2})


def test_all_areas_are_there_in_the_order_of_codes_with_names_for_a_list(tied: Store) -> None:
    counties, municipalities = (places.by_area(tied, Selection(), level).frame for level in LEVELS)
    for frame in (counties, municipalities):
        assert " ".join(frame.columns) == COLUMNS
        none = frame[frame["initiatives"] == 0]
        assert (none[["culture", "stated"]] == 0).all(axis=None)
        assert none[["amount", "per_10000"]].isna().all(axis=None)
    assert counties["code"].tolist() == ["LT011", *(f"LT02{number}" for number in range(1, 10))]
    assert municipalities["code"].tolist() == sorted(ORACLE.municipalities)
    assert counties.iloc[0].tolist()[1:3] == ["Vilniaus apskritis", "Vilnius County"]
    assert municipalities.iloc[2].tolist()[1:3] == ["Vilniaus m. sav.", "Vilnius City Municipality"]


@pytest.mark.parametrize(
    ("parent_in", "counties", "municipalities"),
    [
        # Where its part a stands too, f is counted by it; elsewhere it is counted itself.
        ("13", {"LT011": 1000}, {"13": 1000}),
        ("21", {"LT011": 1000, "LT023": 5000}, {"13": 1000, "21": 5000}),
        ("13 21", {"LT011": 1000, "LT023": 5000}, {"13": 1000, "21": 5000}),
        # Another municipality of the same county.
        ("41", {"LT011": 1000}, {"13": 1000, "41": 5000}),
    ],
)
def test_a_parent_is_counted_by_the_parts_in_the_same_area_only(
    tmp_path: Path, parent_in: str, counties: dict[str, float], municipalities: dict[str, float]
) -> None:
    (part,) = tiny.TABLES["initiative_places"]
    own = [part | {"initiative_id": "f", "code": code} for code in parent_in.split()]
    with tiny.opened(tmp_path, {"initiative_places": [part, *own]}) as store:
        for level, amounts in zip(LEVELS, (counties, municipalities), strict=True):
            found = _rows(places.by_area(store, Selection(), level)).items()
            assert {code: amount for code, (*_, amount) in found if amount is not NULL} == amounts
            left_out = {} if 5000 in amounts.values() else {"parts-counted": 1}
            assert _stated(store, Selection(), level) == (2, 2 - len(left_out), left_out)


def test_rates_are_by_the_census_and_not_known_without_records_or_inhabitants(tmp_path: Path) -> None:
    counted = "13 2021 500; 13 2026 1; 21 2021 900; LT011 2021 3000; LT022 2021 0; LT023 2026 10"
    rows = [dict(zip(("code", "year", "inhabitants"), row.split(), strict=True)) for row in counted.split("; ")]
    with tiny.opened(tmp_path, {**tiny.TIED, "population": [row | {"source": "x"} for row in rows]}) as store:
        frames = [places.by_area(store, Selection(), level).frame.set_index("code") for level in LEVELS]
    known = ["inhabitants", "per_10000"]
    found = {code: tuple(map(_plain, row)) for frame in frames for code, *row in frame[known].itertuples(name=None)}
    rate = pytest.approx(2 / 3000 * 10_000)
    assert [found[code] for code in ("LT011", "LT022", "LT023")] == [(3000, rate), (0, NULL), (NULL, NULL)]
    assert [found[code] for code in ("13", "19", "21")] == [(500, 40), (NULL, NULL), (900, NULL)]


def test_what_the_amounts_rest_on_counts_each_record_on_the_map_once(tied: Store) -> None:
    # a has a budget to add; b states a part; e, in two municipalities and three counties, pays others.
    assert _stated(tied, Selection(), "county") == (3, 1, {"other-kinds": 1, "pays-others": 1})
    assert _stated(tied, Selection(), "municipality") == (2, 1, {"pays-others": 1})
    assert _stated(tied, LED_FROM, "county") == (3, 2, {"not-carried-out": 1})
    assert _stated(tied, LED_FROM, "municipality") == (2, 2, {})


def test_the_place_asked_for_is_set_aside_and_every_other_filter_holds(tied: Store) -> None:
    for placed in (Selection(county=("LT022",)), Selection(municipality=("none",)), Selection(county=("none",))):
        answer = places.by_area(tied, placed, "county")
        assert (answer.records, answer.on_map, answer.several) == (6, 3, 1)
        assert _stated(tied, placed, "county")[0] == 3
    aged = places.by_area(tied, Selection(theme=("ageing",), municipality=("19",)), "county")
    assert {code: row[0] for code, row in _rows(aged).items()} == {"LT011": 1, "LT022": 1, "LT023": 2}
    assert (aged.records, aged.several, aged.tray) == (2, 1, {})
    local = places.by_area(tied, Selection(scope=("municipal",)), "county")
    assert (_rows(local), local.tray) == ({"LT011": (1, 1, 1, 1000)}, {"municipal": 1})
    one = places.by_area(tied, Selection(status=("terminated",)), "county")
    assert (_rows(one), one.on_map, one.records, one.tray) == ({}, 0, 1, {"national": 1})


@pytest.mark.parametrize("level", LEVELS)
def test_where_nothing_is_recorded_areas_and_tray_are_empty(tied: Store, tmp_path: Path, level: Level) -> None:
    with tiny.opened(tmp_path, {table: [] for table in tiny.TABLES}) as nothing:
        for store, selection in (
            (tied, Selection(collection=("nobody",))),
            (nothing, Selection()),
            (nothing, LED_FROM),
        ):
            answer = places.by_area(store, selection, level)
            assert (answer.records, answer.several, answer.on_map, answer.tray) == (0, 0, 0, {})
            assert (_rows(answer), len(answer.frame)) == ({}, 10 if level == "county" else 60)
            assert (answer.frame[["initiatives", "culture", "stated"]] == 0).all(axis=None)
            assert answer.frame[["amount", "inhabitants", "per_10000"]].isna().all(axis=None)
            assert _stated(store, selection, level) == (0, 0, {})


def test_a_measure_is_told_with_what_it_rests_on(tied: Store) -> None:
    rows = {row["code"]: row for row in places.by_area(tied, Selection(), "county").frame.to_dict("records")}
    told = {code: [places.told(rows[code], measure, EN) for measure in places.MEASURES] for code in rows}
    assert told["LT011"] == ["2 initiatives", "1 of 2", "€1,000 by 1 of 2", "– (2 initiatives)"]
    assert told["LT022"] == ["1 initiative", "0 of 1", "1 initiative, no budget stated", "– (1 initiative)"]
    assert told["LT021"] == ["none recorded"] * 4
    assert places.told({"initiatives": 2, "per_10000": 1.236}, "per-capita", EN) == "1.24 (2 initiatives)"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("measure", places.MEASURES)
def test_most_stands_first_and_what_is_equal_or_not_known_by_its_name(store: Store, level: Level, measure: str) -> None:
    frame, by_name = places.by_area(store, Selection(), level).frame, choices.in_order(store, level, "lt")
    told = frame[places.MEASURES[measure]].where(frame["initiatives"] > 0)
    values = dict(zip(frame["code"], map(_plain, told), strict=True))
    by_rank = sorted(by_name, key=lambda code: (values[code] is NULL, -(values[code] or 0)))
    chance = (measure, level) == ("per-capita", "municipality")
    assert places.ranked(frame, measure, level, by_name)["code"].tolist() == (by_name if chance else by_rank)


# Counties and municipalities asked for, before and after the click; – stands for none.
@pytest.mark.parametrize(
    ("before", "code", "after"),
    [
        ("– –", "LT011", "LT011 –"),
        ("LT022,none –", "LT022", "LT022 –"),
        ("LT011 –", "LT011", "– –"),
        ("LT011 13", "LT011", "LT011 –"),
        ("LT011 13", "LT022", "LT022 –"),
        ("– –", "13", "– 13"),
        ("– 13,19", "13", "– 13"),
        ("– 13", "13", "– –"),
        ("LT011 13", "13", "LT011 –"),
        ("LT011 –", "41", "LT011 41"),
        ("LT022 19", "13", "– 13"),
    ],
)
def test_a_click_chooses_an_area_and_another_frees_it(tiny_store: Store, before: str, code: str, after: str) -> None:
    level: Level = "county" if code.startswith("LT") else "municipality"
    assert places.clicked(_placed(before), level, code, choices.choices(tiny_store)) == _placed(after)


def _placed(asked: str) -> Selection:
    county, municipality = (tuple(codes.replace("–", "").split(",")) for codes in asked.split())
    return Selection(theme=("youth",), county=county, municipality=municipality)


def test_the_embedded_map_and_tray_are_those_of_the_readme(store: Store) -> None:
    answer = places.by_area(store, Selection(), "county")
    counted = {code: row[:2] for code, row in _rows(answer).items()}
    assert [counted[f"LT02{number}"] for number in range(1, 6)] == [(13, 3), (41, 22), (21, 8), (15, 9), (12, 5)]
    assert [counted[f"LT02{number}"] for number in range(6, 10)] == [(13, 2), (4, 0), (6, 1), (7, 7)]
    assert (counted["LT011"], answer.records, answer.on_map, answer.several) == ((40, 21), 428, 172, 0)
    assert [*answer.tray] == ["national", "cross-border", "eu", "regional", "unknown", "municipal"]
    assert [*answer.tray.values()] == [142, 55, 31, 18, 9, 1]
    led = places.by_area(store, LED_FROM, "county")
    assert (led.on_map, sum(led.tray.values())) == (285 + 39, 104)


@examples(80)
@example(name="embedded", selection=Selection(), level="county")
@example(name="embedded", selection=LED_FROM, level="municipality")
@given(name=names, selection=selections(), level=levels)
def test_areas_and_tray_are_those_of_the_oracle(
    data: Mapping[str, Dataset], name: str, selection: Selection, level: Level
) -> None:
    store, truth = data[name]
    answer = places.by_area(store, selection, level)
    standing = truth.areas(selection, level)
    outside = Counter(sorted(truth.oracle.rows[id_]["scope"] for id_ in standing.pop("none", ())))
    assert _rows(answer) == {code: truth.figures(ids) for code, ids in standing.items()}
    assert list(answer.tray.items()) == outside.most_common()
    assert not selection.scope or set(answer.tray) <= set(selection.scope)
    numbers = [len(truth.oracle.of(id_, level, selection.place)) for id_ in truth.meant(selection)]
    assert (answer.records, answer.several) == (len(numbers), sum(number > 1 for number in numbers))
    assert answer.on_map == sum(number > 0 for number in numbers) == len(set().union(*standing.values()))
    rates = answer.frame["initiatives"].replace(0, math.nan) / answer.frame["inhabitants"] * 10_000
    assert answer.frame["per_10000"].tolist() == pytest.approx(rates.tolist(), nan_ok=True)


@examples(40)
@given(drawn=st.data(), name=names, selection=selections(), level=levels)
def test_a_click_opens_exactly_what_an_area_or_the_tray_counts(
    data: Mapping[str, Dataset], drawn: st.DataObject, name: str, selection: Selection, level: Level
) -> None:
    store = data[name].store
    answer = places.by_area(store, selection, level)
    frame = answer.frame.set_index("code")
    codes = frame.index.tolist()
    for code in {drawn.draw(st.sampled_from(some)) for some in (sorted(_rows(answer)) or codes, codes)}:
        row, one = frame.loc[code], places.everywhere(selection).having(**{level: (code,)})
        stated = funding.stated(store, one)
        assert (stated.coverage.records, stated.coverage.used) == (row["initiatives"], row["stated"])
        assert stated.total == (NULL if math.isnan(row["amount"]) else Decimal(str(row["amount"])))
        clicked = places.clicked(selection, level, code, choices.choices(store))
        if code in getattr(clicked, level):
            assert facets.tally(store, clicked).initiatives == row["initiatives"]
    for scope in drawn.draw(st.lists(st.sampled_from([*answer.tray]), max_size=2)) if answer.tray else ():
        none = selection.having(county=(), municipality=(), scope=(scope,)).having(**{level: ("none",)})
        assert facets.tally(store, none).initiatives == answer.tray[scope]
        assert places.in_tray(selection, level, scope) == none


@examples(80)
@given(name=names, selection=selections(), level=levels)
def test_what_the_amounts_rest_on_is_what_the_oracle_adds_anywhere(
    data: Mapping[str, Dataset], name: str, selection: Selection, level: Level
) -> None:
    store, truth = data[name]
    standing = truth.areas(selection, level)
    standing.pop("none", None)
    said = {id_: {truth.reason(id_, ids) for ids in standing.values() if id_ in ids} for id_ in truth.meant(selection)}
    reasons = Counter("summed" if "summed" in found else min(found) for found in said.values() if found)
    assert _stated(store, selection, level) == (reasons.total(), reasons.pop("summed", 0), reasons)
