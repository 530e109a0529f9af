"""The data model: comments, file columns, vocabularies, references and keys hold together."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ecosystem import model, seed

if TYPE_CHECKING:
    from ecosystem.store import Store

NAMES = [table.name for table in model.tables()]
KEYS = {
    "dataset": ("key",),
    "vocabularies": ("vocabulary", "code"),
    "counties": ("county",),
    "municipalities": ("municipality",),
    "population": ("code", "year"),
    "organisations": ("organisation_id",),
    "organisation_aliases": ("organisation_id", "alias"),
    "clusters": ("cluster_id",),
    "cluster_sectors": ("cluster_id", "sector", "stated_as"),
    "cluster_members": ("cluster_id", "organisation_id", "role"),
    "cluster_services": ("cluster_id", "kind", "service_en"),
    "cluster_labels": ("label_id",),
    "cluster_claims": ("cluster_id", "field", "value"),
    "funding_streams": ("stream_id",),
    "stream_parents": ("stream_id", "parent_id"),
    "funding_payments": ("payment_id",),
    "initiatives": ("initiative_id",),
    "initiative_themes": ("n", "theme"),
    "initiative_sectors": ("n", "sector"),
    "initiative_places": ("n", "level", "code", "role"),
    "initiative_amounts": ("n", "kind"),
    "initiative_partners": ("n", "organisation_id", "role"),
    "initiative_streams": ("n", "stream_id"),
    "initiative_relations": ("n", "related_n"),
    "milestones": ("n", "date", "date_precision"),
    "strategies": ("strategy_id",),
    "strategy_aims": ("aim_id",),
    "initiative_aims": ("n", "aim_id"),
    "practices": ("practice_id",),
    "practice_sectors": ("practice_id", "sector"),
    "practice_themes": ("practice_id", "theme"),
    "recommendations": ("recommendation_id",),
    "versions": ("version",),
}


@cache
def _codes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    with (seed.DATA / "vocabularies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["vocabulary"], set()).add(row["code"])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_table_and_column_of_the_schema_has_a_comment(name: str) -> None:
    table = model.table(name)
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


def test_every_table_and_column_of_a_built_store_has_a_comment(tiny_store: Store) -> None:
    tables = tiny_store.query("SELECT table_name, comment FROM duckdb_tables()").to_pylist()
    assert {row["table_name"] for row in tables} == {*KEYS, *(f"{name}_history" for name in KEYS if name != "versions")}
    assert [row["table_name"] for row in tables if not row["comment"]] == []
    columns = tiny_store.query("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
    assert {row["table_name"] for row in columns.to_pylist()} == {row["table_name"] for row in tables}
    assert [row for row in columns.to_pylist() if not row["comment"]] == []


def test_a_history_twin_has_the_columns_of_its_table_and_the_version_that_ended_a_row(tiny_store: Store) -> None:
    found = tiny_store.query("SELECT table_name, column_name, data_type FROM duckdb_columns() ORDER BY column_index")
    columns: dict[str, list[tuple[str, str]]] = {}
    for row in found.to_pylist():
        columns.setdefault(row["table_name"], []).append((row["column_name"], row["data_type"]))
    for table in model.data_tables():
        assert columns[f"{table.name}_history"] == [*columns[table.name], ("valid_to", "INTEGER")]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "versions"])
def test_the_file_columns_are_the_header_of_the_data_file(name: str) -> None:
    with (seed.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        assert model.table(name).file_columns == tuple(next(csv.reader(lines)))


def test_every_data_file_has_its_table() -> None:
    assert sorted(path.stem for path in seed.DATA.glob("*.csv")) == sorted(name for name in KEYS if name != "versions")


def test_every_vocabulary_that_a_column_names_has_codes() -> None:
    named = {column.vocabulary for table in model.tables() for column in table.columns if column.vocabulary}
    assert named - set(_codes()) == set()
    # What is collected stays open, and proposals have no table yet.
    assert set(_codes()) - named == {"collection", "proposal-status"}


def test_every_vocabulary_is_given_to_the_columns_meant() -> None:
    assert model.vocabulary_of("initiatives", "kind") == "initiative-kind"
    assert model.vocabulary_of("organisations", "kind") == "organisation-kind"
    assert model.vocabulary_of("practice_themes", "theme") == "theme"
    assert model.vocabulary_of("initiative_places", "role") == "place-role"
    assert model.vocabulary_of("cluster_members", "role") == "role"
    assert model.vocabulary_of("clusters", "source_quality") == "source-quality"
    assert model.vocabulary_of("initiatives", "title_en") is None


def test_a_comment_that_speaks_of_a_vocabulary_names_the_one_that_is_checked() -> None:
    for table in model.tables():
        for column in table.columns:
            if column.vocabulary:
                assert f"vocabulary {column.vocabulary}" in column.comment, (table.name, column.name)
            else:
                assert "vocabulary " not in column.comment or table.name == "vocabularies", (table.name, column.name)


def test_the_roles_of_the_tables_together_are_the_vocabulary() -> None:
    assert {role for roles in model.ROLES.values() for role in roles} == _codes()["role"]


@pytest.mark.parametrize(
    "reference", model.REFERENCES, ids=lambda found: f"{found.table}-{found.column}-{found.target}"
)
def test_a_reference_leads_to_a_key_that_exists(reference: model.Reference) -> None:
    assert model.table(reference.table).column(reference.column)
    target = model.table(reference.target)
    assert reference.target_column in (*target.key, "n")
    assert model.table(reference.table).column(reference.column).type == target.column(reference.target_column).type


def test_every_table_but_versions_says_from_which_version_a_row_holds() -> None:
    without = [table.name for table in model.tables() if table.columns[-1].name != "valid_from"]
    assert without == ["versions"]
    assert all(table.column("valid_from").required for table in model.data_tables())


def test_the_keys_are_the_ids_and_in_link_tables_the_ids_and_codes() -> None:
    assert {table.name: table.key for table in model.tables()} == KEYS


def test_key_columns_are_never_empty() -> None:
    for table in model.tables():
        assert [name for name in table.key if not table.column(name).required] == []


def test_a_derived_column_names_the_column_it_is_made_from() -> None:
    initiatives = model.table("initiatives")
    assert initiatives.column("title_lt_search").derived_from == "title_lt"
    assert initiatives.column("start_date_precision").derived_from == "start_date"
    assert initiatives.column("title_lt").derived_from is None


def test_what_a_column_is_derived_from_is_a_column_of_its_table_or_all_of_them() -> None:
    for table in model.tables():
        names = {column.name for column in table.columns} | {"*", None}
        assert [column.name for column in table.columns if column.derived_from not in names] == []


def test_link_tables_of_initiatives_write_the_id_in_files() -> None:
    assert model.table("initiative_relations").file_columns[:2] == ("initiative_id", "related_id")
    assert model.table("initiative_themes").has_n
    assert not model.table("initiatives").has_n
    assert not model.table("clusters").has_n
