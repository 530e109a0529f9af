"""A selection told in two or three sentences: on pages, as the words for a chart, on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from ecosystem.measures import choices, facets, funding, overview
from ecosystem.measures.measured import millions

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecosystem.language import Language
    from ecosystem.measures.choices import Choices
    from ecosystem.measures.facets import Tally, Years
    from ecosystem.measures.funding import Stated
    from ecosystem.measures.overview import Figures
    from ecosystem.selection import Selection
    from ecosystem.store import Store

Made = TypeVar("Made")
NAMED = 2


@dataclass(frozen=True)
class Summary:
    """What is said of a selection; `sentences` puts it into words."""

    selection: Selection
    choices: Choices
    tally: Tally
    figures: Figures
    stated: Stated
    years: Years
    frequent: dict[str, list[tuple[str, int]]]

    def sentences(self, language: Language) -> list[str]:
        """Two or three sentences: how many and by which filters; about what; when, and how much is stated."""
        said = [self._chosen(language)]
        if self.tally.initiatives:
            said += [text for text in (self._about(language), f"{self._when(language)} {self._paid(language)}") if text]
        return said

    def text(self, language: Language) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences(language))

    def _chosen(self, language: Language) -> str:
        asked = "; ".join(f"{one.label}: {one.words}" for one in self.choices.told(self.selection, language))
        n = self.tally.initiatives
        if not asked:
            return language.plural(
                "{n} initiative is recorded, {core} of them core to social innovation.",
                "{n} initiatives are recorded, {core} of them core to social innovation.",
                n,
                core=language.number(self.figures.core),
            )
        if not n:
            return language.say("No initiative is recorded with these filters ({filters}).", filters=asked)
        return language.plural(
            "{n} initiative of {records} is recorded with these filters ({filters}).",
            "{n} initiatives of {records} are recorded with these filters ({filters}).",
            n,
            records=language.number(self.tally.records),
            filters=asked,
        )

    def _about(self, language: Language) -> str:
        named = {
            facet: ", ".join(self._counted(facet, pair, language) for pair in pairs)
            for facet, pairs in self.frequent.items()
        }
        themes, sectors = named["theme"], named["sector"]
        if themes and sectors:
            return language.say("Most frequent themes: {themes}; sectors: {sectors}.", themes=themes, sectors=sectors)
        if themes:
            return language.say("Most frequent themes: {themes}.", themes=themes)
        return language.say("Most frequent sectors: {sectors}.", sectors=sectors) if sectors else ""

    def _counted(self, facet: str, pair: tuple[str, int], language: Language) -> str:
        code, number = pair
        return f"{self.choices.name(facet, code, language)} ({language.number(number)})"

    def _when(self, language: Language) -> str:
        years = self.years
        if years.first is None:
            return language.say("None states when it started;")
        span = str(years.first) if years.first == years.last else f"{years.first}–{years.last}"
        if not years.undated:
            return language.say("Started: {years};", years=span)
        return language.plural(
            "Started: {years}, {n} states no start;", "Started: {years}, {n} state no start;", years.undated, years=span
        )

    def _paid(self, language: Language) -> str:
        coverage, total = self.stated.coverage, self.stated.total
        if total is None:
            return language.say("none states a budget that can be added.")
        values = {
            "amount": amount(float(total), language),
            "used": language.number(coverage.used),
            "records": language.number(coverage.records),
        }
        if coverage.enough:
            return language.say("budgets together: {amount}, by {used} of {records}.", **values)
        return language.say("budgets stated: {amount}, by {used} of {records}.", **values)


def amount(euro: float, language: Language) -> str:
    """An amount as it is said in a sentence: in millions from a tenth of one on, else to the euro."""
    in_millions = millions(euro)
    if in_millions is not None:
        return language.say("€{millions} million", millions=language.number(in_millions, 1))
    return language.say("€{amount}", amount=language.number(euro))


class Ask(Protocol):
    """Who gives the answer of a measure: the measure itself, or what is kept of it."""

    def __call__(self, measure: Callable[[Store, Selection], Made], /) -> Made:
        """The answer."""


def summary(store: Store, selection: Selection) -> Summary:
    """What is said of a selection; themes and sectors that it asks for are not named as the most frequent ones."""
    return of(selection, choices.choices(store, selection.noun), lambda measure: measure(store, selection))


def of(selection: Selection, known: Choices, ask: Ask) -> Summary:
    """The same from answers that may be kept already."""
    return Summary(
        selection,
        known,
        ask(facets.tally),
        ask(overview.figures),
        ask(funding.stated),
        ask(facets.start_years),
        ask(_frequent),
    )


def _frequent(store: Store, selection: Selection) -> dict[str, list[tuple[str, int]]]:
    """The most frequent themes and sectors with their numbers, of what the selection does not ask for."""
    return {
        facet: []
        if getattr(selection, facet)
        else sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMED]
        for facet, numbers in facets.counts(store, selection, ("theme", "sector")).items()
    }
