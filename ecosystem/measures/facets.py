"""How many initiatives each choice would give: counts beside options, and ways out of an empty result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.measures.choices import active, fields
from ecosystem.selection import NONE, places, several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecosystem.selection import Selection
    from ecosystem.store import Store

# The pairs (n, code) of each facet; {located} are the places in the meaning that is chosen.
_CODES = {
    "theme": "SELECT n, theme AS code FROM initiative_themes",
    "sector": "SELECT n, sector AS code FROM initiative_sectors",
    "period": "SELECT n, period AS code FROM initiative_streams JOIN funding_streams USING (stream_id)",
    **{name: f"SELECT n, {name} AS code FROM initiatives" for name in ("fund", "kind", "status", "scope")},
    **{name: f"SELECT n, {name} AS code FROM initiatives" for name in ("relevance", "collection")},
    **{
        level: f"SELECT n, coalesce(located.{level}, '{NONE}') AS code FROM initiatives LEFT JOIN "
        f"(SELECT n, {level} FROM ({{located}}) AS l WHERE {level} IS NOT NULL) AS located USING (n)"
        for level in ("county", "municipality")
    },
}
# A municipality lies in a county, so the one is counted without the other.
_ASIDE = dict.fromkeys(("county", "municipality"), ("county", "municipality"))


def counts(store: Store, selection: Selection, facets: Sequence[str]) -> dict[str, dict[str, int]]:
    """The number of initiatives by facet and code, as left by all other filters: the facet's own choice is set aside.

    A code that is missing has none. An initiative with several codes counts in each.
    """
    start, bound = several({f"left_{name}": selection.set_aside(*_ASIDE.get(name, (name,))) for name in facets})
    located = places.MEANINGS[selection.place]
    counted = " UNION ALL ".join(
        f"SELECT '{facet}' AS facet, code, count(DISTINCT n) AS initiatives "
        f"FROM left_{facet} JOIN ({_CODES[facet].format(located=located)}) AS coded USING (n) GROUP BY code"
        for facet in facets
    )
    found: dict[str, dict[str, int]] = {facet: {} for facet in facets}
    for row in store.query(f"{start} {counted}", **bound).to_pylist():
        found[row["facet"]][row["code"]] = row["initiatives"]
    return found


def by_frequency(store: Store, facet: str) -> list[str]:
    """The codes that any initiative has, whatever is chosen, most frequent first."""
    rows = store.query(
        f"SELECT code FROM ({_CODES[facet]}) AS coded GROUP BY code ORDER BY count(DISTINCT n) DESC, code"
    )
    codes: list[str] = rows["code"].to_pylist()
    return codes


@dataclass(frozen=True)
class Years:
    """Start years of initiatives: the first and the last (None where none is dated), how many have one and not."""

    first: int | None
    last: int | None
    dated: int
    undated: int


def years(store: Store, selection: Selection) -> Years:
    """The start years among which the years can be chosen: those that the other filters leave."""
    return start_years(store, selection.without(*fields("years")))


def start_years(store: Store, selection: Selection) -> Years:
    """The start years of the chosen initiatives; see `Years`."""
    row = store.measure(
        """
        SELECT min(year(start_date)) AS first, max(year(start_date)) AS last, count(start_date) AS dated,
               count(*) - count(start_date) AS undated
        FROM initiatives JOIN chosen USING (n)
        """,
        selection,
    ).to_pylist()[0]
    return Years(**row)


def narrowing(selection: Selection) -> list[str]:
    """The filters that leave anything out, in the order of the filters; those that widen the default do not."""
    asked = active(selection)
    return [name for name in asked if _only(selection, name, asked).narrows]


def _only(selection: Selection, name: str, asked: Sequence[str]) -> Selection:
    """The selection without all filters of `asked` but one."""
    return selection.without(*(field for other in asked if other != name for field in fields(other)))


@dataclass(frozen=True)
class Tally:
    """`initiatives` are chosen, of `records` that no filter narrows.

    `undated` would be chosen too but for their missing start; 0 where no years are asked for.
    """

    initiatives: int
    records: int
    undated: int


def tally(store: Store, selection: Selection) -> Tally:
    """How many initiatives are chosen; see `Tally`."""
    others = tuple(field for name in narrowing(selection) for field in fields(name))
    start, bound = several(
        {
            "these": selection,
            "unfiltered": selection.without(*others),
            "of_any_year": selection.without(*fields("years")),
        }
    )
    row = store.query(
        f"""{start}
        SELECT (SELECT count(*) FROM these) AS initiatives, (SELECT count(*) FROM unfiltered) AS records,
               (SELECT count(*) FROM of_any_year JOIN initiatives USING (n)
                WHERE start_date IS NULL AND n NOT IN (SELECT n FROM these)) AS undated
        """,
        **bound,
    ).to_pylist()[0]
    return Tally(**row)


@dataclass(frozen=True)
class Rescue:
    """A way out of an empty result: `initiatives` remain when the filter is dropped, or `only` it is kept."""

    filter: str
    only: bool
    initiatives: int


def rescues(store: Store, selection: Selection) -> list[Rescue]:
    """What would bring records, in the order of the filters.

    Each single filter whose dropping helps; where none does, each that has records when it alone is kept; where that
    does not help either, nothing.
    """
    asked = narrowing(selection)
    tried = {
        f"{kind}_{name}": followed(selection, name, kind == "only") for kind in ("without", "only") for name in asked
    }
    if not tried:
        return []
    start, bound = several(tried)
    counted = ", ".join(f"(SELECT count(*) FROM {name}) AS {name}" for name in tried)
    row = store.query(f"{start} SELECT {counted}", **bound).to_pylist()[0]
    for kind in ("without", "only"):
        found = [Rescue(name, kind == "only", row[f"{kind}_{name}"]) for name in asked if row[f"{kind}_{name}"]]
        if found:
            return found
    return []


def followed(selection: Selection, name: str, only: bool) -> Selection:
    """The selection with a filter dropped, or with it `only` of those that leave anything out."""
    return _only(selection, name, narrowing(selection)) if only else selection.without(*fields(name))
