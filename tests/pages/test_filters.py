"""The filter bar: what each popover offers, what a choice writes into the address, and where there is no bar."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from ecosystem.selection import Selection
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import (
    INITIATIVES,
    SECONDS,
    address,
    asked,
    chips,
    counted,
    offered,
    opened,
    popovers,
    unfolded,
    warnings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.usefixtures("shared")
KEYS = ["filter-theme", "filter-sector", "filter-place", "filter-fund", "filter-years", "filter-more"]


def words(vocabulary: str) -> dict[str, str]:
    """The English words of the codes of a vocabulary."""
    return {row["code"]: row["en"] for row in ORACLE.table("vocabularies") if row["vocabulary"] == vocabulary}


def meant(**fields: object) -> int:
    """The number of initiatives that the filters choose, counted from the files."""
    return len(ORACLE.initiatives(asdict(Selection(**fields))))  # type: ignore[arg-type]


def expected(facet: str, named: dict[str, str], options: Iterable[str], **fields: object) -> dict[str, int]:
    """The number beside each option, counted from the files."""
    counts = ORACLE.counts(asdict(Selection(**fields)), facet)  # type: ignore[arg-type]
    return {named[code]: counts.get(code, 0) for code in options}


def test_numbers_beside_themes_change_with_another_filter_and_not_with_a_theme() -> None:
    themes = words("theme")
    page = unfolded(opened("en", INITIATIVES), "filter-theme")
    all_of_them = offered(page, "pills-theme")
    assert all_of_them == expected("theme", themes, themes)
    frequency = Counter(row["theme"] for row in ORACLE.table("initiative_themes"))
    assert list(all_of_them) == [themes[code] for code in sorted(themes, key=lambda code: (-frequency[code], code))]
    page.pills("pills-theme").select("youth").run()
    assert offered(page, "pills-theme") == all_of_them
    page = unfolded(opened("en", INITIATIVES, sector="education", theme="youth"), "filter-theme")
    fewer = offered(page, "pills-theme")
    assert fewer == expected("theme", themes, themes, sector=("education",), theme=("ageing",))
    assert list(fewer) == list(all_of_them)
    assert fewer != all_of_them


@pytest.mark.parametrize(
    ("popover", "facet", "value"),
    [("theme", "theme", "mobility"), ("sector", "sector", "ict"), ("fund", "fund", "esf"), ("place", "county", "none")],
)
def test_a_pick_is_written_as_a_code_and_obeyed(popover: str, facet: str, value: str) -> None:
    page = unfolded(opened("lt", INITIATIVES), f"filter-{popover}")
    page.pills(f"pills-{facet}").select(value).run()
    assert address(page) == {"lang": ["lt"], facet: [value]}
    assert counted(page) == meant(**{facet: (value,)})


@pytest.mark.parametrize("facet", ["kind", "status", "relevance", "scope", "period"])
def test_folded_filters_are_offered_one_facet_at_a_time(facet: str) -> None:
    page = unfolded(opened("en", INITIATIVES, theme="youth"), "filter-more")
    assert page.segmented_control("facet").options == ["Kind", "Status", "Relevance", "Scope", "Period of the fund"]
    page.segmented_control("facet").set_value(facet).run()
    assert [group.key for group in page.pills if group.key.startswith("pills-")] == [f"pills-{facet}"]
    counts = ORACLE.counts(asdict(Selection(theme=("youth",))), facet)
    assert {number for number in offered(page, f"pills-{facet}").values() if number} == set(counts.values())
    value = min(counts, key=lambda code: (counts[code], code))
    before = list(page.pills(f"pills-{facet}").value)
    page.pills(f"pills-{facet}").set_value([value]).run()
    assert asked(page, facet) == [value]
    assert counted(page) == counts[value]
    page.pills(f"pills-{facet}").set_value([]).run()
    assert facet not in page.query_params
    assert page.pills(f"pills-{facet}").value == before


def test_two_picks_in_a_row_both_hold_in_the_order_of_their_codes() -> None:
    page = unfolded(opened("en", INITIATIVES), "filter-theme")
    page.pills("pills-theme").select("youth").run()
    page.pills("pills-theme").select("ageing").run()
    assert asked(page, "theme") == ["ageing", "youth"]
    assert counted(page) == meant(theme=("ageing", "youth"))


def test_a_second_pick_that_brings_along_the_address_of_before_the_first_one_undoes_nothing() -> None:
    page = unfolded(unfolded(opened("en", INITIATIVES, sort="title"), "filter-theme"), "filter-fund")
    before = dict(page.query_params)
    page.pills("pills-theme").select("youth").run()
    page.query_params.clear()
    page.query_params.update(before)
    page.pills("pills-fund").select("esf").run()
    assert address(page) == {"lang": ["en"], "sort": ["title"], "theme": ["youth"], "fund": ["esf"]}


def test_a_click_that_changes_no_filter_keeps_what_was_picked_a_moment_ago() -> None:
    page = unfolded(opened("en", INITIATIVES), "filter-theme")
    before = dict(page.query_params)
    page.pills("pills-theme").select("youth").run()
    page.query_params.clear()
    page.query_params.update(before)
    page.button(key="next-list").click().run()
    assert asked(page, "theme") == ["youth"]


def test_a_step_back_in_the_browser_undoes_a_pick_and_an_open_popover_follows() -> None:
    page = unfolded(opened("en", INITIATIVES, fund="esf"), "filter-theme")
    before = dict(page.query_params)
    page.pills("pills-theme").select("youth").run()
    page.query_params.clear()
    page.query_params.update(before)
    page.run()
    assert address(page) == {"lang": ["en"], "fund": ["esf"]}
    assert page.pills("pills-theme").value == []
    assert chips(page) == ["Fund: ESF"]


def test_nothing_is_drawn_in_closed_popovers() -> None:
    page = opened("en", INITIATIVES, theme="youth", county="LT011", year_from="2010", q="menas")
    boxes = {str(block.key): block for block in page.get("popover")}  # type: ignore[union-attr]
    assert [key for key in boxes if key.startswith("filter-")] == KEYS
    assert not [block for block in boxes.values() if len(block)]  # type: ignore[arg-type]
    unfolded(page, "filter-sector")
    drawn = {str(block.key) for block in page.get("popover") if len(block)}  # type: ignore[union-attr,arg-type]
    assert drawn == {"filter-sector"}


def test_labels_carry_the_choice_and_change_only_while_closed() -> None:
    page = opened("en", INITIATIVES)
    assert [popovers(page)[key] for key in KEYS] == ["Theme", "Sector", "Place", "Fund", "Start", "More filters"]
    unfolded(page, "filter-theme").pills("pills-theme").select("youth").run()
    assert popovers(page)["filter-theme"] == "Theme"
    page.session_state["filter-theme"] = False
    page.run()
    assert popovers(page)["filter-theme"] == "**Theme: Youth**"
    chosen = {"theme": ["youth", "ageing"], "county": "LT011", "municipality": "13", "place": "led-from"}
    page = opened("lt", INITIATIVES, **chosen, year_to="2020", kind=["project", "event"], relevance="all", fund="esf")
    assert [popovers(page)[key] for key in KEYS] == [
        "**Tema: Senėjimas +1**",
        "Sektorius",
        "**Vieta: Vilniaus apskritis +1**",
        "**Fondas: ESF**",
        "**Pradžia: iki 2020 m\\.**",
        "**Kiti filtrai: 2**",
    ]


def test_municipalities_are_offered_within_the_chosen_counties() -> None:
    page = unfolded(opened("en", INITIATIVES), "filter-place")
    everywhere = offered(page, "pills-municipality")
    assert len(offered(page, "pills-county")) == 10 + 1
    page.pills("pills-county").select("LT011").run()
    within = {row["municipality"] for row in ORACLE.table("municipalities") if row["county"] == "LT011"}
    counts = ORACLE.counts(asdict(Selection()), "municipality")
    names = {row["municipality"]: row["name_en"] for row in ORACLE.table("municipalities")}
    assert offered(page, "pills-municipality") == {
        **{names[code]: counts[code] for code in within & counts.keys()},
        "no single municipality": counts["none"],
    }
    assert len(everywhere) == len(counts)
    page.pills("pills-municipality").select("13").run()
    assert (asked(page, "county"), asked(page, "municipality")) == (["LT011"], ["13"])
    assert counted(page) == meant(county=("LT011",), municipality=("13",))


def test_a_county_taken_off_takes_its_municipalities_along() -> None:
    page = unfolded(opened("en", INITIATIVES, county=["LT011", "LT022"], municipality=["13", "19"]), "filter-place")
    page.pills("pills-county").unselect("LT011").run()
    assert (asked(page, "county"), asked(page, "municipality")) == (["LT022"], ["19"])
    assert not warnings(page)


def test_led_from_changes_what_a_place_means_and_the_numbers_beside_places() -> None:
    page = unfolded(opened("en", INITIATIVES, county="LT011"), "filter-place")
    names = {row["county"]: row["name_en"] for row in ORACLE.table("counties")} | {"none": "no single county"}
    assert counted(page) == meant(county=("LT011",))
    page.segmented_control("place-means").set_value("led-from").run()
    assert asked(page, "place") == ["led-from"]
    assert counted(page) == meant(county=("LT011",), place="led-from") != meant(county=("LT011",))
    assert offered(page, "pills-county") == expected("county", names, names, place="led-from")
    page.segmented_control("place-means").set_value("takes-place").run()
    assert address(page) == {"lang": ["en"], "county": ["LT011"]}


def test_years_are_typed_as_numbers_and_the_undated_are_a_switch() -> None:
    page = unfolded(opened("en", INITIATIVES), "filter-years")
    captions = [caption.value for caption in page.caption]
    assert "Starts are stated from 1998 to 2026. 157 state no start." in captions
    assert page.checkbox("undated").disabled
    page.number_input("year_from").set_value(2020).run()
    page.number_input("year_to").set_value(2021).run()
    assert address(page) == {"lang": ["en"], "year_from": ["2020"], "year_to": ["2021"]}
    assert counted(page) == meant(year_from=2020, year_to=2021)
    page.checkbox("undated").check().run()
    assert asked(page, "undated") == ["1"]
    assert counted(page) == meant(year_from=2020, year_to=2021, undated=True)
    assert chips(page) == ["Start: 2020–2021 or not stated"]
    page.number_input("year_from").set_value(None).run()
    assert asked(page, "undated") == ["1"]
    page.number_input("year_to").set_value(None).run()
    assert address(page) == {"lang": ["en"]}
    assert not warnings(page)


def test_years_that_end_before_they_start_are_named_as_dropped() -> None:
    page = unfolded(opened("en", INITIATIVES, year_from="2020"), "filter-years")
    page.number_input("year_to").set_value(2010).run()
    assert counted(page) == 428
    assert not chips(page)
    reason = "the years start after they end"
    assert warnings(page) == [f"Not followed: From year “2020” ({reason}); To year “2010” ({reason})."]


def test_words_are_searched_and_blanks_are_no_words() -> None:
    page = unfolded(opened("lt", INITIATIVES), "filter-more")
    page.text_input("q").input("  Švietimo   muziejus ").run()
    assert counted(page) == meant(q="Švietimo muziejus") > 0
    assert chips(page) == ["Žodžiai: Švietimo muziejus"]
    assert page.text_input("q").value == "Švietimo muziejus"
    page.text_input("q").input("   ").run()
    assert address(page) == {"lang": ["lt"]}
    page.text_input("q").input("…").run()
    assert warnings(page) == ["Nepritaikyta: Žodžiai „…“ (nėra nė vieno žodžio)."]
    assert counted(page) == 428


def test_every_relevance_is_one_chip() -> None:
    page = unfolded(opened("en", INITIATIVES), "filter-more")
    page.segmented_control("facet").set_value("relevance").run()
    page.pills("pills-relevance").select("context").run()
    assert address(page) == {"lang": ["en"], "relevance": ["all"]}
    assert chips(page) == ["Relevance: any"]
    assert counted(page) == 446


@pytest.mark.parametrize(
    ("page", "parameters"), [("about/method.py", {}), (INITIATIVES, {"id": "cci-cross-sector-social-innovation"})]
)
def test_there_is_no_bar_where_filters_mean_nothing(page: str, parameters: dict[str, str]) -> None:
    shown = opened("en", page, theme="youth", **parameters)
    assert not [key for key in popovers(shown) if key.startswith("filter-")]
    assert "reset" not in [button.key for button in shown.button]
    assert not chips(shown)
    assert asked(shown, "theme") == ["youth"]


def _bar_of_another_page() -> None:
    from pages.parts import filters, session

    session.settle_language()
    filters.bar(session.current(), unused=frozenset({"fund", "county", "municipality", "place", "q"}))


@pytest.mark.parametrize(("language", "words"), [("lt", "čia nenaudojama"), ("en", "not used here")])
def test_a_filter_that_a_page_does_not_use_is_greyed_and_says_so(language: str, words: str) -> None:
    run = AppTest.from_function(_bar_of_another_page, default_timeout=SECONDS)
    run.query_params["lang"] = language
    run.query_params["fund"] = "esf"
    run.run()
    assert not run.exception
    shown = {str(block.key): block.proto.popover for block in run.get("popover")}  # type: ignore[union-attr]
    grey = {key for key, popover in shown.items() if popover.disabled}
    assert grey == {"filter-fund-unused", "filter-place-unused"}
    assert all(shown[key].label.endswith(f": {words}") for key in grey)
    assert not [popover for key, popover in shown.items() if key not in grey and words in popover.label]
