"""Beside the map: the records that are on no place of it, and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ecosystem.language import capital
from ecosystem.measures import places
from ecosystem.messages import mark
from pages.parts import navigation, show
from pages.parts.areas.drawing import areas
from pages.parts.areas.shown import MEASURES
from pages.parts.plain import plain

if TYPE_CHECKING:
    from typing import Any

    from pages.parts.areas.shown import Shown
    from pages.parts.session import View

HEADINGS = {"county": mark("By county"), "municipality": mark("By municipality")}
PLACES = {"county": mark("County"), "municipality": mark("Municipality")}
# What stands beside the map beneath the tray: the last row is cut, for there are more to scroll to.
HEIGHT_PX = 252


def tray(view: View, shown: Shown) -> None:
    """The records that stand in no single place, by scope; each number leads to exactly those."""
    say, found = view.language.say, areas(view, shown.level)
    with show.card(say("Not on the map: {n}", n=view.language.number(sum(found.tray.values()))), stretch=False):
        if not found.tray:
            st.caption(say("Every initiative has a place here."))
            return
        rows = [
            {
                say("Scope"): _scope(view, shown, scope),
                say("Initiatives"): view.language.number(number),
            }
            for scope, number in found.tray.items()
        ]
        with st.container(key="tray"):
            st.table(pd.DataFrame(rows), border="horizontal", hide_index=True, hide_header=True)


def _scope(view: View, shown: Shown, scope: str) -> str:
    words = capital(view.choices.name("scope", scope, view.language))
    return navigation.initiatives(words, places.in_tray(view.selection, shown.level, scope))


def table(view: View, shown: Shown) -> None:
    """The map as a table: each name chooses its place, as a click on the map does, the chosen one is freed."""
    say = view.language.say
    ranked = places.ranked(areas(view, shown.level).frame, shown.measure, shown.level, view.in_order(shown.level))
    rows = [
        {
            say(PLACES[shown.level]): _name(view, shown, row),
            say(MEASURES[shown.measure]): plain(_value(view, shown, row)),
        }
        for row in ranked.to_dict("records")
    ]
    with (
        show.card(say(HEADINGS[shown.level]), stretch=False),
        st.container(key="areas", height=HEIGHT_PX, border=False),
    ):
        st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)


def _name(view: View, shown: Shown, row: dict[str, Any]) -> str:
    code, level = row["code"], shown.level
    after = places.clicked(view.selection, level, code, view.choices)
    chosen = code in getattr(view.selection, level)
    return navigation.here(view.language.of(row, "name"), after, chosen, chosen and code not in getattr(after, level))


def _value(view: View, shown: Shown, row: dict[str, Any]) -> str:
    if shown.measure == "count" and row["initiatives"]:
        return view.language.number(row["initiatives"])
    return places.told(row, shown.measure, view.language)
