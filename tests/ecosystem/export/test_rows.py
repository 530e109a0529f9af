"""Records as rows: codes and dates as stated for programs, words beside them for people."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from ecosystem.export import FORMATS
from ecosystem.export.files import PEOPLE
from ecosystem.export.rows import for_people, for_programs, heading, stated
from ecosystem.language import CODES, Language
from ecosystem.measures import records
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.measures.test_tags import CARRIED

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")


def _record(store: Store, id_: str) -> dict[str, Any]:
    found = records.records(store, Selection(), "title", "en")
    return next(record for record in found if record["initiative_id"] == id_)


@pytest.mark.parametrize(
    ("day", "precision", "text"),
    [
        (datetime.date(2012, 1, 1), "year", "2012"),
        (datetime.date(2012, 5, 1), "month", "2012-05"),
        (datetime.date(2012, 5, 2), "day", "2012-05-02"),
        (None, None, None),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    day: datetime.date | None, precision: str | None, text: str | None
) -> None:
    assert stated(day, precision) == text


def test_programs_get_codes_dates_as_stated_and_lists_of_codes(tiny_store: Store) -> None:
    row = for_programs(_record(tiny_store, "a"))
    assert list(row) == list(records.columns())
    assert {name: value for name, value in row.items() if value} == {
        "initiative_id": "a",
        "title_en": "Museum school",
        "title_lt": "Muziejaus mokykla",
        "title_lt_origin": "original",
        "kind": "project",
        "status": "completed",
        "start_date": "2019-05",
        "end_date": "2020-12-31",
        "scope": "municipal",
        "relevance": "core",
        "is_social_innovation": "no",
        "collection": "ecosystem",
        "gathered_by": "general",
        "country": "LT",
        "lead_id": "museum",
        "fund": "erdf",
        "payer_en": "A fund",
        "payer_lt": "Fondas",
        "source_url": "https://example.org/page",
        "source_quality": "page",
        "themes": ["youth"],
        "sectors": [tiny.CULTURE, "education"],
        "places": ["13"],
        "partners": ["charity", "museum"],
    }
    # What is not said is None, a list without anything is empty.
    assert (row["cluster_id"], row["source_date"], row["streams"], row["aims"]) == (None, None, [], [])


def test_people_get_the_words_beside_each_code(tiny_store: Store) -> None:
    row = for_people(_record(tiny_store, "a"), LT)
    assert list(row) == list(PEOPLE)
    assert {name: value for name, value in row.items() if name.endswith("_label") and value} == {
        "title_lt_origin_label": "originalus pavadinimas",
        "kind_label": "projektas",
        "status_label": "baigta",
        "scope_label": "vietos (savivaldybės)",
        "relevance_label": "pagrindinė",
        "is_social_innovation_label": "ne",
        "gathered_by_label": "pirmasis rinkimas: socialinių inovacijų, klasterių ir fondų paieška",
        "country_label": "Lietuva",
        "lead_id_label": "Muziejus",
        "fund_label": "ERPF",
        "source_quality_label": "puslapis",
        "themes_label": "Jaunimas",
        "sectors_label": "Kultūra ir kūrybinės industrijos; Švietimas",
        "places_label": "Vilniaus m. sav.",
        # Her Lithuanian name is not known.
        "partners_label": "Charity (EN); Muziejus",
    }
    assert (row["partners"], row["themes"], row["streams"], row["streams_label"]) == (
        "charity;museum",
        "youth",
        None,
        None,
    )
    amounts = [row[name] for name in ("amount_total", "amount_eu", "amount_granted", "currency")]
    assert amounts == [Decimal("1000.00"), None, None, "EUR"]


def test_people_get_all_amounts_streams_and_aims(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, CARRIED) as store:
        row = for_people(_record(store, "a"), EN)
    assert (row["streams"], row["streams_label"]) == ("nameless;o;p", "A stream; Objective; Programme")
    assert (row["aims"], row["aims_label"]) == ("s-1;s-2", "First; Second")
    assert (row["places"], row["places_label"]) == ("13;LT021", "Vilnius City Municipality; Alytus County")
    amounts = [row[name] for name in ("amount_total", "amount_eu", "amount_granted", "currency")]
    assert amounts == [Decimal("1000.00"), Decimal("850.00"), Decimal("7.50"), "EUR"]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("title_en", "Title in English"),
        ("kind", "Kind (code)"),
        ("kind_label", "Kind"),
        ("lead_id", "Lead (code)"),
        ("lead_id_label", "Lead"),
        ("themes_label", "Themes"),
        ("start_date", "Start"),
        ("amount_total", "Total budget"),
    ],
)
def test_a_heading_tells_codes_from_their_words(column: str, words: str) -> None:
    assert heading(column, EN) == words


def test_no_two_columns_have_one_heading() -> None:
    for code in CODES:
        headings = [heading(column, Language(code)) for column in PEOPLE]
        assert len({*headings}) == len(headings)


def test_the_formats_are_those_of_the_command_line() -> None:
    assert list(FORMATS) == ["csv", "xlsx", "json"]
