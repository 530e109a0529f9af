"""Every row that was ever valid: the `<table>_history` twins, made from the model."""

from __future__ import annotations

from ecosystem import model


def history_ddl() -> str:
    """SQL for a history twin of every table of data: its columns, and `valid_to`, the version that ended a row."""
    return "\n".join(_twin(table) for table in model.data_tables())


def _twin(table: model.Table) -> str:
    name = f"{table.name}_history"
    columns = ", ".join(f"{column.name} {column.type}" for column in table.columns)
    comments = [f"COMMENT ON TABLE {name} IS 'Superseded rows of {table.name}.';"]
    for column in table.columns:
        comments.append(f"COMMENT ON COLUMN {name}.{column.name} IS '{column.comment.replace(chr(39), chr(39) * 2)}';")
    comments.append(f"COMMENT ON COLUMN {name}.valid_to IS 'Version that ended the row: it holds before, not in it.';")
    key = ", ".join((*table.key, "valid_from"))
    return f"CREATE TABLE {name} ({columns}, valid_to INTEGER NOT NULL, PRIMARY KEY ({key}));\n" + "\n".join(comments)
