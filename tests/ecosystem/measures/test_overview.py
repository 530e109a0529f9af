"""The figures at the head of the overview."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecosystem import seed
from ecosystem.measures import overview
from ecosystem.measures.overview import Figures
from ecosystem.selection import Selection
from ecosystem.store import Store
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

ALL = ("core", "related", "context")
REST = ("organisations", "organisations_without_tie", "clusters", "clusters_active", "clusters_status_unknown")
# All organisations and clusters, as long as no filter narrows.
TINY_REST = dict(zip(REST, (4, 1, 2, 1, 1), strict=True))
# Those tied to core initiatives: all that take part in a and c, and the cluster whose member takes part in a.
TINY_CORE = dict(zip(REST, (4, 0, 1, 1, 0), strict=True))
TINY_NONE = dict.fromkeys(REST, 0)


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_tiny_dataset_has_six_initiatives_two_of_them_core(tiny_store: Store) -> None:
    expected = Figures(initiatives=6, core=2, ongoing=1, status_unknown=1, general=5, general_culture=2, **TINY_REST)
    assert overview.figures(tiny_store, Selection()) == expected


@pytest.mark.parametrize(
    ("relevance", "counts", "rest"),
    [
        (("core",), (2, 2, 0, 1, 1, 1), TINY_CORE),
        (("related",), (4, 0, 1, 0, 4, 1), TINY_NONE),
        (("context",), (1, 0, 0, 0, 1, 0), TINY_NONE),
        (ALL, (7, 2, 1, 1, 6, 2), TINY_REST),
    ],
)
def test_each_relevance_counts_its_own_initiatives_and_what_is_tied_to_them(
    tiny_store: Store, relevance: tuple[str, ...], counts: tuple[int, ...], rest: dict[str, int]
) -> None:
    names = ("initiatives", "core", "ongoing", "status_unknown", "general", "general_culture")
    expected = Figures(**dict(zip(names, counts, strict=True)), **rest)
    assert overview.figures(tiny_store, Selection(relevance=relevance)) == expected


def test_the_share_of_culture_rests_on_the_general_search_only(tiny_store: Store) -> None:
    # a and f of a, b, e, f, g; c is about culture too, but was found by the search for culture.
    assert overview.figures(tiny_store, Selection()).culture_share == 0.4


@pytest.mark.parametrize("selection", [Selection(collection=("nobody",)), Selection(relevance=("nothing",))])
def test_without_initiatives_the_share_of_culture_is_not_known(tiny_store: Store, selection: Selection) -> None:
    figures = overview.figures(tiny_store, selection)
    assert figures == Figures(
        initiatives=0, core=0, ongoing=0, status_unknown=0, general=0, general_culture=0, **TINY_NONE
    )
    assert figures.culture_share is None


def test_initiatives_of_the_later_search_alone_give_no_share_of_culture(tmp_path: Path) -> None:
    later = [row | {"gathered_by": "culture-search"} for row in tiny.TABLES["initiatives"]]
    seed.build(tiny.write(tmp_path / "data", {"initiatives": later}), tmp_path / "tiny.duckdb")
    with contextlib.closing(Store.open(tmp_path / "tiny.duckdb")) as store:
        figures = overview.figures(store, Selection())
    assert (figures.initiatives, figures.general, figures.culture_share) == (6, 0, None)


def test_an_empty_dataset_counts_zero_everywhere(tmp_path: Path) -> None:
    nothing: dict[str, list[dict[str, str]]] = {table: [] for table in tiny.TABLES}
    seed.build(tiny.write(tmp_path / "data", nothing), tmp_path / "tiny.duckdb")
    with contextlib.closing(Store.open(tmp_path / "tiny.duckdb")) as store:
        figures = overview.figures(store, Selection())
    assert figures == Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert figures.culture_share is None


def test_an_organisation_with_several_ties_counts_once(tiny_store: Store) -> None:
    # The charity is a partner of a and a member of cluster one.
    ties = tiny_store.query("SELECT count(*) AS number FROM cluster_members WHERE organisation_id = 'charity'")
    assert ties["number"][0].as_py() == 1
    assert overview.figures(tiny_store, Selection()).organisations == 4


def test_the_embedded_dataset_has_the_figures_it_was_published_with(store: Store) -> None:
    assert overview.figures(store, Selection()) == Figures(
        initiatives=428,
        core=172,
        ongoing=57,
        status_unknown=93,
        general=310,
        general_culture=87,
        organisations=780,
        organisations_without_tie=92,
        clusters=59,
        clusters_active=25,
        clusters_status_unknown=30,
    )


def test_with_context_the_embedded_dataset_has_eighteen_more(store: Store) -> None:
    figures = overview.figures(store, Selection(relevance=ALL))
    assert (figures.initiatives, figures.core, figures.general) == (446, 172, 328)


def _counted(relevance: list[str]) -> dict[str, int]:
    """The figures of initiatives once more, read from the files in plain Python."""
    initiatives = [
        row for row in _rows("initiatives") if row["collection"] == "ecosystem" and row["relevance"] in relevance
    ]
    culture = {
        row["initiative_id"]
        for row in _rows("initiative_sectors")
        if row["sector"] == "culture-and-creative-industries"
    }
    general = [row["initiative_id"] for row in initiatives if row["gathered_by"] == "general"]
    return {
        "initiatives": len(initiatives),
        "core": sum(row["relevance"] == "core" for row in initiatives),
        "ongoing": sum(row["status"] == "ongoing" for row in initiatives),
        "status_unknown": sum(row["status"] == "unknown" for row in initiatives),
        "general": len(general),
        "general_culture": len(culture.intersection(general)),
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(relevance=st.lists(st.sampled_from([*ALL, "nothing"]), min_size=1, max_size=5))
def test_any_relevances_count_as_the_files_do(store: Store, relevance: list[str]) -> None:
    figures = dataclasses.asdict(overview.figures(store, Selection(relevance=tuple(relevance))))
    assert {name: figures[name] for name in figures if name not in REST} == _counted(relevance)
