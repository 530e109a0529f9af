"""Horizontal bars: one a category, the number at its end; and the strip of known and unknown beneath a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.charts import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

STRIP_PX = 26
ZERO_WIDTH = "\u200b"


def horizontal(
    labels: Sequence[str], values: Sequence[int], language: Language, colours: Palette, others: Sequence[str] = ()
) -> go.Figure:
    """Bars in the order given, first on top; those whose label is in `others` in the second colour."""
    rows = told_apart([theme.wrapped(label, colours.label) for label in labels])
    drawn = theme.figure(colours, theme.rows_px(rows))
    drawn.add_bar(
        x=list(values),
        y=rows,
        orientation="h",
        marker={"color": [colours.second if label in others else colours.main for label in labels]},
        text=[language.number(value) for value in values],
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    # The longest bar leaves room for its number.
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, max([*values, 1]) * 1.14])
    theme.categories_down(drawn)
    return drawn


def told_apart(rows: list[str]) -> list[str]:
    """The labels with an invisible mark on each repeated one: bars of the same label would lie upon each other."""
    return [row + ZERO_WIDTH * rows[:position].count(row) for position, row in enumerate(rows)]


def strip(parts: Sequence[tuple[str, int, bool]], colours: Palette) -> go.Figure:
    """One bar cut into parts, each (words with its number, number, whether known); what is not known is hatched."""
    drawn = theme.figure(colours, height=STRIP_PX + 8)
    total = sum(number for _, number, _ in parts) or 1
    for position, (words, number, known) in enumerate(parts):
        fill, ink = _painted(position, known, colours)
        drawn.add_bar(
            x=[number],
            y=[""],
            orientation="h",
            marker=fill,
            text=[words if number / total > _readable(words) else ""],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"color": ink},
            hovertemplate=f"{words}<extra></extra>",
        )
    drawn.update_layout(barmode="stack", bargap=0.08, margin={"l": 0, "r": 0, "t": 4, "b": 4})
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, total])
    drawn.update_yaxes(visible=False, fixedrange=True)
    return drawn


def _painted(position: int, known: bool, colours: Palette) -> tuple[dict[str, object], str]:
    """How a part of a strip is filled, and the colour of the words on it."""
    if not known:
        return theme.hatched(colours), colours.text
    return ({"color": colours.main}, colours.page) if position == 0 else ({"color": colours.second}, colours.on_second)


def _readable(words: str) -> float:
    """The share of a strip on a narrow screen (some 330 px) that words of this length need."""
    return len(words) * 7.5 / 330
