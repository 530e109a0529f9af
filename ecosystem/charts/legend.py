"""The legend of a map, in its empty corner: swatches of a fixed size, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecosystem.charts import theme
from ecosystem.charts.theme import FONT_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette

ROW_PX, WIDTH_PX, SWATCH_PX, LEFT_PX = 24, 22, 16, 2
# Of the text of a chart for a room: all rows have to stand beside the map on a low screen.
ROOM = 0.75
HATCH_LINES = 3


@dataclass(frozen=True)
class Entry:
    """A line of the legend: words, colour, and whether the swatch is hatched or round."""

    words: str
    colour: str
    hatched: bool = False
    round: bool = False


def legend(figure: go.Figure, title: str, entries: Sequence[Entry], colours: Palette) -> None:
    """Draw the entries from the bottom up in the lower left corner, the title above them."""
    shapes: list[dict[str, Any]] = []
    grown = colours.px / FONT_PX * (ROOM if colours.large else 1)
    row, high, wide = round(ROW_PX * grown), round(SWATCH_PX * grown), round(WIDTH_PX * grown)
    words = [(entry.words, wide + LEFT_PX + 8, False) for entry in entries]
    for number, entry in enumerate(entries):
        shapes += _swatch(entry, (wide, high), number * row + (row - high) // 2, colours)
    annotations = [
        {
            "text": f"<b>{theme.plain(text)}</b>" if bold else theme.plain(text),
            "x": 0,
            "y": 0,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": shift,
            "yshift": number * row + row / 2,
            "showarrow": False,
            "font": {"color": colours.text, "size": round(FONT_PX * grown)},
            # On a narrow screen the map comes close.
            "bgcolor": f"{colours.page}C0",
            "borderpad": 0,
        }
        for number, (text, shift, bold) in enumerate([*words, (title, LEFT_PX, True)])
    ]
    # All at once: each added by itself is checked with all before it.
    figure.update_layout(shapes=shapes, annotations=annotations)
    figure.layout.height = max(figure.layout.height, row * len(annotations))


def _swatch(entry: Entry, size: tuple[int, int], bottom: int, colours: Palette) -> list[dict[str, Any]]:
    """The shapes of a swatch so wide and high: a box or a circle, with lines across where it is hatched."""
    wide, high = size
    left = LEFT_PX + (wide - high) // 2 if entry.round else LEFT_PX
    right = left + high if entry.round else LEFT_PX + wide
    place = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 0}
    line = {"color": colours.page if entry.round else colours.unknown, "width": 1}
    box = {**place, "x0": left, "x1": right, "y0": bottom, "y1": bottom + high, "fillcolor": entry.colour, "line": line}
    drawn = [{**box, "type": "circle" if entry.round else "rect"}]
    if entry.hatched:
        step = wide / HATCH_LINES
        for number in range(HATCH_LINES):
            start = left + step * number
            end = min(start + high, right)
            drawn.append(
                {
                    **place,
                    "type": "line",
                    "x0": start,
                    "x1": end,
                    "y0": bottom,
                    "y1": bottom + (end - start),
                    "line": {"color": colours.hatch, "width": 1},
                }
            )
    return drawn
