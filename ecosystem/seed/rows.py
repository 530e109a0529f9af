"""The rows of the data files, staged as text, checked all at once and written with the model's types."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from ecosystem import model, words
from ecosystem.errors import SeedProblem, SeedRefused
from ecosystem.messages import mark
from ecosystem.seed import cells, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ecosystem.model import Reference, Table
    from ecosystem.store import Transaction


def fill(write: Transaction, data: Path) -> None:
    """Write every table from its file in `data`; raises SeedRefused with all problems of the files, or of the rows."""
    _refuse(_stage(write, data))
    _refuse(_wrong_rows(write))
    _stage_words(write)
    for table in model.data_tables():
        write.write(table.name, _insert(table), version=write.version)


def _refuse(problems: Iterable[SeedProblem]) -> None:
    found = list(problems)
    if found:
        raise SeedRefused(found)


def _stage(write: Transaction, data: Path) -> Iterator[SeedProblem]:
    for table in model.data_tables():
        columns, wrong = files.read(data / f"{table.name}.csv", table)
        write.stage(f"staged_{table.name}", columns, dict.fromkeys(columns, "TEXT") | {"row": "INTEGER"})
        yield from wrong


def _wrong_rows(write: Transaction) -> Iterator[SeedProblem]:
    for table in model.data_tables():
        yield from _wrong_cells(write, table)
        yield from _repeated_keys(write, table)
    for reference in model.REFERENCES:
        yield from _broken(write, reference)


def _wrong_cells(write: Transaction, table: Table) -> Iterator[SeedProblem]:
    checks = [
        (column, reason, wrong) for column in table.columns for reason, wrong in cells.wrong_values(table, column)
    ]
    if not checks:
        return
    union = " UNION ALL ".join(
        f"SELECT {position} AS position, row, {column.name} AS value FROM staged_{table.name} WHERE {wrong}"
        for position, (column, _, wrong) in enumerate(checks)
    )
    for position, row, value in write.rows(f"SELECT * FROM ({union}) AS wrong ORDER BY row, position"):
        column, reason, _ = checks[int(str(position))]
        values: dict[str, object] = {"vocabulary": column.vocabulary} if column.vocabulary else {}
        if column.vocabulary and value is not None and "{vocabulary}" in reason:
            nearest = _nearest(write, column.vocabulary, str(value))
            if nearest:
                reason = mark("is no code of the vocabulary {vocabulary}; perhaps {nearest}")
                values["nearest"] = nearest
        yield _problem(table.name, row, column.name, value, reason, values)


def _nearest(write: Transaction, vocabulary: str, value: str) -> str | None:
    codes = write.rows("SELECT code FROM staged_vocabularies WHERE vocabulary = :vocabulary", vocabulary=vocabulary)
    near = get_close_matches(value, [str(code) for (code,) in codes], n=1)
    return near[0] if near else None


def _repeated_keys(write: Transaction, table: Table) -> Iterator[SeedProblem]:
    # Keys are compared as they are read: 2021 and 02021 are one year.
    made = {"label_id": ("cluster_id", "label", "year"), "payment_id": ("fund", "period", "date", "kind")}
    written = {"n": "initiative_id", "related_n": "related_id", "date_precision": "date"}
    columns = made.get(table.key[0]) or tuple(dict.fromkeys(written.get(name, name) for name in table.key))
    if table.key[0] in made:
        keys = cells.expression(table, table.column(table.key[0]))
    else:
        whole = {column.name for column in table.columns if column.type == "INTEGER"}
        keys = ", ".join(cells.cell(name, "INTEGER" if name in whole else "VARCHAR") for name in columns)
    listed = ", ".join(columns)
    rows = write.rows(
        f"SELECT row, concat_ws(', ', {listed}), first FROM (SELECT *, min(row) OVER (PARTITION BY {keys}) AS first "
        f"FROM staged_{table.name} AS staged) AS keyed WHERE row > first ORDER BY row"
    )
    for row, value, first in rows:
        reason = mark("repeats the key of row {first}")
        yield _problem(table.name, row, listed, value, reason, {"first": first})


def _broken(write: Transaction, reference: Reference) -> Iterator[SeedProblem]:
    column, target, where = cells.file_reference(reference)
    rows = write.rows(
        f"SELECT row, {column} FROM staged_{reference.table} WHERE {column} IS NOT NULL AND ({where}) "
        f"AND {column} NOT IN (SELECT {target} FROM staged_{reference.target} WHERE {target} IS NOT NULL) ORDER BY row"
    )
    for row, value in rows:
        reason = mark("is not in {target}")
        yield _problem(reference.table, row, column, value, reason, {"target": f"{reference.target}.csv"})


def _problem(
    table: str, row: object, column: str, value: object, reason: str, values: dict[str, object]
) -> SeedProblem:
    shown = None if value is None else str(value)
    return SeedProblem(f"{table}.csv", reason, int(str(row)), column, shown, values)


def _stage_words(write: Transaction) -> None:
    """Stage `staged_words(initiative_id, text_search)`: every word of an initiative by its stems, each once."""
    write.run(
        f"""
        CREATE TEMP TABLE staged_text AS
        WITH texts AS (
            SELECT initiative_id, concat_ws(' ', title_en, title_lt, target_group_en, target_group_lt, problem_en,
                problem_lt, goal_en, goal_lt, description_en, description_lt, payer_en, payer_lt, programme_en,
                programme_lt) AS said FROM staged_initiatives
            UNION ALL
            SELECT p.initiative_id, concat_ws(' ', p.name_stated, o.name_en, o.name_lt, a.alias)
            FROM staged_initiative_partners AS p
            LEFT JOIN staged_organisations AS o ON o.organisation_id = p.organisation_id
            LEFT JOIN staged_organisation_aliases AS a ON a.organisation_id = p.organisation_id
            UNION ALL
            SELECT p.initiative_id, concat_ws(' ', p.city, m.name_lt, m.name_en, c.name_lt, c.name_en)
            FROM staged_initiative_places AS p
            LEFT JOIN staged_municipalities AS m ON m.municipality = p.code
            LEFT JOIN staged_counties AS c ON c.county = coalesce(m.county, p.code)
        )
        SELECT DISTINCT initiative_id, word
        FROM (SELECT initiative_id, unnest({words.words("said")}) AS word FROM texts)
        """
    )
    stems = words.stems(str(word) for (word,) in write.rows("SELECT DISTINCT word FROM staged_text ORDER BY word"))
    pairs = {"word": [word for word, _ in stems], "stem": [stem for _, stem in stems]}
    write.stage("staged_stems", pairs, {"word": "TEXT", "stem": "TEXT"})
    write.run(
        """
        CREATE TEMP TABLE staged_words AS
        SELECT initiative_id, ' ' || string_agg(DISTINCT stem, ' ' ORDER BY stem) || ' ' AS text_search
        FROM staged_text JOIN staged_stems USING (word) GROUP BY initiative_id
        """
    )


def _insert(table: Table) -> str:
    columns = ", ".join(column.name for column in table.columns)
    values = ", ".join(cells.expression(table, column) for column in table.columns)
    return f"INSERT INTO {table.name} ({columns}) SELECT {values} FROM staged_{table.name} AS staged {_joins(table)}"


def _joins(table: Table) -> str:
    if table.name == "initiatives":
        numbers = "(SELECT initiative_id, row_number() OVER (ORDER BY initiative_id) AS n FROM staged_initiatives)"
        return (
            f"JOIN {numbers} AS i ON i.initiative_id = staged.initiative_id "
            "LEFT JOIN staged_words AS words ON words.initiative_id = staged.initiative_id ORDER BY i.n"
        )
    joins = "JOIN initiatives AS i ON i.initiative_id = staged.initiative_id" if table.has_n else ""
    if table.name == "initiative_relations":
        joins += " JOIN initiatives AS other ON other.initiative_id = staged.related_id"
    return joins
