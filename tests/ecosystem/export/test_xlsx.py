"""A workbook for people: typed cells under human headings, texts that stay texts, and a sheet about the file."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from openpyxl.utils import get_column_letter

from ecosystem.export import Asked, export
from ecosystem.export.about import about
from ecosystem.export.files import PEOPLE
from ecosystem.export.rows import heading
from ecosystem.language import Language
from ecosystem.measures import listing
from ecosystem.measures.listing import NEWEST, Paged
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.export import FORMULAS, HOSTILE, hostile
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
EVERYTHING = Selection(relevance=("all",), collection=("all",))
CELL = 32_767


def _made(store: Store, asked: Asked) -> bytes:
    return export(store, asked, "xlsx").content


def _opened(store: Store, asked: Asked) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(_made(store, asked)))


def _cells(book: Workbook) -> dict[str, dict[str, Cell]]:
    """The cells of each initiative by column."""
    rows = book.worksheets[0].iter_rows(min_row=2)
    return {row[0].value: dict(zip(PEOPLE, row, strict=True)) for row in rows}


def _text(cell: Cell) -> str:
    """The text of a cell as a spreadsheet shows it: characters that XML cannot hold stand as _x000B_."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell.value)


def test_human_headings_stand_over_the_columns(tiny_store: Store) -> None:
    sheet = _opened(tiny_store, Asked(Selection(), EN)).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    assert headings == [heading(column, EN) for column in PEOPLE]
    assert headings[:7] == [
        "Id",
        "Title in English",
        "Title in Lithuanian",
        "Origin of the Lithuanian title (code)",
        "Origin of the Lithuanian title",
        "Kind (code)",
        "Kind",
    ]
    assert headings[-4:] == ["Total budget", "EU contribution", "Granted", "Currency"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:{get_column_letter(len(PEOPLE))}7")


def test_each_cell_has_the_type_of_its_value(tiny_store: Store) -> None:
    cells = _cells(_opened(tiny_store, Asked(Selection(), EN)))
    assert list(cells) == ["g", "b", "a", "e", "f", "c"]
    a, b, c, f = (cells[id_] for id_ in "abcf")
    day, month, year = a["end_date"], a["start_date"], f["start_date"]
    assert (day.value, day.data_type, day.number_format) == (datetime.datetime(2020, 12, 31), "d", "yyyy-mm-dd")
    assert (month.value, month.data_type) == ("2019-05", "s")
    assert (year.value, year.data_type) == (2019, "n")
    assert isinstance(year.value, int)
    assert cells["e"]["start_date"].value == datetime.datetime(2019, 2, 1)
    assert (a["amount_total"].value, a["amount_total"].data_type) == (1000, "n")
    assert a["amount_total"].number_format == "#,##0.00"
    assert (c["amount_total"].value, b["amount_eu"].value) == (500.5, 50)
    # Codes stay texts, also where they look like numbers.
    assert (a["places"].value, a["places"].data_type) == ("13", "s")
    assert (a["sectors"].value, a["sectors_label"].value) == (
        "culture-and-creative-industries;education",
        "Culture and creative industries; Education",
    )
    assert [b[name].value for name in ("amount_total", "end_date", "lead_id", "places_label")] == [None] * 4


def test_every_embedded_cell_holds_the_value_of_the_data_file(store: Store) -> None:
    cells = _cells(_opened(store, Asked(EVERYTHING, LT)))
    assert len(cells) == 446
    for id_, written in ORACLE.rows.items():
        for name, text in written.items():
            value = cells[id_][name].value
            if isinstance(value, datetime.datetime):
                value = value.date().isoformat()
            assert ("" if value is None else str(value)) == text
            assert cells[id_][name].data_type in ("s", "d", "n")


def test_a_hostile_text_is_a_text_cell_and_never_a_formula(tmp_path: Path) -> None:
    with hostile(tmp_path) as store:
        made = _made(store, Asked(Selection(), EN))
    cells = _cells(openpyxl.load_workbook(io.BytesIO(made)))["a"]
    assert {cells[name].data_type for name in HOSTILE} == {"s"}
    assert {name: _text(cells[name]) for name in HOSTILE} == HOSTILE
    # The mark that keeps a text a text when somebody edits the cell.
    assert [name for name in HOSTILE if cells[name].quotePrefix] == [name for name in HOSTILE if name in FORMULAS]
    assert (cells["lead_id_label"].value, cells["lead_id_label"].data_type) == ("=1+1", "s")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 2
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    assert not any(b"<hyperlink" in sheet for sheet in sheets)


def _title(tmp_path: Path, text: str) -> str:
    with tiny.opened(tmp_path, tiny.changed("initiatives", 0, title_en=text)) as store:
        return str(_cells(_opened(store, Asked(Selection(), EN)))["a"]["title_en"].value)


def test_a_text_that_just_fits_in_one_cell_is_whole(tmp_path: Path) -> None:
    assert _title(tmp_path, "ž" * CELL) == "ž" * CELL


# A spreadsheet counts in units of UTF-16, so a character beyond the first 65,536 counts as two.
@pytest.mark.parametrize(("character", "units"), [("ž", 1), ("😀", 2)])
def test_a_text_that_one_cell_cannot_hold_is_cut_and_says_so(tmp_path: Path, character: str, units: int) -> None:
    title = _title(tmp_path, character * (CELL // units + 1))
    assert len(title.encode("utf-16-le")) // 2 <= CELL
    assert title.startswith(character * (CELL // units - 1))
    assert title[-1] == "…"


def test_a_day_before_1900_is_not_shifted(tmp_path: Path) -> None:
    # A spreadsheet knows no day before 1900: written as one, it becomes another day, or signs of a wrong value.
    with tiny.opened(tmp_path, tiny.changed("initiatives", 0, start_date="1863-05-20")) as store:
        cell = _cells(_opened(store, Asked(Selection(), EN)))["a"]["start_date"]
    assert (cell.value, cell.data_type) == ("1863-05-20", "s")


def test_the_second_sheet_says_what_the_file_is(tiny_store: Store) -> None:
    selection = Selection(theme=("youth",), q="muziejus")
    book = _opened(tiny_store, Asked(selection, EN, "oldest"))
    assert book.sheetnames == ["Initiatives", "About this file"]
    told = [tuple(cell.value for cell in row) for row in book.worksheets[1].iter_rows()]
    assert told == about(tiny_store, selection, "oldest", EN)
    assert {"Filter: Theme", "Address of the selection", "Data as of", "Sources", "Terms of use"} <= {*dict(told)}


def test_words_that_were_asked_for_stay_a_text_on_the_second_sheet(tiny_store: Store) -> None:
    book = _opened(tiny_store, Asked(Selection(q="=1+1"), EN))
    cell = next(row[1] for row in book.worksheets[1].iter_rows() if row[0].value == "Filter: Words")
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_without_initiatives_there_are_headings_and_the_sheet_about_it(tiny_store: Store) -> None:
    made = export(tiny_store, Asked(Selection(collection=("nobody",)), EN), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made.content))
    assert (made.records, book.worksheets[0].max_row, book.worksheets[0]["A1"].value) == (0, 1, "Id")
    assert book.worksheets[1].max_row > 5


@examples(6)
@given(selection=selections())
def test_the_rows_are_those_of_the_page(store: Store, selection: Selection) -> None:
    page = listing.page(store, selection, Paged(NEWEST, "lt", 0, 1000))
    book = openpyxl.load_workbook(io.BytesIO(_made(store, Asked(selection, LT))), read_only=True)
    ids = [row[0] for row in book.worksheets[0].iter_rows(min_row=2, max_col=1, values_only=True)]
    assert len(ids) == page.coverage.records
    assert ids == page.frame["initiative_id"].tolist()
