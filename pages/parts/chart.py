"""A chart of a page, with what it asks and what stands with it: in a card of the page, or alone for a room."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts import show, stage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import plotly.graph_objects as go

    from ecosystem.measures.measured import Measured
    from ecosystem.selection import Selection
    from ecosystem.store import Store
    from pages.parts.session import View


@dataclass(frozen=True)
class Chart:
    """A heading; the measure that is asked and how its frame is drawn, with `values` besides; the table's headings.

    `notes` stand beneath, `of_table` too where there is a table. `known` adds the bar of known and not known; a `wide`
    chart scrolls on a narrow screen; of one that is `frequent` a room sees the most frequent rows only.
    """

    title: str
    measure: Callable[[Store, Selection], Measured]
    draw: Callable[..., go.Figure]
    headings: Mapping[str, str]
    values: tuple[object, ...] = ()
    notes: tuple[str, ...] = ()
    of_table: tuple[str, ...] = ()
    known: bool = False
    wide: bool = False
    frequent: bool = False


def rows(view: View, charts: Mapping[str, Chart], layout: Sequence[Mapping[str, int]]) -> None:
    """The cards row by row, each as wide as its number says."""
    for row in layout:
        for (key, _), column in zip(row.items(), st.columns(list(row.values()), gap="small"), strict=True):
            with column:
                card(view, key, charts[key])


def card(view: View, key: str, chart: Chart) -> None:
    """The chart in a card of its own, its coverage and, folded, its table."""
    with show.card(chart.title):
        body(view, key, chart)


def body(view: View, key: str, chart: Chart) -> None:
    """What stands in the card beneath its heading."""
    found = view.ask(chart.measure)
    # The folded table stands in what scrolls: it gives the keyboard something to hold on to.
    with st.grid(1, wrap=False, min_column_width=show.WIDE_PX, gap="xsmall") if chart.wide else nullcontext():
        show.draw(view, key, found, chart.draw, *chart.values)
        if chart.known:
            show.strip(view, found.coverage, f"{key}-strip")
        if chart.wide:
            show.table(view, found.frame, chart.headings, key)
    show.coverage(found.coverage, view.language, *chart.notes, *chart.of_table)
    if not chart.wide:
        show.table(view, found.frame, chart.headings, key)


def one_of(view: View, charts: Mapping[str, Chart]) -> None:
    """One chart for a room, the one that the address asks for, with the ways to the others."""
    key = stage.chosen(view, {name: chart.title for name, chart in charts.items()})
    chart = charts[key]
    found = view.ask(chart.measure)
    with stage.draw(view, chart.title, charts):
        show.draw(view, key, found, chart.draw, *chart.values)
    frequent = (view.language.say("The most frequent ones are drawn."),) if chart.frequent else ()
    stage.beneath(view, " ".join((show.rests_on(found.coverage, view.language), *chart.notes, *frequent)))
