"""The list of initiatives and the same along time: pages, orders, columns, links, and nothing to show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from ecosystem import opening, seed
from ecosystem.export import Asked, export
from ecosystem.language import Language
from ecosystem.measures import choices
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import (
    INITIATIVES,
    address,
    asked,
    chips,
    counted,
    links,
    opened,
    popovers,
    read,
    unfolded,
    warnings,
)

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

ALL = 428
ROWS = 25
Parameters = dict[str, str | list[str]]
# Seen in one language and in the other by turns.
SELECTIONS: list[Parameters] = [
    {},
    {"theme": ["youth", "ageing"], "sort": "title"},
    {"county": "LT011", "place": "led-from", "sort": "oldest"},
    {"year_from": "2015", "year_to": "2020", "undated": "1", "sort": "ending"},
    {"q": "menas", "fund": ["esf", "erdf"], "sort": "amount"},
    {"relevance": "all", "kind": "policy-project"},
    {"organisation": "lrkm"},
    {"county": "none", "period": "2014-2020"},
]


def ids(page: AppTest) -> list[str]:
    """The initiatives on the page of the list, by where their titles lead."""
    return [
        parse_qs(urlsplit(where).query)["id"][0] for cell in page.table[0].value.iloc[:, 0] for _, where in links(cell)
    ]


def part(page: AppTest) -> str:
    """Which part of the list is shown, as the page says it."""
    return next(caption.value for caption in page.caption if "–" in caption.value and caption.value[0].isdecimal())


def exported(page: AppTest, language: str) -> list[str]:
    """The initiatives of a file with the selection and the order of the page."""
    store = opening.shared()
    selection = choices.choices(store).read(address(page)).selection
    sort = next(iter(asked(page, "sort")), "newest")
    made = export(store, Asked(selection, Language(language), sort), "json")
    rows = [str(row["initiative_id"]) for row in json.loads(made.content)["rows"]]
    assert made.records == len(rows)
    return rows


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("number", range(len(SELECTIONS)))
def test_page_file_and_address_say_the_same(number: int) -> None:
    parameters, language = SELECTIONS[number], ("lt", "en")[number % 2]
    page = opened(language, INITIATIVES, **parameters)
    whole = exported(page, language)
    assert counted(page) == len(whole) > 0
    assert ids(page) == whole[:ROWS]
    again = opened(None, INITIATIVES, **address(page))
    assert (counted(again), ids(again), chips(again)) == (counted(page), ids(page), chips(page))
    assert not warnings(page)


@pytest.mark.usefixtures("shared")
def test_the_list_is_turned_page_by_page_and_its_ends_stay_where_they_are() -> None:
    page = opened("en", INITIATIVES, relevance="core", theme="youth")
    whole = exported(page, "en")
    assert (len(whole), ids(page), part(page)) == (33, whole[:ROWS], "1–25 of 33")
    page.button(key="previous-list").click().run()
    assert part(page) == "1–25 of 33"
    page.button(key="next-list").click().run()
    assert (ids(page), part(page)) == (whole[ROWS:], "26–33 of 33")
    page.button(key="next-list").click().run()
    assert (ids(page), part(page)) == (whole[ROWS:], "26–33 of 33")
    page.button(key="previous-list").click().run()
    assert ids(page) == whole[:ROWS]


@pytest.mark.usefixtures("shared")
def test_every_initiative_is_on_one_page_of_the_list() -> None:
    page, found = opened("lt", INITIATIVES), []
    for _ in range(0, ALL, ROWS):
        found += ids(page)
        page.button(key="next-list").click().run()
    assert part(page) == "426–428 iš 428"
    assert found == exported(page, "lt")
    assert len(set(found)) == ALL


@pytest.mark.usefixtures("shared")
def test_a_short_list_has_no_pages_to_turn() -> None:
    page = opened("en", INITIATIVES, organisation="lrkm", theme="governance-and-policy")
    assert 0 < len(ids(page)) < ROWS
    assert not [button.key for button in page.button if str(button.key).startswith(("next", "previous"))]


@pytest.mark.usefixtures("shared")
def test_another_order_or_selection_starts_at_the_first_page() -> None:
    page = opened("en", INITIATIVES)
    page.button(key="next-list").click().run()
    unfolded(page, "order-box").pills("sort").set_value("title").run()
    assert (asked(page, "sort"), part(page)) == (["title"], "1–25 of 428")
    page.button(key="next-list").click().run()
    assert part(page) == "26–50 of 428"
    unfolded(page, "filter-theme").pills("pills-theme").select("youth").run()
    assert part(page) == "1–25 of 101"
    page.pills("sort").set_value("newest").run()
    assert address(page) == {"lang": ["en"], "theme": ["youth"]}


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "orders"),
    [
        ("en", ["Latest start first", "Earliest start first", "Latest end first", "Largest budget first", "By title"]),
        (
            "lt",
            [
                "Vėliausiai prasidėjusios pirmos",
                "Anksčiausiai prasidėjusios pirmos",
                "Vėliausiai besibaigiančios pirmos",
                "Didžiausias biudžetas pirmas",
                "Pagal pavadinimą",
            ],
        ),
    ],
)
def test_orders_are_named_in_the_language(language: str, orders: list[str]) -> None:
    page = unfolded(opened(language, INITIATIVES, sort="amount"), "order-box")
    assert page.pills("sort").options == orders
    assert popovers(page)["order-box"].endswith(f": {orders[3]}")


@pytest.mark.usefixtures("shared")
def test_columns_are_chosen_and_stand_in_the_address() -> None:
    page = unfolded(opened("en", INITIATIVES), "columns-box")
    headings = ["Title", "Years", "Status", "Kind", "Place", "Lead"]
    assert page.table[0].value.columns.tolist() == headings
    page.pills("columns").set_value(["lead", "amount", "fund"]).run()
    assert page.table[0].value.columns.tolist() == ["Title", "Lead", "Fund", "Total budget"]
    assert asked(page, "columns") == ["lead", "amount", "fund"]
    assert any(caption.value.startswith("Budgets. Rests on ") for caption in page.caption)
    page.pills("columns").set_value(["lead", "places", "kind", "status", "years"]).run()
    assert address(page) == {"lang": ["en"]}
    asked_for = opened("lt", INITIATIVES, columns=["themes", "no such", "amount"])
    assert asked_for.table[0].value.columns.tolist() == ["Pavadinimas", "Bendras biudžetas", "Temos"]
    assert warnings(asked_for) == ["Nepritaikyta: Stulpeliai „no such“ (tokios reikšmės nėra)."]


@pytest.mark.usefixtures("shared")
def test_each_title_leads_to_its_profile_with_the_filters_kept() -> None:
    kept: Parameters = {"theme": ["ageing", "youth"], "q": "„menas“ & sveikata"}
    own: Parameters = {"sort": "title", "columns": ["fund", "lead"], "tab": "list"}
    page = opened("lt", INITIATIVES, **kept, **own)
    titles = {row["initiative_id"]: " ".join(row["title_lt"].split()) for row in ORACLE.table("initiatives")}
    found = [links(cell) for cell in page.table[0].value["Pavadinimas"]]
    assert len(found) == counted(page) > 0
    for ((words, where),) in found:
        query = parse_qs(urlsplit(where).query)
        id_ = query.pop("id")[0]
        assert urlsplit(where).path == "/initiatives"
        assert query == {"lang": ["lt"], **kept, "q": [str(kept["q"])]}
        assert words == titles[id_]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("tab", ["list", "time"])
def test_links_hold_nothing_of_the_address_of_another_visitor(tab: str) -> None:
    opened("en", INITIATIVES, theme="youth", tab=tab, present="1")
    page = opened("en", INITIATIVES, theme="youth", tab=tab)
    found = [where for cell in page.table[0].value["Title"] for _, where in links(cell)]
    assert len(found) == ROWS
    assert not [where for where in found if "present" in where]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("language", ["lt", "en"])
def test_an_initiative_without_a_place_says_its_scope_instead(language: str) -> None:
    placed = {row["initiative_id"] for row in ORACLE.table("initiative_places")}
    scopes = {row["code"]: row[language] for row in ORACLE.table("vocabularies") if row["vocabulary"] == "scope"}
    page, seen = opened(language, INITIATIVES, columns="places", county="none", sort="title"), set()
    for _ in range(4):
        for id_, place in zip(ids(page), page.table[0].value.iloc[:, 1], strict=True):
            if id_ not in placed:
                scope = ORACLE.rows[id_]["scope"]
                assert read(place).lower() == ("–" if scope == "unknown" else scopes[scope].lower())
                seen.add(scope)
        page.button(key="next-list").click().run()
    assert {"national", "cross-border"} <= seen


@pytest.mark.usefixtures("shared")
def test_only_the_open_tab_is_drawn() -> None:
    page = opened("en", INITIATIVES, theme="youth")
    assert {tab.label: bool(tab.children) for tab in page.tabs} == {"List": True, "Timeline": False}
    assert not page.get("plotly_chart")
    page = opened("en", INITIATIVES, theme="youth", tab="time")
    assert {tab.label: bool(tab.children) for tab in page.tabs} == {"List": False, "Timeline": True}
    assert [chart.key for chart in page.get("plotly_chart")] == ["along-time"]  # type: ignore[union-attr]
    assert "columns-box" not in [block.key for block in page.get("popover")]  # type: ignore[union-attr]


@pytest.mark.usefixtures("shared")
def test_the_timeline_draws_the_dated_in_the_order_of_the_list_and_lists_the_others_apart() -> None:
    page = opened("en", INITIATIVES, theme="youth", tab="time", sort="oldest")
    whole = exported(page, "en")
    dated = [id_ for id_ in whole if ORACLE.rows[id_]["start_date"]]
    chart = page.get("plotly_chart")[0].proto  # type: ignore[union-attr]
    assert len(json.loads(chart.spec)["layout"]["yaxis"]["categoryarray"]) == ROWS
    assert part(page) == f"1–25 of {len(dated)}"
    rests = f"Rests on {len(dated)} of {len(whole)} records; {len(whole) - len(dated)} initiatives state no start."
    assert any(caption.value.startswith(rests) for caption in page.caption)
    assert f"{len(dated)} initiatives drawn along time" in chart.alt
    assert ids(page) == dated[:ROWS]
    expander = next(box for box in page.expander if box.label.endswith("without a start"))
    assert expander.label == f"{len(whole) - len(dated)} initiatives without a start"
    assert not expander.children
    unfolded(page, "undated-list")
    listed = [parse_qs(urlsplit(links(cell)[0][1]).query)["id"][0] for cell in page.table[-1].value["Title"]]
    assert listed == [id_ for id_ in whole if id_ not in dated][:ROWS]
    page.button(key="next-time").click().run()
    assert ids(page) == dated[ROWS : 2 * ROWS]
    page.button(key="next-undated").click().run()
    listed = [parse_qs(urlsplit(links(cell)[0][1]).query)["id"][0] for cell in page.table[-1].value["Title"]]
    assert listed == [id_ for id_ in whole if id_ not in dated][ROWS : 2 * ROWS]


NOTHING: list[Parameters] = [
    {},
    {"tab": "time", "sort": "amount"},
    {"columns": ["amount", "places"]},
    {"theme": "youth", "year_from": "2020"},
    {"id": "a"},
]


@pytest.mark.parametrize(
    ("language", "words"),
    [("lt", "Nė viena nenurodo, kada prasidėjo."), ("en", "None states when it started.")],
)
def test_without_any_record_no_page_breaks(shared_path: Path, tmp_path: Path, language: str, words: str) -> None:
    nothing: dict[str, list[dict[str, str]]] = {name: [] for name in tiny.TABLES}
    seed.build(tiny.write(tmp_path / "data", nothing), shared_path)
    for parameters in NOTHING:
        page = opened(language, INITIATIVES, **parameters)
        assert not page.error, parameters
        assert not page.table, parameters
        assert not page.get("plotly_chart"), parameters
        if "id" not in parameters:
            assert counted(page) == 0
            for name in ("theme", "sector", "place", "fund", "years", "more"):
                page.session_state[f"filter-{name}"] = True
            page.run()
            assert not page.error, parameters
            assert words in [caption.value for caption in page.caption]
