"""What is chosen at a glance: how many, by which filters, what was dropped; and the ways out of an empty result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.measures import facets
from ecosystem.measures.choices import LABELS, fields
from ecosystem.messages import mark
from ecosystem.selection import Selection
from pages.parts import session
from pages.parts.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecosystem.measures.choices import Choices
    from ecosystem.measures.facets import Rescue
    from ecosystem.messages import Say
    from ecosystem.selection import Dropped
    from pages.parts.session import View

PARAMETERS = {
    "year_from": mark("From year"),
    "year_to": mark("To year"),
    "undated": mark("Also those that state no start"),
    "sort": mark("Order"),
    "columns": mark("Columns"),
    "tab": mark("Tab"),
    "chart": mark("Chart"),
    "present": mark("View for a room"),
    "level": mark("Areas"),
    "measure": mark("Shades"),
    "symbols": mark("Symbols"),
}


def row(view: View, anywhere: bool) -> bool:
    """The number of initiatives, chips and Reset; gives whether the page is to be shown: no filter emptied it.

    A page that shows all places, whichever is chosen, is emptied only where there is nothing `anywhere`.
    """
    tally = view.ask(facets.tally)
    # In front of a room they stay on one line: the chart keeps its height.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips", wrap=not view.present):
        st.markdown(_count(view, tally.initiatives, tally.records), width="content")
        _chips(view)
        st.button(
            view.language.say("Reset"),
            key="reset",
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=lambda: session.choose(Selection()),
        )
    if tally.undated:
        st.caption(
            view.language.plural(
                "{n} more states no start and is left out; the switch under “Start” takes it in.",
                "{n} more state no start and are left out; the switch under “Start” takes them in.",
                tally.undated,
            )
        )
    _, unpresent = session.asked_among("present", ("1",), "")
    dropped(view.language.say, [*view.dropped, *unpresent])
    if tally.initiatives or not view.selection.active:
        return True
    return anywhere and bool(view.everywhere.ask(facets.tally).initiatives)


def _count(view: View, number: int, records: int) -> str:
    words = view.language.plural("{n} initiative", "{n} initiatives", number)
    if number == records:
        return f"**{words}**"
    return view.language.say("**{initiatives}** of {records}", initiatives=words, records=view.language.number(records))


def _chips(view: View) -> None:
    # Buttons, not pills: a button has no state of its own that a click elsewhere could bring back.
    for name, label, of in view.told:
        for value, words in of:
            st.button(
                f"{plain(f'{label}: {words}')} :material/close:",
                key=f"chip-{name}-{value}",
                on_click=_taken_off,
                args=(name, value, view.choices),
            )


def _taken_off(name: str, value: str, known: Choices) -> None:
    session.choose(known.inside(_without(session.chosen(), name, value)))


def _without(selection: Selection, name: str, value: str) -> Selection:
    """The selection without one value of a filter; where it has only that one, without the filter."""
    values = getattr(selection, fields(name)[0])
    if isinstance(values, tuple) and value in values:
        return selection.having(**{name: tuple(one for one in values if one != value)})
    return selection.without(*fields(name))


def dropped(say: Say, values: Sequence[Dropped]) -> None:
    """Name what the address asks for in vain."""
    if not values:
        return
    named = "; ".join(
        say(
            "{parameter} “{value}” ({reason})",
            parameter=say(LABELS.get(one.parameter) or PARAMETERS[one.parameter]),
            value=one.value[:60],
            reason=say(one.reason),
        )
        for one in values
    )
    st.warning(plain(say("Not followed: {values}.", values=named)), icon=":material/filter_alt_off:")


def nothing(view: View) -> None:
    """That nothing is left, and the ways out."""
    say = view.language.say
    found = view.ask(facets.rescues)
    told = {one.filter: f"{one.label}: {one.words}" for one in view.told}
    with st.container(border=True, horizontal_alignment="center"):
        st.header(say("None recorded with these filters"), anchor=False, text_alignment="center")
        if found:
            words = say("Would be left with only one filter:") if found[0].only else say("Would be left without:")
        else:
            words = say("No single filter would help; Reset takes them all off.")
        st.caption(words, text_alignment="center")
        with st.container(horizontal=True, horizontal_alignment="center"):
            for rescue in found:
                filters = plain(told[rescue.filter])
                number = view.language.number(rescue.initiatives)
                st.button(
                    say("only {filter}", filter=filters) + f" · {number}"
                    if rescue.only
                    else say("without {filter}", filter=filters) + f" · {number}",
                    key=f"rescue-{rescue.filter}",
                    on_click=_rescued,
                    args=(rescue,),
                )


def _rescued(rescue: Rescue) -> None:
    session.choose(facets.followed(session.chosen(), rescue.filter, rescue.only))
