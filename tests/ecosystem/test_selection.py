"""The filters as one value: which initiatives are meant."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, get_args

import pytest

from ecosystem.selection import Selection
from ecosystem.store import Noun

if TYPE_CHECKING:
    from ecosystem.store import Store

IDS = "SELECT initiative_id AS id FROM initiatives JOIN chosen USING (n) ORDER BY initiative_id"


def _ids(store: Store, selection: Selection) -> str:
    return "".join(store.measure(IDS, selection)["id"].to_pylist())


def test_the_default_is_core_and_related_of_the_own_collection(tiny_store: Store) -> None:
    assert Selection() == Selection(collection="ecosystem", relevance=("core", "related"))
    assert _ids(tiny_store, Selection()) == "abcefg"


@pytest.mark.parametrize(
    ("relevance", "ids"),
    [
        (("core",), "ac"),
        (("related",), "befg"),
        (("context",), "d"),
        (("core", "related", "context"), "abcdefg"),
        ((), ""),
    ],
)
def test_a_relevance_takes_its_initiatives_only(tiny_store: Store, relevance: tuple[str, ...], ids: str) -> None:
    assert _ids(tiny_store, Selection(relevance=relevance)) == ids


def test_a_collection_without_initiatives_is_empty(tiny_store: Store) -> None:
    assert _ids(tiny_store, Selection(collection="nowhere")) == ""


def test_values_are_bound_and_never_part_of_the_text() -> None:
    text, bound = Selection(collection="x' OR true --", relevance=("y'); DROP TABLE initiatives; --",)).chosen()
    assert bound == {"collection": "x' OR true --", "relevance_0": "y'); DROP TABLE initiatives; --"}
    assert text == (
        "WITH chosen AS (SELECT n FROM initiatives WHERE collection = :collection AND relevance IN (:relevance_0))"
    )


@pytest.mark.parametrize(
    ("noun", "rows", "number"),
    [
        ("clusters", "chosen_clusters", 2),
        ("organisations", "chosen_organisations", 5),
        ("funding-streams", "chosen_streams", 0),
    ],
)
def test_another_noun_is_taken_whole_beside_the_initiatives(
    tiny_store: Store, noun: Noun, rows: str, number: int
) -> None:
    sql = f"SELECT (SELECT count(*) FROM {rows}) AS rows, (SELECT count(*) FROM chosen) AS initiatives"
    assert tiny_store.measure(sql, Selection(), of=noun).to_pylist() == [{"rows": number, "initiatives": 6}]


def test_every_noun_of_a_measure_can_be_chosen(tiny_store: Store) -> None:
    for noun in get_args(Noun):
        assert tiny_store.measure("SELECT count(*) AS rows FROM chosen", Selection(), of=noun).to_pylist() == [
            {"rows": 6}
        ]


def test_a_selection_is_a_key_and_cannot_change() -> None:
    assert {Selection(): 1}[Selection(relevance=("core", "related"))] == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        Selection().collection = "other"  # type: ignore[misc]
