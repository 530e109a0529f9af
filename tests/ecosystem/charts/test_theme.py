"""The look of the charts: colours that can be read, in both themes."""

from __future__ import annotations

import dataclasses
import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.charts import theme
from ecosystem.charts.theme import DARK, LIGHT, Palette

# By the Web Content Accessibility Guidelines 2.2: text, text of the highest level, and what is not text.
TEXT, BEST_TEXT, SHAPE = 4.5, 7, 3
both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_dark_and_light_have_their_palettes() -> None:
    assert theme.palette(dark=True) is DARK
    assert theme.palette(dark=False) is LIGHT
    assert contrast(DARK.page, "#000000") < contrast(LIGHT.page, "#000000")


@both
def test_every_colour_is_written_in_full(colours: Palette) -> None:
    values = [value for value in dataclasses.astuple(colours) if isinstance(value, str)]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in [*values, *colours.ramp])


@both
def test_text_on_the_page_can_be_read(colours: Palette) -> None:
    assert contrast(colours.text, colours.page) >= BEST_TEXT
    assert contrast(colours.axis, colours.page) >= TEXT


@both
def test_a_dash_on_an_empty_cell_can_be_read(colours: Palette) -> None:
    assert contrast(colours.axis, colours.empty) >= TEXT
    assert contrast(colours.text, colours.empty) >= TEXT


@both
def test_numbers_on_every_shade_can_be_read(colours: Palette) -> None:
    for position, shade in enumerate(colours.ramp):
        words = colours.page if position >= colours.turn else colours.text
        assert contrast(words, shade) >= TEXT, shade


@both
def test_the_one_shade_of_a_table_with_one_class_takes_the_text_colour(colours: Palette) -> None:
    assert colours.turn > 1
    assert contrast(colours.text, colours.ramp[1]) >= TEXT


@both
def test_words_on_a_bar_of_the_first_colour_can_be_read(colours: Palette) -> None:
    assert contrast(colours.page, colours.main) >= TEXT


@both
def test_bars_and_hatching_stand_out_from_the_page(colours: Palette) -> None:
    for colour in (colours.main, colours.second, colours.unknown):
        assert contrast(colour, colours.page) >= SHAPE, colour
    assert contrast(colours.main, colours.shade) >= SHAPE


@both
def test_what_is_said_of_the_shaded_years_can_be_read(colours: Palette) -> None:
    assert contrast(colours.axis, colours.shade) >= TEXT


@both
def test_shades_run_steadily_away_from_the_page(colours: Palette) -> None:
    steps = [contrast(shade, colours.page) for shade in colours.ramp]
    assert steps == sorted(steps)
    assert len(colours.ramp) == 5
    assert min(upper / lower for lower, upper in pairwise(steps)) > 1.3


@both
def test_a_hatched_bar_is_not_filled(colours: Palette) -> None:
    fill = theme.hatched(colours)
    assert fill["color"] == "rgba(0,0,0,0)"
    assert fill["pattern"]["shape"] == "/"  # type: ignore[index]
    assert fill["pattern"]["fgcolor"] == colours.unknown  # type: ignore[index]


@both
def test_a_figure_is_transparent_and_cannot_be_dragged(colours: Palette) -> None:
    layout = theme.figure(colours, 200).layout
    assert (layout.height, layout.showlegend, layout.dragmode) == (200, False, False)
    assert (layout.paper_bgcolor, layout.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert layout.font.color == colours.text
    assert layout.hoverlabel.bgcolor == colours.text
    assert layout.hoverlabel.font.color == colours.page


@pytest.mark.parametrize(
    ("label", "wrapped"),
    [
        ("", ""),
        ("įmonė", "Įmonė"),
        ("ICT", "ICT"),
        ("culture and creative industries", "Culture and creative<br>industries"),
        ("viešoji ar biudžetinė įstaiga", "Viešoji ar biudžetinė<br>įstaiga"),
        ("nepasikiškiakopūsteliaujantis", "Nepasikiškiakopūsteliaujantis"),
    ],
)
def test_a_label_begins_with_a_capital_and_is_broken_between_words(label: str, wrapped: str) -> None:
    assert theme.wrapped(label) == wrapped


@given(st.lists(st.text("aąbė", min_size=1, max_size=12), min_size=1, max_size=8))
def test_wrapping_loses_no_word_and_keeps_lines_short(words: list[str]) -> None:
    lines = theme.wrapped(" ".join(words)).split("<br>")
    assert " ".join(lines).lower() == " ".join(words)
    assert max(map(len, lines)) <= theme.LABEL_CHARACTERS


@pytest.mark.parametrize(
    ("labels", "height"),
    [
        ([], 16 + 32),
        (["One"], 16 + 32),
        (["One", "Two"], 16 + 64),
        (["One", "Two<br>lines"], 16 + 80),
        (["Three<br>lines<br>here"], 16 + 56),
        (["Four<br>lines<br>are<br>here"], 16 + 56),
    ],
)
def test_a_chart_is_as_high_as_its_longest_label_asks_of_every_row(labels: list[str], height: int) -> None:
    assert theme.rows_px(labels) == height


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("", ""),
        ("įmonė „A“", "įmonė „A“"),
        ("a < b > c & d", "a &lt; b &gt; c &amp; d"),
        ("<b>&lt;</b>", "&lt;b&gt;&amp;lt;&lt;/b&gt;"),
    ],
)
def test_tags_and_entities_in_a_text_are_escaped(text: str, escaped: str) -> None:
    assert theme.plain(text) == escaped


@given(st.text())
def test_a_text_that_is_escaped_says_the_same(text: str) -> None:
    escaped = theme.plain(text)
    assert not set("<>") & set(escaped)
    assert html.unescape(escaped) == html.unescape(text.replace("&", "&amp;"))


@pytest.mark.parametrize(
    ("text", "lines", "broken"),
    [
        ("one two three four", 1, "one two…"),
        ("one two three four", 2, "one two<br>three four"),
        ("one two three four five six", 2, "one two<br>three…"),
        ("one two", 1, "one two"),
        ("a <b> c", 1, "a &lt;b&gt; c"),
        ("w" * 30, 2, "w" * 10 + "<br>…"),
    ],
)
def test_a_text_may_be_cut_to_so_many_lines_and_says_that_it_goes_on(text: str, lines: int, broken: str) -> None:
    assert theme.broken(text, 10, lines) == broken


@given(st.text("aą<>& ", max_size=60), st.integers(1, 3))
def test_a_cut_text_is_never_wider_or_longer_than_it_may_be(text: str, lines: int) -> None:
    found = theme.broken(text, 12, lines).split("<br>")
    assert len(found) <= lines
    assert max(len(html.unescape(line)) for line in found) <= 24


@both
def test_text_on_what_lies_on_a_map_can_be_read(colours: Palette) -> None:
    assert contrast(colours.page, colours.accent) >= TEXT


@both
def test_hatching_and_what_is_chosen_stand_out_from_an_empty_area(colours: Palette) -> None:
    assert contrast(colours.hatch, colours.empty) >= SHAPE
    assert contrast(colours.accent, colours.empty) >= SHAPE
    assert contrast(colours.accent, colours.page) >= SHAPE


@both
def test_every_area_is_told_from_its_neighbour_by_its_border(colours: Palette) -> None:
    # The page's colour between dark shades, the one of what is not known around light ones.
    for position, shade in enumerate((colours.empty, *colours.ramp)):
        border = colours.page if position > colours.turn else colours.unknown
        assert contrast(border, shade) >= 1.8, shade


@pytest.mark.parametrize("dark", [False, True])
def test_large_text_has_the_colours_of_the_theme_and_is_nearly_twice_as_high(dark: bool) -> None:
    small, large = theme.palette(dark), theme.palette(dark, large=True)
    assert dataclasses.replace(large, px=small.px) == small
    assert (small.px, large.px) == (14, 24)
    assert (small.small, large.small) == (12, 21)
    assert (small.large, large.large) == (False, True)
    assert (small.label, large.label) == (26, 42)
    assert (DARK.px, LIGHT.px) == (14, 14)


@pytest.mark.parametrize(("rows", "drawn"), [(0, 0), (1, 1), (8, 8), (9, 8), (60, 8)])
def test_of_large_text_eight_rows_fit_and_of_any_other_all(rows: int, drawn: int) -> None:
    assert theme.palette(False, large=True).most(rows) == drawn
    assert LIGHT.most(rows) == rows


def test_lengths_that_belong_to_text_grow_with_it() -> None:
    assert [LIGHT.scaled(size) for size in (0, 14, 26)] == [0, 14, 26]
    assert [theme.palette(False, large=True).scaled(size) for size in (0, 14, 26)] == [0, 24, 45]


@pytest.mark.parametrize("dark", [False, True])
def test_a_figure_in_large_text_asks_for_little_height_and_grows_where_it_is_shown(dark: bool) -> None:
    colours = theme.palette(dark, large=True)
    layout = theme.figure(colours, 900).layout
    assert layout.height == theme.LARGE_HEIGHT_PX
    assert (layout.font.size, layout.hoverlabel.font.size) == (24, 24)
    layout = theme.figure(theme.palette(dark), 900).layout
    assert (layout.height, layout.font.size, layout.hoverlabel.font.size) == (900, 14, 14)


def test_a_label_in_large_text_takes_fewer_lines() -> None:
    label = "culture and creative industries"
    assert theme.wrapped(label) == "Culture and creative<br>industries"
    assert theme.wrapped(label, theme.palette(False, large=True).label) == "Culture and creative industries"
