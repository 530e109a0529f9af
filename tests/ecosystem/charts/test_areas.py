"""Areas shaded: the map."""

from __future__ import annotations

from ecosystem.charts import areas
from ecosystem.charts.legend import Entry
from ecosystem.charts.theme import LIGHT, Palette
from ecosystem.measures import places
from tests.ecosystem.charts.map_frames import (
    LT,
    NAMES,
    both,
    counties,
    drawn,
    entries,
    every,
    filled,
    hatched,
    outlined,
    seated,
    shades,
    told,
    words,
)


@both
def test_areas_take_the_shade_of_their_class_and_none_recorded_is_hatched(colours: Palette) -> None:
    figure = drawn(counties(40, 21, 1, 0), colours=colours)
    assert shades(figure) == {
        "LT011": colours.ramp[4],
        "LT022": colours.ramp[3],
        "LT023": colours.ramp[0],
        "LT029": colours.empty,
    }
    assert hatched(figure) == {"LT029"}
    assert told(figure) == {
        "LT011": "Vilnius County<br>40 initiatives",
        "LT022": "Kaunas County<br>21 initiatives",
        "LT023": "Klaipėda County<br>1 initiative",
        "LT029": "Utena County<br>none recorded",
    }
    assert entries(figure) == [
        Entry("none recorded", colours.empty, hatched=True),
        Entry("1–10", colours.ramp[0]),
        Entry("11–20", colours.ramp[1]),
        Entry("21–30", colours.ramp[3]),
        Entry("31–40", colours.ramp[4]),
        Entry("<b>Initiatives</b>", ""),
    ]


def test_a_map_speaks_lithuanian() -> None:
    figure = drawn(counties(1200, 21), language=LT)
    assert told(figure)["LT011"] == "Vilniaus apskritis<br>1\xa0200 iniciatyvų"
    assert told(figure)["LT029"] == "Utenos apskritis<br>neužfiksuota"
    assert (words(figure)[0], words(figure)[-1]) == ("neužfiksuota", "<b>Iniciatyvos</b>")


@both
def test_one_record_is_one_class(colours: Palette) -> None:
    figure = drawn(counties(0, 1), colours=colours)
    assert shades(figure)["LT022"] == colours.ramp[2]
    assert hatched(figure) == {"LT011", "LT023", "LT029"}
    assert words(figure) == ["none recorded", "1", "<b>Initiatives</b>"]


@both
def test_without_any_record_all_is_hatched_and_the_legend_says_only_that(colours: Palette) -> None:
    for measure in places.MEASURES:
        figure = drawn(counties(), measure, colours=colours)
        assert set(shades(figure).values()) == {colours.empty}
        assert hatched(figure) == {*NAMES}
        assert len(words(figure)) == 2
    assert words(drawn(counties())) == ["none recorded", "<b>Initiatives</b>"]


def test_all_in_one_county_is_one_class() -> None:
    figure = drawn(counties(0, 0, 428))
    assert words(figure) == ["none recorded", "428", "<b>Initiatives</b>"]
    assert hatched(figure) == {*NAMES} - {"LT023"}


@both
def test_equal_numbers_are_one_shade_and_nothing_is_hatched(colours: Palette) -> None:
    figure = drawn(counties(7, 7, 7, 7), colours=colours)
    assert set(shades(figure).values()) == {colours.ramp[2]}
    assert entries(figure) == [Entry("7", colours.ramp[2]), Entry("<b>Initiatives</b>", "")]
    assert not hatched(figure)


@both
def test_none_with_culture_is_zero_and_told_apart_from_none_recorded(colours: Palette) -> None:
    figure = drawn(counties(4, 3, 1, 0, culture=[2, 0, 1, 0]), "culture", colours=colours)
    assert shades(figure) == {
        "LT011": colours.ramp[4],
        "LT022": colours.empty,
        "LT023": colours.ramp[0],
        "LT029": colours.empty,
    }
    assert hatched(figure) == {"LT029"}
    assert entries(figure) == [
        Entry("none recorded", colours.empty, hatched=True),
        Entry("0", colours.empty),
        Entry("1", colours.ramp[0]),
        Entry("2", colours.ramp[4]),
        Entry("<b>With culture</b>", ""),
    ]
    assert told(figure)["LT022"] == "Kaunas County<br>0 of 3"


def test_where_no_initiative_at_all_involves_culture_all_that_is_recorded_is_zero() -> None:
    figure = drawn(counties(4, 3), "culture")
    assert words(figure) == ["none recorded", "0", "<b>With culture</b>"]
    assert hatched(figure) == {"LT023", "LT029"}


def test_large_budgets_are_told_in_millions_of_euro() -> None:
    amounts = counties(40, 41, 4, 0, stated=[4, 7, 2, 0], amount=[15_200_000, 9_800_000, 250_000, None])
    figure = drawn(amounts, "amount")
    assert words(figure) == ["none stated", "0–5", "5–10", "10–15", "15–20", "<b>€ million</b>"]
    assert told(figure)["LT011"] == "Vilnius County<br>€15.2 million by 4 of 40"
    assert words(drawn(amounts, "amount", LT))[-1] == "<b>Mln. €</b>"
    from_a_tenth = counties(1, 1, stated=[1, 1, 0, 0], amount=[100_000, 45_000, None, None])
    assert words(drawn(from_a_tenth, "amount", LT))[1:] == [
        "0–0,02",
        "0,02–0,04",
        "0,04–0,06",
        "0,06–0,08",
        "0,08–0,1",
        "<b>Mln. €</b>",
    ]


def test_small_budgets_are_told_in_euro() -> None:
    figure = drawn(counties(4, 3, 1, 0, stated=[1, 1, 1, 0], amount=[99_999, 40_000, 500.5, None]), "amount")
    assert words(figure) == [
        "none stated",
        "0–20,000",
        "20,000–40,000",
        "40,000–60,000",
        "60,000–80,000",
        "80,000–100,000",
        "<b>Euro</b>",
    ]
    # What stands where a class ends is in the next.
    assert shades(figure)["LT022"] == LIGHT.ramp[2]


def test_initiatives_that_state_no_budget_are_hatched_like_none_recorded_and_say_which() -> None:
    figure = drawn(counties(2, 3, 0, 1, stated=[0, 1, 0, 0], amount=[None, 5000, None, None]), "amount")
    assert hatched(figure) == {"LT011", "LT023", "LT029"}
    assert words(figure) == ["none stated", "5,000", "<b>Euro</b>"]
    assert told(figure)["LT011"] == "Vilnius County<br>2 initiatives, no budget stated"
    assert told(figure)["LT023"] == "Klaipėda County<br>none recorded"
    nowhere = drawn(counties(2, 3), "amount")
    assert words(nowhere) == ["none stated", "<b>Euro</b>"]
    assert hatched(nowhere) == {*NAMES}


def test_a_budget_of_nothing_is_stated() -> None:
    figure = drawn(counties(1, stated=[1, 0, 0, 0], amount=[0.0, None, None, None]), "amount")
    assert words(figure) == ["none stated", "0", "<b>Euro</b>"]
    assert "LT011" not in hatched(figure)


def test_rates_are_cut_at_steps_of_their_own() -> None:
    figure = drawn(counties(40, 41, 4, 0, per_10000=[0.4937, 0.7, 0.43, None]), "per-capita", LT)
    assert words(figure) == [
        "neužfiksuota",
        "0–0,2",
        "0,2–0,4",
        "0,4–0,6",
        "0,6–0,8",
        "<b>Tenka 10 000 gyventojų</b>",
    ]
    assert told(figure)["LT011"] == "Vilniaus apskritis<br>0,49 (40 iniciatyvų)"


@both
def test_two_classes_are_as_far_apart_as_the_shades_allow(colours: Palette) -> None:
    assert list(shades(drawn(counties(1, 2), colours=colours)).values())[:2] == [colours.ramp[0], colours.ramp[4]]
    for number in range(1, 6):
        found = areas._shades(number, colours)
        assert len(set(found)) == number
        assert [colours.ramp.index(shade) for shade in found] == sorted(map(colours.ramp.index, found))


@both
def test_what_is_chosen_is_outlined_by_level_and_clicks_reach_what_lies_beneath(colours: Palette) -> None:
    frame = counties(40, 21, 1, 0)
    assert not outlined(drawn(frame, colours=colours))
    assert not outlined(drawn(frame, colours=colours, chosen={"counties": [], "municipalities": []}))
    figure = drawn(frame, colours=colours, chosen={"counties": ["LT011", "LT029"], "municipalities": ["13"]})
    assert outlined(figure) == {
        "/boundaries/counties.geojson": ["LT011", "LT029"],
        "/boundaries/municipalities.geojson": ["13"],
    }
    lines = [trace for trace in figure.data if trace.type == "choropleth" and trace.hoverinfo == "skip"]
    # The page's colour on both sides of the line sets it off from every shade.
    both_lines = [(colours.page, areas.CASING_PX), (colours.accent, areas.CHOSEN_PX)]
    assert [(trace.marker.line.color, trace.marker.line.width) for trace in lines] == both_lines * 2
    for trace in lines:
        assert {colour for _, colour in trace.colorscale} == {"rgba(0,0,0,0)"}
        assert trace.customdata is None
    # It stays shaded, and is drawn after all areas, so that no neighbour hides the line.
    assert shades(figure) == shades(drawn(frame, colours=colours))
    kinds = [trace.hoverinfo == "skip" for trace in figure.data if trace.type == "choropleth"]
    assert kinds == sorted(kinds)


def test_what_is_chosen_keeps_its_look_and_so_does_the_rest() -> None:
    figure = drawn(counties(40, 21, 1, 0), lying=seated(3, 1))
    for trace in figure.data:
        if trace.hoverinfo != "skip":
            assert (trace.selected.marker.opacity, trace.unselected.marker.opacity) == (1, 1)
    assert figure.layout.clickmode == "event+select"


def test_a_click_gives_the_code_of_an_area_or_of_the_municipality_of_a_symbol() -> None:
    figure = drawn(counties(40, 21, 1, 0), lying=seated(3, 1))
    for trace in filled(figure):
        assert trace.customdata == trace.locations
        assert (trace.featureidkey, trace.geojson) == ("properties.code", "/boundaries/counties.geojson")
    assert figure.data[-2].customdata == ("11", "12")


@every
def test_nothing_in_a_name_is_read_as_markup(colours: Palette) -> None:
    nasty = "<b>x</b> & <script>alert(1)</script>"
    escaped = "&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;"
    frame = counties(1).assign(name_en=nasty)
    lying = seated(1).assign(name_en=nasty)
    figure = drawn(frame, colours=colours, lying=lying)
    assert set(told(figure).values()) == {f"{escaped}<br>1 initiative", f"{escaped}<br>none recorded"}
    assert figure.data[-2].hovertext == (f"{escaped}<br>Clusters: 1",)


def test_a_name_in_the_other_language_only_is_marked() -> None:
    figure = drawn(counties(1).assign(name_lt=None), language=LT)
    assert told(figure)["LT011"] == "Vilnius County (EN)<br>1 iniciatyva"


@both
def test_borders_of_dark_areas_take_the_colour_of_the_page(colours: Palette) -> None:
    figure = drawn(counties(50, 40, 10, 0), colours=colours)
    lines = {trace.colorscale[0][1]: trace.marker.line.color for trace in filled(figure)}
    assert lines[colours.ramp[4]] == colours.page
    assert lines[colours.ramp[0]] == lines[colours.empty] == colours.unknown


@every
def test_the_window_holds_the_country_and_nothing_else_is_drawn(colours: Palette) -> None:
    layout = drawn(counties(1), colours=colours).layout
    west, south, east, north = 20.95, 53.9, 26.84, 56.45
    assert layout.geo.lonaxis.range[0] < west < east < layout.geo.lonaxis.range[1]
    assert layout.geo.lataxis.range[0] < south < north < layout.geo.lataxis.range[1]
    assert layout.geo.visible is False
    assert layout.dragmode is False
