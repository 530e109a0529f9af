"""The map: what is shaded, its table, what is on no place of it."""

from __future__ import annotations

import re
from dataclasses import asdict
from urllib.parse import urlsplit

import pytest

from ecosystem import opening
from ecosystem.charts import areas as charts
from ecosystem.measures import choices, places
from ecosystem.selection import Selection
from ecosystem.selection.value import PARAMETERS
from pages.parts.areas import shown
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.map_page import (
    AREAS,
    BOUNDARIES,
    CHOSEN,
    DEFAULT,
    MAP,
    TRAY,
    Parameters,
    figure,
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
    chips,
    counted,
    foreign,
    opened,
    popovers,
    read,
    texts,
    unfolded,
    warnings,
)


def test_every_measure_has_its_words_and_its_unit() -> None:
    assert list(shown.MEASURES) == list(charts.UNITS) == list(places.MEASURES)
    assert set(shown.TITLES) == {(measure, level) for measure in places.MEASURES for level in places.TABLES}
    assert set(shown.SYMBOLS_OF.values()) <= set(shown.SYMBOLS)


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_map_of_counties_says_what_it_shows_and_what_it_rests_on(language: str) -> None:
    page = opened(language, MAP)
    titles, title, shows, tabs, rests, entries = DEFAULT[language]
    assert (page.title[0].value, headers(page)) == (title, titles)
    assert popovers(page)["map-shows"] == shows
    assert [tab.label for tab in page.tabs] == tabs
    assert [bool(tab.children) for tab in page.tabs] == [True, False]
    assert notes(page) == f"{rests} {BOUNDARIES[language]}"
    assert legend(page) == entries
    assert page.get("plotly_chart")[0].proto.alt.startswith(f"{titles[0]}. ")  # type: ignore[union-attr]
    codes = [code for trace in figure(page)["data"] if trace["hoverinfo"] == "text" for code in trace["customdata"]]
    assert {*ORACLE.counties} <= {*codes}
    assert not outlined(page)
    assert page.metric[0].value == "428"
    assert not warnings(page)
    assert not foreign(language) & set(map(read, texts(page)))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("language", ["lt", "en"])
def test_no_text_of_the_map_is_in_the_other_language(language: str) -> None:
    shown = {"level": "municipality", "measure": "per-capita", "symbols": "organisations", "sort": "no such"}
    page = unfolded(opened(language, MAP, **shown, tab="themes", theme="ageing", municipality="none"), "map-shows")
    cells = [led(cell)[0] for cell in texts(page) if re.fullmatch(r"\[.*\]\(/\S*\)", cell)]
    hovers = [text.split("<br>")[-1] for trace in figure(page)["data"] for text in trace.get("hovertext", ())]
    assert cells
    assert not foreign(language) & {*map(read, texts(page)), *cells, *hovers, *legend(page)}


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "level", "place"), [("en", "county", "takes-place"), ("lt", "municipality", "led-from")]
)
def test_every_number_beside_the_map_leads_to_exactly_those_initiatives(language: str, level: str, place: str) -> None:
    filters = {"theme": ["ageing", "youth"], "place": [place]}
    page = opened(language, MAP, **filters, level=level, measure="culture", tab="list", sort="title", county="LT011")
    found = rows(page, TRAY)
    assert len(found) > 1
    total = 0
    for _, where, number in found:
        chosen = selection(parameters(where))
        assert urlsplit(where).path == "/initiatives"
        assert chosen == selection(filters).having(scope=chosen.scope, **{level: ("none",)})
        kept = {"lang": [language], "level": [level], "measure": ["culture"]}
        assert kept.items() <= parameters(where).items()
        assert not {"tab", "sort"} & parameters(where).keys()
        assert meant(chosen) == int(number)
        total += int(number)
    assert headers(page)[1].endswith(f": {total}")
    assert [int(number) for *_, number in found] == sorted((int(number) for *_, number in found), reverse=True)
    scopes = {row[language].lower() for row in ORACLE.table("vocabularies") if row["vocabulary"] == "scope"}
    assert {words.lower() for words, *_ in found} <= scopes
    # With those on the map they are all of them.
    everywhere = meant(selection(filters))
    assert f" {everywhere - total} " in notes(page)
    assert counted(page) == meant(selection({**filters, "county": ["LT011"]}))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "asked_for"),
    [
        ("en", {}),
        ("lt", {"county": "LT011", "theme": "youth"}),
        ("lt", {"level": "municipality", "municipality": "13", "county": "LT011"}),
        ("en", {"level": "municipality", "municipality": ["19", "none"], "place": "led-from", "tab": "themes"}),
    ],
    ids=["nothing", "one county", "in its county", "led from"],
)
def test_each_name_beside_the_map_is_a_click_on_its_area(language: str, asked_for: Parameters) -> None:
    page = opened(language, MAP, **asked_for)
    before, known = address(page), choices.choices(opening.shared())
    level: places.Level = "municipality" if "level" in asked_for else "county"
    chosen, codes = selection({name: before[name] for name in before if name in PARAMETERS}), names(level, language)
    found, numbers = rows(page, AREAS), recorded(chosen, level)
    assert len(found) == len(codes)
    for words, where, value in found:
        code, after = codes[words], parameters(where)
        assert urlsplit(where).path == "/map"
        assert selection({name: after[name] for name in after if name in PARAMETERS}) == places.clicked(
            chosen, level, code, known
        )
        others = [{name: of[name] for name in of if name not in PARAMETERS} for of in (before, after)]
        assert others[0] == others[1]
        assert value == str(numbers.get(code, {"lt": "neužfiksuota", "en": "none recorded"}[language]))
    marked = [cell for cell in page.table[AREAS].value.iloc[:, 0] if CHOSEN.fullmatch(cell)]
    # What is chosen with others is left alone by a click, and freed by the next.
    alone = {
        code
        for code in getattr(chosen, level)
        if code not in getattr(places.clicked(chosen, level, code, known), level)
    }
    assert {codes[led(cell)[0]] for cell in marked} == alone - {"none"}


@pytest.mark.usefixtures("shared")
def test_areas_with_most_come_first_and_those_with_none_last_by_name() -> None:
    found = rows(opened("lt", MAP, theme="ageing", level="municipality"), AREAS)
    numbers = [int(value) if value.isdecimal() else 0 for *_, value in found]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1] == 0
    order = choices.in_order(opening.shared(), "municipality", "lt")
    places_ = [order.index(names("municipality", "lt")[words]) for words, *_ in found]
    for number in {*numbers}:
        equal = [place for place, of in zip(places_, numbers, strict=True) if of == number]
        assert equal == sorted(equal)


@pytest.mark.usefixtures("shared")
def test_a_link_of_the_table_chooses_and_its_own_frees() -> None:
    page = opened("en", MAP, theme="youth", measure="amount")
    where = next(where for words, where, _ in rows(page, AREAS) if words == "Kaunas County")
    page = opened(None, MAP, **parameters(where))
    assert address(page) == {"lang": ["en"], "theme": ["youth"], "measure": ["amount"], "county": ["LT022"]}
    assert chips(page) == ["Theme: Youth", "County: Kaunas County"]
    where = next(where for words, where, _ in rows(page, AREAS) if words == "Kaunas County")
    assert parameters(where) == {"lang": ["en"], "theme": ["youth"], "measure": ["amount"]}


TITLES = [
    ("en", "count", "municipality", "Initiatives by municipality", "Initiatives"),
    ("lt", "culture", "county", "Kultūrą apimančios iniciatyvos pagal apskritis", "Kultūrą apimančios"),
    ("lt", "amount", "municipality", "Iniciatyvų nurodyti biudžetai pagal savivaldybes", "Mln. €"),
    ("en", "per-capita", "county", "Initiatives per 10,000 inhabitants, by county", "Per 10,000 inhabitants"),
]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("language", "measure", "level", "title", "unit"), TITLES)
def test_each_measure_of_each_level_is_named_above_its_map(
    language: str, measure: str, level: str, title: str, unit: str
) -> None:
    page = opened(language, MAP, measure=measure, level=level)
    assert headers(page)[0] == title
    assert legend(page)[-1] == unit
    assert page.get("plotly_chart")[0].proto.alt.startswith(f"{title}. ")  # type: ignore[union-attr]
    assert len(page.table[AREAS].value) == len(names(level, language))
    assert popovers(page)["map-shows"].endswith(f": {page.table[AREAS].value.columns[1]}")
    files = {trace["geojson"] for trace in figure(page)["data"] if trace["type"] == "choropleth"}
    assert files == {f"/boundaries/{places.TABLES[level]}.geojson"}  # type: ignore[index]
    # Symbols would hide what is small.
    lying = [trace for trace in figure(page)["data"] if trace["type"] == "scattergeo" and "markers" in trace["mode"]]
    assert bool(lying) == (level == "county")
    assert not warnings(page)


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("asked_for", "noun"),
    [
        ({"county": "LT022"}, "Clusters"),
        ({"symbols": "none"}, None),
        ({"symbols": "organisations", "level": "municipality"}, "Organisations"),
    ],
)
def test_symbols_lie_on_the_map_of_counties_and_where_they_are_asked_for(
    asked_for: Parameters, noun: str | None
) -> None:
    page = opened("en", MAP, **asked_for)
    lying = [trace for trace in figure(page)["data"] if trace["type"] == "scattergeo" and "markers" in trace["mode"]]
    assert bool(lying) == bool(noun)
    assert (f"{noun} on the map: " in notes(page)) == bool(noun)
    if noun:
        # Those of all places, most in the capital.
        assert lying[0]["customdata"][0] == "13"
        assert len(lying[0]["customdata"]) > 5
        assert legend(page)[0].split(":")[0] == noun
    else:
        assert not {"Clusters", "Organisations"} & {*legend(page)}


@pytest.mark.usefixtures("shared")
def test_led_from_counts_the_places_of_those_who_lead() -> None:
    page = opened("en", MAP, place="led-from")
    led_ = {id_ for id_ in ORACLE.rows if ORACLE.of(id_, "county", "led-from")}
    chosen = ORACLE.initiatives(asdict(Selection(place="led-from")))
    assert notes(page).startswith(f"On the map: {len(led_ & chosen)} of {len(chosen)} initiatives, each once.")
    assert rows(page, AREAS)[0][0] == "Vilnius County"
    assert page.segmented_control(key="map-place").value == "led-from"
