"""The pages by section, in the order of the top navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

    from ecosystem.language import Language

# Paths are those of `st.page_link`, beside the frame.
OVERVIEW = "explore/overview.py"
METHOD = "about/method.py"


def sections(language: Language) -> dict[str, list[Page]]:
    """Pages by section name; a section appears with its first page."""
    say = language.say
    return {
        say("Explore"): [st.Page(OVERVIEW, title=say("Overview"), default=True)],
        say("About"): [st.Page(METHOD, title=say("Method"), url_path="method")],
    }


def question(words: str, tab: str, language: Language) -> None:
    """A question that leads to the tab of the method page that answers it."""
    st.page_link(METHOD, label=words, icon=":material/arrow_forward:", query_params={"tab": tab, "lang": language.code})


def asked_tab() -> str:
    """The tab that the address asks for; empty where it asks for none."""
    return st.query_params.get("tab", "")
