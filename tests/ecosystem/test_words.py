"""Text folded, cut into words, sorted and stemmed."""

from __future__ import annotations

import contextlib
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("mokykla", (("mokykl", "mokykla"),)),
        ("Schools", (("school",),)),
        ("charity ir mokyklos", (("charit", "chariti"), ("ir",), ("mokykl", "mokyklo"))),
        ("ir schools", (("ir",), ("school",))),
        ("schools ir SCHOOLS", (("school",), ("ir",))),
        ("2014-2020", (("2014",), ("2020",))),
        ("„Schools“", (("school",),)),
        ("school's", (("school",),)),
        ("", ()),
        (" – … „“ '", ()),
    ],
)
def test_what_is_asked_for_are_the_stems_of_each_word_once(text: str, stems: tuple[tuple[str, ...], ...]) -> None:
    assert words.asked(text) == stems


@pytest.mark.parametrize("text", ["SVIETIMAS", "svietimas", "Švietimas", unicodedata.normalize("NFD", "švietimas")])
def test_words_are_asked_for_in_any_case_with_or_without_diacritics(text: str) -> None:
    assert words.asked(text) == words.asked("švietimas")


def test_what_is_asked_for_finds_other_endings() -> None:
    for text in ("švietimas", "švietimo", "švietimui", "švietimą"):
        assert "svietim" in words.asked(text)[0]


@pytest.mark.parametrize("between", ["\0", "\ud800", "\n", "\u200b", "\u00ad", "\u2028", "\x85"])
def test_characters_that_cannot_be_printed_stand_between_words(between: str) -> None:
    assert words.asked(f"schools{between}ir") == (("school",), ("ir",))
    assert words.asked(between) == ()


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_asked_for_and_what_is_found_are_words(text: str) -> None:
    found = words.asked(text)
    assert all(stems and all(stem and " " not in stem for stem in stems) for stems in found)
    assert words.asked(f" {text}\n") == found
    assert words.asked(f"{text} {text}") == found


def test_what_is_asked_for_is_text_and_never_sql() -> None:
    assert words.asked("x') OR true --") == (("x",), ("or",), ("true",))
    assert words.asked(":text $text {0}") == (("text",), ("0",))
