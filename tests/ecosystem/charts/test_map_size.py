"""Maps of the embedded data: small, and of this host only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ecosystem import seed
from ecosystem.boundaries.hatching import hatching
from ecosystem.charts import areas, legend, theme
from ecosystem.charts.areas import Drawn, shaded
from ecosystem.charts.theme import DARK, LIGHT
from ecosystem.language import Language
from ecosystem.measures import places, seats
from ecosystem.selection import Selection

if TYPE_CHECKING:
    from ecosystem.store import Store

from tests.ecosystem.charts.map_frames import (
    MOST_BYTES,
    shades,
)


def strings(value: object) -> list[str]:
    """All texts in a figure as it is sent."""
    if isinstance(value, dict):
        return [text for key, one in value.items() for text in (key, *strings(one))]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(("level", "code"), [("county", "lt"), ("municipality", "en")])
def test_maps_of_the_embedded_data_are_small_and_lead_to_no_other_host(
    store: Store, level: places.Level, code: str
) -> None:
    table = places.TABLES[level]
    lines = hatching(seed.DATA, table)
    lying = {"clusters": seats.clusters, "organisations": seats.organisations}
    for selection in (Selection(theme=("road-safety",)), Selection(place="led-from")):
        found = places.by_area(store, selection, level)
        for measure, (noun, of) in zip(places.MEASURES, [*lying.items()] * 2, strict=True):
            asked = Drawn(table, measure, {"counties": ["LT011"]}, lines, of(store, selection).frame, noun)
            figure = shaded(found.frame, asked, Language(code), theme.palette(measure == "amount"))
            written = figure.to_json()
            assert len(written.encode()) < MOST_BYTES, measure
            assert "NaN" not in written
            whole = json.loads(written)
            assert not [text for text in strings(whole) if "//" in text or text.startswith("http")]
            assert {trace["geojson"] for trace in whole["data"] if trace["type"] == "choropleth"} == {
                "/boundaries/counties.geojson",
                f"/boundaries/{table}.geojson",
            }
            assert sorted(shades(figure)) == found.frame["code"].tolist()
            with_class = [shade for shade in shades(figure).values() if shade not in (LIGHT.empty, DARK.empty)]
            assert len(set(with_class)) <= 5
            assert figure.layout.annotations[-1].yshift + legend.ROW_PX / 2 <= areas.HEIGHT_PX
