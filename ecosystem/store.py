"""The store: queries with bound values, one writer at a time, and the version that every cache is keyed by."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from ecosystem import engine, model, references, versions
from ecosystem.errors import BrokenReferences, StoreDamaged, StoreMissing, StoreOutdated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pyarrow as pa

    from ecosystem.selection import Noun, Selection

ROOT = Path(__file__).resolve().parent.parent


def default_path() -> Path:
    """Where the store is: `ECOSYSTEM_STORE`, else `store/ecosystem.duckdb` under the project's root."""
    return Path(os.environ.get("ECOSYSTEM_STORE") or ROOT / "store" / "ecosystem.duckdb").expanduser().absolute()


def schema_digest() -> str:
    """SHA-256 of the data model's file, line ends aside."""
    return hashlib.sha256(model.SCHEMA.read_text("utf-8").encode()).hexdigest()


@dataclass(frozen=True)
class Version:
    """The facts of one version, as given by whoever writes it."""

    action: str
    who: str
    file_name: str | None = None
    sha256: str | None = None
    format: str | None = None


@dataclass
class Transaction:
    """One write: all of it becomes version `version`, or nothing does."""

    cursor: duckdb.DuckDBPyConnection
    version: int
    counts: dict[str, int] = field(default_factory=dict)

    def write(self, table: str, sql: str, **params: object) -> int:
        """Run a statement that changes `table`; gives and adds up the number of rows it changed."""
        self.cursor.execute(engine.bind(sql), params or None)
        changed = int((self.cursor.fetchone() or (0,))[0])
        self.counts[table] = self.counts.get(table, 0) + changed
        return changed

    def stage(self, name: str, columns: Mapping[str, Sequence[object]], types: Mapping[str, str]) -> None:
        """Make rows, given by column, readable under `name` for this transaction only; `types` are DuckDB's."""
        made = ", ".join(f"unnest(CAST(${column} AS {types[column]}[])) AS {column}" for column in columns)
        self.cursor.execute(f"CREATE TEMP TABLE {name} AS SELECT {made}", dict(columns))

    def rows(self, sql: str, **params: object) -> list[tuple[object, ...]]:
        """Rows of a query that sees what this transaction has written."""
        return list(self.cursor.execute(engine.bind(sql), params or None).fetchall())

    def run(self, sql: str) -> None:
        """Run a statement that changes no table of the model, e.g. one that makes a temporary table."""
        self.cursor.execute(sql)


class Store:
    """An open store. Threads may share it; only one process at a time can open the file.

    `damaged` is true once a query has met damage: what is read from then on cannot be trusted.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._writing = threading.Lock()
        self.damaged = False
        first = self.query("SELECT sha256, committed_at FROM versions WHERE version = 1").to_pylist()
        self.build_id = f"{first[0]['sha256']}-{first[0]['committed_at']}" if first else "empty"
        self.version = self._latest()

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """The store at `path`, else at `default_path()`.

        Raises StoreMissing, StoreHeld, StoreDamaged, StoreUnusable, and StoreOutdated for another data model.
        """
        path = path or default_path()
        if not path.exists():
            raise StoreMissing(path=path)
        connection = engine.connect(path)
        try:
            return cls._checked(path, connection)
        except BaseException:
            # A connection left open would keep the file as it is now from being opened once it is mended.
            connection.close()
            raise

    @classmethod
    def _checked(cls, path: Path, connection: duckdb.DuckDBPyConnection) -> Store:
        store = cls(path, connection)
        made_with = store.query("SELECT schema_sha256 FROM versions ORDER BY version DESC LIMIT 1").to_pylist()
        if [row["schema_sha256"] for row in made_with] != [schema_digest()]:
            raise StoreOutdated(path=path, version=store.version)
        return store

    @classmethod
    def create(cls, path: Path) -> Store:
        """A new store with the tables of the model, all empty, at version 0."""
        connection = engine.connect(path)
        connection.begin()  # one commit for some hundred statements instead of one each
        connection.execute(model.SCHEMA.read_text("utf-8"))
        connection.execute(versions.history_ddl())
        connection.commit()
        return cls(path, connection)

    @property
    def key(self) -> tuple[str, str, int]:
        """What caches are keyed by: path, build and data version."""
        return str(self.path), self.build_id, self.version

    def query(self, sql: str, /, **params: object) -> pa.Table:
        """Rows of `sql` as an Arrow table; `:name` in the text is bound to the value given under that name."""
        try:
            return engine.query(self._connection, self.path, sql, params)
        except StoreDamaged:
            self.damaged = True
            raise

    def measure(self, sql: str, selection: Selection, /, of: Noun = "initiatives", **params: object) -> pa.Table:
        """Rows of `sql`, which may read `chosen(n)`, and `chosen_…` of the noun `of`, as the selection defines them."""
        chosen, bound = selection.chosen(of)
        text = sql.strip()
        joined = f"{chosen},\n{text[4:]}" if text[:5].upper().split() == ["WITH"] else f"{chosen}\n{text}"
        return self.query(joined, **bound, **params)

    @contextlib.contextmanager
    def transaction(self, facts: Version) -> Iterator[Transaction]:
        """All that is written inside becomes one new version; an error inside, or a broken reference, undoes it all."""
        with self._writing, self._connection.cursor() as cursor:
            write = Transaction(cursor, self._latest() + 1)
            cursor.begin()
            try:
                yield write
                self._check(cursor)
                self._record(cursor, write, facts)
                cursor.commit()
            except BaseException as error:
                with contextlib.suppress(duckdb.Error):  # on a damaged file it fails too, and would hide the reason
                    cursor.rollback()
                if isinstance(error, duckdb.Error):
                    raise engine.typed(error, self.path) from error
                raise
            self.version = write.version

    def read_all(self) -> None:
        """Read every value of every table, so that damage anywhere in the file shows: raises StoreDamaged."""
        names = [table.name for table in model.tables()]
        for name in [*names, *(f"{table.name}_history" for table in model.data_tables())]:
            self.query(f"SELECT bit_xor(hash(everything)) AS digest FROM {name} AS everything")

    def row_counts(self) -> dict[str, int]:
        """The number of rows of every table of data, in the order of the model."""
        counted = " UNION ALL ".join(
            f"SELECT {position} AS position, '{table.name}' AS name, count(*) AS rows FROM {table.name}"
            for position, table in enumerate(model.data_tables())
        )
        rows = self.query(f"SELECT name, rows FROM ({counted}) AS counted ORDER BY position").to_pylist()
        return {row["name"]: row["rows"] for row in rows}

    def broken_references(self) -> list[dict[str, str]]:
        """Values that refer to a row that does not exist: `table, column, id`, in the order of the model."""
        return [
            {"table": row["table_name"], "column": row["column_name"], "id": row["id"]}
            for row in self.query(references.broken_sql()).to_pylist()
        ]

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        self._connection.close()

    def _latest(self) -> int:
        return int(self.query("SELECT coalesce(max(version), 0) AS latest FROM versions")["latest"][0].as_py())

    def _check(self, cursor: duckdb.DuckDBPyConnection) -> None:
        broken = cursor.execute(references.broken_sql()).fetchall()
        if broken:
            table, column, id_ = broken[0]
            raise BrokenReferences(number=len(broken), table=table, column=column, id=id_)

    def _record(self, cursor: duckdb.DuckDBPyConnection, write: Transaction, facts: Version) -> None:
        cursor.execute(
            "INSERT INTO versions VALUES ($version, $at, $who, $action, $file, $sha, $schema, $format, $counts)",
            {
                "version": write.version,
                "at": datetime.now(UTC).replace(tzinfo=None),
                "who": facts.who,
                "action": facts.action,
                "file": facts.file_name,
                "sha": facts.sha256,
                "schema": schema_digest(),
                "format": facts.format,
                "counts": json.dumps(write.counts),
            },
        )
