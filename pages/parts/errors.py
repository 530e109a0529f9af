"""How an error is shown: what happened and what to do, in the reader's language."""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.plain import plain

if TYPE_CHECKING:
    from ecosystem.errors import EcosystemError
    from ecosystem.language import Language

log = logging.getLogger("bendrakura")


def show(error: EcosystemError, language: Language) -> None:
    """An error raised on purpose."""
    log.error("%s", error)
    _shown(*error.texts(language.say), language)


def show_unexpected(error: Exception, language: Language) -> None:
    """Any other error: logged under a number, which is all that the reader is told of it."""
    number = uuid.uuid4().hex[:8]
    log.error("Unexpected error %s", number, exc_info=error)
    note = language.say("The error is logged under the number {number}.", number=number)
    way_out = language.say("Load the page again; if that does not help, tell whoever runs this dashboard the number.")
    _shown(language.say("Something went wrong on this page"), note, way_out, language)


def _shown(title: str, note: str, way_out: str, language: Language) -> None:
    with st.container(border=True):
        st.header(title, anchor=False)
        st.error(plain(note), icon=":material/error:")
        heading = language.say("What to do")
        st.markdown(f"**{heading}**  \n{plain(way_out)}")
