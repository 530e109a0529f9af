"""Text folded, cut into words, sorted and stemmed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from ecosystem import engine, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Ask = Callable[[str, str | None], object]


@pytest.fixture
def ask() -> Iterator[Ask]:
    with contextlib.closing(engine.connect(None)) as memory:

        def one(expression: str, text: str | None) -> object:
            sql = f"SELECT {expression} AS found FROM (SELECT CAST(:text AS TEXT) AS text)"
            return engine.query(memory, None, sql, {"text": text})["found"][0].as_py()

        yield one


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ĄČĘĖĮŠŲŪŽ ąčęėįšųūž", "aceeisuuz aceeisuuz"),
        ("„Žalia“ «Sala» \"A\" 'B' `C´ ‚D‘ ‹E›", "zalia sala a b c d e"),
        ("Café – 50 %", "cafe – 50 %"),
        ("", ""),
        (None, None),
    ],
)
def test_folding_leaves_out_case_diacritics_and_quotation_marks(ask: Ask, text: str | None, folded: str | None) -> None:
    assert ask(words.folded("text"), text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Menas, sveikata – ir 2 mokyklos!", ["menas", "sveikata", "ir", "2", "mokyklos"]),
        ("ES „Žinių“ e-paslaugos", ["es", "ziniu", "e", "paslaugos"]),
        (" …– ", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(ask: Ask, text: str, found: list[str]) -> None:
    assert ask(words.words("text"), text) == found


def test_sorting_is_lithuanian_and_blind_to_quotation_marks(ask: Ask) -> None:
    ordered = ["Bala", "Cukrus", "„Čia“", "Dama", "Yla", "Ivas", "Sula", "Šaka", "Zala", "Žemė"]
    mixed = ["Žemė", "Šaka", "Ivas", "Dama", "„Čia“", "Zala", "Sula", "Yla", "Cukrus", "Bala"]
    assert sorted(mixed, key=lambda text: str(ask(words.sort_key("text"), text))) == ordered
    assert ask(words.sort_key("text"), "„Čia“") == ask(words.sort_key("text"), "Čia")
    assert ask(words.sort_key("text"), None) is None


def test_a_word_has_its_stems_in_both_languages() -> None:
    assert words.stems(["mokykla"]) == [("mokykla", "mokykl"), ("mokykla", "mokykla")]
    assert words.stems(["charity"]) == [("charity", "charit"), ("charity", "chariti")]


def test_a_stem_that_both_languages_share_stands_once() -> None:
    assert words.stems(["schools", "ir"]) == [("schools", "school"), ("ir", "ir")]


def test_endings_lead_to_one_stem() -> None:
    for one, other in (("mokykla", "mokyklos"), ("inovacija", "inovacijos"), ("museum", "museums")):
        assert {stem for _, stem in words.stems([one])} & {stem for _, stem in words.stems([other])}


def test_no_words_have_no_stems() -> None:
    assert words.stems([]) == []
