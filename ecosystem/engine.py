"""Where queries run: DuckDB in this process, one base connection, a cursor a query.

A DuckDB connection may not be used by two threads at once, a cursor costs microseconds. Access to files and networks
is off and the configuration locked, so no text of a query can reach beyond the store.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import duckdb

from ecosystem.errors import StoreDamaged, StoreHeld, StoreUnusable
from ecosystem.messages import Phrase, mark

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

# Literals, quoted names, comments and casts are matched first, so that a colon inside them is never taken for a name.
_NAMED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|::|:([a-z_]\w*)""", re.DOTALL)
# A store of some thousand rows is 18 MB with DuckDB's own block size and 3 MB with this one; fixed when a file is made.
_BLOCK_BYTES = 16384
# What DuckDB raises when a query or its values are wrong: a mistake of ours, not damage.
_OURS = (
    duckdb.ParserException,
    duckdb.BinderException,
    duckdb.ConstraintException,
    duckdb.ConversionException,
    duckdb.InterruptException,
    duckdb.InvalidInputException,
    duckdb.OutOfMemoryException,
    duckdb.OutOfRangeException,
    duckdb.PermissionException,
    duckdb.TransactionException,
)
_TEXTS = 1000


def bind(sql: str) -> str:
    """`sql` with its `:name` parameters written as DuckDB's `$name`; texts and comments stay as they are."""
    return _NAMED.sub(lambda found: f"${found[1]}" if found[1] else found[0], sql)


@lru_cache(_TEXTS)
def reading(sql: str) -> str:
    """`sql` for DuckDB, if it is one statement that reads; else a ValueError, for a query may change nothing."""
    text = bind(sql)
    if [statement.type for statement in duckdb.extract_statements(text)] != [duckdb.StatementType.SELECT]:
        raise ValueError(f"not one SELECT: {sql}")
    return text


def connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    """The base connection to the file at `path`, or to memory; locked. Raises a typed error for what prevents it."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false",
        "default_block_size": str(_BLOCK_BYTES),
    }
    if path is None:
        return duckdb.connect(":memory:", config={"enable_external_access": "false"})
    try:
        connection = duckdb.connect(str(path), config=config)
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise typed(error, path) from error
    return connection


def typed(error: duckdb.Error, path: Path | None) -> Exception:
    """What `error` means for the reader: held by another program, refused by the system, or damaged."""
    text = str(error).split("\n")[0]
    if isinstance(error, _OURS):
        return error
    held = re.search(r"Conflicting lock is held in (.+?)(?:\s*\(PID (\d+)\))", str(error))
    if held:
        return StoreHeld(path=path, holder=f"{held[1].split('/')[-1]} (PID {held[2]})")
    if "being used by another process" in text or "Could not set lock" in text:
        return StoreHeld(path=path, holder=Phrase(mark("another program")))
    if re.search(r"Permission denied|No such file|Read-only file system|No space left|Is a directory", text):
        return StoreUnusable(path=path, detail=text)
    return StoreDamaged(path=path, detail=text)


def query(connection: duckdb.DuckDBPyConnection, path: Path | None, sql: str, params: dict[str, object]) -> pa.Table:
    """Rows of `sql`, one SELECT, as an Arrow table, with exactly the values bound that it names."""
    try:
        text = reading(sql)
        with connection.cursor() as cursor:
            # A SELECT can hold an INSERT in its WITH; in a transaction that only reads it is refused.
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            return cursor.sql(text, params=params or None).to_arrow_table()
    except duckdb.Error as error:
        raise typed(error, path) from error
