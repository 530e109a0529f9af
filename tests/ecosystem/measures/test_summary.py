"""A selection told in sentences: how many, about what, when, and how much is stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from ecosystem.language import CODES, Language
from ecosystem.measures import summary
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

EN = Language("en")


def _said(store: Store, selection: Selection) -> list[str]:
    return summary.summary(store, selection).sentences(EN)


def test_by_default_all_is_told_that_is_known(tiny_store: Store) -> None:
    # a is part of f, so of 1000 (a), 500.50 (c) and 5000 (f) the last is not added: less than half, so "stated".
    assert _said(tiny_store, Selection()) == [
        "6 initiatives are recorded, 2 of them core to social innovation.",
        "Most frequent themes: Youth (4), Ageing (2); sectors: Culture and creative industries (3), Education (2).",
        "Started: 2019–2022, 1 states no start; budgets stated: €1,500, by 2 of 6.",
    ]


def test_the_text_is_its_sentences(tiny_store: Store) -> None:
    found = summary.summary(tiny_store, Selection())
    assert found.text(EN) == " ".join(found.sentences(EN))


def test_a_filter_is_named_and_its_own_values_are_not_the_most_frequent(tiny_store: Store) -> None:
    # a, b, f and g: culture and education twice each, social services once; g was terminated.
    assert _said(tiny_store, Selection(theme=("youth",))) == [
        "4 initiatives of 6 are recorded with these filters (Theme: Youth).",
        "Most frequent sectors: Culture and creative industries (2), Education (2).",
        "Started: 2019–2022; budgets stated: €1,000, by 1 of 4.",
    ]


def test_several_filters_and_values_are_told_apart(tiny_store: Store) -> None:
    selection = Selection(sector=("education",), theme=("youth", "ageing"))
    assert _said(tiny_store, selection) == [
        "2 initiatives of 6 are recorded with these filters (Theme: Ageing / Youth; Sector: Education).",
        "Started: 2019–2022; budgets together: €1,000, by 1 of 2.",
    ]


def test_one_initiative_and_one_year_are_told_in_the_singular(tiny_store: Store) -> None:
    assert _said(tiny_store, Selection(kind=("service",))) == [
        "1 initiative of 6 is recorded with these filters (Kind: service).",
        "Most frequent themes: Ageing (1), Youth (1); sectors: Social services (1).",
        "Started: 2021; none states a budget that can be added.",
    ]


def test_where_nothing_is_dated_the_summary_says_so(tiny_store: Store) -> None:
    said = _said(tiny_store, Selection(status=("unknown",)))
    assert said[2] == "None states when it started; budgets together: €500, by 1 of 1."


@pytest.mark.parametrize(
    ("selection", "filters"),
    [
        (Selection(theme=("mobility",)), "Theme: Mobility"),
        (Selection(collection=("nobody",)), "Collection: nobody"),
        (Selection(kind=("service",), year_to=2020), "Start: until 2020; Kind: service"),
        (Selection(q="nothingatall"), "Words: nothingatall"),
        (Selection(q="{filters} %s <b>"), "Words: {filters} %s <b>"),
    ],
    ids=str,
)
def test_an_empty_result_is_one_sentence_that_names_the_filters(
    tiny_store: Store, selection: Selection, filters: str
) -> None:
    assert _said(tiny_store, selection) == [f"No initiative is recorded with these filters ({filters})."]


def test_from_half_on_budgets_are_told_together(tiny_store: Store) -> None:
    # a and c of two; a and c of a, c, e (a programme) and f, that is exactly half.
    said = _said(tiny_store, Selection(relevance=("core",)))
    assert said[-1] == "Started: 2019, 1 states no start; budgets together: €1,500, by 2 of 2."
    said = _said(tiny_store, Selection(year_from=2019, year_to=2020, undated=True))
    assert said[-1] == "Started: 2019, 1 states no start; budgets together: €1,500, by 2 of 4."


def test_a_budget_of_millions_is_told_in_millions(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiative_amounts", 0, amount="2449999")) as store:
        said = _said(store, Selection(relevance=("core",)))
    assert said[-1] == "Started: 2019, 1 states no start; budgets together: €2.5 million, by 2 of 2."


@pytest.mark.parametrize(
    ("euro", "words"),
    [
        (0, "€0"),
        (1234.4, "€1,234"),
        (99_999, "€99,999"),
        (100_000, "€0.1 million"),
        (1_000_000, "€1 million"),
        (4_149_000, "€4.1 million"),
        (2_500_000_000, "€2,500 million"),
    ],
)
def test_an_amount_is_told_in_millions_from_a_tenth_of_one_on(euro: float, words: str) -> None:
    assert summary.amount(euro, EN) == words


def test_the_embedded_dataset_is_told_as_its_readme_counts_it(store: Store) -> None:
    # 63 of 428 state a budget that can be added, 154 548 306.14 euro; the earliest start is of 1998.
    assert _said(store, Selection()) == [
        "428 initiatives are recorded, 172 of them core to social innovation.",
        "Most frequent themes: Social inclusion (188), Culture and creativity (179); "
        "sectors: Social services (245), Public administration (202).",
        "Started: 1998–2026, 157 state no start; budgets stated: €154.5 million, by 63 of 428.",
    ]


@examples(15)
@given(selection=selections())
def test_whatever_is_chosen_is_told_in_either_language_without_gaps(store: Store, selection: Selection) -> None:
    found = summary.summary(store, selection)
    for code in CODES:
        text = found.text(Language(code)).replace(selection.q or " ", " ")
        assert text.endswith(".")
        assert not re.search(r"\b(nan|inf|infinity|null)\b|[{}]", text, re.IGNORECASE)
    meant = ORACLE.initiatives(vars(selection))
    assert found.tally.initiatives == len(meant)
    first = found.sentences(EN)[0]
    assert first.startswith(f"{len(meant)} initiative" if meant or not selection.active else "No initiative")
