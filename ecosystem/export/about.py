"""What a file says of itself: what was chosen, what it rests on, where it comes from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ecosystem.measures import dataset, initiatives, listing, summary

if TYPE_CHECKING:
    from ecosystem.language import Language
    from ecosystem.selection import Selection
    from ecosystem.store import Store


def about(store: Store, selection: Selection, sort: str, language: Language) -> list[tuple[str, str]]:
    """Pairs of what and its words: the selection, how complete its facts are, dates, sources, terms."""
    say, number = language.say, language.number
    said = summary.summary(store, selection)
    told = said.choices.told(selection, language)
    unknowns = initiatives.unknowns(store, selection)
    collected = dataset.collected(store)
    return [
        (say("Summary"), said.text(language)),
        *((say("Filter: {filter}", filter=one.label), one.words) for one in told),
        (say("Address of the selection"), "?" + urlencode(selection.parameters(), doseq=True)),
        (say("Order"), say(listing.ORDERS[sort])),
        (say("Records"), number(unknowns.coverage.records)),
        *(
            (
                say("Known: {fact}", fact=row[f"fact_{language.code}"]),
                say("{part} of {whole}", part=number(row["known"]), whole=number(row["known"] + row["unknown"])),
            )
            for row in unknowns.frame.to_dict("records")
        ),
        (say("Data as of"), collected.isoformat() if collected else "–"),
        (say("Version of the data"), str(store.version)),
        (say("File made on"), date.today().isoformat()),
        (say("Sources"), say("Public pages, told in our own words; the column “Source” names the page of each row.")),
        (
            say("Terms of use"),
            say(
                "Names and codes of places: Centre of Registers, CC BY 4.0. For the rest no licence has been "
                "stated yet; the terms of each source hold."
            ),
        ),
    ]
