"""The head of every page: logo, title, date of the data, language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.language import CODES
from pages.parts import session

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from ecosystem.language import Language

NAME = "Bendrakūra"
STATIC = Path(__file__).parent.parent / "static"
LANGUAGES = {"lt": "Lietuvių", "en": "English"}


def configure(title: str, logo: bool = True) -> None:
    """Name and layout of the browser's page."""
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=str(STATIC / "icon.svg"), layout="wide")
    if logo:
        st.logo(str(STATIC / "logo.svg"), size="large")


def draw(title: str, language: Language, staged: bool, presenting: bool) -> DeltaGenerator | None:
    """The title and the switches; gives the place between them, for the date of the data.

    Without a title there is a way back to the list: the record itself is then the title. A page that can be `staged`
    has the way into the view for a room, and in that view no head at all.
    """
    if staged and presenting:
        return None
    with st.container(horizontal=True, vertical_alignment="center"):
        if title:
            st.title(title, anchor=False, width="stretch")
        else:
            with st.container(width="stretch"):
                st.button(
                    language.say("All initiatives"),
                    key="back",
                    type="tertiary",
                    icon=":material/arrow_back:",
                    on_click=lambda: session.write({"id": []}),
                )
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            between = st.container(width="content")
            if presenting:
                leave(language)
            elif staged:
                _enter(language)
            _switch(language)
    return between


def as_of(between: DeltaGenerator, view: session.View) -> None:
    """Say as of when the data is."""
    if view.collected:
        between.caption(day(view))


def day(view: session.View) -> str:
    """As of when the data is, in words; nothing where that is not known."""
    if not view.collected:
        return ""
    return view.language.say("Data as of {date}, from public pages", date=view.language.short_date(view.collected))


def _enter(language: Language) -> None:
    st.button(
        language.say("Present"),
        key="present",
        type="tertiary",
        icon=":material/slideshow:",
        on_click=lambda: session.write({"present": ["1"]}),
    )


def leave(language: Language) -> None:
    """The way out of the view for a room, by a click or by Escape."""
    st.button(
        language.say("Leave"),
        key="leave",
        type="tertiary",
        icon=":material/close_fullscreen:",
        shortcut="Escape",
        on_click=lambda: session.write({"present": [], "chart": []}),
    )


def _switch(language: Language) -> None:
    # Set before the widget is made: Back and Forward change the address, and the switch has to follow.
    st.session_state["language"] = language.code
    st.segmented_control(
        language.say("Language"),
        CODES,
        required=True,
        format_func=lambda code: LANGUAGES[code],
        key="language",
        on_change=lambda: session.switch_language(st.session_state["language"]),
        label_visibility="collapsed",
    )
