"""The selection as SQL: constants joined, every value bound. The only SQL that is put together from pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem import words
from ecosystem.selection import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecosystem.selection.value import Noun, Selection

# Values that stand for no single one: everything, and records that are in no county or municipality.
ALL, NONE = "all", "none"
Bound = dict[str, object]
Condition = tuple[str, Bound]
# Its own cluster, or one whose coordinator, founder or member takes part; who only pays does not tie it.
CLUSTER_TIES = """
    SELECT n, cluster_id FROM initiatives WHERE cluster_id IS NOT NULL
    UNION
    SELECT p.n, m.cluster_id FROM initiative_partners AS p JOIN cluster_members AS m USING (organisation_id)
    WHERE p.role <> 'funder' AND m.role IN ('coordinator', 'founder', 'member')
"""
# Of an initiative, by the name of the field; {among} are its values.
_INITIATIVES = {
    "collection": "collection IN ({among})",
    "relevance": "relevance IN ({among})",
    "theme": "n IN (SELECT n FROM initiative_themes WHERE theme IN ({among}))",
    "sector": "n IN (SELECT n FROM initiative_sectors WHERE sector IN ({among}))",
    "fund": "fund IN ({among})",
    "period": "n IN (SELECT n FROM initiative_streams JOIN funding_streams USING (stream_id) "
    "WHERE period IN ({among}))",
    "kind": "kind IN ({among})",
    "status": "status IN ({among})",
    "scope": "scope IN ({among})",
    "cluster": f"n IN (SELECT n FROM ({CLUSTER_TIES}) AS tied WHERE cluster_id IN ({{among}}))",
    "organisation": "n IN (SELECT n FROM initiative_partners WHERE organisation_id IN ({among}))",
}


@dataclass(frozen=True)
class _Other:
    """A noun other than initiatives: its table, what ties it to initiatives, and conditions on its own fields."""

    cte: str
    table: str
    id: str
    ties: str
    own: Mapping[str, str]


_PLACED = {
    "municipality": "municipality IN ({among})",
    "county": "municipality IN (SELECT municipality FROM municipalities WHERE county IN ({among}))",
}
_OTHERS: dict[Noun, _Other] = {
    "clusters": _Other(
        "chosen_clusters",
        "clusters",
        "cluster_id",
        CLUSTER_TIES,
        {
            "kind": "cluster_type IN ({among})",
            "status": "status IN ({among})",
            "sector": "cluster_id IN (SELECT cluster_id FROM cluster_sectors WHERE sector IN ({among}))",
            **_PLACED,
        },
    ),
    "organisations": _Other(
        "chosen_organisations",
        "organisations",
        "organisation_id",
        "SELECT n, organisation_id FROM initiative_partners",
        {"kind": "kind IN ({among})", "sector": "sector IN ({among})", **_PLACED},
    ),
    "funding-streams": _Other(
        "chosen_streams",
        "funding_streams",
        "stream_id",
        "SELECT n, stream_id FROM initiative_streams",
        {"kind": "level IN ({among})", "fund": "fund IN ({among})", "period": "period IN ({among})"},
    ),
}


def own_fields(noun: Noun) -> frozenset[str]:
    """The fields that on a selection of this noun mean the noun's own, not those of initiatives."""
    return frozenset(_OTHERS[noun].own) if noun in _OTHERS else frozenset()


def query(selection: Selection, of: Noun) -> Condition:
    """See `Selection.chosen`."""
    text, bound = _joined(_conditions(selection).values())
    start = f"WITH chosen AS (SELECT n FROM initiatives WHERE {text})"
    if of not in _OTHERS:
        return start, bound
    other = _OTHERS[of]
    parts: list[Condition] = []
    if selection.noun == of:
        parts += [
            _some_or_none(f"own_{name}", values, text, "municipality IS NULL")
            for name, text in other.own.items()
            if (values := getattr(selection, name))
        ]
    if selection.without(*own_fields(selection.noun)).narrows:
        parts.append((f"{other.id} IN (SELECT tied.{other.id} FROM ({other.ties}) AS tied JOIN chosen USING (n))", {}))
    where, more = _joined(parts)
    return f"{start}, {other.cte} AS (SELECT {other.id} FROM {other.table} WHERE {where})", bound | more


def several(selections: Mapping[str, Selection]) -> Condition:
    """The start of a query with `<name>(n)`, the initiatives of each selection, and the values bound in it."""
    ctes: list[str] = []
    bound: Bound = {}
    for name, selection in selections.items():
        text, values = _joined(_conditions(selection, f"{name}_").values())
        ctes.append(f"{name} AS (SELECT n FROM initiatives WHERE {text})")
        bound |= values
    return "WITH " + ", ".join(ctes), bound


def _joined(conditions: Iterable[Condition]) -> Condition:
    listed = list(conditions)
    bound = {name: value for _, values in listed for name, value in values.items()}
    return " AND ".join(text for text, _ in listed) or "true", bound


def _conditions(selection: Selection, prefix: str = "") -> dict[str, Condition]:
    """The conditions on initiatives by the name of the field that asks for them; years under `year_from`.

    The names of bound values begin with `prefix`.
    """
    found = {
        name: _among(prefix + name, getattr(selection, name), text)
        for name, text in _INITIATIVES.items()
        if getattr(selection, name) and not (name == "collection" and selection.collection == (ALL,))
    }
    located = f"SELECT n FROM ({places.MEANINGS[selection.place]}) AS located WHERE"
    for level in ("county", "municipality"):
        if values := getattr(selection, level):
            some, none = f"n IN ({located} {level} IN ({{among}}))", f"n NOT IN ({located} {level} IS NOT NULL)"
            found[level] = _some_or_none(prefix + level, values, some, none)
    if selection.year_from is not None or selection.year_to is not None:
        found["year_from"] = _years(selection, prefix)
    if selection.q:
        found["q"] = _said(selection.q, prefix)
    # Fields of the noun's own say nothing of initiatives.
    return {name: condition for name, condition in found.items() if name not in own_fields(selection.noun)}


def _among(name: str, values: tuple[str, ...], text: str) -> Condition:
    bound: Bound = {f"{name}_{position}": value for position, value in enumerate(values)}
    return text.format(among=", ".join(f":{name}" for name in bound)), bound


def _some_or_none(name: str, values: tuple[str, ...], text: str, without: str) -> Condition:
    """One of the values or, where `none` is among them, `without`: the condition on what has no such value."""
    codes = tuple(value for value in values if value != NONE)
    parts = [_among(name, codes, text)] if codes else []
    if len(codes) < len(values):
        parts.append((without, {}))
    return "(" + " OR ".join(part for part, _ in parts) + ")", _joined(parts)[1]


def _years(selection: Selection, prefix: str) -> Condition:
    bound: Bound = {}
    parts: list[str] = []
    for name, sign in (("year_from", ">="), ("year_to", "<=")):
        if (year := getattr(selection, name)) is not None:
            parts.append(f"year(start_date) {sign} :{prefix}{name}")
            bound[prefix + name] = year
    text = " AND ".join(parts)
    return (f"(({text}) OR start_date IS NULL)" if selection.undated else f"({text})"), bound


def _said(text: str, prefix: str) -> Condition:
    """Every word of the text occurs, by its Lithuanian or its English stem; see `words`."""
    bound: Bound = {}
    parts: list[str] = []
    for number, stems in enumerate(words.asked(text)):
        names = {f"{prefix}q_{number}_{position}": f" {stem} " for position, stem in enumerate(stems)}
        parts.append("(" + " OR ".join(f"contains(text_search, :{name})" for name in names) + ")")
        bound |= names
    return " AND ".join(parts) or "true", bound
