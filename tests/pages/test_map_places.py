"""Places chosen on the map, rates, themes by county, clicks, and maps of little."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from ecosystem import opening, seed
from ecosystem.measures import choices
from ecosystem.selection import Selection
from ecosystem.selection.value import PARAMETERS
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.map_page import (
    AREAS,
    DEFAULT,
    FAINT,
    MAP,
    TRAY,
    Parameters,
    clicked,
    headers,
    led,
    legend,
    meant,
    names,
    notes,
    outlined,
    parameters,
    recorded,
    rows,
    selection,
)
from tests.pages.opened import (
    address,
    asked,
    chips,
    counted,
    opened,
    popovers,
    read,
    unfolded,
    warnings,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "lt",
            "Nepritaikyta: Teritorijos „region“ (tokios reikšmės nėra); Atspalviai „size“ (tokios reikšmės nėra); "
            "Ženklai „“ (tuščia).",
        ),
        ("en", "Not followed: Areas “region” (no such value); Shades “size” (no such value); Symbols “” (empty)."),
    ],
)
def test_what_cannot_be_shown_is_named_and_the_map_is_the_default_one(language: str, words: str) -> None:
    page = opened(language, MAP, level="region", measure="size", symbols="")
    assert warnings(page) == [words]
    assert headers(page) == DEFAULT[language][0]
    assert legend(page) == DEFAULT[language][5]


@pytest.mark.usefixtures("shared")
def test_where_a_place_is_chosen_the_map_still_shows_all_and_says_so() -> None:
    page = opened("en", MAP, county="LT011", municipality="13", level="municipality")
    number = meant(Selection(municipality=("13",)))
    assert counted(page) == number
    assert f"The map shows all places; chosen: {number} of 428." in notes(page)
    assert notes(page).startswith("On the map: 172 of 428 initiatives, each once.")
    assert outlined(page) == {"counties": ["LT011"], "municipalities": ["13"]}
    assert headers(page)[1] == "Not on the map: 256"
    assert page.metric[0].value == str(number)
    page = opened("lt", MAP, county="none")
    assert f"Žemėlapis rodo visas vietas; pasirinkta: {counted(page)} iš 428." in notes(page)
    assert not outlined(page)


@pytest.mark.usefixtures("shared")
def test_rates_that_rest_on_few_records_are_counted() -> None:
    page = opened("en", MAP, measure="per-capita")
    assert sum(number < 5 for code, number in recorded(Selection(), "county").items() if code != "none") == 1
    assert (
        "Inhabitants: census of 2021. 1 rate rests on fewer than 5 initiatives: one more or less changes it a lot."
        in notes(page)
    )


@pytest.mark.usefixtures("shared")
def test_rates_of_municipalities_are_no_ranks_and_stand_by_name_with_what_they_rest_on() -> None:
    page = opened("lt", MAP, level="municipality", measure="per-capita")
    codes = names("municipality", "lt")
    inhabitants = {row["code"]: int(row["inhabitants"]) for row in ORACLE.table("population") if row["year"] == "2021"}
    found = [(codes[words], value) for words, _, value in rows(page, AREAS)]
    assert [code for code, _ in found] == choices.in_order(opening.shared(), "municipality", "lt")
    numbers = recorded(Selection(), "municipality")
    few = sum(number < 5 for code, number in numbers.items() if code != "none")
    for code, value in found:
        if number := numbers.get(code):
            rate, rests = value.split(" (")
            assert float(rate.replace(",", ".")) == pytest.approx(number * 10_000 / inhabitants[code], abs=0.0051)
            assert rests.startswith(f"{number} iniciatyv")
        else:
            assert value == "neužfiksuota"
    assert f"{few} rodikliai remiasi mažiau nei 5 iniciatyvomis" in notes(page)


def test_initiatives_in_several_places_are_counted_in_each_and_said(shared_path: Path, tmp_path: Path) -> None:
    seed.build(tiny.write(tmp_path / "data", tiny.TIED), shared_path)
    # a is in 13, b in the county LT023, e in 13, in 19 and in LT023; c, f and g are nowhere.
    page = opened("en", MAP)
    assert notes(page).startswith(
        "On the map: 3 of 6 initiatives, each once. 1 is in several places and counts in each."
    )
    assert [(words, value) for words, _, value in rows(page, AREAS)][:3] == [
        ("Klaipėda County", "2"),
        ("Vilnius County", "2"),
        ("Kaunas County", "1"),
    ]
    assert [(words, value) for words, _, value in rows(page, TRAY)] == [("National", "2"), ("Local (municipal)", "1")]
    page = opened("lt", MAP, level="municipality")
    assert "1 yra keliose vietose ir skaičiuojama kiekvienoje" in notes(page)
    # Of b only the county is known.
    assert notes(page).startswith("Žemėlapyje: 2 iš 6 iniciatyvų")
    assert headers(page)[1] == "Žemėlapyje nepažymėta: 4"


@pytest.mark.usefixtures("shared")
def test_what_is_everywhere_stands_beside_the_map_only() -> None:
    page = opened("en", MAP, theme="road-safety")
    assert notes(page).startswith("On the map: 0 of 2 initiatives, each once.")
    assert headers(page)[1] == "Not on the map: 2"
    assert [(words, value) for words, _, value in rows(page, TRAY)] == [("National", "2")]
    assert {value for *_, value in rows(page, AREAS)} == {"none recorded"}
    assert legend(page)[1:] == ["none recorded", "Initiatives"]
    assert counted(page) == 2


@pytest.mark.usefixtures("shared")
def test_where_every_initiative_has_a_place_that_is_said() -> None:
    chosen = ORACLE.initiatives(asdict(Selection(fund=("municipal",))))
    assert all(ORACLE.of(id_, "county", "takes-place") for id_ in chosen)
    page = opened("lt", MAP, fund="municipal")
    assert headers(page)[1] == "Žemėlapyje nepažymėta: 0"
    assert "Visos iniciatyvos yra žemėlapyje." in [caption.value for caption in page.caption]
    # The table of counties, and the list.
    assert len(page.table) == 2


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "place", "nothing", "columns"),
    [
        ("lt", "takes-place", "neužfiksuota", ["Tema", "Alytaus", "Kauno"]),
        ("en", "led-from", "none recorded", ["Theme", "Alytus", "Kaunas"]),
    ],
)
def test_each_cell_of_themes_by_county_leads_to_its_initiatives_or_says_that_none_is_recorded(
    language: str, place: str, nothing: str, columns: list[str]
) -> None:
    kept = {"place": [place], "scope": ["municipal", "national"], "relevance": ["core"]}
    page = opened(language, MAP, tab="themes", theme=["ageing", "mobility", "road-safety"], county="none", **kept)
    assert [bool(tab.children) for tab in page.tabs] == [False, True]
    table = page.table[-1].value
    assert table.columns.tolist()[:3] == columns
    assert len(table.columns) == 12
    words = {row["code"]: row[language] for row in ORACLE.table("vocabularies") if row["vocabulary"] == "theme"}
    found, empty = [], 0
    for theme, *cells in table.to_numpy().tolist():
        for cell in cells:
            shown, where = led(cell)
            chosen = selection({name: of for name, of in parameters(where).items() if name in PARAMETERS})
            assert urlsplit(where).path == "/initiatives"
            (code,), (county,) = chosen.theme, chosen.county
            assert chosen == selection({**kept, "theme": [code], "county": [county]})
            assert read(theme).lower() == words[code].lower()
            number = recorded(chosen, "county").get(county, 0)
            assert shown == (str(number) if number else nothing)
            assert bool(FAINT.fullmatch(cell)) == (not number)
            found.append((code, county))
            empty += not number and county != "none"
    assert len(set(found)) == len(found) == 3 * 11
    assert {code for code, _ in found} == {"ageing", "mobility", "road-safety"}
    assert [county for _, county in found[:11]][-1] == "none"
    pairs = {"lt": "Iš 30 ", "en": "Of 30 "}[language]
    (said,) = [read(one.value) for one in page.markdown if one.value.startswith(pairs)]
    assert f" {empty} " in said


@pytest.mark.usefixtures("shared")
def test_without_a_theme_asked_for_all_stand_by_county_most_frequent_first() -> None:
    table = opened("en", MAP, tab="themes").table[-1].value
    themes = {row["theme"] for row in ORACLE.table("initiative_themes")}
    assert len(table) >= len(themes)
    assert read(table.iloc[0, 0]) == "Social inclusion"
    assert table.columns.tolist()[-1] == "No single county"


@pytest.mark.usefixtures("shared")
def test_an_empty_result_shows_the_ways_out_and_no_map() -> None:
    page = opened("lt", MAP, theme="youth", sector="ict", status="planned")
    assert headers(page) == ["Pagal šiuos filtrus nieko neužfiksuota"]
    assert not page.get("plotly_chart")
    assert not page.table
    page.button(key="rescue-status").click().run()
    assert address(page) == {"lang": ["lt"], "theme": ["youth"], "sector": ["ict"]}
    assert page.get("plotly_chart")


@pytest.mark.usefixtures("shared")
def test_the_switches_write_the_address_and_the_default_takes_them_out() -> None:
    page = opened("en", MAP, theme="youth")
    page.segmented_control(key="map-level").set_value("municipality").run()
    assert (asked(page, "level"), headers(page)[0]) == (["municipality"], "Initiatives by municipality")
    page.segmented_control(key="map-place").set_value("led-from").run()
    assert chips(page) == ["Theme: Youth", "Place means: led from"]
    unfolded(page, "map-shows").pills("map-measure").set_value("amount").run()
    page.pills("map-symbols").set_value("clusters").run()
    assert address(page) == {
        "lang": ["en"],
        "theme": ["youth"],
        "level": ["municipality"],
        "place": ["led-from"],
        "measure": ["amount"],
        "symbols": ["clusters"],
    }
    page.pills("map-measure").set_value("count").run()
    page.pills("map-symbols").set_value("none").run()
    page.segmented_control(key="map-place").set_value("takes-place").run()
    page.segmented_control(key="map-level").set_value("county").run()
    assert address(page) == {"lang": ["en"], "theme": ["youth"]}


@pytest.mark.usefixtures("shared")
def test_a_click_on_the_map_chooses_a_place_and_a_second_frees_it() -> None:
    page = opened("lt", MAP, theme="youth", tab="themes")
    clicked(page, "LT022")
    assert address(page) == {"lang": ["lt"], "tab": ["themes"], "theme": ["youth"], "county": ["LT022"]}
    assert outlined(page) == {"counties": ["LT022"]}
    # A symbol gives its municipality; what lies in another county takes the county along.
    clicked(page, "13")
    assert (asked(page, "county"), asked(page, "municipality")) == ([], ["13"])
    clicked(page, "LT011")
    assert (asked(page, "county"), asked(page, "municipality")) == (["LT011"], [])
    clicked(page, "13")
    assert (asked(page, "county"), asked(page, "municipality")) == (["LT011"], ["13"])
    clicked(page, "13")
    clicked(page, "LT011")
    assert address(page) == {"lang": ["lt"], "tab": ["themes"], "theme": ["youth"]}
    # A click beside all places.
    assert address(clicked(page)) == {"lang": ["lt"], "tab": ["themes"], "theme": ["youth"]}
    assert not warnings(page)


@pytest.mark.usefixtures("shared")
def test_two_clicks_within_one_round_trip_both_count() -> None:
    page = opened("en", MAP, theme="youth")
    before = dict(page.query_params)
    clicked(page, "LT022")
    page.query_params.clear()
    page.query_params.update(before)
    clicked(page, "19")
    assert address(page) == {"lang": ["en"], "theme": ["youth"], "county": ["LT022"], "municipality": ["19"]}


@pytest.mark.usefixtures("shared")
def test_an_id_means_nothing_on_the_map() -> None:
    page = opened("en", MAP, id="no such")
    assert [title.value for title in page.title] == ["Map"]
    assert "filter-theme" in popovers(page)


@pytest.mark.usefixtures("shared")
def test_of_rates_none_of_which_rests_on_few_nothing_is_said() -> None:
    page = opened("en", MAP, theme="road-safety", measure="per-capita")
    assert "Inhabitants: census of 2021. Clusters on the map:" in notes(page)


def test_without_any_record_the_map_does_not_break(shared_path: Path, tmp_path: Path) -> None:
    nothing: dict[str, list[dict[str, str]]] = {name: [] for name in tiny.TABLES}
    seed.build(tiny.write(tmp_path / "data", nothing), shared_path)
    asked_for: list[tuple[str, Parameters]] = [
        ("en", {"tab": "themes", "measure": "per-capita"}),
        ("lt", {"level": "municipality", "measure": "amount", "symbols": "organisations", "present": "1"}),
    ]
    for language, one in asked_for:
        page = opened(language, MAP, **one)
        assert not page.error, one
        assert counted(page) == 0
        assert len(legend(page)) == 2
