"""What the map shows: level, measure, symbols; read from the address, chosen by its switches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import streamlit as st

from ecosystem.language import capital
from ecosystem.measures.choices import LABELS
from ecosystem.messages import mark
from ecosystem.selection import places as meanings
from ecosystem.selection.value import TAKES_PLACE
from pages.parts import session, status
from pages.parts.popover import popover

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecosystem.measures.places import Level
    from pages.parts.session import View

LEVELS: dict[Level, str] = {"county": mark("Counties"), "municipality": mark("Municipalities")}
MEASURES = {
    "count": mark("Number of initiatives"),
    "culture": mark("Initiatives with culture"),
    "amount": mark("Budgets stated"),
    "per-capita": mark("Per 10,000 inhabitants"),
}
TITLES = {
    ("count", "county"): mark("Initiatives by county"),
    ("count", "municipality"): mark("Initiatives by municipality"),
    ("culture", "county"): mark("Initiatives that involve culture, by county"),
    ("culture", "municipality"): mark("Initiatives that involve culture, by municipality"),
    ("amount", "county"): mark("Budgets that initiatives state, by county"),
    ("amount", "municipality"): mark("Budgets that initiatives state, by municipality"),
    ("per-capita", "county"): mark("Initiatives per 10,000 inhabitants, by county"),
    ("per-capita", "municipality"): mark("Initiatives per 10,000 inhabitants, by municipality"),
}
SYMBOLS = {"none": mark("No symbols"), "clusters": mark("Clusters"), "organisations": mark("Organisations")}
# Symbols hide the small municipalities that lie under the largest ones.
SYMBOLS_OF: dict[Level, str] = {"county": "clusters", "municipality": "none"}


@dataclass(frozen=True)
class Shown:
    """What the map shows: its level, measure and symbols."""

    level: Level
    measure: str
    symbols: str


def asked(view: View) -> Shown:
    """What the address asks for; names what cannot be shown."""
    level, no_level = session.asked_among("level", LEVELS, "county")
    measure, no_measure = session.asked_among("measure", MEASURES, "count")
    of = cast("Level", level)
    symbols, no_symbols = session.asked_among("symbols", SYMBOLS, SYMBOLS_OF[of])
    status.dropped(view.language.say, [*no_level, *no_measure, *no_symbols])
    return Shown(of, measure, symbols)


def title(view: View, shown: Shown) -> str:
    """What the map shows, in words."""
    words = view.language.say(TITLES[shown.measure, shown.level])
    if view.selection.place == TAKES_PLACE:
        return words
    return view.language.say("{title} they are led from", title=words)


def controls(view: View, shown: Shown) -> None:
    """The switches above the map."""
    say, place = view.language.say, LABELS["place"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.session_state["map-level"] = shown.level
        st.segmented_control(
            say("Areas"),
            list(LEVELS),
            required=True,
            format_func=lambda code: say(LEVELS[code]),
            key="map-level",
            label_visibility="collapsed",
            on_change=lambda: _write("level", st.session_state["map-level"], "county"),
        )
        st.session_state["map-place"] = view.selection.place
        st.segmented_control(
            say(place),
            list(meanings.MEANINGS),
            required=True,
            format_func=lambda code: capital(view.choices.name("place", code, view.language)),
            key="map-place",
            label_visibility="collapsed",
            on_change=lambda: session.choose(session.chosen().having(place=st.session_state["map-place"])),
        )
        box = popover(say("Shows: {measure}", measure=say(MEASURES[shown.measure])), "map-shows")
        if box.open:
            with box:
                _pills("measure", say("Shades"), MEASURES, shown.measure, view)
                _pills("symbols", say("Symbols"), SYMBOLS, shown.symbols, view, SYMBOLS_OF[shown.level])


def _pills(name: str, words: str, options: Mapping[str, str], chosen: str, view: View, default: str = "count") -> None:
    key = f"map-{name}"
    st.session_state[key] = chosen
    st.pills(
        words,
        list(options),
        required=True,
        format_func=lambda code: view.language.say(options[code]),
        key=key,
        on_change=lambda: _write(name, st.session_state[key], default),
    )


def _write(name: str, value: str, default: str) -> None:
    session.write({name: [] if value == default else [value]})
