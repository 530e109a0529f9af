"""One initiative and all that the store knows of it: the facts of its profile.

A profile ignores the filters; so does all that it lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecosystem.measures.codes import worded
from ecosystem.messages import mark

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.store import Store

# Shared tags of all tags of both (Jaccard 1901): at least half, and the five closest.
CLOSE = 0.5
CLOSEST = 5
RELATIONS = {
    "part-of": mark("Part of"),
    "parts": mark("Its parts"),
    "follows": mark("Follows"),
    "followed-by": mark("Followed by"),
    "related": mark("Related, says the source"),
}


@dataclass(frozen=True)
class Profile:
    """An initiative. `facts` is its row, with `…_lt` and `…_en` words for each code, its lead and its cluster.

    Frames, each in a fixed order, empty where nothing is recorded; words in both languages as `…_lt, …_en`:

    - `themes`, `sectors`: code, name
    - `participants`: organisation_id, name, role_name, kind_name, name_stated; one row a body, several roles joined by
      commas; leads first, funders last
    - `milestones`: date, date_precision, title, source_url; in order of time
    - `amounts`: kind_name, amount, currency, basis_name; the total budget first
    - `places`: level, code, name, city, role_name
    - `streams`: stream_id, fund_name, period, name, certainty_name
    - `aims`: aim, strategy, period, certainty_name
    - `relations`: relation (a key of `RELATIONS`), initiative_id, title
    - `similar`: initiative_id, title, shared, tags (shared tags of all tags of both); the closest first, without those
      that are related otherwise
    """

    facts: dict[str, Any]
    themes: pd.DataFrame
    sectors: pd.DataFrame
    participants: pd.DataFrame
    milestones: pd.DataFrame
    amounts: pd.DataFrame
    places: pd.DataFrame
    streams: pd.DataFrame
    aims: pd.DataFrame
    relations: pd.DataFrame
    similar: pd.DataFrame


def profile(store: Store, initiative_id: str) -> Profile | None:
    """The profile of an initiative; None where there is none of this id."""
    facts = _facts(store, initiative_id)
    if facts is None:
        return None
    frames = {name: store.query(sql, n=facts["n"]).to_pandas() for name, sql in _FRAMES.items()}
    frames["participants"] = _once(frames["participants"])
    frames["similar"] = store.query(_SIMILAR, n=facts["n"], close=CLOSE, closest=CLOSEST).to_pandas()
    return Profile(facts, **frames)


def _once(participants: pd.DataFrame) -> pd.DataFrame:
    """Each body once, with all its roles."""
    if participants.empty:
        return participants
    first = dict.fromkeys([name for name in participants if name != "organisation_id"], "first")
    joined = {"role_name_lt": ", ".join, "role_name_en": ", ".join}
    return participants.groupby("organisation_id", sort=False, as_index=False).agg(first | joined)


def _facts(store: Store, initiative_id: str) -> dict[str, Any] | None:
    rows = store.query(
        """
        SELECT i.*, lead.name_lt AS lead_lt, lead.name_en AS lead_en,
               clusters.name_lt AS cluster_lt, clusters.name_en AS cluster_en
        FROM initiatives AS i
        LEFT JOIN organisations AS lead ON lead.organisation_id = i.lead_id
        LEFT JOIN clusters ON clusters.cluster_id = i.cluster_id
        WHERE i.initiative_id = :id
        """,
        id=initiative_id,
    ).to_pylist()
    return worded(store, rows)[0] if rows else None


_FRAMES = {
    "themes": """
        SELECT theme AS code, v.lt AS name_lt, v.en AS name_en FROM initiative_themes
        JOIN vocabularies AS v ON v.vocabulary = 'theme' AND v.code = theme WHERE n = :n ORDER BY theme
    """,
    "sectors": """
        SELECT sector AS code, v.lt AS name_lt, v.en AS name_en FROM initiative_sectors
        JOIN vocabularies AS v ON v.vocabulary = 'sector' AND v.code = sector WHERE n = :n ORDER BY sector
    """,
    "participants": """
        WITH ranked(role, place) AS
             (VALUES ('lead', 1), ('host', 2), ('partner', 3), ('beneficiary', 4), ('funder', 5))
        SELECT organisation_id, o.name_lt, o.name_en, r.lt AS role_name_lt, r.en AS role_name_en,
               k.lt AS kind_name_lt, k.en AS kind_name_en, p.name_stated
        FROM initiative_partners AS p JOIN organisations AS o USING (organisation_id)
        JOIN ranked ON ranked.role = p.role
        JOIN vocabularies AS r ON r.vocabulary = 'role' AND r.code = p.role
        JOIN vocabularies AS k ON k.vocabulary = 'organisation-kind' AND k.code = o.kind
        WHERE p.n = :n ORDER BY ranked.place, o.name_lt_sort, organisation_id
    """,
    "milestones": """
        SELECT date, date_precision, title_lt, title_en, source_url
        FROM milestones WHERE n = :n ORDER BY date, date_precision
    """,
    "amounts": """
        SELECT k.lt AS kind_name_lt, k.en AS kind_name_en, cast(amount AS DOUBLE) AS amount, currency,
               b.lt AS basis_name_lt, b.en AS basis_name_en
        FROM initiative_amounts AS a
        JOIN vocabularies AS k ON k.vocabulary = 'amount-kind' AND k.code = a.kind
        JOIN vocabularies AS b ON b.vocabulary = 'basis' AND b.code = a.basis
        WHERE n = :n ORDER BY CASE a.kind WHEN 'total' THEN 1 ELSE 2 END, a.kind
    """,
    "places": """
        SELECT p.level, p.code, coalesce(m.name_lt, c.name_lt) AS name_lt, coalesce(m.name_en, c.name_en) AS name_en,
               p.city, r.lt AS role_name_lt, r.en AS role_name_en
        FROM initiative_places AS p
        JOIN vocabularies AS r ON r.vocabulary = 'place-role' AND r.code = p.role
        LEFT JOIN municipalities AS m ON p.level = 'municipality' AND m.municipality = p.code
        LEFT JOIN counties AS c ON p.level = 'county' AND c.county = p.code
        WHERE n = :n ORDER BY p.level, p.code, p.role
    """,
    "streams": """
        SELECT stream_id, f.lt AS fund_name_lt, f.en AS fund_name_en, s.period,
               coalesce(s.objective_lt, s.priority_lt, s.programme_lt, s.description_lt) AS name_lt,
               coalesce(s.objective_en, s.priority_en, s.programme_en, s.description_en) AS name_en,
               c.lt AS certainty_name_lt, c.en AS certainty_name_en
        FROM initiative_streams AS i JOIN funding_streams AS s USING (stream_id)
        JOIN vocabularies AS f ON f.vocabulary = 'fund' AND f.code = s.fund
        JOIN vocabularies AS c ON c.vocabulary = 'certainty' AND c.code = i.certainty
        WHERE n = :n ORDER BY s.period, stream_id
    """,
    "aims": """
        SELECT a.aim_lt, a.aim_en, s.name_lt AS strategy_lt, s.name_en AS strategy_en, s.period,
               c.lt AS certainty_name_lt, c.en AS certainty_name_en
        FROM initiative_aims AS i JOIN strategy_aims AS a USING (aim_id) JOIN strategies AS s USING (strategy_id)
        JOIN vocabularies AS c ON c.vocabulary = 'certainty' AND c.code = i.certainty
        WHERE n = :n ORDER BY s.name_lt_sort, aim_id
    """,
    "relations": """
        WITH relations AS (
            SELECT related_n AS n, kind AS relation FROM initiative_relations WHERE n = :n
            UNION
            SELECT n, CASE kind WHEN 'part-of' THEN 'parts' WHEN 'follows' THEN 'followed-by' ELSE kind END
            FROM initiative_relations WHERE related_n = :n)
        SELECT relation, initiative_id, title_lt, title_en
        FROM relations JOIN initiatives USING (n) ORDER BY relation, title_lt_sort, n
    """,
}
_SIMILAR = """
    WITH tagged AS (SELECT n, 'theme ' || theme AS tag FROM initiative_themes
                    UNION ALL SELECT n, 'sector ' || sector FROM initiative_sectors),
         mine AS (SELECT tag FROM tagged WHERE n = :n),
         others AS (SELECT tagged.n, count(*) AS tags, count(mine.tag) AS shared
                    FROM tagged LEFT JOIN mine ON mine.tag = tagged.tag WHERE tagged.n <> :n GROUP BY tagged.n),
         compared AS (SELECT n, shared, tags + (SELECT count(*) FROM mine) - shared AS either FROM others),
         linked AS (SELECT related_n AS n FROM initiative_relations WHERE n = :n
                    UNION SELECT n FROM initiative_relations WHERE related_n = :n)
    SELECT i.initiative_id, i.title_lt, i.title_en, compared.shared, compared.either AS tags
    FROM compared JOIN initiatives AS i ON i.n = compared.n
    JOIN initiatives AS this ON this.n = :n AND this.collection = i.collection
    WHERE compared.shared >= :close * compared.either AND compared.n NOT IN (SELECT n FROM linked)
    ORDER BY cast(compared.shared AS DOUBLE) / nullif(compared.either, 0) DESC, compared.shared DESC,
             i.title_lt_sort, i.n
    LIMIT :closest
"""
