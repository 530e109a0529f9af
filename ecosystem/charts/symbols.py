"""Proportional symbols on a map, each at the centre of its municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from ecosystem.charts import theme

if TYPE_CHECKING:
    import pandas as pd

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

# Diameters; what is smaller than the smallest would not be seen. For a room they do not grow as text does: they would
# hide the map.
LARGEST_PX, LARGEST_ROOM_PX, SMALLEST_PX = 46, 60, 8
# The number from which on the most numerous place has the largest symbol: a single one is no crowd.
CROWD = 10
# A symbol that holds its number.
READABLE_PX = 20


def symbols(frame: pd.DataFrame, noun: str, language: Language, colours: Palette) -> list[go.Scattergeo]:
    """A circle a row of a measure of `seats`, its area in proportion to its number; above all, those that fit."""
    numbers = frame["number"].tolist()
    largest = max([*numbers, CROWD])
    size = LARGEST_ROOM_PX if colours.large else LARGEST_PX
    wide = [size * (number / largest) ** 0.5 >= colours.scaled(READABLE_PX) for number in numbers]
    names = [theme.plain(language.of(row, "name")) for row in frame.to_dict("records")]
    place = {"lon": frame["lon"].tolist(), "lat": frame["lat"].tolist()}
    circles = go.Scattergeo(
        **place,
        mode="markers",
        marker={
            "color": colours.accent,
            "opacity": 1,
            "size": numbers,
            "sizemode": "area",
            "sizeref": 2 * largest / size**2,
            "sizemin": SMALLEST_PX / 2,  # a radius, though size is a diameter
            "line": {"color": colours.page, "width": 1.5},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=frame["municipality"].tolist(),
        hovertext=[f"{name}<br>{noun}: {language.number(n)}" for name, n in zip(names, numbers, strict=True)],
        hoverinfo="text",
    )
    return [circles, _numbers(numbers, wide, place, language, colours)]


def _numbers(
    numbers: list[int], wide: list[bool], place: dict[str, list[float]], language: Language, colours: Palette
) -> go.Scattergeo:
    return go.Scattergeo(
        **place,
        mode="text",
        text=[language.number(number) if fits else "" for number, fits in zip(numbers, wide, strict=True)],
        textposition="middle center",
        textfont={"color": colours.page, "size": colours.px, "weight": 600},
        # A click reaches the circle beneath.
        hoverinfo="skip",
    )
