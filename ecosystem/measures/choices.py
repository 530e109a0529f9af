"""What can be asked for: the values of each filter with their words, and a selection told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ecosystem.messages import mark
from ecosystem.selection import ALL, NONE, Read, read
from ecosystem.selection.value import EVERY_RELEVANCE, YEARS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ecosystem.language import Language
    from ecosystem.selection import Noun, Selection
    from ecosystem.store import Store

# The words for each filter, in the order in which a selection is told.
LABELS = {
    "q": mark("Words"),
    "theme": mark("Theme"),
    "sector": mark("Sector"),
    "county": mark("County"),
    "municipality": mark("Municipality"),
    "place": mark("Place means"),
    "fund": mark("Fund"),
    "years": mark("Start"),
    "kind": mark("Kind"),
    "status": mark("Status"),
    "relevance": mark("Relevance"),
    "scope": mark("Scope"),
    "period": mark("Period of the fund"),
    "cluster": mark("Cluster"),
    "organisation": mark("Organisation"),
    "collection": mark("Collection"),
}
FILTERS = tuple(LABELS)
# Which fields of a selection a filter stands for, where it is not the one of its own name.
FIELDS: Mapping[str, tuple[str, ...]] = {"years": YEARS}
_VOCABULARIES: Mapping[Noun, Mapping[str, str]] = {
    "initiatives": {"initiative-kind": "kind", "initiative-status": "status"},
    "clusters": {"cluster-type": "kind", "cluster-status": "status"},
    "organisations": {"organisation-kind": "kind"},
    "funding-streams": {"funding-level": "kind"},
}
_SHARED = {name: name for name in ("theme", "sector", "fund", "relevance", "scope")}
_SPECIAL = {
    ("county", NONE): mark("no single county"),
    ("municipality", NONE): mark("no single municipality"),
    ("place", "takes-place"): mark("takes place in"),
    ("place", "led-from"): mark("led from"),
    ("collection", ALL): mark("all"),
    ("relevance", ALL): mark("any"),
}


class Told(NamedTuple):
    """What is asked of a filter: its name, its words, and its values, each with its words."""

    filter: str
    label: str
    values: list[tuple[str, str]]

    @property
    def words(self) -> str:
        """The words of all values."""
        return " / ".join(words for _, words in self.values)


def fields(filter_: str) -> tuple[str, ...]:
    """The fields of a selection that a filter stands for."""
    return FIELDS.get(filter_, (filter_,))


def active(selection: Selection) -> list[str]:
    """The filters that a selection sets, in the order of `FILTERS`."""
    return [name for name in FILTERS if set(fields(name)) & set(selection.active)]


@dataclass(frozen=True)
class Choices:
    """The values that filters take, of one store and one noun; see `choices`."""

    store: Store
    noun: Noun
    words: Mapping[str, Mapping[str, Mapping[str, str]]]
    counties: Mapping[str, str]

    def among(self, parameter: str, values: Collection[str]) -> Collection[str]:
        """Those of the values that the parameter may take."""
        named = self._named(parameter, values)
        return [value for value in values if value in named]

    def county_of(self, municipality: str) -> str | None:
        """The county of a municipality; None for what is none."""
        return self.counties.get(municipality)

    def inside(self, selection: Selection) -> Selection:
        """The selection without the municipalities that lie outside its counties."""
        counties = selection.county
        left = [code for code in selection.municipality if code == NONE or self.county_of(code) in counties]
        return selection.having(municipality=tuple(left)) if counties else selection

    def name(self, parameter: str, value: str, language: Language) -> str:
        """The words for a value of a filter; the value itself where it has none."""
        return self.names(parameter, [value], language)[0]

    def names(self, parameter: str, values: Sequence[str], language: Language) -> list[str]:
        """The same for several values, in their order."""
        named, words = self._named(parameter, values), []
        for value in values:
            row = {f"words_{code}": text for code, text in named.get(value, {}).items()}
            special = _SPECIAL.get((parameter, value))
            words.append(language.say(special) if special else language.of(row, "words") if row else value)
        return words

    def _named(self, parameter: str, values: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
        if parameter not in _BY_ID:
            return self.words.get(parameter, {})
        listed = list(values)
        if not listed:
            return {}
        bound = {f"id_{position}": value for position, value in enumerate(listed)}
        among = ", ".join(f":{name}" for name in bound)
        rows = self.store.query(f"{_BY_ID[parameter]} IN ({among})", **bound).to_pylist()
        return {row["code"]: {"lt": row["lt"], "en": row["en"]} for row in rows}

    def read(self, parameters: Mapping[str, Sequence[str]]) -> Read:
        """The selection in the parameters of an address; see `selection.read`."""
        return read(parameters, self, self.noun)

    def told(self, selection: Selection, language: Language) -> list[Told]:
        """What a selection asks for, in the order of `FILTERS`."""
        return [
            Told(name, language.say(LABELS[name]), self._values(selection, name, language))
            for name in active(selection)
        ]

    def _values(self, selection: Selection, name: str, language: Language) -> list[tuple[str, str]]:
        if name == "years":
            return _years(selection, language)
        if name == "q":
            return [(selection.q, selection.q)]
        if name == "relevance" and selection.relevance == EVERY_RELEVANCE:
            return [(ALL, language.say(_SPECIAL[name, ALL]))]
        value = getattr(selection, name)
        values = (value,) if isinstance(value, str) else value
        return list(zip(values, self.names(name, values, language), strict=True))


# Values that are too many to hold.
_BY_ID = {
    "organisation": "SELECT organisation_id AS code, name_lt AS lt, name_en AS en FROM organisations "
    "WHERE organisation_id",
    "cluster": "SELECT cluster_id AS code, name_lt AS lt, name_en AS en FROM clusters WHERE cluster_id",
}


Words = dict[str, dict[str, dict[str, str]]]


def choices(store: Store, noun: Noun = "initiatives") -> Choices:
    """The values that filters may take on pages of a noun; kinds and statuses are those of the noun."""
    return Choices(store, noun, *values(store, noun))


def values(store: Store, noun: Noun = "initiatives") -> tuple[Words, dict[str, str]]:
    """What `Choices` is made of: words by parameter, code and language, and the county of each municipality."""
    rows = store.query(
        """
        SELECT vocabulary, code, lt, en FROM vocabularies
        UNION ALL SELECT 'county', county, name_lt, name_en FROM counties
        UNION ALL SELECT 'municipality', municipality, name_lt_short, name_en FROM municipalities
        UNION ALL SELECT DISTINCT 'period', period, period, period FROM funding_streams
        UNION ALL SELECT DISTINCT 'collection', collection, collection, collection FROM initiatives
                  WHERE collection NOT IN (SELECT code FROM vocabularies WHERE vocabulary = 'collection')
        """
    ).to_pylist()
    parameters = {**_SHARED, **_VOCABULARIES[noun]}
    parameters |= {name: name for name in ("county", "municipality", "period", "collection")}
    words: Words = {}
    for row in rows:
        if row["vocabulary"] in parameters:
            named = words.setdefault(parameters[row["vocabulary"]], {})
            named[row["code"]] = {"lt": row["lt"], "en": row["en"]}
    counties = store.query("SELECT municipality, county FROM municipalities").to_pylist()
    return words, {row["municipality"]: row["county"] for row in counties}


def in_order(store: Store, level: Literal["county", "municipality"], language: str) -> list[str]:
    """The codes of all counties or all municipalities, in the order of their names in a language."""
    table = {"county": "counties", "municipality": "municipalities"}[level]
    rows = store.query(f"SELECT {level} AS code FROM {table} ORDER BY name_{language}_sort, code")
    codes: list[str] = rows["code"].to_pylist()
    return codes


def _years(selection: Selection, language: Language) -> list[tuple[str, str]]:
    start, until = selection.year_from, selection.year_to
    if start is not None and until is not None:
        words = str(start) if start == until else f"{start}–{until}"
    elif start is not None:
        words = language.say("from {year}", year=start)
    else:
        words = language.say("until {year}", year=until)
    if selection.undated:
        words = language.say("{years} or not stated", years=words)
    return [("years", words)]
