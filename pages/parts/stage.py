"""The view for a room: a title, the summary and one chart as large as the screen allows; filters stay at hand."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts import head, session, show, status
from pages.parts.plain import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from contextlib import AbstractContextManager

    from streamlit.delta_generator import DeltaGenerator

    from pages.parts.session import View


def place(presenting: bool) -> AbstractContextManager[object]:
    """A context for the page: for a room above the filters, in all the height that they leave; else where it is."""
    return st.container(height="stretch", key="stage") if presenting else nullcontext()


def chosen(view: View, titles: Mapping[str, str]) -> str:
    """Which of the charts the address asks for; names what is none."""
    first = next(iter(titles))
    name, dropped = session.asked_among("chart", titles, first)
    status.dropped(view.language.say, dropped)
    return name


def draw(view: View, title: str, names: Collection[str] = ()) -> DeltaGenerator:
    """Title and summary, and the ways to other charts where there are `names` of several; gives the chart's place."""
    with st.container(horizontal=True, vertical_alignment="center", key="stage-head"):
        st.title(title, anchor=False, width="stretch")
        if names:
            _steps(view, list(names))
        head.leave(view.language)
    st.markdown(plain(show.said(view)))
    return st.container(height="stretch", key="stage-chart")


def beneath(view: View, rests_on: str) -> None:
    """What the chart rests on, and as of when."""
    day = head.day(view)
    st.caption(" ".join(text for text in (rests_on, f"{day}." if day else "") if text))


def _steps(view: View, names: list[str]) -> None:
    at = _position(names)
    number = view.language.number
    st.button(
        view.language.say("Previous"),
        key="stage-previous",
        type="tertiary",
        icon=":material/chevron_left:",
        shortcut="Left",
        on_click=_step,
        args=(names, -1),
    )
    st.caption(
        view.language.say("{position} of {all}", position=number(at + 1), all=number(len(names))), width="content"
    )
    st.button(
        view.language.say("Next"),
        key="stage-next",
        type="tertiary",
        icon=":material/chevron_right:",
        icon_position="right",
        shortcut="Right",
        on_click=_step,
        args=(names, 1),
    )


def _step(names: list[str], by: int) -> None:
    # From where the last one led to, which the address of the moment may not know yet.
    name = names[(_position(names) + by) % len(names)]
    session.write({"chart": [] if name == names[0] else [name]})


def _position(names: list[str]) -> int:
    return names.index(session.asked_among("chart", names, names[0])[0])
