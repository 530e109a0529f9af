"""How big the ecosystem is, what moves, and where the data stops."""

import streamlit as st

from ecosystem.charts import clusters as cluster_charts
from ecosystem.charts import funding as funding_charts
from ecosystem.charts import initiatives as charts
from ecosystem.charts import organisations as organisation_charts
from ecosystem.measures import clusters, dataset, funding, initiatives, organisations, overview
from pages.parts import figures, navigation, session, show

view = session.current()
say = view.language.say
initiatives_heading = {"initiatives": say("Initiatives")}

show.summary(view)
figures.band(view, view.ask(overview.figures), view.ask(funding.stated))

left, right = st.columns([3, 2], gap="small")
with left, show.card(say("When initiatives started")):
    until = view.once("collecting", lambda: dataset.collecting_until(view.store))
    headings = {"year": say("Year")} | initiatives_heading
    years = view.ask(initiatives.by_start_year)
    show.answer(view, "years", years, charts.by_start_year, until, headings=headings, known=True)
with right, show.card(say("What the records do not say")):
    note = say("Hatched: not known. Nationwide and cross-border initiatives have no single place and count as known.")
    headings = {"fact": say("Fact"), "known": say("Known"), "unknown": say("Not known")}
    unknowns = view.ask(initiatives.unknowns)
    show.answer(view, "unknowns", unknowns, charts.unknowns, headings=headings, notes=[note])

with show.card(say("Which themes in which sectors")):
    headings = {"theme": say("Theme"), "sector": say("Sector")} | initiatives_heading
    notes = [
        say("An initiative may have several themes and sectors, so cells add up to more. A dash: none recorded."),
        say("The table holds every theme and sector."),
    ]
    pairs = view.ask(initiatives.themes_by_sectors)
    show.answer(view, "pairs", pairs, charts.themes_by_sectors, headings=headings, notes=notes, wide=True)

left, right = st.columns(2, gap="small")
with left, show.card(say("Which funds pay")):
    headings = {"fund": say("Fund")} | initiatives_heading
    show.answer(view, "funds", view.ask(funding.by_fund), funding_charts.by_fund, headings=headings, known=True)
with right, show.card(say("Who pays, as sources name it")):
    headings = {"payer": say("Payer")} | initiatives_heading
    notes = [say("Those named most often are drawn; the table holds all.")]
    payers = view.ask(funding.by_payer)
    show.answer(view, "payers", payers, funding_charts.by_payer, headings=headings, notes=notes, known=True)

left, right = st.columns(2, gap="small")
with left, show.card(say("Clusters by status and sector")):
    states = view.ask(clusters.by_status)
    show.draw(view, "states", states, cluster_charts.by_status)
    headings = {"sector": say("Sector"), "clusters": say("Clusters"), "cluster_like": say("of these, cluster-like")}
    notes = [say("A status is as of its source. A cluster may have several sectors.")]
    sectors = view.ask(clusters.by_sector)
    show.answer(view, "sectors", sectors, cluster_charts.by_sector, headings=headings, notes=notes)
with right, show.card(say("Organisations by kind")):
    headings = {"kind": say("Kind"), "organisations": say("Organisations")}
    show.answer(view, "kinds", view.ask(organisations.by_kind), organisation_charts.by_kind, headings=headings)

with show.card(say("Questions about the data")), st.container(horizontal=True):
    navigation.question(say("What counts as social innovation here?"), "definitions")
    navigation.question(say("How were the records gathered and coded?"), "records")
    navigation.question(say("How is each figure counted?"), "measures")
    navigation.question(say("Where does the data come from?"), "sources")
