"""What a page knows of its visitor: store, selection, language, theme; and the address that holds all of it.

The address is the state. Each run reads it; what changes it starts from the last parameters that this session wrote or
read, not from the address of the moment: of two clicks within one round trip the second would undo the first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

import streamlit as st

from ecosystem import language as languages
from ecosystem import opening
from ecosystem.charts import theme
from ecosystem.measures import choices, dataset, places
from ecosystem.measures.choices import Choices, Told
from ecosystem.selection import Selection, one_of
from ecosystem.selection.value import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language
    from ecosystem.measures.places import Level
    from ecosystem.selection import Dropped, Read
    from ecosystem.store import Store

Made = TypeVar("Made")
# Parameters of one page only; all others are carried from page to page.
NEVER_KEPT = frozenset({"id", "tab", "sort", "columns", "slide", "chart", "embed", "embed_options"})
CACHED = 500


@dataclass(frozen=True)
class View:
    """One visit of one page; `dropped` is what the address asks for in vain."""

    store: Store
    selection: Selection
    dropped: tuple[Dropped, ...]
    choices: Choices
    language: Language
    dark: bool
    present: bool

    @property
    def colours(self) -> Palette:
        """The colours of charts in the visitor's theme, for a room with large text."""
        return theme.palette(self.dark, self.present)

    @property
    def told(self) -> list[Told]:
        """What the selection asks for, in words; see `Choices.told`."""
        return self.keep("told", lambda: self.choices.told(self.selection, self.language))

    @property
    def collected(self) -> date | None:
        """The day of the data; None where the dataset does not say."""
        return self.once("collected", lambda: dataset.collected(self.store))

    @property
    def everywhere(self) -> View:
        """The same with no place chosen: what a map shows."""
        return replace(self, selection=places.everywhere(self.selection))

    def in_order(self, level: Level) -> list[str]:
        """The codes of all counties or all municipalities in the order of their names."""
        code = self.language.code
        return self.once(f"order/{level}", lambda: choices.in_order(self.store, level, code), code)

    def ask(self, measure: Callable[..., Made], *values: object) -> Made:
        """The answer of a measure, kept for every visitor as long as the data is the same."""
        name = f"{measure.__module__}.{measure.__name__}"
        key = (self.store.key, self.selection, *values)
        return _made(name, key, lambda: measure(self.store, self.selection, *values))

    def keep(self, name: str, make: Callable[[], Made], *values: object) -> Made:
        """What `make` gives, kept for every visitor of the same data, selection, language, theme and values.

        `name` tells it from everything else that is kept, on this page and on others.
        """
        of = (self.store.key, self.selection, self.language.code, self.dark, self.present)
        return _made(name, (*of, *values), make)

    def once(self, name: str, make: Callable[[], Made], *values: object) -> Made:
        """What `make` gives, kept for every visitor of the same data and values, whatever is chosen."""
        return _made(name, (self.store.key, *values), make)


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
    _remember(_parameters())
    return languages.choose(asked, None)


def _parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _remember(parameters: dict[str, list[str]]) -> None:
    st.session_state["parameters"] = parameters
    st.session_state["kept"] = {name: values for name, values in parameters.items() if name not in NEVER_KEPT}


def current() -> View:
    """The view of this run. Raises what keeps the store from opening."""
    store = opening.shared()
    known = Choices(store, "initiatives", *_made("choices", (store.key,), lambda: choices.values(store)))
    parameters = _parameters()
    asked = tuple((name, tuple(parameters[name])) for name in PARAMETERS if name in parameters)
    read: Read = _made("read", (store.key, asked), lambda: known.read(parameters))
    st.session_state["selection"] = read.selection
    language = languages.choose(st.query_params.get("lang"), st.context.locale)
    dark = st.context.theme.type == "dark"
    return View(store, read.selection, read.dropped, known, language, dark, presenting())


def presenting() -> bool:
    """Whether the page is shown to a room."""
    return bool(asked_among("present", ("1",), "")[0])


def asked_all(name: str) -> list[str]:
    """The values of a parameter; empty where the address lacks it."""
    values: list[str] = st.session_state["parameters"].get(name, [])
    return values


def asked(name: str) -> str | None:
    """The last value of a parameter that stands for one; None where the address lacks it."""
    values = asked_all(name)
    return values[-1] if values else None


def asked_among(name: str, allowed: Collection[str], default: str) -> tuple[str, tuple[Dropped, ...]]:
    """The value of a parameter that may take only those allowed, and what was dropped."""
    return one_of(st.session_state["parameters"], name, allowed, default)


def write(changes: Mapping[str, Sequence[str]]) -> None:
    """Write parameters into the address, all others as they were last; no values take one out."""
    parameters = {**st.session_state["parameters"], **{name: list(values) for name, values in changes.items()}}
    parameters = {name: values for name, values in parameters.items() if values}
    _remember(parameters)
    if parameters == _parameters():
        return
    st.session_state["under way"] = True
    # At once: each single assignment would send a message of its own, and could add a step to go back.
    st.query_params.from_dict(parameters)


def hold() -> None:
    """Keep the address as this session wrote it last, while the browser does not have it yet.

    A click that changes no parameter then brings along the address of before. Once the browser has it, another address
    is a step back or forward, and stands.
    """
    if _parameters() == st.session_state["parameters"]:
        st.session_state["under way"] = False
    elif st.session_state.get("under way"):
        write({})


def choose(selection: Selection) -> None:
    """Write a selection into the address instead of the one that is there."""
    st.session_state["selection"] = selection
    write({**dict.fromkeys(PARAMETERS, ()), **selection.parameters()})


def chosen() -> Selection:
    """The selection that this session wrote or read last: what a change starts from."""
    selection: Selection = st.session_state["selection"]
    return selection


def switch_language(code: str) -> None:
    """Write another language into the address, all else as it is."""
    write({"lang": [code]})


def parameters() -> dict[str, list[str]]:
    """All parameters of the address, as this session wrote or read them last."""
    return dict(st.session_state["parameters"])


def address(**changes: str | None) -> dict[str, list[str]]:
    """The parameters of a link within the dashboard: what is kept from page to page, and the changes."""
    kept: dict[str, list[str]] = st.session_state["kept"]
    return {**kept, **{name: [value] for name, value in changes.items() if value is not None}}
