"""Stores for tests: the embedded dataset and the tiny one, each built once."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from hypothesis import settings

from ecosystem import opening, seed
from ecosystem.store import Store
from tests import tiny

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# How long an example takes says nothing on a busy machine.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def embedded_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("embedded") / "ecosystem.duckdb"
    seed.build(path=path)
    return path


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny") / "data")


@pytest.fixture(scope="session")
def tiny_path(tiny_data: Path) -> Path:
    path = tiny_data.parent / "ecosystem.duckdb"
    seed.build(tiny_data, path)
    return path


@pytest.fixture
def store(embedded_path: Path) -> Iterator[Store]:
    """The embedded dataset."""
    with contextlib.closing(Store.open(embedded_path)) as opened:
        yield opened


@pytest.fixture
def tiny_store(tiny_path: Path) -> Iterator[Store]:
    """The dataset of `tests/tiny.py`."""
    with contextlib.closing(Store.open(tiny_path)) as opened:
        yield opened


@pytest.fixture
def shared(embedded_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Pages and command line see the embedded dataset, and nothing of what another test left behind."""
    yield from _shared(embedded_path, monkeypatch)


@pytest.fixture
def shared_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same with a path at which there is no store yet."""
    yield from _shared(tmp_path / "ecosystem.duckdb", monkeypatch)


def _shared(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ECOSYSTEM_STORE", str(path))
    opening.close()
    st.cache_resource.clear()
    yield path
    opening.close()
