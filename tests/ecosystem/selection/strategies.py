"""Random selections of the embedded dataset, and random parameters of an address, good and bad."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ecosystem import seed
from ecosystem.selection import Noun, Selection
from tests.ecosystem.selection.oracle import MANY, ONE, OWN, PLACED, Oracle

# The data are read once for all tests; nothing writes to them.
ORACLE = Oracle(seed.DATA)
NOUNS: tuple[Noun, ...] = ("initiatives", "clusters", "organisations", "funding-streams")
# All names that an address may hold for a selection, and two beside it that are none of its.
PARAMETERS = (*ONE, *MANY, *PLACED, "q", "place", "year_from", "year_to", "undated")
BESIDE = ("lang", "version", "tab", "embed", "")


def examples(number: int) -> settings:
    """As many examples; a store that is only read is the same in each of them."""
    return settings(max_examples=number, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _vocabulary(name: str) -> list[str]:
    return [row["code"] for row in ORACLE.table("vocabularies") if row["vocabulary"] == name]


def _column(table: str, column: str) -> list[str]:
    return sorted({row[column] for row in ORACLE.table(table)})


VALUES: dict[str, list[str]] = {
    **{name: _vocabulary(name) for name in ("theme", "sector", "fund", "relevance", "scope")},
    "collection": ["ecosystem", "all"],
    "period": _column("funding_streams", "period"),
    "county": [*ORACLE.counties, "none"],
    "municipality": [*ORACLE.municipalities, "none"],
    "cluster": _column("clusters", "cluster_id"),
    "organisation": _column("organisations", "organisation_id"),
}
KINDS: dict[Noun, dict[str, list[str]]] = {
    "initiatives": {"kind": _vocabulary("initiative-kind"), "status": _vocabulary("initiative-status")},
    "clusters": {"kind": _vocabulary("cluster-type"), "status": _vocabulary("cluster-status")},
    "organisations": {"kind": _vocabulary("organisation-kind"), "status": []},
    "funding-streams": {"kind": _vocabulary("funding-level"), "status": []},
}
LISTS = (*ONE, *MANY, *PLACED)
NAMES = [
    text
    for table, columns in (
        ("initiatives", ("title_en", "title_lt")),
        ("organisations", ("name_en", "name_lt")),
        ("organisation_aliases", ("alias",)),
        ("clusters", ("name_en", "name_lt")),
    )
    for row in ORACLE.table(table)
    for column in columns
    if (text := row[column])
]


def _bare(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text) if unicodedata.category(one) != "Mn")


# The ways in which a reader may type a word.
TYPED = (str, str.upper, str.lower, _bare, lambda text: unicodedata.normalize("NFD", text), lambda text: f"„{text}“")


@st.composite
def said(draw: st.DrawFn, near: str) -> str:
    """One to three words out of one title or name; often out of a title of the initiative `near`."""
    titles = [ORACLE.rows[near]["title_en"], ORACLE.rows[near]["title_lt"]]
    text = draw(st.sampled_from(titles) | st.sampled_from(NAMES))
    listed = [word for word in text.split() if any(one.isalnum() for one in word)]
    chosen = draw(st.lists(st.sampled_from(listed or ["menas"]), min_size=1, max_size=3))
    return " ".join(draw(st.sampled_from(TYPED))(word) for word in chosen)[:200].strip()


@st.composite
def selections(draw: st.DrawFn, noun: Noun = "initiatives", most: int = 4) -> Selection:
    """A selection with up to `most` filters, all of which may hold for one initiative, so that often some are left."""
    near = draw(st.sampled_from(sorted(ORACLE.rows)))
    place = draw(st.sampled_from(["takes-place", "led-from"]))
    values: dict[str, object] = {"place": place}
    for name in draw(st.lists(st.sampled_from((*LISTS, "q", "years")), max_size=most, unique=True)):
        if name == "q":
            values["q"] = draw(said(near))
        elif name == "years":
            values |= draw(_years(near))
        elif every := KINDS[noun].get(name, VALUES.get(name)):
            its = [] if name in OWN[noun] else sorted(ORACLE.of(near, name, place) or {"none"} & set(every))
            some = st.sampled_from(every) | st.sampled_from(its) if its else st.sampled_from(every)
            values[name] = tuple(draw(st.lists(some, min_size=1, max_size=3)))
    return Selection(**values, noun=noun).having(municipality=_inside(values))  # type: ignore[arg-type]


@st.composite
def _years(draw: st.DrawFn, near: str) -> dict[str, object]:
    about = int(ORACLE.rows[near]["start_date"][:4] or 2020)
    years = st.none() | st.integers(about - 3, about + 3) | st.integers(1900, 2100)
    return {"year_from": draw(years), "year_to": draw(years), "undated": draw(st.booleans())}


def _inside(values: dict[str, object]) -> tuple[str, ...]:
    """The municipalities that lie in the counties chosen, as an address would leave them."""
    counties, asked = values.get("county", ()), values.get("municipality", ())
    return tuple(
        code
        for code in asked  # type: ignore[attr-defined]
        if not counties or code == "none" or ORACLE.municipalities[code]["county"] in counties  # type: ignore[operator]
    )


# Text of any characters whatever: unpaired surrogates, NUL, marks, what is not assigned.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
ODD = (
    "",
    " ",
    "\0",
    "\ud800",
    "\udcff menas",
    "a" * 100_000,
    "all",
    "none",
    "1",
    "2020",
    "٢٠٢٠",
    "1899",
    "x') OR true --",
)
GOOD = st.sampled_from(PARAMETERS).flatmap(
    lambda name: st.sampled_from((KINDS["initiatives"] | VALUES).get(name, ["menas", "led-from", "2015", "1"]))
)
GARBAGE = st.dictionaries(
    st.sampled_from((*PARAMETERS, *BESIDE)),
    st.lists(ANY_TEXT | st.sampled_from(ODD) | GOOD, max_size=4),
    max_size=8,
)
