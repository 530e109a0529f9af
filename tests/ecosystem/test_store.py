"""The store: queries, measures, transactions and versions."""

from __future__ import annotations

import contextlib
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import duckdb
import pytest

from ecosystem import model
from ecosystem.errors import BrokenReferences
from ecosystem.selection import Selection
from ecosystem.store import ROOT, Store, Version, default_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOAD = Version("load", "Ona", file_name="new.csv", sha256="abc", format="list")


@pytest.fixture
def path(tiny_path: Path, tmp_path: Path) -> Path:
    """A copy of the tiny store that a test may change."""
    return shutil.copy(tiny_path, tmp_path / "ecosystem.duckdb")


@pytest.fixture
def own(path: Path) -> Iterator[Store]:
    with contextlib.closing(Store.open(path)) as opened:
        yield opened


def _everything(store: Store) -> dict[str, list[dict[str, object]]]:
    return {table.name: store.query(f"SELECT * FROM {table.name}").to_pylist() for table in model.tables()}


def _collected(store: Store) -> str:
    return str(store.query("SELECT value FROM dataset WHERE key = 'collected'")["value"][0])


def _collect(store: Store, day: str) -> None:
    with store.transaction(LOAD) as write:
        write.write("dataset", "UPDATE dataset SET value = :day WHERE key = 'collected'", day=day)


def test_a_query_gives_its_rows_with_the_values_bound(tiny_store: Store) -> None:
    sql = "SELECT initiative_id, start_date_precision FROM initiatives WHERE n = :n"
    assert tiny_store.query(sql, n=6).to_pylist() == [{"initiative_id": "f", "start_date_precision": "year"}]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) AS number, sum(n) AS total FROM chosen WHERE n < :below",
        "WITH few AS (SELECT n FROM chosen WHERE n < :below) SELECT count(*) AS number, sum(n) AS total FROM few",
        "\n  with few AS (SELECT n FROM chosen WHERE n < :below)\nSELECT count(*) AS number, sum(n) AS total FROM few",
        "WITH\nfew AS (SELECT n FROM chosen WHERE n < :below) SELECT count(*) AS number, sum(n) AS total FROM few",
    ],
)
def test_a_measure_reads_what_is_chosen_whether_or_not_it_starts_with_with(tiny_store: Store, sql: str) -> None:
    # a, b, c, e of the default selection have the numbers 1, 2, 3, 5.
    assert tiny_store.measure(sql, Selection(), below=6).to_pylist() == [{"number": 4, "total": 11}]


def test_a_transaction_makes_one_version_of_all_that_is_written(own: Store) -> None:
    key = own.key
    with own.transaction(LOAD) as write:
        assert write.version == 2
        assert write.write("dataset", "UPDATE dataset SET value = :day", day="2022-02-02") == 1
        assert write.write("initiatives", "UPDATE initiatives SET website = 'x' WHERE n < :n", n=3) == 2
        assert write.write("initiatives", "UPDATE initiatives SET website = 'y' WHERE n = 7") == 1
    assert own.version == 2
    assert own.key == (*key[:2], 2)
    row = own.query("SELECT * EXCLUDE (committed_at, schema_sha256) FROM versions WHERE version = 2").to_pylist()
    counts = '{"dataset": 1, "initiatives": 3}'
    facts = {"action": "load", "who": "Ona", "file_name": "new.csv", "sha256": "abc", "format": "list"}
    assert row == [{"version": 2, **facts, "counts": counts}]


def test_staged_rows_are_read_within_their_transaction(own: Store) -> None:
    with own.transaction(LOAD) as write:
        write.stage("days", {"day": ["2022-03-03", None]}, {"day": "DATE"})
        write.write("dataset", "UPDATE dataset SET value = (SELECT max(day) FROM days)")
        assert write.rows("SELECT value FROM dataset WHERE key = :key", key="collected") == [("2022-03-03",)]
    assert _collected(own) == "2022-03-03"


def test_versions_count_up_and_stay_after_closing(path: Path) -> None:
    for day, version in (("2022-01-01", 2), ("2022-01-02", 3)):
        with contextlib.closing(Store.open(path)) as store:
            _collect(store, day)
            assert store.version == version
    with contextlib.closing(Store.open(path)) as store:
        assert store.version == 3
        assert _collected(store) == "2022-01-02"


def test_an_error_inside_a_transaction_undoes_all_of_it(own: Store) -> None:
    before = _everything(own)

    def fail() -> None:
        with own.transaction(LOAD) as write:
            write.write("dataset", "UPDATE dataset SET value = 'half'")
            raise KeyError("stopped")

    with pytest.raises(KeyError):
        fail()
    assert _everything(own) == before
    assert own.version == 1


def test_a_row_that_the_model_refuses_undoes_its_transaction(own: Store) -> None:
    before = _everything(own)

    def twice() -> None:
        with own.transaction(LOAD) as write:
            write.write("dataset", "UPDATE dataset SET value = 'half'")
            write.write("dataset", "INSERT INTO dataset VALUES ('collected', 'again', 2)")

    with pytest.raises(duckdb.ConstraintException):
        twice()
    assert _everything(own) == before
    _collect(own, "2022-01-01")
    assert own.version == 2


def test_a_broken_reference_refuses_the_whole_transaction(own: Store) -> None:
    before = _everything(own)

    def broken() -> None:
        with own.transaction(LOAD) as write:
            write.write("dataset", "UPDATE dataset SET value = 'half'")
            write.write("initiatives", "UPDATE initiatives SET lead_id = 'nobody' WHERE initiative_id = 'b'")
            write.write("clusters", "UPDATE clusters SET coordinator_id = 'nobody' WHERE cluster_id = 'two'")

    with pytest.raises(BrokenReferences) as refused:
        broken()
    assert refused.value.values == {"number": 2, "table": "clusters", "column": "coordinator_id", "id": "nobody"}
    assert _everything(own) == before
    assert own.version == 1


def test_a_reader_sees_the_old_data_until_the_transaction_ends(own: Store) -> None:
    with own.transaction(LOAD) as write:
        write.write("dataset", "UPDATE dataset SET value = 'new'")
        assert _collected(own) == "2021-06-01"
        assert own.version == 1
    assert _collected(own) == "new"


def test_a_second_writer_waits_for_the_first(own: Store) -> None:
    writing = threading.Event()
    asked = threading.Event()
    seen: list[str] = []

    def second() -> None:
        writing.wait(timeout=30)
        asked.set()
        with own.transaction(LOAD) as write:
            seen.append(str(write.rows("SELECT value FROM dataset")[0][0]))
            write.write("dataset", "UPDATE dataset SET value = value || ' and second'")

    waits = threading.Thread(target=second)
    waits.start()
    with own.transaction(LOAD) as write:
        writing.set()
        assert asked.wait(timeout=30)
        write.write("dataset", "UPDATE dataset SET value = 'first'")
        assert seen == []
    waits.join(timeout=30)
    assert seen == ["first"]
    assert _collected(own) == "first and second"
    assert own.version == 3


def test_writers_in_threads_lose_no_change(own: Store) -> None:
    with own.transaction(LOAD) as write:
        write.write("dataset", "UPDATE dataset SET value = '0'")

    def add(number: int) -> None:
        with own.transaction(LOAD) as write:
            write.write("dataset", "UPDATE dataset SET value = value::INTEGER + :number", number=number)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(1, 11)))
    assert _collected(own) == "55"
    assert own.query("SELECT version FROM versions ORDER BY 1")["version"].to_pylist() == list(range(1, 13))


def test_the_store_stands_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setenv("ECOSYSTEM_STORE", str(path))
    assert default_path() == path
    monkeypatch.setenv("ECOSYSTEM_STORE", "")
    assert default_path() == ROOT / "store" / "ecosystem.duckdb"
