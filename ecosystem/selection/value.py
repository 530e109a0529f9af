"""The selection itself: one frozen, canonical value, the same whoever made it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Literal

from ecosystem.model import OWN_COLLECTION
from ecosystem.selection import chosen
from ecosystem.selection.chosen import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Noun = Literal["initiatives", "clusters", "organisations", "funding-streams"]
DEFAULT_RELEVANCE = ("core", "related")
EVERY_RELEVANCE = ("context", "core", "related")
TAKES_PLACE = "takes-place"
YEARS = ("year_from", "year_to", "undated")
# What widens the default narrows nothing.
_WIDE: Mapping[str, tuple[str, ...]] = {"relevance": EVERY_RELEVANCE, "collection": (ALL,)}


@dataclass(frozen=True)
class Selection:
    """Which initiatives are meant; the default is the ecosystem's own, core and related.

    Within one field the values are alternatives, between fields all must hold; an empty field asks for nothing. The
    names of the fields are those of the address, the values are codes. `q` are words that must all occur; `place` says
    what county and municipality mean (`takes-place` or `led-from`), `none` among them stands for records that are in
    none; `undated` takes those without a start into the years. `noun` is no filter: it says whose own kind, status,
    sector, place, fund and period are meant.

    However it is made, it is canonical: values sorted, each once; `undated` only with years; no years that start after
    they end; no empty relevance or collection.
    """

    q: str = ""
    collection: tuple[str, ...] = (OWN_COLLECTION,)
    relevance: tuple[str, ...] = DEFAULT_RELEVANCE
    theme: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    county: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    place: str = TAKES_PLACE
    fund: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    undated: bool = False
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    noun: Noun = "initiatives"

    def __post_init__(self) -> None:
        for name in LISTS:
            self._settle(name, _canonical(getattr(self, name)) or DEFAULTS[name])
        if ALL in self.collection:
            self._settle("collection", (ALL,))
        if ALL in self.relevance:
            self._settle("relevance", EVERY_RELEVANCE)
        self._settle("q", " ".join(self.q.split()))
        if self.year_from is not None and self.year_to is not None and self.year_from > self.year_to:
            self._settle("year_from", None)
            self._settle("year_to", None)
        self._settle("undated", self.undated and (self.year_from is not None or self.year_to is not None))

    def _settle(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the fields that differ from the default, in the order of the address."""
        return tuple(name for name in PARAMETERS if getattr(self, name) != DEFAULTS[name])

    @property
    def narrows(self) -> bool:
        """Whether it leaves out anything that the default holds."""
        return any(getattr(self, name) != _WIDE.get(name) for name in self.active if name != "place")

    def parameters(self) -> dict[str, list[str]]:
        """The selection as the parameters of an address, by name; what is at its default is left out."""
        return {name: self._written(name) for name in self.active}

    def _written(self, name: str) -> list[str]:
        value = getattr(self, name)
        if name == "relevance" and value == EVERY_RELEVANCE:
            return [ALL]
        if isinstance(value, bool):
            return ["1"]
        return list(value) if isinstance(value, tuple) else [str(value)]

    def having(self, **values: object) -> Selection:
        """The same with other values in the fields named."""
        return replace(self, **values)  # type: ignore[arg-type]  # a field that does not exist raises

    def without(self, *names: str) -> Selection:
        """The same with the fields named at their default; `undated` goes with the years."""
        return self.having(**{name: DEFAULTS[name] for name in names})

    def chosen(self, of: Noun = "initiatives") -> tuple[str, dict[str, object]]:
        """The start of a query, and the values bound in it.

        The text gives `chosen(n)`, the initiatives, and for another noun also `chosen_clusters(cluster_id)`,
        `chosen_organisations(organisation_id)` or `chosen_streams(stream_id)`: those tied to a chosen initiative; with
        no filter that narrows, all of them. On a selection of that noun `kind`, `status` and so on are its own.
        """
        return chosen.query(self, of)

    def set_aside(self, *names: str) -> Selection:
        """The same with nothing asked for in the fields named: any relevance, any collection, and so on."""
        return self.without(*names).having(**{name: (ALL,) for name in names if name in _WIDE})


def _canonical(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str):  # its letters would be taken for values
        raise TypeError(f"not several values: {values!r}")
    return tuple(sorted({value.strip() for value in values} - {""}))


DEFAULTS: Mapping[str, object] = {field.name: field.default for field in fields(Selection)}
PARAMETERS = tuple(name for name in DEFAULTS if name != "noun")
LISTS = tuple(name for name in PARAMETERS if isinstance(DEFAULTS[name], tuple))
