"""What stands where, in plain Python over the files; and a dataset in which much stands in several places.

The embedded records stand in one county each, and hardly any is a part of one beside it. Thrown about, they have up to
three places, budgets in two currencies and parts, so that what is counted twice or in the wrong area shows.
"""

from __future__ import annotations

import contextlib
import dataclasses
import random
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ecosystem import model
from ecosystem.store import Store
from tests import tiny
from tests.ecosystem.selection.oracle import PLACED, Oracle
from tests.ecosystem.selection.strategies import ORACLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ecosystem.selection import Selection
    from tests.ecosystem.selection.oracle import Row

# Few, so that many stand together: two municipalities each of two counties, and of two others one.
MUNICIPALITIES = ("13", "41", "19", "52", "21", "29")
COUNTIES = ("LT011", "LT022", "LT027")


class Truth:
    """The answers of a dataset, whatever place is asked for."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle
        self.some = {row["initiative_id"] for row in oracle.table("initiative_amounts")}
        totals = [row for row in oracle.table("initiative_amounts") if row["kind"] == "total"]
        self.currency = {row["initiative_id"]: row["currency"] for row in totals}
        self.budgets = {row["initiative_id"]: Decimal(row["amount"]) for row in totals}
        self.parts = defaultdict(set)
        for row in oracle.table("initiative_relations"):
            if row["kind"] == "part-of":
                self.parts[row["related_id"]].add(row["initiative_id"])

    def meant(self, selection: Selection) -> set[str]:
        """The initiatives of all places."""
        return self.oracle.initiatives(dataclasses.asdict(selection), PLACED)

    def areas(self, selection: Selection, level: str) -> dict[str, set[str]]:
        """The same by the area that they stand in; those in none under `none`."""
        found = defaultdict(set)
        for id_ in self.meant(selection):
            for code in self.oracle.of(id_, level, selection.place) or {"none"}:
                found[code].add(id_)
        return dict(found)

    def reason(self, id_: str, together: Iterable[str]) -> str:
        """Why the budget is not added to those of the initiatives that it stands together with, or `summed`."""
        row = self.oracle.rows[id_]
        parts = [part for part in self.parts[id_] & set(together) if self.currency.get(part) == "EUR"]
        holds = {
            "no-amount": id_ not in self.some,
            "other-currency": self.currency.get(id_, "EUR") != "EUR",
            "other-kinds": id_ not in self.currency,
            "pays-others": row["kind"] in ("programme", "call"),
            "not-carried-out": row["status"] in ("applied", "not-contracted", "terminated"),
            "eu-wide": row["scope"] == "eu",
            "parts-counted": bool(parts),
            "summed": True,
        }
        return next(reason for reason, does in holds.items() if does)

    def figures(self, together: set[str]) -> tuple[int, int, int, float | None]:
        """Of initiatives in one area: how many, with culture, with a budget that is added, and their sum."""
        culture = [id_ for id_ in together if tiny.CULTURE in self.oracle.codes["sector"][id_]]
        added = [self.budgets[id_] for id_ in together if self.reason(id_, together) == "summed"]
        return len(together), len(culture), len(added), float(sum(added)) if added else None


class Dataset(NamedTuple):
    """A store and the truth about it."""

    store: Store
    truth: Truth


NAMES = ("embedded", "thrown about")


@contextlib.contextmanager
def datasets(embedded: Path, folder: Path) -> Iterator[Mapping[str, Dataset]]:
    """Both datasets by name, the second built in the folder."""
    with contextlib.closing(Store.open(embedded)) as first, tiny.opened(folder, thrown_about()) as second:
        truths = (Truth(ORACLE), Truth(Oracle(folder / "data")))
        yield dict(zip(NAMES, map(Dataset, (first, second), truths), strict=True))


def thrown_about() -> dict[str, list[Row]]:
    """The embedded tables with places, budgets and parts drawn at random, the same each time."""
    dice = random.Random(2021)
    ids = sorted(ORACLE.rows)
    places, amounts, parts = [], [], []
    for position, id_ in enumerate(ids):
        for role, most in (("takes-place", 3), ("main", 2)):
            drawn = {_place(dice) for _ in range(dice.randint(0, most))}
            places += [
                {"initiative_id": id_, "level": level, "code": code, "role": role} for level, code in sorted(drawn)
            ]
        amounts += [
            {"initiative_id": id_, "kind": kind, "amount": f"{dice.randint(1, 10**9) / 100:.2f}", "basis": "exact"}
            | {"currency": dice.choice(["EUR", "EUR", "EUR", "SEK"])}
            for kind in dice.choice([(), ("eu",), ("total",), ("total",), ("total", "eu")])
        ]
        parts += [
            {"initiative_id": id_, "related_id": other, "kind": dice.choice(["part-of", "part-of", "follows"])}
            for other in dice.sample(ids[position + 1 :], min(2, len(ids) - position - 1))
        ]
    tables = {table.name: ORACLE.table(table.name) for table in model.data_tables()}
    return tables | {"initiative_places": places, "initiative_amounts": amounts, "initiative_relations": parts}


def _place(dice: random.Random) -> tuple[str, str]:
    if dice.randrange(4):
        return "municipality", dice.choice(MUNICIPALITIES)
    return "county", dice.choice(COUNTIES)
