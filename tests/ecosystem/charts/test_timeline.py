"""Initiatives along time: what is drawn from when to when, and what says that an end is not known."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from ecosystem.charts import timeline
from ecosystem.charts.bars import ZERO_WIDTH
from ecosystem.charts.theme import DARK, LIGHT
from ecosystem.language import Language

if TYPE_CHECKING:
    import plotly.graph_objects as go

LT, EN = Language("lt"), Language("en")
COLLECTED = datetime.date(2021, 6, 1)
DAY = datetime.timedelta(days=1)
COLUMNS = [
    *("title_lt", "title_en", "status", "status_lt", "status_en", "start_date", "start_date_precision"),
    *("end_date", "end_date_precision", "ending"),
]


def row(title: str, status: str, start: str, end: str | None = None, ending: str | None = None) -> dict[str, object]:
    """An initiative; dates as exact as they are written, `ending` the last day where it is not `end` itself."""
    exact = {4: "year", 7: "month", 10: "day"}
    return {
        "title_lt": f"LT {title}",
        "title_en": title,
        "status": status,
        "status_lt": f"LT {status}",
        "status_en": status,
        "start_date": _day(start),
        "start_date_precision": exact[len(start)],
        "end_date": _day(end),
        "end_date_precision": exact[len(end)] if end else None,
        "ending": _day(ending or end),
    }


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 10 else text) if text else None


ROWS = [
    row("Over", "completed", "2019-05-10", "2019-05-12"),
    row("Running", "ongoing", "2020", "2022", "2022-12-31"),
    row("Open", "ongoing", "2021-01-31"),
    row("Unknown", "unknown", "2018-02", None),
    row("One day", "completed", "2020-02-29", "2020-02-29"),
]


def drawn(*rows: dict[str, object], collected: datetime.date | None = COLLECTED, language: Language = EN) -> go.Figure:
    return timeline.along_time(pd.DataFrame(list(rows), columns=COLUMNS), collected, language, LIGHT)


def bars(figure: go.Figure, hatched: bool = False) -> dict[str, tuple[datetime.date, datetime.date, str]]:
    """From when to when each bar goes, the second day no longer within, and its colour."""
    found = {}
    for trace in figure.data:
        if trace.type == "bar" and (trace.marker.pattern.shape is not None) == hatched:
            for label, start, length in zip(trace.y, trace.base, trace.x, strict=True):
                assert length % timeline.DAY_MS == 0
                first = datetime.date.fromisoformat(start)
                found[label] = (first, first + DAY * (length // timeline.DAY_MS), trace.marker.color)
    return found


def marks(figure: go.Figure) -> dict[str, tuple[str, str]]:
    """Where each mark stands, and its colour."""
    (trace,) = [trace for trace in figure.data if trace.type == "scatter"]
    return {label: (x, colour) for label, x, colour in zip(trace.y, trace.x, trace.marker.color, strict=True)}


def told(figure: go.Figure) -> dict[str, str]:
    """What is said of each row when it is pointed at."""
    traces = [trace for trace in figure.data if trace.hoverinfo != "skip"]
    return {label: said for trace in traces for label, said in zip(trace.y, trace.customdata, strict=True)}


def test_rows_keep_their_order_the_first_on_top() -> None:
    figure = drawn(*ROWS)
    assert list(figure.layout.yaxis.categoryarray) == ["Over", "Running", "Open", "Unknown", "One day"]
    top, bottom = figure.layout.yaxis.range[1], figure.layout.yaxis.range[0]
    assert (bottom, top) == (4.5, -0.5)
    assert {*bars(figure), *marks(figure)} == {"Over", "Running", "Open", "Unknown", "One day"}
    reverse = drawn(*reversed(ROWS))
    assert list(reverse.layout.yaxis.categoryarray) == ["One day", "Unknown", "Open", "Running", "Over"]


def test_a_bar_holds_its_first_and_its_last_day() -> None:
    assert bars(drawn(*ROWS)) == {
        "Over": (datetime.date(2019, 5, 10), datetime.date(2019, 5, 13), LIGHT.second),
        "Running": (datetime.date(2020, 1, 1), datetime.date(2023, 1, 1), LIGHT.main),
        "One day": (datetime.date(2020, 2, 29), datetime.date(2020, 3, 1), LIGHT.second),
    }


def test_where_no_end_is_stated_there_is_a_mark_at_the_start() -> None:
    assert marks(drawn(*ROWS)) == {"Open": ("2021-01-31", LIGHT.main), "Unknown": ("2018-02-01", LIGHT.second)}
    assert marks(drawn(*ROWS[:2])) == {}


def test_an_ongoing_one_without_an_end_is_hatched_until_the_day_of_the_data() -> None:
    assert {label: ends[:2] for label, ends in bars(drawn(*ROWS), hatched=True).items()} == {
        "Open": (datetime.date(2021, 1, 31), COLLECTED)
    }
    assert not bars(drawn(*ROWS, collected=None), hatched=True)
    assert marks(drawn(*ROWS, collected=None)).keys() == {"Open", "Unknown"}


def test_one_that_starts_after_the_day_of_the_data_is_not_hatched() -> None:
    figure = drawn(row("Later", "ongoing", "2021-06-01"), row("Planned", "planned", "2022"))
    assert not bars(figure, hatched=True)
    assert marks(figure).keys() == {"Later", "Planned"}


def test_the_day_of_the_data_is_within_what_is_drawn_wherever_a_hatched_bar_goes_there() -> None:
    figure = drawn(row("Old", "ongoing", "2010-05"))
    first, last = figure.layout.xaxis.range
    assert first <= "2010-05-01"
    assert COLLECTED.isoformat() <= last
    assert [shape.x0 for shape in figure.layout.shapes] == ["2021-06-01"]


def test_the_axis_begins_and_ends_with_a_year_and_marks_the_day_of_the_data() -> None:
    figure = drawn(*ROWS)
    assert figure.layout.xaxis.type == "date"
    assert list(figure.layout.xaxis.range) == ["2018-01-01", "2023-01-01"]
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [("2021-06-01", "2021-06-01")]
    assert [note.text for note in figure.layout.annotations] == ["day of the data"]
    assert [note.text for note in drawn(*ROWS, language=LT).layout.annotations] == ["duomenų diena"]
    assert not drawn(*ROWS, collected=None).layout.shapes
    assert not drawn(ROWS[0]).layout.shapes


@pytest.mark.parametrize(("first", "last", "dtick"), [("2019", "2020", 12), ("2000", "2026", 24), ("1990", "2026", 36)])
def test_a_long_time_has_fewer_years_on_its_axis(first: str, last: str, dtick: int) -> None:
    figure = drawn(row("Long", "completed", first, last, f"{last}-12-31"))
    assert figure.layout.xaxis.dtick == f"M{dtick}"


def test_dates_are_told_as_exactly_as_they_are_stated() -> None:
    assert told(drawn(*ROWS)) == {
        "Over": "10 May 2019 – 12 May 2019, completed",
        "Running": "2020 – 2022, ongoing",
        "Open": "31 January 2021 – end not stated, ongoing",
        "Unknown": "February 2018 – end not stated, unknown",
        "One day": "29 February 2020 – 29 February 2020, completed",
    }
    assert told(drawn(ROWS[2], language=LT)) == {
        "LT Open": "2021 m. sausio 31 d. – pabaiga nenurodyta, LT ongoing",
    }


def test_titles_that_look_the_same_have_a_row_each() -> None:
    same = [row("Same " + "long " * 30 + tail, "completed", "2020", "2021") for tail in ("one", "two")]
    figure = drawn(*same, row("Twin", "ongoing", "2020"), row("Twin", "completed", "2021", "2022"))
    labels = list(figure.layout.yaxis.categoryarray)
    assert len(set(labels)) == 4
    assert labels[0].replace(ZERO_WIDTH, "") == labels[1].replace(ZERO_WIDTH, "")
    assert [label.replace(ZERO_WIDTH, "") for label in labels[2:]] == ["Twin", "Twin"]
    assert {*bars(figure), *marks(figure)} == set(labels)


def test_long_titles_take_two_lines_at_most_and_say_that_they_go_on() -> None:
    (label,) = drawn(row("word " * 60, "completed", "2020", "2021")).layout.yaxis.categoryarray
    assert label.count("<br>") == 1
    assert label.endswith("…")
    assert max(map(len, label.split("<br>"))) <= timeline.LINE_CHARACTERS
    (label,) = drawn(row("w" * 5000, "completed", "2020", "2021")).layout.yaxis.categoryarray
    assert max(map(len, label.split("<br>"))) <= timeline.LINE_CHARACTERS


def test_a_title_is_written_as_its_owner_writes_it() -> None:
    (label,) = drawn(row("eCulture platform", "completed", "2020", "2021")).layout.yaxis.categoryarray
    assert label == "eCulture platform"


@pytest.mark.parametrize("title", ["2020", "2020-05-01", "1e5"])
def test_a_title_that_looks_like_a_number_or_a_date_is_a_row_like_any_other(title: str) -> None:
    assert drawn(row(title, "completed", "2020", "2021")).layout.yaxis.type == "category"


def test_nothing_in_a_title_or_a_status_is_read_as_markup() -> None:
    nasty = row("<b>x</b> & <script>alert(1)</script>", "ongoing", "2020")
    figure = drawn(nasty | {"status_en": "<i>on</i>"})
    (label,) = figure.layout.yaxis.categoryarray
    assert not re.search(r"<(?!br>)", label)
    assert label.replace("<br>", " ") == "&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;"
    assert told(figure) == {label: "2020 – end not stated, &lt;i&gt;on&lt;/i&gt;"}


def test_a_row_takes_the_same_height_however_many_there_are() -> None:
    heights = [drawn(*ROWS[:number]).layout.height for number in (1, 2, 5)]
    assert heights[1] - heights[0] == timeline.ROW_PX
    assert heights[2] - heights[0] == 4 * timeline.ROW_PX


def test_one_row_is_drawn() -> None:
    figure = drawn(ROWS[0])
    assert list(figure.layout.yaxis.categoryarray) == ["Over"]
    assert list(figure.layout.xaxis.range) == ["2019-01-01", "2020-01-01"]


def test_no_row_gives_an_empty_chart() -> None:
    assert not drawn().data


def test_an_end_in_the_last_year_that_there_is_breaks_nothing() -> None:
    figure = drawn(row("For ever", "ongoing", "2020", "9999-12-31"))
    (bar,) = [trace for trace in figure.data if trace.type == "bar" and trace.y]
    (start,), (length,) = bar.base, bar.x
    assert start == "2020-01-01"
    # The day after the last one cannot be written.
    assert length % timeline.DAY_MS == 0
    assert datetime.date(2020, 1, 1) + DAY * (length // timeline.DAY_MS - 1) == datetime.date.max
    assert list(figure.layout.xaxis.range) == ["2020-01-01", "9999-01-01"]


def test_the_dark_theme_has_its_own_colours() -> None:
    figure = timeline.along_time(pd.DataFrame(ROWS, columns=COLUMNS), COLLECTED, EN, DARK)
    assert {colour for *_, colour in bars(figure).values()} == {DARK.main, DARK.second}
