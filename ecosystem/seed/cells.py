"""From a file's text to the model's types: how a cell is read, what a column is made of, what is wrong with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem import model, words
from ecosystem.messages import mark

if TYPE_CHECKING:
    from ecosystem.model import Column, Reference, Table

# A date is as exact as it is known: 2012, 2012-05 or 2012-05-20. The year has four digits, so it sorts as text.
_DATE_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?"
WRONG_TYPE = {
    "DATE": mark("is not a date: write 2012, 2012-05 or 2012-05-20"),
    "INTEGER": mark("is not a whole number"),
    "DOUBLE": mark("is not a number: write 54.5"),
    "BOOLEAN": mark("is neither true nor false"),
}
NOT_AMOUNT = mark("is not an amount with at most two decimals: write 1234.56")


def cell(name: str, type_: str) -> str:
    """SQL that reads the text column `name` as `type_`; NULL where it is empty or cannot be read."""
    if type_ == "VARCHAR":
        return name
    if type_ == "DATE":
        # Out-of-range parts (2012-13) give NULL in the cast, other shapes in the pattern.
        padded = f"{name} || substr('-01-01', length({name}) - 3)"
        return f"CASE WHEN regexp_full_match({name}, '{_DATE_PATTERN}') THEN try_cast({padded} AS DATE) END"
    if type_ == "INTEGER":
        return rf"CASE WHEN regexp_full_match({name}, '-?\d+') THEN try_cast({name} AS INTEGER) END"
    if type_ == "BOOLEAN":
        return f"CASE {name} WHEN 'true' THEN true WHEN 'false' THEN false END"
    decimals = r"\d{1,2}" if type_.startswith("DECIMAL") else r"\d+"  # a third decimal would be rounded away
    return rf"CASE WHEN regexp_full_match({name}, '-?\d+(\.{decimals})?') THEN try_cast({name} AS {type_}) END"


def expression(table: Table, column: Column) -> str:
    """SQL for `column` of `table`, read from its staged text; initiatives' numbers are joined on as `i` and `other`."""
    if column.name == "text_search":
        return "words.text_search"
    if column.derived_from:
        return _derived(table, column)
    made = {
        "external_id": "NULL",
        "lead_is_person": "false",
        "valid_from": ":version",
        "n": "i.n",
        "related_n": "other.n",
        "label_id": "staged.cluster_id || '-' || label || '-' || coalesce(year, 'x')",
        "payment_id": "fund || '-' || coalesce(period, 'x') || '-' || date || '-' || kind",
    }
    return made.get(column.name) or cell(f"staged.{column.name}", column.type)


def _derived(table: Table, column: Column) -> str:
    base = str(column.derived_from)
    if column.name.endswith("_precision"):
        return f"CASE length(staged.{base}) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END"
    if column.name.endswith("_search"):
        return words.folded(f"staged.{base}")
    # A name that may be unknown is sorted by the one in the other language.
    other = "" if table.column(base).required else f", staged.{base.replace('_lt', '_en')}"
    return words.sort_key(f"coalesce(staged.{base}{other})")


def wrong_values(table: Table, column: Column) -> list[tuple[str, str]]:
    """Pairs of (catalogue key, SQL condition over the staged text) of what may be wrong with a cell of `column`."""
    name = column.name
    if name not in table.file_columns or column.derived_from:
        return []
    checks = [(mark("must not be empty"), f"{name} IS NULL")] if column.required else []
    if column.type != "VARCHAR":
        reason = WRONG_TYPE.get(column.type, NOT_AMOUNT)
        checks.append((reason, f"{name} IS NOT NULL AND {cell(name, column.type)} IS NULL"))
    if column.vocabulary:
        known = f"SELECT code FROM staged_vocabularies WHERE vocabulary = '{column.vocabulary}'"
        reason = mark("is no code of the vocabulary {vocabulary}")
        checks.append((reason, f"{name} IS NOT NULL AND {name} NOT IN ({known})"))
    if name == "role" and table.name in model.ROLES:
        allowed = ", ".join(f"'{role}'" for role in model.ROLES[table.name])
        checks.append((mark("is no role in this table"), f"{name} NOT IN ({allowed})"))
    return checks


def file_reference(reference: Reference) -> tuple[str, str, str]:
    """The file column that `reference` checks, the file column it leads to, and its condition."""
    written = {"n": "initiative_id", "related_n": "related_id"}
    target = "initiative_id" if reference.target_column == "n" else reference.target_column
    return written.get(reference.column, reference.column), target, reference.where
