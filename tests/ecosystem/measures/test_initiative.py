"""One initiative and all that the store knows of it, whatever the filters are."""

from __future__ import annotations

import contextlib
import datetime
import math
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ecosystem.measures import initiative
from ecosystem.store import Store
from tests import tiny
from tests.ecosystem.measures.test_tags import CARRIED
from tests.ecosystem.selection.strategies import ORACLE

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from ecosystem.measures.initiative import Profile

    Profiles = dict[str, Profile]
    Linked = dict[str, list[dict[str, str]]]

BACK = {"part-of": "parts", "follows": "followed-by", "related": "related"}
RANKED = ("lead", "host", "partner", "beneficiary", "funder")
FRAMES = {
    "themes": "code name_lt name_en",
    "sectors": "code name_lt name_en",
    "participants": "organisation_id name_lt name_en role_name_lt role_name_en kind_name_lt kind_name_en name_stated",
    "milestones": "date date_precision title_lt title_en source_url",
    "amounts": "kind_name_lt kind_name_en amount currency basis_name_lt basis_name_en",
    "places": "level code name_lt name_en city role_name_lt role_name_en",
    "streams": "stream_id fund_name_lt fund_name_en period name_lt name_en certainty_name_lt certainty_name_en",
    "aims": "aim_lt aim_en strategy_lt strategy_en period certainty_name_lt certainty_name_en",
    "relations": "relation initiative_id title_lt title_en",
    "similar": "initiative_id title_lt title_en shared tags",
}


def _profile(store: Store, id_: str) -> Profile:
    found = initiative.profile(store, id_)
    assert found is not None
    return found


def _rows(frame: pd.DataFrame, columns: str) -> list[tuple[object, ...]]:
    plain = frame[columns.split()].astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def _similar(store: Store, id_: str) -> list[tuple[object, ...]]:
    return _rows(_profile(store, id_).similar, "initiative_id shared tags")


@pytest.mark.parametrize("id_", ["", "nobody", "A", "a ", "' OR true --", "\0", "a" * 100_000])
def test_of_an_unknown_id_there_is_no_profile(tiny_store: Store, id_: str) -> None:
    assert initiative.profile(tiny_store, id_) is None


def test_the_facts_are_the_row_with_the_words_of_its_codes(tiny_store: Store) -> None:
    facts = _profile(tiny_store, "a").facts
    said = [(facts[name], facts[f"{name}_lt"], facts[f"{name}_en"]) for name in ("kind", "scope", "fund")]
    assert said[0] == ("project", "projektas", "project")
    assert said[1:] == [("municipal", "vietos (savivaldybės)", "local (municipal)"), ("erdf", "ERPF", "ERDF")]
    assert (facts["title_lt"], facts["title_en"]) == ("Muziejaus mokykla", "Museum school")
    assert (facts["start_date"], facts["start_date_precision"]) == (datetime.date(2019, 5, 1), "month")
    assert (facts["lead_id"], facts["lead_lt"], facts["lead_en"]) == ("museum", "Muziejus", "Museum")
    assert (facts["cluster_id"], facts["cluster_lt"], facts["cluster_en"]) == (None, None, None)
    assert (facts["cci_subsector"], facts["cci_subsector_lt"], facts["goal_en"]) == (None, None, None)


def test_a_cluster_is_named(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiatives", 0, cluster_id="two")) as store:
        facts = _profile(store, "a").facts
    assert (facts["cluster_id"], facts["cluster_lt"], facts["cluster_en"]) == ("two", "Du", "Two")


def test_each_frame_has_its_columns_even_when_it_is_empty(tiny_store: Store) -> None:
    for id_ in "abcdefg":
        profile = _profile(tiny_store, id_)
        assert {name: " ".join(getattr(profile, name)) for name in FRAMES} == FRAMES


def test_a_profile_outside_the_default_is_found(tiny_store: Store) -> None:
    profile = _profile(tiny_store, "d")
    assert profile.facts["relevance"] == "context"
    assert [name for name in FRAMES if not getattr(profile, name).empty] == ["themes", "sectors", "amounts"]


def test_what_an_initiative_carries_stands_in_order(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, CARRIED) as store:
        profile = _profile(store, "a")
    assert _rows(profile.themes, "code name_lt name_en") == [("youth", "Jaunimas", "Youth")]
    assert profile.sectors["code"].tolist() == [tiny.CULTURE, "education"]
    assert _rows(profile.participants, "organisation_id name_lt name_en role_name_en kind_name_en name_stated") == [
        ("museum", "Muziejus", "Museum", "lead partner, host", "cultural institution", "stated"),
        ("charity", None, "Charity", "partner", "non-governmental organisation (NGO)", "stated"),
    ]
    assert profile.participants["role_name_lt"][0] == "projekto vykdytojas, priimančioji institucija"
    assert _rows(profile.milestones, "date date_precision title_lt title_en") == [
        (datetime.date(2019, 12, 1), "month", "2019-12 lt", "2019-12"),
        (datetime.date(2020, 2, 3), "day", "2020-02-03 lt", "2020-02-03"),
        (datetime.date(2021, 1, 1), "year", "2021 lt", "2021"),
    ]
    assert _rows(profile.amounts, "kind_name_en amount currency basis_name_en") == [
        ("total budget", 1000.0, "EUR", "exact"),
        ("EU contribution", 850.0, "EUR", "exact"),
        ("granted", 7.5, "EUR", "exact"),
    ]
    assert _rows(profile.places, "level code name_lt city role_name_en") == [
        ("county", "LT021", "Alytaus apskritis", None, "takes place in"),
        ("municipality", "13", "Vilniaus miesto savivaldybė", None, "main place"),
        ("municipality", "13", "Vilniaus miesto savivaldybė", None, "takes place in"),
    ]
    assert _rows(profile.streams, "stream_id fund_name_en period name_lt name_en certainty_name_en") == [
        ("nameless", "ERDF", "2014-2020", "Srautas", "A stream", "stated by the source"),
        ("o", "ERDF", "2014-2020", "Uždavinys", "Objective", "stated by the source"),
        ("p", "ERDF", "2014-2020", "Programa", "Programme", "stated by the source"),
    ]
    first, second = _rows(profile.aims, "aim_lt aim_en strategy_lt strategy_en certainty_name_en")
    assert first == ("Pirmas", "First", "Planas", "Plan", "by theme")
    assert second == ("Antras", "Second", "Planas", "Plan", "by theme")


def test_leads_stand_first_and_funders_last(tmp_path: Path) -> None:
    roles = [("city", "funder"), ("ministry", "beneficiary"), ("charity", "partner"), ("museum", "host")]
    roles += [("administration", "lead"), ("charity", "funder")]
    partners = [{"initiative_id": "b", "organisation_id": who, "role": role, "name_stated": who} for who, role in roles]
    with tiny.opened(tmp_path, {"initiative_partners": partners}) as store:
        participants = _profile(store, "b").participants
    assert _rows(participants, "organisation_id role_name_en") == [
        ("administration", "lead partner"),
        ("museum", "host"),
        ("charity", "partner, funder"),
        ("ministry", "beneficiary"),
        ("city", "funder"),
    ]


def test_a_relation_is_told_on_both_sides(tmp_path: Path) -> None:
    pairs = [("a", "f", "part-of"), ("b", "f", "part-of"), ("e", "a", "follows"), ("a", "c", "related")]
    relations = [{"initiative_id": one, "related_id": other, "kind": kind} for one, other, kind in pairs]
    with tiny.opened(tmp_path, {"initiative_relations": relations}) as store:
        told = {id_: _rows(_profile(store, id_).relations, "relation initiative_id") for id_ in "abcdefg"}
    assert told == {
        "a": [("followed-by", "e"), ("part-of", "f"), ("related", "c")],
        "b": [("part-of", "f")],
        "c": [("related", "a")],
        "d": [],
        "e": [("follows", "a")],
        "f": [("parts", "a"), ("parts", "b")],  # Muziejaus mokykla, Pagalbos linija
        "g": [],
    }


def test_similar_ones_share_half_of_all_tags_and_are_not_related_otherwise(tiny_store: Store) -> None:
    # a: culture, education, youth; f shares two of three too, but a is its part. b: social services, ageing, youth.
    told = {id_: _similar(tiny_store, id_) for id_ in "abcdefg"}
    assert {id_: similar for id_, similar in told.items() if similar} == {
        "a": [("g", 2, 3)],
        "b": [("e", 2, 3)],
        "e": [("b", 2, 3)],
        "g": [("a", 2, 3)],
    }


def test_exactly_half_is_enough_and_another_collection_is_not_compared(tmp_path: Path) -> None:
    # g: education, ict, youth; with a two of four.
    sectors = [*tiny.TABLES["initiative_sectors"], {"initiative_id": "g", "sector": "ict"}]
    with tiny.opened(tmp_path / "half", {"initiative_sectors": sectors}) as store:
        assert _similar(store, "a") == [("g", 2, 4)]
    with tiny.opened(tmp_path / "other", tiny.changed("initiatives", 6, collection=("imported",))) as store:
        assert (_similar(store, "a"), _similar(store, "g")) == ([], [])


def test_the_five_closest_are_told_and_titles_decide_between_equals(tmp_path: Path) -> None:
    changes = {
        "initiative_themes": [{"initiative_id": id_, "theme": "youth"} for id_ in "abcdefg"],
        "initiative_sectors": [{"initiative_id": id_, "sector": "ict"} for id_ in "bcdefg"],
        "initiative_relations": [],
    }
    with tiny.opened(tmp_path, changes) as store:
        # Of c: d Autobusas, f Muziejai, g Nutrauktas, b Pagalbos linija, e Senatvės programa; a shares one of two.
        assert _similar(store, "c") == [(id_, 2, 2) for id_ in "dfgbe"]
        assert _similar(store, "a") == [(id_, 1, 2) for id_ in "dcfgb"]


@pytest.fixture(scope="module")
def profiles(embedded_path: Path) -> Profiles:
    """The profile of every embedded initiative."""
    with contextlib.closing(Store.open(embedded_path)) as store, ThreadPoolExecutor(4) as pool:
        return dict(zip(ORACLE.rows, pool.map(lambda id_: _profile(store, id_), ORACLE.rows), strict=True))


def _of(table: str) -> Linked:
    found: Linked = defaultdict(list)
    for row in ORACLE.table(table):
        found[row["initiative_id"]].append(row)
    return found


def _words(vocabulary: str) -> dict[str, str]:
    return {row["code"]: row["en"] for row in ORACLE.table("vocabularies") if row["vocabulary"] == vocabulary}


def test_every_embedded_profile_tells_what_its_tables_hold(profiles: Profiles) -> None:
    assert len(profiles) == 446
    themes, sectors, places = _of("initiative_themes"), _of("initiative_sectors"), _of("initiative_places")
    streams, aims, amounts = _of("initiative_streams"), _of("initiative_aims"), _of("initiative_amounts")
    kinds, said = _words("amount-kind"), {row["aim_id"]: row["aim_en"] for row in ORACLE.table("strategy_aims")}
    for id_, found in profiles.items():
        assert found.facts["initiative_id"] == id_
        assert found.themes["code"].tolist() == sorted(row["theme"] for row in themes[id_])
        assert found.sectors["code"].tolist() == sorted(row["sector"] for row in sectors[id_])
        assert _rows(found.places, "level code") == sorted((row["level"], row["code"]) for row in places[id_])
        assert sorted(found.streams["stream_id"]) == sorted(row["stream_id"] for row in streams[id_])
        assert sorted(found.aims["aim_en"]) == sorted(said[row["aim_id"]] for row in aims[id_])
        expected = {(kinds[row["kind"]], float(row["amount"]), row["currency"]) for row in amounts[id_]}
        assert set(_rows(found.amounts, "kind_name_en amount currency")) == expected
        assert "total budget" not in found.amounts["kind_name_en"].tolist()[1:]
        assert all(math.isfinite(amount) for amount in found.amounts["amount"])


def test_every_embedded_profile_tells_each_body_once_with_all_its_roles(profiles: Profiles) -> None:
    words, partners = _words("role"), _of("initiative_partners")
    for id_, found in profiles.items():
        roles: dict[str, list[str]] = defaultdict(list)
        for row in sorted(partners[id_], key=lambda row: RANKED.index(row["role"])):
            roles[row["organisation_id"]].append(row["role"])
        told = dict(_rows(found.participants, "organisation_id role_name_en"))
        assert len(told) == len(found.participants)
        assert told == {body: ", ".join(words[role] for role in held) for body, held in roles.items()}
        ranks = [RANKED.index(roles[body][0]) for body in told]
        assert ranks == sorted(ranks)


def test_every_embedded_profile_tells_its_milestones_in_order_of_time(profiles: Profiles) -> None:
    milestones = _of("milestones")
    for id_, found in profiles.items():
        rows = _rows(found.milestones, "date date_precision title_en")
        told = [(str(date)[: {"year": 4, "month": 7, "day": 10}[exact]], title) for date, exact, title in rows]
        assert sorted(told) == sorted((row["date"], row["title_en"]) for row in milestones[id_])
        assert found.milestones["date"].is_monotonic_increasing


def test_embedded_relations_are_told_on_both_sides(profiles: Profiles) -> None:
    told = {
        (id_, relation, other)
        for id_, found in profiles.items()
        for relation, other in _rows(found.relations, "relation initiative_id")
    }
    stated = {(row["initiative_id"], row["kind"], row["related_id"]) for row in ORACLE.table("initiative_relations")}
    assert len(stated) == 95
    assert told == stated | {(other, BACK[relation], id_) for id_, relation, other in stated}
    assert sum(len(found.relations) for found in profiles.values()) == 190


def test_embedded_similar_ones_are_the_five_closest_of_those_not_related(profiles: Profiles) -> None:
    themes, sectors = ORACLE.codes["theme"], ORACLE.codes["sector"]
    assert not set.union(*themes.values()) & set.union(*sectors.values())
    tags = {id_: themes[id_] | sectors[id_] for id_ in profiles}
    # Only the order of Lithuanian titles is taken from the store.
    titles = {id_: found.facts["title_lt_sort"] for id_, found in profiles.items()}
    related = {id_: set(found.relations["initiative_id"]) for id_, found in profiles.items()}
    for id_, found in profiles.items():
        close = []
        for other in profiles.keys() - related[id_] - {id_}:
            shared, either = len(tags[id_] & tags[other]), len(tags[id_] | tags[other])
            if 2 * shared >= either:
                close.append((-Fraction(shared, either), -shared, titles[other], other, shared, either))
        expected = [(other, shared, either) for *_, other, shared, either in sorted(close)[:5]]
        assert _rows(found.similar, "initiative_id shared tags") == expected


def test_the_project_behind_this_dashboard_is_told_whole(profiles: Profiles) -> None:
    found = profiles["cci-cross-sector-social-innovation"]
    dates = " ".join(map(str, found.milestones["date"]))
    assert dates == "2024-11-20 2024-12-03 2024-12-11 2025-02-20 2025-02-28"
    relations = _rows(found.relations, "relation initiative_id")
    assert relations[0] == ("part-of", "create-lithuania-programme")
    assert sorted(id_ for relation, id_ in relations[1:] if relation == "related") == [
        "ai-act-authority-competences",
        "fez-high-tech-business-development",
        "foreigners-integration-strategic-model",
        "life-sciences-regulatory-sandbox",
        "lithuanian-defence-ecosystem",
        "unified-public-transport-ticketing",
    ]
    assert found.aims["certainty_name_en"].tolist() == ["stated by the source", "stated by the source"]
    assert _rows(found.participants, "organisation_id role_name_en") == [("lrkm", "lead partner, host")]
