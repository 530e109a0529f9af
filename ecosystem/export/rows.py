"""Records as rows of a file: codes as they are for programs, with their words beside them for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel import Locale

from ecosystem.measures import records
from ecosystem.measures.codes import WORDED
from ecosystem.measures.tags import LISTS
from ecosystem.messages import mark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from ecosystem.language import Language

LABELLED = (*WORDED, "lead_id", "cluster_id", "country", *LISTS)
DATES = ("start_date", "end_date", "source_date")
AMOUNTS = tuple(f"amount_{kind}" for kind in records.AMOUNT_KINDS)
_FORMS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADINGS = {
    "initiative_id": mark("Id"),
    "title_en": mark("Title in English"),
    "title_lt": mark("Title in Lithuanian"),
    "title_lt_origin": mark("Origin of the Lithuanian title"),
    "kind": mark("Kind"),
    "status": mark("Status"),
    "status_note_en": mark("Note on the status in English"),
    "status_note_lt": mark("Note on the status in Lithuanian"),
    "start_date": mark("Start"),
    "end_date": mark("End"),
    "scope": mark("Scope"),
    "relevance": mark("Relevance"),
    "is_social_innovation": mark("Calls itself a social innovation"),
    "collection": mark("Collection"),
    "gathered_by": mark("Found by"),
    "country": mark("Country"),
    "lead_id": mark("Lead"),
    "cluster_id": mark("Cluster"),
    "fund": mark("Fund"),
    "payer_en": mark("Payer in English"),
    "payer_lt": mark("Payer in Lithuanian"),
    "programme_en": mark("Programme in English"),
    "programme_lt": mark("Programme in Lithuanian"),
    "cci_subsector": mark("Field of culture"),
    "target_group_en": mark("Target group in English"),
    "target_group_lt": mark("Target group in Lithuanian"),
    "problem_en": mark("Problem in English"),
    "problem_lt": mark("Problem in Lithuanian"),
    "goal_en": mark("Goal in English"),
    "goal_lt": mark("Goal in Lithuanian"),
    "description_en": mark("Description in English"),
    "description_lt": mark("Description in Lithuanian"),
    "coding_note_en": mark("Note on coding in English"),
    "website": mark("Website"),
    "source_url": mark("Source"),
    "source_quality": mark("What the address leads to"),
    "source_date": mark("Date of the source"),
    "themes": mark("Themes"),
    "sectors": mark("Sectors"),
    "places": mark("Places"),
    "partners": mark("Participants"),
    "streams": mark("Funding streams"),
    "aims": mark("Aims of strategies"),
    "amount_total": mark("Total budget"),
    "amount_eu": mark("EU contribution"),
    "amount_granted": mark("Granted"),
    "currency": mark("Currency"),
}


def stated(day: datetime.date | None, precision: str | None) -> str | None:
    """The date as exactly as it is known: 2012, 2012-05 or 2012-05-20."""
    return None if day is None else day.strftime(_FORMS[precision or "day"])


def for_programs(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record under the columns of its data file and its lists: codes and dates as stated, lists of codes."""
    row = {name: record[name] for name in records.columns()}
    row |= {name: stated(record[name], record[f"{name}_precision"]) for name in DATES}
    return row | {name: [code for code, _, _ in record[name]] for name in LISTS}


def for_people(record: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The same with `x_label`, the words of each code in the language, and the amounts; lists joined by semicolons."""
    row: dict[str, Any] = {}
    for name, value in for_programs(record).items():
        row[name] = ";".join(value) or None if isinstance(value, list) else value
        if name in LABELLED:
            row[f"{name}_label"] = _label(record, name, language)
    return row | {name: record[name] for name in (*AMOUNTS, "currency")}


def _label(record: Mapping[str, Any], name: str, language: Language) -> str | None:
    if name in LISTS:
        words = [language.of({"of_lt": lt, "of_en": en}, "of") for _, lt, en in record[name]]
        return "; ".join(words) or None
    if record[name] is None:
        return None
    if name == "country":
        return str(Locale(language.code).territories.get(record[name], record[name]))
    return language.of(record, name)


def heading(column: str, language: Language) -> str:
    """The words over a column of a file for people."""
    name = column.removesuffix("_label")
    words = language.say(HEADINGS[name])
    return language.say("{heading} (code)", heading=words) if column in LABELLED else words
