"""Which messages the code holds, and the catalogue files kept in step with it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from ecosystem import model
from ecosystem.language import CODES, catalogue
from ecosystem.store import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("ecosystem", "pages", "server")
# Functions whose first texts are messages; two positions = one and many.
KEYWORDS = {"say": None, "mark": None, "plural": (1, 2), "mark_plural": (1, 2)}
HEADER = "# Messages of the dashboard, kept in step with the code by `python -m ecosystem messages`."
# Fixed, so that a run that changes no message changes no file.
STARTED = datetime(2026, 11, 25, tzinfo=UTC)
Message = str | tuple[str, str]


def messages() -> Iterator[Message]:
    """Every message of the code, then the comments of the tables, which the method page shows."""
    for folder in FOLDERS:
        for _, _, message, _, _ in extract_from_dir(
            str(ROOT / folder), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
        ):
            yield message if isinstance(message, str) else (message[0], message[1])
    for table in model.data_tables():
        yield table.comment


def read(code: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one where there is none yet."""
    path = catalogue(code)
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as lines:
        return read_po(lines, locale=code)


def update() -> dict[str, list[str]]:
    """Bring both catalogue files in step with the code; gives the messages by language that still lack their words."""
    missing: dict[str, list[str]] = {}
    for code in CODES:
        old, new = read(code), Catalog(locale=code, header_comment=HEADER, creation_date=STARTED, fuzzy=False)
        for message in sorted(set(messages()), key=str):
            known = old.get(message if isinstance(message, str) else message[0])
            words = known.string if known and isinstance(known.id, str) == isinstance(message, str) else None
            new.add(message, message if code == "en" else words)
        path = catalogue(code)
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = io.BytesIO()
        write_po(whole, new, width=110, no_location=True, sort_output=True)
        path.write_bytes(whole.getvalue())
        missing[code] = [str(entry.id) for entry in new if entry.id and not _whole(entry.string)]
    return missing


def _whole(words: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(words) if isinstance(words, (tuple, list)) and words else bool(words)
