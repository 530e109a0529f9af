"""What a file says of itself."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from hypothesis import given

from ecosystem.export.about import about
from ecosystem.language import CODES, Language
from ecosystem.measures import choices
from ecosystem.measures.listing import NEWEST, ORDERS
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.selection.strategies import examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

EN = Language("en")


def test_it_tells_selection_coverage_dates_sources_and_terms(tiny_store: Store) -> None:
    before = datetime.date.today()
    told = about(tiny_store, Selection(theme=("youth", "ageing"), relevance=("core",)), "oldest", EN)
    # Of the two core ones a is about youth: it states its end, its budget, its fund, its place and its start.
    assert [what for what, _ in told] == [
        "Summary",
        "Filter: Theme",
        "Filter: Relevance",
        "Address of the selection",
        "Order",
        "Records",
        "Known: Total budget",
        "Known: End",
        "Known: Fund",
        "Known: Place",
        "Known: Start",
        "Known: Status",
        "Data as of",
        "Version of the data",
        "File made on",
        "Sources",
        "Terms of use",
    ]
    said = dict(told)
    assert said["Summary"].startswith("1 initiative of 6 is recorded with these filters (Theme: Ageing / Youth; ")
    assert (said["Filter: Theme"], said["Filter: Relevance"]) == ("Ageing / Youth", "core")
    assert said["Address of the selection"] == "?relevance=core&theme=ageing&theme=youth"
    assert (said["Order"], said["Records"]) == ("Earliest start first", "1")
    assert {said[what] for what in said if what.startswith("Known: ")} == {"1 of 1"}
    assert (said["Data as of"], said["Version of the data"]) == ("2021-06-01", "1")
    assert before <= datetime.date.fromisoformat(said["File made on"]) <= datetime.date.today()
    assert "the column “Source” names the page of each row" in said["Sources"]
    assert "CC BY 4.0" in said["Terms of use"]
    assert "no licence has been stated" in said["Terms of use"]


def test_by_default_no_filter_is_told_and_facts_are_counted(tiny_store: Store) -> None:
    said = dict(about(tiny_store, Selection(), NEWEST, EN))
    assert [what for what in said if what.startswith("Filter")] == []
    assert said["Address of the selection"] == "?"
    assert said["Records"] == "6"
    assert {what: words for what, words in said.items() if what.startswith("Known: ")} == {
        "Known: End": "2 of 6",
        "Known: Fund": "4 of 6",
        "Known: Total budget": "5 of 6",
        "Known: Place": "5 of 6",
        "Known: Start": "5 of 6",
        "Known: Status": "5 of 6",
    }


@pytest.mark.parametrize(("sort", "words"), ORDERS.items())
def test_it_names_the_order_of_the_rows(tiny_store: Store, sort: str, words: str) -> None:
    assert dict(about(tiny_store, Selection(), sort, EN))["Order"] == words


def test_without_initiatives_it_says_so_and_counts_no_facts(tiny_store: Store) -> None:
    said = dict(about(tiny_store, Selection(q="nothingatall"), NEWEST, EN))
    assert said["Summary"] == "No initiative is recorded with these filters (Words: nothingatall)."
    assert (said["Records"], said["Address of the selection"]) == ("0", "?q=nothingatall")
    assert [what for what in said if what.startswith("Known: ")] == []


def test_where_the_day_of_collection_is_not_stated_there_is_a_dash(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"dataset": []}) as store:
        assert dict(about(store, Selection(), NEWEST, EN))["Data as of"] == "–"
    assert tiny.TABLES["dataset"] != []


@examples(10)
@given(selection=selections())
def test_the_address_leads_back_to_the_selection(store: Store, selection: Selection) -> None:
    for code in CODES:
        told = about(store, selection, NEWEST, Language(code))
        assert all(what and words for what, words in told)
    address = dict(about(store, selection, NEWEST, EN))["Address of the selection"]
    read = choices.choices(store).read(parse_qs(address.removeprefix("?"), keep_blank_values=True))
    assert (read.selection, read.dropped) == (selection, ())
