"""Who pays, and how much is stated."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecosystem import seed
from ecosystem.language import Language
from ecosystem.measures import funding
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.measures.funding import Stated
    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
ALL = ("core", "related", "context")
# In the order in which reasons are asked; each test gives their numbers in this order.
REASONS = ("no-amount", "other-kinds", "pays-others", "not-carried-out", "eu-wide", "parts-counted")
NO_FUND = ("{n} names no fund", "{n} name no fund")
NO_EU_FUND = ("{n} names EU funds without saying which", "{n} name EU funds without saying which")
NO_PAYER = ("{n} names no payer", "{n} name no payer")
any_relevances = st.lists(st.sampled_from([*ALL, "nothing"]), min_size=1, max_size=4)
with_store = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _left_out(stated: Stated) -> list[int]:
    """The numbers left out by the reasons that the embedded dataset knows; all its amounts are in euro."""
    assert list(stated.coverage.left_out) == [funding.REASONS[reason] for reason in (*REASONS, "other-currency")]
    *numbers, other_currency = stated.coverage.left_out.values()
    assert other_currency == 0
    return numbers


def test_the_sum_takes_a_and_c_and_says_why_it_takes_no_other(tiny_store: Store) -> None:
    # b states a part, e is a programme, g was terminated, f is the parent of a.
    stated = funding.stated(tiny_store, Selection())
    assert stated.total == Decimal("1500.50")
    assert (stated.coverage.records, stated.coverage.used) == (6, 2)
    assert _left_out(stated) == [0, 1, 1, 1, 0, 1]


@pytest.mark.parametrize(
    ("relevance", "total", "used", "left_out"),
    [
        (("core",), "1500.50", 2, [0, 0, 0, 0, 0, 0]),
        # Its part a is not chosen, so f is counted itself.
        (("related",), "5000.00", 1, [0, 1, 1, 1, 0, 0]),
        (("context",), "9999.00", 1, [0, 0, 0, 0, 0, 0]),
        (ALL, "11499.50", 3, [0, 1, 1, 1, 0, 1]),
    ],
)
def test_each_relevance_has_its_own_sum(
    tiny_store: Store, relevance: tuple[str, ...], total: str, used: int, left_out: list[int]
) -> None:
    stated = funding.stated(tiny_store, Selection(relevance=relevance))
    assert (stated.total, stated.coverage.used, _left_out(stated)) == (Decimal(total), used, left_out)


def _with(**values: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    return {"initiatives": [row | values.get(row["initiative_id"], {}) for row in tiny.TABLES["initiatives"]]}


@pytest.mark.parametrize(
    ("changes", "total", "left_out"),
    [
        # a alone is left, besides terminated g.
        (_with(c={"status": "applied"}, d={"status": "not-contracted"}), "1000", [0, 1, 1, 3, 0, 1]),
        (_with(c={"scope": "eu"}, d={"kind": "call"}), "1000", [0, 1, 2, 1, 1, 1]),
        # The first reason that holds is the one that is given.
        (_with(c={"scope": "eu", "kind": "call", "status": "applied"}), "10999", [0, 1, 2, 1, 0, 1]),
        # Without a total of its part a, the parent f is counted itself.
        (tiny.changed("initiative_amounts", 0, kind="granted"), "15499.50", [0, 2, 1, 1, 0, 0]),
        (tiny.changed("initiative_relations", 0, kind="follows"), "16499.50", [0, 1, 1, 1, 0, 0]),
        # Without the amounts of a, b and c.
        ({"initiative_amounts": tiny.TABLES["initiative_amounts"][3:]}, "14999", [3, 0, 1, 1, 0, 0]),
    ],
)
def test_what_may_not_be_added_is_left_out_with_its_reason(
    tmp_path: Path, changes: dict[str, list[dict[str, str]]], total: str, left_out: list[int]
) -> None:
    with tiny.opened(tmp_path, changes) as store:
        stated = funding.stated(store, Selection(relevance=ALL))
    assert (stated.total, _left_out(stated)) == (Decimal(total), left_out)
    assert stated.coverage.used == 7 - sum(left_out)


def test_another_currency_is_never_added_to_euro(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiative_amounts", 2, currency="USD")) as store:
        stated = funding.stated(store, Selection())
    assert (stated.total, stated.coverage.used) == (Decimal(1000), 1)


def test_where_no_amount_is_stated_the_sum_is_not_known_rather_than_zero(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, {"initiative_amounts": []}) as store:
        stated = funding.stated(store, Selection())
    assert stated.total is None
    assert _left_out(stated) == [6, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("selection", [Selection(collection=("nobody",)), Selection(relevance=("nothing",))], ids=str)
def test_without_initiatives_nobody_pays_and_no_sum_is_known(tiny_store: Store, selection: Selection) -> None:
    stated = funding.stated(tiny_store, selection)
    assert (stated.total, stated.coverage.share, _left_out(stated)) == (None, None, [0, 0, 0, 0, 0, 0])
    for answer in (funding.by_fund(tiny_store, selection), funding.by_payer(tiny_store, selection)):
        assert answer.frame.empty
        assert (answer.coverage.records, answer.coverage.used) == (0, 0)
        assert answer.summary(LT) == "Nenurodytas nė vienas finansuotojas."
        assert answer.summary(EN) == "Nobody who pays is named."


def test_funds_stand_by_how_many_initiatives_name_them(tiny_store: Store) -> None:
    answer = funding.by_fund(tiny_store, Selection())
    assert answer.frame.to_dict("list") == {
        "fund": ["erdf", "esf"],
        "fund_lt": ["ERPF", "ESF"],
        "fund_en": ["ERDF", "ESF"],
        "initiatives": [3, 1],
    }
    assert answer.coverage == Coverage(6, 4, {NO_FUND: 1, NO_EU_FUND: 1})
    assert answer.summary(LT) == "Dažniausiai nurodoma: ERPF, 3 iniciatyvos."
    assert answer.summary(EN) == "Named most often: ERDF, 3 initiatives."


def test_a_budget_in_another_currency_is_left_out_and_said_so(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiative_amounts", 0, currency="LTL")) as store:
        stated = funding.stated(store, Selection())
    # Only c is left; f is counted itself, for its part states no euro.
    assert (stated.total, stated.coverage.used) == (Decimal("5500.50"), 2)
    assert stated.coverage.left_out[funding.REASONS["other-currency"]] == 1


def test_payers_of_one_lithuanian_name_are_one(tmp_path: Path) -> None:
    with tiny.opened(tmp_path, tiny.changed("initiatives", 1, payer_en="Another name")) as store:
        answer = funding.by_payer(store, Selection())
    assert answer.frame["payer_en"].tolist() == ["A fund", "English payer"]
    assert answer.frame["initiatives"].tolist() == [2, 1]


def test_payers_stand_by_how_many_initiatives_name_them(tiny_store: Store) -> None:
    answer = funding.by_payer(tiny_store, Selection())
    assert list(answer.frame.columns) == ["payer_lt", "payer_en", "initiatives"]
    assert answer.frame["payer_en"].tolist() == ["A fund", "English payer"]
    assert answer.frame["payer_lt"].fillna("–").tolist() == ["Fondas", "–"]
    assert answer.frame["initiatives"].tolist() == [2, 1]
    assert answer.coverage == Coverage(6, 3, {NO_PAYER: 3})
    assert answer.summary(LT) == "Dažniausiai nurodoma: Fondas, 2 iniciatyvos."
    assert answer.summary(EN) == "Named most often: A fund, 2 initiatives."


def test_a_payer_known_in_english_only_is_marked_in_lithuanian(tmp_path: Path) -> None:
    rows = [
        row | {"payer_en": "English payer" if row["initiative_id"] == "c" else "", "payer_lt": ""}
        for row in tiny.TABLES["initiatives"]
    ]
    with tiny.opened(tmp_path, {"initiatives": rows}) as store:
        answer = funding.by_payer(store, Selection())
    assert answer.summary(LT) == "Dažniausiai nurodoma: English payer (EN), 1 iniciatyva."
    assert answer.summary(EN) == "Named most often: English payer, 1 initiative."
    assert answer.coverage == Coverage(6, 1, {NO_PAYER: 5})


def test_the_embedded_sum_rests_on_63_of_428_initiatives(store: Store) -> None:
    stated = funding.stated(store, Selection())
    assert stated.total == Decimal("154548306.14")
    assert (stated.coverage.records, stated.coverage.used) == (428, 63)
    assert _left_out(stated) == [324, 18, 22, 1, 0, 0]
    assert not stated.coverage.enough


def test_of_the_embedded_initiatives_119_name_no_fund_and_15_no_eu_fund(store: Store) -> None:
    answer = funding.by_fund(store, Selection())
    assert answer.coverage == Coverage(428, 294, {NO_FUND: 119, NO_EU_FUND: 15})
    assert answer.frame["fund"].tolist()[:3] == ["eea-norway-grants", "interreg", "erdf"]
    assert answer.frame["initiatives"].tolist()[:3] == [38, 33, 29]
    assert "not-stated" not in answer.frame["fund"].tolist()


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (seed.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _chosen(relevance: list[str]) -> dict[str, dict[str, str]]:
    rows = _rows("initiatives")
    return {
        row["initiative_id"]: row for row in rows if row["collection"] == "ecosystem" and row["relevance"] in relevance
    }


@with_store
@given(relevance=any_relevances)
def test_the_sum_is_that_of_the_files(store: Store, relevance: list[str]) -> None:
    chosen = _chosen(relevance)
    amounts = _rows("initiative_amounts")
    some = {row["initiative_id"] for row in amounts}
    totals = {row["initiative_id"]: Decimal(row["amount"]) for row in amounts if row["kind"] == "total"}
    parents = {
        row["related_id"]
        for row in _rows("initiative_relations")
        if row["kind"] == "part-of" and row["initiative_id"] in chosen and row["initiative_id"] in totals
    }
    left, added = Counter[str](), []
    for id_, row in chosen.items():
        holds = {
            "no-amount": id_ not in some,
            "other-kinds": id_ not in totals,
            "pays-others": row["kind"] in ("programme", "call"),
            "not-carried-out": row["status"] in ("applied", "not-contracted", "terminated"),
            "eu-wide": row["scope"] == "eu",
            "parts-counted": id_ in parents,
        }
        first = next((reason for reason in REASONS if holds[reason]), None)
        if first:
            left[first] += 1
        else:
            added.append(totals[id_])
    stated = funding.stated(store, Selection(relevance=tuple(relevance)))
    assert stated.total == (sum(added) if added else None)
    assert (stated.coverage.records, stated.coverage.used) == (len(chosen), len(added))
    assert _left_out(stated) == [left[reason] for reason in REASONS]


@with_store
@given(relevance=any_relevances)
def test_funds_count_as_the_file_does(store: Store, relevance: list[str]) -> None:
    counted = Counter(row["fund"] for row in _chosen(relevance).values())
    unknown = {NO_FUND: counted.pop("not-stated", 0), NO_EU_FUND: counted.pop("eu-fund-not-stated", 0)}
    answer = funding.by_fund(store, Selection(relevance=tuple(relevance)))
    pairs = list(zip(answer.frame["fund"], answer.frame["initiatives"], strict=True))
    assert pairs == sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    used = sum(counted.values())
    assert answer.coverage == Coverage(used + sum(unknown.values()), used, unknown)


@with_store
@given(relevance=any_relevances)
def test_payers_count_as_the_file_does(store: Store, relevance: list[str]) -> None:
    counted = Counter(row["payer_lt"] or row["payer_en"] for row in _chosen(relevance).values())
    unnamed = counted.pop("", 0)
    answer = funding.by_payer(store, Selection(relevance=tuple(relevance)))
    frame = answer.frame.fillna({"payer_lt": "", "payer_en": ""})
    names = [lt or en for lt, en in zip(frame["payer_lt"], frame["payer_en"], strict=True)]
    assert dict(zip(names, frame["initiatives"], strict=True)) == counted
    assert frame["initiatives"].tolist() == sorted(counted.values(), reverse=True)
    used = sum(counted.values())
    assert answer.coverage == Coverage(used + unnamed, used, {NO_PAYER: unnamed})
