"""Who pays, and how much is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.measures.initiatives import FUND_NOT_KNOWN
from ecosystem.measures.measured import Coverage, Measured
from ecosystem.messages import mark_plural

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    import pandas as pd

    from ecosystem.language import Language
    from ecosystem.selection import Selection
    from ecosystem.store import Store

# Why an initiative's amount is in no sum; the first reason that holds is the one that is given.
REASONS = {
    "no-amount": mark_plural("{n} initiative states no amount", "{n} initiatives state no amount"),
    "other-kinds": mark_plural("{n} states only a part of its budget", "{n} state only a part of their budgets"),
    "pays-others": mark_plural(
        "{n} is a programme or call that pays others", "{n} are programmes or calls that pay others"
    ),
    "not-carried-out": mark_plural(
        "{n} was not contracted or was terminated", "{n} were not contracted or were terminated"
    ),
    "eu-wide": mark_plural("{n} is EU-wide", "{n} are EU-wide"),
    "parts-counted": mark_plural("{n} is counted by its parts", "{n} are counted by their parts"),
    "other-currency": mark_plural(
        "{n} states its budget in another currency", "{n} state their budgets in another currency"
    ),
}


@dataclass(frozen=True)
class Stated:
    """The sum in euro of the amounts that may be added, None where there are none, and what it rests on."""

    total: Decimal | None
    coverage: Coverage


# Of `grouped(area, n)`, initiatives by area: `reasoned(area, n, amount, reason)`, the total budget in euro of each and
# why it is not added, else `summed`. A parent is counted by those of its parts that stand in the same area.
REASONED = """
    totals AS (SELECT n, amount FROM initiative_amounts WHERE kind = 'total' AND currency = 'EUR'),
    parents AS (SELECT DISTINCT grouped.area, r.related_n AS n
                FROM initiative_relations AS r JOIN totals ON totals.n = r.n JOIN grouped ON grouped.n = r.n
                WHERE r.kind = 'part-of'),
    reasoned AS (
        SELECT grouped.area, i.n, totals.amount,
               CASE WHEN i.n NOT IN (SELECT n FROM initiative_amounts) THEN 'no-amount'
                    WHEN i.n IN (SELECT n FROM initiative_amounts
                                 WHERE kind = 'total' AND currency <> 'EUR') THEN 'other-currency'
                    WHEN totals.n IS NULL THEN 'other-kinds'
                    WHEN i.kind IN ('programme', 'call') THEN 'pays-others'
                    WHEN i.status IN ('applied', 'not-contracted', 'terminated') THEN 'not-carried-out'
                    WHEN i.scope = 'eu' THEN 'eu-wide'
                    WHEN parents.n IS NOT NULL THEN 'parts-counted'
                    ELSE 'summed' END AS reason
        FROM grouped JOIN initiatives AS i ON i.n = grouped.n LEFT JOIN totals ON totals.n = i.n
        LEFT JOIN parents ON parents.n = i.n AND parents.area = grouped.area)
"""


def stated(store: Store, selection: Selection) -> Stated:
    """The sum of initiatives' total budgets.

    Only amounts of kind `total` in euro are added. Programmes and calls stand beside the projects they paid, EU-wide
    records are not money for Lithuania, a parent is counted by its chosen parts where they state a total, and what
    was not contracted or was terminated is counted nowhere; each is left out with its reason.
    """
    rows = store.measure(
        f"""
        WITH grouped AS (SELECT 'all' AS area, n FROM chosen), {REASONED}
        SELECT reason, count(*) AS initiatives, sum(amount) AS amount FROM reasoned GROUP BY reason
        """,
        selection,
    ).to_pylist()
    total = next((row["amount"] for row in rows if row["reason"] == "summed"), None)
    return Stated(total, coverage({row["reason"]: row["initiatives"] for row in rows}))


def coverage(reasons: Mapping[str, int]) -> Coverage:
    """What a sum rests on, from the number of initiatives by reason, those in the sum under `summed`."""
    left_out = {text: reasons.get(reason, 0) for reason, text in REASONS.items()}
    return Coverage(sum(reasons.values()), reasons.get("summed", 0), left_out)


def by_fund(store: Store, selection: Selection) -> Measured:
    """One row a fund: `fund, fund_lt, fund_en, initiatives`, most frequent first; what names no fund is left out."""
    rows = store.measure(
        """
        SELECT fund, v.lt AS fund_lt, v.en AS fund_en, count(*) AS initiatives
        FROM initiatives JOIN chosen USING (n) JOIN vocabularies AS v ON v.vocabulary = 'fund' AND v.code = fund
        GROUP BY fund, v.lt, v.en ORDER BY initiatives DESC, fund
        """,
        selection,
    ).to_pandas()
    known = rows[~rows["fund"].isin(FUND_NOT_KNOWN)].reset_index(drop=True)
    number = {fund: int(rows.loc[rows["fund"] == fund, "initiatives"].sum()) for fund in FUND_NOT_KNOWN}
    left_out = {
        mark_plural("{n} names no fund", "{n} name no fund"): number["not-stated"],
        mark_plural("{n} names EU funds without saying which", "{n} name EU funds without saying which"): number[
            "eu-fund-not-stated"
        ],
    }
    rests_on = Coverage(int(rows["initiatives"].sum()), int(known["initiatives"].sum()), left_out)
    return Measured(known, rests_on, lambda language: _most(known, "fund", language))


def by_payer(store: Store, selection: Selection) -> Measured:
    """One row a payer as sources name it: `payer_lt, payer_en, initiatives`, most frequent first.

    `payer_lt` is NULL where only an English name is known, and the other way round. Payers of one Lithuanian name are
    one, under the first of their English names.
    """
    rows = store.measure(
        """
        SELECT min(payer_lt) AS payer_lt, min(payer_en) AS payer_en, count(*) AS initiatives
        FROM initiatives JOIN chosen USING (n)
        GROUP BY coalesce(payer_lt, payer_en) ORDER BY initiatives DESC, coalesce(payer_lt, payer_en)
        """,
        selection,
    ).to_pandas()
    known = rows[rows["payer_en"].notna() | rows["payer_lt"].notna()].reset_index(drop=True)
    records, used = int(rows["initiatives"].sum()), int(known["initiatives"].sum())
    left_out = {mark_plural("{n} names no payer", "{n} name no payer"): records - used}
    return Measured(known, Coverage(records, used, left_out), lambda language: _most(known, "payer", language))


def _most(rows: pd.DataFrame, column: str, language: Language) -> str:
    if rows.empty:
        return language.say("Nobody who pays is named.")
    top = rows.iloc[0]
    return language.say(
        "Named most often: {name}, {initiatives}.",
        name=language.of(top, column),
        initiatives=language.plural("{n} initiative", "{n} initiatives", int(top["initiatives"])),
    )
