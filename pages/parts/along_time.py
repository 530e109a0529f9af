"""The initiatives along time: a page of those with a start, and apart those without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ecosystem.charts import timeline
from ecosystem.measures import listing
from ecosystem.measures.listing import Paged
from pages.parts import session, show, stage
from pages.parts.listing import ROWS, first, pages, title
from pages.parts.plain import plain

if TYPE_CHECKING:
    from ecosystem.language import Language
    from pages.parts.session import View


ROOM_ROWS = 6


def room(view: View, sort: str) -> None:
    """The bars alone, a few at a time, for a room."""
    paged = Paged(sort, view.language.code, first(view, sort, "room"), ROOM_ROWS)
    found = view.ask(listing.along_time, paged)
    with stage.draw(view, view.language.say("Initiatives along time")):
        _bars(view, paged)
    stage.beneath(view, show.rests_on(found.coverage, view.language))
    pages(view, sort, "room", found.coverage.used, ROOM_ROWS)


def draw(view: View, sort: str) -> None:
    """The page of bars, its table, and the list of those that state no start."""
    say = view.language.say
    paged = Paged(sort, view.language.code, first(view, sort, "time"), ROWS)
    found = view.ask(listing.along_time, paged)
    if found.coverage.used:
        # The folded table stands in what scrolls: it gives the keyboard something to hold on to.
        with st.grid(1, wrap=False, min_column_width=show.WIDE_PX, gap="xsmall"):
            _bars(view, paged)
            with st.expander(say("Table"), type="compact", key="along-time-table"):
                rows = view.keep(
                    "along-time-table", lambda: _dated(found.frame, view.language), paged, str(session.address())
                )
                st.table(rows, border="horizontal", hide_index=True)
        pages(view, sort, "time", found.coverage.used)
    note = say(
        "The stronger colour: ongoing. A diamond: the end is not stated; hatched: ongoing until the day of the data."
    )
    show.coverage(found.coverage, view.language, *([note] if found.coverage.used else []))
    _without_start(view, sort, found.coverage.records - found.coverage.used)


def _bars(view: View, paged: Paged) -> None:
    found = view.ask(listing.along_time, paged)
    drawn = view.keep(
        "along-time", lambda: timeline.along_time(found.frame, view.collected, view.language, view.colours), paged
    )
    show.figure(drawn, "along-time", f"{show.said(view)} {found.summary(view.language)}", stretch=view.present)


def _dated(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """What the bars show: from when to when, and the status."""
    return pd.DataFrame(
        {
            language.say("Title"): title(row, language),
            language.say("From – until"): plain(timeline.from_until(row, language)),
            language.say("Status"): plain(language.of(row, "status")),
        }
        for row in frame.to_dict("records")
    )


def _without_start(view: View, sort: str, number: int) -> None:
    if not number:
        return
    words = view.language.plural("{n} initiative without a start", "{n} initiatives without a start", number)
    with st.expander(words, key="undated-list", on_change=session.hold) as box:
        if box.open:
            paged = Paged(sort, view.language.code, first(view, sort, "undated"), ROWS)
            rows = view.ask(listing.undated, paged)
            with st.container(key="undated-rows"):
                st.table(_undated(rows, view.language), border="horizontal", hide_index=True)
            pages(view, sort, "undated", number)


def _undated(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    return pd.DataFrame(
        {
            language.say("Title"): title(row, language),
            language.say("End"): "–"
            if pd.isna(row["end_date"])
            else plain(language.date(row["end_date"], row["end_date_precision"])),
        }
        for row in frame.to_dict("records")
    )
