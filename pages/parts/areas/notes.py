"""What the map rests on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.measures import facets, places
from pages.parts import show
from pages.parts.areas.drawing import areas, symbols
from pages.parts.areas.shown import SYMBOLS
from pages.parts.boundaries import attribution

if TYPE_CHECKING:
    from pages.parts.areas.shown import Shown
    from pages.parts.session import View


def notes(view: View, shown: Shown) -> str:
    """What the map rests on, what is chosen on it, and whose boundaries it draws; for a room without the details."""
    told = [_rests_on(view, shown), _chosen(view), _rates(view, shown)]
    details = [] if view.present else [_budgets(view, shown), _seats(view, shown)]
    return " ".join(text for text in (*told, *details, attribution(view)) if text)


def _rests_on(view: View, shown: Shown) -> str:
    found = areas(view, shown.level)
    language = view.language
    values = {"on_map": language.number(found.on_map), "records": language.number(found.records)}
    text = language.say("On the map: {on_map} of {records} initiatives, each once.", **values)
    if found.several:
        text += " " + language.plural(
            "{n} is in several places and counts in each.",
            "{n} are in several places and count in each.",
            found.several,
        )
    else:
        text += " " + language.say("None is in several places.")
    return text


def _budgets(view: View, shown: Shown) -> str:
    if shown.measure != "amount":
        return ""
    rests_on = view.everywhere.ask(places.stated, shown.level)
    return view.language.say("Budgets.") + " " + show.rests_on(rests_on, view.language)


def _chosen(view: View) -> str:
    if not (view.selection.county or view.selection.municipality):
        return ""
    chosen, records = view.ask(facets.tally).initiatives, areas(view, "county").records
    number = view.language.number
    return view.language.say(
        "The map shows all places; chosen: {chosen} of {records}.", chosen=number(chosen), records=number(records)
    )


def _rates(view: View, shown: Shown) -> str:
    if shown.measure != "per-capita":
        return ""
    numbers = areas(view, shown.level).frame["initiatives"]
    few = int((numbers.gt(0) & numbers.lt(places.FEW)).sum())
    census = view.language.say("Inhabitants: census of {year}.", year=places.CENSUS)
    if not few:
        return census
    warning = view.language.plural(
        "{n} rate rests on fewer than {few} initiatives: one more or less changes it a lot.",
        "{n} rates rest on fewer than {few} initiatives: one more or less changes them a lot.",
        few,
        few=places.FEW,
    )
    return f"{census} {warning}"


def _seats(view: View, shown: Shown) -> str:
    found = symbols(view, shown)
    if not found:
        return ""
    rests = view.language.say(
        "{bodies} on the map: {used} of {records}",
        bodies=view.language.say(SYMBOLS[shown.symbols]),
        used=view.language.number(found.coverage.used),
        records=view.language.number(found.coverage.records),
    )
    return f"{rests}; {', '.join(show.reasons(found.coverage, view.language))}."
