"""What initiatives carry several of: themes, sectors, places, participants, streams, aims, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecosystem.selection import Selection
    from ecosystem.store import Store

Tag = tuple[str, str | None, str | None]
_LISTS = {
    "themes": "SELECT n, theme AS code, lt, en FROM initiative_themes "
    "JOIN vocabularies AS v ON v.vocabulary = 'theme' AND v.code = theme",
    "sectors": "SELECT n, sector AS code, lt, en FROM initiative_sectors "
    "JOIN vocabularies AS v ON v.vocabulary = 'sector' AND v.code = sector",
    "places": "SELECT DISTINCT n, p.code, coalesce(m.name_lt_short, c.name_lt) AS lt, "
    "coalesce(m.name_en, c.name_en) AS en FROM initiative_places AS p "
    "LEFT JOIN municipalities AS m ON p.level = 'municipality' AND m.municipality = p.code "
    "LEFT JOIN counties AS c ON p.level = 'county' AND c.county = p.code",
    "partners": "SELECT DISTINCT n, organisation_id AS code, name_lt AS lt, name_en AS en "
    "FROM initiative_partners JOIN organisations USING (organisation_id)",
    "streams": "SELECT n, stream_id AS code, coalesce(objective_lt, priority_lt, programme_lt, description_lt) AS lt, "
    "coalesce(objective_en, priority_en, programme_en, description_en) AS en "
    "FROM initiative_streams JOIN funding_streams USING (stream_id)",
    "aims": "SELECT n, aim_id AS code, aim_lt AS lt, aim_en AS en "
    "FROM initiative_aims JOIN strategy_aims USING (aim_id)",
}
LISTS = tuple(_LISTS)


def tags(
    store: Store, selection: Selection, lists: Sequence[str], numbers: Sequence[int] | None = None
) -> Mapping[tuple[int, str], list[Tag]]:
    """What the chosen initiatives carry: by number and list, (code, Lithuanian words, English words) in order of codes.

    With `numbers` only of those among them. An initiative that carries nothing of a list has no entry for it; words are
    None where they are not known.
    """
    if numbers is not None and not numbers:
        return {}
    carried = " UNION ALL ".join(
        f"SELECT '{name}' AS list, n, code, lt, en FROM ({_LISTS[name]}) AS {name}" for name in lists
    )
    bound: dict[str, Any] = {f"n_{position}": number for position, number in enumerate(numbers or ())}
    among = f"WHERE n IN ({', '.join(f':{name}' for name in bound)})" if bound else ""
    sql = (
        f"SELECT list, n, code, lt, en FROM ({carried}) AS carried JOIN chosen USING (n) {among} ORDER BY n, list, code"
    )
    found: dict[tuple[int, str], list[Tag]] = {}
    for row in store.measure(sql, selection, **bound).to_pylist():
        found.setdefault((row["n"], row["list"]), []).append((row["code"], row["lt"], row["en"]))
    return found
