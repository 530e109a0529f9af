"""The address of a record, to pass on, and a letter about an error in it, to copy or to mail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

if TYPE_CHECKING:
    from ecosystem.measures.initiative import Profile
    from pages.parts.session import View


def draw(view: View, found: Profile) -> None:
    """Both, folded."""
    say = view.language.say
    address = _address(view, found)
    with st.expander(say("Link to this record"), type="compact", icon=":material/link:", key="link"):
        st.code(address, language=None, wrap_lines=True)
    with st.expander(say("Report an error in this record"), type="compact", icon=":material/flag:", key="report"):
        letter = _letter(view, found, address)
        st.caption(say("Copy the text, fill it in, and send it to whoever runs this dashboard."))
        st.code(letter, language=None, wrap_lines=True)
        subject = say("Error in the record {id}", id=found.facts["initiative_id"])
        mail = f"mailto:?{urlencode({'subject': subject, 'body': letter}, quote_via=quote)}"
        words = say("Open in the mail program")
        st.markdown(f"[{words}]({mail})")


def _address(view: View, found: Profile) -> str:
    here = urlsplit(st.context.url or "")
    query = urlencode({"lang": view.language.code, "id": found.facts["initiative_id"]})
    return f"{here.scheme}://{here.netloc}/initiatives?{query}" if here.netloc else f"/initiatives?{query}"


def _letter(view: View, found: Profile, address: str) -> str:
    say = view.language.say
    title = " ".join(view.language.of(found.facts, "title").split())
    return "\n".join(
        [
            say("Record: {title}", title=title),
            say("Address: {address}", address=address),
            say("Version of the data: {version}", version=view.store.version),
            "",
            say("What is wrong:"),
            say("What it should say:"),
            say("Where that is stated (an address or a document):"),
        ]
    )
