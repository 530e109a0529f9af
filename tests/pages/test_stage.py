"""The view for a room: a title, the summary and one chart, with the filters at hand and a way out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from ecosystem.selection import Selection
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import (
    INITIATIVES,
    address,
    chips,
    counted,
    foreign,
    links,
    navigated,
    opened,
    popovers,
    read,
    texts,
    unfolded,
    warnings,
)

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("shared")
OVERVIEW, MAP, METHOD = "explore/overview.py", "explore/map.py", "about/method.py"
PROFILE = "cci-cross-sector-social-innovation"
CHARTS = {
    "years": "When initiatives started",
    "unknowns": "What the records do not say",
    "pairs": "Which themes in which sectors",
    "funds": "Which funds pay",
    "payers": "Who pays, as sources name it",
    "sectors": "Clusters by sector",
    "kinds": "Organisations by kind",
}
YOUTH = ORACLE.initiatives(asdict(Selection(theme=("youth",))))
DATED = sum(bool(ORACLE.rows[id_]["start_date"]) for id_ in YOUTH)
FILTERS = [f"filter-{name}" for name in ("theme", "sector", "place", "fund", "years", "more")]
SUMMARY = {
    "lt": "Pagal šiuos filtrus (Tema: Jaunimas) užfiksuota",
    "en": "101 initiatives of 428 are recorded with these filters (Theme: Youth). ",
}
EMPTY = {"theme": "youth", "sector": "ict", "status": "planned"}


def keys(page: AppTest) -> list[str]:
    """The keys of the buttons of the view itself."""
    return [str(one.key) for one in page.button if one.key in ("present", "leave", "stage-previous", "stage-next")]


def titles(page: AppTest) -> list[str]:
    return [title.value for title in page.title]


def drawn(page: AppTest) -> list[str]:
    """The charts on the page."""
    return [str(chart.key) for chart in page.get("plotly_chart")]  # type: ignore[union-attr]


def figure(page: AppTest) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(page.get("plotly_chart")[0].proto.spec)  # type: ignore[union-attr]
    return whole


def captions(page: AppTest) -> list[str]:
    return [read(caption.value) for caption in page.caption]


def pressed(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


@pytest.mark.parametrize(
    ("language", "page", "title", "chart", "buttons", "rests"),
    [
        (
            "lt",
            None,
            "Kada iniciatyvos prasidėjo",
            "years",
            ["stage-previous", "stage-next", "leave"],
            f"Remiasi įrašais: {DATED} iš 101; ",
        ),
        ("en", MAP, "Initiatives by county", "map", ["leave"], "On the map: 48 of 101 initiatives, each once."),
        (
            "lt",
            INITIATIVES,
            "Iniciatyvos laiko juostoje",
            "along-time",
            ["leave"],
            f"Remiasi įrašais: {DATED} iš 101; ",
        ),
    ],
    ids=["overview", "map", "initiatives"],
)
def test_a_room_sees_a_title_the_summary_and_one_chart_with_the_filters_at_hand(
    language: str, page: str | None, title: str, chart: str, buttons: list[str], rests: str
) -> None:
    run = opened(language, page, present="1", theme="youth")
    assert titles(run) == [title]
    assert drawn(run) == [chart]
    assert keys(run) == buttons
    assert figure(run)["layout"]["font"]["size"] == 24
    assert run.get("plotly_chart")[0].proto.alt  # type: ignore[union-attr]
    assert read(run.markdown[0].value).startswith(SUMMARY[language])
    assert sorted(popovers(run)) == sorted(FILTERS)
    assert chips(run) == [{"lt": "Tema: Jaunimas", "en": "Theme: Youth"}[language]]
    assert counted(run) == 101
    day = {"lt": "2026-11-24 duomenys iš viešų puslapių.", "en": "Data as of 24 Nov 2026, from public pages."}
    (beneath,) = [caption for caption in captions(run) if caption.startswith(rests)]
    assert beneath.endswith(day[language])
    # What a page has besides is not shown to a room.
    assert not run.metric
    assert not run.table
    assert not run.dataframe
    assert not run.header
    assert not run.tabs
    assert not [group.key for group in run.button_group]
    assert not warnings(run)


@pytest.mark.parametrize(("language", "page"), [("lt", None), ("en", None), ("lt", MAP), ("en", INITIATIVES)])
def test_no_text_of_the_room_is_in_the_other_language(language: str, page: str | None) -> None:
    run = opened(language, page, present="1", chart="pairs", relevance="all", year_from="2018")
    assert not foreign(language) & set(map(read, texts(run)))


def test_the_overview_goes_through_its_charts_and_from_the_last_to_the_first() -> None:
    page = opened("en", present="1", theme="youth")
    for number, (key, title) in enumerate(CHARTS.items(), start=1):
        assert (titles(page), drawn(page)) == ([title], [key])
        assert f"{number} of 7" in captions(page)
        named = {} if key == "years" else {"chart": [key]}
        assert address(page) == {"lang": ["en"], "present": ["1"], "theme": ["youth"], **named}
        pressed(page, "stage-next")
    assert (titles(page), "chart" in address(page)) == ([CHARTS["years"]], False)
    pressed(page, "stage-previous")
    assert (titles(page), address(page)["chart"]) == ([CHARTS["kinds"]], ["kinds"])
    assert "7 of 7" in captions(page)
    assert not warnings(page)


def test_two_steps_within_one_round_trip_both_count() -> None:
    page = opened("en", present="1")
    before = dict(page.query_params)
    pressed(page, "stage-next")
    page.query_params.clear()
    page.query_params.update(before)
    pressed(page, "stage-next")
    assert address(page) == {"lang": ["en"], "present": ["1"], "chart": ["pairs"]}


@pytest.mark.parametrize("chart", ["unknowns", "payers"])
def test_the_address_chooses_the_chart(chart: str) -> None:
    page = opened("en", present="1", chart=chart)
    assert (titles(page), drawn(page)) == ([CHARTS[chart]], [chart])
    assert f"{[*CHARTS].index(chart) + 1} of 7" in captions(page)
    assert any("The most frequent ones are drawn." in caption for caption in captions(page)) == (chart == "payers")


@pytest.mark.parametrize(
    ("language", "chart", "words"),
    [
        ("en", "pie", "Not followed: Chart “pie” (no such value)."),
        ("lt", "", "Nepritaikyta: Diagrama „“ (tuščia)."),
    ],
)
def test_a_chart_that_does_not_exist_is_named_and_the_first_is_shown(language: str, chart: str, words: str) -> None:
    page = opened(language, present="1", chart=chart)
    assert warnings(page) == [words]
    assert drawn(page) == ["years"]
    pressed(page, "stage-next")
    assert address(page)["chart"] == ["unknowns"]
    assert not warnings(page)


def test_what_a_page_asks_for_in_vain_is_named_to_a_room_too() -> None:
    page = opened("en", MAP, present="1", level="region", theme="no such")
    assert warnings(page) == [
        "Not followed: Areas “region” (no such value).",
        "Not followed: Theme “no such” (no such value).",
    ]
    assert titles(page) == ["Initiatives by county"]


@pytest.mark.parametrize(
    ("page", "own"),
    [
        (None, {"chart": ["funds"]}),
        (MAP, {"level": ["municipality"], "measure": ["amount"]}),
        (INITIATIVES, {"sort": ["title"]}),
    ],
    ids=["overview", "map", "initiatives"],
)
def test_leave_leads_back_to_the_page_with_all_that_was_chosen(page: str | None, own: dict[str, list[str]]) -> None:
    run = opened("lt", page, present="1", theme="youth", **own)
    assert run.button(key="leave").label == "Baigti"
    pressed(run, "leave")
    own.pop("chart", None)
    assert address(run) == {"lang": ["lt"], "theme": ["youth"], **own}
    assert keys(run) == ["present"]
    assert titles(run) == [{None: "Apžvalga", MAP: "Žemėlapis", INITIATIVES: "Iniciatyvos"}[page]]
    assert chips(run) == ["Tema: Jaunimas"]
    assert run.button(key="present").label == "Rodyti ekrane"
    pressed(run, "present")
    assert address(run) == {"lang": ["lt"], "theme": ["youth"], **own, "present": ["1"]}
    assert "leave" in keys(run)


@pytest.mark.parametrize(
    ("page", "parameters", "title"),
    [
        (METHOD, {"tab": "sources"}, "Method"),
        (INITIATIVES, {"id": PROFILE}, ORACLE.rows[PROFILE]["title_en"]),
    ],
    ids=["method", "profile"],
)
def test_a_page_without_one_is_shown_as_it_is_with_a_way_out(page: str, parameters: dict[str, str], title: str) -> None:
    run = opened("en", page, present="1", theme="youth", **parameters)
    assert titles(run) == [title]
    assert keys(run) == ["leave"]
    assert run.segmented_control(key="language").value == "en"
    assert not popovers(run)
    pressed(run, "leave")
    assert address(run) == {"lang": ["en"], "theme": ["youth"], **{name: [of] for name, of in parameters.items()}}
    assert titles(run) == [title]
    assert keys(run) == []


def test_the_view_for_a_room_is_kept_from_page_to_page_and_on_links() -> None:
    page = opened("en", present="1", theme="youth", chart="funds")
    navigated(page, MAP)
    assert address(page) == {"lang": ["en"], "present": ["1"], "theme": ["youth"]}
    assert titles(page) == ["Initiatives by county"]
    navigated(page, INITIATIVES)
    assert titles(page) == ["Initiatives along time"]
    page = opened("en", INITIATIVES, id=PROFILE, present="1")
    related = [where for text in texts(page) for _, where in links(text) if "id=" in where]
    assert related
    assert all("present=1" in where for where in related)


@pytest.mark.parametrize("present", ["foo", ["1", "2"]])
def test_any_other_value_is_named_and_means_the_page_itself_on_which_no_chart_is_asked_for(
    present: str | list[str],
) -> None:
    page = opened("en", INITIATIVES, present=present, chart="pie")
    assert (titles(page), keys(page)) == (["Initiatives"], ["present"])
    last = present if isinstance(present, str) else present[-1]
    assert warnings(page) == [f"Not followed: View for a room “{last}” (no such value)."]


def test_a_filter_is_set_and_taken_off_in_front_of_the_room() -> None:
    page = unfolded(opened("en", present="1", chart="kinds"), "filter-theme")
    page.pills("pills-theme").select("youth").run()
    assert address(page) == {"lang": ["en"], "present": ["1"], "chart": ["kinds"], "theme": ["youth"]}
    assert (counted(page), titles(page)) == (101, [CHARTS["kinds"]])
    pressed(page, "chip-theme-youth")
    assert (counted(page), address(page)) == (428, {"lang": ["en"], "present": ["1"], "chart": ["kinds"]})


@pytest.mark.parametrize(("page", "title"), [(None, "Apžvalga"), (MAP, "Žemėlapis"), (INITIATIVES, "Iniciatyvos")])
def test_where_the_filters_leave_nothing_there_is_a_title_and_the_ways_out(page: str | None, title: str) -> None:
    run = opened("lt", page, present="1", **EMPTY)
    assert (titles(run), keys(run), drawn(run)) == ([title], ["leave"], [])
    assert [header.value for header in run.header] == ["Pagal šiuos filtrus nieko neužfiksuota"]
    assert sorted(popovers(run)) == sorted(FILTERS)
    assert len(chips(run)) == 3
    if page == MAP:
        pressed(run, "rescue-status")
        assert (drawn(run), counted(run)) == (["map"], 5)
        assert address(run)["present"] == ["1"]
    else:
        pressed(run, "leave")
        assert keys(run) == ["present"]


def test_a_room_sees_six_initiatives_at_a_time_in_the_order_of_the_list() -> None:
    dated = [ORACLE.rows[id_] for id_ in YOUTH if ORACLE.rows[id_]["start_date"]]
    first = min(row["start_date"][:4] for row in dated)
    page = opened("en", INITIATIVES, present="1", theme="youth", sort="oldest")
    labels = figure(page)["layout"]["yaxis"]["categoryarray"]
    assert len(labels) == 6
    oldest = [row["title_en"] for row in dated if row["start_date"].startswith(first)]
    assert any(title.startswith(labels[0].rstrip("…")) for title in oldest)
    assert not [label for label in labels if "<br>" in label]
    assert f"1–6 of {len(dated)}" in captions(page)
    pressed(page, "next-room")
    assert f"7–12 of {len(dated)}" in captions(page)
    assert not {*labels} & {*figure(page)["layout"]["yaxis"]["categoryarray"]}
    pressed(page, "previous-room")
    assert figure(page)["layout"]["yaxis"]["categoryarray"] == labels
