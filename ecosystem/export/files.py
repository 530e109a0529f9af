"""A selection as a file: rows in the order of the page, in the format asked for."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.export.about import about
from ecosystem.export.rows import AMOUNTS, FORMULA, LABELLED, for_people, for_programs
from ecosystem.export.xlsx import workbook
from ecosystem.measures import records
from ecosystem.measures.listing import NEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecosystem.language import Language
    from ecosystem.selection import Dropped, Selection
    from ecosystem.store import Store

_WITH_LABELS = (((name, f"{name}_label") if name in LABELLED else (name,)) for name in records.columns())
# The columns of files for people.
PEOPLE = (*(column for columns in _WITH_LABELS for column in columns), *AMOUNTS, "currency")


@dataclass(frozen=True)
class Asked:
    """What is to be exported: the selection, in what order and language, and what of its address was dropped."""

    selection: Selection
    language: Language
    sort: str = NEWEST
    dropped: Sequence[Dropped] = ()


@dataclass(frozen=True)
class Exported:
    """A file: its content and the number of records in it."""

    content: bytes
    records: int


def export(store: Store, asked: Asked, format_: str) -> Exported:
    """The chosen initiatives as a file of a format of `FORMATS`: the same rows, in the same order, as the page."""
    return FORMATS[format_](store, asked)


def _json(store: Store, asked: Asked) -> Exported:
    rows = [for_programs(record) for record in _records(store, asked)]
    dropped = [one.for_programs() for one in asked.dropped]
    whole = {"version": store.version, "total": len(rows), "dropped": dropped, "rows": rows}
    return Exported(json.dumps(whole, ensure_ascii=False, indent=1).encode(), len(rows))


def _csv(store: Store, asked: Asked) -> Exported:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(PEOPLE)
    found = _records(store, asked)
    for record in found:
        row = for_people(record, asked.language)
        writer.writerow([_harmless(row[column]) for column in PEOPLE])
    return Exported(text.getvalue().encode(), len(found))


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _xlsx(store: Store, asked: Asked) -> Exported:
    found = _records(store, asked)
    rows = (for_people(record, asked.language) for record in found)
    said = about(store, asked.selection, asked.sort, asked.language)
    names = asked.language.say("Initiatives"), asked.language.say("About this file")
    return Exported(workbook(rows, PEOPLE, said, names, asked.language), len(found))


def _records(store: Store, asked: Asked) -> list[dict[str, object]]:
    return records.records(store, asked.selection, asked.sort, asked.language.code)


FORMATS: dict[str, Callable[[Store, Asked], Exported]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
