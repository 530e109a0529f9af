"""How big the ecosystem is: the figures at the head of the overview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.measures.measured import share

if TYPE_CHECKING:
    from ecosystem.selection import Selection
    from ecosystem.store import Store

CULTURE = "culture-and-creative-industries"


@dataclass(frozen=True)
class Figures:
    """Counts of the selection. `general` and `general_culture` count the generally gathered initiatives only."""

    initiatives: int
    core: int
    ongoing: int
    status_unknown: int
    general: int
    general_culture: int
    organisations: int
    organisations_without_tie: int
    clusters: int
    clusters_active: int
    clusters_status_unknown: int

    @property
    def culture_share(self) -> float | None:
        """Share of the generally gathered initiatives that involve culture; None where there are none.

        The later search was aimed at culture and would raise the share, so its records stay out.
        """
        return share(self.general_culture, self.general)


def figures(store: Store, selection: Selection) -> Figures:
    """The counts of `Figures`; organisations are those with a tie to a cluster or an initiative."""
    initiatives = store.measure(
        """
        SELECT count(*) AS initiatives,
               count(CASE WHEN relevance = 'core' THEN 1 END) AS core,
               count(CASE WHEN status = 'ongoing' THEN 1 END) AS ongoing,
               count(CASE WHEN status = 'unknown' THEN 1 END) AS status_unknown,
               count(CASE WHEN gathered_by = 'general' THEN 1 END) AS general,
               count(CASE WHEN gathered_by = 'general' AND n IN
                          (SELECT n FROM initiative_sectors WHERE sector = :culture) THEN 1 END) AS general_culture
        FROM initiatives JOIN chosen USING (n)
        """,
        selection,
        culture=CULTURE,
    ).to_pylist()[0]
    organisations = store.measure(
        """
        WITH tied AS (SELECT organisation_id FROM initiative_partners
                      UNION SELECT organisation_id FROM cluster_members)
        SELECT count(tied.organisation_id) AS organisations,
               count(*) - count(tied.organisation_id) AS organisations_without_tie
        FROM chosen_organisations LEFT JOIN tied USING (organisation_id)
        """,
        selection,
        of="organisations",
    ).to_pylist()[0]
    clusters = store.measure(
        """
        SELECT count(*) AS clusters,
               count(CASE WHEN status = 'active' THEN 1 END) AS clusters_active,
               count(CASE WHEN status = 'unknown' THEN 1 END) AS clusters_status_unknown
        FROM clusters JOIN chosen_clusters USING (cluster_id)
        """,
        selection,
        of="clusters",
    ).to_pylist()[0]
    return Figures(**initiatives, **organisations, **clusters)
