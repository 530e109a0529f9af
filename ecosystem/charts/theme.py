"""One look for all charts: colours that hold in both themes and in every kind of colour vision, fonts, margins."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from ecosystem.language import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "'IBM Plex Sans', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
FONT_PX = 14
# For a room: read from the last row; as many rows as a screen of 720 px then holds.
LARGE_PX, LARGE_ROWS, LARGE_HEIGHT_PX = 24, 8, 250
# Height of a row whose label takes one, two, three lines.
ROWS_PX = (32, 40, 56)
LABEL_CHARACTERS, LARGE_CHARACTERS = 26, 42


@dataclass(frozen=True)
class Palette:
    """Colours of one theme, and how high text is; `on_second` is text on `second`.

    `ramp` runs from few to many, and from `turn` on text in it takes the page's colour. `accent` marks what is chosen
    and what lies on a map; text on it takes the page's colour.
    """

    page: str
    text: str
    axis: str
    grid: str
    main: str
    second: str
    on_second: str
    unknown: str
    shade: str
    empty: str
    hatch: str
    accent: str
    ramp: tuple[str, ...]
    turn: int
    px: int = FONT_PX

    @property
    def small(self) -> int:
        """The height of text that explains: axes, notes."""
        return round(self.px * 6 / 7)

    @property
    def large(self) -> bool:
        """Whether one chart is drawn for a whole room."""
        return self.px > FONT_PX

    def most(self, rows: int) -> int:
        """How many rows are drawn of a chart that draws so many on a page: in large text fewer fit."""
        return min(rows, LARGE_ROWS) if self.large else rows

    @property
    def label(self) -> int:
        """How many characters a label has on a line: on a wide screen there is room beside the bars, not between."""
        return LARGE_CHARACTERS if self.large else LABEL_CHARACTERS

    def scaled(self, size: float) -> int:
        """A length that belongs to text, at the height of text of this palette."""
        return round(size * self.px / FONT_PX)


LIGHT = Palette(
    page="#FFFFFF",
    text="#0F1A22",
    axis="#4F5E69",
    grid="#E4E9ED",
    main="#0B5A78",
    second="#4890AC",
    on_second="#0F1A22",
    unknown="#5F6F7B",
    shade="#EDF1F4",
    empty="#F3F6F8",
    hatch="#7F8D98",
    accent="#BA5708",
    ramp=("#DCEAF0", "#A6CBD9", "#66A5BD", "#2B7A98", "#0B4A63"),
    turn=3,
)
DARK = Palette(
    page="#10191F",
    text="#E8EEF2",
    axis="#A9B7C1",
    grid="#26343D",
    main="#62BEDB",
    second="#4891B0",
    on_second="#10191F",
    unknown="#8A9AA6",
    shade="#22303A",
    empty="#172129",
    hatch="#7D8D99",
    accent="#E8893A",
    ramp=("#1E3B49", "#2B5F76", "#4891B0", "#78BFDA", "#C2E8F5"),
    turn=2,
)


def palette(dark: bool, large: bool = False) -> Palette:
    """The colours of the dark or the light theme, with `large` text for a room."""
    colours = DARK if dark else LIGHT
    return replace(colours, px=LARGE_PX) if large else colours


def figure(colours: Palette, height: int) -> go.Figure:
    """An empty figure of the house: transparent, without legend, zoom or drag.

    In large text it takes at least as much height as any chart needs; where it is shown it grows.
    """
    drawn = go.Figure()
    drawn.update_layout(
        template=None,
        height=LARGE_HEIGHT_PX if colours.large else height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8, "pad": 4},
        font={"family": FONT, "size": colours.px, "color": colours.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=", ",
        showlegend=False,
        dragmode=False,
        bargap=0.28,
        barcornerradius=2,
        hoverlabel={
            "bgcolor": colours.text,
            "bordercolor": colours.text,
            "font": {"color": colours.page, "family": FONT, "size": colours.px},
        },
    )
    return drawn


def categories_down(drawn: go.Figure) -> None:
    """Let the vertical axis hold categories, whatever they look like, the first on top, with room for their words."""
    drawn.update_yaxes(
        type="category",
        autorange="reversed",
        fixedrange=True,
        automargin=True,
        ticklen=0,
        showgrid=False,
        zeroline=False,
    )


def hatched(colours: Palette) -> dict[str, object]:
    """How a bar of what is not known is filled."""
    return {
        "color": "rgba(0,0,0,0)",
        "line": {"color": colours.unknown, "width": 1},
        "pattern": {"shape": "/", "size": 12, "solidity": 0.08, "fgcolor": colours.unknown},
    }


def plain(text: str) -> str:
    """The text with nothing in it read as markup: plotly knows some tags of HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(label: str, width: int = LABEL_CHARACTERS) -> str:
    """The label with a capital first, on as many lines as a narrow screen needs to leave room for the bars."""
    return broken(capital(label), width)


def broken(text: str, width: int, lines: int | None = None) -> str:
    """The text on lines of at most `width` characters; where more than `lines` are needed it ends in an ellipsis."""
    # A word is broken only where it would take two lines and more.
    long = any(len(word) > 2 * width for word in text.split())
    cut = textwrap.wrap(text, width, break_long_words=long, max_lines=lines, placeholder="…")
    return "<br>".join(plain(line) for line in cut) or plain(text)


def rows_px(labels: Sequence[str]) -> int:
    """The height that a chart with a row a label needs; `labels` are wrapped."""
    breaks = max((label.count("<br>") for label in labels), default=0)
    return 16 + ROWS_PX[min(breaks, len(ROWS_PX) - 1)] * max(len(labels), 1)
