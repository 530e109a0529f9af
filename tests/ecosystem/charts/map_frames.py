"""Small maps for tests: four counties with so many initiatives each, and what of their figure can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from ecosystem.charts import theme
from ecosystem.charts.areas import Drawn, shaded
from ecosystem.charts.legend import Entry
from ecosystem.charts.theme import DARK, LIGHT, Palette
from ecosystem.language import Language

if TYPE_CHECKING:
    import plotly.graph_objects as go


MOST_BYTES = 40_000


LT, EN = Language("lt"), Language("en")
NAMES = {
    "LT011": ("Vilniaus apskritis", "Vilnius County"),
    "LT022": ("Kauno apskritis", "Kaunas County"),
    "LT023": ("Klaipėdos apskritis", "Klaipėda County"),
    "LT029": ("Utenos apskritis", "Utena County"),
}


HATCHING = {code: ([24.0 + at, 24.5 + at, None], [55.0, 55.3, None]) for at, code in enumerate(NAMES)}


NOUN = "Clusters"


both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


every = pytest.mark.parametrize(
    "colours",
    [LIGHT, DARK, theme.palette(False, large=True), theme.palette(True, large=True)],
    ids=["light", "dark", "light and large", "dark and large"],
)


def counties(*numbers: int, **columns: list[float | None]) -> pd.DataFrame:
    """The four counties with so many initiatives each, and other columns of `places.by_area`."""
    rows = pd.DataFrame(
        {
            "code": list(NAMES),
            "name_lt": [name for name, _ in NAMES.values()],
            "name_en": [name for _, name in NAMES.values()],
            "initiatives": [*numbers, *[0] * (4 - len(numbers))],
        }
    )
    empty = {"culture": [0] * 4, "stated": [0] * 4, "amount": [None] * 4, "per_10000": [None] * 4}
    frame = rows.assign(**{name: columns.get(name, none) for name, none in empty.items()})
    return frame.astype({"amount": "float", "per_10000": "float"})


def seated(*numbers: int) -> pd.DataFrame:
    """So many bodies in one municipality after the other."""
    return pd.DataFrame(
        {
            "municipality": [str(11 + at) for at in range(len(numbers))],
            "name_lt": [f"{at} sav." for at in range(len(numbers))],
            "name_en": [f"M{at}" for at in range(len(numbers))],
            "lat": [55.0 + at / 10 for at in range(len(numbers))],
            "lon": [24.0 + at / 10 for at in range(len(numbers))],
            "number": list(numbers),
        }
    )


def drawn(
    frame: pd.DataFrame,
    measure: str = "count",
    language: Language = EN,
    colours: Palette = LIGHT,
    chosen: dict[str, list[str]] | None = None,
    lying: pd.DataFrame | None = None,
) -> go.Figure:
    return shaded(frame, Drawn("counties", measure, chosen or {}, HATCHING, lying, NOUN), language, colours)


def filled(figure: go.Figure) -> list[go.Choropleth]:
    return [trace for trace in figure.data if trace.type == "choropleth" and trace.hoverinfo == "text"]


def outlined(figure: go.Figure) -> dict[str, list[str]]:
    """What is chosen by the file of its level."""
    found = [trace for trace in figure.data if trace.type == "choropleth" and trace.hoverinfo == "skip"]
    return {trace.geojson: list(trace.locations) for trace in found}


def shades(figure: go.Figure) -> dict[str, str]:
    """The colour of each area."""
    found = {}
    for trace in filled(figure):
        assert len({colour for _, colour in trace.colorscale}) == 1
        for code in trace.locations:
            assert code not in found
            found[code] = trace.colorscale[0][1]
    return found


def hatched(figure: go.Figure) -> set[str]:
    """The areas of ours that are hatched."""
    (trace,) = [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "lines"]
    assert trace.hoverinfo == "skip"
    return {code for code, (lons, _) in HATCHING.items() if lons[0] in (trace.lon or ())}


def told(figure: go.Figure) -> dict[str, str]:
    """What is said of each area when it is pointed at."""
    return {code: said for trace in filled(figure) for code, said in zip(trace.locations, trace.hovertext, strict=True)}


def entries(figure: go.Figure) -> list[Entry]:
    """The legend from the bottom up; the title last, with no colour."""
    shapes = [shape for shape in figure.layout.shapes if shape.type != "line"]
    lines = [(shape.y0, shape.x0) for shape in figure.layout.shapes if shape.type == "line"]
    *words, title = [note.text for note in figure.layout.annotations]
    found = [
        Entry(
            text,
            shape.fillcolor,
            hatched=any(y == shape.y0 for y, _ in lines),
            round=shape.type == "circle",
        )
        for text, shape in zip(words, shapes, strict=True)
    ]
    return [*found, Entry(title, "")]


def words(figure: go.Figure) -> list[str]:
    return [entry.words for entry in entries(figure)]
