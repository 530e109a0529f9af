"""Initiatives as a list and along time: orders, parts, what is left out."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.language import Language
from ecosystem.measures import listing
from ecosystem.measures.listing import NEWEST, NO_AMOUNT, ORDERS, Paged
from ecosystem.measures.measured import Coverage
from ecosystem.selection import Selection
from tests import tiny
from tests.ecosystem.selection.strategies import examples

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from ecosystem.store import Store

EN = Language("en")
ALL = ("core", "related", "context")
NOBODY = Selection(collection=("nobody",))
UNDATED = ("{n} initiative states no start", "{n} initiatives state no start")
WHOLE = 1000
COLUMNS = (
    "initiative_id title_lt title_en kind kind_lt kind_en status status_lt status_en scope scope_lt scope_en "
    "start_date start_date_precision end_date end_date_precision fund_lt fund_en lead_lt lead_en amount "
    "themes_lt themes_en sectors_lt sectors_en places_lt places_en"
)


def _ids(frame: pd.DataFrame) -> str:
    return "".join(frame["initiative_id"])


def _listed(store: Store, sort: str, language: str = "en", selection: Selection | None = None) -> str:
    return _ids(listing.page(store, selection or Selection(), Paged(sort, language, 0, WHOLE)).frame)


def _drawn(store: Store, selection: Selection | None = None) -> list[tuple[str, datetime.date, datetime.date | None]]:
    answer = listing.along_time(store, selection or Selection(), Paged("oldest", "en", 0, WHOLE))
    return list(answer.frame[["initiative_id", "start_date", "ending"]].itertuples(index=False, name=None))


def _titled(titles: list[str]) -> dict[str, list[dict[str, str]]]:
    rows = zip(tiny.TABLES["initiatives"], titles, strict=True)
    return {"initiatives": [row | {"title_lt": title, "title_en": "same"} for row, title in rows]}


# Starts: g 2022, b 2021, a 2019-05, e 2019-02-01, f 2019, c none. Ends: f 2022, a 2020-12-31, the others none.
# Budgets: e 100000, f 5000, a 1000, g 700, c 500.50, b none. What lacks the value stands last, by its title.
@pytest.mark.parametrize(
    ("sort", "language", "ids"),
    [
        ("newest", "lt", "gbaefc"),
        ("newest", "en", "gbaefc"),
        ("oldest", "lt", "feabgc"),
        ("oldest", "en", "feabgc"),
        ("ending", "lt", "facgbe"),  # Menas ir sveikata, Nutrauktas, Pagalbos linija, Senatvės programa
        ("ending", "en", "facbeg"),  # Art and health, Help line, Old age programme, Stopped
        ("amount", "lt", "efagcb"),
        ("amount", "en", "efagcb"),
        ("title", "lt", "cfagbe"),  # Menas …, Muziejai, Muziejaus mokykla, Nutrauktas, Pagalbos …, Senatvės …
        ("title", "en", "cbafeg"),  # Art …, Help line, Museum school, Museums, Old age …, Stopped
    ],
)
def test_each_order_puts_what_lacks_the_value_last(tiny_store: Store, sort: str, language: str, ids: str) -> None:
    assert _listed(tiny_store, sort, language) == ids


def test_the_orders_are_those_that_can_be_asked_for_and_newest_is_the_default() -> None:
    assert list(ORDERS) == ["newest", "oldest", "ending", "amount", "title"]
    assert NEWEST == "newest"


def test_titles_stand_in_the_order_of_the_lithuanian_alphabet(tmp_path: Path) -> None:
    titles = ["Žuvis", "Šuo", "„Zebras“", "Jonas", "Suolas", "Yra", "Ieva"]
    with tiny.opened(tmp_path, _titled(titles)) as store:
        # Ieva, Yra, Jonas, Suolas, Šuo, „Zebras“, Žuvis
        assert _listed(store, "title", "lt", Selection(relevance=ALL)) == "gfdebca"
        # One English title for all: then the number decides.
        assert _listed(store, "title", "en", Selection(relevance=ALL)) == "abcdefg"


def test_titles_decide_between_equal_starts(tmp_path: Path) -> None:
    rows = [row | {"start_date": "2020"} for row in tiny.TABLES["initiatives"]]
    with tiny.opened(tmp_path, {"initiatives": rows}) as store:
        assert [_listed(store, sort, "lt") for sort in ("newest", "oldest")] == ["cfagbe", "cfagbe"]


def test_a_row_holds_what_the_list_shows(tiny_store: Store) -> None:
    frame = listing.page(tiny_store, Selection(), Paged("title", "en", 2, 1)).frame
    assert " ".join(frame.columns) == COLUMNS
    assert frame.to_dict("records") == [
        {
            "initiative_id": "a",
            "title_lt": "Muziejaus mokykla",
            "title_en": "Museum school",
            "kind": "project",
            "kind_lt": "projektas",
            "kind_en": "project",
            "status": "completed",
            "status_lt": "baigta",
            "status_en": "completed",
            "scope": "municipal",
            "scope_lt": "vietos (savivaldybės)",
            "scope_en": "local (municipal)",
            "start_date": datetime.date(2019, 5, 1),
            "start_date_precision": "month",
            "end_date": datetime.date(2020, 12, 31),
            "end_date_precision": "day",
            "fund_lt": "ERPF",
            "fund_en": "ERDF",
            "lead_lt": "Muziejus",
            "lead_en": "Museum",
            "amount": 1000.0,
            "themes_lt": "Jaunimas",
            "themes_en": "Youth",
            "sectors_lt": "Kultūra ir kūrybinės industrijos, Švietimas",
            "sectors_en": "Culture and creative industries, Education",
            "places_lt": "Vilniaus m. sav.",
            "places_en": "Vilnius City Municipality",
        }
    ]


def test_what_a_record_does_not_say_is_null_and_several_words_are_joined(tiny_store: Store) -> None:
    frame = listing.page(tiny_store, Selection(kind=("service",)), Paged("title", "en", 0, WHOLE)).frame
    row = frame.iloc[0]
    assert (row["themes_lt"], row["themes_en"]) == ("Senėjimas, Jaunimas", "Ageing, Youth")
    empty = ["end_date", "end_date_precision", "lead_lt", "lead_en", "amount", "places_lt", "places_en"]
    assert frame.columns[frame.iloc[0].isna()].tolist() == empty


def test_the_coverage_counts_total_budgets_of_the_whole_list(tiny_store: Store) -> None:
    answer = listing.page(tiny_store, Selection(), Paged("newest", "en", 0, 2))
    assert _ids(answer.frame) == "gb"
    assert answer.coverage == Coverage(6, 5, {NO_AMOUNT: 1})
    assert answer.summary(EN) == "6 initiatives are listed."
    one = listing.page(tiny_store, Selection(kind=("service",)), Paged("newest", "en", 0, WHOLE))
    assert one.coverage == Coverage(1, 0, {NO_AMOUNT: 1})
    assert one.summary(EN) == "1 initiative is listed."


def test_a_total_in_another_currency_is_none_in_euro(tmp_path: Path) -> None:
    # The largest, of e.
    with tiny.opened(tmp_path, tiny.changed("initiative_amounts", 4, currency="SEK")) as store:
        answer = listing.page(store, Selection(), Paged("amount", "en", 0, WHOLE))
    assert _ids(answer.frame) == "fagcbe"
    assert [amount for amount in answer.frame["amount"] if not math.isnan(amount)] == [5000.0, 1000.0, 700.0, 500.5]
    assert answer.coverage == Coverage(6, 4, {NO_AMOUNT: 2})


@pytest.mark.parametrize("sort", ORDERS)
@pytest.mark.parametrize("rows", [1, 4, 6])
def test_the_parts_make_up_the_whole_list(tiny_store: Store, sort: str, rows: int) -> None:
    firsts = range(0, 8, rows)
    parts = [_ids(listing.page(tiny_store, Selection(), Paged(sort, "en", first, rows)).frame) for first in firsts]
    assert "".join(parts) == _listed(tiny_store, sort)


@examples(12)
@given(sort=st.sampled_from([*ORDERS]), language=st.sampled_from(["lt", "en"]), rows=st.integers(40, 500))
def test_the_parts_of_the_embedded_list_repeat_nothing(store: Store, sort: str, language: str, rows: int) -> None:
    parts = [
        id_
        for first in range(0, 428, rows)
        for id_ in listing.page(store, Selection(), Paged(sort, language, first, rows)).frame["initiative_id"]
    ]
    whole = listing.page(store, Selection(), Paged(sort, language, 0, WHOLE)).frame["initiative_id"].tolist()
    assert parts == whole
    assert len(set(whole)) == len(whole) == 428


def test_of_the_embedded_list_86_budgets_are_known(store: Store) -> None:
    answer = listing.page(store, Selection(), Paged(NEWEST, "en", 0, 50))
    assert answer.coverage == Coverage(428, 86, {NO_AMOUNT: 342})
    assert len(answer.frame) == 50


def test_along_time_the_last_day_of_what_is_known_is_the_end(tiny_store: Store) -> None:
    answer = listing.along_time(tiny_store, Selection(), Paged("oldest", "en", 0, WHOLE))
    assert " ".join(answer.frame.columns) == (
        "initiative_id title_lt title_en status status_lt status_en start_date start_date_precision end_date "
        "end_date_precision ending"
    )
    assert _drawn(tiny_store) == [
        ("f", datetime.date(2019, 1, 1), datetime.date(2022, 12, 31)),
        ("e", datetime.date(2019, 2, 1), None),
        ("a", datetime.date(2019, 5, 1), datetime.date(2020, 12, 31)),
        ("b", datetime.date(2021, 1, 1), None),
        ("g", datetime.date(2022, 1, 1), None),
    ]
    assert answer.coverage == Coverage(6, 5, {UNDATED: 1})
    assert answer.summary(EN) == "5 initiatives drawn along time; 3 state no end."


def test_a_partial_end_lasts_to_its_last_day(tmp_path: Path) -> None:
    ends = ["2020", "2020-02", "2021-02", "2021-04", "2020-12", "2020-02-01", ""]
    rows = zip(tiny.TABLES["initiatives"], ends, strict=True)
    dated = {"initiatives": [row | {"start_date": "2019", "end_date": end} for row, end in rows]}
    with tiny.opened(tmp_path, dated) as store:
        found = {id_: ending and ending.isoformat() for id_, _, ending in _drawn(store, Selection(relevance=ALL))}
    assert found == {
        "a": "2020-12-31",
        "b": "2020-02-29",
        "c": "2021-02-28",
        "d": "2021-04-30",
        "e": "2020-12-31",
        "f": "2020-02-01",
        "g": None,
    }


def test_along_time_parts_and_orders_are_those_of_the_list(tiny_store: Store) -> None:
    for sort in ORDERS:
        dated = _listed(tiny_store, sort).replace("c", "")
        parts = [listing.along_time(tiny_store, Selection(), Paged(sort, "en", first, 2)).frame for first in (0, 2, 4)]
        assert "".join(map(_ids, parts)) == dated


def test_the_undated_are_listed_apart_with_their_ends(tmp_path: Path) -> None:
    rows = [dict(row) for row in tiny.TABLES["initiatives"]]
    rows[1]["start_date"] = ""  # b, Pagalbos linija, Help line
    rows[2]["end_date"] = "2023-03"  # c, Menas ir sveikata, Art and health
    rows[6]["start_date"] = ""  # g, Nutrauktas, Stopped
    with tiny.opened(tmp_path, {"initiatives": rows}) as store:
        frame = listing.undated(store, Selection(), Paged("ending", "en", 0, WHOLE))
        drawn = listing.along_time(store, Selection(), Paged("oldest", "en", 0, WHOLE))
        titled = [listing.undated(store, Selection(), Paged("title", code, 0, WHOLE)) for code in ("lt", "en")]
        parts = [listing.undated(store, Selection(), Paged("title", "lt", first, 2)) for first in (0, 2, 4)]
    assert list(frame.columns) == ["initiative_id", "title_lt", "title_en", "end_date", "end_date_precision"]
    assert frame.iloc[0].tolist()[1:] == ["Menas ir sveikata", "Art and health", datetime.date(2023, 3, 1), "month"]
    assert frame["end_date"].isna().tolist() == [False, True, True]
    assert [_ids(found) for found in (frame, *titled, *parts)] == ["cbg", "cgb", "cbg", "cg", "b", ""]
    assert _ids(drawn.frame) == "fea"
    assert drawn.coverage == Coverage(6, 3, {UNDATED: 3})
    assert drawn.summary(EN) == "3 initiatives drawn along time; 1 states no end."


def test_of_the_embedded_initiatives_271_are_drawn_from_1998(store: Store) -> None:
    answer = listing.along_time(store, Selection(), Paged(NEWEST, "lt", 0, WHOLE))
    assert answer.coverage == Coverage(428, 271, {UNDATED: 157})
    assert len(answer.frame) == 271
    assert len(listing.undated(store, Selection(), Paged(NEWEST, "lt", 0, WHOLE))) == 157


def test_without_initiatives_everything_is_empty_and_says_so(tiny_store: Store) -> None:
    paged = Paged(NEWEST, "en", 0, WHOLE)
    page, drawn = listing.page(tiny_store, NOBODY, paged), listing.along_time(tiny_store, NOBODY, paged)
    assert " ".join(page.frame.columns) == COLUMNS
    assert page.frame.empty
    assert page.coverage == Coverage(0, 0, {NO_AMOUNT: 0})
    assert page.summary(EN) == "0 initiatives are listed."
    assert drawn.frame.empty
    assert drawn.coverage == Coverage(0, 0, {UNDATED: 0})
    assert drawn.summary(EN) == "No initiative states when it started."
    assert listing.undated(tiny_store, NOBODY, paged).empty
