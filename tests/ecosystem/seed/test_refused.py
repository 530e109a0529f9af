"""What is wrong with data files: every problem with its file, row, column, value and reason, and nothing stored."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ecosystem import model, seed
from ecosystem.errors import EcosystemError, SeedProblem, SeedRefused
from tests import tiny

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = [table.name for table in model.data_tables()]
NOT_DATE = "is not a date: write 2012, 2012-05 or 2012-05-20"
NOT_AMOUNT = "is not an amount with at most two decimals: write 1234.56"
NO_CODE = "is no code of the vocabulary"
ANOTHER_ORDER = "the columns stand in another order than in the data model"
Rows = dict[str, list[dict[str, str]]]


def _said(problem: SeedProblem) -> tuple[str, int | None, str | None, str | None, str]:
    return problem.file, problem.row, problem.column, problem.value, problem.reason.format(**problem.values)


def _refused(data: Path) -> list[tuple[str, int | None, str | None, str | None, str]]:
    with pytest.raises(SeedRefused) as refused:
        seed.build(data, data.parent / "store" / "ecosystem.duckdb")
    assert list((data.parent / "store").iterdir()) == []
    return [_said(problem) for problem in refused.value.problems]


def _rows(table: str, *rows: dict[str, str]) -> Rows:
    return {table: [*tiny.TABLES.get(table, []), *rows]}


def _population(**values: str) -> dict[str, str]:
    return {"code": "13", "year": "2021", "inhabitants": "5", "source": "census"} | values


def _payment(**values: str) -> dict[str, str]:
    return {"fund": "esf", "date": "2010", "kind": "paid", "cumulative": "false", "amount": "1"} | values


@pytest.mark.parametrize(
    ("content", "row", "column", "reason"),
    [
        (None, None, None, "is missing"),
        (b"", None, None, "is empty"),
        (b"organisation_id,alias\nmuseum,one\nmuseum,\xe0\xe8\n", 3, None, "is not UTF-8 at this row"),
        (b"\xff\xfeo\x00", 1, None, "is not UTF-8 at this row"),
        (b'organisation_id,alias\nmuseum,one\nmuseum,"two\nmore', 3, None, "breaks off inside a quoted cell"),
        (b"organisation_id,alias\nmuseum\n", 2, None, "has 1 cells where the header has 2"),
        (b'organisation_id,alias\nmuseum,"a\nb"\nmuseum,b,c\n', 3, None, "has 3 cells where the header has 2"),
        (b"organisation_id,alias\nmuseum,a\n\n", 3, None, "has 0 cells where the header has 2"),
        (b"organisation_id\nmuseum\n", 1, "alias", "is missing"),
        (b"organisation_id,alias,more\nmuseum,a,b\n", 1, "more", "is not known"),
        (b"alias,organisation_id\na,museum\n", 1, None, ANOTHER_ORDER),
    ],
)
def test_a_file_that_cannot_be_read_names_its_row(
    tmp_path: Path, content: bytes | None, row: int | None, column: str | None, reason: str
) -> None:
    data = tiny.write(tmp_path / "data")
    if content is None:
        (data / "organisation_aliases.csv").unlink()
    else:
        (data / "organisation_aliases.csv").write_bytes(content)
    assert _refused(data) == [("organisation_aliases.csv", row, column, None, reason)]


def test_problems_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    (data / "organisation_aliases.csv").write_text("organisation_id,name,name\nmuseum,a\n", "utf-8")
    (data / "milestones.csv").unlink()
    assert _refused(data) == [
        ("organisation_aliases.csv", 1, "alias", None, "is missing"),
        ("organisation_aliases.csv", 1, "name", None, "is not known"),
        ("organisation_aliases.csv", 1, "name", None, "is not known"),
        ("milestones.csv", None, None, None, "is missing"),
    ]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        (tiny.changed("initiatives", 1, title_lt=""), [("initiatives.csv", 3, "title_lt", None, "must not be empty")]),
        (
            {"funding_payments": [_payment(cumulative="yes")]},
            [("funding_payments.csv", 2, "cumulative", "yes", "is neither true nor false")],
        ),
        (
            tiny.changed("initiatives", 3, kind="projekt", scope="xyz"),
            [
                ("initiatives.csv", 5, "kind", "projekt", f"{NO_CODE} initiative-kind; perhaps project"),
                ("initiatives.csv", 5, "scope", "xyz", f"{NO_CODE} scope"),
            ],
        ),
        (
            tiny.changed("cluster_members", 0, role="lead") | tiny.changed("initiative_partners", 0, role="founder"),
            [
                ("cluster_members.csv", 2, "role", "lead", "is no role in this table"),
                ("initiative_partners.csv", 2, "role", "founder", "is no role in this table"),
            ],
        ),
        (
            _rows("initiative_themes", {"initiative_id": "b", "theme": "ageing"})
            | {"milestones": [{"initiative_id": "a", "date": "2020", "title_en": "x", "title_lt": "x"}] * 2}
            | {"cluster_labels": [{"cluster_id": "one", "label": "gold"}] * 3},
            [
                ("cluster_labels.csv", 3, "cluster_id, label, year", "one, gold", "repeats the key of row 2"),
                ("cluster_labels.csv", 4, "cluster_id, label, year", "one, gold", "repeats the key of row 2"),
                ("initiative_themes.csv", 10, "initiative_id, theme", "b, ageing", "repeats the key of row 3"),
                ("milestones.csv", 3, "initiative_id, date", "a, 2020", "repeats the key of row 2"),
            ],
        ),
        (
            {"population": [_population(code="99")]}
            | tiny.changed("clusters", 1, coordinator_id="nobody")
            | _rows("initiative_themes", {"initiative_id": "z", "theme": "ageing"})
            | tiny.changed("initiative_places", 0, level="county", code="LT999")
            | tiny.changed("initiative_relations", 0, related_id="z"),
            [
                ("population.csv", 2, "code", "99", "is not in municipalities.csv"),
                ("clusters.csv", 3, "coordinator_id", "nobody", "is not in organisations.csv"),
                ("initiative_themes.csv", 10, "initiative_id", "z", "is not in initiatives.csv"),
                ("initiative_places.csv", 2, "code", "LT999", "is not in counties.csv"),
                ("initiative_relations.csv", 2, "related_id", "z", "is not in initiatives.csv"),
            ],
        ),
    ],
    ids=["empty", "boolean", "code", "role", "key", "reference"],
)
def test_a_row_that_breaks_the_model_is_named_with_its_reason(
    tmp_path: Path, rows: Rows, problems: list[tuple[str, int, str, str | None, str]]
) -> None:
    assert _refused(tiny.write(tmp_path / "data", rows)) == problems


@pytest.mark.parametrize(
    ("table", "column", "reason", "wrong"),
    [
        (
            "initiatives",
            "start_date",
            NOT_DATE,
            ["2012-13", "2012-02-30", "spring", "12", "2012-5", "2012-05-20T10:00", "20.05.2012"],
        ),
        ("clusters", "members_stated", "is not a whole number", ["12.5", "99999999999"]),
        (
            "initiative_amounts",
            "amount",
            NOT_AMOUNT,
            ["500,50", "1e3", "12345678901234567.00", "10 000", "€5", "-", "."],
        ),
    ],
)
def test_a_cell_of_the_wrong_type_is_named_with_the_shape_to_write(
    tmp_path: Path, table: str, column: str, reason: str, wrong: list[str]
) -> None:
    rows = [dict(row) for row in tiny.TABLES[table]]
    for row, value in zip(rows, wrong, strict=True):
        row[column] = value
    found = _refused(tiny.write(tmp_path / "data", {table: rows}))
    assert found == [(f"{table}.csv", row, column, value, reason) for row, value in enumerate(wrong, 2)]


def test_every_wrong_cell_is_told_in_the_order_of_the_model(tmp_path: Path) -> None:
    rows = {
        **tiny.changed("initiatives", 0, status="endet", fund="", lead_id="nobody"),
        **tiny.changed("organisations", 4, country="", kind="ministri", name_en=""),
    }
    assert _refused(tiny.write(tmp_path / "data", rows)) == [
        ("organisations.csv", 6, "name_en", None, "must not be empty"),
        ("organisations.csv", 6, "kind", "ministri", f"{NO_CODE} organisation-kind; perhaps ministry"),
        ("initiatives.csv", 2, "status", "endet", f"{NO_CODE} initiative-status"),
        ("initiatives.csv", 2, "fund", None, "must not be empty"),
        ("initiatives.csv", 2, "lead_id", "nobody", "is not in organisations.csv"),
    ]


@pytest.mark.parametrize(
    ("rows", "file"),
    [
        ({"population": [_population(), _population(year="02021")]}, "population.csv"),
        ({"funding_payments": [_payment(), _payment(period="x")]}, "funding_payments.csv"),
    ],
    ids=["one year written in two ways", "a period called x beside one that is not known"],
)
def test_a_key_that_repeats_only_once_it_is_read_is_named_too(tmp_path: Path, rows: Rows, file: str) -> None:
    found = _refused(tiny.write(tmp_path / "data", rows))
    assert [problem[:2] for problem in found] == [(file, 3)]
    assert found[0][4] == "repeats the key of row 2"


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("counties.csv", b"", ("counties.csv", None, None, None, "is empty")),
        ("municipalities.csv", b"\xff\n", ("municipalities.csv", 1, None, None, "is not UTF-8 at this row")),
    ],
)
def test_a_damaged_list_of_places_is_not_blamed_on_the_boundaries(
    tmp_path: Path, file: str, content: bytes, problem: tuple[str, int | None, None, None, str]
) -> None:
    data = tiny.write(tmp_path / "data")
    (data / file).write_bytes(content)
    assert _refused(data) == [problem]


def test_a_folder_in_place_of_a_file_is_an_error_raised_on_purpose(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    (data / "dataset.csv").unlink()
    (data / "dataset.csv").mkdir()
    with pytest.raises(EcosystemError):
        seed.build(data, tmp_path / "ecosystem.duckdb")


def _flipped(raw: bytes, at: float, junk: bytes) -> bytes:
    start = int(at * len(raw))
    return raw[:start] + junk + raw[start + len(junk) :]


@given(
    name=st.sampled_from(NAMES),
    damage=st.one_of(
        st.binary(max_size=200).map(lambda junk: lambda raw: junk),
        st.builds(
            lambda at, junk: lambda raw: _flipped(raw, at, junk),
            st.floats(0, 1),
            st.one_of(st.binary(max_size=20), st.text(max_size=20).map(lambda text: text.encode())),
        ),
        st.floats(0, 1).map(lambda at: lambda raw: raw[: int(at * len(raw))]),
    ),
)
@example(name="counties", damage=lambda raw: b"")
@example(name="counties", damage=lambda raw: b'county,"' + b"a" * 200_000)
@example(name="initiatives", damage=lambda raw: raw.replace(b"Museum", b"Mus\x00eum"))
@settings(derandomize=True, max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_bytes_in_any_file_are_refused_or_loaded_but_never_an_accident(
    tmp_path: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    data = tiny.write(tmp_path / "data")
    (data / f"{name}.csv").write_bytes(damage((data / f"{name}.csv").read_bytes()))
    (tmp_path / "ecosystem.duckdb").unlink(missing_ok=True)
    with contextlib.suppress(SeedRefused):
        assert seed.build(data, tmp_path / "ecosystem.duckdb").version == 1


def test_a_file_of_no_table_is_named(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    (data / "clusters (copy).csv").write_text("x\n1\n", "utf-8")
    with pytest.raises(SeedRefused) as refused:
        seed.build(data, tmp_path / "store.duckdb")
    assert str(refused.value.problems[0].file) == "clusters (copy).csv"
    assert refused.value.problems[0].reason == "belongs to no table of the data model"


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    path = data / "clusters.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert seed.build(data, tmp_path / "store.duckdb").rows["clusters"] == 2
