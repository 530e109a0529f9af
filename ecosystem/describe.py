"""The data model as a page to read: `docs/data-model.md`, made from `schema.sql`."""

from __future__ import annotations

from ecosystem import model

HEAD = """# The data model

Made from `ecosystem/schema.sql` by `python -m ecosystem describe`; a test holds the two together.
Every table also has a twin `<table>_history` with its superseded rows: the same columns, and `valid_to`, the version
that ended the row.

"""


def markdown() -> str:
    """The whole page: a diagram of the references, then each table with its columns."""
    return HEAD + _diagram() + "\n".join(_section(table) for table in model.tables())


def _diagram() -> str:
    lines = ["```mermaid", "erDiagram"]
    lines += [
        f'    {reference.target} ||--o{{ {reference.table} : "{reference.column}"' for reference in model.REFERENCES
    ]
    return "\n".join([*lines, "```", "", ""])


def _section(table: model.Table) -> str:
    lines = [f"## {table.name}", "", table.comment, "", f"Key: {', '.join(table.key)}.", ""]
    lines += ["| column | type | required | holds |", "|---|---|---|---|"]
    for column in table.columns:
        required = "yes" if column.required else ""
        lines.append(f"| {column.name} | {column.type} | {required} | {_holds(table, column)} |")
    return "\n".join([*lines, ""])


def _holds(table: model.Table, column: model.Column) -> str:
    leads = [
        f"→ {reference.target}.{reference.target_column}"
        for reference in model.REFERENCES
        if (reference.table, reference.column) == (table.name, column.name)
    ]
    return " ".join([column.comment.replace("|", "\\|"), *leads])
