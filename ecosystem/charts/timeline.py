"""Initiatives along time: a bar from the first to the last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ecosystem.charts import theme
from ecosystem.charts.bars import told_apart

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

ROW_PX = 40
LINE_CHARACTERS = 44
DAY_MS = 86_400_000
ONGOING = "ongoing"
# A label and its record.
Row = tuple[str, dict[str, Any]]


def along_time(frame: pd.DataFrame, collected: date | None, language: Language, colours: Palette) -> go.Figure:
    """A row an initiative, in the order of the frame; ongoing ones in the first colour, the others in the second.

    Where no end is stated there is a mark at the start, and for an ongoing one a hatched bar to the day of the data.
    """
    records = frame.to_dict("records")
    labels = told_apart(
        [theme.broken(language.of(row, "title"), LINE_CHARACTERS, lines=1 if colours.large else 2) for row in records]
    )
    drawn = theme.figure(colours, height=44 + ROW_PX * max(len(labels), 1))
    if not labels:
        return drawn
    rows = list(zip(labels, records, strict=True))
    for ongoing, colour in ((True, colours.main), (False, colours.second)):
        _bars(drawn, rows, ongoing, colour, language)
    going = [(label, row) for label, row in rows if collected and _going(row, collected)]
    if collected and going:
        _until_collected(drawn, going, collected, colours)
    _open_ends(drawn, rows, language, colours)
    days = [day for column in ("start_date", "ending") for day in frame[column] if isinstance(day, date)]
    if collected and going:
        days.append(collected)
    first, last = date(min(days).year, 1, 1), date(min(max(days).year + 1, date.max.year), 1, 1)
    if collected and first <= collected <= last:
        _day_of_data(drawn, collected, language, colours)
    drawn.update_layout(barmode="overlay", bargap=0.5, margin={"b": colours.scaled(26)})
    drawn.update_xaxes(
        type="date",
        range=[first.isoformat(), last.isoformat()],
        fixedrange=True,
        tickformat="%Y",
        gridcolor=colours.grid,
        tickfont={"color": colours.axis},
        zeroline=False,
        dtick=f"M{12 * max((last.year - first.year) // 12, 1)}",
        side="top",
        automargin=True,
    )
    theme.categories_down(drawn)
    # Marks would widen the axis beyond its rows.
    drawn.update_yaxes(categoryorder="array", categoryarray=labels, autorange=False, range=[len(labels) - 0.5, -0.5])
    return drawn


def _bars(drawn: go.Figure, rows: list[Row], ongoing: bool, colour: str, language: Language) -> None:
    shown = [
        (label, row) for label, row in rows if (row["status"] == ONGOING) == ongoing and isinstance(row["ending"], date)
    ]
    drawn.add_bar(
        base=[row["start_date"].isoformat() for _, row in shown],
        # Both days are within; a single day would not be seen without a line around it.
        x=[((row["ending"] - row["start_date"]) + timedelta(days=1)).days * DAY_MS for _, row in shown],
        y=[label for label, _ in shown],
        orientation="h",
        marker={"color": colour, "line": {"color": colour, "width": 3}},
        customdata=[_told(row, language) for _, row in shown],
        hovertemplate="%{y}<br>%{customdata}<extra></extra>",
    )


def _until_collected(drawn: go.Figure, going: list[Row], collected: date, colours: Palette) -> None:
    drawn.add_bar(
        base=[row["start_date"].isoformat() for _, row in going],
        x=[(collected - row["start_date"]).days * DAY_MS for _, row in going],
        y=[label for label, _ in going],
        orientation="h",
        marker=theme.hatched(colours),
        hoverinfo="skip",
    )


def _open_ends(drawn: go.Figure, rows: list[Row], language: Language, colours: Palette) -> None:
    shown = [(label, row) for label, row in rows if not isinstance(row["ending"], date)]
    drawn.add_scatter(
        x=[row["start_date"].isoformat() for _, row in shown],
        y=[label for label, _ in shown],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": [colours.main if row["status"] == ONGOING else colours.second for _, row in shown],
        },
        cliponaxis=False,
        customdata=[_told(row, language) for _, row in shown],
        hovertemplate="%{y}<br>%{customdata}<extra></extra>",
    )


def _going(row: dict[str, Any], collected: date) -> bool:
    """Whether a row is ongoing on the day of the data without a stated end."""
    unended = not isinstance(row["ending"], date)
    return bool(row["status"] == ONGOING and unended and row["start_date"] < collected)


def _told(row: dict[str, Any], language: Language) -> str:
    return theme.plain(f"{from_until(row, language)}, {language.of(row, 'status')}")


def from_until(row: dict[str, Any], language: Language) -> str:
    """The dates of a row as exactly as they are stated."""
    start = language.date(row["start_date"], row["start_date_precision"])
    if not isinstance(row["ending"], date):
        return language.say("{start} – end not stated", start=start)
    return f"{start} – {language.date(row['end_date'], row['end_date_precision'])}"


def _day_of_data(drawn: go.Figure, collected: date, language: Language, colours: Palette) -> None:
    day = collected.isoformat()
    drawn.add_shape(
        type="line", x0=day, x1=day, y0=0, y1=1, yref="paper", line={"color": colours.axis, "width": 1, "dash": "dot"}
    )
    drawn.add_annotation(
        x=day,
        y=0,
        yref="paper",
        yanchor="top",
        text=language.say("day of the data"),
        showarrow=False,
        font={"size": colours.small, "color": colours.axis},
    )
