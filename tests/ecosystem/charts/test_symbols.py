"""Symbols on a map, and its legend."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ecosystem.charts import areas, legend, theme
from ecosystem.charts.legend import Entry
from ecosystem.charts.symbols import CROWD, LARGEST_PX, LARGEST_ROOM_PX, READABLE_PX, SMALLEST_PX, symbols
from ecosystem.charts.theme import LIGHT, Palette
from tests.ecosystem.charts.test_theme import SHAPE, contrast

if TYPE_CHECKING:
    import plotly.graph_objects as go


from tests.ecosystem.charts.map_frames import EN, LT, NOUN, both, counties, drawn, entries, every, seated, words


def test_words_of_a_legend_are_escaped() -> None:
    figure = theme.figure(LIGHT, 100)
    legend.legend(figure, "<i>T</i>", [Entry("<b>a</b> & b", LIGHT.empty)], LIGHT)
    assert words(figure) == ["&lt;b&gt;a&lt;/b&gt; &amp; b", "<b>&lt;i&gt;T&lt;/i&gt;</b>"]


@both
def test_symbols_stand_at_the_bottom_of_the_legend_in_their_own_colour(colours: Palette) -> None:
    figure = drawn(counties(4, 0, culture=[0] * 4), "culture", colours=colours, lying=seated(3))
    assert entries(figure)[:3] == [
        Entry(f"{NOUN}: 3", colours.accent, round=True),
        Entry("none recorded", colours.empty, hatched=True),
        Entry("0", colours.empty),
    ]
    assert words(drawn(counties(4), colours=colours, lying=seated()))[0] == "none recorded"
    assert words(drawn(counties(4), colours=colours, lying=seated(30, 2)))[0] == f"{NOUN}: 2–30"
    assert not any(NOUN in text for text in words(drawn(counties(4), colours=colours)))


@every
def test_swatches_and_words_of_a_legend_stand_side_by_side_row_by_row(colours: Palette) -> None:
    listed = [Entry("a", colours.accent, round=True), Entry("b", colours.empty, hatched=True), Entry("c", "#000000")]
    figure = theme.figure(colours, 384)
    legend.legend(figure, "Title", listed, colours)
    assert entries(figure) == [*listed, Entry("<b>Title</b>", "")]
    grown = colours.px / theme.FONT_PX * (legend.ROOM if colours.large else 1)
    row = round(legend.ROW_PX * grown)
    assert figure.layout.height >= row * 4
    notes, swatches = figure.layout.annotations, [shape for shape in figure.layout.shapes if shape.type != "line"]
    assert [note.yshift for note in notes] == [row / 2 + row * at for at in range(4)]
    assert {note.font.size for note in notes} == {round(theme.FONT_PX * grown)}
    for at, (note, swatch) in enumerate(zip(notes, swatches, strict=False)):
        assert row * at <= swatch.y0 < swatch.y1 <= row * (at + 1)
        assert swatch.x1 < note.xshift
        assert abs((swatch.y0 + swatch.y1) / 2 - note.yshift) <= 1
    for line in figure.layout.shapes:
        if line.type == "line":
            assert swatches[1].x0 <= line.x0 < line.x1 <= swatches[1].x1
            assert swatches[1].y0 <= line.y0 < line.y1 <= swatches[1].y1


@every
def test_large_text_scales_the_legend_and_the_words_of_symbols(colours: Palette) -> None:
    figure = drawn(counties(40, 21), colours=colours, lying=seated(30, 1))
    assert figure.layout.font.size == colours.px
    assert {note.font.size for note in figure.layout.annotations} == {18 if colours.large else theme.FONT_PX}
    assert figure.data[-1].textfont.size == colours.px
    # All rows of the legend stand beside the map, however low the screen.
    assert figure.layout.height >= len(figure.layout.annotations) * (31 if colours.large else 24)
    assert figure.layout.height == (theme.LARGE_HEIGHT_PX if colours.large else areas.HEIGHT_PX)


def diameters(trace: go.Scattergeo) -> list[float]:
    """How wide plotly draws each circle: of sizes that stand for areas, the root of twice the size by the reference."""
    assert trace.marker.sizemode == "area"
    return [2 * max((size / 2 / trace.marker.sizeref) ** 0.5, 0) for size in trace.marker.size]


@every
def test_the_area_of_a_symbol_is_in_proportion_to_its_number(colours: Palette) -> None:
    trace, _ = symbols(seated(80, 20, 5, 1), NOUN, EN, colours)
    wide = diameters(trace)
    # For a room no larger than the map bears.
    assert wide[0] == pytest.approx(LARGEST_ROOM_PX if colours.large else LARGEST_PX)
    assert [first / second for first, second in pairwise(wide[:3])] == pytest.approx([2, 2])
    # What plotly takes for the smallest is a radius.
    assert 2 * trace.marker.sizemin == SMALLEST_PX


def test_a_single_one_is_no_crowd() -> None:
    assert diameters(symbols(seated(1), NOUN, EN, LIGHT)[0]) == pytest.approx([LARGEST_PX / CROWD**0.5])
    assert diameters(symbols(seated(10), NOUN, EN, LIGHT)[0]) == pytest.approx([LARGEST_PX])


@every
def test_a_number_stands_in_its_symbol_only_where_it_fits(colours: Palette) -> None:
    frame = seated(1234, 400, 200, 20, 1)
    trace, above = symbols(frame, NOUN, EN, colours)
    readable = colours.scaled(READABLE_PX)
    for number, text, wide in zip(frame["number"], above.text, diameters(trace), strict=True):
        assert bool(text) == (wide >= readable), number
    assert above.text == ("1,234", "400", "", "", "")
    assert (above.lon, above.lat, above.hoverinfo) == (trace.lon, trace.lat, "skip")
    assert trace.hovertext[:2] == ("M0<br>Clusters: 1,234", "M1<br>Clusters: 400")


@both
def test_symbols_and_their_numbers_can_be_seen(colours: Palette) -> None:
    trace, above = symbols(seated(30, 1), NOUN, LT, colours)
    assert (trace.marker.color, above.textfont.color, trace.marker.line.color) == (
        colours.accent,
        colours.page,
        colours.page,
    )
    assert contrast(colours.accent, colours.page) >= SHAPE
    assert (trace.lon, trace.lat) == ((24.0, 24.1), (55.0, 55.1))


def test_symbols_can_be_drawn_of_nothing() -> None:
    trace, _ = symbols(seated(), NOUN, EN, LIGHT)
    assert not trace.lon
    assert "NaN" not in drawn(counties(1), lying=seated()).to_json()
