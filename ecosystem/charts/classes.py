"""At most five classes for shades: even steps where values spread evenly, a steady factor where most are small."""

from __future__ import annotations

from bisect import bisect_right
from itertools import count
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
