"""Horizontal bars, and the strip of known and not known."""

from __future__ import annotations

import pytest

from ecosystem.charts import bars
from ecosystem.charts.theme import DARK, LIGHT, Palette
from ecosystem.language import Language
from tests.ecosystem.charts.test_theme import TEXT, contrast

LT, EN = Language("lt"), Language("en")
CLEAR = "rgba(0,0,0,0)"
both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_bars_keep_their_order_with_the_first_on_top() -> None:
    drawn = bars.horizontal(["small", "large", "middle"], [1, 30, 5], EN, LIGHT)
    (trace,) = drawn.data
    assert (trace.type, trace.orientation) == ("bar", "h")
    assert trace.x == (1, 30, 5)
    assert trace.y == ("Small", "Large", "Middle")
    assert trace.text == ("1", "30", "5")
    assert drawn.layout.yaxis.autorange == "reversed"


@pytest.mark.parametrize(("language", "written"), [(LT, "12\xa0345"), (EN, "12,345")])
def test_numbers_at_bars_are_written_as_the_language_does(language: Language, written: str) -> None:
    assert bars.horizontal(["a"], [12345], language, LIGHT).data[0].text == (written,)


def test_the_axis_starts_at_zero_and_leaves_room_for_the_longest_number() -> None:
    low, high = bars.horizontal(["a", "b"], [50, 100], EN, LIGHT).layout.xaxis.range
    assert low == 0
    assert high == pytest.approx(114)


@both
def test_what_is_summed_up_takes_the_second_colour(colours: Palette) -> None:
    drawn = bars.horizontal(["one", "two", "3 others"], [9, 8, 7], EN, colours, others=["3 others"])
    assert drawn.data[0].marker.color == (colours.main, colours.main, colours.second)


def test_labels_are_wrapped_and_make_the_chart_higher() -> None:
    short = bars.horizontal(["one", "two"], [1, 2], EN, LIGHT)
    long = bars.horizontal(["one", "culture and creative industries"], [1, 2], EN, LIGHT)
    assert long.data[0].y == ("One", "Culture and creative<br>industries")
    assert (short.layout.height, long.layout.height) == (16 + 2 * 32, 16 + 2 * 40)


def test_bars_can_be_drawn_of_nothing_and_of_zeros() -> None:
    assert not bars.horizontal([], [], EN, LIGHT).data[0].x
    zeros = bars.horizontal(["none"], [0], EN, LIGHT)
    assert zeros.data[0].text == ("0",)
    assert zeros.layout.xaxis.range[1] > 0


@both
def test_the_part_of_a_strip_that_is_not_known_is_hatched(colours: Palette) -> None:
    drawn = bars.strip([("30 known", 30, True), ("20 not known", 20, False)], colours)
    known, unknown = drawn.data
    assert (known.x, unknown.x) == ((30,), (20,))
    assert (known.text, unknown.text) == (("30 known",), ("20 not known",))
    assert (known.marker.color, unknown.marker.color) == (colours.main, CLEAR)
    assert (known.marker.pattern.shape, unknown.marker.pattern.shape) == (None, "/")
    assert drawn.layout.barmode == "stack"
    assert drawn.layout.xaxis.range == (0, 50)


def test_words_too_long_for_their_part_are_left_to_the_hover() -> None:
    drawn = bars.strip([("98 known", 98, True), ("2 not known", 2, False)], LIGHT)
    assert [trace.text for trace in drawn.data] == [("98 known",), ("",)]
    assert drawn.data[1].hovertemplate == "2 not known<extra></extra>"


def test_a_strip_can_be_drawn_of_nothing() -> None:
    assert bars.strip([], LIGHT).data == ()
    nothing = bars.strip([("0 known", 0, True), ("0 not known", 0, False)], LIGHT)
    assert [trace.text for trace in nothing.data] == [("",), ("",)]
    assert nothing.layout.xaxis.range[1] > 0


@both
def test_words_on_every_part_of_a_strip_can_be_read(colours: Palette) -> None:
    drawn = bars.strip([("active", 1, True), ("inactive", 1, True), ("unknown", 1, False)], colours)
    assert [trace.text for trace in drawn.data] == [("active",), ("inactive",), ("unknown",)]
    for trace in drawn.data:
        fill = colours.page if trace.marker.color == CLEAR else trace.marker.color
        assert contrast(trace.textfont.color, fill) >= TEXT, f"{trace.text[0]}: {trace.textfont.color} on {fill}"
