"""Clusters and cluster-like bodies: how many there are, in which sectors, and of what status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.measures.measured import Coverage, Measured
from ecosystem.messages import mark_plural

if TYPE_CHECKING:
    from ecosystem.language import Language
    from ecosystem.selection import Selection
    from ecosystem.store import Store


def by_status(store: Store, selection: Selection) -> Measured:
    """One row a status: `status, status_lt, status_en, clusters`, in the order active, inactive, unknown.

    A status is as of its source. Unknown counts as not covered.
    """
    rows = store.measure(
        """
        SELECT status, v.lt AS status_lt, v.en AS status_en, count(*) AS clusters
        FROM clusters JOIN chosen_clusters USING (cluster_id)
        JOIN vocabularies AS v ON v.vocabulary = 'cluster-status' AND v.code = status
        GROUP BY status, v.lt, v.en ORDER BY status
        """,
        selection,
        of="clusters",
    ).to_pandas()
    records = int(rows["clusters"].sum())
    unknown = int(rows.loc[rows["status"] == "unknown", "clusters"].sum())
    left_out = {mark_plural("the status of {n} is not known", "the status of {n} is not known"): unknown}

    def summary(language: Language) -> str:
        return language.plural("{n} cluster is recorded.", "{n} clusters are recorded.", records)

    return Measured(rows, Coverage(records, records - unknown, left_out), summary)


def by_sector(store: Store, selection: Selection) -> Measured:
    """One row a sector as cluster sources name it: `sector, sector_lt, sector_en, clusters, cluster_like`.

    Most clusters first; `cluster_like` are those of `clusters` that are cluster-like bodies. A cluster may have several
    sectors, so counts do not add up to the number of clusters.
    """
    rows = store.measure(
        """
        SELECT stated_as AS sector, v.lt AS sector_lt, v.en AS sector_en, count(DISTINCT cluster_id) AS clusters,
               count(DISTINCT CASE WHEN cluster_type = 'cluster-like' THEN cluster_id END) AS cluster_like
        FROM cluster_sectors JOIN chosen_clusters USING (cluster_id) JOIN clusters USING (cluster_id)
        JOIN vocabularies AS v ON v.vocabulary = 'cluster-sector' AND v.code = stated_as
        GROUP BY stated_as, v.lt, v.en ORDER BY clusters DESC, stated_as
        """,
        selection,
        of="clusters",
    ).to_pandas()
    counts = store.measure(
        """
        SELECT count(*) AS records, count(CASE WHEN cluster_id IN (SELECT cluster_id FROM cluster_sectors) THEN 1 END)
               AS used FROM chosen_clusters
        """,
        selection,
        of="clusters",
    ).to_pylist()[0]
    without = counts["records"] - counts["used"]
    left_out = {mark_plural("{n} cluster has no sector", "{n} clusters have no sector"): without}

    def summary(language: Language) -> str:
        if rows.empty:
            return language.say("No cluster has a sector.")
        top = rows.iloc[0]
        return language.say(
            "Most clusters: {sector}, {clusters}.",
            sector=top[f"sector_{language.code}"],
            clusters=language.number(int(top["clusters"])),
        )

    return Measured(rows, Coverage(counts["records"], counts["used"], left_out), summary)
