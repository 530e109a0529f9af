"""Counties or municipalities shaded, with symbols on them: the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecosystem.charts import theme
from ecosystem.charts.classes import range_of, ranges
from ecosystem.charts.legend import Entry, legend
from ecosystem.charts.symbols import symbols
from ecosystem.language import capital
from ecosystem.measures.measured import MILLION, millions
from ecosystem.measures.places import MEASURES, told
from ecosystem.messages import mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

HEIGHT_PX = 384
OUTLINE_PX, CHOSEN_PX, CASING_PX = 0.9, 3, 6
# The window in degrees: the country and a little sea.
WEST, EAST, SOUTH, NORTH = 20.6, 26.9, 53.88, 56.46
UNITS = {
    "count": mark("initiatives"),
    "culture": mark("with culture"),
    "amount": mark("euro"),
    "per-capita": mark("per 10,000 inhabitants"),
}
WHOLE = ("count", "culture")
IN_MILLIONS = mark("€ million")
Lines = tuple[list[float | None], list[float | None]]


@dataclass(frozen=True)
class Drawn:
    """What is drawn: areas of a `level` (counties, municipalities) by one of `places.MEASURES`.

    `chosen` are the codes that are chosen, by level; `hatching` are the lines that fill an area, by code. `symbols` are
    the rows of a measure of `seats`, called `noun`; None for none.
    """

    level: str
    measure: str
    chosen: Mapping[str, Sequence[str]]
    hatching: Mapping[str, Lines]
    symbols: pd.DataFrame | None = None
    noun: str = ""


def shaded(frame: pd.DataFrame, drawn: Drawn, language: Language, colours: Palette) -> go.Figure:
    """The areas of `measures.places` in at most five shades; hatched where nothing is recorded, or no budget stated.

    The chosen ones are outlined. A click gives the code of an area, or of a symbol's municipality, as `customdata`.
    """
    unit, known = _known(frame, drawn.measure)
    among = ranges(known.values(), drawn.measure in WHOLE)
    shades = _shades(len(among), colours)
    classes = {code: range_of(value, among) for code, value in known.items()}
    nothing = [code for code in frame["code"] if code not in known]
    zero = [code for code, at in classes.items() if at is None]
    figure = theme.figure(colours, HEIGHT_PX)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo=_window(), clickmode="event+select")
    said = {row["code"]: _said(row, drawn.measure, language) for row in frame.to_dict("records")}
    for position, shade in enumerate(shades):
        _areas(figure, [code for code, at in classes.items() if at == position], drawn.level, said, shade, colours)
    _areas(figure, zero, drawn.level, said, colours.empty, colours)
    _areas(figure, nothing, drawn.level, said, colours.empty, colours)
    _hatched(figure, nothing, drawn, colours)
    _outlined(figure, drawn, colours)
    if drawn.symbols is not None:
        figure.add_traces(symbols(drawn.symbols, drawn.noun, language, colours))
    entries = [Entry(_from_to(low, high, language), shade) for (low, high), shade in zip(among, shades, strict=True)]
    below = _below(drawn, _nothing(frame, nothing, drawn.measure, language), bool(zero), language, colours)
    legend(figure, capital(language.say(unit)), [*below, *entries], colours)
    return figure


def _known(frame: pd.DataFrame, measure: str) -> tuple[str, dict[str, float]]:
    """The unit, and in it the value of each area in which something is recorded, or a budget stated."""
    column, unit = MEASURES[measure], UNITS[measure]
    rows = frame[frame["initiatives"].gt(0) & frame[column].notna()]
    known = dict(zip(rows["code"], rows[column].tolist(), strict=True))
    if measure != "amount" or millions(max(known.values(), default=0)) is None:
        return unit, known
    return IN_MILLIONS, {code: value / MILLION for code, value in known.items()}


def _window() -> dict[str, Any]:
    return {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [WEST, EAST]},
        "lataxis": {"range": [SOUTH, NORTH]},
    }


def _shades(number: int, colours: Palette) -> list[str]:
    """As many shades as there are classes, as far apart as the ramp allows."""
    last = len(colours.ramp) - 1
    if number == 1:
        return [colours.ramp[last // 2]]
    return [colours.ramp[round(position * last / (number - 1))] for position in range(number)]


def _from_to(low: float, high: float, language: Language) -> str:
    return language.number(low, 6) if low == high else f"{language.number(low, 6)}–{language.number(high, 6)}"


def _said(row: dict[str, Any], measure: str, language: Language) -> str:
    return f"{theme.plain(language.of(row, 'name'))}<br>{theme.plain(told(row, measure, language))}"


def _areas(
    figure: go.Figure, codes: list[str], level: str, said: Mapping[str, str], shade: str, colours: Palette
) -> None:
    if not codes:
        return
    dark = shade in colours.ramp[colours.turn :]
    figure.add_choropleth(
        geojson=f"/boundaries/{level}.geojson",
        featureidkey="properties.code",
        locations=codes,
        z=[0] * len(codes),
        colorscale=[[0, shade], [1, shade]],
        showscale=False,
        marker={"line": {"color": colours.page if dark else colours.unknown, "width": OUTLINE_PX}, "opacity": 1},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=codes,
        hovertext=[said[code] for code in codes],
        hoverinfo="text",
    )


def _hatched(figure: go.Figure, codes: list[str], drawn: Drawn, colours: Palette) -> None:
    lines = [drawn.hatching.get(code, ([], [])) for code in codes]
    figure.add_scattergeo(
        lon=[lon for lons, _ in lines for lon in lons],
        lat=[lat for _, lats in lines for lat in lats],
        mode="lines",
        line={"color": colours.hatch, "width": 1},
        hoverinfo="skip",
    )


def _outlined(figure: go.Figure, drawn: Drawn, colours: Palette) -> None:
    """The borders of what is chosen; the page's colour beside the line sets it off from dark shades."""
    for level, codes in drawn.chosen.items():
        for colour, width in ((colours.page, CASING_PX), (colours.accent, CHOSEN_PX)) if codes else ():
            figure.add_choropleth(
                geojson=f"/boundaries/{level}.geojson",
                featureidkey="properties.code",
                locations=list(codes),
                z=[0] * len(codes),
                colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
                showscale=False,
                marker={"line": {"color": colour, "width": width}},
                # A click reaches what lies beneath.
                hoverinfo="skip",
            )


def _nothing(frame: pd.DataFrame, codes: list[str], measure: str, language: Language) -> str:
    """What is said of the areas without a value; nothing where there are none."""
    if not codes:
        return ""
    if measure == "amount":
        return language.say("none stated")
    recorded = frame.loc[frame["code"].isin(codes), "initiatives"].any()
    return language.say("none recorded or not known") if recorded else language.say("none recorded")


def _below(drawn: Drawn, nothing: str, zero: bool, language: Language, colours: Palette) -> list[Entry]:
    """The entries under the classes, from the bottom up: symbols, what is not recorded, what is zero."""
    entries = []
    if drawn.symbols is not None and len(drawn.symbols):
        least, most = (language.number(int(n)) for n in (drawn.symbols["number"].min(), drawn.symbols["number"].max()))
        numbers = least if least == most else f"{least}–{most}"
        entries.append(Entry(f"{drawn.noun}: {numbers}", colours.accent, round=True))
    if nothing:
        entries.append(Entry(nothing, colours.empty, hatched=True))
    if zero:
        entries.append(Entry(language.number(0), colours.empty))
    return entries
