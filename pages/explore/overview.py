"""How big the ecosystem is, what moves, and where the data stops."""

import streamlit as st

from ecosystem.charts import clusters as cluster_charts
from ecosystem.charts import funding as funding_charts
from ecosystem.charts import initiatives as charts
from ecosystem.charts import organisations as organisation_charts
from ecosystem.measures import clusters, dataset, funding, initiatives, organisations, overview
from pages.parts import chart, figures, navigation, session, show
from pages.parts.chart import Chart

view = session.current()
say = view.language.say
counted = {"initiatives": say("Initiatives")}
until = view.once("collecting", lambda: dataset.collecting_until(view.store))
hatched = say("Hatched: not known. Nationwide and cross-border initiatives have no single place and count as known.")
several = say("An initiative may have several themes and sectors, so cells add up to more. A dash: none recorded.")

drawn = {
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

if view.present:
    chart.one_of(view, drawn)
else:
    show.summary(view)
    figures.band(view, view.ask(overview.figures), view.ask(funding.stated))
    chart.rows(view, drawn, [{"years": 3, "unknowns": 2}, {"pairs": 1}, {"funds": 1, "payers": 1}])
    left, right = st.columns(2, gap="small")
    with left:
        with show.card(say("Clusters by status"), stretch=False):
            states = view.ask(clusters.by_status)
            show.draw(view, "states", states, cluster_charts.by_status)
            show.coverage(states.coverage, view.language, say("A status is as of its source."))
        chart.card(view, "sectors", drawn["sectors"])
    with right:
        chart.card(view, "kinds", drawn["kinds"])
    with show.card(say("Questions about the data")), st.container(horizontal=True):
        navigation.question(say("What counts as social innovation here?"), "definitions")
        navigation.question(say("How were the records gathered and coded?"), "records")
        navigation.question(say("How is each figure counted?"), "measures")
        navigation.question(say("Where does the data come from?"), "sources")
