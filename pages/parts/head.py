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


def configure(title: str) -> None:
    """Name and layout of the browser's page."""
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=str(STATIC / "icon.svg"), layout="wide")
    st.logo(str(STATIC / "logo.svg"), size="large")


def draw(title: str, language: Language) -> DeltaGenerator:
    """The title and the language switch; gives the place between them, for the date of the data.

    Without a title there is a way back to the list: the record itself is then the title.
    """
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
            _switch(language)
    return between


def as_of(between: DeltaGenerator, view: session.View) -> None:
    """Say as of when the data is."""
    if view.collected:
        day = view.language.short_date(view.collected)
        between.caption(view.language.say("Data as of {date}, from public pages", date=day))


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
