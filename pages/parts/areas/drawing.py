"""The map itself; a click on it chooses a place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ecosystem import seed
from ecosystem.boundaries import hatching
from ecosystem.charts import areas as charts
from ecosystem.measures import places, seats
from ecosystem.selection import NONE
from pages.parts import session, show
from pages.parts.areas.shown import SYMBOLS, title
from pages.parts.boundaries import stamp

if TYPE_CHECKING:
    from ecosystem.measures.choices import Choices
    from ecosystem.measures.measured import Measured
    from ecosystem.measures.places import Areas, Level
    from pages.parts.areas.shown import Shown
    from pages.parts.session import View

KEY = "map"
SEATS = {"clusters": seats.clusters, "organisations": seats.organisations}


def draw(view: View, shown: Shown) -> None:
    """The map alone; a click on a place chooses it, a second frees it."""
    found, drawn = areas(view, shown.level), _drawn(view, shown)
    figure = view.keep(
        "map",
        lambda: charts.shaded(found.frame, drawn, view.language, view.colours),
        shown,
        stamp(places.TABLES[shown.level]),
    )
    show.figure(
        figure,
        KEY,
        f"{title(view, shown)}. {show.said(view)}",
        on_select=partial(_clicked, view.choices),
        stretch=view.present,
    )


def areas(view: View, level: Level) -> Areas:
    """The areas of a level, whatever place is chosen."""
    return view.everywhere.ask(places.by_area, level)


def _clicked(known: Choices) -> None:
    points = st.session_state[KEY].selection.points
    if not points:
        # The second of two quick clicks takes the first one back in the browser only.
        session.hold()
        return
    code = points[0]["customdata"]
    level: Level = "county" if known.county_of(code) is None else "municipality"
    session.choose(places.clicked(session.chosen(), level, code, known))


def _drawn(view: View, shown: Shown) -> charts.Drawn:
    level, lying = places.TABLES[shown.level], symbols(view, shown)
    return charts.Drawn(
        level,
        shown.measure,
        {
            table: [code for code in getattr(view.selection, name) if code != NONE]
            for name, table in places.TABLES.items()
        },
        view.once("hatching", lambda: hatching.hatching(seed.DATA, level), level, stamp(level)),
        lying.frame if lying else None,
        view.language.say(SYMBOLS[shown.symbols]),
    )


def symbols(view: View, shown: Shown) -> Measured | None:
    """The seats of clusters or organisations that lie on the map; None where none are to."""
    return view.everywhere.ask(SEATS[shown.symbols]) if shown.symbols in SEATS else None
