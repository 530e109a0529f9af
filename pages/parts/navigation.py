"""The pages by section, in the order of the top navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_tab_container import TabContainer
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


def tabs(names: dict[str, str], language: Language) -> dict[str, TabContainer]:
    """Tabs under the words that `names` gives them by code; the open one's code stands in the address as `tab`."""
    key = f"tabs-{language.code}"  # the words are the tab's value, so each language has its own
    codes = {words: code for code, words in names.items()}
    asked = names.get(st.query_params.get("tab", ""), next(iter(names.values())))
    if st.session_state.get(key) != asked:
        st.session_state[key] = asked

    def write() -> None:
        st.query_params["tab"] = codes[st.session_state[key]]

    return dict(zip(names, st.tabs(list(names.values()), key=key, on_change=write), strict=True))
