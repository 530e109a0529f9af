"""Files to take along: the same rows as the page, made only when they are asked for."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.export import FORMATS, Asked, export

if TYPE_CHECKING:
    from ecosystem.store import Store
    from pages.parts.session import View

MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def initiatives(view: View, sort: str) -> None:
    """All chosen initiatives, in the order of the page, in each format."""
    name = f"{view.language.say('initiatives')}-{date.today().isoformat()}"
    asked = Asked(view.selection, view.language, sort, view.dropped)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(view.language.say("Take all of them along:"), width="content")
        for format_ in FORMATS:
            st.download_button(
                format_.upper(),
                partial(_content, view.store, asked, format_),
                file_name=f"{name}.{format_}",
                mime=MIME[format_],
                key=f"download-{format_}",
                icon=":material/download:",
                on_click="ignore",
            )


def _content(store: Store, asked: Asked, format_: str) -> bytes:
    return export(store, asked, format_).content
