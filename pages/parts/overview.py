"""The charts of the overview: what each asks, how it is drawn, what stands with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.charts import clusters as cluster_charts
from ecosystem.charts import funding as funding_charts
from ecosystem.charts import initiatives as charts
from ecosystem.charts import organisations as organisation_charts
from ecosystem.measures import clusters, dataset, funding, initiatives, organisations
from pages.parts.chart import Chart

if TYPE_CHECKING:
    from ecosystem.messages import Say
    from pages.parts.session import View


def charts_by_name(view: View) -> dict[str, Chart]:
    """The charts in the order in which a room sees them."""
    say = view.language.say
    until = view.once("collecting", lambda: dataset.collecting_until(view.store))
    counted = {"initiatives": say("Initiatives")}
    return {**_known(say, until, counted), **_tags(say, counted), **_funding(say, counted), **_bodies(say)}


def _known(say: Say, until: int, counted: dict[str, str]) -> dict[str, Chart]:
    hatched = say(
        "Hatched: not known. Nationwide and cross-border initiatives have no single place and count as known."
    )
    return {
        "years": Chart(
            say("When initiatives started"),
            initiatives.by_start_year,
            charts.by_start_year,
            {"year": say("Year")} | counted,
            values=(until,),
            known=True,
        ),
        "unknowns": Chart(
            say("What the records do not say"),
            initiatives.unknowns,
            charts.unknowns,
            {"fact": say("Fact"), "known": say("Known"), "unknown": say("Not known")},
            notes=(hatched,),
        ),
    }


def _tags(say: Say, counted: dict[str, str]) -> dict[str, Chart]:
    several = say("An initiative may have several themes and sectors, so cells add up to more. A dash: none recorded.")
    return {
        "pairs": Chart(
            say("Which themes in which sectors"),
            initiatives.themes_by_sectors,
            charts.themes_by_sectors,
            {"theme": say("Theme"), "sector": say("Sector")} | counted,
            notes=(several,),
            of_table=(say("The table holds every theme and sector."),),
            wide=True,
            frequent=True,
        ),
    }


def _funding(say: Say, counted: dict[str, str]) -> dict[str, Chart]:
    return {
        "funds": Chart(
            say("Which funds pay"), funding.by_fund, funding_charts.by_fund, {"fund": say("Fund")} | counted, known=True
        ),
        "payers": Chart(
            say("Who pays, as sources name it"),
            funding.by_payer,
            funding_charts.by_payer,
            {"payer": say("Payer")} | counted,
            of_table=(say("Those named most often are drawn; the table holds all."),),
            known=True,
            frequent=True,
        ),
    }


def _bodies(say: Say) -> dict[str, Chart]:
    return {
        "sectors": Chart(
            say("Clusters by sector"),
            clusters.by_sector,
            cluster_charts.by_sector,
            {"sector": say("Sector"), "clusters": say("Clusters"), "cluster_like": say("of these, cluster-like")},
            notes=(say("A cluster may have several sectors."),),
            frequent=True,
        ),
        "kinds": Chart(
            say("Organisations by kind"),
            organisations.by_kind,
            organisation_charts.by_kind,
            {"kind": say("Kind"), "organisations": say("Organisations")},
        ),
    }
