"""Organisations that take part: how many of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.measures.measured import Coverage, Measured
from ecosystem.messages import mark_plural

if TYPE_CHECKING:
    from ecosystem.language import Language
    from ecosystem.selection import Selection
    from ecosystem.store import Store

# The chosen organisations that have a tie: `bodies(organisation_id, kind, municipality, body)`. A municipality and its
# administration stand for one body: where each names the other, both have the same `body`.
BODIES = """
    tied AS (SELECT organisation_id FROM initiative_partners UNION SELECT organisation_id FROM cluster_members),
    ours AS (SELECT o.organisation_id, o.kind, o.municipality, o.related_organisation_id
             FROM organisations AS o JOIN chosen_organisations USING (organisation_id)
             JOIN tied USING (organisation_id)),
    bodies AS (SELECT ours.organisation_id, ours.kind, ours.municipality,
                      CASE WHEN other.organisation_id IS NULL THEN ours.organisation_id
                           ELSE least(ours.organisation_id, other.organisation_id) END AS body
               FROM ours LEFT JOIN organisations AS other
                 ON other.organisation_id = ours.related_organisation_id
                AND other.related_organisation_id = ours.organisation_id
                AND other.kind = 'municipality' AND ours.kind = 'municipality')
"""
NO_TIE = mark_plural("{n} has no tie", "{n} have no tie")
WITH_MUNICIPALITY = mark_plural("{n} is counted with its municipality", "{n} are counted with their municipality")


def by_kind(store: Store, selection: Selection) -> Measured:
    """One row a kind: `kind, kind_lt, kind_en, organisations`, most frequent first.

    Counted are organisations with a tie to a cluster or an initiative; the others are left out. A municipality and its
    administration are two bodies that stand for one: where each names the other they count once, under municipality.
    """
    rows = store.measure(
        f"""
        WITH {BODIES}
        SELECT kind, v.lt AS kind_lt, v.en AS kind_en, count(DISTINCT body) AS organisations, count(*) AS records
        FROM bodies JOIN vocabularies AS v ON v.vocabulary = 'organisation-kind' AND v.code = kind
        GROUP BY kind, v.lt, v.en ORDER BY organisations DESC, kind
        """,
        selection,
        of="organisations",
    ).to_pandas()
    listed = store.measure("SELECT count(*) AS number FROM chosen_organisations", selection, of="organisations")
    records, tied, bodies = (
        int(listed["number"][0].as_py()),
        int(rows["records"].sum()),
        int(rows["organisations"].sum()),
    )
    left_out = {NO_TIE: records - tied, WITH_MUNICIPALITY: tied - bodies}

    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No organisation takes part.")
        top = rows.iloc[0]
        return language.say(
            "Most frequent: {kind}, {number}.",
            kind=top[f"kind_{language.code}"],
            number=language.number(int(top["organisations"])),
        )

    return Measured(rows.drop(columns="records"), Coverage(records, bodies, left_out), summary)
