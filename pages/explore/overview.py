"""How big the ecosystem is, what moves, and where the data stops."""

import streamlit as st

from ecosystem.charts import clusters as cluster_charts
from ecosystem.measures import clusters, funding, overview
from pages.parts import chart, figures, navigation, session, show
from pages.parts.overview import charts_by_name

view = session.current()
say = view.language.say
drawn = charts_by_name(view)

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
