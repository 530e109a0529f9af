"""Clusters by status and by sector."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ecosystem import seed
from ecosystem.language import Language
from ecosystem.measures import clusters
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
UNKNOWN = ("the status of {n} is not known", "the status of {n} is not known")
NO_SECTOR = ("{n} cluster has no sector", "{n} clusters have no sector")
# No filter narrows these, so all clusters are meant.
SELECTIONS = [Selection(), Selection(relevance=("all",)), Selection(collection=("all",))]
# Nothing is tied to no initiative.
NOTHING = [Selection(collection=("nobody",)), Selection(relevance=("nothing",))]


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_an_unknown_status_is_a_row_but_not_covered(tiny_store: Store, selection: Selection) -> None:
    answer = clusters.by_status(tiny_store, selection)
    assert answer.frame.to_dict("list") == {
        "status": ["active", "unknown"],
        "status_lt": ["veikiantis", "nežinomas"],
        "status_en": ["active", "unknown"],
        "clusters": [1, 1],
    }
    assert answer.coverage == Coverage(2, 1, {UNKNOWN: 1})
    assert answer.summary(LT) == "Užfiksuoti 2 klasteriai."
    assert answer.summary(EN) == "2 clusters are recorded."


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_a_cluster_counts_in_each_of_its_sectors(tiny_store: Store, selection: Selection) -> None:
    answer = clusters.by_sector(tiny_store, selection)
    assert answer.frame.to_dict("list") == {
        "sector": ["health", "ict"],
        "sector_lt": ["Sveikata", "Informacinės ir ryšių technologijos (IRT)"],
        "sector_en": ["Health", "ICT"],
        "clusters": [1, 1],
        "cluster_like": [0, 0],
    }
    assert answer.coverage == Coverage(2, 1, {NO_SECTOR: 1})
    assert answer.summary(LT) == "Daugiausia klasterių: Sveikata, 1."
    assert answer.summary(EN) == "Most clusters: Health, 1."


def test_a_cluster_like_body_counts_among_clusters_and_once_a_sector(tmp_path: Path) -> None:
    # Cluster two is in ICT by two of our sectors; its sources name one.
    sectors = [
        *tiny.TABLES["cluster_sectors"],
        {"cluster_id": "two", "sector": "ict", "stated_as": "ict"},
        {"cluster_id": "two", "sector": "research", "stated_as": "ict"},
    ]
    changes = {"cluster_sectors": sectors, **tiny.changed("clusters", 1, status="inactive")}
    with tiny.opened(tmp_path, changes) as store:
        by_sector = clusters.by_sector(store, Selection())
        by_status = clusters.by_status(store, Selection())
    columns = ["sector", "clusters", "cluster_like"]
    assert list(by_sector.frame[columns].itertuples(index=False, name=None)) == [("ict", 2, 1), ("health", 1, 0)]
    assert by_sector.coverage == Coverage(2, 2, {NO_SECTOR: 0})
    assert by_sector.summary(EN) == "Most clusters: ICT, 2."
    assert by_status.frame["status"].tolist() == ["active", "inactive"]
    assert by_status.coverage == Coverage(2, 2, {UNKNOWN: 0})


def test_one_cluster_is_told_in_the_singular(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"clusters": tiny.TABLES["clusters"][:1]}) as store:
        answer = clusters.by_status(store, Selection())
    assert answer.summary(LT) == "Užfiksuotas 1 klasteris."
    assert answer.summary(EN) == "1 cluster is recorded."


def test_a_dataset_without_clusters_gives_empty_frames(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"clusters": [], "cluster_sectors": [], "cluster_members": []}) as store:
        by_status, by_sector = clusters.by_status(store, Selection()), clusters.by_sector(store, Selection())
    assert by_status.frame.empty
    assert by_sector.frame.empty
    assert by_status.coverage == Coverage(0, 0, {UNKNOWN: 0})
    assert by_sector.coverage == Coverage(0, 0, {NO_SECTOR: 0})
    assert (by_status.coverage.share, by_sector.coverage.share) == (None, None)
    assert by_status.summary(LT) == "Užfiksuota 0 klasterių."
    assert by_status.summary(EN) == "0 clusters are recorded."
    assert by_sector.summary(LT) == "Nė vienas klasteris neturi sektoriaus."
    assert by_sector.summary(EN) == "No cluster has a sector."


def test_of_the_59_embedded_clusters_25_are_active_and_30_of_unknown_status(store: Store) -> None:
    answer = clusters.by_status(store, Selection())
    assert answer.frame["status"].tolist() == ["active", "inactive", "unknown"]
    assert answer.frame["clusters"].tolist() == [25, 4, 30]
    assert answer.coverage == Coverage(59, 29, {UNKNOWN: 30})
    assert not answer.coverage.enough
    assert answer.summary(LT) == "Užfiksuoti 59 klasteriai."


def test_statuses_count_as_the_file_does(store: Store) -> None:
    answer = clusters.by_status(store, Selection())
    counted = Counter(row["status"] for row in _rows("clusters"))
    assert dict(zip(answer.frame["status"], answer.frame["clusters"], strict=True)) == counted


def test_sectors_count_as_the_files_do(store: Store) -> None:
    kinds = {row["cluster_id"]: row["cluster_type"] for row in _rows("clusters")}
    pairs = {(row["stated_as"], row["cluster_id"]) for row in _rows("cluster_sectors")}
    counted = Counter(sector for sector, _ in pairs)
    like = Counter(sector for sector, cluster in pairs if kinds[cluster] == "cluster-like")
    expected = sorted(counted, key=lambda sector: (-counted[sector], sector))
    answer = clusters.by_sector(store, Selection())
    assert answer.frame["sector"].tolist() == expected
    assert answer.frame["clusters"].tolist() == [counted[sector] for sector in expected]
    assert answer.frame["cluster_like"].tolist() == [like[sector] for sector in expected]
    assert answer.coverage == Coverage(59, len({cluster for _, cluster in pairs}), {NO_SECTOR: 0})


def test_most_embedded_clusters_are_in_manufacturing(store: Store) -> None:
    answer = clusters.by_sector(store, Selection())
    assert answer.frame["clusters"].tolist() == [18, 17, 12, 9, 7, 7, 6, 6, 3, 1]
    assert answer.summary(LT) == "Daugiausia klasterių: Gamyba ir inžinerija, 18."
    assert answer.summary(EN) == "Most clusters: Manufacturing and engineering, 18."


@pytest.mark.parametrize("selection", NOTHING, ids=str)
def test_no_cluster_is_tied_to_no_initiative(tiny_store: Store, selection: Selection) -> None:
    for measure in (clusters.by_status, clusters.by_sector):
        answer = measure(tiny_store, selection)
        assert (len(answer.frame), answer.coverage.records) == (0, 0)


def test_clusters_are_those_tied_to_a_chosen_initiative(tiny_store: Store) -> None:
    # The charity is a member of cluster one and takes part in a, which is about education.
    assert clusters.by_status(tiny_store, Selection(sector=("education",))).frame["status"].tolist() == ["active"]
