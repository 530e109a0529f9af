"""What initiatives carry several of, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecosystem.measures.tags import LISTS, tags
from ecosystem.selection import Selection
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

CULTURE = (tiny.CULTURE, "Kultūra ir kūrybinės industrijos", "Culture and creative industries")
EDUCATION = ("education", "Švietimas", "Education")
HEALTH = ("health", "Sveikata", "Health")
SERVICES = ("social-services", "Socialinės paslaugos", "Social services")
YOUTH = ("youth", "Jaunimas", "Youth")
AGEING = ("ageing", "Senėjimas", "Ageing")
CREATIVITY = ("culture-and-creativity", "Kultūra ir kūrybingumas", "Culture and creativity")
# Numbers are given in the order of ids: a 1, b 2, c 3, d 4, e 5, f 6, g 7.
A, B, C, D, E, F, G = range(1, 8)
STREAM = {"level": "programme", "fund": "erdf", "period": "2014-2020", "start_year": "2014", "end_year": "2020"} | {
    "is_social_innovation": "no",
    "description_en": "A stream",
    "description_lt": "Srautas",
}
STRATEGY = {"strategy_id": "s", "name_en": "Plan", "name_lt": "Planas", "owner_en": "Owner", "owner_lt": "Savininkas"}
CARRIED = {
    "funding_streams": [
        STREAM | {"stream_id": "p", "programme_en": "Programme", "programme_lt": "Programa"},
        STREAM
        | {"stream_id": "o", "programme_en": "Programme", "programme_lt": "Programa"}
        | {"priority_en": "Priority", "priority_lt": "Prioritetas"}
        | {"objective_en": "Objective", "objective_lt": "Uždavinys"},
        STREAM | {"stream_id": "nameless"},
    ],
    "initiative_streams": [
        {"initiative_id": "a", "stream_id": stream, "certainty": "stated"} for stream in ("p", "o", "nameless")
    ],
    "strategies": [STRATEGY | {"says_en": "Says", "says_lt": "Sako"}],
    "strategy_aims": [
        {"aim_id": "s-2", "strategy_id": "s", "aim_en": "Second", "aim_lt": "Antras"},
        {"aim_id": "s-1", "strategy_id": "s", "aim_en": "First", "aim_lt": "Pirmas"},
    ],
    "initiative_aims": [{"initiative_id": "a", "aim_id": aim, "certainty": "theme"} for aim in ("s-2", "s-1")],
    "initiative_places": [
        {"initiative_id": "a", "level": "municipality", "code": "13", "role": "takes-place"},
        {"initiative_id": "a", "level": "municipality", "code": "13", "role": "main"},
        {"initiative_id": "a", "level": "county", "code": "LT021", "role": "takes-place"},
    ],
    "initiative_partners": [
        {"initiative_id": "a", "organisation_id": organisation, "role": role, "name_stated": "stated"}
        for organisation, role in (("museum", "lead"), ("museum", "host"), ("charity", "partner"))
    ],
    "initiative_amounts": [
        {"initiative_id": "a", "kind": kind, "amount": amount, "currency": "EUR", "basis": "exact"}
        for kind, amount in (("granted", "7.50"), ("eu", "850"), ("total", "1000"))
    ],
    "milestones": [
        {"initiative_id": id_, "date": date, "title_en": date, "title_lt": f"{date} lt"}
        for id_, date in (("a", "2020-02-03"), ("b", "2018"), ("a", "2021"), ("a", "2019-12"))
    ],
}


def test_each_list_has_its_words_in_both_languages_in_order_of_codes(tiny_store: Store) -> None:
    assert tags(tiny_store, Selection(), ("themes", "sectors")) == {
        (A, "themes"): [YOUTH],
        (A, "sectors"): [CULTURE, EDUCATION],
        (B, "themes"): [AGEING, YOUTH],
        (B, "sectors"): [SERVICES],
        (C, "themes"): [CREATIVITY],
        (C, "sectors"): [CULTURE, HEALTH],
        (E, "themes"): [AGEING],
        (E, "sectors"): [SERVICES],
        (F, "themes"): [YOUTH],
        (F, "sectors"): [CULTURE],
        (G, "themes"): [YOUTH],
        (G, "sectors"): [EDUCATION],
    }


def test_a_name_that_is_not_known_in_a_language_is_none(tiny_store: Store) -> None:
    assert tags(tiny_store, Selection(), ("partners", "places")) == {
        (A, "partners"): [("charity", None, "Charity"), ("museum", "Muziejus", "Museum")],
        (A, "places"): [("13", "Vilniaus m. sav.", "Vilnius City Municipality")],
        (C, "partners"): [("administration", None, "Administration"), ("city", "Miestas", "City")],
    }


def test_what_is_carried_in_two_roles_is_carried_once(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, CARRIED) as store:
        carried = tags(store, Selection(relevance=("core",)), ("partners", "places", "streams", "aims"))
    assert carried == {
        (A, "partners"): [("charity", None, "Charity"), ("museum", "Muziejus", "Museum")],
        (A, "places"): [
            ("13", "Vilniaus m. sav.", "Vilnius City Municipality"),
            ("LT021", "Alytaus apskritis", "Alytus County"),
        ],
        # What has no other name is named by what it is.
        (A, "streams"): [
            ("nameless", "Srautas", "A stream"),
            ("o", "Uždavinys", "Objective"),
            ("p", "Programa", "Programme"),
        ],
        (A, "aims"): [("s-1", "Pirmas", "First"), ("s-2", "Antras", "Second")],
    }


def test_only_chosen_initiatives_among_the_numbers_are_answered(tiny_store: Store) -> None:
    # d is context.
    assert tags(tiny_store, Selection(), ("themes",), [G, A, D]) == {(A, "themes"): [YOUTH], (G, "themes"): [YOUTH]}
    assert tags(tiny_store, Selection(relevance=("context",)), ("themes",), [G, A, D]) == {
        (D, "themes"): [("mobility", "Judumas", "Mobility")]
    }


@pytest.mark.parametrize("numbers", [[], [99]])
def test_without_numbers_nothing_is_answered(tiny_store: Store, numbers: list[int]) -> None:
    assert tags(tiny_store, Selection(), LISTS, numbers) == {}


def test_without_initiatives_nothing_is_answered(tiny_store: Store) -> None:
    assert tags(tiny_store, Selection(collection=("nobody",)), LISTS) == {}


def test_the_embedded_initiatives_carry_what_their_tables_hold(store: Store) -> None:
    everything = Selection(relevance=("all",), collection=("all",))
    carried = tags(store, everything, LISTS)
    counts = {name: sum(len(found) for (_, list_), found in carried.items() if list_ == name) for name in LISTS}
    # Partners: 879 different pairs of the 908 rows.
    assert counts == {
        "themes": 1233,
        "sectors": 1066,
        "places": 242,
        "partners": 879,
        "streams": 140,
        "aims": 132,
    }
    assert carried == tags(store, everything, LISTS, range(1, 447))
