"""JSON for programs: the columns of the data file and the lists, what was dropped, how many."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from ecosystem.export import Asked, export
from ecosystem.language import Language
from ecosystem.measures import listing
from ecosystem.measures.listing import ORDERS, Paged
from ecosystem.selection import Dropped, Selection
from tests.ecosystem.export import HOSTILE, hostile
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
LISTS = ["themes", "sectors", "places", "partners", "streams", "aims"]
EVERYTHING = Selection(relevance=("all",), collection=("all",))


def _read(store: Store, asked: Asked) -> dict[str, Any]:
    made = export(store, asked, "json")
    whole: dict[str, Any] = json.loads(made.content.decode("utf-8"))
    assert made.records == whole["total"] == len(whole["rows"])
    return whole


def test_it_tells_version_total_dropped_and_rows(tiny_store: Store) -> None:
    dropped = (Dropped("theme", "nothing", "no such value"), Dropped("sort", "up", "no such value"))
    whole = _read(tiny_store, Asked(Selection(theme=("youth",)), EN, "oldest", dropped))
    assert list(whole) == ["version", "total", "dropped", "rows"]
    assert (whole["version"], whole["total"]) == (1, 4)
    assert whole["dropped"] == [{"parameter": "theme", "value": "nothing"}, {"parameter": "sort", "value": "up"}]
    assert [row["initiative_id"] for row in whole["rows"]] == ["f", "a", "b", "g"]


def test_without_initiatives_there_is_an_empty_list(tiny_store: Store) -> None:
    whole = _read(tiny_store, Asked(Selection(collection=("nobody",)), EN))
    assert whole == {"version": 1, "total": 0, "dropped": [], "rows": []}


def test_every_row_is_that_of_the_data_file_with_its_lists(store: Store) -> None:
    whole = _read(store, Asked(EVERYTHING, EN))
    columns = list(ORACLE.table("initiatives")[0])
    for row in whole["rows"]:
        assert list(row) == columns + LISTS
        assert {name: row[name] or "" for name in columns} == ORACLE.rows[row["initiative_id"]]
        assert all(isinstance(row[name], list) for name in LISTS)
        assert row["themes"] == sorted(ORACLE.codes["theme"][row["initiative_id"]])
        assert row["partners"] == sorted(ORACLE.codes["organisation"][row["initiative_id"]])


def test_rows_are_the_same_in_either_language(tiny_store: Store) -> None:
    assert _read(tiny_store, Asked(Selection(), LT)) == _read(tiny_store, Asked(Selection(), EN))


def test_a_hostile_text_is_told_exactly_as_it_is(tmp_path: Path) -> None:
    with hostile(tmp_path) as store:
        rows = _read(store, Asked(Selection(relevance=("core",)), EN, "title"))["rows"]
    row = next(row for row in rows if row["initiative_id"] == "a")
    assert {name: row[name] for name in HOSTILE} == HOSTILE


@pytest.mark.parametrize("sort", ORDERS)
def test_the_order_is_that_of_the_page(tiny_store: Store, sort: str) -> None:
    for language in (LT, EN):
        page = listing.page(tiny_store, Selection(), Paged(sort, language.code, 0, 100)).frame
        rows = _read(tiny_store, Asked(Selection(), language, sort))["rows"]
        assert [row["initiative_id"] for row in rows] == page["initiative_id"].tolist()


@examples(12)
@given(selection=selections())
def test_the_rows_are_those_of_the_page(store: Store, selection: Selection) -> None:
    page = listing.page(store, selection, Paged("newest", "lt", 0, 1000))
    whole = _read(store, Asked(selection, LT))
    assert whole["total"] == page.coverage.records
    assert [row["initiative_id"] for row in whole["rows"]] == page.frame["initiative_id"].tolist()
