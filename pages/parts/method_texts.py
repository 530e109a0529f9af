"""The texts of the method page, a function a passage; each gives paragraphs in the language of `say`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Say = Callable[..., str]


def definitions(say: Say) -> Iterator[str]:
    """What is in and what is at the edge."""
    yield say(
        "A social innovation here is a new or clearly improved solution to a social need that changes how people "
        "and organisations work together. Recorded are initiatives in Lithuania that are, support or prepare such"
        " solutions: projects, programmes, calls, events, labs, services and policy projects."
    )
    yield say(
        "**Core** records are about social innovation themselves. **Related** ones work in the same field with "
        "means that are not new. **Context** records only help to understand the others. Pages show core and "
        "related records unless you choose otherwise."
    )


def own_words(say: Say) -> Iterator[str]:
    """The second, narrower reading."""
    yield say("Apart from that, it is noted whether a record itself says that it is a social innovation:")


def gathering(say: Say) -> Iterator[str]:
    """The two searches, and what follows."""
    yield say(
        "Records were gathered from public pages in two rounds. The general search looked for social innovation, "
        "clusters and funds. A later search looked for culture together with other sectors. It makes the lists "
        "fuller, and it would raise the share of culture by itself: shares of sectors are therefore computed on "
        "the records of the general search only, lists and counts on all."
    )


def coding(say: Say) -> Iterator[str]:
    """How codes were given, and what the dataset is not."""
    yield say(
        "Relevance, scope, kind, fund, payer, sector and theme were coded by reading each record, once, without a"
        " second coder. A status is as of its source: an old page may call ongoing what has long ended. Sectors "
        "and themes are tags: an initiative may have several, and a tag does not say how much of the initiative "
        "it covers."
    )
    yield say(
        "The dataset is not a census. What no public page describes is missing, small and local initiatives most "
        "of all, and the last two years are still being collected. **Not known is never zero**: “none recorded” "
        "means that no record was found, not that nothing exists."
    )
    yield say("No personal data: natural persons are neither organisations nor named anywhere.")


def measures(say: Say) -> Iterator[str]:
    """Each measure of the pages, with its rule."""
    yield say(
        "**Culture takes part.** Share of initiatives tagged with culture and creative industries, on the records"
        " of the general search."
    )
    yield say(
        "**Budgets stated.** Sum of total budgets in euro. Left out, each with its number: initiatives that state"
        " no amount, only a part of the budget, or another currency; programmes and calls, whose projects are "
        "counted themselves; what was not contracted or was terminated; EU-wide initiatives; and parents whose "
        "parts state a total. Where fewer than half of the records are in the sum, it is called stated, never "
        "total, and no average is printed."
    )
    yield say(
        "**When initiatives started.** Initiatives by the year of their start; those without a stated start are "
        "counted beside the chart."
    )
    yield say(
        "**Themes and sectors.** Number of initiatives that carry both tags. An initiative counts in every cell "
        "whose tags it has."
    )
    yield say(
        "**Funds and payers.** Initiatives by the fund named; “EU funds, fund not stated” counts as not known. "
        "Payers are shown as sources name them."
    )
    yield say(
        "**Organisations.** The figure counts every organisation with a tie to a cluster or an initiative, in any"
        " role. In the chart by kind a municipality and its administration stand for one body and count once, "
        "where each names the other."
    )
    yield say(
        "**Clusters.** Clusters and cluster-like bodies by sector and by status; a cluster counts in each of its "
        "sectors."
    )
    yield say(
        "**What the records do not say.** Place is asked of local and regional initiatives only; those that are "
        "nationwide, cross-border or EU-wide have no single place."
    )


def filters(say: Say) -> Iterator[str]:
    """What filters mean, and what a profile lists."""
    yield say(
        "**Filters.** Within one filter the values are alternatives, between filters all must hold. The number beside "
        "an option is what it would give with all other filters as they are. Organisations and clusters are then "
        "those tied to a chosen initiative. The address of the page holds the filters: it can be sent and kept."
    )
    yield say(
        "**Place.** “Takes place in” counts an initiative in each county and municipality where it takes place. “Led "
        "from” is the municipality of its lead organisation or, where that is not known, its main place. Nationwide "
        "and cross-border initiatives are in no single county."
    )
    yield say(
        "**Map.** It shows all places, whatever county or municipality is chosen; what stands in no single one is "
        "listed beside it by scope. At most five shades: even steps, or doubling ones where most values are small. "
        "Hatched: none recorded, or no budget stated. Budgets are added in each county as on the overview. Rates use "
        "the inhabitants of the census of 2021; one that rests on fewer than five initiatives says little, and "
        "municipalities are not ranked by it. Clusters and organisations stand at the centre of their municipality."
    )
    yield say(
        "**Start.** Years are those of the start. Initiatives that state no start are left out, counted, and taken in "
        "by a switch."
    )
    yield say(
        "**Words.** Every word must occur in the titles, texts, organisations or places of an initiative. Case, "
        "diacritics and endings do not matter: words are compared by their Lithuanian and English stems (Snowball)."
    )
    yield say(
        "**Cluster.** The initiatives of a cluster are its own and those in which its coordinator, a founder or a "
        "member takes part; who only pays for an initiative does not tie it."
    )
    yield say(
        "**Similar by tags.** Initiatives that share at least half of all themes and sectors of both (Jaccard index), "
        "the five closest; those that are related otherwise are listed apart."
    )


def sources(say: Say) -> Iterator[str]:
    """What every row rests on."""
    yield say(
        "Every row carries the address of the page it rests on and how good that address is. Facts are told in "
        "our own words. The addresses of the initiatives lead to:"
    )


def licences(say: Say) -> Iterator[str]:
    """Under what terms what is shown may be used."""
    yield say(
        "**Places.** Names, codes and areas of municipalities: Centre of Registers, CC BY 4.0. NUTS and LAU "
        "codes: Eurostat. Inhabitants: census of 1 January 2021, official statistics; 2026, for some "
        "municipalities: estimates of citypopulation.de."
    )
    yield say(
        "**Payments.** Open data of the European Commission on cohesion policy and pages of the Lithuanian "
        "authorities; each row names its page."
    )
    yield say("**Font.** IBM Plex Sans, SIL Open Font License 1.1.")


def model(say: Say) -> Iterator[str]:
    """Where the model is written."""
    yield say(
        "The store has these tables. Each column, its type and its meaning stand in docs/data-model.md (in "
        "English), which is made from the schema itself."
    )
