"""What is chosen at a glance: the number, chips, Reset, what was dropped, and the ways out of an empty result."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from ecosystem.selection import Selection
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import INITIATIVES, address, asked, chips, counted, opened, popovers, read, unfolded, warnings

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("shared")
# Everything that can be asked for, with what the chips say.
EVERYTHING: dict[str, str | list[str]] = {
    "q": "menas",
    "theme": ["youth", "ageing"],
    "sector": "education",
    "county": "LT011",
    "municipality": "13",
    "place": "led-from",
    "fund": "esf",
    "year_from": "2010",
    "year_to": "2020",
    "undated": "1",
    "kind": "project",
    "status": "completed",
    "relevance": "core",
    "scope": "national",
    "period": "2014-2020",
    "cluster": "social-innovation-cluster",
    "organisation": "lrkm",
    "collection": "all",
}
CHIPS = [
    "Words: menas",
    "Theme: Ageing",
    "Theme: Youth",
    "Sector: Education",
    "County: Vilnius County",
    "Municipality: Vilnius City Municipality",
    "Place means: led from",
    "Fund: ESF",
    "Start: 2010–2020 or not stated",
    "Kind: project",
    "Status: completed",
    "Relevance: core",
    "Scope: national",
    "Period of the fund: 2014-2020",
    "Cluster: Social Innovation Cluster (Lithuanian Social Innovation Cluster, LSIK)",
    "Organisation: Ministry of Culture of the Republic of Lithuania",
    "Collection: all",
]


def meant(**fields: object) -> int:
    """The number of initiatives that the filters choose, counted from the files."""
    return len(ORACLE.initiatives(asdict(Selection(**fields))))  # type: ignore[arg-type]


def ways_out(page: AppTest) -> dict[str, str]:
    """What the ways out of an empty result are called, by the filter."""
    return {
        str(button.key).removeprefix("rescue-"): read(button.label)
        for button in page.button
        if str(button.key).startswith("rescue-")
    }


def taken_off(page: AppTest, words: str) -> AppTest:
    """The page after a click on the chip that says so."""
    shown = [button for button in page.button if str(button.key).startswith("chip-")]
    return shown[chips(page).index(words)].click().run()


@pytest.mark.parametrize(
    ("language", "parameters", "words"),
    [
        ("lt", {}, "**428 iniciatyvos**"),
        ("en", {}, "**428 initiatives**"),
        ("lt", {"theme": "youth"}, "**101 iniciatyva** iš 428"),
        ("en", {"theme": "youth"}, "**101 initiatives** of 428"),
        ("en", {"relevance": "core", "theme": "youth"}, "**33 initiatives** of 428"),
        ("en", {"relevance": "all", "theme": "youth"}, "**103 initiatives** of 446"),
        ("lt", {"relevance": "all"}, "**446 iniciatyvos**"),
    ],
)
def test_how_many_are_chosen_of_how_many(language: str, parameters: dict[str, str], words: str) -> None:
    assert words in [text.value for text in opened(language, INITIATIVES, **parameters).markdown]


def test_there_is_a_chip_for_every_value_and_none_without_a_filter() -> None:
    assert not chips(opened("en", INITIATIVES))
    assert chips(opened("en", INITIATIVES, **EVERYTHING)) == CHIPS


def test_a_chip_taken_off_leaves_all_others() -> None:
    page = opened("en", INITIATIVES, **EVERYTHING, tab="time")
    for number, words in enumerate(CHIPS, start=1):
        taken_off(page, words)
        assert chips(page) == CHIPS[number:]
        assert not warnings(page)
    assert address(page) == {"lang": ["en"], "tab": ["time"]}


def test_two_chips_taken_off_within_one_round_trip_are_both_gone() -> None:
    page = opened("en", INITIATIVES, theme=["youth", "ageing"], fund="esf")
    before = dict(page.query_params)
    taken_off(page, "Theme: Youth")
    page.query_params.clear()
    page.query_params.update(before)
    taken_off(page, "Fund: ESF")
    assert address(page) == {"lang": ["en"], "theme": ["ageing"]}


def test_a_county_taken_off_by_its_chip_takes_its_municipalities_along() -> None:
    page = opened("en", INITIATIVES, county=["LT011", "LT022"], municipality=["13", "19"])
    taken_off(page, "County: Vilnius County")
    assert (asked(page, "county"), asked(page, "municipality")) == (["LT022"], ["19"])
    assert not warnings(page)


def test_the_last_chip_taken_off_leaves_the_whole_list() -> None:
    page = taken_off(opened("lt", INITIATIVES, relevance="all"), "Svarba: bet kuri")
    assert (address(page), counted(page), chips(page)) == ({"lang": ["lt"]}, 428, [])


def test_reset_takes_all_filters_off_and_leaves_the_page_as_it_is() -> None:
    own: dict[str, str | list[str]] = {"tab": "list", "sort": "title", "columns": ["fund", "lead"]}
    page = opened("lt", INITIATIVES, **EVERYTHING, **own)
    page.button(key="reset").click().run()
    assert address(page) == {"lang": ["lt"], "tab": ["list"], "sort": ["title"], "columns": ["fund", "lead"]}
    assert (counted(page), chips(page)) == (428, [])
    assert popovers(page)["filter-theme"] == "Tema"
    page.button(key="reset").click().run()
    assert counted(page) == 428


def test_reset_empties_what_an_open_popover_shows() -> None:
    page = unfolded(opened("en", INITIATIVES, theme="youth"), "filter-theme")
    page.button(key="reset").click().run()
    assert page.pills("pills-theme").value == []
    page.pills("pills-theme").select("ageing").run()
    assert asked(page, "theme") == ["ageing"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lt", "Dar 157 nenurodo pradžios ir neįtrauktos; įtraukti galima pasirinkus „Pradžia“."),
        ("en", "157 more state no start and are left out; the switch under “Start” takes them in."),
    ],
)
def test_those_without_a_start_are_counted_where_years_leave_them_out(language: str, words: str) -> None:
    page = opened(language, INITIATIVES, year_from="2020")
    assert words in [caption.value for caption in page.caption]
    page = opened(language, INITIATIVES, year_from="2020", undated="1")
    assert words not in [caption.value for caption in page.caption]


MALFORMED: dict[str, str | list[str]] = {
    "theme": ["yuoth", "youth"],
    "year_from": "abc",
    "municipality": "53",
    "county": "LT011",
    "sort": "zzz",
    "columns": "foo",
}


@pytest.mark.parametrize(
    ("language", "named"),
    [
        (
            "lt",
            [
                "Tema „yuoth“ (tokios reikšmės nėra)",
                "Savivaldybė „53“ (ne pasirinktose apskrityse)",
                "Nuo metų „abc“ (ne metai nuo 1900 iki 2100)",
                "Rikiavimas „zzz“ (tokios reikšmės nėra)",
                "Stulpeliai „foo“ (tokios reikšmės nėra)",
            ],
        ),
        (
            "en",
            [
                "Theme “yuoth” (no such value)",
                "Municipality “53” (not in the chosen counties)",
                "From year “abc” (not a year between 1900 and 2100)",
                "Order “zzz” (no such value)",
                "Columns “foo” (no such value)",
            ],
        ),
    ],
)
def test_a_malformed_link_works_and_all_that_it_asks_for_in_vain_is_named(language: str, named: list[str]) -> None:
    page = opened(language, INITIATIVES, **MALFORMED)
    said = {"lt": "Nepritaikyta: ", "en": "Not followed: "}[language]
    assert all(warning.startswith(said) for warning in warnings(page))
    assert [one for warning in warnings(page) for one in warning.removeprefix(said).rstrip(".").split("; ")] == named
    assert counted(page) == meant(theme=("youth",), county=("LT011",))
    assert len(chips(page)) == 2
    # The address stays as it is until the next change, which mends it.
    assert asked(page, "theme") == ["yuoth", "youth"]
    taken_off(page, chips(page)[0])
    assert address(page) == {"lang": [language], "county": ["LT011"], "sort": ["zzz"], "columns": ["foo"]}


EMPTY: dict[str, str | list[str]] = {"theme": "youth", "sector": "ict", "status": "planned"}


@pytest.mark.parametrize(
    ("language", "title", "hint", "button"),
    [
        ("lt", "Pagal šiuos filtrus nieko neužfiksuota", "Atsisakius filtro, liktų:", "be „Būklė: planuojama“ · 5"),
        ("en", "None recorded with these filters", "Would be left without:", "without Status: planned · 5"),
    ],
)
def test_an_empty_result_names_the_filter_that_emptied_it(language: str, title: str, hint: str, button: str) -> None:
    page = opened(language, INITIATIVES, **EMPTY)
    assert meant(theme=("youth",), sector=("ict",), status=("planned",)) == counted(page) == 0
    assert [header.value for header in page.header] == [title]
    assert hint in [caption.value for caption in page.caption]
    assert meant(theme=("youth",), sector=("ict",)) == 5
    assert not meant(theme=("youth",), status=("planned",)) + meant(sector=("ict",), status=("planned",))
    assert ways_out(page) == {"status": button}
    assert not page.table
    page.button(key="rescue-status").click().run()
    assert address(page) == {"lang": [language], "theme": ["youth"], "sector": ["ict"]}
    assert counted(page) == 5
    assert len(page.table[0].value) == 5


def test_where_no_single_filter_helps_each_is_offered_alone() -> None:
    asked_for: dict[str, str | list[str]] = {"theme": "mobility", "sector": "health", "status": "planned"}
    page = opened("en", INITIATIVES, **asked_for, place="led-from", tab="time")
    numbers = {name: meant(**{name: (str(value),)}) for name, value in asked_for.items()}
    assert ways_out(page) == {
        "theme": f"only Theme: Mobility · {numbers['theme']}",
        "sector": f"only Sector: Health · {numbers['sector']}",
    }
    assert numbers["status"] == 0
    assert "Would be left with only one filter:" in [caption.value for caption in page.caption]
    page.button(key="rescue-sector").click().run()
    assert address(page) == {"lang": ["en"], "tab": ["time"], "sector": ["health"], "place": ["led-from"]}
    assert counted(page) == numbers["sector"] == 61


def test_where_nothing_helps_reset_is_named() -> None:
    page = opened("lt", INITIATIVES, status="planned", q="zzzqqq")
    assert not ways_out(page)
    words = "Vieno filtro atsisakyti nepakaktų; „Išvalyti“ pašalina visus."
    assert words in [caption.value for caption in page.caption]
    page.button(key="reset").click().run()
    assert counted(page) == 428


def test_years_are_a_way_out_with_those_that_state_none() -> None:
    page = opened("en", INITIATIVES, theme="youth", year_from="1900", year_to="1901")
    assert ways_out(page) == {"years": f"without Start: 1900–1901 · {meant(theme=('youth',))}"}
    page.button(key="rescue-years").click().run()
    assert address(page) == {"lang": ["en"], "theme": ["youth"]}


def test_the_overview_offers_the_ways_out_too() -> None:
    page = opened("lt", **EMPTY)
    assert not page.metric
    assert ways_out(page) == {"status": "be „Būklė: planuojama“ · 5"}
    page.button(key="rescue-status").click().run()
    assert page.metric[0].value == "5"


@pytest.mark.usefixtures("shared")
def test_a_tab_that_does_not_exist_is_named_and_an_empty_id_means_the_list() -> None:
    page = opened("en", INITIATIVES, tab="nowhere", id="")
    assert warnings(page) == ["Not followed: Tab “nowhere” (no such value)."]
    assert page.title[0].value == "Initiatives"
