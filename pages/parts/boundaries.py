"""The boundaries that maps draw: whose they are, as the files themselves say, else as the dataset does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem import boundaries, seed
from ecosystem.measures import dataset
from pages.parts.plain import plain

if TYPE_CHECKING:
    from pages.parts.session import View


def stamp(level: str) -> int:
    """What changes with the file of a level: a refresh may come while the dashboard runs."""
    return boundaries.file(seed.DATA, level).stat().st_mtime_ns


def attribution(view: View) -> str:
    """Whose boundaries they are, and as of when."""
    name, date, _ = _source(view)
    return view.language.say(
        "Boundaries: {source}, {date}.", source=plain(name), date=date or view.language.say("date not stated")
    )


def licence(view: View) -> str:
    """Under what terms they may be used."""
    name, date, terms = _source(view)
    if not terms:
        return view.language.say(
            "**Boundaries.** {boundaries}; their date and licence are not stated there. They are to be replaced by "
            "the official Address Register (CC BY 4.0).",
            boundaries=plain(name),
        )
    return view.language.say(
        "**Boundaries.** {boundaries}, {date}. Licence: {licence}.",
        boundaries=plain(name),
        date=date or view.language.say("date not stated"),
        licence=plain(terms),
    )


def _source(view: View) -> tuple[str, str | None, str | None]:
    """Name, date and licence, these None where they are not stated."""
    file = view.once("source", lambda: boundaries.source(seed.DATA), stamp("municipalities"))
    if file:
        return file.name, file.date, file.licence
    return view.once("boundaries", lambda: dataset.boundaries(view.store)) or "–", None, None
