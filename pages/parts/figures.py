"""The band of figures at the head of the overview, each with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.measures.measured import millions
from pages.parts import show

if TYPE_CHECKING:
    from ecosystem.measures.funding import Stated
    from ecosystem.measures.overview import Figures
    from pages.parts.session import View


def band(view: View, figures: Figures, stated: Stated) -> None:
    """Initiatives, ongoing ones, culture's share, organisations, clusters, and the sum that is stated."""
    say, number = view.language.say, view.language.number
    unit, amount = _amount(view, stated)
    of = {"used": number(stated.coverage.used), "records": number(stated.coverage.records)}
    box = st.container(border=True)
    with box, st.grid(6, min_column_width=118, gap=("small", "medium")):
        show.metric(say("Initiatives"), number(figures.initiatives), say("core: {n}", n=number(figures.core)))
        show.metric(
            say("Ongoing"),
            number(figures.ongoing),
            say("status not known: {n}", n=number(figures.status_unknown)),
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
            say("tied to these initiatives")
            if view.selection.narrows
            else say("{n} more without a tie", n=number(figures.organisations_without_tie)),
        )
        show.metric(
            say("Clusters"),
            number(figures.clusters),
            say(
                "active: {active}, not known: {unknown}",
                active=number(figures.clusters_active),
                unknown=number(figures.clusters_status_unknown),
            ),
        )
        show.metric(unit, amount, say("by {used} of {records} initiatives", **of))
    with box:
        show.coverage(stated.coverage, view.language, before=say("Budgets."))


def _amount(view: View, stated: Stated) -> tuple[str, str]:
    """The label with its unit and the amount in it: a value with its unit is too wide for a narrow screen.

    Below half coverage the sum is what is stated, never a total.
    """
    say, total = view.language.say, float(stated.total or 0)
    in_millions = millions(total)
    if in_millions is not None:
        unit = say("Total, € million") if stated.coverage.enough else say("Stated, € million")
        return unit, view.language.number(in_millions, 1)
    unit = say("Total, €") if stated.coverage.enough else say("Stated, €")
    return unit, view.language.number(total) if stated.total is not None else "–"
