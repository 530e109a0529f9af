"""Errors raised on purpose say what happened, where, and what to do."""

from __future__ import annotations

import pytest

from ecosystem import errors
from ecosystem.errors import EcosystemError, SeedProblem, SeedRefused

VALUES = {
    "path": "store.duckdb",
    "origin": "municipalities.json",
    "detail": "broken off",
    "holder": "python (PID 42)",
    "versions": 3,
    "number": 2,
    "table": "clusters",
    "column": "coordinator_id",
    "id": "nobody",
}
KINDS = [kind for kind in EcosystemError.__subclasses__() if kind is not SeedRefused]


def _plain(message: str, **values: object) -> str:
    return message.format(**values)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_title_what_happened_and_a_way_out_of_its_own(kind: type[EcosystemError]) -> None:
    texts = kind(**VALUES).texts(_plain)
    assert all(texts)
    assert not any("{" in text for text in texts)
    assert {"title", "note", "way_out"} <= set(vars(kind))


def test_the_type_is_the_name_in_kebab_case() -> None:
    assert errors.StoreHasOwnVersions().type == "store-has-own-versions"
    assert errors.SeedRefused([]).type == "seed-refused"


def test_an_error_as_text_is_whole() -> None:
    assert str(errors.StoreMissing(path="store.duckdb")) == (
        "There is no store yet. The file store.duckdb does not exist. Run: python -m ecosystem build"
    )


def test_texts_pass_through_the_language_of_the_reader() -> None:
    said = errors.StoreMissing(path="x").texts(lambda message, **values: f"<{_plain(message, **values)}>")
    assert said == ("<There is no store yet>", "<The file x does not exist.>", "<Run: python -m ecosystem build>")


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (SeedProblem("a.csv", "is missing"), "a.csv: is missing"),
        (SeedProblem("a.csv", "is missing", row=1, column="n"), "a.csv, row 1, column n: is missing"),
        (SeedProblem("a.csv", "is bad", row=2, column="n", value="x"), "a.csv, row 2, column n: “x” is bad"),
        (SeedProblem("a.csv", "is bad", row=2, column="n", value=""), "a.csv, row 2, column n: “” is bad"),
        (SeedProblem("a.csv", "is bad", row=2, value="x" * 100), f"a.csv, row 2: “{'x' * 80}” is bad"),
        (SeedProblem("a.csv", "is not in {target}", values={"target": "b.csv"}), "a.csv: is not in b.csv"),
        (SeedProblem("a.csv", "is bad", row=2, column="n", value="{x}"), "a.csv, row 2, column n: “{x}” is bad"),
    ],
)
def test_a_problem_names_file_row_column_value_and_reason(problem: SeedProblem, text: str) -> None:
    assert problem.text(_plain) == text


def test_a_refusal_lists_its_problems() -> None:
    refused = SeedRefused([SeedProblem("a.csv", "is empty"), SeedProblem("b.csv", "is missing")])
    assert refused.texts(_plain) == (
        "The data files cannot be loaded",
        "Problems found: 2. The store was left as it was. a.csv: is empty; b.csv: is missing.",
        "Correct the rows named, then run: python -m ecosystem build",
    )


def test_a_refusal_lists_twenty_problems_and_counts_the_others() -> None:
    listed = SeedRefused([SeedProblem("a.csv", "is bad", row=row) for row in range(2, 27)]).texts(_plain)[1]
    assert listed.startswith("Problems found: 25.")
    assert listed.count("is bad") == 20
    assert listed.endswith("a.csv, row 21: is bad; and 5 more.")
    twenty = SeedRefused([SeedProblem("a.csv", "is bad", row=row) for row in range(2, 22)]).texts(_plain)[1]
    assert twenty.endswith("a.csv, row 21: is bad.")
