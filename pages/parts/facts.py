"""The facts of a profile as pairs of what and its words; what is not stated says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from ecosystem import addresses
from ecosystem.language import capital
from ecosystem.messages import mark
from pages.parts import navigation
from pages.parts.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ecosystem.language import Language
    from ecosystem.measures.initiative import Profile

Pair = tuple[str, str]
NOT_STATED = mark("not stated")
# Records of these scopes have a place; the others are nationwide or cross a border.
LOCAL = ("municipal", "regional", "unknown")


def table(pairs: Iterable[Pair], quiet: bool = True) -> None:
    """The pairs as a table without headings; the first of each in a quiet colour."""
    rows = [(f":gray[{what}]" if quiet else what, words) for what, words in pairs]
    st.table(pd.DataFrame(rows), border="horizontal", hide_header=True, hide_index=True)


def external(words: str, url: object) -> str | None:
    """A link to a page outside, as Markdown; None where there is no address of the web."""
    if addresses.site(url) is None:
        return None
    # Markdown would read &copy; as a sign.
    address = addresses.encoded(str(url)).replace("&", "\\&")
    return f"[{plain(words)}]({address})"


def _site(url: object) -> str | None:
    """The same, called by its site."""
    return external(addresses.site(url) or "", url)


def rows(found: Profile, language: Language, collected: date | None) -> list[Pair]:
    """When, what state, where, for whom, and how the record was coded."""
    say, row = language.say, found.facts
    pairs = [
        (say("From – until"), _dates(row, language)),
        (say("Status"), _status(row, language, collected)),
        *([(say("Place"), _places(found, language))] if row["scope"] in LOCAL or not found.places.empty else []),
        (say("Scope"), plain(language.of(row, "scope"))),
        (say("Relevance"), plain(language.of(row, "relevance"))),
        (say("Calls itself a social innovation"), plain(language.of(row, "is_social_innovation"))),
    ]
    if row["cci_subsector"]:
        pairs.append((say("Field of culture"), plain(language.of(row, "cci_subsector"))))
    if row["cluster_id"]:
        link = navigation.initiatives_of("cluster", row["cluster_id"], language.of(row, "cluster"))
        pairs.append((say("Cluster"), link))
    if website := _site(row["website"]):
        pairs.append((say("Website"), website))
    return pairs


def _dates(row: dict[str, Any], language: Language) -> str:
    start = language.date(row["start_date"], row["start_date_precision"]) if row["start_date"] else None
    ending = language.date(row["end_date"], row["end_date_precision"]) if row["end_date"] else None
    if start is None and ending is None:
        return language.say(NOT_STATED)
    if start == ending:
        return plain(str(start))
    return plain(f"{start or '?'} – {ending or '?'}")


def _status(row: dict[str, Any], language: Language, collected: date | None) -> str:
    """The status, what it rests on, and how old the source is."""
    note = language.of(row, "status_note")
    words = [language.of(row, "status"), *([note] if note != "–" else []), age(row, language, collected)]
    return plain("; ".join(words))


def age(row: dict[str, Any], language: Language, collected: date | None) -> str:
    """As of when the source is; where it is undated, when it was read."""
    if row["source_date"]:
        day = language.date(row["source_date"], row["source_date_precision"])
        return language.say("as of {date}", date=day)
    if collected:
        return language.say("source undated, collected {date}", date=language.short_date(collected))
    return language.say("source undated")


def _places(found: Profile, language: Language) -> str:
    named = []
    for place in found.places.to_dict("records"):
        city = place["city"] if isinstance(place["city"], str) else ""
        words = ", ".join(text for text in (city, language.of(place, "name")) if text)
        named.append(f"{words} ({language.of(place, 'role_name')})")
    return plain("; ".join(named)) or language.say(NOT_STATED)


def funding(found: Profile, language: Language) -> list[Pair]:
    """Fund, payer, programme, and each amount with what it is and what it rests on."""
    say, row = language.say, found.facts
    pairs = [
        (say("Fund"), plain(language.of(row, "fund"))),
        *((say(heading), _worded(row, column, language)) for column, heading in _PAID.items()),
    ]
    for amount in found.amounts.to_dict("records"):
        words = language.of(amount, "kind_name")
        stated = say(
            "{amount}, basis: {basis}",
            amount=language.money(amount["amount"], amount["currency"]),
            basis=language.of(amount, "basis_name"),
        )
        pairs.append((plain(capital(words)), plain(stated)))
    if found.amounts.empty:
        pairs.append((say("Amount"), say(NOT_STATED)))
    return pairs


_PAID = {"payer": mark("Payer"), "programme": mark("Programme")}


def _worded(row: dict[str, Any], column: str, language: Language) -> str:
    words = language.of(row, column)
    return plain(words) if words != "–" else language.say(NOT_STATED)


def source(found: Profile, language: Language, collected: date | None) -> list[Pair]:
    """The page that the record rests on, how good it is, and of when."""
    say, row = language.say, found.facts
    return [
        (say("Page"), _site(row["source_url"]) or say(NOT_STATED)),
        (say("What the address leads to"), plain(language.of(row, "source_quality"))),
        (say("Date"), plain(age(row, language, collected))),
        (say("Found by"), plain(language.of(row, "gathered_by"))),
    ]
