"""How answers are shown: a card, a chart with its coverage, a table, a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ecosystem.charts import bars
from ecosystem.language import capital
from ecosystem.measures import summary as summaries
from pages.parts.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pandas as pd
    import plotly.graph_objects as go
    from streamlit.delta_generator import DeltaGenerator

    from ecosystem.language import Language
    from ecosystem.measures.measured import Coverage, Measured
    from pages.parts.session import View

CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    # Else plotly fetches a map of the world from another host.
    "topojsonURL": "/app/static/topo/",
}
TABLE_ROWS_PX = 398
LONG_ROWS = 24
TEXT_PX = 720
WIDE_PX = 1000


def card(title: str, stretch: bool = True) -> DeltaGenerator:
    """A bordered box with a heading; what belongs to it is drawn inside.

    It is as high as the one beside it, unless it does not `stretch`.
    """
    box = st.container(border=True, height="stretch" if stretch else "content", gap="xsmall")
    box.header(title, anchor=False)
    return box


def figure(
    drawn: go.Figure, key: str, summary: str, on_select: Callable[[], None] | None = None, stretch: bool = False
) -> None:
    """A chart; `summary` says in words what it shows, for those who do not see it.

    `on_select` follows a click. The chart has its own height, or all that there is where it is to `stretch`.
    """
    st.plotly_chart(
        drawn,
        height="stretch" if stretch else "content",
        theme=None,
        config=CONFIG,
        key=key,
        alt=summary,
        on_select=on_select or "ignore",
        selection_mode="points",
    )


def draw(view: View, key: str, measured: Measured, chart: Callable[..., go.Figure], *values: object) -> None:
    """The chart of an answer; what it says in words is there for those who do not see it."""
    drawn = view.keep(key, lambda: chart(measured.frame, *values, view.language, view.colours))
    figure(drawn, key, measured.summary(view.language), stretch=view.present)


def strip(view: View, coverage: Coverage, key: str) -> None:
    """The bar of known and not known beneath a chart."""
    known, unknown = coverage.used, coverage.records - coverage.used
    words = (
        view.language.plural("{n} known", "{n} known", known),
        view.language.plural("{n} not known", "{n} not known", unknown),
    )
    parts = [(words[0], known, True), (words[1], unknown, False)]
    figure(view.keep(key, lambda: bars.strip(parts, view.colours)), key, ", ".join(words))


def coverage(rests: Coverage, language: Language, *notes: str, before: str = "") -> None:
    """How many records a chart rests on, how many it leaves out and why, with notes `before` and after."""
    st.caption(" ".join(text for text in (before, rests_on(rests, language), *notes) if text))


def rests_on(rests: Coverage, language: Language) -> str:
    """The same as a sentence."""
    parts = reasons(rests, language)
    counted = language.say(
        "Rests on {used} of {records} records",
        used=language.number(rests.used),
        records=language.number(rests.records),
    )
    return f"{counted}; {', '.join(parts)}." if parts else f"{counted}."


def reasons(rests: Coverage, language: Language) -> list[str]:
    """How many records are left out, by reason."""
    return [language.plural(one, many, n) for (one, many), n in rests.left_out.items() if n]


def table(view: View, frame: pd.DataFrame, headings: Mapping[str, str], key: str) -> None:
    """The chart's numbers as a table, folded; a long one scrolls. See `_worded` for `headings`."""
    with st.expander(view.language.say("Table"), type="compact", key=f"{key}-table"):
        if len(frame) > LONG_ROWS:
            shown = view.keep(f"{key}/table", lambda: _worded(frame, headings, view.language))
            st.dataframe(shown, hide_index=True, height=TABLE_ROWS_PX, row_height=40, placeholder="–")
        else:
            plain_table(view, frame, headings, key)


def plain_table(view: View, frame: pd.DataFrame, headings: Mapping[str, str], key: str) -> None:
    """A short table, all of it in sight. See `_worded` for `headings`."""
    shown = view.keep(f"{key}/table", lambda: _worded(frame, headings, view.language))
    numbers = set(shown.select_dtypes("number").columns)
    cells = {name: view.language.number if name in numbers else plain for name in shown.columns}
    with st.container(width=TEXT_PX):
        st.table(shown.style.format(cells), border="horizontal", hide_index=True)


def _worded(frame: pd.DataFrame, headings: Mapping[str, str], language: Language) -> pd.DataFrame:
    """The columns that `headings` names, in its order and under its words.

    A column `x` that exists as `x_lt` and `x_en` takes the words of the page's language, marked where they are known in
    the other one only.
    """
    rows = frame.to_dict("records")
    worded = {
        column: [capital(language.of(row, column)) for row in rows]
        for column in headings
        if f"{column}_{language.code}" in frame.columns
    }
    return frame.assign(**worded)[list(headings)].rename(columns=dict(headings))


def summary(view: View) -> None:
    """What is chosen, in two or three sentences."""
    st.markdown(plain(said(view)), width=WIDE_PX)


def said(view: View) -> str:
    """The same as text, for those who do not see a chart."""
    return view.keep("summary", lambda: summaries.of(view.selection, view.choices, view.ask).text(view.language))


def texts(paragraphs: Iterable[str]) -> None:
    """Paragraphs of running text, in a width that reads well."""
    for paragraph in paragraphs:
        st.markdown(paragraph, width=TEXT_PX)


def metric(label: str, value: str, note: str) -> None:
    """A figure with its coverage beneath."""
    with st.container(gap=None):
        st.metric(label, value)
        st.caption(note)
