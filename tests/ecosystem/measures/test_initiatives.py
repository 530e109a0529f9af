"""When initiatives started, what they are about, what is not known of them."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecosystem import seed
from ecosystem.language import Language
from ecosystem.measures import initiatives
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.measures.measured import Measured
    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
ALL = ("core", "related", "context")
NOBODY = [Selection(collection=("nobody",)), Selection(relevance=("nothing",))]
UNDATED = ("{n} initiative states no start", "{n} initiatives state no start")
UNTAGGED = ("{n} initiative has no theme or sector", "{n} initiatives have no theme or sector")
any_relevances = st.lists(st.sampled_from([*ALL, "nothing"]), min_size=1, max_size=4)
with_store = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _all_with(**values: str) -> dict[str, list[dict[str, str]]]:
    return {"initiatives": [row | values for row in tiny.TABLES["initiatives"]]}


def _pairs(answer: Measured) -> list[tuple[str, int, str, int, int]]:
    columns = ["theme", "of_theme", "sector", "of_sector", "initiatives"]
    return list(answer.frame[columns].itertuples(index=False, name=None))


def _facts(answer: Measured) -> list[tuple[str, int, int]]:
    assert list(answer.frame.columns) == ["fact", "known", "unknown", "fact_lt", "fact_en"]
    return list(answer.frame[["fact", "known", "unknown"]].itertuples(index=False, name=None))


def test_years_run_from_the_first_start_to_the_last_and_none_is_missing(tiny_store: Store) -> None:
    answer = initiatives.by_start_year(tiny_store, Selection())
    assert answer.frame.to_dict("list") == {"year": [2019, 2020, 2021, 2022], "initiatives": [3, 0, 1, 1]}
    assert answer.coverage == Coverage(6, 5, {UNDATED: 1})
    assert answer.summary(LT) == "Daugiausia prasidėjo 2019 m.: 3 iniciatyvos."
    assert answer.summary(EN) == "Most started in 2019: 3 initiatives."


def test_context_fills_the_year_in_which_no_other_started(tiny_store: Store) -> None:
    answer = initiatives.by_start_year(tiny_store, Selection(relevance=ALL))
    assert answer.frame["initiatives"].tolist() == [3, 1, 1, 1]


def test_a_single_start_is_a_single_year(tiny_store: Store) -> None:
    answer = initiatives.by_start_year(tiny_store, Selection(relevance=("core",)))
    assert answer.frame.to_dict("list") == {"year": [2019], "initiatives": [1]}
    assert answer.coverage == Coverage(2, 1, {UNDATED: 1})
    assert answer.summary(LT) == "Daugiausia prasidėjo 2019 m.: 1 iniciatyva."
    assert answer.summary(EN) == "Most started in 2019: 1 initiative."


def test_of_years_with_as_many_starts_the_first_is_told(tiny_store: Store) -> None:
    # b 2021, e and f 2019, g 2022, and a (core) is left out.
    answer = initiatives.by_start_year(tiny_store, Selection(relevance=("related",)))
    assert answer.frame["initiatives"].tolist() == [2, 0, 1, 1]
    assert answer.summary(EN) == "Most started in 2019: 2 initiatives."


def test_where_nothing_is_dated_there_is_no_year_and_all_are_left_out(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, _all_with(start_date="")) as store:
        years = initiatives.by_start_year(store, Selection())
        unknowns = initiatives.unknowns(store, Selection())
    assert years.frame.empty
    assert years.coverage == Coverage(6, 0, {UNDATED: 6})
    assert years.summary(LT) == "Nė viena iniciatyva nenurodo pradžios."
    assert years.summary(EN) == "No initiative states when it started."
    assert _facts(unknowns)[0] == ("start", 0, 6)
    assert unknowns.summary(LT) == "Dažniausiai nežinoma: Pradžia, 6 iš 6."
    assert unknowns.summary(EN) == "Most often not known: Start, 6 of 6."


def test_pairs_stand_by_how_frequent_theme_and_sector_are(tiny_store: Store) -> None:
    answer = initiatives.themes_by_sectors(tiny_store, Selection())
    assert _pairs(answer) == [
        ("youth", 4, tiny.CULTURE, 3, 2),
        ("youth", 4, "education", 2, 2),
        ("youth", 4, "social-services", 2, 1),
        ("ageing", 2, "social-services", 2, 2),
        ("culture-and-creativity", 1, tiny.CULTURE, 3, 1),
        ("culture-and-creativity", 1, "health", 1, 1),
    ]
    assert answer.coverage == Coverage(6, 6, {UNTAGGED: 0})


def test_pairs_carry_their_words_in_both_languages(tiny_store: Store) -> None:
    answer = initiatives.themes_by_sectors(tiny_store, Selection())
    columns = "theme theme_lt theme_en of_theme sector sector_lt sector_en of_sector initiatives"
    assert list(answer.frame.columns) == columns.split()
    assert answer.frame["theme_lt"].tolist()[::3] == ["Jaunimas", "Senėjimas"]
    assert answer.frame["sector_en"].tolist()[2] == "Social services"
    together = "Jaunimas ir Kultūra ir kūrybinės industrijos"
    assert answer.summary(LT) == f"Dažniausiai kartu: {together}, 2 iniciatyvos."
    assert answer.summary(EN) == "Most often together: Youth and Culture and creative industries, 2 initiatives."


def test_an_initiative_without_a_sector_is_left_out_but_counts_for_its_theme(tmp_path: Path) -> None:
    sectors = [row for row in tiny.TABLES["initiative_sectors"] if row["initiative_id"] != "g"]
    with tiny.opened(tmp_path, {"initiative_sectors": sectors}) as store:
        answer = initiatives.themes_by_sectors(store, Selection())
    assert _pairs(answer)[:3] == [
        ("youth", 4, tiny.CULTURE, 3, 2),
        ("youth", 4, "social-services", 2, 1),
        ("youth", 4, "education", 1, 1),
    ]
    assert answer.coverage == Coverage(6, 5, {UNTAGGED: 1})


def test_most_often_unknown_facts_stand_first(tiny_store: Store) -> None:
    answer = initiatives.unknowns(tiny_store, Selection())
    assert _facts(answer) == [
        ("end", 2, 4),
        ("fund", 4, 2),
        ("amount", 5, 1),
        ("place", 5, 1),
        ("start", 5, 1),
        ("status", 5, 1),
    ]
    assert answer.frame["fact_lt"].tolist()[:3] == ["Pabaiga", "Fondas", "Bendras biudžetas"]
    assert answer.frame["fact_en"].tolist()[3:] == ["Place", "Start", "Status"]
    assert answer.coverage == Coverage(6, 6)
    assert answer.summary(LT) == "Dažniausiai nežinoma: Pabaiga, 4 iš 6."
    assert answer.summary(EN) == "Most often not known: End, 4 of 6."


@pytest.mark.parametrize(
    ("changes", "first", "lithuanian", "english"),
    [
        (
            {"initiative_amounts": []},
            ("amount", 0, 6),
            "Dažniausiai nežinoma: Bendras biudžetas, 6 iš 6.",
            "Most often not known: Total budget, 6 of 6.",
        ),
        (
            _all_with(fund="not-stated"),
            ("fund", 0, 6),
            "Dažniausiai nežinoma: Fondas, 6 iš 6.",
            "Most often not known: Fund, 6 of 6.",
        ),
        (
            _all_with(status="unknown"),
            ("status", 0, 6),
            "Dažniausiai nežinoma: Būklė, 6 iš 6.",
            "Most often not known: Status, 6 of 6.",
        ),
        # Only a has a place; where the scope is not known, a place is asked for as well.
        (
            _all_with(scope="unknown"),
            ("place", 1, 5),
            "Dažniausiai nežinoma: Vieta, 5 iš 6.",
            "Most often not known: Place, 5 of 6.",
        ),
    ],
)
def test_the_summary_tells_the_fact_that_is_unknown_most_often(
    tmp_path: Path,
    changes: dict[str, list[dict[str, str]]],
    first: tuple[str, int, int],
    lithuanian: str,
    english: str,
) -> None:
    with tiny.opened(tmp_path, changes) as store:
        answer = initiatives.unknowns(store, Selection())
    assert _facts(answer)[0] == first
    assert (answer.summary(LT), answer.summary(EN)) == (lithuanian, english)


def test_a_nationwide_initiative_has_no_place_that_could_be_unknown(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, _all_with(scope="national")) as store:
        facts = _facts(initiatives.unknowns(store, Selection()))
    assert facts[-1] == ("place", 6, 0)


@pytest.mark.parametrize("selection", NOBODY, ids=str)
def test_without_initiatives_every_frame_is_empty_and_every_summary_says_so(
    tiny_store: Store, selection: Selection
) -> None:
    years = initiatives.by_start_year(tiny_store, selection)
    pairs = initiatives.themes_by_sectors(tiny_store, selection)
    unknowns = initiatives.unknowns(tiny_store, selection)
    assert years.frame.empty
    assert pairs.frame.empty
    assert unknowns.frame.empty
    assert [answer.coverage.share for answer in (years, pairs, unknowns)] == [None, None, None]
    assert (years.coverage, pairs.coverage) == (Coverage(0, 0, {UNDATED: 0}), Coverage(0, 0, {UNTAGGED: 0}))
    assert pairs.summary(LT) == "Nė viena iniciatyva neturi temos ir sektoriaus."
    assert pairs.summary(EN) == "No initiative has a theme and a sector."
    assert unknowns.summary(LT) == "Nepasirinkta nė viena iniciatyva."
    assert unknowns.summary(EN) == "No initiative is chosen."


def test_of_the_embedded_initiatives_157_are_undated(store: Store) -> None:
    answer = initiatives.by_start_year(store, Selection())
    assert answer.coverage == Coverage(428, 271, {UNDATED: 157})
    assert answer.frame["year"].tolist() == list(range(1998, 2027))
    assert answer.frame["initiatives"].sum() == 271
    assert answer.summary(EN) == "Most started in 2020: 36 initiatives."


def test_of_the_embedded_initiatives_189_are_about_culture(store: Store) -> None:
    answer = initiatives.themes_by_sectors(store, Selection())
    of_sector = dict(zip(answer.frame["sector"], answer.frame["of_sector"], strict=True))
    assert (of_sector[tiny.CULTURE], of_sector["education"], of_sector["social-services"]) == (189, 133, 245)
    assert answer.coverage == Coverage(428, 428, {UNTAGGED: 0})


def test_the_embedded_records_lack_their_total_budget_most_often(store: Store) -> None:
    answer = initiatives.unknowns(store, Selection())
    facts = {fact: unknown for fact, _, unknown in _facts(answer)}
    # Fund: 119 not stated and 15 of EU funds; place: regional 18, unknown 9 and municipal 1 are in no county.
    assert facts == {"amount": 342, "end": 224, "start": 157, "fund": 134, "status": 93, "place": 28}
    assert answer.summary(LT) == "Dažniausiai nežinoma: Bendras biudžetas, 342 iš 428."


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _chosen(relevance: list[str]) -> list[dict[str, str]]:
    return [row for row in _rows("initiatives") if row["collection"] == "ecosystem" and row["relevance"] in relevance]


@with_store
@given(relevance=any_relevances)
def test_years_count_as_the_file_does(store: Store, relevance: list[str]) -> None:
    years = [int(row["start_date"][:4]) for row in _chosen(relevance) if row["start_date"]]
    frame = initiatives.by_start_year(store, Selection(relevance=tuple(relevance))).frame
    counted = Counter(years)
    spanned = range(min(years), max(years) + 1) if years else range(0)
    assert list(frame.itertuples(index=False, name=None)) == [(year, counted[year]) for year in spanned]


@with_store
@given(relevance=any_relevances)
def test_pairs_count_as_the_files_do(store: Store, relevance: list[str]) -> None:
    chosen = {row["initiative_id"] for row in _chosen(relevance)}
    themes = [row for row in _rows("initiative_themes") if row["initiative_id"] in chosen]
    sectors = [row for row in _rows("initiative_sectors") if row["initiative_id"] in chosen]
    of_theme = Counter(row["theme"] for row in themes)
    of_sector = Counter(row["sector"] for row in sectors)
    pairs = Counter(
        (one["theme"], other["sector"])
        for one in themes
        for other in sectors
        if one["initiative_id"] == other["initiative_id"]
    )
    expected = [(theme, of_theme[theme], sector, of_sector[sector], n) for (theme, sector), n in pairs.items()]
    answer = initiatives.themes_by_sectors(store, Selection(relevance=tuple(relevance)))
    assert _pairs(answer) == sorted(expected, key=lambda pair: (-pair[1], pair[0], -pair[3], pair[2]))
    tagged = {row["initiative_id"] for row in themes} & {row["initiative_id"] for row in sectors}
    assert answer.coverage == Coverage(len(chosen), len(tagged), {UNTAGGED: len(chosen - tagged)})


@with_store
@given(relevance=any_relevances)
def test_unknown_facts_count_as_the_files_do(store: Store, relevance: list[str]) -> None:
    chosen = _chosen(relevance)
    placed = {row["initiative_id"] for row in _rows("initiative_places")}
    budgeted = {row["initiative_id"] for row in _rows("initiative_amounts") if row["kind"] == "total"}
    asked = ("municipal", "regional", "unknown")
    unknown = {
        "amount": sum(row["initiative_id"] not in budgeted for row in chosen),
        "end": sum(not row["end_date"] for row in chosen),
        "fund": sum(row["fund"] in ("not-stated", "eu-fund-not-stated") for row in chosen),
        "place": sum(row["scope"] in asked and row["initiative_id"] not in placed for row in chosen),
        "start": sum(not row["start_date"] for row in chosen),
        "status": sum(row["status"] == "unknown" for row in chosen),
    }
    expected = [(fact, len(chosen) - number, number) for fact, number in unknown.items()] if chosen else []
    answer = initiatives.unknowns(store, Selection(relevance=tuple(relevance)))
    assert _facts(answer) == sorted(expected, key=lambda fact: (-fact[2], fact[0]))
