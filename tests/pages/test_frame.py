"""The frame: language, navigation, and errors in one place and in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecosystem import opening, seed
from ecosystem.measures import overview
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import (
    INITIATIVES,
    address,
    asked,
    chips,
    counted,
    foreign,
    navigated,
    opened,
    popovers,
    read,
    texts,
    warnings,
)

if TYPE_CHECKING:
    from pathlib import Path

OVERVIEW, METHOD = "explore/overview.py", "about/method.py"


@pytest.mark.usefixtures("shared")
def test_a_page_without_a_language_takes_one_and_writes_it_into_the_address() -> None:
    page = opened(None)
    assert page.query_params["lang"] == "en"
    assert page.title[0].value == "Overview"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        (None, {}),
        (METHOD, {}),
        (INITIATIVES, {"relevance": "all", "year_from": "2020", "sort": "no such"}),
        (INITIATIVES, {"tab": "time", "year_from": "2020", "undated": "1"}),
        (INITIATIVES, {"theme": ["no such", "youth"], "sector": "ict", "status": "planned"}),
        (INITIATIVES, {"id": "no such"}),
    ],
    ids=["overview", "method", "list", "timeline", "nothing", "no record"],
)
@pytest.mark.parametrize("language", ["lt", "en"])
def test_no_text_is_in_the_other_language(language: str, page: str | None, parameters: dict[str, str]) -> None:
    assert not foreign(language) & set(map(read, texts(opened(language, page, **parameters))))


@pytest.mark.usefixtures("shared")
def test_what_was_kept_is_put_back_when_the_navigation_drops_the_query() -> None:
    page = opened("lt", relevance="all")
    page.query_params.clear()
    page.run()
    assert page.query_params["lang"] == "lt"
    assert page.query_params["relevance"] == "all"
    assert page.title[0].value == "Apžvalga"


@pytest.mark.usefixtures("shared")
def test_what_belongs_to_one_page_is_not_kept() -> None:
    page = opened("lt", tab="sources")
    page.query_params.clear()
    page.run()
    assert "tab" not in page.query_params


@pytest.mark.usefixtures("shared")
def test_the_switch_writes_the_other_language_and_keeps_the_rest() -> None:
    page = opened("lt", relevance="all")
    page.segmented_control(key="language").set_value("en").run()
    assert page.query_params["lang"] == "en"
    assert page.query_params["relevance"] == "all"
    assert page.title[0].value == "Overview"


@pytest.mark.parametrize(
    ("language", "title", "way_out"),
    [
        ("lt", "Saugykla sugadinta", "Sustabdykite sistemą"),
        ("en", "The store is damaged", "Stop the dashboard"),
    ],
)
def test_a_damaged_store_is_told_with_what_to_do(shared_path: Path, language: str, title: str, way_out: str) -> None:
    shared_path.write_bytes(b"junk" * 5000)
    page = opened(language)
    assert page.header[0].value == title
    assert any(way_out in words for words in texts(page))
    assert str(shared_path.name).replace(".", "\\.") in page.error[0].value


@pytest.mark.parametrize(
    ("language", "title"), [("lt", "Ribų failas sugadintas"), ("en", "The boundaries are damaged")]
)
def test_damaged_boundaries_are_told_with_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    data = tiny.write(tmp_path / "data")
    (data / "boundaries" / "counties.geojson").write_text("{", "utf-8")
    monkeypatch.setattr(seed, "DATA", data)
    page = opened(language)
    assert page.header[0].value == title
    assert "counties\\.geojson" in page.error[0].value


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("lt", "eilutė 3, stulpelis status\\: „halfway“"),
        ("en", "row 3, column status\\: “halfway”"),
    ],
)
def test_a_wrong_row_of_the_data_is_told_in_the_readers_language(
    shared_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, reason: str
) -> None:
    data = tiny.write(tmp_path / "data", tiny.changed("initiatives", 1, status="halfway"))
    monkeypatch.setattr(seed, "DATA", data)
    page = opened(language)
    assert reason in page.error[0].value
    assert not shared_path.exists()


@pytest.mark.usefixtures("shared")
def test_an_unexpected_error_is_logged_under_a_number_and_tells_nothing_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a secret path")

    monkeypatch.setattr(overview, "figures", broken)
    page = opened("en")
    assert page.header[0].value == "Something went wrong on this page"
    number = page.error[0].value.split()[-1].rstrip("\\.")
    assert number in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert not [words for words in texts(page) if "secret" in words]


@pytest.mark.usefixtures("shared")
def test_a_store_mended_between_two_visits_works_without_a_restart(shared_path: Path, embedded_path: Path) -> None:
    opening.close()
    shared_path.write_bytes(b"junk" * 5000)
    assert opened("en").header[0].value == "The store is damaged"
    shared_path.write_bytes(embedded_path.read_bytes())
    assert opened("en").metric[0].value == "428"


FILTERS = {
    "q": ["menas"],
    "theme": ["culture-and-creativity", "youth"],
    "county": ["LT011", "none"],
    "place": ["led-from"],
    "kind": ["project"],
    "year_from": ["2010"],
    "undated": ["1"],
}


@pytest.mark.usefixtures("shared")
def test_filters_are_kept_from_page_to_page_and_what_belongs_to_one_page_is_not() -> None:
    own = {"tab": "time", "sort": "title", "columns": ["fund", "lead"], "id": "no such", "slide": "2"}
    page = opened("en", INITIATIVES, **FILTERS, **own)
    for step, title in ((OVERVIEW, "Overview"), (METHOD, "Method"), (INITIATIVES, "Initiatives")):
        navigated(page, step)
        assert page.title[0].value == title
        assert address(page) == {"lang": ["en"], **FILTERS}
    assert counted(page) == counted(opened("en", INITIATIVES, **FILTERS))
    assert popovers(page)["order-box"] == "Order: Latest start first"


@pytest.mark.usefixtures("shared")
def test_the_navigation_leads_from_a_profile_to_the_list_that_it_came_from() -> None:
    page = opened("lt", INITIATIVES, theme="youth", id="cci-cross-sector-social-innovation")
    navigated(page, INITIATIVES)
    assert page.title[0].value == "Iniciatyvos"
    assert address(page) == {"lang": ["lt"], "theme": ["youth"]}


@pytest.mark.usefixtures("shared")
def test_a_change_of_language_keeps_the_selection_and_says_it_in_the_other_one() -> None:
    page = opened("lt", INITIATIVES, **FILTERS, tab="time", sort="title")
    before, number, told = address(page), counted(page), chips(page)
    page.segmented_control(key="language").set_value("en").run()
    assert address(page) == {**before, "lang": ["en"]}
    assert counted(page) == number
    assert popovers(page)["filter-theme"] == "**Theme: Culture and creativity +1**"
    assert chips(page) == [
        "Words: menas",
        "Theme: Culture and creativity",
        "Theme: Youth",
        "County: Vilnius County",
        "County: no single county",
        "Place means: led from",
        "Start: from 2010 or not stated",
        "Kind: project",
    ]
    assert [tab.label for tab in page.tabs if tab.children] == ["Timeline"]
    assert not foreign("en") & set(map(read, texts(page)))
    page.segmented_control(key="language").set_value("lt").run()
    assert (address(page), counted(page), chips(page)) == (before, number, told)
    assert not foreign("lt") & set(map(read, texts(page)))
    assert not warnings(page)


@pytest.mark.usefixtures("shared")
def test_after_reset_a_change_of_language_brings_nothing_back() -> None:
    page = opened("lt", INITIATIVES, **FILTERS)
    page.button(key="reset").click().run()
    page.segmented_control(key="language").set_value("en").run()
    assert address(page) == {"lang": ["en"]}
    navigated(page, METHOD)
    assert address(page) == {"lang": ["en"]}
    navigated(page, INITIATIVES)
    assert (address(page), counted(page), chips(page)) == ({"lang": ["en"]}, 428, [])


@pytest.mark.usefixtures("shared")
def test_the_overview_obeys_the_filters() -> None:
    young = {row["initiative_id"] for row in ORACLE.table("initiative_themes") if row["theme"] == "youth"}
    rows = [
        row
        for row in ORACLE.table("initiatives")
        if row["initiative_id"] in young and row["relevance"] != "context" and row["collection"] == "ecosystem"
    ]
    core = sum(row["relevance"] == "core" for row in rows)
    states = [row["status"] for row in rows]
    page = opened("en", theme="youth")
    shown = {metric.label: metric.value for metric in page.metric}
    assert (shown["Initiatives"], shown["Ongoing"]) == (str(len(rows)), str(states.count("ongoing")))
    assert counted(page) == len(rows) == 101
    captions = [caption.value for caption in page.caption]
    assert captions[1:3] == [f"core: {core}", f"status not known: {states.count('unknown')}"]
    assert asked(page, "theme") == ["youth"]
    page.button(key="reset").click().run()
    assert {metric.label: metric.value for metric in page.metric}["Initiatives"] == "428"
