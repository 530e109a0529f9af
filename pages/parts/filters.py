"""The filter bar: five everyday filters, the rest in a sixth, each in a popover that is drawn only while it is open.

What is drawn in a closed popover would send its old value again. All widgets are seeded from the selection on each run
and write it back when they change, so that address, chips, Back and map say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.measures import facets
from ecosystem.measures.choices import LABELS
from ecosystem.messages import mark
from ecosystem.selection import NONE, places
from ecosystem.selection.reading import FIRST_YEAR, LAST_YEAR, LONGEST_Q
from pages.parts import session
from pages.parts.plain import plain
from pages.parts.popover import popover

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecosystem.measures.choices import Choices
    from pages.parts.session import View

PLACE = ("county", "municipality")
FOLDED = ("kind", "status", "relevance", "scope", "period", "collection")
# The popovers in their order: name, what they are called, the filters in them.
POPOVERS = {
    "theme": (LABELS["theme"], ("theme",)),
    "sector": (LABELS["sector"], ("sector",)),
    "place": (mark("Place"), (*PLACE, "place")),
    "fund": (LABELS["fund"], ("fund",)),
    "years": (LABELS["years"], ("years",)),
    "more": (mark("More filters"), ("q", *FOLDED)),
}
WIDTH_PX = 500


def bar(view: View, unused: frozenset[str] = frozenset()) -> None:
    """The six popovers; those whose filters the page does not use are greyed and say so."""
    for name, column in zip(POPOVERS, st.columns(6, gap="xsmall", wrap=False), strict=True):
        with column:
            _popover(view, name, set(POPOVERS[name][1]) <= unused)


def _popover(view: View, name: str, unused: bool) -> None:
    key = f"filter-{name}"
    if unused:
        words = view.language.say("{filter}: not used here", filter=view.language.say(POPOVERS[name][0]))
        st.popover(words, width="stretch", key=f"{key}-unused", disabled=True)
        return
    box = popover(_label(view, name), key, width="stretch")
    if box.open:
        with box, st.container(width=WIDTH_PX):
            _DRAWN[name](view)


def _label(view: View, name: str) -> str:
    """What a closed popover says: its name, and the first of its choices with the number of the others."""
    called, inside = POPOVERS[name]
    words = view.language.say(called)
    if name == "more":
        number = sum(1 for filter_, *_ in view.told if filter_ in inside)
        return f"**{words}: {number}**" if number else words
    values = [value for filter_, _, of in view.told if filter_ in inside and filter_ != "place" for _, value in of]
    if not values:
        return words
    more = f" +{len(values) - 1}" if len(values) > 1 else ""
    return f"**{words}: {plain(values[0])}{more}**"


def _one(view: View, name: str) -> None:
    _pills(view, name, facets.counts(view.store, view.selection, [name])[name], _frequent(view, name))


def _frequent(view: View, name: str) -> list[str]:
    """The values that any initiative has, most frequent first, in an order that no choice changes."""
    return view.once(f"options/{name}", lambda: facets.by_frequency(view.store, name))


def _pills(view: View, name: str, counts: Mapping[str, int], options: Sequence[str]) -> None:
    selected = list(getattr(view.selection, name))
    key = f"pills-{name}"
    st.session_state[key] = selected

    def words(code: str) -> str:
        number = view.language.number(counts.get(code, 0))
        return f"{plain(view.choices.name(name, code, view.language))} :gray[{number}]"

    listed = [*options, *(code for code in selected if code not in options)]
    st.pills(
        view.language.say(LABELS[name]),
        listed,
        selection_mode="multi",
        format_func=words,
        key=key,
        on_change=_picked,
        args=(name, key, view.choices),
    )


def _picked(name: str, key: str, known: Choices) -> None:
    selection = session.chosen().having(**{name: tuple(st.session_state[key])})
    session.choose(known.inside(selection))


def _place(view: View) -> None:
    st.session_state["place-means"], called = view.selection.place, LABELS["place"]
    st.segmented_control(
        view.language.say(called),
        list(places.MEANINGS),
        required=True,
        format_func=lambda code: view.choices.name("place", code, view.language),
        key="place-means",
        on_change=lambda: session.choose(session.chosen().having(place=st.session_state["place-means"])),
    )
    counts = facets.counts(view.store, view.selection, PLACE)
    _pills(view, "county", counts["county"], [*view.in_order("county"), NONE])
    chosen = [code for code in view.selection.county if code != NONE]
    offered = [
        code
        for code in view.in_order("municipality")
        if code in counts["municipality"] and (not chosen or view.choices.county_of(code) in chosen)
    ]
    _pills(view, "municipality", counts["municipality"], [*offered, NONE])


def _years(view: View) -> None:
    say, found = view.language.say, view.ask(facets.years)
    if found.first is None:
        st.caption(say("None states when it started."))
    else:
        st.caption(
            say("Starts are stated from {first} to {last}.", first=found.first, last=found.last)
            + " "
            + view.language.plural("{n} states no start.", "{n} state no start.", found.undated)
        )
    selection = view.selection
    for name, label, column in zip(
        ("year_from", "year_to"), (say("From year"), say("To year")), st.columns(2), strict=True
    ):
        st.session_state[name] = _typed(name)
        column.number_input(label, FIRST_YEAR, LAST_YEAR, value=None, step=1, key=name, on_change=_year)
    st.session_state["undated"] = selection.undated
    st.checkbox(
        say("Also those that state no start"),
        key="undated",
        disabled=selection.year_from is None and selection.year_to is None,
        on_change=lambda: session.choose(session.chosen().having(undated=st.session_state["undated"])),
    )


def _typed(name: str) -> int | None:
    """The year in the address, also where it is not followed: what was typed stays to be put right."""
    text = session.asked(name) or ""
    return int(text) if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _year() -> None:
    # Written as it was typed: years that start after they end are then dropped by name.
    typed = {one: st.session_state[one] for one in ("year_from", "year_to")}
    years = {one: [] if year is None else [str(year)] for one, year in typed.items()}
    session.write(years if any(years.values()) else {**years, "undated": []})


def _more(view: View) -> None:
    say = view.language.say
    st.session_state["q"] = view.selection.q
    st.text_input(
        say("Words in titles, texts, organisations and places"),
        key="q",
        type="search",
        placeholder=say("Search"),
        max_chars=LONGEST_Q,
        on_change=lambda: session.write({"q": [st.session_state["q"]] if st.session_state["q"].strip() else []}),
    )
    offered = [name for name in FOLDED if name != "collection" or len(_frequent(view, name)) > 1]
    # One facet at a time: a click in one changes the counts of all others, and with them what their pills are called.
    facet = st.segmented_control(
        say("Filter by"),
        offered,
        default=offered[0],
        required=True,
        format_func=lambda name: say(LABELS[name]),
        key="facet",
        on_change=session.hold,
    )
    _one(view, str(facet))


_DRAWN = {
    "theme": lambda view: _one(view, "theme"),
    "sector": lambda view: _one(view, "sector"),
    "place": _place,
    "fund": lambda view: _one(view, "fund"),
    "years": _years,
    "more": _more,
}
