"""The list of initiatives: its order, its columns, its pages, and the same along time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from ecosystem.language import capital
from ecosystem.measures import listing
from ecosystem.measures.listing import NEWEST, ORDERS, Paged
from ecosystem.messages import mark
from ecosystem.selection import unknown
from pages.parts import navigation, session, show, status
from pages.parts.plain import plain
from pages.parts.popover import popover

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecosystem.language import Language
    from pages.parts.session import View

ROWS = 25
COLUMNS = {
    "years": mark("Years"),
    "status": mark("Status"),
    "kind": mark("Kind"),
    "places": mark("Place"),
    "lead": mark("Lead"),
    "fund": mark("Fund"),
    "amount": mark("Total budget"),
    "themes": mark("Themes"),
    "sectors": mark("Sectors"),
}
DEFAULT = ("years", "status", "kind", "places", "lead")
LONGEST_TITLE = 200


def asked(view: View) -> tuple[str, list[str]]:
    """The order and the columns that the address asks for, these in our order; names what is none."""
    sort, unsorted = session.asked_among("sort", ORDERS, NEWEST)
    named = session.asked_all("columns")
    wrong = [unknown("columns", name) for name in named if name not in COLUMNS]
    status.dropped(view.language.say, [*unsorted, *wrong])
    return sort, [name for name in COLUMNS if name in (named if set(named) & set(COLUMNS) else DEFAULT)]


def controls(view: View, sort: str, shown: list[str] | None = None) -> None:
    """What order the list has, and, where it has columns, which of them are shown."""
    say = view.language.say
    with st.container(horizontal=True):
        named = say(ORDERS[sort])
        box = popover(say("Order: {order}", order=named), "order-box")
        if box.open:
            with box:
                _choose_order(view, sort)
        if shown is not None:
            box = popover(say("Columns"), "columns-box")
            if box.open:
                with box:
                    _choose_columns(view, shown)


def _choose_order(view: View, sort: str) -> None:
    st.session_state["sort"] = sort
    st.pills(
        view.language.say("Order"),
        list(ORDERS),
        required=True,
        format_func=lambda name: view.language.say(ORDERS[name]),
        key="sort",
        on_change=lambda: session.write(
            {"sort": [] if st.session_state["sort"] == NEWEST else [st.session_state["sort"]]}
        ),
    )


def _choose_columns(view: View, shown: list[str]) -> None:
    st.session_state["columns"] = shown
    st.pills(
        view.language.say("Columns"),
        list(COLUMNS),
        selection_mode="multi",
        format_func=lambda name: view.language.say(COLUMNS[name]),
        key="columns",
        on_change=lambda: session.write(
            {"columns": [] if set(st.session_state["columns"]) == set(DEFAULT) else st.session_state["columns"]}
        ),
    )


def table(view: View, sort: str, shown: list[str]) -> None:
    """A page of the list as a table; each title leads to the profile."""
    paged = Paged(sort, view.language.code, first(view, sort, "list"), ROWS)
    found = view.ask(listing.page, paged)
    if not found.coverage.records:
        st.caption(found.summary(view.language))
        return
    address = str(session.address())
    rows = view.keep("list", lambda: _worded(found.frame, shown, view.language), paged, tuple(shown), address)
    with st.container(key="list"):
        st.table(rows, border="horizontal", hide_index=True, alt=found.summary(view.language))
    pages(view, sort, "list", found.coverage.records)
    if sort == "amount" or "amount" in shown:
        show.coverage(found.coverage, view.language, before=view.language.say("Budgets."))


def _worded(frame: pd.DataFrame, shown: list[str], language: Language) -> pd.DataFrame:
    rows = []
    for row in frame.to_dict("records"):
        cells = {language.say("Title"): title(row, language)}
        rows.append(cells | {language.say(COLUMNS[name]): plain(_cell(row, name, language)) for name in shown})
    return pd.DataFrame(rows)


def title(row: Mapping[str, Any], language: Language) -> str:
    """The title of an initiative as a link to its profile."""
    words = language.of(row, "title")
    short = words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE]}…"
    return navigation.initiative(short, row["initiative_id"])


def _cell(row: Mapping[str, Any], name: str, language: Language) -> str:
    if name == "years":
        # Kept on one line.
        return language.years(_year(row["start_date"]), _year(row["end_date"])).replace("–", "\u2060–\u2060")
    if name == "amount":
        return language.money(None if pd.isna(row["amount"]) else row["amount"])
    words = language.of(row, name)
    if name == "places" and words == "–" and row["scope"] != "unknown":
        words = language.of(row, "scope")
    # Names are written as their owners write them.
    return words if name == "lead" else capital(words)


def _year(day: object) -> int | None:
    return None if pd.isna(day) else day.year  # type: ignore[attr-defined]


def pages(view: View, sort: str, name: str, total: int, rows: int = ROWS) -> None:
    """Which part of the list is shown, `rows` at a time, and the ways to the others."""
    if total <= rows:
        return
    start, number = first(view, sort, name), view.language.number
    until = min(start + rows, total)
    place = _place(view, sort)
    with st.container(horizontal=True, vertical_alignment="center", key=f"pages-{name}"):
        # Never disabled: a button that is disabled while it has the focus loses it.
        st.button(
            view.language.say("Previous page"),
            key=f"previous-{name}",
            icon=":material/chevron_left:",
            on_click=_turn,
            args=(name, place, -rows, total),
        )
        st.button(
            view.language.say("Next page"),
            key=f"next-{name}",
            icon=":material/chevron_right:",
            icon_position="right",
            on_click=_turn,
            args=(name, place, rows, total),
        )
        st.caption(
            view.language.say(
                "{first}–{until} of {total}", first=number(start + 1), until=number(until), total=number(total)
            ),
            width="content",
        )


def _place(view: View, sort: str) -> tuple[object, ...]:
    return (view.selection, sort, view.store.version)


def first(view: View, sort: str, name: str) -> int:
    """The first row shown; another selection or order starts anew."""
    place, first_row = st.session_state.get(f"{name}-first", (None, 0))
    return first_row if place == _place(view, sort) else 0


def _turn(name: str, place: tuple[object, ...], step: int, total: int) -> None:
    # From where the last click led to: of two quick ones both count.
    before, first_row = st.session_state.get(f"{name}-first", (place, 0))
    start = (first_row if before == place else 0) + step
    if 0 <= start < total:
        st.session_state[f"{name}-first"] = (place, start)
    session.hold()
