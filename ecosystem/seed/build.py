"""From the CSV files of `data/` to a store: all of it or, with every problem named, nothing."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem import boundaries, model
from ecosystem.errors import (
    DataFolderMissing,
    StoreHasOwnVersions,
    StoreOutdated,
    StoreUnusable,
)
from ecosystem.seed import rows
from ecosystem.store import ROOT, Store, Version, default_path

if TYPE_CHECKING:
    from pathlib import Path


DATA = ROOT / "data"
BUILDER = "bendrakūra"


@dataclass(frozen=True)
class Built:
    """What a build came to: the store's version, whether it changed, rows by table in the order of the model."""

    version: int
    changed: bool
    rows: dict[str, int]


def build(data: Path = DATA, path: Path | None = None) -> Built:
    """Make the store at `path` from the files in `data`, beside the old one and then in its place.

    Unchanged files leave the store as it is. Raises SeedRefused with every problem found, BoundariesDamaged,
    StoreHasOwnVersions where the store has versions after the first, StoreHeld where another program uses it.
    """
    path = path or default_path()
    digest = files_digest(data)
    boundaries.check(data)
    if path.exists() and (current := _unchanged(path, digest)):
        return current
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        counts = _fill(beside, data, digest)
        os.replace(beside, path)
    except OSError as error:
        raise StoreUnusable(path=path, detail=error.strerror) from error
    return Built(1, True, counts)


def files_digest(data: Path) -> str:
    """SHA-256 over names and contents of the data files; raises DataFolderMissing where there are none."""
    files = sorted(data.glob("*.csv"))
    if not files:
        raise DataFolderMissing(path=data)
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _unchanged(path: Path, digest: str) -> Built | None:
    """The store as it is, where it was built from the same files and model; None where it is to be built anew."""
    try:
        store = Store.open(path)
    except StoreOutdated as outdated:
        later = int(str(outdated.values["version"])) - 1
        if later > 0:
            raise StoreHasOwnVersions(path=path, versions=later) from outdated
        return None
    with contextlib.closing(store):
        first = store.query("SELECT sha256 FROM versions WHERE version = 1").to_pylist()
        if first == [{"sha256": digest}]:
            return Built(store.version, False, _count(store))
        if store.version > 1:
            raise StoreHasOwnVersions(path=path, versions=store.version - 1)
    return None


def _count(store: Store) -> dict[str, int]:
    counted = " UNION ALL ".join(
        f"SELECT '{t.name}' AS name, count(*) AS rows FROM {t.name}" for t in model.data_tables()
    )
    found = {row["name"]: row["rows"] for row in store.query(counted).to_pylist()}
    return {table.name: found[table.name] for table in model.data_tables()}


def _fill(beside: Path, data: Path, digest: str) -> dict[str, int]:
    beside.unlink(missing_ok=True)
    try:
        with contextlib.closing(Store.create(beside)) as store:
            facts = Version("build", BUILDER, file_name=data.name, sha256=digest, format="seed")
            with store.transaction(facts) as write:
                rows.fill(write, data)
            return dict(write.counts)
    except BaseException:
        for left in (beside, beside.with_name(f"{beside.name}.wal")):
            left.unlink(missing_ok=True)
        raise
