"""What is not recorded where: themes by county."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecosystem.measures.measured import Coverage, Measured
from ecosystem.measures.places import everywhere, located
from ecosystem.messages import mark_plural
from ecosystem.selection import NONE

if TYPE_CHECKING:
    from ecosystem.language import Language
    from ecosystem.selection import Selection
    from ecosystem.store import Store

NO_THEME = mark_plural("{n} has no theme", "{n} have no theme")


def themes_by_county(store: Store, selection: Selection) -> Measured:
    """One row a pair: `theme, theme_lt, theme_en, of_theme, county, initiatives`; 0 = none recorded.

    All themes that are asked for, or else all that there are, by all counties and `none`, which stands for the records
    in no single county. `of_theme` are the initiatives with the theme, wherever they are. Most frequent themes first,
    counties in the order of codes, `none` last. An initiative may have several themes and stand in several counties.
    """
    themes: dict[str, Any] = {f"row_{position}": code for position, code in enumerate(selection.theme)}
    among = f"t.code IN ({', '.join(f':{name}' for name in themes)})" if themes else "true"
    rows = store.measure(
        f"""
        WITH {located(selection, "county")},
             counties_and_none AS (SELECT county AS area, 1 AS position FROM counties UNION ALL SELECT '{NONE}', 2),
             areas AS (SELECT chosen.n, coalesce(located.area, '{NONE}') AS area
                       FROM chosen LEFT JOIN located ON located.n = chosen.n),
             themed AS (SELECT theme, areas.area, count(*) AS initiatives
                        FROM initiative_themes AS it JOIN areas ON areas.n = it.n GROUP BY theme, areas.area),
             whole AS (SELECT theme, count(*) AS initiatives
                       FROM initiative_themes AS it JOIN chosen ON chosen.n = it.n GROUP BY theme)
        SELECT t.code AS theme, t.lt AS theme_lt, t.en AS theme_en, coalesce(whole.initiatives, 0) AS of_theme,
               c.area AS county, coalesce(themed.initiatives, 0) AS initiatives
        FROM vocabularies AS t CROSS JOIN counties_and_none AS c
        LEFT JOIN whole ON whole.theme = t.code
        LEFT JOIN themed ON themed.theme = t.code AND themed.area = c.area
        WHERE t.vocabulary = 'theme' AND {among}
        ORDER BY of_theme DESC, t.code, c.position, c.area
        """,
        everywhere(selection),
        **themes,
    ).to_pandas()
    counted = store.measure(
        """
        SELECT count(*) AS records, count(CASE WHEN n IN (SELECT n FROM initiative_themes) THEN 1 END) AS themed
        FROM chosen
        """,
        everywhere(selection),
    ).to_pylist()[0]
    records, themed = counted["records"], counted["themed"]
    empty = int(((rows["initiatives"] == 0) & (rows["county"] != NONE)).sum())
    pairs = int((rows["county"] != NONE).sum())

    def summary(language: Language) -> str:
        return language.plural(
            "Of {pairs} pairs of theme and county {n} has none recorded.",
            "Of {pairs} pairs of theme and county {n} have none recorded.",
            empty,
            pairs=language.number(pairs),
        )

    return Measured(rows, Coverage(records, themed, {NO_THEME: records - themed}), summary)
