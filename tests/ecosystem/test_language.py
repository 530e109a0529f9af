"""Words, numbers and dates by the rules of each language."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.language import CODES, Language, choose

LT, EN = Language("lt"), Language("en")
# Babel parts thousands and units with no-break spaces.
NBSP = "\xa0"
DAY = datetime.date(2014, 5, 20)
PLURALS = [
    (0, "0 iniciatyvų", "0 initiatives"),
    (1, "1 iniciatyva", "1 initiative"),
    (2, "2 iniciatyvos", "2 initiatives"),
    (9, "9 iniciatyvos", "9 initiatives"),
    (10, "10 iniciatyvų", "10 initiatives"),
    (11, "11 iniciatyvų", "11 initiatives"),
    (12, "12 iniciatyvų", "12 initiatives"),
    (19, "19 iniciatyvų", "19 initiatives"),
    (20, "20 iniciatyvų", "20 initiatives"),
    (21, "21 iniciatyva", "21 initiatives"),
    (22, "22 iniciatyvos", "22 initiatives"),
    (30, "30 iniciatyvų", "30 initiatives"),
    (101, "101 iniciatyva", "101 initiatives"),
    (111, "111 iniciatyvų", "111 initiatives"),
    (121, "121 iniciatyva", "121 initiatives"),
    (1002, f"1{NBSP}002 iniciatyvos", "1,002 initiatives"),
]


@pytest.mark.parametrize(("number", "lithuanian", "english"), PLURALS)
def test_a_number_takes_the_form_that_its_language_asks_for(number: int, lithuanian: str, english: str) -> None:
    assert LT.plural("{n} initiative", "{n} initiatives", number) == lithuanian
    assert EN.plural("{n} initiative", "{n} initiatives", number) == english


def test_words_are_said_in_the_language_with_their_places_filled() -> None:
    assert LT.say("Overview") == "Apžvalga"
    assert EN.say("Overview") == "Overview"
    assert LT.say("row {row}", row=7) == "eilutė 7"
    assert EN.say("row {row}", row=7) == "row 7"


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert EN.say("row {row}", row="{n}") == "row {n}"


def test_each_language_knows_the_other() -> None:
    assert CODES == ("lt", "en")
    assert (LT.other, EN.other) == ("en", "lt")


@pytest.mark.parametrize(
    ("value", "digits", "lithuanian", "english"),
    [
        (None, 0, "–", "–"),
        (0, 0, "0", "0"),
        (7, 0, "7", "7"),
        (1234567, 0, f"1{NBSP}234{NBSP}567", "1,234,567"),
        (1234.56, 0, f"1{NBSP}235", "1,235"),
        (1234.56, 1, f"1{NBSP}234,6", "1,234.6"),
        (3.0, 1, "3", "3"),
        (-12.5, 1, "-12,5", "-12.5"),
    ],
)
def test_numbers(value: float | None, digits: int, lithuanian: str, english: str) -> None:
    assert (LT.number(value, digits), EN.number(value, digits)) == (lithuanian, english)


@pytest.mark.parametrize(
    ("share", "lithuanian", "english"),
    [
        (None, "–", "–"),
        (0, f"0{NBSP}%", "0%"),
        (87 / 310, f"28{NBSP}%", "28%"),
        (1, f"100{NBSP}%", "100%"),
    ],
)
def test_shares_are_whole_per_cent(share: float | None, lithuanian: str, english: str) -> None:
    assert (LT.percent(share), EN.percent(share)) == (lithuanian, english)


@pytest.mark.parametrize(
    ("amount", "currency", "lithuanian", "english"),
    [
        (None, "EUR", "–", "–"),
        (0, "EUR", f"0,00{NBSP}€", "€0.00"),
        (1234.5, "EUR", f"1{NBSP}234,50{NBSP}€", "€1,234.50"),
        (154548306.14, "EUR", f"154{NBSP}548{NBSP}306,14{NBSP}€", "€154,548,306.14"),
        (1000, "USD", f"1{NBSP}000,00{NBSP}USD", "$1,000.00"),
    ],
)
def test_amounts_are_written_to_the_cent(amount: float | None, currency: str, lithuanian: str, english: str) -> None:
    assert (LT.money(amount, currency), EN.money(amount, currency)) == (lithuanian, english)


@pytest.mark.parametrize(
    ("precision", "lithuanian", "english"),
    [
        ("day", "2014 m. gegužės 20 d.", "20 May 2014"),
        ("month", "2014 m. gegužė", "May 2014"),
        ("year", "2014", "2014"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(precision: str, lithuanian: str, english: str) -> None:
    assert (LT.date(DAY, precision), EN.date(DAY, precision)) == (lithuanian, english)
    assert (LT.date(None, precision), EN.date(None, precision)) == ("–", "–")


def test_a_date_is_exact_to_the_day_unless_told() -> None:
    assert LT.date(DAY) == "2014 m. gegužės 20 d."


@pytest.mark.parametrize(
    ("row", "lithuanian", "english"),
    [
        ({"title_lt": "Viena", "title_en": "One"}, "Viena", "One"),
        ({"title_lt": None, "title_en": "One"}, "One (EN)", "One"),
        ({"title_lt": "Viena", "title_en": None}, "Viena", "Viena (LT)"),
        ({"title_lt": "Viena"}, "Viena", "Viena (LT)"),
        ({"title_lt": float("nan"), "title_en": "One"}, "One (EN)", "One"),
        ({"title_lt": float("nan"), "title_en": float("nan")}, "–", "–"),
        ({"title_lt": None, "title_en": None}, "–", "–"),
        ({}, "–", "–"),
    ],
)
def test_a_text_in_the_other_language_bears_a_mark(row: dict[str, object], lithuanian: str, english: str) -> None:
    assert (LT.of(row, "title"), EN.of(row, "title")) == (lithuanian, english)


def test_what_a_frame_does_not_know_is_a_dash() -> None:
    frame = pd.DataFrame({"name_lt": ["Viena", None], "name_en": [None, None]})
    assert [LT.of(row, "name") for row in frame.to_dict("records")] == ["Viena", "–"]
    assert [EN.of(row, "name") for row in frame.to_dict("records")] == ["Viena (LT)", "–"]
    assert LT.of(frame.iloc[1], "name") == "–"  # type: ignore[arg-type]


def test_a_day_has_a_short_form_too() -> None:
    day = datetime.date(2026, 11, 24)
    assert (LT.short_date(day), EN.short_date(day)) == ("2026-11-24", "24 Nov 2026")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2019, 2022, "2019–2022"),
        (2019, 2019, "2019"),
        (2019, None, "2019–?"),
        (None, 2022, "?–2022"),
        (None, None, "–"),
    ],
)
def test_years_say_which_of_them_is_not_known(first: int | None, last: int | None, words: str) -> None:
    assert LT.years(first, last) == EN.years(first, last) == words


@pytest.mark.parametrize(
    ("asked", "browser", "code"),
    [
        ("lt", None, "lt"),
        ("LT", None, "lt"),
        ("lt-LT", None, "lt"),
        ("lt_LT", None, "lt"),
        (" lt ", None, "lt"),
        ("en", None, "en"),
        ("de", None, "en"),
        ("", None, "en"),
        ("lithuanian", None, "en"),
        (None, None, "en"),
        (None, "", "en"),
        (None, "lt", "lt"),
        (None, "lt_LT", "lt"),
        (None, "de", "en"),
        (None, "lt-LT,lt;q=0.9,en;q=0.8", "lt"),
        (None, "lt;q=0.9", "lt"),
        (None, "en-US,lt;q=0.5", "en"),
        # What is asked for wins over the browser, even where it is no language of ours.
        ("en", "lt-LT", "en"),
        ("lt", "en-US", "lt"),
        ("de", "lt-LT", "en"),
        ("", "lt-LT", "en"),
    ],
)
def test_the_language_asked_for_is_chosen_else_that_of_the_browser(
    asked: str | None, browser: str | None, code: str
) -> None:
    assert choose(asked, browser) == Language(code)


texts = st.none() | st.text() | st.text("ltenLTEN-_;,=q. ", max_size=12)


@given(texts, texts)
def test_whatever_is_asked_a_language_of_ours_is_chosen(asked: str | None, browser: str | None) -> None:
    assert choose(asked, browser).code in CODES


@given(st.integers(0, 10**7))
def test_every_number_has_words_in_both_languages(number: int) -> None:
    last, teens = number % 10, 11 <= number % 100 <= 19
    many = last == 0 or teens
    ending = "iniciatyvų" if many else "iniciatyva" if last == 1 else "iniciatyvos"
    assert LT.plural("{n} initiative", "{n} initiatives", number).endswith(f" {ending}")
    assert EN.plural("{n} initiative", "{n} initiatives", number).endswith(
        " initiative" if number == 1 else " initiatives"
    )
