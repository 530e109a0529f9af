"""What a measure gives: a frame, what it rests on, and a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.language import Language

Sentence = Callable[["Language"], str]
# Below this share of records known, shares and averages are not printed and a sum is called "stated".
HALF = 0.5
MILLION = 1_000_000


@dataclass(frozen=True)
class Coverage:
    """How many records a figure rests on.

    `records` are all that were chosen, `used` those that the figure counts, `left_out` the number left out by reason,
    each a catalogue key that takes `{n}`; used and left_out together are records.
    """

    records: int
    used: int
    left_out: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """Share of the records that are used; None where there are no records."""
        return self.used / self.records if self.records else None

    @property
    def enough(self) -> bool:
        """Whether at least half of the records are used, so that shares and averages may be printed."""
        return self.share is not None and self.share >= HALF


@dataclass(frozen=True)
class Measured:
    """The answer of a measure: `frame` as its docstring says, `coverage`, and `summary` in either language."""

    frame: pd.DataFrame
    coverage: Coverage
    summary: Sentence


def share(part: int, whole: int) -> float | None:
    """The part of the whole; None where the whole is nothing, for a ratio over nothing is not zero."""
    return part / whole if whole else None


def millions(euro: float) -> float | None:
    """The amount in millions, in which it is told from a tenth of one on; None where it is told in euro."""
    return euro / MILLION if euro >= MILLION / 10 else None
