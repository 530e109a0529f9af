"""Initiatives as whole records: what exports and programs get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecosystem import model
from ecosystem.measures.codes import worded
from ecosystem.measures.listing import AMOUNTS, NEWEST, order
from ecosystem.measures.tags import LISTS, tags

if TYPE_CHECKING:
    from ecosystem.selection import Selection
    from ecosystem.store import Store

TABLE = "initiatives"
_PRECISIONS = ("start_date_precision", "end_date_precision", "source_date_precision")
AMOUNT_KINDS = ("total", "eu", "granted")


def columns() -> tuple[str, ...]:
    """The columns of a record: those of the table's data file, then its lists."""
    return (*model.table(TABLE).file_columns, *LISTS)


def records(store: Store, selection: Selection, sort: str = NEWEST, language: str = "lt") -> list[dict[str, Any]]:
    """The chosen initiatives in the order of the list, each as its columns and what it carries.

    Dates are dates, with `…_precision` beside them; lists are lists of `Tag`, empty where nothing is recorded. For
    people also `amount_total, amount_eu, amount_granted` in one `currency` (euro where any is; others are left out),
    and `…_lt, …_en`, the words of each code. None where the record does not say.
    """
    own = ", ".join(f"i.{column}" for column in (*model.table(TABLE).file_columns, *_PRECISIONS))
    kinds = ", ".join(f"max(CASE WHEN kind = '{kind}' THEN amount END) AS amount_{kind}" for kind in AMOUNT_KINDS)
    rows: list[dict[str, Any]] = store.measure(
        f"""
        WITH currencies AS (
                SELECT n, coalesce(max(CASE WHEN currency = 'EUR' THEN 'EUR' END), min(currency)) AS currency
                FROM initiative_amounts GROUP BY n),
             stated AS (SELECT n, {kinds}, currency FROM initiative_amounts JOIN currencies USING (n, currency)
                        GROUP BY n, currency)
        SELECT i.n, {own}, lead.name_lt AS lead_id_lt, lead.name_en AS lead_id_en,
               c.name_lt AS cluster_id_lt, c.name_en AS cluster_id_en,
               stated.amount_total, stated.amount_eu, stated.amount_granted, stated.currency
        FROM initiatives AS i JOIN chosen ON chosen.n = i.n
        LEFT JOIN organisations AS lead ON lead.organisation_id = i.lead_id
        LEFT JOIN clusters AS c ON c.cluster_id = i.cluster_id
        LEFT JOIN stated ON stated.n = i.n LEFT JOIN ({AMOUNTS}) AS amounts ON amounts.n = i.n
        ORDER BY {order(sort, language)}
        """,
        selection,
    ).to_pylist()
    carried = tags(store, selection, LISTS)
    for row in rows:
        number = row.pop("n")
        row |= {name: carried.get((number, name), []) for name in LISTS}
    return worded(store, rows)
