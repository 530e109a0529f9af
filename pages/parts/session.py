"""What a page knows of its visitor: store, selection, language, theme; and the address that holds all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

import streamlit as st

from ecosystem import language as languages
from ecosystem import opening
from ecosystem.charts import theme
from ecosystem.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language
    from ecosystem.store import Store

Made = TypeVar("Made")
# Parameters of one page only; all others are carried from page to page.
NEVER_KEPT = frozenset({"id", "tab", "sort", "columns", "slide", "embed", "embed_options"})
CACHED = 500


@dataclass(frozen=True)
class View:
    """One visit of one page."""

    store: Store
    selection: Selection
    language: Language
    dark: bool

    @property
    def colours(self) -> Palette:
        """The colours of charts in the visitor's theme."""
        return theme.palette(self.dark)

    def ask(self, measure: Callable[[Store, Selection], Made]) -> Made:
        """The answer of a measure, kept for every visitor as long as the data is the same."""
        name = f"{measure.__module__}.{measure.__name__}"
        return _made(name, (self.store.key, self.selection), lambda: measure(self.store, self.selection))

    def keep(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept for every visitor of the same data, selection, language and theme.

        `name` tells it from everything else that is kept, on this page and on others.
        """
        return _made(name, (self.store.key, self.selection, self.language.code, self.dark), make)


def _made(name: str, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
    return cast("Made", _cached(name, key, make))


@st.cache_resource(max_entries=CACHED, show_spinner=False)
def _cached(name: str, key: tuple[object, ...], _make: Callable[[], object]) -> object:
    return _make()


def settle_language() -> Language:
    """The language of this run, which then stands in the address.

    A click in the top navigation drops the query, so an address without a language means that: what was kept is put
    back.
    """
    asked = st.query_params.get("lang")
    kept: dict[str, list[str]] = st.session_state.get("kept", {})
    if asked is None:
        remembered = kept.get("lang", [None])[-1]
        asked = remembered or languages.choose(None, st.context.locale).code
        st.query_params.from_dict({**kept, **_parameters(), "lang": asked})
    st.session_state["kept"] = {name: values for name, values in _parameters().items() if name not in NEVER_KEPT}
    return languages.choose(asked, None)


def switch_language(code: str) -> None:
    """Write another language into the address, all else as it is."""
    st.query_params.from_dict({**_parameters(), "lang": code})


def _parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def current() -> View:
    """The view of this run. Raises what keeps the store from opening."""
    language = languages.choose(st.query_params.get("lang"), st.context.locale)
    return View(opening.shared(), Selection(), language, st.context.theme.type == "dark")
