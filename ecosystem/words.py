"""Text folded for search: lower case, no diacritics, no quotation marks; words cut to their stems.

Folding is written once, in SQL, so that what is stored and what is asked for are folded by the same code. Stems are
those of Snowball for Lithuanian and for English, of the folded word: endings are understood whether or not a reader
types the diacritics.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from ecosystem import engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

_TEXTS = 1000
_QUOTES = "„“”«»‚‘’‹›\"''`´"  # two apostrophes: one in an SQL text


def folded(expression: str) -> str:
    """SQL that folds the text of `expression`; NULL stays NULL."""
    return f"strip_accents(lower(translate({expression}, '{_QUOTES}', '')))"


def words(expression: str) -> str:
    """SQL for the list of folded words in `expression`: runs of letters and digits."""
    return rf"regexp_extract_all({folded(expression)}, '[\p{{L}}\p{{N}}]+')"


def sort_key(expression: str) -> str:
    """SQL for a key that sorts the text of `expression` in Lithuanian order, quotation marks aside; NULL stays NULL."""
    return f"icu_sort_key(translate({expression}, '{_QUOTES}', ''), 'lt')"


@cache
def _stemmers() -> tuple[snowballstemmer.basestemmer.BaseStemmer, ...]:
    return snowballstemmer.stemmer("lithuanian"), snowballstemmer.stemmer("english")


def stems(folded_words: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of (word, stem): for each word its Lithuanian and its English stem, once where they are the same."""
    distinct = list(folded_words)
    lithuanian, english = (stemmer.stemWords(distinct) for stemmer in _stemmers())
    pairs = zip(distinct, lithuanian, english, strict=True)
    return [(word, stem) for word, one, other in pairs for stem in sorted({one, other})]


@cache
def _memory() -> duckdb.DuckDBPyConnection:
    # What is asked for is folded by the same SQL as what is stored, but without going to the store.
    return engine.connect(None)


@lru_cache(_TEXTS)
def asked(text: str) -> tuple[tuple[str, ...], ...]:
    """The stems of each word of a text that a reader types, each word once, in the order of the text.

    A word is found where one of its stems occurs. Empty where the text holds no word.
    """
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    sql = f"SELECT {words(':text')} AS folded"
    found = engine.query(_memory(), None, sql, {"text": text})["folded"][0].as_py()
    stemmed: dict[str, list[str]] = {}
    for word, stem in stems(dict.fromkeys(found)):
        stemmed.setdefault(word, []).append(stem)
    return tuple(tuple(stemmed[word]) for word in stemmed)
