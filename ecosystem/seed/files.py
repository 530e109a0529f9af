"""One CSV file of `data/` as text, and what is wrong with it as a file: encoding, header, ragged rows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ecosystem.errors import SeedProblem
from ecosystem.messages import mark

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.model import Table

# The header is row 1 of a file, so its first record is row 2.
FIRST_ROW = 2
CANNOT_BE_READ = mark("cannot be read")


def read(path: Path, table: Table) -> tuple[dict[str, list[object]], list[SeedProblem]]:
    """The records by column, as text with their `row`, empty cells as None; and what is wrong: then no records."""
    problems: list[SeedProblem] = []
    records: list[list[str]] = []
    expected = table.file_columns
    try:
        text = path.read_bytes().decode("utf-8-sig")
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        problems = _shape(path.name, records, expected)
    except FileNotFoundError:
        problems = [SeedProblem(path.name, mark("is missing"))]
    except UnicodeDecodeError as error:
        row = path.read_bytes()[: error.start].count(b"\n") + 1
        problems = [SeedProblem(path.name, mark("is not UTF-8 at this row"), row=row)]
    except OSError:
        problems = [SeedProblem(path.name, CANNOT_BE_READ)]
    except csv.Error as error:
        reason = (
            mark("breaks off inside a quoted cell") if "unexpected end" in str(error) else mark("is no valid CSV here")
        )
        problems = [SeedProblem(path.name, reason, row=_last_row(text))]
    good = [] if problems else records[1:]
    columns: dict[str, list[object]] = {
        name: [record[position] or None for record in good] for position, name in enumerate(expected)
    }
    return {**columns, "row": list(range(FIRST_ROW, FIRST_ROW + len(good)))}, problems


def _shape(file: str, records: list[list[str]], expected: tuple[str, ...]) -> list[SeedProblem]:
    if not records:
        return [SeedProblem(file, mark("is empty"))]
    header = tuple(records[0])
    missing = [name for name in expected if name not in header]
    unknown = [name for name in header if name not in expected]
    if missing or unknown:
        reasons = [(name, mark("is missing")) for name in missing] + [(name, mark("is not known")) for name in unknown]
        return [SeedProblem(file, reason, row=1, column=name) for name, reason in reasons]
    if header != expected:
        return [SeedProblem(file, mark("the columns stand in another order than in the data model"), row=1)]
    reason = mark("has {found} cells where the header has {expected}")
    return [
        SeedProblem(file, reason, row=row, values={"found": len(record), "expected": len(expected)})
        for row, record in enumerate(records[1:], FIRST_ROW)
        if len(record) != len(expected)
    ]


def _last_row(text: str) -> int:
    rows = 0
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows += 1
    except csv.Error:
        return rows + 1
    return rows
