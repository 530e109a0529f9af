"""One way down: what may import what, and what a page may hold."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ("ecosystem", "server", "pages")
WALK = """
import importlib, pkgutil, sys, ecosystem
for module in pkgutil.walk_packages(ecosystem.__path__, "ecosystem."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
importlib.import_module("ecosystem.__main__")
sys.exit("streamlit" in sys.modules)
"""


def _linted(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in CODE:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_borders_hold_as_the_code_stands(copied: Path) -> None:
    assert _linted(copied).returncode == 0


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("ecosystem/measures/overview.py", "import streamlit", "The package knows no page"),
        ("ecosystem/measures/funding.py", "from ecosystem.charts import bars", "One way down within the package"),
        ("ecosystem/store.py", "from ecosystem.measures import overview", "One way down within the package"),
        ("ecosystem/charts/bars.py", "from pages.parts import session", "One way down: server and pages"),
        ("server/routes.py", "from pages.parts import navigation", "One way down: server and pages"),
        ("pages/parts/show.py", "from server import html", "One way down: server and pages"),
        ("pages/explore/overview.py", "import duckdb", "Only store and engine hold connections"),
        ("ecosystem/measures/clusters.py", "import duckdb", "Only store and engine hold connections"),
        ("pages/about/method.py", "import plotly.graph_objects", "plotly only in charts"),
        ("ecosystem/measures/dataset.py", "import geopandas", "Geometry only in places"),
    ],
)
def test_a_planted_import_breaks_its_border(copied: Path, module: str, planted: str, contract: str) -> None:
    path = copied / module
    path.write_text(f"{path.read_text('utf-8')}\n{planted}\n", "utf-8")
    result = _linted(copied)
    assert result.returncode != 0
    assert any(contract in line and "BROKEN" in line for line in result.stdout.splitlines()), result.stdout


def test_a_new_module_of_the_package_has_to_find_its_layer(copied: Path) -> None:
    (copied / "ecosystem" / "somewhere.py").write_text('"""Nowhere yet."""\n', "utf-8")
    assert _linted(copied).returncode != 0


def test_the_package_leaves_streamlit_unloaded() -> None:
    assert subprocess.run([sys.executable, "-c", WALK], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("folder", [*CODE, "tests"])
def test_every_folder_with_modules_is_a_package(folder: str) -> None:
    without = {path.parent for path in (ROOT / folder).rglob("*.py") if not (path.parent / "__init__.py").exists()}
    assert not without


def _trees(folder: str) -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in (ROOT / folder).rglob("*.py")}


def test_only_the_frame_catches_errors() -> None:
    catching = [
        path.name for path, tree in _trees("pages").items() if any(isinstance(n, ast.Try) for n in ast.walk(tree))
    ]
    assert catching == ["frame.py"]


def test_pages_hold_no_queries_no_grouping_and_no_html() -> None:
    for path in (ROOT / "pages").rglob("*.py"):
        text = path.read_text("utf-8")
        for unwanted in ("SELECT ", "groupby", "unsafe_allow_html", "<style", "st.html("):
            assert unwanted not in text, f"{path.name}: {unwanted}"


def test_pages_define_no_functions() -> None:
    for path, tree in _trees("pages").items():
        if "parts" not in path.parts:
            assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)], path.name


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = {
        str(path): length
        for folder in (*CODE, "tests")
        for path in (ROOT / folder).rglob("*.py")
        if (length := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_colours_and_fonts_stand_in_the_theme_only() -> None:
    for folder in ("pages", "server"):
        for path in (ROOT / folder).rglob("*.py"):
            assert "#0B5A78" not in path.read_text("utf-8"), path.name
