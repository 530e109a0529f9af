"""Classes for shades."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.charts.classes import MOST, class_of, lower_bounds

counts = st.lists(st.integers(0, 10**6), max_size=60)


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ([], ()),
        ([0, 0, 0], ()),
        ([1], (1,)),
        ([0, 1, 1, 1], (1,)),
        ([3, 3, 3], (1, 2, 3)),
        ([5, 4, 3, 2, 1], (1, 2, 3, 4, 5)),
        ([7], (1, 3, 5, 7)),
        # Spread evenly: steps of ten.
        ([10, 20, 30, 40, 50], (1, 11, 21, 31, 41)),
        ([26, 60, 70], (1, 21, 41, 61)),
        # Most are small: each bound is twice, or three times, the one before.
        ([1, 1, 6], (1, 2, 4)),
        ([1, 1, 1, 10], (1, 2, 4, 8)),
        ([1, 1, 2, 16], (1, 2, 4, 8, 16)),
        ([*[1] * 9, 100], (1, 3, 9, 27, 81)),
    ],
)
def test_bounds_are_even_where_values_are_and_a_factor_where_most_are_small(
    values: list[int], bounds: tuple[int, ...]
) -> None:
    assert lower_bounds(values) == bounds


@pytest.mark.parametrize(
    ("value", "position"), [(0, None), (1, 0), (10, 0), (11, 1), (20, 1), (21, 2), (41, 4), (50, 4), (999, 4)]
)
def test_a_value_is_in_the_class_whose_lower_bound_it_has_reached(value: int, position: int | None) -> None:
    assert class_of(value, (1, 11, 21, 31, 41)) == position


def test_without_bounds_nothing_is_in_a_class() -> None:
    assert class_of(5, ()) is None


def test_a_single_pass_over_the_values_is_enough() -> None:
    assert lower_bounds(value for value in (1, 2, 3)) == (1, 2, 3)


@given(counts)
def test_there_are_at_most_five_classes_and_their_bounds_rise_from_one(values: list[int]) -> None:
    bounds = lower_bounds(values)
    assert len(bounds) <= MOST == 5
    assert all(lower < upper for lower, upper in pairwise(bounds))
    assert bounds[:1] == ((1,) if any(values) else ())


@given(counts)
def test_every_positive_value_is_in_exactly_one_class_and_zero_in_none(values: list[int]) -> None:
    bounds = lower_bounds(values)
    ends = [*bounds[1:], float("inf")] if bounds else []
    for value in values:
        holding = [at for at, (low, end) in enumerate(zip(bounds, ends, strict=True)) if low <= value < end]
        assert holding == ([] if value == 0 else [class_of(value, bounds)])


@given(counts.filter(any))
def test_the_highest_value_is_in_the_last_class(values: list[int]) -> None:
    bounds = lower_bounds(values)
    assert class_of(max(values), bounds) == len(bounds) - 1


@given(st.integers(1, 10**6), st.integers(1, 30))
def test_equal_values_share_a_class(value: int, times: int) -> None:
    bounds = lower_bounds([value] * times)
    assert bounds == lower_bounds([value])
    assert class_of(value, bounds) is not None


@given(counts, st.integers(0, 10))
def test_zeros_change_no_class(values: list[int], zeros: int) -> None:
    assert lower_bounds([*values, *[0] * zeros]) == lower_bounds(values)


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_values_changes_no_class(values: list[int], random: object) -> None:
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert lower_bounds(shuffled) == lower_bounds(values)
