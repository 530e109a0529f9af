"""What makes a file unfit to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.messages import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTED = 10


class Unfit(Exception):
    """Why a file of boundaries is not taken; `refresh` says of which file."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason, values)
        self.reason = Phrase(reason, values)


def listed(codes: Iterable[str]) -> str:
    """Codes in a row, the first ten of them; a dash for none."""
    ordered = sorted(codes)
    more = f", … ({len(ordered)})" if len(ordered) > LISTED else ""
    return (", ".join(ordered[:LISTED]) or "–") + more


def shown(text: str) -> str:
    """The text without half signs, which neither a page nor a file can hold."""
    return text.encode("utf-8", "replace").decode()
