"""Initiatives drawn: by start year, themes against sectors, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from ecosystem.charts import theme
from ecosystem.charts.classes import class_of, lower_bounds

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

YEARS_PX = 248
# As many themes and sectors as can be read on one screen; the table beneath holds all.
SHOWN, SHOWN_LARGE = 8, 6
CELL_PX = 38
FEW_YEARS = 6
SHORT = 0.1


def by_start_year(frame: pd.DataFrame, collected_until: int, language: Language, colours: Palette) -> go.Figure:
    """A column a year; `collected_until` and the year before, still being collected, are shaded; 0 = none is."""
    drawn = theme.figure(colours, YEARS_PX)
    years, numbers = frame["year"].tolist(), frame["initiatives"].tolist()
    highest = max([*numbers, 1])
    drawn.add_bar(
        x=years,
        y=numbers,
        marker={"color": colours.main},
        text=[language.number(number) if number == highest else "" for number in numbers],
        textposition="outside",
        cliponaxis=False,
        constraintext="none",
        hovertemplate="%{x}: %{y}<extra></extra>",
    )
    if collected_until and years and years[-1] >= collected_until - 1:
        _shade_recent(drawn, collected_until, language, colours)
    drawn.update_layout(margin={"t": colours.scaled(26)})
    drawn.update_xaxes(
        fixedrange=True,
        tickfont={"color": colours.axis},
        ticklen=0,
        showgrid=False,
        zeroline=False,
        nticks=8,
        tickformat="d",
    )
    drawn.update_xaxes(automargin=True)
    if years and len(years) < FEW_YEARS:
        # A few bars neither fill the chart, nor stand between years that do not exist.
        middle = (years[0] + years[-1]) / 2
        drawn.update_xaxes(dtick=1, range=[middle - FEW_YEARS / 2, middle + FEW_YEARS / 2])
    drawn.update_yaxes(
        fixedrange=True,
        **({"dtick": 1} if highest <= 4 else {}),
        tickfont={"color": colours.axis},
        title={
            "text": language.say("initiatives"),
            "font": {"size": colours.small, "color": colours.axis},
            "standoff": 6,
        },
        gridcolor=colours.grid,
        zeroline=False,
        nticks=4,
        tickformat="d",
        range=[0, highest * 1.1],
        automargin=True,
    )
    return drawn


def _shade_recent(drawn: go.Figure, collected_until: int, language: Language, colours: Palette) -> None:
    first, last = collected_until - 1.5, collected_until + 0.5
    drawn.add_shape(
        type="rect",
        x0=first,
        x1=last,
        y0=0,
        y1=1,
        yref="paper",
        fillcolor=colours.shade,
        line_width=0,
        layer="below",
    )
    drawn.add_annotation(
        x=last,
        y=1.02,
        yref="paper",
        yanchor="bottom",
        xanchor="right",
        text=language.say("still being collected"),
        showarrow=False,
        font={"size": colours.small, "color": colours.axis},
    )


def themes_by_sectors(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A table of shades: the most frequent themes down, the most frequent sectors across; "–" = none recorded."""
    shown = SHOWN_LARGE if colours.large else SHOWN
    themes = frame.drop_duplicates("theme").nlargest(shown, "of_theme")
    sectors = frame.drop_duplicates("sector").nlargest(shown, "of_sector")
    numbers = {(row.theme, row.sector): int(row.initiatives) for row in frame.itertuples()}
    rows = [[numbers.get((t, s), 0) for s in sectors["sector"]] for t in themes["theme"]]
    bounds = lower_bounds([number for row in rows for number in row])
    down = [theme.wrapped(label, max(colours.label, 34)) for label in themes[f"theme_{language.code}"]]
    across = [theme.wrapped(label, 14 if colours.large else 18) for label in sectors[f"sector_{language.code}"]]
    drawn = theme.figure(colours, height=76 + CELL_PX * max(len(down), 1))
    ramp = colours.ramp if len(bounds) > 1 else colours.ramp[1:2] * 2
    for shades, text in (
        (range(colours.turn), colours.text),
        (range(colours.turn, len(colours.ramp)), colours.page),
    ):
        classes = [[_among(class_of(number, bounds), shades) for number in row] for row in rows]
        drawn.add_trace(
            _shaded(down, across, classes, _texts(rows, classes, language), ramp, {"color": text, "size": colours.px})
        )
    none = [[0 if number == 0 else None for number in row] for row in rows]
    dashes = [["–" if number == 0 else "" for number in row] for row in rows]
    drawn.add_trace(
        _shaded(down, across, none, dashes, (colours.empty, colours.empty), {"color": colours.axis, "size": colours.px})
    )
    drawn.update_xaxes(side="top", fixedrange=True, ticklen=0, showgrid=False, zeroline=False, tickangle=0)
    drawn.update_xaxes(tickfont={"size": 18 if colours.large else 13, "color": colours.axis}, automargin=True)
    theme.categories_down(drawn)
    return drawn


def _among(position: int | None, shades: range) -> int | None:
    return position if position is not None and position in shades else None


def _texts(rows: list[list[int]], classes: list[list[int | None]], language: Language) -> list[list[str]]:
    # A text is drawn even where there is no shade, so each trace names its own cells only.
    pairs = [zip(numbers, shades, strict=True) for numbers, shades in zip(rows, classes, strict=True)]
    return [[language.number(number) if shade is not None else "" for number, shade in row] for row in pairs]


def _shaded(
    down: list[str],
    across: list[str],
    classes: list[list[int | None]],
    texts: list[list[str]],
    ramp: tuple[str, ...],
    font: dict[str, object],
) -> go.Heatmap:
    last = max(len(ramp) - 1, 1)
    return go.Heatmap(
        x=across,
        y=down,
        z=classes,
        zmin=0,
        zmax=last,
        colorscale=[[position / last, shade] for position, shade in enumerate(ramp)],
        showscale=False,
        xgap=3,
        ygap=3,
        text=texts,
        texttemplate="%{text}",
        textfont=font,
        hovertemplate="%{y} · %{x}: %{text}<extra></extra>",
        hoverongaps=False,
    )


def unknowns(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A bar a fact, cut into known and, hatched, not known, each with its number."""
    facts = frame[f"fact_{language.code}"].tolist()
    total = max((frame["known"] + frame["unknown"]).tolist(), default=1) or 1
    drawn = theme.figure(colours, theme.rows_px(facts))
    for column, fill, colour in (
        ("known", {"color": colours.main}, colours.page),
        ("unknown", theme.hatched(colours), colours.text),
    ):
        numbers = frame[column].tolist()
        drawn.add_bar(
            x=numbers,
            y=facts,
            orientation="h",
            marker=fill,
            text=[language.number(number) if number else "" for number in numbers],
            # A number that its part of the bar is too short for stands behind it.
            textposition=["inside" if number > total * SHORT else "outside" for number in numbers],
            cliponaxis=False,
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"color": colour},
            hovertemplate="%{y}: %{x}<extra></extra>",
        )
    drawn.update_layout(barmode="stack")
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, total * 1.1])
    theme.categories_down(drawn)
    return drawn
