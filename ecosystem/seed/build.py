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
    SeedProblem,
    SeedRefused,
    StoreHasOwnVersions,
    StoreOutdated,
    StoreUnusable,
)
from ecosystem.messages import mark
from ecosystem.seed import files, rows
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


def build(data: Path = DATA, path: Path | None = None, keep_own: bool = False) -> Built:
    """Make the store at `path` from the files in `data`, beside the old one and then in its place.

    Unchanged files leave the store as it is. Raises SeedRefused with every problem found, BoundariesDamaged,
    StoreHeld where another program uses it, and StoreHasOwnVersions where the store has versions after the first and
    the files are others; with `keep_own` such a store stays as it is.
    """
    path = path or default_path()
    digest = files_digest(data)
    if path.exists() and (current := _kept(path, data, digest, keep_own)):
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
    paths = sorted(data.glob("*.csv"))
    if not paths:
        raise DataFolderMissing(path=data)
    tables = {table.name for table in model.data_tables()}
    reason = mark("belongs to no table of the data model")
    strange = [SeedProblem(path.name, reason) for path in paths if path.stem not in tables]
    if strange:
        raise SeedRefused(strange)
    total = hashlib.sha256()
    for path in paths:
        try:
            total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        except OSError as error:
            raise SeedRefused([SeedProblem(path.name, files.CANNOT_BE_READ)]) from error
    return total.hexdigest()


def _kept(path: Path, data: Path, digest: str, keep_own: bool) -> Built | None:
    """The store as it is, where it is to stay so; None where it is to be built anew."""
    try:
        store = Store.open(path)
    except StoreOutdated as outdated:
        later = int(str(outdated.values["version"])) - 1
        if later > 0:
            raise StoreHasOwnVersions(path=path, versions=later) from outdated
        return None
    with contextlib.closing(store):
        first = store.query("SELECT sha256 FROM versions WHERE version = 1").to_pylist()
        same, own = first == [{"sha256": digest}], store.version > 1
        if own and not same and not keep_own:
            raise StoreHasOwnVersions(path=path, versions=store.version - 1)
        if not own and not same:
            return None
        boundaries.check(data, store)
        return Built(store.version, False, store.row_counts())


def _fill(beside: Path, data: Path, digest: str) -> dict[str, int]:
    beside.unlink(missing_ok=True)
    try:
        with contextlib.closing(Store.create(beside)) as store:
            facts = Version("build", BUILDER, file_name=data.name, sha256=digest, format="seed")
            with store.transaction(facts) as write:
                rows.fill(write, data)
            boundaries.check(data, store)
            return dict(write.counts)
    except BaseException:
        for left in (beside, beside.with_name(f"{beside.name}.wal")):
            left.unlink(missing_ok=True)
        raise
