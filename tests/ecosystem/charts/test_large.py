"""Charts in large text, for a room: as many rows as can be read, and nothing lost without a word."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from ecosystem.charts import bars, clusters, funding, initiatives, organisations, theme, timeline
from ecosystem.charts.bars import ZERO_WIDTH
from ecosystem.charts.theme import LARGE_ROWS, LIGHT, Palette
from ecosystem.language import CODES, Language
from ecosystem.measures import clusters as cluster_measures
from ecosystem.measures import dataset, listing
from ecosystem.measures import funding as funding_measures
from ecosystem.measures import initiatives as initiative_measures
from ecosystem.measures import organisations as organisation_measures
from ecosystem.measures.listing import NEWEST, Paged
from ecosystem.selection import Selection

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
LARGE, LARGE_DARK = theme.palette(False, large=True), theme.palette(True, large=True)
MOST_BYTES = 20_000
both = pytest.mark.parametrize("colours", [LARGE, LARGE_DARK], ids=["light", "dark"])


def counted(column: str, number: str, size: int) -> pd.DataFrame:
    """So many rows c0, c1, … with the numbers size, size - 1, … 1."""
    codes = [f"c{at}" for at in range(size)]
    return pd.DataFrame({column: codes, f"{column}_lt": codes, f"{column}_en": codes, number: list(range(size, 0, -1))})


@both
def test_bars_are_drawn_in_large_text(colours: Palette) -> None:
    drawn = bars.horizontal(["culture and creative industries", "x"], [12345, 1], EN, colours)
    assert drawn.data[0].y == ("Culture and creative industries", "X")
    assert drawn.data[0].marker.color == (colours.main, colours.main)
    assert (drawn.layout.font.size, drawn.layout.height) == (theme.LARGE_PX, theme.LARGE_HEIGHT_PX)
    assert drawn.layout.yaxis.automargin is True


@pytest.mark.parametrize(("number", "last"), [(7, "C6"), (8, "1 more fund"), (9, "2 more funds"), (12, "5 more funds")])
def test_seven_funds_are_drawn_and_the_rest_in_the_eighth_bar(number: int, last: str) -> None:
    frame = counted("fund", "initiatives", number)
    (trace,) = funding.by_fund(frame, EN, LARGE).data
    assert trace.y[-1] == last
    assert len(trace.y) == min(number, LARGE_ROWS)
    assert sum(trace.x) == frame["initiatives"].sum()
    assert len(funding.by_fund(frame, EN, LIGHT).data[0].y) == min(number, 10)


def test_the_code_for_other_funds_is_in_the_last_bar_too() -> None:
    frame = counted("fund", "initiatives", 9).replace({"fund": {"c0": "other"}})
    (trace,) = funding.by_fund(frame, EN, LARGE).data
    assert (len(trace.y), trace.y[0], trace.y[-1]) == (LARGE_ROWS, "C1", "1 more fund and others")
    assert sum(trace.x) == 45


@pytest.mark.parametrize(("number", "last"), [(7, "C6"), (8, "1 other kind"), (16, "9 other kinds")])
def test_seven_kinds_are_drawn_and_the_rest_in_the_eighth_bar(number: int, last: str) -> None:
    frame = counted("kind", "organisations", number)
    (trace,) = organisations.by_kind(frame, EN, LARGE).data
    assert (trace.y[-1], len(trace.y)) == (last, min(number, LARGE_ROWS))
    assert sum(trace.x) == frame["organisations"].sum()
    assert len(organisations.by_kind(frame, EN, LIGHT).data[0].y) == min(number, 10)


@pytest.mark.parametrize("number", [0, 3, 8, 20])
def test_the_most_frequent_sectors_and_payers_are_drawn(number: int) -> None:
    (trace,) = clusters.by_sector(counted("sector", "clusters", number), LT, LARGE).data
    assert list(trace.y or ()) == [f"C{at}" for at in range(min(number, LARGE_ROWS))]
    (trace,) = clusters.by_sector(counted("sector", "clusters", number), LT, LIGHT).data
    assert len(trace.y or ()) == number
    (trace,) = funding.by_payer(counted("payer", "initiatives", number), EN, LARGE).data
    assert len(trace.y or ()) == min(number, LARGE_ROWS)


@both
def test_six_themes_and_six_sectors_are_drawn(colours: Palette) -> None:
    frame = pd.DataFrame(
        [
            (f"t{t}", f"t{t}", f"t{t}", 50 - t, f"s{s}", f"s{s}", f"s{s}", 90 - s, 10 * t + s)
            for t in range(9)
            for s in range(9)
        ],
        columns=[
            *("theme", "theme_lt", "theme_en", "of_theme", "sector", "sector_lt", "sector_en", "of_sector"),
            "initiatives",
        ],
    )
    drawn = initiatives.themes_by_sectors(frame, EN, colours)
    for trace in drawn.data:
        assert trace.y == tuple(f"T{at}" for at in range(6))
        assert trace.x == tuple(f"S{at}" for at in range(6))
        assert trace.textfont.size == theme.LARGE_PX
    assert drawn.layout.xaxis.tickfont.size == 18
    small = initiatives.themes_by_sectors(frame, EN, LIGHT)
    assert (len(small.data[0].y), small.layout.xaxis.tickfont.size, small.data[0].textfont.size) == (8, 13, 14)


def test_what_explains_a_chart_grows_with_its_text() -> None:
    years = pd.DataFrame({"year": [2019, 2020], "initiatives": [3, 1]})
    for colours in (LIGHT, LARGE):
        layout = initiatives.by_start_year(years, 2020, EN, colours).layout
        assert layout.yaxis.title.font.size == colours.small
        assert [note.font.size for note in layout.annotations] == [colours.small]
        assert layout.margin.t == colours.scaled(26)


def dated(title: str) -> dict[str, object]:
    day = datetime.date(2020, 1, 1)
    return {
        **{f"title_{code}": title for code in CODES},
        **{"status": "ongoing", "status_lt": "vykdoma", "status_en": "ongoing"},
        **{"start_date": day, "start_date_precision": "day", "end_date": day, "end_date_precision": "day"},
        "ending": day,
    }


def test_titles_along_time_take_one_line_and_say_that_they_go_on() -> None:
    frame = pd.DataFrame([dated("word " * 30), dated("short"), dated("word " * 30)])
    drawn = timeline.along_time(frame, datetime.date(2021, 6, 1), EN, LARGE)
    labels = [str(label) for label in drawn.layout.yaxis.categoryarray]
    assert len(set(labels)) == 3
    assert not [label for label in labels if "<br>" in label]
    assert [label.rstrip(ZERO_WIDTH)[-1] for label in labels] == ["…", "t", "…"]
    assert max(map(len, labels)) <= timeline.LINE_CHARACTERS + 1
    assert drawn.layout.height == theme.LARGE_HEIGHT_PX
    assert drawn.layout.margin.b == LARGE.scaled(26)
    small = timeline.along_time(frame, None, EN, LIGHT)
    assert "<br>" in str(small.layout.yaxis.categoryarray[0])
    assert small.layout.height == 44 + 3 * timeline.ROW_PX


def everything(store: Store, language: Language, colours: Palette) -> dict[str, go.Figure]:
    """Every chart that a room can be shown, of the whole dataset."""
    selection = Selection()
    until, collected = dataset.collecting_until(store), dataset.collected(store)
    paged = Paged(NEWEST, language.code, 0, 6)
    pairs = initiative_measures.themes_by_sectors(store, selection).frame
    return {
        "years": initiatives.by_start_year(
            initiative_measures.by_start_year(store, selection).frame, until, language, colours
        ),
        "unknowns": initiatives.unknowns(initiative_measures.unknowns(store, selection).frame, language, colours),
        "pairs": initiatives.themes_by_sectors(pairs, language, colours),
        "funds": funding.by_fund(funding_measures.by_fund(store, selection).frame, language, colours),
        "payers": funding.by_payer(funding_measures.by_payer(store, selection).frame, language, colours),
        "sectors": clusters.by_sector(cluster_measures.by_sector(store, selection).frame, language, colours),
        "kinds": organisations.by_kind(organisation_measures.by_kind(store, selection).frame, language, colours),
        "time": timeline.along_time(listing.along_time(store, selection, paged).frame, collected, language, colours),
    }


@both
@pytest.mark.parametrize("code", CODES)
def test_charts_of_the_embedded_data_have_at_most_eight_rows(store: Store, code: str, colours: Palette) -> None:
    for name, drawn in everything(store, Language(code), colours).items():
        written = drawn.to_json()
        assert len(written.encode()) < MOST_BYTES, name
        assert "NaN" not in written, name
        assert (drawn.layout.font.size, drawn.layout.height) == (theme.LARGE_PX, theme.LARGE_HEIGHT_PX), name
        if name != "years":
            rows = {row for trace in drawn.data for row in trace.y or ()}
            assert 0 < len(rows) <= LARGE_ROWS, name
            # Two lines each, at most.
            assert not [row for row in rows if str(row).count("<br>") > 1], name


def test_large_bars_of_the_embedded_data_still_add_up(store: Store) -> None:
    small, large = everything(store, EN, LIGHT), everything(store, EN, LARGE)
    for name in ("funds", "kinds"):
        assert sum(large[name].data[0].x) == sum(small[name].data[0].x), name
    for name in ("payers", "sectors"):
        shown = large[name].data[0].x
        assert list(shown) == sorted(shown, reverse=True), name
        assert shown == small[name].data[0].x[: len(shown)], name
    assert large["years"].data[0].y == small["years"].data[0].y
    assert [trace.x for trace in large["unknowns"].data] == [trace.x for trace in small["unknowns"].data]
