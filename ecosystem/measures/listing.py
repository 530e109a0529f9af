"""Initiatives as a list and along time: a page of them, in the order that the reader chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.language import CODES, Language
from ecosystem.measures.initiatives import UNDATED
from ecosystem.measures.measured import Coverage, Measured
from ecosystem.measures.tags import tags
from ecosystem.messages import mark, mark_plural

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.selection import Selection
    from ecosystem.store import Store

# The last day of an end that is known to the year or month.
LAST_DAY = """CASE i.end_date_precision WHEN 'year' THEN make_date(year(i.end_date), 12, 31)
                    WHEN 'month' THEN last_day(i.end_date) ELSE i.end_date END"""
# The orders a list can have, the first the default; what lacks the value comes last, and titles decide between equals.
_BY = {
    "newest": "start_date DESC NULLS LAST",
    "oldest": "start_date ASC NULLS LAST",
    "ending": f"{LAST_DAY} DESC NULLS LAST",
    "amount": "amount DESC NULLS LAST",
    "title": "",
}
ORDERS = {
    "newest": mark("Latest start first"),
    "oldest": mark("Earliest start first"),
    "ending": mark("Latest end first"),
    "amount": mark("Largest budget first"),
    "title": mark("By title"),
}
NEWEST = next(iter(ORDERS))
NO_AMOUNT = mark_plural("{n} states no total budget in euro", "{n} state no total budget in euro")


@dataclass(frozen=True)
class Paged:
    """Which part of a list: its order (a key of `ORDERS`), the language of titles, rows `first` (from 0) and on."""

    sort: str
    language: str
    first: int
    rows: int


def order(sort: str, language: str) -> str:
    """SQL for the order of initiatives `i` with their `amount`."""
    title = f"i.title_{language}_sort ASC, i.n ASC"
    return f"{_BY[sort]}, {title}" if _BY[sort] else title


# The total budgets in euro.
AMOUNTS = "SELECT n, amount FROM initiative_amounts WHERE kind = 'total' AND currency = 'EUR'"


def _numbered(paged: Paged, condition: str = "true") -> str:
    """SQL for (n, position) of the part of the list; reads :rows and :first."""
    return f"""
        SELECT n, row_number() OVER (ORDER BY {order(paged.sort, paged.language)}) AS position
        FROM initiatives AS i JOIN chosen USING (n) LEFT JOIN ({AMOUNTS}) AS amounts USING (n)
        WHERE {condition} ORDER BY position LIMIT :rows OFFSET :first
    """


def page(store: Store, selection: Selection, paged: Paged) -> Measured:
    """One row an initiative of that part of the list, in its order.

    `initiative_id, title_lt, title_en, kind, status, scope, start_date, start_date_precision, end_date,
    end_date_precision, amount` (the total budget in euro) and in both languages `kind_…, status_…, scope_…, fund_…,
    lead_…, themes_…, sectors_…, places_…`, several joined by commas. NULL where the record does not say. The coverage
    counts the whole list, for its total budgets.
    """
    rows = store.measure(
        f"""
        WITH numbered AS ({_numbered(paged)})
        SELECT i.n, i.initiative_id, i.title_lt, i.title_en, i.kind, k.lt AS kind_lt, k.en AS kind_en,
               i.status, s.lt AS status_lt, s.en AS status_en, i.scope, c.lt AS scope_lt, c.en AS scope_en,
               i.start_date, i.start_date_precision, i.end_date, i.end_date_precision,
               f.lt AS fund_lt, f.en AS fund_en, o.name_lt AS lead_lt, o.name_en AS lead_en,
               cast(amounts.amount AS DOUBLE) AS amount
        FROM numbered JOIN initiatives AS i ON i.n = numbered.n LEFT JOIN ({AMOUNTS}) AS amounts ON amounts.n = i.n
        JOIN vocabularies AS k ON k.vocabulary = 'initiative-kind' AND k.code = i.kind
        JOIN vocabularies AS s ON s.vocabulary = 'initiative-status' AND s.code = i.status
        JOIN vocabularies AS f ON f.vocabulary = 'fund' AND f.code = i.fund
        JOIN vocabularies AS c ON c.vocabulary = 'scope' AND c.code = i.scope
        LEFT JOIN organisations AS o ON o.organisation_id = i.lead_id
        ORDER BY numbered.position
        """,
        selection,
        rows=paged.rows,
        first=paged.first,
    ).to_pandas()
    carried = tags(store, selection, ("themes", "sectors", "places"), rows["n"].tolist())
    for name in ("themes", "sectors", "places"):
        for code in CODES:
            rows[f"{name}_{code}"] = [_joined(carried.get((n, name), []), code) for n in rows["n"]]
    counted = store.measure(
        f"SELECT count(*) AS records, count(amount) AS used FROM chosen LEFT JOIN ({AMOUNTS}) AS amounts USING (n)",
        selection,
    ).to_pylist()[0]
    records, used = counted["records"], counted["used"]

    def summary(language: Language) -> str:
        return language.plural("{n} initiative is listed.", "{n} initiatives are listed.", records)

    return Measured(rows.drop(columns="n"), Coverage(records, used, {NO_AMOUNT: records - used}), summary)


def _joined(carried: list[tuple[str, str | None, str | None]], code: str) -> str | None:
    language = Language(code)
    return ", ".join(language.of({"words_lt": lt, "words_en": en}, "words") for _, lt, en in carried) or None


def along_time(store: Store, selection: Selection, paged: Paged) -> Measured:
    """One row a dated initiative of that part of the list, in its order: from its first to its last day.

    `initiative_id, title_lt, title_en, status, status_lt, status_en, start_date, start_date_precision, end_date,
    end_date_precision, ending`; a date known to the month or year begins on its first and ends, as `ending`, on its
    last day; NULL where no end is stated. Those without a start are left out and counted.
    """
    rows = store.measure(
        f"""
        WITH numbered AS ({_numbered(paged, "start_date IS NOT NULL")})
        SELECT i.initiative_id, i.title_lt, i.title_en, i.status, s.lt AS status_lt, s.en AS status_en,
               i.start_date, i.start_date_precision, i.end_date, i.end_date_precision,
               {LAST_DAY} AS ending
        FROM numbered JOIN initiatives AS i ON i.n = numbered.n
        JOIN vocabularies AS s ON s.vocabulary = 'initiative-status' AND s.code = i.status
        ORDER BY numbered.position
        """,
        selection,
        rows=paged.rows,
        first=paged.first,
    ).to_pandas()
    counted = store.measure(
        """
        SELECT count(*) AS records, count(start_date) AS dated,
               count(CASE WHEN start_date IS NOT NULL AND end_date IS NULL THEN 1 END) AS open
        FROM initiatives JOIN chosen USING (n)
        """,
        selection,
    ).to_pylist()[0]
    records, dated = counted["records"], counted["dated"]

    def summary(language: Language) -> str:
        if not dated:
            return language.say("No initiative states when it started.")
        drawn = language.plural("{n} initiative drawn along time", "{n} initiatives drawn along time", dated)
        return language.plural(
            "{drawn}; {n} states no end.", "{drawn}; {n} state no end.", counted["open"], drawn=drawn
        )

    return Measured(rows, Coverage(records, dated, {UNDATED: records - dated}), summary)


def undated(store: Store, selection: Selection, paged: Paged) -> pd.DataFrame:
    """One row an initiative without a start of that part of the list, in its order.

    `initiative_id, title_lt, title_en, end_date, end_date_precision`; NULL where no end is stated either.
    """
    return store.measure(
        f"""
        WITH numbered AS ({_numbered(paged, "start_date IS NULL")})
        SELECT i.initiative_id, i.title_lt, i.title_en, i.end_date, i.end_date_precision
        FROM numbered JOIN initiatives AS i ON i.n = numbered.n ORDER BY numbered.position
        """,
        selection,
        rows=paged.rows,
        first=paged.first,
    ).to_pandas()
