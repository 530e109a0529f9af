"""From the data files to a store: what is counted, what is made at load, and when a build changes the file."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest

from ecosystem import errors, seed
from ecosystem.seed.build import files_digest
from ecosystem.store import Store, Version
from tests import tiny
from tests.embedded import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# In Lithuanian order: č after c, y beside i, š after s; quotation marks do not count.
NAMES = ["„Bala“", "Cukrus", "Čia", "Dama", "Yla", "Ivas", "Sula", "Šaka"]
SPECIAL = {
    "organisation_aliases": [{"organisation_id": "museum", "alias": name} for name in reversed(NAMES)],
    "cluster_labels": [
        {"cluster_id": "one", "label": "bronze"},
        {"cluster_id": "one", "label": "gold", "year": "2018"},
    ],
    "funding_payments": [
        {"fund": "esf", "date": "2010", "kind": "paid", "cumulative": "false", "amount": "12.50"},
        {
            "fund": "esf",
            "period": "2014-2020",
            "date": "2010-03-05",
            "kind": "paid",
            "cumulative": "true",
            "amount": "5",
        },
    ],
    "milestones": [{"initiative_id": "a", "date": "2020-02", "title_en": "Opened", "title_lt": "Atidaryta"}],
}
LATER = {"dataset": [{"key": "collected", "value": "2022-07-01"}]}
WRONG = {"dataset": [{"key": "collected", "value": ""}]}


@pytest.fixture(scope="module")
def special_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("special")
    seed.build(tiny.write(folder / "data", SPECIAL), folder / "ecosystem.duckdb")
    return folder / "ecosystem.duckdb"


@pytest.fixture
def special(special_path: Path) -> Iterator[Store]:
    """The tiny dataset with rows whose ids, names and dates are made at load."""
    with contextlib.closing(Store.open(special_path)) as opened:
        yield opened


@pytest.fixture
def path(tiny_path: Path, tmp_path: Path) -> Path:
    """A store of the tiny dataset, alone in its folder."""
    (tmp_path / "store").mkdir()
    return shutil.copy(tiny_path, tmp_path / "store" / "ecosystem.duckdb")


def _change(path: Path) -> None:
    with contextlib.closing(Store.open(path)) as store, store.transaction(Version("load", "Ona")) as write:
        write.write("dataset", "UPDATE dataset SET value = 'own'")


def _collected(path: Path) -> tuple[str, int]:
    with contextlib.closing(Store.open(path)) as store:
        return str(store.query("SELECT value FROM dataset WHERE key = 'collected'")["value"][0]), store.version


def test_the_embedded_dataset_is_loaded_whole(store: Store) -> None:
    counted = {name: store.query(f"SELECT count(*) AS rows FROM {name}")["rows"][0].as_py() for name in ROWS}
    assert counted == ROWS
    assert sum(counted.values()) == 7344


def test_a_build_tells_the_rows_of_every_table(embedded_path: Path) -> None:
    again = seed.build(path=embedded_path)
    assert (again.version, again.changed, again.rows) == (1, False, ROWS)
    assert list(again.rows) == list(ROWS)


def test_the_first_version_records_what_was_built(tiny_store: Store, tiny_data: Path) -> None:
    facts = {"version": 1, "action": "build", "who": "bendrakūra", "file_name": "data", "format": "seed"}
    made = tiny_store.query("SELECT * EXCLUDE (committed_at, schema_sha256, counts) FROM versions").to_pylist()
    assert made == [{**facts, "sha256": files_digest(tiny_data)}]


def test_a_second_build_of_the_same_files_changes_nothing(path: Path, tiny_data: Path) -> None:
    before = path.read_bytes()
    built = seed.build(tiny_data, path)
    assert (built.version, built.changed, built.rows["initiatives"]) == (1, False, 7)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_changed_files_are_built_anew_as_version_one(path: Path, tmp_path: Path) -> None:
    built = seed.build(tiny.write(tmp_path / "data", LATER), path)
    assert (built.version, built.changed, built.rows["dataset"]) == (1, True, 1)
    assert _collected(path) == ("2022-07-01", 1)
    assert list(path.parent.iterdir()) == [path]


def test_a_build_makes_the_folder_of_the_store(tmp_path: Path, tiny_data: Path) -> None:
    assert seed.build(tiny_data, tmp_path / "new" / "folder" / "ecosystem.duckdb").changed
    assert [found.name for found in (tmp_path / "new" / "folder").iterdir()] == ["ecosystem.duckdb"]


def test_unchanged_files_leave_a_store_with_versions_of_its_own(path: Path, tiny_data: Path) -> None:
    _change(path)
    built = seed.build(tiny_data, path)
    assert (built.version, built.changed) == (2, False)
    assert _collected(path) == ("own", 2)


def test_changed_files_are_refused_where_the_store_has_versions_of_its_own(path: Path, tmp_path: Path) -> None:
    _change(path)
    before = path.read_bytes()
    with pytest.raises(errors.StoreHasOwnVersions) as refused:
        seed.build(tiny.write(tmp_path / "data", LATER), path)
    assert refused.value.values == {"path": path, "versions": 1}
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("own", [False, True])
def test_a_store_of_another_data_model_is_built_anew_unless_it_has_versions_of_its_own(
    path: Path, tiny_data: Path, own: bool
) -> None:
    if own:
        _change(path)
    with contextlib.closing(duckdb.connect(str(path))) as other:
        other.execute("UPDATE versions SET schema_sha256 = 'another'")
    before = path.read_bytes()
    if own:
        with pytest.raises(errors.StoreHasOwnVersions):
            seed.build(tiny_data, path)
        assert path.read_bytes() == before
    else:
        assert seed.build(tiny_data, path).changed
        assert _collected(path) == ("2021-06-01", 1)


def test_a_refused_build_leaves_the_old_store_as_it_was(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(errors.SeedRefused):
        seed.build(tiny.write(tmp_path / "data", WRONG), path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_refused_first_build_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with pytest.raises(errors.SeedRefused):
        seed.build(tiny.write(tmp_path / "data", WRONG), tmp_path / "store" / "ecosystem.duckdb")
    assert list((tmp_path / "store").iterdir()) == []


def test_damaged_boundaries_leave_the_old_store_as_it_was(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    data = tiny.write(tmp_path / "data", LATER)
    (data / "boundaries" / "counties.geojson").write_text("junk", "utf-8")
    with pytest.raises(errors.BoundariesDamaged):
        seed.build(data, path)
    assert path.read_bytes() == before


def test_a_damaged_store_is_never_built_over(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"junk" * 5000)
    with pytest.raises(errors.StoreDamaged):
        seed.build(tiny.write(tmp_path / "data", LATER), path)
    assert path.read_bytes() == b"junk" * 5000


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_data_files_is_named(tmp_path: Path, made: bool) -> None:
    if made:
        (tmp_path / "nothing").mkdir()
    with pytest.raises(errors.DataFolderMissing, match="nothing does not exist or holds no CSV files"):
        seed.build(tmp_path / "nothing", tmp_path / "ecosystem.duckdb")


def test_a_store_that_the_system_refuses_is_named(tmp_path: Path, tiny_data: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(errors.StoreUnusable):
        seed.build(tiny_data, tmp_path / "file" / "ecosystem.duckdb")


def test_initiatives_are_numbered_from_one_in_the_order_of_their_ids(store: Store, tiny_store: Store) -> None:
    rows = store.query("SELECT initiative_id AS id, n FROM initiatives ORDER BY n").to_pylist()
    assert [row["n"] for row in rows] == list(range(1, 447))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert tiny_store.query("SELECT n, related_n FROM initiative_relations").to_pylist() == [{"n": 1, "related_n": 6}]


def test_a_partial_date_is_its_first_day_and_how_exact_it_is(tiny_store: Store) -> None:
    sql = "SELECT start_date AS date, start_date_precision AS exact FROM initiatives WHERE initiative_id = :id"
    dates = {id_: tuple(tiny_store.query(sql, id=id_).to_pylist()[0].values()) for id_ in "abcd"}
    assert dates == {
        "a": (datetime.date(2019, 5, 1), "month"),
        "b": (datetime.date(2021, 1, 1), "year"),
        "c": (None, None),
        "d": (datetime.date(2020, 1, 1), "day"),
    }


def test_a_milestone_is_as_exact_as_its_date(special: Store) -> None:
    made = special.query("SELECT n, date, date_precision FROM milestones").to_pylist()
    assert made == [{"n": 1, "date": datetime.date(2020, 2, 1), "date_precision": "month"}]


def test_ids_made_at_load_have_an_x_for_what_is_not_known(special: Store) -> None:
    labels = special.query("SELECT label_id, year FROM cluster_labels ORDER BY 1").to_pylist()
    assert labels == [{"label_id": "one-bronze-x", "year": None}, {"label_id": "one-gold-2018", "year": 2018}]
    payments = special.query("SELECT payment_id AS id, amount, cumulative FROM funding_payments ORDER BY 1").to_pylist()
    assert payments == [
        {"id": "esf-2014-2020-2010-03-05-paid", "amount": Decimal("5.00"), "cumulative": True},
        {"id": "esf-x-2010-paid", "amount": Decimal("12.50"), "cumulative": False},
    ]


def test_names_are_folded_for_search_and_sorted_in_lithuanian_order(special: Store) -> None:
    rows = special.query("SELECT alias, alias_search FROM organisation_aliases ORDER BY alias_sort").to_pylist()
    assert [row["alias"] for row in rows] == NAMES
    assert [row["alias_search"] for row in rows] == ["bala", "cukrus", "cia", "dama", "yla", "ivas", "sula", "saka"]


def test_an_organisation_without_a_lithuanian_name_is_sorted_by_the_english_one(tiny_store: Store) -> None:
    rows = tiny_store.query("SELECT organisation_id AS id, name_lt_search FROM organisations ORDER BY name_lt_sort")
    # Administration, Charity, Miestas, Ministry, Muziejus
    assert rows["id"].to_pylist() == ["administration", "charity", "city", "ministry", "museum"]
    assert rows["name_lt_search"].to_pylist() == [None, None, "miestas", None, "muziejus"]


@pytest.mark.parametrize(
    ("part", "stems"),
    [
        ("titles", ["school", "mokykl"]),
        ("payer", ["fund", "fond"]),
        ("participants", ["charit", "museum"]),
        ("other names of participants", ["bal", "cukr", "sak"]),
        ("municipality", ["viln", "miest", "municip"]),
        ("county", ["apskrit", "counti"]),
    ],
)
def test_the_words_of_an_initiative_are_found_by_their_stems(special: Store, part: str, stems: list[str]) -> None:
    text = special.query("SELECT text_search FROM initiatives WHERE initiative_id = 'a'")["text_search"][0].as_py()
    assert [stem for stem in stems if f" {stem} " not in text] == []


def test_each_stem_of_an_initiative_stands_once(store: Store) -> None:
    for text in store.query("SELECT text_search FROM initiatives")["text_search"].to_pylist():
        stems = text.strip().split(" ")
        assert stems == sorted(set(stems))
        assert text == f" {' '.join(stems)} "
