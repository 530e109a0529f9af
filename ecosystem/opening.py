"""The process's only open store, built from the data files where there is none yet.

A second connection to the same file in one process fails on the lock of its configuration, so everybody shares one.
What keeps the store from opening is raised anew at each try: once it is mended, the next visit works.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ecosystem import boundaries, seed
from ecosystem.store import Store, default_path

if TYPE_CHECKING:
    from pathlib import Path

_opening = threading.Lock()
_open: dict[Path, Store] = {}


def shared() -> Store:
    """The store at `default_path()`, opened once; builds it where the file is missing. Raises what prevents it."""
    path = default_path()
    with _opening:
        if path not in _open:
            if not path.exists():
                seed.build(seed.DATA, path)
            close()
            store = Store.open(path)
            try:
                boundaries.check(seed.DATA, store)
            except BaseException:
                store.close()
                raise
            _open[path] = store
        return _open[path]


def close() -> None:
    """Close the shared store, so that another program can open the file."""
    while _open:
        _, store = _open.popitem()
        store.close()
