"""Initiatives as whole records: the values of their data file, their lists, in the order of the page."""

from __future__ import annotations

import datetime
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from ecosystem.measures import codes, listing, records
from ecosystem.measures.listing import NEWEST, ORDERS, Paged
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

EVERYTHING = Selection(relevance=("all",), collection=("all",))
DATES = ("start_date", "end_date", "source_date")
# Each list, the data file that holds it, and the column of its code.
LISTS = {
    "themes": ("initiative_themes", "theme"),
    "sectors": ("initiative_sectors", "sector"),
    "places": ("initiative_places", "code"),
    "partners": ("initiative_partners", "organisation_id"),
    "streams": ("initiative_streams", "stream_id"),
    "aims": ("initiative_aims", "aim_id"),
}
VOCABULARIES = {
    "title_lt_origin": "text-origin",
    "kind": "initiative-kind",
    "status": "initiative-status",
    "scope": "scope",
    "relevance": "relevance",
    "is_social_innovation": "social-innovation",
    "gathered_by": "gathered-by",
    "fund": "fund",
    "cci_subsector": "cci-subsector",
    "source_quality": "source-quality",
}


def _stated(record: dict[str, Any], name: str) -> str:
    """The date of a record as the data file states it."""
    day = record[name]
    assert (day is None) == (record[f"{name}_precision"] is None)
    return "" if day is None else day.isoformat()[: {"year": 4, "month": 7, "day": 10}[record[f"{name}_precision"]]]


def _ids(found: list[dict[str, Any]]) -> list[str]:
    return [record["initiative_id"] for record in found]


@pytest.fixture
def found(store: Store) -> list[dict[str, Any]]:
    """Every embedded record."""
    return records.records(store, EVERYTHING)


def test_the_columns_are_those_of_the_data_file_and_the_lists() -> None:
    assert records.columns() == (*ORACLE.table("initiatives")[0], *LISTS)


def test_every_value_of_every_record_is_that_of_the_data_file(found: list[dict[str, Any]]) -> None:
    written = {row["initiative_id"]: row for row in ORACLE.table("initiatives")}
    assert len(found) == len(written) == 446
    for record in found:
        said = {name: record[name] or "" for name in ORACLE.table("initiatives")[0]}
        said |= {name: _stated(record, name) for name in DATES}
        assert said == written[record["initiative_id"]]


def test_every_list_of_every_record_is_that_of_its_data_file(found: list[dict[str, Any]]) -> None:
    for name, (table, column) in LISTS.items():
        carried: dict[str, set[str]] = defaultdict(set)
        for row in ORACLE.table(table):
            carried[row["initiative_id"]].add(row[column])
        for record in found:
            assert [code for code, _, _ in record[name]] == sorted(carried[record["initiative_id"]])


def test_every_code_has_the_words_of_its_vocabulary(found: list[dict[str, Any]]) -> None:
    words = {(row["vocabulary"], row["code"]): (row["lt"], row["en"]) for row in ORACLE.table("vocabularies")}
    assert codes.WORDED == VOCABULARIES
    for record in found:
        for name, vocabulary in VOCABULARIES.items():
            expected = words[vocabulary, record[name]] if record[name] else (None, None)
            assert (record[f"{name}_lt"], record[f"{name}_en"]) == expected


def test_leads_and_clusters_have_their_names(found: list[dict[str, Any]]) -> None:
    tables = (("organisations", "organisation_id", "lead_id"), ("clusters", "cluster_id", "cluster_id"))
    for table, id_, name in tables:
        names = {row[id_]: (row["name_lt"] or None, row["name_en"] or None) for row in ORACLE.table(table)}
        told = {record[name]: (record[f"{name}_lt"], record[f"{name}_en"]) for record in found}
        assert told.pop(None) == (None, None)
        assert told == {id_: names[id_] for id_ in told}


def test_amounts_are_those_of_the_data_file(found: list[dict[str, Any]]) -> None:
    stated = {(row["initiative_id"], row["kind"]): Decimal(row["amount"]) for row in ORACLE.table("initiative_amounts")}
    told = {
        (record["initiative_id"], kind): record[f"amount_{kind}"]
        for record in found
        for kind in ("total", "eu", "granted")
        if record[f"amount_{kind}"] is not None
    }
    assert told == stated
    paid = {id_ for id_, _ in stated}
    assert all(record["currency"] == ("EUR" if record["initiative_id"] in paid else None) for record in found)


def test_a_record_of_the_tiny_dataset_is_whole(tiny_store: Store) -> None:
    found = records.records(tiny_store, Selection(relevance=("core",)), "title", "en")
    assert _ids(found) == ["c", "a"]
    record = found[1]
    assert (record["start_date"], record["start_date_precision"]) == (datetime.date(2019, 5, 1), "month")
    assert (record["end_date"], record["end_date_precision"]) == (datetime.date(2020, 12, 31), "day")
    assert (record["source_date"], record["source_date_precision"]) == (None, None)
    assert (record["lead_id"], record["lead_id_lt"], record["lead_id_en"]) == ("museum", "Muziejus", "Museum")
    assert (record["fund"], record["fund_lt"], record["fund_en"]) == ("erdf", "ERPF", "ERDF")
    assert record["partners"] == [("charity", None, "Charity"), ("museum", "Muziejus", "Museum")]
    assert (record["streams"], record["aims"]) == ([], [])
    assert (record["amount_total"], record["amount_eu"], record["currency"]) == (Decimal("1000.00"), None, "EUR")
    assert "n" not in record


def test_several_amounts_of_a_record_do_not_repeat_it(tmp_path: Path) -> None:
    part = {"initiative_id": "a", "kind": "eu", "amount": "850.50", "currency": "EUR", "basis": "exact"}
    with tiny.opened(tmp_path, {"initiative_amounts": [*tiny.TABLES["initiative_amounts"], part]}) as store:
        found = records.records(store, Selection(), "amount")
    assert _ids(found) == ["e", "f", "a", "g", "c", "b"]
    assert (found[2]["amount_total"], found[2]["amount_eu"]) == (Decimal("1000.00"), Decimal("850.50"))


def test_no_amount_is_told_in_a_currency_that_is_not_its_own(tmp_path: Path) -> None:
    total = {"initiative_id": "a", "kind": "total", "amount": "1000", "currency": "SEK", "basis": "exact"}
    part = total | {"kind": "eu", "amount": "50", "currency": "EUR"}
    with tiny.opened(tmp_path, {"initiative_amounts": [total, part]}) as store:
        record = records.records(store, Selection(relevance=("core",)), "title", "en")[1]
    stated = {"total": (Decimal("1000.00"), "SEK"), "eu": (Decimal("50.00"), "EUR")}
    told = {kind: (record[f"amount_{kind}"], record["currency"]) for kind in stated if record[f"amount_{kind}"]}
    assert {kind: pair for kind, pair in told.items() if pair != stated[kind]} == {}


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize("sort", ORDERS)
def test_the_order_is_that_of_the_page(store: Store, sort: str, language: str) -> None:
    page = listing.page(store, EVERYTHING, Paged(sort, language, 0, 1000)).frame["initiative_id"].tolist()
    assert _ids(records.records(store, EVERYTHING, sort, language)) == page


def test_the_newest_stand_first_by_themselves(tiny_store: Store) -> None:
    assert _ids(records.records(tiny_store, Selection())) == ["g", "b", "a", "e", "f", "c"]


@examples(12)
@given(selection=selections())
def test_as_many_records_as_the_list_counts(store: Store, selection: Selection) -> None:
    answer = listing.page(store, selection, Paged(NEWEST, "lt", 0, 1000))
    found = records.records(store, selection)
    assert len(found) == answer.coverage.records
    assert _ids(found) == answer.frame["initiative_id"].tolist()


def test_without_initiatives_there_is_no_record(tiny_store: Store) -> None:
    assert records.records(tiny_store, Selection(collection=("nobody",))) == []
