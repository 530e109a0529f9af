"""What keeps a store from opening or being read: missing, outdated, damaged anywhere, or held by another process."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from ecosystem import model
from ecosystem.errors import StoreDamaged, StoreHeld, StoreMissing, StoreOutdated, StoreUnusable
from ecosystem.store import ROOT, Store, Version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOAD = Version("load", "Ona")
# Two headers and their main one stand before the blocks of a DuckDB file.
HEAD_BYTES, BLOCK_BYTES = 3 * 4096, 16384
HOLDS = """
import pathlib, sys
from ecosystem.store import Store
store = Store.open(pathlib.Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tiny_path: Path, tmp_path: Path) -> Path:
    """A copy of the tiny store that a test may damage."""
    return shutil.copy(tiny_path, tmp_path / "ecosystem.duckdb")


@contextlib.contextmanager
def _held_by_another(path: Path) -> Iterator[int]:
    """Another process that holds the store, by its id."""
    command = [sys.executable, "-c", HOLDS, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        yield other.pid
        other.communicate()


def _flip(path: Path, start: int, number: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[start : start + number] = bytes(byte ^ 0xFF for byte in raw[start : start + number])
    path.write_bytes(raw)


def _everything(store: Store) -> list[list[dict[str, object]]]:
    return [store.query(f"SELECT * FROM {table.name}").to_pylist() for table in model.tables()]


def _opened_and_read(path: Path) -> list[list[dict[str, object]]]:
    with contextlib.closing(Store.open(path)) as store:
        store.read_all()
        return _everything(store)


def _change_every_row(path: Path) -> None:
    with contextlib.closing(Store.open(path)) as store, store.transaction(LOAD) as write:
        for table in reversed(model.data_tables()):
            write.write(table.name, f"DELETE FROM {table.name}")


def test_a_store_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="python -m ecosystem build"):
        Store.open(tmp_path / "nothing.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable):
        Store.open(tmp_path)


def test_a_store_of_another_data_model_says_to_build(path: Path) -> None:
    with contextlib.closing(duckdb.connect(str(path))) as other:
        other.execute("UPDATE versions SET schema_sha256 = 'another'")
    with pytest.raises(StoreOutdated, match="python -m ecosystem build") as outdated:
        Store.open(path)
    assert outdated.value.values == {"path": path, "version": 1}


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"junk" * 5000,
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: bytes(len(raw)),
        lambda raw: b"\xff" * 100 + raw[100:],
    ],
    ids=["junk", "empty", "truncated", "zeros", "head"],
)
def test_a_damaged_file_does_not_open_and_says_what_to_do(path: Path, damage: object) -> None:
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(StoreDamaged, match=r"move the file to another folder.*python -m ecosystem build") as damaged:
        Store.open(path)
    assert damaged.value.values["path"] == path


def test_a_database_of_something_else_is_no_store(tmp_path: Path) -> None:
    with contextlib.closing(duckdb.connect(str(tmp_path / "other.duckdb"))) as other:
        other.execute("CREATE TABLE facts AS SELECT 1 AS a")
    with pytest.raises(StoreDamaged):
        Store.open(tmp_path / "other.duckdb")


def test_a_file_put_right_opens_even_while_its_error_is_kept(path: Path, tiny_path: Path) -> None:
    with contextlib.closing(duckdb.connect(str(path))) as other:
        other.execute("DROP TABLE versions")
    with pytest.raises(StoreDamaged) as kept:
        Store.open(path)
    shutil.copy(tiny_path, path.with_name("whole"))
    path.with_name("whole").replace(path)
    with contextlib.closing(Store.open(path)) as store:
        assert store.version == 1
    assert kept.value.type == "store-damaged"


def test_flipped_bytes_in_the_middle_show_when_everything_is_read(embedded_path: Path, tmp_path: Path) -> None:
    path = shutil.copy(embedded_path, tmp_path / "ecosystem.duckdb")
    _flip(path, path.stat().st_size // 2, 4 * BLOCK_BYTES)
    with pytest.raises(StoreDamaged):
        _opened_and_read(path)


def test_damage_in_any_block_shows_when_all_is_read_or_touches_no_value(path: Path, tiny_path: Path) -> None:
    whole, values = tiny_path.read_bytes(), _opened_and_read(path)
    shown = 0
    for start in range(HEAD_BYTES, len(whole), BLOCK_BYTES):
        path.write_bytes(whole)
        _flip(path, start + 40, 60)
        try:
            assert _opened_and_read(path) == values
        except StoreDamaged:
            shown += 1
    assert shown > 0


def test_damage_that_no_reading_shows_is_named_when_writing(path: Path, tiny_path: Path) -> None:
    whole = tiny_path.read_bytes()
    kinds = set()
    for start in range(HEAD_BYTES, len(whole), BLOCK_BYTES):
        path.write_bytes(whole)
        _flip(path, start + 40, 60)
        try:
            _change_every_row(path)
        except (StoreDamaged, duckdb.Error) as error:
            kinds.add(type(error))
    assert kinds == {StoreDamaged}


def test_damage_among_the_superseded_rows_shows_when_everything_is_read(path: Path) -> None:
    copied = "INSERT INTO clusters_history SELECT *, 2 AS valid_to FROM clusters"
    with contextlib.closing(Store.open(path)) as store, store.transaction(LOAD) as write:
        write.write("clusters_history", copied)
    # Closed and opened again, the rows stand in blocks of the file.
    with contextlib.closing(Store.open(path)) as store:
        blocks = store.query("SELECT max(block_id) AS block FROM pragma_storage_info('clusters_history')")
    _flip(path, HEAD_BYTES + blocks["block"][0].as_py() * BLOCK_BYTES + 40, 60)
    with pytest.raises(StoreDamaged):
        _opened_and_read(path)


def test_a_second_process_is_told_who_holds_the_store_and_what_to_do(path: Path) -> None:
    with _held_by_another(path) as holder:
        with pytest.raises(StoreHeld) as held:
            Store.open(path)
        said = str(held.value)
        assert f"(PID {holder})" in said
        assert str(path) in said
        assert "stop it and try again" in said
        assert "set ECOSYSTEM_STORE to another file" in said
    with contextlib.closing(Store.open(path)) as store:
        assert store.version == 1
