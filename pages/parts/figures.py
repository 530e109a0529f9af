"""The band of figures at the head of the overview, each with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.parts import show

if TYPE_CHECKING:
    from ecosystem.measures.funding import Stated
    from ecosystem.measures.overview import Figures
    from pages.parts.session import View


def band(view: View, figures: Figures, stated: Stated) -> None:
    """Initiatives, ongoing ones, culture's share, organisations, clusters, and the sum that is stated."""
    say, plural, number = view.language.say, view.language.plural, view.language.number
    amount = view.language.short_money(float(stated.total)) if stated.total is not None else "–"
    of = {"used": number(stated.coverage.used), "records": number(stated.coverage.records)}
    sum_label = say("Total budget") if stated.coverage.enough else say("Budgets stated")
    with st.container(border=True), st.grid(6, min_column_width=118, gap=("small", "medium")):
        show.metric(say("Initiatives"), number(figures.initiatives), say("{n} core", n=number(figures.core)))
        show.metric(
            say("Ongoing"),
            number(figures.ongoing),
            plural("status of {n} not known", "status of {n} not known", figures.status_unknown),
        )
        show.metric(
            say("Culture takes part"),
            view.language.percent(figures.culture_share),
            say(
                "{part} of {whole} gathered by general search",
                part=number(figures.general_culture),
                whole=number(figures.general),
            ),
        )
        show.metric(
            say("Organisations"),
            number(figures.organisations),
            plural("{n} more without a tie", "{n} more without a tie", figures.organisations_without_tie),
        )
        show.metric(
            say("Clusters"),
            number(figures.clusters),
            say(
                "{active} active, {unknown} not known",
                active=number(figures.clusters_active),
                unknown=number(figures.clusters_status_unknown),
            ),
        )
        show.metric(sum_label, amount, say("by {used} of {records} initiatives", **of))
