"""The pages by section, in the order of the top navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from ecosystem.selection.value import PARAMETERS
from pages.parts import session, status
from pages.parts.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit.elements.lib.mutable_tab_container import TabContainer
    from streamlit.navigation.page import Page

    from ecosystem.language import Language
    from ecosystem.selection import Selection

# Paths are those of `st.page_link`, beside the frame.
OVERVIEW = "explore/overview.py"
INITIATIVES = "explore/initiatives.py"
MAP = "explore/map.py"
METHOD = "about/method.py"
# The pages on which the filters hold, by their address.
FILTERED = frozenset({"", "map", "initiatives"})
# Those that show one record where the address names its id.
PROFILED = frozenset({"initiatives"})


def sections(language: Language) -> dict[str, list[Page]]:
    """Pages by section name; a section appears with its first page."""
    say = language.say
    return {
        say("Explore"): [
            st.Page(OVERVIEW, title=say("Overview"), default=True),
            st.Page(MAP, title=say("Map"), url_path="map"),
            st.Page(INITIATIVES, title=say("Initiatives"), url_path="initiatives"),
        ],
        say("About"): [st.Page(METHOD, title=say("Method"), url_path="method")],
    }


def filtered(page: Page) -> bool:
    """Whether the filters hold on a page; a profile ignores them."""
    return page.url_path in FILTERED and not profile(page)


def everywhere(page: Page) -> bool:
    """Whether the page shows all places, whichever is chosen."""
    return page.url_path == "map"


def profile(page: Page) -> bool:
    """Whether the page shows one record."""
    return page.url_path in PROFILED and bool(session.asked("id"))


def initiative(words: str, initiative_id: str) -> str:
    """A link to the profile of an initiative, as Markdown; `words` are text of the data."""
    return _link(words, "/initiatives", session.address(id=initiative_id))


def initiatives_of(parameter: str, value: str, words: str) -> str:
    """A link to all initiatives of an organisation or a cluster, as Markdown; the filters do not go along."""
    lang = session.asked("lang") or ""
    return _link(words, "/initiatives", {"lang": [lang], parameter: [value]})


def _link(words: str, page: str, parameters: Mapping[str, Sequence[str]]) -> str:
    return f"[{plain(words)}]({_address(page, parameters)})"


def _address(page: str, parameters: Mapping[str, Sequence[str]]) -> str:
    return f"{page}?{urlencode(parameters, doseq=True)}"


def initiatives(words: str, selection: Selection, faint: bool = False) -> str:
    """A link to the initiatives of another selection, as Markdown."""
    address = _address("/initiatives", {**session.address(), **_instead(selection)})
    return f"[:gray[{plain(words)}]]({address})" if faint else f"[{plain(words)}]({address})"


def here(words: str, selection: Selection, chosen: bool, frees: bool) -> str:
    """A link to the map with another selection, as Markdown: bold what is chosen, marked where following it frees."""
    address = _address("/map", {**session.parameters(), **_instead(selection)})
    shown = f"**{plain(words)}**" if chosen else plain(words)
    return f"[{shown} :material/close:]({address})" if frees else f"[{shown}]({address})"


def _instead(selection: Selection) -> dict[str, list[str]]:
    """The parameters of a selection, and nothing for all others that a selection has."""
    return {name: selection.parameters().get(name, []) for name in PARAMETERS}


def question(words: str, tab: str) -> None:
    """A question that leads to the tab of the method page that answers it."""
    st.page_link(METHOD, label=words, icon=":material/arrow_forward:", query_params=session.address(tab=tab))


def tabs(names: dict[str, str], language: Language) -> dict[str, TabContainer]:
    """Tabs under the words that `names` gives them by code; the open one's code stands in the address as `tab`."""
    key = f"tabs-{language.code}"  # the words are the tab's value, so each language has its own
    codes = {words: code for code, words in names.items()}
    code, dropped = session.asked_among("tab", names, next(iter(names)))
    status.dropped(language.say, dropped)
    asked = names[code]
    if st.session_state.get(key) != asked:
        st.session_state[key] = asked

    def write() -> None:
        session.write({"tab": [codes[st.session_state[key]]]})

    return dict(zip(names, st.tabs(list(names.values()), key=key, on_change=write), strict=True))
