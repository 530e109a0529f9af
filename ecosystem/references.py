"""Which values refer to rows that do not exist: checked before every commit, and by `verify`."""

from __future__ import annotations

from functools import cache

from ecosystem import model


@cache
def broken_sql() -> str:
    """SQL for `table_name, column_name, id` of every broken reference, in the order of the model; no rows = none."""
    parts = [_one(position, reference) for position, reference in enumerate(model.REFERENCES)]
    union = " UNION ALL ".join(parts)
    return f"SELECT table_name, column_name, id FROM ({union}) AS broken ORDER BY position, id"


def _one(position: int, reference: model.Reference) -> str:
    # The names come from the model's constants, never from a user.
    return (
        f"SELECT {position} AS position, '{reference.table}' AS table_name, '{reference.column}' AS column_name, "
        f"CAST({reference.column} AS TEXT) AS id FROM {reference.table} "
        f"WHERE {reference.column} IS NOT NULL AND ({reference.where}) AND {reference.column} NOT IN "
        f"(SELECT {reference.target_column} FROM {reference.target})"
    )
