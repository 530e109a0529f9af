"""Where queries run: bound values, no way out to files and networks, threads side by side."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem import engine
from ecosystem.errors import StoreDamaged, StoreHeld, StoreUnusable
from ecosystem.messages import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ecosystem.store import Store

PIECES = st.one_of(
    st.sampled_from(
        [
            ("SELECT", "SELECT"),
            (":year", "$year"),
            (":relevance_0", "$relevance_0"),
            ("a::INTEGER", "a::INTEGER"),
            (":a::TEXT", "$a::TEXT"),
            (":Year", ":Year"),
            ("at 10:30", "at 10:30"),
        ]
    ),
    st.text(":a-/*$ \n\"'").map(lambda said: f"'{said.replace(chr(39), chr(39) * 2)}'").map(lambda said: (said, said)),
    st.text(":a-/*$ \n\"'").map(lambda said: f'"{said.replace(chr(34), chr(34) * 2)}"').map(lambda said: (said, said)),
    st.text(":a-/*$ \"'").map(lambda said: f"--{said}\n").map(lambda said: (said, said)),
    st.text(":a-$ \n\"'").map(lambda said: f"/*{said}*/").map(lambda said: (said, said)),
)
REFUSED = (
    "SELECT * FROM read_csv('{folder}/facts.csv')",
    "SELECT * FROM '{folder}/facts.csv'",
    "SELECT * FROM read_text('{folder}/facts.csv')",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM 'https://example.org/facts.parquet'",
    "COPY (SELECT 1) TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/out.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET lock_configuration",
    "SET threads = 1",
)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    (tmp_path / "facts.csv").write_text("a\n1\n", "utf-8")
    with contextlib.closing(engine.connect(tmp_path / "new.duckdb")) as connection:
        yield connection


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("SELECT :year", "SELECT $year"),
        ("SELECT :a, :b_2, :a", "SELECT $a, $b_2, $a"),
        ("n=:n", "n=$n"),
        ("SELECT ':year'", "SELECT ':year'"),
        ("SELECT 'it''s :year', :year", "SELECT 'it''s :year', $year"),
        ('SELECT ":year" FROM t', 'SELECT ":year" FROM t'),
        ('SELECT "a"":year" FROM t', 'SELECT "a"":year" FROM t'),
        ("SELECT 1 -- :year\n, :year", "SELECT 1 -- :year\n, $year"),
        ("SELECT 1 /* :year\n:year */, :year", "SELECT 1 /* :year\n:year */, $year"),
        ("SELECT x::text", "SELECT x::text"),
        ("SELECT :x::text", "SELECT $x::text"),
        ("SELECT 'it -- is' , :x", "SELECT 'it -- is' , $x"),
    ],
)
def test_names_become_parameters_and_texts_stay(written: str, bound: str) -> None:
    assert engine.bind(written) == bound


@given(st.lists(PIECES))
@settings(derandomize=True)
def test_each_piece_of_a_query_is_bound_as_it_is_alone(pieces: list[tuple[str, str]]) -> None:
    assert engine.bind(" ".join(written for written, _ in pieces)) == " ".join(bound for _, bound in pieces)


@given(st.text())
@settings(derandomize=True, max_examples=50, deadline=None)
def test_a_value_stays_a_value_whatever_it_holds(value: str) -> None:
    with contextlib.closing(engine.connect(None)) as memory:
        assert engine.query(memory, None, "SELECT :value AS value", {"value": value}).to_pylist() == [{"value": value}]


def test_a_value_that_looks_like_sql_changes_nothing(locked: duckdb.DuckDBPyConnection) -> None:
    locked.execute("CREATE TABLE facts AS SELECT 1 AS a")
    found = engine.query(
        locked, None, "SELECT a FROM facts WHERE a::TEXT = :a", {"a": "1' OR true; DROP TABLE facts; --"}
    )
    assert found.to_pylist() == []
    assert engine.query(locked, None, "SELECT a FROM facts", {}).to_pylist() == [{"a": 1}]


@pytest.mark.parametrize("statement", REFUSED)
def test_no_statement_reaches_beyond_the_store(
    locked: duckdb.DuckDBPyConnection, tmp_path: Path, statement: str
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        locked.execute(statement.format(folder=tmp_path))
    assert sorted(tmp_path.iterdir()) == before


def test_a_connection_to_memory_reads_no_files_either(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("a\n1\n", "utf-8")
    with contextlib.closing(engine.connect(None)) as memory, pytest.raises(duckdb.PermissionException):
        memory.execute(f"SELECT * FROM read_csv('{tmp_path}/facts.csv')")


def test_threads_share_one_store(tiny_store: Store) -> None:
    ready = threading.Barrier(8)

    def ask(number: int) -> list[tuple[int, int]]:
        ready.wait(timeout=30)
        sql = "SELECT :number + :step AS answer, count(*) AS rows FROM initiatives"
        rows = [tiny_store.query(sql, number=number, step=step).to_pylist()[0] for step in range(20)]
        return [(row["answer"], row["rows"]) for row in rows]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(ask, range(0, 800, 100)))
    assert answers == [[(number + step, 7) for step in range(20)] for number in range(0, 800, 100)]


@pytest.mark.parametrize(
    ("said", "kind", "values"),
    [
        (
            'IO Error: Could not set lock on file "/a/b.duckdb": Conflicting lock is held in /usr/bin/python3.11 '
            "(PID 42) by user x. See also https://duckdb.org/docs",
            StoreHeld,
            {"path": None, "holder": "python3.11 (PID 42)"},
        ),
        (
            'IO Error: Cannot open file "b.duckdb": The process cannot access the file because it is being used by '
            "another process.\n",
            StoreHeld,
            {"path": None, "holder": Phrase("another program")},
        ),
        (
            'IO Error: Cannot open file "b.duckdb": Permission denied',
            StoreUnusable,
            {"path": None, "detail": 'IO Error: Cannot open file "b.duckdb": Permission denied'},
        ),
        (
            "IO Error: Could not write file: No space left on device",
            StoreUnusable,
            {"path": None, "detail": "IO Error: Could not write file: No space left on device"},
        ),
        (
            "Corrupt database file: computed checksum 1\nmore",
            StoreDamaged,
            {"path": None, "detail": "Corrupt database file: computed checksum 1"},
        ),
    ],
)
def test_what_the_engine_says_is_told_apart(said: str, kind: type[Exception], values: dict[str, object]) -> None:
    error = engine.typed(duckdb.IOException(said), None)
    assert type(error) is kind
    assert vars(error)["values"] == values


@pytest.mark.parametrize(
    "sql",
    [
        "SELEC 1",
        "SELECT nowhere FROM initiatives",
        "SELECT :year",
        "SELECT CAST('x' AS INTEGER)",
        "SELECT * FROM read_csv('facts.csv')",
    ],
)
def test_a_mistake_in_a_query_is_not_called_damage(tiny_store: Store, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        tiny_store.query(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SET threads = 1",
        "CHECKPOINT",
        "DROP TABLE dataset",
        "INSERT INTO dataset VALUES ('a', 'b', 1)",
        "SELECT 1; DROP TABLE dataset",
        "",
    ],
)
def test_a_query_is_one_statement_that_reads(tiny_store: Store, sql: str) -> None:
    with pytest.raises(ValueError, match="not one SELECT"):
        tiny_store.query(sql)
    assert tiny_store.query("SELECT count(*) AS rows FROM dataset")["rows"][0].as_py() == 1


def test_a_query_cannot_write_behind_a_name(tiny_store: Store) -> None:
    with pytest.raises(duckdb.Error):
        tiny_store.query("WITH a AS (INSERT INTO dataset VALUES ('a', 'b', 1) RETURNING key) SELECT * FROM a")
    assert tiny_store.query("SELECT count(*) AS rows FROM dataset")["rows"][0].as_py() == 1


def test_a_value_that_the_query_does_not_name_is_a_mistake(tiny_store: Store) -> None:
    with pytest.raises(duckdb.Error):
        tiny_store.query("SELECT 1", year=2020)
