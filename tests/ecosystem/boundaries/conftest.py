"""A data folder of its own for every test of a refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ecosystem.boundaries import official

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return official.data(tmp_path / "data")
