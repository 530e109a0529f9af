"""Where clusters and organisations have their seat: how many by municipality, whatever place is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.measures.measured import Coverage, Measured
from ecosystem.measures.organisations import BODIES, NO_TIE, WITH_MUNICIPALITY
from ecosystem.measures.places import everywhere
from ecosystem.messages import mark_plural

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.language import Language
    from ecosystem.measures.measured import Sentence
    from ecosystem.selection import Noun, Selection
    from ecosystem.store import Store

PLACE_NOT_KNOWN = mark_plural("the municipality of {n} is not known", "the municipalities of {n} are not known")
OR_ABROAD = mark_plural(
    "the municipality of {n} is not known or not in Lithuania",
    "the municipalities of {n} are not known or not in Lithuania",
)


def clusters(store: Store, selection: Selection) -> Measured:
    """One row a municipality with a cluster: `municipality, name_lt, name_en, lat, lon, number`, most first.

    `lat, lon` is the municipality's centre. Clusters whose municipality is not known are left out.
    """
    seats = "seats AS (SELECT cluster_id AS body, municipality FROM clusters JOIN chosen_clusters USING (cluster_id))"
    rows, bodies, placed = _seated(store, selection, "clusters", seats)
    return Measured(rows, Coverage(bodies, placed, {PLACE_NOT_KNOWN: bodies - placed}), _most(rows))


def organisations(store: Store, selection: Selection) -> Measured:
    """One row a municipality with an organisation that has a tie: the columns and the order of `clusters`.

    A municipality and its administration count once, as in `organisations.by_kind`.
    """
    seats = f"{BODIES}, seats AS (SELECT body, max(municipality) AS municipality FROM bodies GROUP BY body)"
    rows, bodies, placed = _seated(store, selection, "organisations", seats)
    counted = store.measure(
        f"WITH {BODIES} SELECT (SELECT count(*) FROM chosen_organisations) AS records, count(*) AS tied FROM bodies",
        everywhere(selection),
        of="organisations",
    ).to_pylist()[0]
    left_out = {
        NO_TIE: counted["records"] - counted["tied"],
        WITH_MUNICIPALITY: counted["tied"] - bodies,
        OR_ABROAD: bodies - placed,
    }
    return Measured(rows, Coverage(counted["records"], placed, left_out), _most(rows))


def _seated(store: Store, selection: Selection, of: Noun, seats: str) -> tuple[pd.DataFrame, int, int]:
    """The bodies of `seats(body, municipality)` by municipality, how many they are, and how many have one."""
    rows = store.measure(
        f"""
        WITH {seats}
        SELECT m.municipality, m.name_lt_short AS name_lt, m.name_en, m.lat, m.lon, count(*) AS number
        FROM seats JOIN municipalities AS m ON m.municipality = seats.municipality
        GROUP BY m.municipality, m.name_lt_short, m.name_en, m.lat, m.lon ORDER BY number DESC, m.municipality
        """,
        everywhere(selection),
        of=of,
    ).to_pandas()
    counted = store.measure(f"WITH {seats} SELECT count(*) AS bodies FROM seats", everywhere(selection), of=of)
    return rows, int(counted["bodies"][0].as_py()), int(rows["number"].sum())


def _most(rows: pd.DataFrame) -> Sentence:
    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No municipality is known.")
        top = rows.iloc[0]
        return language.say(
            "Most in one place: {place}, {number}.",
            place=top[f"name_{language.code}"],
            number=language.number(int(top["number"])),
        )

    return summary
