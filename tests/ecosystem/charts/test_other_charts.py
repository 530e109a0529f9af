"""Funding, clusters and organisations drawn; and what holds for all charts."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from ecosystem.charts import clusters, funding, initiatives, organisations
from ecosystem.charts.theme import DARK, LIGHT, Palette
from ecosystem.language import CODES, Language
from ecosystem.measures import clusters as cluster_measures
from ecosystem.measures import dataset
from ecosystem.measures import funding as funding_measures
from ecosystem.measures import initiatives as initiative_measures
from ecosystem.measures import organisations as organisation_measures
from ecosystem.selection import Selection
from ecosystem.store import ROOT, Store

if TYPE_CHECKING:
    import plotly.graph_objects as go

LT, EN = Language("lt"), Language("en")
MOST_BYTES = 20_000
both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def _funds(numbers: list[int], other: int | None = None) -> pd.DataFrame:
    """Funds F1, F2, … with the numbers given; the one at position `other` is the code for other funds."""
    codes = ["other" if at == other else f"f{at + 1}" for at in range(len(numbers))]
    words = [code.capitalize() for code in codes]
    return pd.DataFrame({"fund": codes, "fund_lt": words, "fund_en": words, "initiatives": numbers})


def _kinds(number: int) -> pd.DataFrame:
    names = [f"k{at}" for at in range(number)]
    return pd.DataFrame(
        {"kind": names, "kind_lt": names, "kind_en": names, "organisations": list(range(number, 0, -1))}
    )


def test_nine_funds_are_drawn_one_by_one() -> None:
    (trace,) = funding.by_fund(_funds([9, 8, 7, 6, 5, 4, 3, 2, 1]), EN, LIGHT).data
    assert trace.y == tuple(f"F{number}" for number in range(1, 10))
    assert trace.x == (9, 8, 7, 6, 5, 4, 3, 2, 1)


@both
def test_the_funds_after_the_ninth_are_one_bar_that_says_how_many(colours: Palette) -> None:
    (trace,) = funding.by_fund(_funds([20, 19, 18, 17, 16, 15, 14, 13, 12, 3, 2, 1]), EN, colours).data
    assert (trace.y[-1], trace.x[-1], trace.text[-1]) == ("3 more funds", 6, "6")
    assert sum(trace.x) == 150
    assert trace.marker.color[-1] == colours.second
    assert set(trace.marker.color[:-1]) == {colours.main}


def test_the_code_for_other_funds_stands_in_the_last_bar_wherever_it_is() -> None:
    (trace,) = funding.by_fund(_funds([9, 8, 7], other=0), EN, LIGHT).data
    assert (trace.y, trace.x) == (("F2", "F3", "Other"), (8, 7, 9))
    (trace,) = funding.by_fund(_funds([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], other=0), EN, LIGHT).data
    assert (trace.y[-1], trace.x[-1]) == ("1 more fund and others", 12)


@pytest.mark.parametrize(
    ("number", "lithuanian"), [(10, "Dar 1 fondas"), (11, "Dar 2 fondai"), (19, "Dar 10 fondų"), (30, "Dar 21 fondas")]
)
def test_other_funds_are_told_in_the_lithuanian_plural(number: int, lithuanian: str) -> None:
    (trace,) = funding.by_fund(_funds([2] * number), LT, LIGHT).data
    assert (trace.y[-1], sum(trace.x)) == (lithuanian, 2 * number)


def test_the_eight_payers_named_most_often_are_drawn() -> None:
    frame = pd.DataFrame(
        {
            "payer_lt": [f"M{number}" for number in range(9)],
            "payer_en": [f"P{number}" for number in range(9)],
            "initiatives": list(range(9, 0, -1)),
        }
    )
    (trace,) = funding.by_payer(frame, EN, LIGHT).data
    assert trace.y == tuple(f"P{number}" for number in range(8))
    assert trace.x == (9, 8, 7, 6, 5, 4, 3, 2)
    assert funding.by_payer(frame, LT, LIGHT).data[0].y[0] == "M0"


def test_a_payer_known_in_the_other_language_only_is_marked() -> None:
    frame = pd.DataFrame({"payer_lt": ["Fondas", None], "payer_en": [None, "Fund"], "initiatives": [2, 1]})
    assert funding.by_payer(frame, LT, LIGHT).data[0].y == ("Fondas", "Fund (EN)")
    assert funding.by_payer(frame, EN, LIGHT).data[0].y == ("Fondas (LT)", "Fund")


def test_payers_that_share_their_name_in_one_language_do_not_hide_each_other() -> None:
    frame = pd.DataFrame({"payer_lt": ["Fondas", "Fondas"], "payer_en": ["The fund", "A fund"], "initiatives": [2, 1]})
    (trace,) = funding.by_payer(frame, LT, LIGHT).data
    assert sum(trace.x) == 3
    assert len(set(trace.y)) == len(trace.y)  # two bars in one row would lie upon each other


@both
def test_the_strip_of_clusters_hatches_the_unknown_status_only(colours: Palette) -> None:
    frame = pd.DataFrame({"status": ["active", "inactive", "unknown"], "clusters": [25, 20, 30]})
    drawn = clusters.by_status(frame, EN, colours)
    assert [trace.x for trace in drawn.data] == [(25,), (20,), (30,)]
    assert [trace.marker.pattern.shape for trace in drawn.data] == [None, None, "/"]
    assert [trace.hovertemplate for trace in drawn.data] == [
        "25 active<extra></extra>",
        "20 inactive<extra></extra>",
        "30 of unknown status<extra></extra>",
    ]


def test_the_strip_of_clusters_speaks_lithuanian() -> None:
    frame = pd.DataFrame({"status": ["active", "inactive", "unknown"], "clusters": [25, 4, 30]})
    said = [trace.hovertemplate.removesuffix("<extra></extra>") for trace in clusters.by_status(frame, LT, LIGHT).data]
    assert said == ["25 veikia", "4 neveikia", "30 būklė nežinoma"]


def test_sectors_of_clusters_are_a_bar_each() -> None:
    frame = pd.DataFrame({"sector_lt": ["Sveikata", "IRT"], "sector_en": ["Health", "ICT"], "clusters": [5, 3]})
    (trace,) = clusters.by_sector(frame, LT, LIGHT).data
    assert (trace.x, trace.y) == ((5, 3), ("Sveikata", "IRT"))
    assert clusters.by_sector(frame, EN, LIGHT).data[0].y == ("Health", "ICT")


@pytest.mark.parametrize(
    ("number", "bars", "last"), [(9, 9, "K8"), (10, 10, "1 other kind"), (16, 10, "7 other kinds")]
)
def test_kinds_of_organisations_add_up_to_all(number: int, bars: int, last: str) -> None:
    (trace,) = organisations.by_kind(_kinds(number), EN, LIGHT).data
    assert (len(trace.y), trace.y[-1]) == (bars, last)
    assert sum(trace.x) == number * (number + 1) / 2
    assert trace.marker.color[-1] == (LIGHT.main if number == 9 else LIGHT.second)


def test_other_kinds_are_told_in_lithuanian() -> None:
    assert organisations.by_kind(_kinds(16), LT, LIGHT).data[0].y[-1] == "Dar 7 rūšys"


@pytest.mark.parametrize("language", [LT, EN], ids=CODES)
def test_charts_can_be_drawn_of_nothing(language: Language) -> None:
    status = pd.DataFrame({"status": [], "clusters": []})
    sector = pd.DataFrame({"sector_lt": [], "sector_en": [], "clusters": []})
    payer = pd.DataFrame({"payer_lt": [], "payer_en": [], "initiatives": []})
    assert clusters.by_status(status, language, LIGHT).data == ()
    for drawn in (
        clusters.by_sector(sector, language, LIGHT),
        funding.by_fund(_funds([]), language, LIGHT),
        funding.by_payer(payer, language, LIGHT),
        organisations.by_kind(_kinds(0), language, LIGHT),
    ):
        assert not drawn.data[0].x
        assert drawn.layout.height > 0


def _all(store: Store, selection: Selection, language: Language, colours: Palette) -> dict[str, go.Figure]:
    until = dataset.collecting_until(store)
    years = initiative_measures.by_start_year(store, selection).frame
    pairs = initiative_measures.themes_by_sectors(store, selection).frame
    unknowns = initiative_measures.unknowns(store, selection).frame
    return {
        "years": initiatives.by_start_year(years, until, language, colours),
        "pairs": initiatives.themes_by_sectors(pairs, language, colours),
        "unknowns": initiatives.unknowns(unknowns, language, colours),
        "funds": funding.by_fund(funding_measures.by_fund(store, selection).frame, language, colours),
        "payers": funding.by_payer(funding_measures.by_payer(store, selection).frame, language, colours),
        "states": clusters.by_status(cluster_measures.by_status(store, selection).frame, language, colours),
        "sectors": clusters.by_sector(cluster_measures.by_sector(store, selection).frame, language, colours),
        "kinds": organisations.by_kind(organisation_measures.by_kind(store, selection).frame, language, colours),
    }


@both
@pytest.mark.parametrize("code", CODES)
def test_figures_of_the_embedded_data_are_small(store: Store, code: str, colours: Palette) -> None:
    for relevance in (("core", "related"), ("core", "related", "context"), ("nothing",)):
        for name, drawn in _all(store, Selection(relevance=relevance), Language(code), colours).items():
            written = drawn.to_json()
            assert len(written.encode()) < MOST_BYTES, name
            assert "NaN" not in written, name


@pytest.mark.parametrize("code", CODES)
def test_bars_of_the_embedded_data_add_up_and_each_has_its_own_row(store: Store, code: str) -> None:
    drawn = _all(store, Selection(), Language(code), LIGHT)
    assert sum(drawn["funds"].data[0].x) == 294
    assert sum(drawn["kinds"].data[0].x) == 760
    assert sum(drawn["years"].data[0].y) == 271
    assert [sum(trace.x) for trace in drawn["states"].data] == [25, 4, 30]
    for name in ("funds", "payers", "sectors", "kinds"):
        rows = drawn[name].data[0].y
        assert len(set(rows)) == len(rows), name


def test_charts_use_graph_objects_only() -> None:
    imported = set()
    for path in (ROOT / "ecosystem" / "charts").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported |= {f"{node.module}.{alias.name}" for alias in node.names}
    assert {name for name in imported if name.startswith("plotly")} == {"plotly.graph_objects"}
