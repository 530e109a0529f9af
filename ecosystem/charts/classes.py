"""At most five classes for shades: even steps where values spread evenly, a steady factor where most are small."""

from __future__ import annotations

from bisect import bisect_right
from itertools import count, pairwise
from math import floor, log10
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 5


def lower_bounds(values: Iterable[int]) -> tuple[int, ...]:
    """The lower bounds of the classes of the positive `values`, rising, at most five; empty where there are none."""
    positive = sorted(value for value in values if value > 0)
    if not positive:
        return ()
    highest = positive[-1]
    if median(positive) < highest / MOST:
        factor = 2
        while (factor + 1) ** (MOST - 1) <= highest:
            factor += 1
        bounds = [factor**power for power in range(MOST)]
    else:
        # Steps that a reader can count in: 1, 2, 5, 10, 20, …
        step = next(
            digit * 10**power for power in count() for digit in (1, 2, 5) if digit * 10**power * MOST >= highest
        )
        bounds = [1, *(step * number + 1 for number in range(1, MOST))]
    return tuple(bound for bound in dict.fromkeys(bounds) if bound <= highest)


def class_of(value: int, bounds: tuple[int, ...]) -> int | None:
    """The position of the class that holds `value`; None for what is in none: zero."""
    position = bisect_right(bounds, value) - 1
    return position if position >= 0 else None


def ranges(values: Iterable[float], whole: bool) -> list[tuple[float, float]]:
    """The classes of the values from – to, rising, at most five; empty where there are none.

    Of `whole` numbers each class begins after the one before has ended, and what is not positive is in none. Else a
    class ends where the next begins, and what stands there is in the next. Equal values are one class.
    """
    listed = [value for value in values if value > 0 or not whole]
    if not listed:
        return []
    highest = max(listed)
    if min(listed) == highest:
        return [(highest, highest)]
    if whole:
        lower = lower_bounds(int(value) for value in listed)
        return [(low, upper - 1) for low, upper in pairwise(lower)] + [(lower[-1], highest)]
    return list(pairwise(_steps(highest, median(listed))))


def _steps(highest: float, middle: float) -> list[float]:
    """Where classes of measured values begin and, last, end: even steps, or doubling ones where most are small."""
    parts = 2 ** (MOST - 1) if middle < highest / MOST else MOST
    # Never exact: 1e-9 keeps a highest value that is a whole number of steps from needing one more.
    power = floor(log10(highest / parts)) - 1
    step = next(
        digit * 10.0**exponent
        for exponent in count(power)
        for digit in (1, 2, 5)
        if digit * 10.0**exponent * parts >= highest * (1 - 1e-9)
    )
    numbers = range(MOST + 1) if parts == MOST else [0, *(2**power for power in range(MOST))]
    edges = [round(step * number, 2 - power) for number in numbers]
    needed = next(position for position, edge in enumerate(edges) if edge >= highest * (1 - 1e-9))
    return edges[: needed + 1]


def range_of(value: float, among: list[tuple[float, float]]) -> int | None:
    """The position of the range that holds the value; None where it is in none."""
    position = bisect_right([low for low, _ in among], value) - 1
    return position if position >= 0 else None
