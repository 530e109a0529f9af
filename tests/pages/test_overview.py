"""The overview: its figures, coverage and words, in both languages and with nothing to show."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from ecosystem import seed
from ecosystem.store import Store
from tests import tiny
from tests.pages.opened import opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("shared")
def test_the_figures_say_what_they_rest_on_in_lithuanian() -> None:
    page = opened("lt")
    shown = {metric.label: metric.value for metric in page.metric}
    assert shown == {
        "Iniciatyvos": "428",
        "Vykdomos": "57",
        "Dalyvauja kultūra": "28\xa0%",
        "Organizacijos": "780",
        "Klasteriai": "59",
        "Nurodyta, mln. €": "154,5",
    }
    captions = [caption.value for caption in page.caption]
    assert captions[:7] == [
        "2026-11-24 duomenys iš viešų puslapių",
        "pagrindinių – 172",
        "būklė nežinoma – 93",
        "87 iš 310 bendrosios paieškos įrašų",
        "dar 92 be ryšio",
        "veikia 25, nežinoma 30",
        "nurodo 63 iš 428 iniciatyvų",
    ]
    assert "Remiasi įrašais: 271 iš 428; 157 iniciatyvos nenurodo pradžios." in captions


@pytest.mark.usefixtures("shared")
def test_the_figures_say_what_they_rest_on_in_english() -> None:
    page = opened("en")
    shown = {metric.label: metric.value for metric in page.metric}
    assert shown["Stated, € million"] == "154.5"
    assert shown["Culture takes part"] == "28%"
    captions = [caption.value for caption in page.caption]
    assert "Rests on 294 of 428 records; 119 name no fund, 15 name EU funds without saying which." in captions


@pytest.mark.usefixtures("shared")
def test_a_payer_without_a_lithuanian_name_is_marked() -> None:
    page = opened("lt")
    payers = next(frame.value for frame in page.dataframe if "Finansuotojas" in frame.value.columns)
    marked = [name for name in payers["Finansuotojas"] if name.endswith("(EN)")]
    assert "Emergency grants (osfl.lt) (EN)" in marked
    assert not [name for name in payers["Finansuotojas"] if name.endswith("(LT)")]


def test_without_any_record_every_card_says_so_and_nothing_is_zero_by_mistake(
    shared_path: Path, tmp_path: Path
) -> None:
    nothing: dict[str, list[dict[str, str]]] = {name: [] for name in tiny.TABLES}
    seed.build(tiny.write(tmp_path / "data", nothing), shared_path)
    page = opened("en")
    shown = {metric.label: metric.value for metric in page.metric}
    assert shown["Initiatives"] == "0"
    assert shown["Culture takes part"] == "–"
    assert shown["Stated, €"] == "–"
    assert "Rests on 0 of 0 records." in [caption.value for caption in page.caption]


def test_above_half_coverage_the_sum_is_a_total(shared_path: Path, tmp_path: Path) -> None:
    only = [row for row in tiny.TABLES["initiatives"] if row["initiative_id"] == "a"]
    amounts = [row for row in tiny.TABLES["initiative_amounts"] if row["initiative_id"] == "a"]
    fewer = {
        name: [row for row in rows if row.get("initiative_id") in (None, "a")] for name, rows in tiny.TABLES.items()
    }
    fewer |= {"initiatives": only, "initiative_amounts": amounts, "initiative_relations": []}
    seed.build(tiny.write(tmp_path / "data", fewer), shared_path)
    shown = {metric.label: metric.value for metric in opened("en").metric}
    assert shown["Total, €"] == "1,000"


def test_a_new_version_is_seen_without_a_restart(shared_path: Path, tiny_data: Path) -> None:
    from ecosystem import opening
    from ecosystem.store import Version

    seed.build(tiny_data, shared_path)
    assert {metric.label: metric.value for metric in opened("en").metric}["Initiatives"] == "6"
    with opening.shared().transaction(Version("test", "tester")) as write:
        write.write("initiatives", "UPDATE initiatives SET relevance = 'context' WHERE initiative_id = 'b'")
    assert {metric.label: metric.value for metric in opened("en").metric}["Initiatives"] == "5"
    opening.close()
    with contextlib.closing(Store.open(shared_path)) as store:
        assert store.version == 2
