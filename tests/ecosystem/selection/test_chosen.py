"""Which records a selection means, worked out by hand on the tiny dataset; and its SQL: values bound, never written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.selection import Noun, Selection, several
from tests import tiny
from tests.ecosystem.selection.strategies import LISTS, NOUNS, examples, selections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecosystem.store import Store

IDS = "SELECT initiative_id AS id FROM initiatives JOIN chosen USING (n) ORDER BY initiative_id"
ROWS = {
    "clusters": "SELECT cluster_id AS id FROM chosen_clusters ORDER BY 1",
    "organisations": "SELECT organisation_id AS id FROM chosen_organisations ORDER BY 1",
    "funding-streams": "SELECT stream_id AS id FROM chosen_streams ORDER BY 1",
}
CULTURE = tiny.CULTURE
HOSTILE = "x') OR true --"
SPECIAL = ("all", "none")


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The tiny dataset with `tiny.TIED`."""
    with tiny.opened(tmp_path_factory.mktemp("tied"), tiny.TIED) as opened:
        yield opened


def _ids(store: Store, selection: Selection) -> str:
    return "".join(store.measure(IDS, selection)["id"].to_pylist())


def _others(store: Store, noun: Noun, selection: Selection) -> list[str]:
    return store.measure(ROWS[noun], selection, of=noun)["id"].to_pylist()


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, "abcefg"),
        ({"relevance": ("core",)}, "ac"),
        ({"relevance": ("related",)}, "befg"),
        ({"relevance": ("context",)}, "d"),
        ({"relevance": ("core", "context")}, "acd"),
        ({"relevance": ("all",)}, "abcdefg"),
        ({"relevance": ()}, "abcefg"),
        ({"collection": ("nowhere",)}, ""),
        ({"collection": ("all",)}, "abcefg"),
        ({"collection": ("nowhere", "ecosystem")}, "abcefg"),
        ({"theme": ("youth",)}, "abfg"),
        ({"theme": ("youth", "ageing")}, "abefg"),
        ({"theme": ("mobility",)}, ""),
        ({"theme": ("mobility",), "relevance": ("all",)}, "d"),
        ({"sector": (CULTURE,)}, "acf"),
        ({"sector": (CULTURE, "health")}, "acf"),
        ({"theme": ("youth",), "sector": ("education",)}, "ag"),
        ({"theme": ("youth",), "sector": ("health",)}, ""),
        ({"fund": ("erdf",)}, "afg"),
        ({"fund": ("esf", "not-stated")}, "be"),
        ({"kind": ("project",)}, "acfg"),
        ({"kind": ("service", "programme")}, "be"),
        ({"status": ("completed",)}, "aef"),
        ({"scope": ("municipal",)}, "ac"),
        ({"year_from": 2019, "year_to": 2019}, "aef"),
        ({"year_from": 2020}, "bg"),
        ({"year_to": 2021}, "abef"),
        ({"year_to": 2019, "undated": True}, "acef"),
        ({"year_from": 2023}, ""),
        ({"year_from": 2023, "undated": True}, "c"),
        ({"q": "museum"}, "af"),
        ({"q": "MUZIEJAUS"}, "af"),
        ({"q": "museum school"}, "a"),
        ({"q": "school museum"}, "a"),
        ({"q": "mokyklos"}, "a"),
        ({"q": "museum nothing"}, ""),
        ({"q": "useum"}, ""),
        ({"q": "fund"}, "ab"),
        ({"q": "Vilnius"}, "a"),
        ({"q": "charity"}, "a"),
    ],
)
def test_within_a_field_one_value_has_to_hold_between_fields_all(
    tiny_store: Store, asked: dict[str, object], ids: str
) -> None:
    assert _ids(tiny_store, Selection(**asked)) == ids  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"county": ("LT011",)}, "ae"),
        ({"county": ("LT022",)}, "e"),
        ({"county": ("LT023",)}, "be"),
        ({"county": ("LT029",)}, ""),
        ({"county": ("LT022", "LT023")}, "be"),
        ({"county": ("none",)}, "cfg"),
        ({"county": ("LT023", "none")}, "bcefg"),
        ({"municipality": ("13",)}, "ae"),
        ({"municipality": ("19",)}, "e"),
        ({"municipality": ("21",)}, ""),
        ({"municipality": ("none",)}, "bcfg"),
        ({"municipality": ("19", "none")}, "bcefg"),
        ({"county": ("LT023",), "municipality": ("none",)}, "b"),
        ({"county": ("LT011",), "municipality": ("none",)}, ""),
        ({"place": "led-from"}, "abcefg"),
        ({"place": "led-from", "county": ("LT011",)}, ""),
        ({"place": "led-from", "county": ("LT022",)}, "a"),
        ({"place": "led-from", "county": ("LT023",)}, "f"),
        ({"place": "led-from", "county": ("LT029",)}, "g"),
        ({"place": "led-from", "county": ("none",)}, "bce"),
        ({"place": "led-from", "municipality": ("19",)}, "a"),
        ({"place": "led-from", "municipality": ("21",)}, "f"),
        ({"place": "led-from", "municipality": ("none",)}, "bceg"),
        ({"cluster": ("one",)}, "ag"),  # the ministry, its coordinator, only pays for e
        ({"cluster": ("two",)}, "bc"),  # the museum is only its partner
        ({"cluster": ("one", "two")}, "abcg"),
        ({"organisation": ("ministry",)}, "e"),
        ({"organisation": ("charity",)}, "ag"),
        ({"organisation": ("city", "museum")}, "ac"),
        ({"period": ("2014-2020",)}, "ae"),
        ({"period": ("2021-2027",)}, "e"),
        ({"period": ("2014-2020",), "theme": ("youth",)}, "a"),
        ({"q": "helpers league"}, "ag"),
    ],
)
def test_places_and_ties_are_those_of_the_rules(tied: Store, asked: dict[str, object], ids: str) -> None:
    assert _ids(tied, Selection(**asked)) == ids  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "clusters", "organisations", "streams"),
    [
        ({}, "one two", "administration charity city ministry museum", "first second third"),
        ({"relevance": ("all",)}, "one two", "administration charity city ministry museum", "first second third"),
        ({"place": "led-from"}, "one two", "administration charity city ministry museum", "first second third"),
        ({"relevance": ("core",)}, "one two", "administration charity city museum", "first"),
        ({"theme": ("culture-and-creativity",)}, "two", "administration city", ""),
        ({"sector": ("social-services",)}, "two", "ministry", "first second"),
        ({"sector": ("education",)}, "one", "charity museum", "first"),
        ({"kind": ("programme",)}, "", "ministry", "first second"),
        ({"county": ("LT022",), "place": "led-from"}, "one", "charity museum", "first"),
        ({"theme": ("mobility",)}, "", "", ""),
    ],
)
def test_other_nouns_are_those_tied_to_a_chosen_initiative_all_when_nothing_narrows(
    tied: Store, asked: dict[str, object], clusters: str, organisations: str, streams: str
) -> None:
    found = {noun: " ".join(_others(tied, noun, Selection(**asked))) for noun in ROWS}  # type: ignore[arg-type]
    assert found == {"clusters": clusters, "organisations": organisations, "funding-streams": streams}


@pytest.mark.parametrize(
    ("noun", "asked", "ids"),
    [
        ("clusters", {"kind": ("cluster-like",)}, "two"),
        ("clusters", {"kind": ("cluster", "cluster-like")}, "one two"),
        ("clusters", {"status": ("active",)}, "one"),
        ("clusters", {"sector": ("ict", "finance")}, "one"),
        ("clusters", {"county": ("LT011",)}, "one"),
        ("clusters", {"county": ("LT022",)}, ""),
        ("clusters", {"municipality": ("none",)}, "two"),
        ("clusters", {"county": ("LT011", "none")}, "one two"),
        ("clusters", {"county": ("LT011",), "municipality": ("none",)}, ""),
        ("clusters", {"theme": ("ageing",)}, "two"),
        ("clusters", {"theme": ("ageing",), "kind": ("cluster",)}, ""),
        ("clusters", {"fund": ("erdf",)}, "one"),  # a cluster has no fund: that of its initiatives a, f, g
        ("clusters", {"period": ("2014-2020",)}, "one"),
        ("organisations", {"kind": ("ngo",)}, "charity"),
        ("organisations", {"kind": ("ngo", "ministry"), "theme": ("ageing",)}, "ministry"),
        ("organisations", {"sector": ("education",)}, ""),
        ("organisations", {"county": ("LT022",)}, "museum"),
        ("organisations", {"municipality": ("none",)}, "administration charity city"),
        ("organisations", {"county": ("LT011", "none"), "fund": ("esf",)}, "ministry"),
        ("funding-streams", {"kind": ("programme",)}, "second third"),
        ("funding-streams", {"fund": ("erdf",)}, "first"),
        ("funding-streams", {"period": ("2014-2020",)}, "first third"),
        ("funding-streams", {"period": ("2014-2020",), "fund": ("esf",)}, "third"),
        ("funding-streams", {"period": ("2021-2027",), "sector": ("education",)}, ""),
        ("funding-streams", {"county": ("LT022",)}, "first second"),  # of their initiatives: e
    ],
)
def test_on_a_page_of_its_own_a_noun_is_chosen_by_its_own_fields(
    tied: Store, noun: Noun, asked: dict[str, object], ids: str
) -> None:
    assert " ".join(_others(tied, noun, Selection(**asked, noun=noun))) == ids  # type: ignore[arg-type]


def test_a_nouns_own_fields_choose_no_initiatives(tied: Store) -> None:
    own = Selection(kind=("cluster",), status=("active",), sector=("ict",), county=("LT022",), noun="clusters")
    assert _ids(tied, own) == "abcefg"
    assert _others(tied, "organisations", own) == ["administration", "charity", "city", "ministry", "museum"]
    assert _ids(tied, own.having(theme=("ageing",))) == "be"


def test_on_a_page_of_initiatives_the_fields_of_clusters_are_those_of_initiatives(tied: Store) -> None:
    assert _others(tied, "clusters", Selection(kind=("service",))) == ["two"]
    assert _others(tied, "funding-streams", Selection(fund=("esf",))) == ["first", "second"]


def test_every_noun_of_a_measure_can_be_chosen(tiny_store: Store) -> None:
    assert get_args(Noun) == NOUNS
    for noun in NOUNS:
        counted = tiny_store.measure("SELECT count(*) AS rows FROM chosen", Selection(), of=noun)
        assert counted.to_pylist() == [{"rows": 6}]


def _named(text: str) -> set[str]:
    return set(re.findall(r"(?<!:):([a-z_]\w*)", text))


def test_values_are_bound_and_never_part_of_the_text() -> None:
    text, bound = Selection(collection=(HOSTILE,), relevance=("y'); DROP TABLE initiatives; --",)).chosen()
    assert bound == {"collection_0": HOSTILE, "relevance_0": "y'); DROP TABLE initiatives; --"}
    assert text == (
        "WITH chosen AS (SELECT n FROM initiatives WHERE collection IN (:collection_0) AND relevance IN (:relevance_0))"
    )


@pytest.mark.parametrize("noun", NOUNS)
@examples(100)
@given(data=st.data())
def test_exactly_the_values_that_the_text_names_are_bound(noun: Noun, data: st.DataObject) -> None:
    selection = data.draw(selections(noun, most=8))
    for of in NOUNS:
        text, bound = selection.chosen(of)
        assert _named(text) == set(bound)
    text, bound = several({"these": selection, "any_theme": selection.set_aside("theme"), "all": Selection()})
    assert _named(text) == set(bound)


@pytest.mark.parametrize("noun", NOUNS)
@examples(50)
@given(data=st.data())
def test_other_values_change_what_is_bound_and_not_the_text(noun: Noun, data: st.DataObject) -> None:
    selection = data.draw(selections(noun, most=8))
    anything = st.text(st.characters(codec="utf-8")).map(lambda text: HOSTILE + text)
    others = {
        name: tuple(value if value in SPECIAL else f"{data.draw(anything)}{n}" for n, value in enumerate(values))
        for name in set(LISTS) & set(selection.active)
        if (values := getattr(selection, name)) != ("context", "core", "related")
    }
    for of in NOUNS:
        assert selection.having(**others).chosen(of)[0] == selection.chosen(of)[0]


def test_several_selections_are_chosen_beside_each_other(tiny_store: Store) -> None:
    start, bound = several(
        {
            "young": Selection(theme=("youth",), q="museum"),
            "old": Selection(theme=("ageing",), year_to=2020),
            "here": Selection(county=("LT011", "none"), municipality=("13",), relevance=("all",)),
        }
    )
    found = {
        name: tiny_store.query(f"{start} SELECT initiative_id AS id FROM initiatives JOIN {name} USING (n)", **bound)
        for name in ("young", "old", "here")
    }
    assert {name: "".join(sorted(rows["id"].to_pylist())) for name, rows in found.items()} == {
        "young": "af",
        "old": "e",
        "here": "a",
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_value_finds_nothing_and_harms_nothing(tiny_store: Store, name: str) -> None:
    assert _ids(tiny_store, Selection(**{name: (HOSTILE,)})) == ""  # type: ignore[arg-type]
    for noun in ROWS:
        assert _others(tiny_store, noun, Selection(**{name: (HOSTILE,)}, noun=noun)) == []  # type: ignore[arg-type]
    assert _ids(tiny_store, Selection()) == "abcefg"


def test_hostile_words_are_words(tiny_store: Store) -> None:
    assert _ids(tiny_store, Selection(q=HOSTILE)) == ""
    assert _ids(tiny_store, Selection(q="museum') OR true --")) == ""
    assert _ids(tiny_store, Selection(q="museum%' --")) == "af"
