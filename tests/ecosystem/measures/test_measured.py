"""What holds for every measure: coverage adds up, numbers are numbers, summaries are sentences."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import math
import pkgutil
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem import measures
from ecosystem.language import CODES, Language
from ecosystem.measures.facets import Tally, Years
from ecosystem.measures.funding import Stated
from ecosystem.measures.measured import Coverage, Measured, share
from ecosystem.measures.overview import Figures
from ecosystem.measures.summary import Summary
from ecosystem.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ecosystem.store import Store

SELECTIONS = [
    Selection(),
    Selection(relevance=("core", "related", "context")),
    Selection(relevance=("core",)),
    Selection(relevance=("context",)),
    Selection(relevance=("nothing",)),
    Selection(collection=("nobody",)),
]
REASON = ("{n} of them", "{n} of them")


def _measures() -> Iterator[tuple[str, Callable[[Store, Selection], object]]]:
    """Every public function of the measures that takes a store and a selection and nothing else."""
    for module in pkgutil.iter_modules(measures.__path__):
        loaded = importlib.import_module(f"ecosystem.measures.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            ours = function.__module__ == loaded.__name__ and not name.startswith("_")
            if ours and list(inspect.signature(function).parameters) == ["store", "selection"]:
                yield f"{module.name}.{name}", function


MEASURES = dict(_measures())
each_measure = pytest.mark.parametrize("name", MEASURES)


def _numbers(answer: object) -> Iterator[float]:
    if isinstance(answer, list):
        yield from (float(len(answer)), *(one.initiatives for one in answer))
        return
    if isinstance(answer, Measured):
        for column in answer.frame.select_dtypes("number"):
            yield from answer.frame[column].tolist()
    for field in dataclasses.fields(answer):  # type: ignore[arg-type]
        value = getattr(answer, field.name)
        if isinstance(value, Coverage):
            yield from (value.records, value.used, *value.left_out.values())
        elif isinstance(value, (int, float, Decimal)):
            yield value
        elif isinstance(value, (Tally, Years, Figures, Stated)):
            yield from _numbers(value)


def test_the_walk_finds_the_measures_of_the_overview() -> None:
    assert {
        "clusters.by_sector",
        "clusters.by_status",
        "funding.by_fund",
        "funding.by_payer",
        "funding.stated",
        "initiatives.by_start_year",
        "initiatives.themes_by_sectors",
        "initiatives.unknowns",
        "organisations.by_kind",
        "overview.figures",
    } <= set(MEASURES)


@each_measure
def test_no_number_of_a_measure_is_infinite_or_not_a_number(store: Store, name: str) -> None:
    for selection in SELECTIONS:
        numbers = list(_numbers(MEASURES[name](store, selection)))
        assert numbers, selection
        assert [number for number in numbers if not math.isfinite(number) or number < 0] == [], selection


@each_measure
def test_used_and_left_out_together_are_the_records(store: Store, name: str) -> None:
    for selection in SELECTIONS:
        answer = MEASURES[name](store, selection)
        if isinstance(answer, (Measured, Stated)):
            coverage = answer.coverage
            assert coverage.used + sum(coverage.left_out.values()) == coverage.records, selection
        else:
            # Counts of the selection itself, which rest on all of it.
            assert isinstance(answer, (Figures, Tally, Years, Summary, list)), f"{name} gives no coverage"


@pytest.mark.parametrize("code", CODES)
def test_every_summary_is_a_sentence(store: Store, tiny_store: Store, code: str) -> None:
    for name, measure in MEASURES.items():
        for opened in (store, tiny_store):
            for selection in SELECTIONS:
                answer = measure(opened, selection)
                if isinstance(answer, Measured):
                    said = answer.summary(Language(code))
                    assert re.fullmatch(r"[\dA-ZĄČĘĖĮŠŲŪŽ].+[^.]\.", said), name
                    assert not re.search(r"[{}<]|\bnan\b|\bNone\b", said), name


@pytest.mark.parametrize("code", CODES)
def test_every_reason_for_leaving_out_has_words_and_its_number(tiny_store: Store, code: str) -> None:
    language = Language(code)
    said = [
        language.plural(one, many, 5)
        for measure in MEASURES.values()
        if isinstance(answer := measure(tiny_store, Selection()), (Measured, Stated))
        for one, many in answer.coverage.left_out
    ]
    assert len(said) > 10
    assert [words for words in said if "5" not in words] == []


def test_an_answer_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Coverage(2, 1).records = 3  # type: ignore[misc]


def test_a_share_of_nothing_is_not_known() -> None:
    assert share(0, 0) is None
    assert share(3, 0) is None


def test_no_part_of_something_is_zero() -> None:
    assert share(0, 4) == 0
    assert share(1, 4) == 0.25
    assert share(4, 4) == 1


@pytest.mark.parametrize(
    ("records", "used", "part", "enough"),
    [(0, 0, None, False), (2, 1, 0.5, True), (3, 1, 1 / 3, False), (1000, 499, 0.499, False), (4, 4, 1.0, True)],
)
def test_half_of_the_records_is_enough_and_less_is_not(
    records: int, used: int, part: float | None, enough: bool
) -> None:
    coverage = Coverage(records, used, {REASON: records - used})
    assert (coverage.share, coverage.enough) == (part, enough)


def test_coverage_leaves_nothing_out_unless_told() -> None:
    assert Coverage(3, 3).left_out == {}


@given(whole=st.integers(1, 10**6), data=st.data())
def test_a_share_lies_between_zero_and_one(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    known = share(part, whole)
    assert known is not None
    assert 0 <= known <= 1
    assert Coverage(whole, part).share == known
