"""Where initiatives are: by county or municipality, and what is in no single one.

A map is a way to choose places, so the selection's own county and municipality are set aside: every figure here counts
the records of all places. What `place` of the selection says holds: where they take place, or from where they are led.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ecosystem.measures.funding import REASONED, coverage
from ecosystem.measures.overview import CULTURE
from ecosystem.measures.summary import amount
from ecosystem.selection import NONE
from ecosystem.selection import places as meanings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ecosystem.language import Language
    from ecosystem.measures.choices import Choices
    from ecosystem.measures.measured import Coverage
    from ecosystem.selection import Selection
    from ecosystem.store import Store

Level = Literal["county", "municipality"]
TABLES: Mapping[Level, str] = {"county": "counties", "municipality": "municipalities"}
# Lithuanian names that fit into a list of places.
_SHORT: Mapping[Level, str] = {"county": "name_lt", "municipality": "name_lt_short"}
# What can be told of areas, the first the default, and the column that holds it.
MEASURES = {"count": "initiatives", "culture": "culture", "amount": "amount", "per-capita": "per_10000"}
# The census, the only year that is known for all.
CENSUS = 2021
# A rate that rests on fewer records says little: one more or less changes it a lot.
FEW = 5


def everywhere(selection: Selection) -> Selection:
    """The selection with no place asked for."""
    return selection.set_aside("county", "municipality")


def located(selection: Selection, level: Level) -> str:
    """SQL for `located(area, n)`: each chosen initiative in each county or municipality that it stands in, once."""
    return f"""located AS (SELECT DISTINCT placed.{level} AS area, placed.n
                           FROM ({meanings.MEANINGS[selection.place]}) AS placed JOIN chosen ON chosen.n = placed.n
                           WHERE placed.{level} IS NOT NULL)"""


@dataclass(frozen=True)
class Areas:
    """Initiatives by area.

    `frame` has one row a county or municipality, all of them, in the order of codes: `code, name_lt, name_en,
    initiatives, culture` (those that involve culture), `stated` (those whose total budget is in `amount`, the sum in
    euro), `inhabitants` (of the census), `per_10000` (initiatives per 10,000 of them). 0 = none recorded; `amount` is
    NULL where none is stated, `per_10000` where none is recorded.

    Of all `records` some are in an area, `several` of them in more than one and counted in each; the others are in the
    `tray`: their number by scope, most first.
    """

    frame: pd.DataFrame
    records: int
    several: int
    tray: Mapping[str, int]

    @property
    def on_map(self) -> int:
        """The records that are in an area, each once: with the tray they are all records."""
        return self.records - sum(self.tray.values())


def by_area(store: Store, selection: Selection, level: Level) -> Areas:
    """Initiatives by county or municipality; see `Areas`.

    Budgets are added as in `funding.stated`, area by area, so an area shows what choosing it would show.
    """
    frame = store.measure(
        f"""
        WITH {located(selection, level)}, grouped AS (SELECT area, n FROM located), {REASONED},
             counted AS (SELECT area, count(*) AS initiatives,
                                count(CASE WHEN n IN (SELECT n FROM initiative_sectors WHERE sector = :culture)
                                      THEN 1 END) AS culture,
                                count(CASE WHEN reason = 'summed' THEN 1 END) AS stated,
                                sum(CASE WHEN reason = 'summed' THEN amount END) AS amount
                         FROM reasoned GROUP BY area)
        SELECT a.{level} AS code, a.{_SHORT[level]} AS name_lt, a.name_en,
               coalesce(c.initiatives, 0) AS initiatives, coalesce(c.culture, 0) AS culture,
               coalesce(c.stated, 0) AS stated, cast(c.amount AS DOUBLE) AS amount, p.inhabitants,
               c.initiatives * cast(10000 AS DOUBLE) / nullif(p.inhabitants, 0) AS per_10000
        FROM {TABLES[level]} AS a LEFT JOIN counted AS c ON c.area = a.{level}
        LEFT JOIN population AS p ON p.code = a.{level} AND p.year = :census
        ORDER BY code
        """,
        everywhere(selection),
        culture=CULTURE,
        census=CENSUS,
    ).to_pandas()
    rows = store.measure(
        f"""
        WITH {located(selection, level)}, areas AS (SELECT n, count(*) AS number FROM located GROUP BY n)
        SELECT scope, count(*) AS records, count(*) - count(areas.n) AS outside,
               count(CASE WHEN areas.number > 1 THEN 1 END) AS several
        FROM initiatives JOIN chosen ON chosen.n = initiatives.n LEFT JOIN areas ON areas.n = initiatives.n
        GROUP BY scope ORDER BY outside DESC, scope
        """,
        everywhere(selection),
    ).to_pylist()
    tray = {row["scope"]: row["outside"] for row in rows if row["outside"]}
    return Areas(frame, sum(row["records"] for row in rows), sum(row["several"] for row in rows), tray)


def stated(store: Store, selection: Selection, level: Level) -> Coverage:
    """What the amounts of all areas rest on, of the records that are in an area, each once."""
    rows = store.measure(
        f"""
        WITH {located(selection, level)}, grouped AS (SELECT area, n FROM located), {REASONED},
             once AS (SELECT n, coalesce(max(CASE WHEN reason = 'summed' THEN reason END), min(reason)) AS reason
                      FROM reasoned GROUP BY n)
        SELECT reason, count(*) AS initiatives FROM once GROUP BY reason
        """,
        everywhere(selection),
    ).to_pylist()
    return coverage({row["reason"]: row["initiatives"] for row in rows})


def ranked(frame: pd.DataFrame, measure: str, level: Level, by_name: Sequence[str]) -> pd.DataFrame:
    """The areas with most of a measure first, those with none recorded last; equal ones in the order of names (codes).

    Rates of municipalities stay in the order of names: most rest on few records, and ranks would be those of chance.
    """
    named = frame.set_index("code").loc[list(by_name)].reset_index()
    if (measure, level) == ("per-capita", "municipality"):
        return named
    values = named[MEASURES[measure]].where(named["initiatives"].gt(0))
    return named.loc[values.sort_values(ascending=False, kind="stable", na_position="last").index]


def told(row: Mapping[str, Any], measure: str, language: Language) -> str:
    """What a measure says of an area, with what it rests on."""
    initiatives, number = int(row["initiatives"]), language.number
    if not initiatives:
        return language.say("none recorded")
    if measure == "culture":
        return language.say("{part} of {whole}", part=number(row["culture"]), whole=number(initiatives))
    if measure == "amount":
        if not row["stated"]:
            return language.plural("{n} initiative, no budget stated", "{n} initiatives, no budget stated", initiatives)
        return language.say(
            "{amount} by {used} of {records}",
            amount=amount(row["amount"], language),
            used=number(row["stated"]),
            records=number(initiatives),
        )
    if measure == "per-capita":
        rests = language.plural("{n} initiative", "{n} initiatives", initiatives)
        return f"{number(row['per_10000'], 2)} ({rests})"
    return language.plural("{n} initiative", "{n} initiatives", initiatives)


def clicked(selection: Selection, level: Level, code: str, known: Choices) -> Selection:
    """The selection after a click on an area: its records only; what was chosen alone is freed.

    A county that does not hold the chosen municipality is no longer asked for.
    """
    if getattr(selection, level) == (code,) and (level == "municipality" or not selection.municipality):
        return selection.having(**{level: ()})
    if level == "county":
        return selection.having(county=(code,), municipality=())
    counties = selection.county if known.county_of(code) in selection.county else ()
    return selection.having(county=counties, municipality=(code,))


def in_tray(selection: Selection, level: Level, scope: str) -> Selection:
    """The records of a scope that stand in no single area of the level."""
    return everywhere(selection).having(scope=(scope,), **{level: (NONE,)})
