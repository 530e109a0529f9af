"""What can be asked for, in words: names of values, a selection told, and what each noun knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecosystem.language import Language
from ecosystem.measures.choices import FILTERS, LABELS, active, choices, fields, in_order
from ecosystem.selection import Dropped, Read, Selection
from tests import tiny
from tests.ecosystem.selection.strategies import KINDS, NOUNS, ORACLE, PARAMETERS, VALUES

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.selection import Noun
    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")


@pytest.mark.parametrize(
    ("parameter", "value", "lithuanian", "english"),
    [
        ("theme", "education-and-skills", "Švietimas ir įgūdžiai", "Education and skills"),
        ("sector", "social-services", "Socialinės paslaugos", "Social services"),
        ("county", "LT011", "Vilniaus apskritis", "Vilnius County"),
        ("municipality", "13", "Vilniaus m. sav.", "Vilnius City Municipality"),
        ("fund", "create-lithuania", "Kurk Lietuvai", "Create Lithuania"),
        ("relevance", "core", "pagrindinė", "core"),
        ("scope", "cross-border", "tarpvalstybinė", "cross-border"),
        ("kind", "policy-project", "viešosios politikos projektas", "policy project"),
        ("status", "not-contracted", "sutartis nesudaryta", "contract not signed"),
        ("collection", "ecosystem", "ekosistema", "ecosystem"),
        ("period", "2014-2020", "2014-2020", "2014-2020"),
        ("organisation", "museum", "Muziejus", "Museum"),
        ("organisation", "charity", "Charity (EN)", "Charity"),
        ("cluster", "one", "Vienas", "One"),
    ],
)
def test_a_value_has_its_words_in_either_language(
    tmp_path: Path, parameter: str, value: str, lithuanian: str, english: str
) -> None:
    with tiny.opened(tmp_path, tiny.TIED) as store:
        known = choices(store)
        assert (known.name(parameter, value, LT), known.name(parameter, value, EN)) == (lithuanian, english)


@pytest.mark.parametrize(
    ("parameter", "value", "words"),
    [
        ("county", "none", "no single county"),
        ("municipality", "none", "no single municipality"),
        ("place", "takes-place", "takes place in"),
        ("place", "led-from", "led from"),
        ("collection", "all", "all"),
        ("relevance", "all", "any"),
    ],
)
def test_values_that_stand_for_no_single_one_have_words_too(
    tiny_store: Store, parameter: str, value: str, words: str
) -> None:
    assert choices(tiny_store).name(parameter, value, EN) == words


def test_a_value_without_words_is_shown_as_it_is(tiny_store: Store) -> None:
    for parameter in ("theme", "organisation", "cluster", "county", "nothing"):
        assert choices(tiny_store).name(parameter, "x' OR true --", EN) == "x' OR true --"


def test_several_values_are_named_in_their_order(tiny_store: Store) -> None:
    known = choices(tiny_store)
    assert known.names("organisation", ["museum", "nobody", "charity"], LT) == ["Muziejus", "nobody", "Charity (EN)"]
    assert known.names("county", ["none", "LT011"], EN) == ["no single county", "Vilnius County"]
    assert known.names("cluster", [], EN) == []


def test_a_collection_that_is_in_no_vocabulary_can_be_asked_for_by_its_name(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiatives", 3, collection="import")) as store:
        known = choices(store)
        assert known.among("collection", ["ecosystem", "import", "other"]) == ["ecosystem", "import"]
        assert known.name("collection", "import", LT) == known.name("collection", "import", EN) == "import"
        found = known.read({"collection": ["import"], "relevance": ["all"]}).selection
        assert store.measure("SELECT count(*) AS n FROM chosen", found).to_pylist() == [{"n": 1}]


def test_every_value_of_the_data_can_be_asked_for_and_has_words(store: Store) -> None:
    for noun in NOUNS:
        known = choices(store, noun)
        for parameter, values in (VALUES | KINDS[noun]).items():
            codes = [value for value in values if value not in ("all", "none")][:60]
            assert list(known.among(parameter, codes)) == codes
            for language in (LT, EN):
                named = [known.name(parameter, value, language) for value in codes[:20]]
                assert "–" not in named, (parameter, language.code)
                assert len(set(named)) == len(named), (parameter, language.code)


def test_what_is_no_value_cannot_be_asked_for(tiny_store: Store) -> None:
    known = choices(tiny_store)
    for parameter in PARAMETERS:
        assert known.among(parameter, ["", "nobody", "%", "x' OR true --"]) == []
        assert known.among(parameter, []) == []
    assert known.among("theme", ["culture-and-creative-industries", "youth", "Youth"]) == ["youth"]
    assert known.among("organisation", ["museum", "nobody", "charity"]) == ["museum", "charity"]


@pytest.mark.parametrize("parameter", ["organisation", "cluster", "theme"])
def test_many_values_are_looked_up_at_once(tiny_store: Store, monkeypatch: pytest.MonkeyPatch, parameter: str) -> None:
    known, queries = choices(tiny_store), []
    query = type(tiny_store).query
    monkeypatch.setattr(
        type(tiny_store), "query", lambda store, sql, /, **bound: queries.append(sql) or query(store, sql, **bound)
    )
    assert known.among(parameter, [f"value-{n}" for n in range(50)]) == []
    assert len(queries) <= 1


def test_a_municipality_lies_in_its_county(store: Store) -> None:
    known = choices(store)
    assert {code: known.county_of(code) for code in ORACLE.municipalities} == {
        code: row["county"] for code, row in ORACLE.municipalities.items()
    }
    assert (known.county_of("13"), known.county_of("none"), known.county_of("LT011")) == ("LT011", None, None)


def test_only_municipalities_inside_the_counties_are_kept(store: Store) -> None:
    known = choices(store)
    three = Selection(municipality=("13", "19", "none"))
    assert known.inside(three) == three
    assert known.inside(three.having(county=("LT011",))).municipality == ("13", "none")
    assert known.inside(three.having(county=("LT022", "none"))).municipality == ("19", "none")
    assert known.inside(three.having(county=("none",))).municipality == ("none",)


def test_places_stand_in_the_order_of_their_names_in_either_language(store: Store) -> None:
    counties = in_order(store, "county", "lt")
    assert counties == in_order(store, "county", "en")  # Šiauliai after Panevėžys, before Tauragė, in both
    assert counties == ["LT021", "LT022", "LT023", "LT024", "LT025", "LT026", "LT027", "LT028", "LT029", "LT011"]
    assert sorted(in_order(store, "municipality", "lt")) == sorted(ORACLE.municipalities)


@pytest.mark.parametrize(
    ("noun", "kinds", "statuses"),
    [
        ("initiatives", ["project"], ["completed", "unknown"]),
        ("clusters", ["cluster"], ["active", "unknown"]),
        ("organisations", ["ministry"], []),
        ("funding-streams", ["programme"], []),
    ],
)
def test_each_noun_has_kinds_and_statuses_of_its_own(
    tiny_store: Store, noun: Noun, kinds: list[str], statuses: list[str]
) -> None:
    known = choices(tiny_store, noun)
    # A programme is a kind of initiative, too.
    both = ["project", "programme"] if noun == "initiatives" else kinds
    assert known.among("kind", ["project", "cluster", "ministry", "programme"]) == both
    assert known.among("status", ["completed", "active", "unknown"]) == statuses
    assert known.name("kind", kinds[0], LT) != kinds[0]


def test_a_status_of_another_noun_is_dropped_and_named(tiny_store: Store) -> None:
    for noun, status in (("clusters", "completed"), ("organisations", "active"), ("initiatives", "active")):
        assert choices(tiny_store, noun).read({"status": [status]}) == Read(  # type: ignore[arg-type]
            Selection(noun=noun),  # type: ignore[arg-type]
            (Dropped("status", status, "no such value"),),
        )


def test_a_municipality_outside_the_counties_is_dropped_and_named(store: Store) -> None:
    for noun in NOUNS:
        found = choices(store, noun).read({"county": ["LT011"], "municipality": ["41", "21", "13"]})
        assert found.selection == Selection(county=("LT011",), municipality=("13", "41"), noun=noun)
        assert found.dropped == (Dropped("municipality", "21", "not in the chosen counties"),)


def test_filters_cover_every_field_once() -> None:
    covered = [name for filter_ in FILTERS for name in fields(filter_)]
    assert sorted(covered) == sorted(PARAMETERS)
    assert tuple(LABELS) == FILTERS


def test_active_filters_stand_in_the_order_in_which_they_are_told() -> None:
    assert active(Selection()) == active(Selection(noun="clusters")) == []
    many = Selection(organisation=("museum",), year_to=2020, undated=True, relevance=("all",), theme=("youth",), q="x")
    assert active(many) == ["q", "theme", "years", "relevance", "organisation"]


def test_a_selection_is_told_filter_by_filter(tiny_store: Store) -> None:
    selection = Selection(
        q="menas ir sveikata",
        theme=("youth", "ageing"),
        sector=("ict",),
        county=("LT011", "none"),
        municipality=("13",),
        place="led-from",
        fund=("esf",),
        year_from=2015,
        year_to=2020,
        kind=("lab",),
        status=("ongoing",),
        relevance=("context",),
        scope=("eu",),
        cluster=("one",),
        organisation=("museum", "charity"),
        collection=("all",),
    )
    assert choices(tiny_store).told(selection, EN) == [
        ("q", "Words", [("menas ir sveikata", "menas ir sveikata")]),
        ("theme", "Theme", [("ageing", "Ageing"), ("youth", "Youth")]),
        ("sector", "Sector", [("ict", "ICT")]),
        ("county", "County", [("LT011", "Vilnius County"), ("none", "no single county")]),
        ("municipality", "Municipality", [("13", "Vilnius City Municipality")]),
        ("place", "Place means", [("led-from", "led from")]),
        ("fund", "Fund", [("esf", "ESF")]),
        ("years", "Start", [("years", "2015–2020")]),
        ("kind", "Kind", [("lab", "lab")]),
        ("status", "Status", [("ongoing", "ongoing")]),
        ("relevance", "Relevance", [("context", "context")]),
        ("scope", "Scope", [("eu", "EU-wide")]),
        ("cluster", "Cluster", [("one", "One")]),
        ("organisation", "Organisation", [("charity", "Charity"), ("museum", "Museum")]),
        ("collection", "Collection", [("all", "all")]),
    ]


def test_the_default_tells_nothing_and_the_full_relevance_one_word(tiny_store: Store) -> None:
    known = choices(tiny_store)
    assert known.told(Selection(), EN) == []
    assert known.told(Selection(relevance=("core", "related", "context")), EN) == [
        ("relevance", "Relevance", [("all", "any")])
    ]
    two = known.told(Selection(relevance=("core", "context")), EN)
    assert two == [("relevance", "Relevance", [("context", "context"), ("core", "core")])]


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ({"year_from": 2015}, "from 2015"),
        ({"year_to": 2020}, "until 2020"),
        ({"year_from": 2015, "year_to": 2020}, "2015–2020"),
        ({"year_from": 2015, "year_to": 2015}, "2015"),
        ({"year_from": 2015, "undated": True}, "from 2015 or not stated"),
        ({"year_from": 2015, "year_to": 2020, "undated": True}, "2015–2020 or not stated"),
    ],
)
def test_years_are_told_as_one(tiny_store: Store, years: dict[str, int], words: str) -> None:
    assert choices(tiny_store).told(Selection(**years), EN) == [("years", "Start", [("years", words)])]


def test_the_values_of_another_noun_are_told_in_its_words(tiny_store: Store) -> None:
    selection = Selection(kind=("cluster-like",), status=("active",), noun="clusters")
    assert choices(tiny_store, "clusters").told(selection, LT)[0][2] == [
        ("cluster-like", "klasterį primenantis darinys")
    ]
    level = choices(tiny_store, "funding-streams").told(Selection(kind=("export",), noun="funding-streams"), EN)
    assert level == [("kind", "Kind", [("export", "project data export")])]


def test_braces_in_words_asked_for_are_told_as_they_are(tiny_store: Store) -> None:
    assert choices(tiny_store).told(Selection(q="{year} {0}"), EN) == [("q", "Words", [("{year} {0}", "{year} {0}")])]
