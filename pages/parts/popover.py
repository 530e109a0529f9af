"""A popover whose content is drawn only while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from pages.parts import session

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_popover_container import PopoverContainer


def popover(words: str, key: str, width: Literal["stretch", "content"] = "content") -> PopoverContainer:
    """The popover; draw into it while `.open`. What it is called is renewed when it closes."""
    # A new label would close an open one; in another language it has to be new all the same.
    language = session.asked("lang")
    frozen_in, frozen = st.session_state.get(f"{key}-label", (None, words))
    shown = frozen if frozen_in == language and st.session_state.get(key) else words
    st.session_state[f"{key}-label"] = (language, shown)
    return st.popover(shown, width=width, key=key, on_change=session.hold)
