"""Initiatives: when they started, what they are about, and what is not known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.language import CODES, Language
from ecosystem.measures.measured import Coverage, Measured
from ecosystem.messages import mark, mark_plural

if TYPE_CHECKING:
    from ecosystem.selection import Selection
    from ecosystem.store import Store

# Codes of `fund` that say nothing about the fund.
FUND_NOT_KNOWN = ("not-stated", "eu-fund-not-stated")
FACTS = {
    "amount": mark("Total budget"),
    "end": mark("End"),
    "start": mark("Start"),
    "fund": mark("Fund"),
    "status": mark("Status"),
    "place": mark("Place"),
}
UNDATED = mark_plural("{n} initiative states no start", "{n} initiatives state no start")


def by_start_year(store: Store, selection: Selection) -> Measured:
    """One row a year from the first to the last with a start: `year, initiatives`, in order of years; 0 = none started.

    The undated are left out and counted in the coverage.
    """
    rows = store.measure(
        """
        WITH dated AS (SELECT year(start_date) AS started FROM initiatives JOIN chosen USING (n)),
             spanned AS (SELECT unnest(generate_series(min(started), max(started))) AS year FROM dated)
        SELECT spanned.year, count(dated.started) AS initiatives
        FROM spanned LEFT JOIN dated ON dated.started = spanned.year
        GROUP BY spanned.year ORDER BY spanned.year
        """,
        selection,
    ).to_pandas()
    records, undated = _counted(store, selection, "start_date IS NULL")
    coverage = Coverage(records, records - undated, {UNDATED: undated})

    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No initiative states when it started.")
        top = rows.loc[rows["initiatives"].idxmax()]
        most = language.plural("{n} initiative", "{n} initiatives", int(top["initiatives"]))
        return language.say("Most started in {year}: {most}.", year=int(top["year"]), most=most)

    return Measured(rows, coverage, summary)


def themes_by_sectors(store: Store, selection: Selection) -> Measured:
    """One row a pair: `theme, theme_lt, theme_en, of_theme, sector, sector_lt, sector_en, of_sector, initiatives`.

    `initiatives` counts those tagged with both; a pair that is missing has none recorded. `of_theme` and `of_sector`
    count the initiatives with that tag. Most frequent themes and sectors first. An initiative may have several of each,
    so counts do not add up to the number of initiatives.
    """
    rows = store.measure(
        """
        WITH themed AS (SELECT n, theme, count(*) OVER (PARTITION BY theme) AS of_theme
                        FROM initiative_themes JOIN chosen USING (n)),
             tagged AS (SELECT n, sector, count(*) OVER (PARTITION BY sector) AS of_sector
                        FROM initiative_sectors JOIN chosen USING (n))
        SELECT theme, t.lt AS theme_lt, t.en AS theme_en, of_theme,
               sector, s.lt AS sector_lt, s.en AS sector_en, of_sector, count(*) AS initiatives
        FROM themed JOIN tagged USING (n)
        JOIN vocabularies AS t ON t.vocabulary = 'theme' AND t.code = theme
        JOIN vocabularies AS s ON s.vocabulary = 'sector' AND s.code = sector
        GROUP BY theme, t.lt, t.en, of_theme, sector, s.lt, s.en, of_sector
        ORDER BY of_theme DESC, theme, of_sector DESC, sector
        """,
        selection,
    ).to_pandas()
    records, untagged = _counted(
        store,
        selection,
        "n NOT IN (SELECT n FROM initiative_themes) OR n NOT IN (SELECT n FROM initiative_sectors)",
    )
    left_out = {
        mark_plural("{n} initiative has no theme or sector", "{n} initiatives have no theme or sector"): untagged
    }

    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No initiative has a theme and a sector.")
        top = rows.loc[rows["initiatives"].idxmax()]
        return language.say(
            "Most often together: {theme} and {sector}, {initiatives}.",
            theme=top[f"theme_{language.code}"],
            sector=top[f"sector_{language.code}"],
            initiatives=language.plural("{n} initiative", "{n} initiatives", int(top["initiatives"])),
        )

    return Measured(rows, Coverage(records, records - untagged, left_out), summary)


def unknowns(store: Store, selection: Selection) -> Measured:
    """One row a fact that records may lack: `fact, known, unknown, fact_lt, fact_en`, most often unknown first.

    Facts: amount (a total budget is stated), end, start, fund (one is named), status, place (a county or municipality,
    for records whose scope is local, regional or unknown; nationwide and cross-border ones have no single place).
    """
    rows = store.measure(
        """
        WITH facts AS (
            SELECT n, start_date IS NOT NULL AS start, end_date IS NOT NULL AS ending,
                   fund NOT IN (:not_stated, :eu_not_stated) AS fund, status <> 'unknown' AS status,
                   n IN (SELECT n FROM initiative_amounts WHERE kind = 'total') AS amount,
                   scope NOT IN ('municipal', 'regional', 'unknown') OR n IN (SELECT n FROM initiative_places) AS place
            FROM initiatives JOIN chosen USING (n)),
             long AS (SELECT 'start' AS fact, start AS known FROM facts
                      UNION ALL SELECT 'end', ending FROM facts
                      UNION ALL SELECT 'fund', fund FROM facts
                      UNION ALL SELECT 'status', status FROM facts
                      UNION ALL SELECT 'amount', amount FROM facts
                      UNION ALL SELECT 'place', place FROM facts)
        SELECT fact, count(CASE WHEN known THEN 1 END) AS known, count(CASE WHEN NOT known THEN 1 END) AS unknown
        FROM long GROUP BY fact ORDER BY unknown DESC, fact
        """,
        selection,
        not_stated=FUND_NOT_KNOWN[0],
        eu_not_stated=FUND_NOT_KNOWN[1],
    ).to_pandas()
    for code in CODES:
        rows[f"fact_{code}"] = [Language(code).say(FACTS[fact]) for fact in rows["fact"]]
    records, _ = _counted(store, selection, "false")

    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No initiative is chosen.")
        return language.say(
            "Most often not known: {fact}, {unknown} of {records}.",
            fact=rows[f"fact_{language.code}"].iloc[0],
            unknown=language.number(int(rows["unknown"].iloc[0])),
            records=language.number(records),
        )

    return Measured(rows, Coverage(records, records), summary)


def _counted(store: Store, selection: Selection, condition: str) -> tuple[int, int]:
    """The number of chosen initiatives, and of those for which `condition`, one of this module's texts, holds."""
    sql = f"""SELECT count(*) AS records, count(CASE WHEN {condition} THEN 1 END) AS those
              FROM initiatives JOIN chosen USING (n)"""
    row = store.measure(sql, selection).to_pylist()[0]
    return row["records"], row["those"]
