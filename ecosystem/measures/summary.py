"""A selection told in two or three sentences: on pages, as the words for a chart, on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.measures import choices, facets, funding, overview

if TYPE_CHECKING:
    from ecosystem.language import Language
    from ecosystem.measures.choices import Choices
    from ecosystem.measures.facets import Tally, Years
    from ecosystem.measures.funding import Stated
    from ecosystem.measures.overview import Figures
    from ecosystem.selection import Selection
    from ecosystem.store import Store

MILLION = 1_000_000
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
        asked = "; ".join(
            f"{label}: {' / '.join(words for _, words in values)}"
            for _, label, values in self.choices.told(self.selection, language)
        )
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
    if euro >= MILLION / 10:
        return language.say("€{millions} million", millions=language.number(euro / MILLION, 1))
    return language.say("€{amount}", amount=language.number(euro))


def summary(store: Store, selection: Selection) -> Summary:
    """What is said of a selection; themes and sectors that it asks for are not named as the most frequent ones."""
    counted = facets.counts(store, selection, ("theme", "sector"))
    frequent: dict[str, list[tuple[str, int]]] = {}
    for facet, numbers in counted.items():
        left = [] if getattr(selection, facet) else sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
        frequent[facet] = left[:NAMED]
    return Summary(
        selection,
        choices.choices(store, selection.noun),
        facets.tally(store, selection),
        overview.figures(store, selection),
        funding.stated(store, selection),
        _years(store, selection),
        frequent,
    )


def _years(store: Store, selection: Selection) -> Years:
    row = store.measure(
        """
        SELECT min(year(start_date)) AS first, max(year(start_date)) AS last, count(start_date) AS dated,
               count(*) - count(start_date) AS undated FROM initiatives JOIN chosen USING (n)
        """,
        selection,
    ).to_pylist()[0]
    return facets.Years(**row)
