"""Rows as a workbook: typed cells under human headings, and a sheet that says what the file is."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from ecosystem.export.rows import DATES, FORMULA, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ecosystem.language import Language

# What one cell of a workbook can hold, in units of UTF-16.
MAX_CELL_UNITS = 32_767
# Workbooks know no earlier day.
FIRST_DAY = "1900-03-01"
MAX_SHEET_NAME = 31
WIDTHS = {"title_en": 50, "title_lt": 50, "source_url": 40}
WIDTH = 18


def workbook(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
    about: Sequence[tuple[str, str]],
    names: tuple[str, str],
    language: Language,
) -> bytes:
    """The file's bytes: a sheet of rows and a sheet `about` them, under the two `names`."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True, "strings_to_formulas": False}) as book:
        writing = _Writing(book)
        sheet = book.add_worksheet(names[0][:MAX_SHEET_NAME])
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(columns):
            sheet.set_column(position, position, WIDTHS.get(column, WIDTH))
            sheet.write_string(0, position, heading(column, language), writing.head)
        last = 0
        for number, row in enumerate(rows, start=1):
            last = number
            for position, column in enumerate(columns):
                writing.cell(sheet, number, position, row[column], column in DATES)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        words = book.add_worksheet(names[1][:MAX_SHEET_NAME])
        words.set_column(0, 0, 30)
        words.set_column(1, 1, 100)
        for number, (what, said) in enumerate(about):
            words.write_string(number, 0, what, writing.bold)
            writing.cell(words, number, 1, said, False)
    return made.getvalue()


class _Writing:
    """The formats of a workbook, and how a value becomes a cell."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.bold: Format = book.add_format({"bold": True, "valign": "top"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.money: Format = book.add_format({"num_format": "#,##0.00"})
        # Keeps a text a text, even when somebody edits the cell.
        self.text: Format = book.add_format({"quote_prefix": True})

    def cell(self, sheet: Worksheet, row: int, column: int, value: object, dated: bool) -> None:
        """Write a value by its type; a date that is known to the day as a date, a year as a number."""
        if isinstance(value, str) and dated and len(value) == len("2012-05-20") and value >= FIRST_DAY:
            sheet.write_datetime(row, column, date.fromisoformat(value), self.day)
        elif isinstance(value, str) and dated and value.isdecimal():
            sheet.write_number(row, column, int(value))
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), self.money)
        elif isinstance(value, str):
            text = _held(value)
            sheet.write_string(row, column, text, self.text if text.startswith(FORMULA) else None)


def _held(text: str) -> str:
    """The text, or as much of it as a cell can hold, which then ends in an ellipsis."""
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * MAX_CELL_UNITS:
        return text
    return units[: 2 * (MAX_CELL_UNITS - 1)].decode("utf-16-le", "ignore") + "…"
