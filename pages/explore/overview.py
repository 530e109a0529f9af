"""How big the ecosystem is, what moves, and where the data stops."""

import streamlit as st

from ecosystem.charts import clusters as cluster_charts
from ecosystem.charts import funding as funding_charts
from ecosystem.charts import initiatives as initiative_charts
from ecosystem.charts import organisations as organisation_charts
from ecosystem.measures import clusters, dataset, funding, initiatives, organisations, overview
from pages.parts import figures, navigation, session, show

view = session.current()
say, language = view.language.say, view.language

figures.band(view, view.ask(overview.figures), view.ask(funding.stated))

left, right = st.columns([3, 2], gap="small")
years = view.ask(initiatives.by_start_year)
until = dataset.collecting_until(view.store)
with left, show.card(say("When initiatives started")):
    chart = view.draw(initiative_charts.by_start_year, years.frame, until, of="initiatives")
    show.figure(chart, "years", years.summary(language))
    show.strip(view, years.coverage, "years-strip")
    show.coverage(years.coverage, language)
    show.table(years.frame, {"year": say("Year"), "initiatives": say("Initiatives")}, language, "years", long=True)

unknowns = view.ask(initiatives.unknowns)
with right, show.card(say("What the records do not say")):
    chart = view.draw(initiative_charts.unknowns, unknowns.frame, of="initiatives")
    show.figure(chart, "unknowns", unknowns.summary(language))
    show.coverage(
        unknowns.coverage,
        language,
        say("Hatched: not known. Nationwide and cross-border initiatives have no single place and count as known."),
    )

pairs = view.ask(initiatives.themes_by_sectors)
with show.card(say("Which themes in which sectors")):
    with st.grid(1, wrap=False, min_column_width=1000):
        chart = view.draw(initiative_charts.themes_by_sectors, pairs.frame, of="initiatives")
        show.figure(chart, "pairs", pairs.summary(language))
    show.coverage(
        pairs.coverage,
        language,
        say("An initiative may have several themes and sectors, so cells add up to more. A dash: none recorded."),
        say("The table holds every theme and sector."),
    )
    headings = {"theme": say("Theme"), "sector": say("Sector"), "initiatives": say("Initiatives")}
    show.table(pairs.frame, headings, language, "pairs", long=True)

left, right = st.columns(2, gap="small")
funds = view.ask(funding.by_fund)
with left, show.card(say("Which funds pay")):
    show.figure(view.draw(funding_charts.by_fund, funds.frame, of="funds"), "funds", funds.summary(language))
    show.strip(view, funds.coverage, "funds-strip")
    show.coverage(funds.coverage, language)
    show.table(funds.frame, {"fund": say("Fund"), "initiatives": say("Initiatives")}, language, "funds")

payers = view.ask(funding.by_payer)
with right, show.card(say("Who pays, as sources name it")):
    show.figure(view.draw(funding_charts.by_payer, payers.frame, of="payers"), "payers", payers.summary(language))
    show.strip(view, payers.coverage, "payers-strip")
    show.coverage(payers.coverage, language, say("Those named most often are drawn; the table holds all."))
    show.table(payers.frame, {"payer": say("Payer"), "initiatives": say("Initiatives")}, language, "payers", long=True)

left, right = st.columns(2, gap="small")
states, sectors = view.ask(clusters.by_status), view.ask(clusters.by_sector)
with left, show.card(say("Clusters by status and sector")):
    show.figure(view.draw(cluster_charts.by_status, states.frame, of="clusters"), "states", states.summary(language))
    show.figure(view.draw(cluster_charts.by_sector, sectors.frame, of="clusters"), "sectors", sectors.summary(language))
    show.coverage(sectors.coverage, language, say("A status is as of its source. A cluster may have several sectors."))
    headings = {"sector": say("Sector"), "clusters": say("Clusters"), "cluster_like": say("of these, cluster-like")}
    show.table(sectors.frame, headings, language, "sectors")

kinds = view.ask(organisations.by_kind)
with right, show.card(say("Organisations by kind")):
    show.figure(view.draw(organisation_charts.by_kind, kinds.frame, of="kinds"), "kinds", kinds.summary(language))
    show.coverage(kinds.coverage, language)
    show.table(kinds.frame, {"kind": say("Kind"), "organisations": say("Organisations")}, language, "kinds")

with show.card(say("Questions about the data")), st.container(horizontal=True):
    navigation.question(say("What counts as social innovation here?"), "definitions", language)
    navigation.question(say("How were the records gathered and coded?"), "records", language)
    navigation.question(say("How is each figure counted?"), "measures", language)
    navigation.question(say("Where does the data come from?"), "sources", language)
