"""The data model as `schema.sql` has it, and what SQL cannot say: references and vocabularies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ecosystem import engine

SCHEMA = Path(__file__).with_name("schema.sql")
OWN_COLLECTION = "ecosystem"
# Filled by the store, so not in files.
STORE_ONLY = {"n", "related_n", "external_id", "lead_is_person", "label_id", "payment_id", "valid_from"}
_DERIVED = re.compile(r"(.+)_(search|sort|precision)$")


@dataclass(frozen=True)
class Column:
    """A column: `derived_from` names the column it is made from (* = many), `vocabulary` the codes it may hold."""

    name: str
    type: str
    required: bool
    comment: str
    derived_from: str | None
    vocabulary: str | None


@dataclass(frozen=True)
class Table:
    """A table with its columns in order and its primary key."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def has_n(self) -> bool:
        """Whether rows belong to an initiative by its number, which files write as `initiative_id`."""
        return self.name != "initiatives" and any(column.name == "n" for column in self.columns)

    @property
    def file_columns(self) -> tuple[str, ...]:
        """The columns of the table's CSV file, in order."""
        written = {"n": "initiative_id", "related_n": "related_id"} if self.has_n else {}
        return tuple(
            written.get(column.name, column.name)
            for column in self.columns
            if column.name in written or (column.name not in STORE_ONLY and column.derived_from is None)
        )

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Reference:
    """Values of `table.column` (of rows where `where` holds) stand in `target.target_column`."""

    table: str
    column: str
    target: str
    target_column: str
    where: str = "true"


REFERENCES = (
    Reference("municipalities", "county", "counties", "county"),
    Reference("population", "code", "municipalities", "municipality", "code NOT LIKE 'LT%'"),
    Reference("population", "code", "counties", "county", "code LIKE 'LT%'"),
    Reference("organisations", "municipality", "municipalities", "municipality"),
    Reference("organisations", "related_organisation_id", "organisations", "organisation_id"),
    Reference("organisation_aliases", "organisation_id", "organisations", "organisation_id"),
    Reference("clusters", "coordinator_id", "organisations", "organisation_id"),
    Reference("clusters", "municipality", "municipalities", "municipality"),
    Reference("cluster_sectors", "cluster_id", "clusters", "cluster_id"),
    Reference("cluster_members", "cluster_id", "clusters", "cluster_id"),
    Reference("cluster_members", "organisation_id", "organisations", "organisation_id"),
    Reference("cluster_services", "cluster_id", "clusters", "cluster_id"),
    Reference("cluster_labels", "cluster_id", "clusters", "cluster_id"),
    Reference("cluster_claims", "cluster_id", "clusters", "cluster_id"),
    Reference("cluster_claims", "value", "clusters", "cluster_id", "field = 'possibly-same-as'"),
    Reference("stream_parents", "stream_id", "funding_streams", "stream_id"),
    Reference("stream_parents", "parent_id", "funding_streams", "stream_id"),
    Reference("initiatives", "lead_id", "organisations", "organisation_id"),
    Reference("initiatives", "cluster_id", "clusters", "cluster_id"),
    *(
        Reference(f"initiative_{what}", "n", "initiatives", "n")
        for what in ("themes", "sectors", "places", "amounts", "partners", "streams", "relations", "aims")
    ),
    Reference("milestones", "n", "initiatives", "n"),
    Reference("initiative_places", "code", "municipalities", "municipality", "level = 'municipality'"),
    Reference("initiative_places", "code", "counties", "county", "level = 'county'"),
    Reference("initiative_partners", "organisation_id", "organisations", "organisation_id"),
    Reference("initiative_streams", "stream_id", "funding_streams", "stream_id"),
    Reference("initiative_relations", "related_n", "initiatives", "n"),
    Reference("initiative_aims", "aim_id", "strategy_aims", "aim_id"),
    Reference("strategy_aims", "strategy_id", "strategies", "strategy_id"),
    Reference("practice_sectors", "practice_id", "practices", "practice_id"),
    Reference("practice_themes", "practice_id", "practices", "practice_id"),
    Reference("recommendations", "aim_id", "strategy_aims", "aim_id"),
)

# Columns that take the vocabulary of their own name, whatever the table.
_BY_COLUMN = {
    **{name: name for name in ("sector", "theme", "fund", "basis", "relevance", "scope", "certainty", "instrument")},
    **{name: name.replace("_", "-") for name in ("gathered_by", "source_quality", "cci_subsector", "evidence_view")},
    "is_social_innovation": "social-innovation",
    "title_lt_origin": "text-origin",
    "name_lt_origin": "text-origin",
    "cluster_type": "cluster-type",
    "evidence": "evidence",
    "role": "role",
}
_BY_TABLE = {
    ("municipalities", "kind"): "municipality-kind",
    ("organisations", "kind"): "organisation-kind",
    ("organisations", "origin"): "organisation-origin",
    ("clusters", "status"): "cluster-status",
    ("cluster_sectors", "stated_as"): "cluster-sector",
    ("cluster_services", "kind"): "service-kind",
    ("cluster_labels", "label"): "cluster-label",
    ("cluster_claims", "field"): "claim-field",
    ("funding_streams", "level"): "funding-level",
    ("funding_payments", "kind"): "payment-kind",
    ("initiatives", "kind"): "initiative-kind",
    ("initiatives", "status"): "initiative-status",
    ("initiative_places", "level"): "place-level",
    ("initiative_places", "role"): "place-role",
    ("initiative_amounts", "kind"): "amount-kind",
    ("initiative_relations", "kind"): "relation",
    ("practices", "level"): "practice-level",
    ("recommendations", "status"): "recommendation-status",
}
# The vocabulary `role` holds the roles in clusters and in initiatives.
ROLES = {
    "cluster_members": ("founder", "coordinator", "member", "partner"),
    "initiative_partners": ("lead", "partner", "funder", "host", "beneficiary"),
}


def vocabulary_of(table: str, column: str) -> str | None:
    """Name of the vocabulary whose codes `table.column` holds; None = free."""
    return _BY_TABLE.get((table, column)) or _BY_COLUMN.get(column)


@cache
def tables() -> tuple[Table, ...]:
    """Every table of `schema.sql` in its order, `versions` included, history twins not."""
    memory = engine.connect(None)
    memory.execute(SCHEMA.read_text("utf-8"))
    found = memory.execute("SELECT table_name, comment FROM duckdb_tables() ORDER BY table_oid").fetchall()
    columns = memory.execute(
        "SELECT table_name, column_name, data_type, NOT is_nullable, comment "
        "FROM duckdb_columns() ORDER BY column_index"
    ).fetchall()
    keys = dict(
        memory.execute(
            "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
        ).fetchall()
    )
    memory.close()
    return tuple(
        Table(name, comment, tuple(_column(row) for row in columns if row[0] == name), tuple(keys[name]))
        for name, comment in found
    )


def _column(row: tuple[str, str, str, bool, str]) -> Column:
    table, name, type_, required, comment = row
    made = _DERIVED.match(name)
    derived = "*" if name == "text_search" else made[1] if made else None
    return Column(name, type_, required, comment, derived, vocabulary_of(table, name))


@cache
def data_tables() -> tuple[Table, ...]:
    """The tables that hold data: all but `versions`."""
    return tuple(table for table in tables() if table.name != "versions")


def table(name: str) -> Table:
    """The table of that name."""
    return next(table for table in tables() if table.name == name)
