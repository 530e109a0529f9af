"""CSV for people: codes with their words, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import given

from ecosystem.export import Asked, export
from ecosystem.language import Language
from ecosystem.measures import listing
from ecosystem.measures.listing import Paged
from ecosystem.selection import Selection
from tests.ecosystem.export import FORMULAS, PLAIN, hostile
from tests.ecosystem.selection.strategies import ORACLE, examples, selections

if TYPE_CHECKING:
    from pathlib import Path

    from ecosystem.store import Store

LT, EN = Language("lt"), Language("en")
EVERYTHING = Selection(relevance=("all",), collection=("all",))
HEADER = (
    "initiative_id title_en title_lt title_lt_origin title_lt_origin_label kind kind_label status status_label "
    "status_note_en status_note_lt start_date end_date scope scope_label relevance relevance_label "
    "is_social_innovation is_social_innovation_label collection gathered_by gathered_by_label country country_label "
    "lead_id lead_id_label cluster_id cluster_id_label fund fund_label payer_en payer_lt programme_en programme_lt "
    "cci_subsector cci_subsector_label target_group_en target_group_lt problem_en problem_lt goal_en goal_lt "
    "description_en description_lt coding_note_en website source_url source_quality source_quality_label source_date "
    "themes themes_label sectors sectors_label places places_label partners partners_label streams streams_label "
    "aims aims_label amount_total amount_eu amount_granted currency"
)


def _text(store: Store, asked: Asked) -> str:
    return export(store, asked, "csv").content.decode("utf-8-sig")


def _read(store: Store, asked: Asked) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(store, asked), newline=""), strict=True))


def test_the_header_has_each_code_with_its_words(tiny_store: Store) -> None:
    text = _text(tiny_store, Asked(Selection(), EN))
    assert text.split("\r\n")[0] == HEADER.replace(" ", ",")


def test_lists_are_joined_by_semicolons_and_what_is_not_said_is_empty(tiny_store: Store) -> None:
    rows = {row["initiative_id"]: row for row in _read(tiny_store, Asked(Selection(), LT, "title"))}
    assert list(rows) == ["c", "f", "a", "g", "b", "e"]
    a, b = rows["a"], rows["b"]
    assert (a["sectors"], a["partners"]) == ("culture-and-creative-industries;education", "charity;museum")
    assert a["sectors_label"] == "Kultūra ir kūrybinės industrijos; Švietimas"
    assert (a["start_date"], a["end_date"]) == ("2019-05", "2020-12-31")
    assert (a["amount_total"], a["amount_eu"], a["currency"]) == ("1000.00", "", "EUR")
    assert (b["amount_total"], b["amount_eu"], b["currency"]) == ("", "50.00", "EUR")
    assert (b["places"], b["places_label"], b["lead_id"], b["lead_id_label"]) == ("", "", "", "")


def test_it_reads_back_as_the_values_of_the_data_files(store: Store) -> None:
    rows = _read(store, Asked(EVERYTHING, EN))
    assert len(rows) == 446
    for row in rows:
        id_ = row["initiative_id"]
        assert {name: row[name] for name in ORACLE.rows[id_]} == ORACLE.rows[id_]
        for name, codes in {"themes": "theme", "sectors": "sector", "streams": "stream"}.items():
            assert row[name] == ";".join(sorted(ORACLE.codes[codes].get(id_, ())))
    stated = {
        (row["initiative_id"], f"amount_{row['kind']}"): float(row["amount"])
        for row in ORACLE.table("initiative_amounts")
    }
    told = {
        (row["initiative_id"], name): float(row[name])
        for row in rows
        for name in ("amount_total", "amount_eu", "amount_granted")
        if row[name]
    }
    assert told == stated


def test_the_labels_are_the_words_of_the_codes_in_the_language_asked_for(store: Store) -> None:
    for language in (LT, EN):
        words = {
            (row["vocabulary"], row["code"]): row[language.code] for row in ORACLE.table("vocabularies") if row["code"]
        }
        for row in _read(store, Asked(Selection(), language)):
            assert row["kind_label"] == words["initiative-kind", row["kind"]]
            assert row["fund_label"] == words["fund", row["fund"]]
            assert row["themes_label"] == "; ".join(words["theme", code] for code in row["themes"].split(";"))


def test_a_text_that_would_run_gets_an_apostrophe_and_all_else_stays(tmp_path: Path) -> None:
    with hostile(tmp_path) as store:
        rows = _read(store, Asked(Selection(), EN, "title"))
    assert len(rows) == 6
    row = next(row for row in rows if row["initiative_id"] == "a")
    assert {name: row[name] for name in FORMULAS} == {name: f"'{text}" for name, text in FORMULAS.items()}
    assert {name: row[name] for name in PLAIN} == PLAIN
    # Words beside codes are texts of the data as well.
    assert row["lead_id_label"] == "'=1+1"
    assert row["partners_label"] == "Charity; =1+1"
    assert [text for row in rows for text in row.values() if text.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_without_initiatives_there_is_a_header_only(tiny_store: Store) -> None:
    made = export(tiny_store, Asked(Selection(collection=("nobody",)), EN), "csv")
    assert (made.content.decode("utf-8-sig"), made.records) == (HEADER.replace(" ", ",") + "\r\n", 0)


@examples(12)
@given(selection=selections())
def test_the_rows_are_those_of_the_page(store: Store, selection: Selection) -> None:
    page = listing.page(store, selection, Paged("ending", "en", 0, 1000))
    rows = _read(store, Asked(selection, EN, "ending"))
    assert len(rows) == page.coverage.records
    assert [row["initiative_id"] for row in rows] == page.frame["initiative_id"].tolist()
