"""The filters as one frozen value: what is chosen, for pages, exports and programs alike."""

from __future__ import annotations

from dataclasses import dataclass

from ecosystem.model import OWN_COLLECTION

DEFAULT_RELEVANCE = ("core", "related")
# What a noun other than initiatives takes while no filter is set: all of it.
_ALL = {
    "initiatives": "",
    "clusters": ", chosen_clusters AS (SELECT cluster_id FROM clusters)",
    "organisations": ", chosen_organisations AS (SELECT organisation_id FROM organisations)",
    "funding-streams": ", chosen_streams AS (SELECT stream_id FROM funding_streams)",
}


@dataclass(frozen=True)
class Selection:
    """Which initiatives are meant; the default is the ecosystem's own, core and related."""

    collection: str = OWN_COLLECTION
    relevance: tuple[str, ...] = DEFAULT_RELEVANCE

    def chosen(self, of: str = "initiatives") -> tuple[str, dict[str, object]]:
        """The start of a query, and the values bound in it.

        The text gives `chosen(n)`, the initiatives, and for another noun also `chosen_…`, its ids.
        """
        bound: dict[str, object] = {"collection": self.collection}
        bound |= {f"relevance_{position}": value for position, value in enumerate(self.relevance)}
        among = ", ".join(f":relevance_{position}" for position in range(len(self.relevance)))
        where = f"collection = :collection AND relevance IN ({among})"
        return f"WITH chosen AS (SELECT n FROM initiatives WHERE {where}){_ALL[of]}", bound
