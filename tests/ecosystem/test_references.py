"""Which values refer to rows that do not exist."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from ecosystem import engine, model, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from ecosystem.model import Reference
    from ecosystem.store import Store

ANY = {"VARCHAR": "x", "INTEGER": 7, "DATE": "2020-01-01", "BOOLEAN": False, "DOUBLE": 1.0}
# What makes the condition of a reference hold.
MET = {
    "true": {},
    "code NOT LIKE 'LT%'": {"code": "99"},
    "code LIKE 'LT%'": {"code": "LT999"},
    "level = 'municipality'": {"level": "municipality"},
    "level = 'county'": {"level": "county"},
    "field = 'possibly-same-as'": {"field": "possibly-same-as"},
}
UNMET = {
    "level = 'municipality'": {"level": "county"},
    "level = 'county'": {"level": "municipality"},
    "field = 'possibly-same-as'": {"field": "founded"},
}


@pytest.fixture(scope="module")
def schema() -> Iterator[duckdb.DuckDBPyConnection]:
    with contextlib.closing(engine.connect(None)) as memory:
        memory.execute(model.SCHEMA.read_text("utf-8"))
        yield memory


@pytest.fixture
def empty(schema: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Every table, without rows; what a test writes is taken back."""
    schema.begin()
    yield schema
    schema.rollback()


def _add(connection: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    row = {column.name: ANY.get(column.type, 1) for column in model.table(table).columns if column.required} | values
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def _broken(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    return connection.execute(references.broken_sql()).fetchall()


def _named(reference: Reference) -> str:
    return f"{reference.table}-{reference.column}-{reference.target}"


def test_the_embedded_dataset_breaks_no_reference(store: Store) -> None:
    assert store.broken_references() == []


@pytest.mark.parametrize("reference", model.REFERENCES, ids=_named)
def test_a_row_that_refers_to_nothing_is_found(empty: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    kind = model.table(reference.table).column(reference.column).type
    value = MET[reference.where].get(reference.column, 99 if kind == "INTEGER" else "nowhere")
    _add(empty, reference.table, **{**MET[reference.where], reference.column: value})
    assert (reference.table, reference.column, str(value)) in _broken(empty)


@pytest.mark.parametrize("reference", [found for found in model.REFERENCES if found.where in UNMET], ids=_named)
def test_a_reference_with_a_condition_leaves_other_rows_alone(
    empty: duckdb.DuckDBPyConnection, reference: Reference
) -> None:
    _add(empty, "counties", county="nowhere")
    _add(empty, "municipalities", municipality="nowhere", county="nowhere")
    _add(empty, reference.table, **{**UNMET[reference.where], reference.column: "nowhere"})
    assert (reference.table, reference.column, "nowhere") not in _broken(empty)


def test_an_empty_reference_is_not_broken(empty: duckdb.DuckDBPyConnection) -> None:
    _add(empty, "clusters", cluster_id="one", coordinator_id=None)
    assert _broken(empty) == []


def test_what_exists_is_not_broken(empty: duckdb.DuckDBPyConnection) -> None:
    _add(empty, "organisations", organisation_id="charity")
    _add(empty, "clusters", cluster_id="one", coordinator_id="charity")
    assert _broken(empty) == []


def test_broken_references_stand_in_the_order_of_the_model_and_then_of_the_ids(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    _add(empty, "recommendations", aim_id="a")
    _add(empty, "clusters", cluster_id="one", coordinator_id="z")
    _add(empty, "clusters", cluster_id="two", coordinator_id="b", municipality="99")
    assert _broken(empty) == [
        ("clusters", "coordinator_id", "b"),
        ("clusters", "coordinator_id", "z"),
        ("clusters", "municipality", "99"),
        ("recommendations", "aim_id", "a"),
    ]
