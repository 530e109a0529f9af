"""The process's only open store, built from the data files where there is none yet.

A second connection to the same file in one process fails on the lock of its configuration, so everybody shares one.
What keeps the store from opening is raised anew at each try: once it is mended, the next visit works. A store that
turned out damaged, or whose file was removed or replaced, is opened anew likewise.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ecosystem import boundaries, seed
from ecosystem.store import Store, default_path

if TYPE_CHECKING:
    from pathlib import Path

_opening = threading.Lock()
# The open store by its path, with what the file was when it was opened.
_open: dict[Path, tuple[Store, tuple[int, int]]] = {}


def shared() -> Store:
    """The store at `default_path()`, opened once; builds it where the file is missing. Raises what prevents it."""
    path = default_path()
    with _opening:
        if path in _open:
            store, file = _open[path]
            if not store.damaged and file == _file(path):
                return store
        close()
        if not path.exists():
            seed.build(seed.DATA, path)
        store = Store.open(path)
        try:
            boundaries.check(seed.DATA, store)
        except BaseException:
            store.close()
            raise
        _open[path] = store, _file(path)
        return store


def _file(path: Path) -> tuple[int, int]:
    """Which file stands at the path; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def close() -> None:
    """Close the shared store, so that another program can open the file."""
    while _open:
        _, (store, _) = _open.popitem()
        store.close()
