"""Classes for shades."""

from __future__ import annotations

from itertools import pairwise
from math import floor, isclose, log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.charts.classes import MOST, class_of, lower_bounds, range_of, ranges

counts = st.lists(st.integers(0, 10**6), max_size=60)
# Rates and amounts: from far below one to far above any budget, and often the same or whole ones.
measured = st.lists(st.floats(1e-6, 1e12) | st.sampled_from([0.0, 0.1, 0.3, 1.0, 5.0, 100.0]), max_size=60)


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


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(1, 1)]),
        ([0, 4, 4], [(4, 4)]),
        ([1, 2], [(1, 1), (2, 2)]),
        ([0, 10, 20, 30, 40, 50], [(1, 10), (11, 20), (21, 30), (31, 40), (41, 50)]),
        ([26, 60, 70], [(1, 20), (21, 40), (41, 60), (61, 70)]),
        ([1, 1, 1, 10], [(1, 1), (2, 3), (4, 7), (8, 10)]),
    ],
)
def test_classes_of_whole_numbers_begin_after_the_one_before_has_ended(
    values: list[int], classes: list[tuple[int, int]]
) -> None:
    assert ranges(values, whole=True) == classes


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        ([], []),
        ([0.0, 0.0], [(0, 0)]),
        ([0.4, 0.4, 0.4], [(0.4, 0.4)]),
        ([0.5, 1.0, 1.5, 2.0], [(0, 0.5), (0.5, 1), (1, 1.5), (1.5, 2)]),
        ([0.0, 2.5, 5.0], [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        ([0.12, 0.3, 0.25], [(0, 0.1), (0.1, 0.2), (0.2, 0.3)]),
        # No more classes than reach the highest value.
        ([60.0, 101.0], [(0, 50), (50, 100), (100, 150)]),
        # Most are small: each class is as wide as all before it.
        ([0.1, 0.1, 0.1, 10.0], [(0, 1), (1, 2), (2, 4), (4, 8), (8, 16)]),
        ([1, 1, 1, 8], [(0, 0.5), (0.5, 1), (1, 2), (2, 4), (4, 8)]),
    ],
)
def test_classes_of_measured_values_end_where_the_next_begins(
    values: list[float], classes: list[tuple[float, float]]
) -> None:
    assert ranges(values, whole=False) == classes


@pytest.mark.parametrize(
    ("value", "position"), [(0, 0), (0.49, 0), (0.5, 1), (1.0, 2), (1.49, 2), (1.5, 3), (2.0, 3), (9.0, 3)]
)
def test_what_stands_where_a_class_ends_is_in_the_next_and_the_highest_in_the_last(value: float, position: int) -> None:
    assert range_of(value, [(0, 0.5), (0.5, 1), (1, 1.5), (1.5, 2)]) == position


def test_zero_of_whole_numbers_and_anything_without_classes_is_in_none() -> None:
    assert range_of(0, [(1, 10), (11, 20)]) is None
    assert range_of(10, [(1, 10), (11, 20)]) == 0
    assert range_of(11, [(1, 10), (11, 20)]) == 1
    assert range_of(5, []) is None


def test_a_single_pass_over_values_is_enough_for_ranges() -> None:
    assert ranges((value for value in (1, 2)), whole=True) == [(1, 1), (2, 2)]
    assert ranges((value for value in (0.5, 1.0)), whole=False) == ranges([0.5, 1.0], whole=False)


def _rising(classes: list[tuple[float, float]]) -> bool:
    return all(low < upper for (low, _), (upper, _) in pairwise(classes))


@given(counts)
def test_ranges_of_whole_numbers_leave_no_gap_and_hold_each_positive_number_once(values: list[int]) -> None:
    classes = ranges(values, whole=True)
    assert len(classes) <= MOST
    assert _rising(classes)
    assert all(isinstance(edge, int) for class_ in classes for edge in class_)
    assert all(low == before + 1 for (_, before), (low, _) in pairwise(classes))
    if any(values):
        assert classes[0][0] == (1 if len({*values} - {0}) > 1 else max(values))
        assert classes[-1][1] == max(values)
    for value in values:
        holding = [position for position, (low, high) in enumerate(classes) if low <= value <= high]
        assert holding == ([] if value == 0 else [range_of(value, classes)])


@given(measured)
def test_ranges_of_measured_values_leave_no_gap_and_hold_each_value_once(values: list[float]) -> None:
    classes = ranges(values, whole=False)
    assert len(classes) <= MOST
    assert _rising(classes)
    assert all(low == before for (_, before), (low, _) in pairwise(classes))
    if len({*values}) > 1:
        assert classes[0][0] == 0
    ends = [*(low for low, _ in classes[1:]), float("inf")]
    for value in values:
        holding = [at for at, ((low, _), end) in enumerate(zip(classes, ends, strict=True)) if low <= value < end]
        assert holding == [range_of(value, classes)]


@given(measured.filter(bool))
def test_the_highest_measured_value_is_inside_the_last_class(values: list[float]) -> None:
    classes, highest = ranges(values, whole=False), max(values)
    assert range_of(highest, classes) == len(classes) - 1
    low, high = classes[-1]
    assert low <= highest <= high * (1 + 1e-8)


@given(measured.filter(lambda values: len({*values}) > 1))
def test_measured_values_are_cut_at_steps_that_a_reader_can_count_in(values: list[float]) -> None:
    edges = [0.0, *(high for _, high in ranges(values, whole=False))]
    step = edges[1]
    first_digit = step / 10.0 ** floor(log10(step) + 1e-9)
    assert any(isclose(first_digit, digit, rel_tol=1e-6) for digit in (1, 2, 5))
    even = [step * number for number in range(len(edges))]
    doubling = [0.0, *(step * 2**power for power in range(len(edges) - 1))]
    assert any(
        all(isclose(edge, meant, rel_tol=1e-6) for edge, meant in zip(edges, kind, strict=True))
        for kind in (even, doubling)
    )
    # What is not written as it stands: 0.30000000000000004.
    assert all(len(f"{edge:.12f}".rstrip("0").partition(".")[2]) <= 12 and edge == round(edge, 12) for edge in edges)


@given(measured.filter(bool), st.data())
def test_a_value_equal_to_an_edge_is_in_the_class_that_begins_there(values: list[float], data: st.DataObject) -> None:
    classes = ranges(values, whole=False)
    position = data.draw(st.integers(0, len(classes) - 1))
    low, high = classes[position]
    assert range_of(low, classes) == position
    assert range_of(high, classes) == min(position + 1, len(classes) - 1)


@given(st.floats(0, 1e12), st.integers(1, 60))
def test_equal_measured_values_are_one_class(value: float, times: int) -> None:
    assert ranges([value] * times, whole=False) == [(value, value)]
    assert range_of(value, [(value, value)]) == 0


@pytest.mark.parametrize("highest", [1e-6, 3e-6, 0.007, 0.1 + 0.2, 0.3, 0.7, 1, 9.99, 154.5, 1e6, 123456789.12, 1e12])
@pytest.mark.parametrize("share", [0.001, 0.5, 0.999999])
def test_values_of_any_size_have_classes(highest: float, share: float) -> None:
    classes = ranges([highest * share, highest * share, highest], whole=False)
    assert 1 < len(classes) <= MOST
    assert range_of(highest, classes) == len(classes) - 1


@given(measured, st.randoms(use_true_random=False))
def test_the_order_of_values_changes_no_range(values: list[float], random: object) -> None:
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert ranges(shuffled, whole=False) == ranges(values, whole=False)
