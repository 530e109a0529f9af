"""The words of the codes that initiatives hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecosystem import model
from ecosystem.language import CODES

if TYPE_CHECKING:
    from ecosystem.store import Store

# Columns of an initiative that hold a code, with the vocabulary of its words.
WORDED = {
    column.name: column.vocabulary
    for column in model.table("initiatives").columns
    if column.vocabulary and column.derived_from is None
}


def worded(store: Store, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of initiatives with `…_lt, …_en`, the words of each of their codes; None where there is no code."""
    named = {
        (word["vocabulary"], word["code"]): word
        for word in store.query("SELECT vocabulary, code, lt, en FROM vocabularies").to_pylist()
    }
    return [
        row
        | {
            f"{column}_{code}": named.get((vocabulary, row[column]), {}).get(code)
            for column, vocabulary in WORDED.items()
            for code in CODES
        }
        for row in rows
    ]
