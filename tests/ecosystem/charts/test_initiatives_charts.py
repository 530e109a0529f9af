"""Initiatives drawn: years, themes against sectors, what is not known."""

from __future__ import annotations

import pandas as pd
import pytest

from ecosystem.charts import initiatives as charts
from ecosystem.charts.theme import DARK, LIGHT, Palette
from ecosystem.language import Language

LT, EN = Language("lt"), Language("en")
YEARS = pd.DataFrame({"year": [2019, 2020, 2021, 2022], "initiatives": [3, 0, 1, 3]})
PAIRS = ["theme", "theme_lt", "theme_en", "of_theme", "sector", "sector_lt", "sector_en", "of_sector", "initiatives"]
YOUTH, AGEING = ("youth", "Jaunimas", "Youth", 9), ("ageing", "Senėjimas", "Ageing", 5)
HEALTH, ICT, OTHER = ("health", "Sveikata", "Health", 8), ("ict", "IRT", "ICT", 4), ("other", "Kita", "Other", 1)
FACTS = pd.DataFrame(
    {
        "fact": ["end", "fund", "place"],
        "known": [2, 4, 6],
        "unknown": [4, 2, 0],
        "fact_lt": ["Pabaiga", "Fondas", "Vieta"],
        "fact_en": ["End", "Fund", "Place"],
    }
)
both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
Pair = tuple[tuple[str, str, str, int], tuple[str, str, str, int], int]


def _pairs(*pairs: Pair) -> pd.DataFrame:
    return pd.DataFrame([(*theme, *sector, number) for theme, sector, number in pairs], columns=PAIRS)


SMALL = _pairs((YOUTH, HEALTH, 3), (YOUTH, ICT, 1), (AGEING, HEALTH, 2), (AGEING, OTHER, 1))


def test_a_column_a_year_with_the_highest_numbers_written_out() -> None:
    (trace,) = charts.by_start_year(YEARS, 2026, EN, LIGHT).data
    assert trace.x == (2019, 2020, 2021, 2022)
    assert trace.y == (3, 0, 1, 3)
    assert trace.text == ("3", "", "", "3")


@pytest.mark.parametrize("collected", [2021, 2022, 2023])
@both
def test_the_year_of_the_collection_and_the_one_before_are_shaded(collected: int, colours: Palette) -> None:
    layout = charts.by_start_year(YEARS, collected, EN, colours).layout
    (shape,) = layout.shapes
    assert (shape.x0, shape.x1) == (collected - 1.5, collected + 0.5)
    assert (shape.fillcolor, shape.layer) == (colours.shade, "below")
    assert [note.text for note in layout.annotations] == ["still being collected"]


@pytest.mark.parametrize("collected", [2024, 2026])
def test_nothing_is_shaded_where_the_data_ends_before(collected: int) -> None:
    layout = charts.by_start_year(YEARS, collected, EN, LIGHT).layout
    assert (layout.shapes, layout.annotations) == ((), ())


def test_nothing_is_shaded_where_the_dataset_does_not_say_when_it_was_collected() -> None:
    layout = charts.by_start_year(YEARS, 0, EN, LIGHT).layout
    assert (layout.shapes, layout.annotations) == ((), ())


def test_the_chart_of_years_speaks_lithuanian() -> None:
    layout = charts.by_start_year(YEARS, 2022, LT, LIGHT).layout
    assert layout.yaxis.title.text == "iniciatyvos"
    assert [note.text for note in layout.annotations] == ["dar renkama"]
    assert charts.by_start_year(YEARS, 2022, EN, LIGHT).layout.yaxis.title.text == "initiatives"


def test_years_can_be_drawn_of_nothing() -> None:
    drawn = charts.by_start_year(YEARS.head(0), 2026, LT, LIGHT)
    assert not drawn.data[0].x
    assert drawn.layout.shapes == ()


def _cells(drawn: object) -> list[list[str]]:
    """What stands in each cell, over all traces together."""
    texts = [trace.text for trace in drawn.data]  # type: ignore[attr-defined]
    return [["".join(cell) for cell in zip(*row, strict=True)] for row in zip(*texts, strict=True)]


@pytest.mark.parametrize(
    ("language", "across", "down"),
    [
        (EN, ("Health", "ICT", "Other"), ("Youth", "Ageing")),
        (LT, ("Sveikata", "IRT", "Kita"), ("Jaunimas", "Senėjimas")),
    ],
)
def test_themes_run_down_and_sectors_across_the_most_frequent_first(
    language: Language, across: tuple[str, ...], down: tuple[str, ...]
) -> None:
    drawn = charts.themes_by_sectors(SMALL, language, LIGHT)
    assert {trace.x for trace in drawn.data} == {across}
    assert {trace.y for trace in drawn.data} == {down}
    assert drawn.layout.yaxis.autorange == "reversed"


@both
def test_a_pair_without_initiatives_is_a_dash_and_no_zero(colours: Palette) -> None:
    drawn = charts.themes_by_sectors(SMALL, EN, colours)
    assert _cells(drawn) == [["3", "1", "–"], ["2", "–", "1"]]
    dashes = drawn.data[-1]
    assert [list(row) for row in dashes.z] == [[None, None, 0], [None, 0, None]]
    assert {shade for _, shade in dashes.colorscale} == {colours.empty}
    assert dashes.textfont.color == colours.axis


@both
def test_each_number_stands_on_its_shade_in_a_colour_that_can_be_read(colours: Palette) -> None:
    # Five numbers in five classes: 1, 2, 3, 4, 5.
    sectors = [(f"s{number}", f"s{number}", f"s{number}", 10 - number) for number in range(1, 6)]
    frame = _pairs(*[(YOUTH, sector, number) for number, sector in enumerate(sectors, 1)])
    light, dark, dashes = charts.themes_by_sectors(frame, EN, colours).data
    classes = list(range(5))
    assert list(light.z[0]) == [position if position < colours.turn else None for position in classes]
    assert list(dark.z[0]) == [position if position >= colours.turn else None for position in classes]
    assert list(dashes.z[0]) == [None] * 5
    assert (light.textfont.color, dark.textfont.color) == (colours.text, colours.page)
    for trace in (light, dark):
        assert [shade for _, shade in trace.colorscale] == list(colours.ramp)
        assert (trace.zmin, trace.zmax) == (0, 4)


@both
def test_a_table_with_one_class_takes_one_shade_that_stands_out(colours: Palette) -> None:
    first, second, _ = charts.themes_by_sectors(_pairs((YOUTH, HEALTH, 1), (AGEING, ICT, 1)), EN, colours).data
    assert {shade for _, shade in first.colorscale} == {colours.ramp[1]}
    assert [list(row) for row in first.text] == [["1", ""], ["", "1"]]
    assert [list(row) for row in second.text] == [["", ""], ["", ""]]


def test_at_most_eight_themes_and_eight_sectors_are_drawn() -> None:
    frame = _pairs(
        *[
            ((f"t{t}", f"t{t}", f"t{t}", 50 - t), (f"s{s}", f"s{s}", f"s{s}", 90 - s), 10 * t + s + 1)
            for t in range(10)
            for s in range(10)
        ]
    )
    drawn = charts.themes_by_sectors(frame, EN, LIGHT)
    assert drawn.data[0].y == tuple(f"T{number}" for number in range(8))
    assert drawn.data[0].x == tuple(f"S{number}" for number in range(8))
    assert _cells(drawn) == [[str(10 * t + s + 1) for s in range(8)] for t in range(8)]


def test_pairs_can_be_drawn_of_nothing() -> None:
    drawn = charts.themes_by_sectors(SMALL.head(0), LT, DARK)
    assert _cells(drawn) == []
    assert drawn.layout.height > 0


@both
def test_facts_are_cut_into_known_and_hatched_not_known(colours: Palette) -> None:
    drawn = charts.unknowns(FACTS, EN, colours)
    known, unknown = drawn.data
    assert known.y == unknown.y == ("End", "Fund", "Place")
    assert (known.x, unknown.x) == ((2, 4, 6), (4, 2, 0))
    assert (known.text, unknown.text) == (("2", "4", "6"), ("4", "2", ""))
    assert (known.marker.color, known.marker.pattern.shape) == (colours.main, None)
    assert (unknown.marker.color, unknown.marker.pattern.shape) == ("rgba(0,0,0,0)", "/")
    assert (drawn.layout.barmode, drawn.layout.yaxis.autorange) == ("stack", "reversed")


def test_facts_are_named_in_the_language_of_the_chart() -> None:
    assert charts.unknowns(FACTS, LT, LIGHT).data[0].y == ("Pabaiga", "Fondas", "Vieta")
    assert charts.unknowns(FACTS, LT, LIGHT).data[1].y == ("Pabaiga", "Fondas", "Vieta")


def test_facts_can_be_drawn_of_nothing() -> None:
    drawn = charts.unknowns(FACTS.head(0), LT, LIGHT)
    assert [list(trace.x or ()) for trace in drawn.data] == [[], []]
    assert drawn.layout.height > 0
