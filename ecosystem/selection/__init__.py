"""The filters as one value: what is chosen, for pages, addresses, exports and programs alike."""

from ecosystem.selection.chosen import ALL, NONE, several
from ecosystem.selection.reading import Dropped, Known, Read, one_of, read, unknown
from ecosystem.selection.value import DEFAULT_RELEVANCE, Noun, Selection

__all__ = [
    "ALL",
    "DEFAULT_RELEVANCE",
    "NONE",
    "Dropped",
    "Known",
    "Noun",
    "Read",
    "Selection",
    "one_of",
    "read",
    "several",
    "unknown",
]
