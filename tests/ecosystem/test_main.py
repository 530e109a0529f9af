"""The command line: data on stdout, narration on stderr, 0 done, 1 refused, 2 usage."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from ecosystem import __main__ as command_line
from ecosystem import describe, model
from ecosystem.export import FORMATS
from ecosystem.store import ROOT, Store, Version
from tests import tiny

if TYPE_CHECKING:
    from pathlib import Path

LATER = {"dataset": [{"key": "collected", "value": "2022-07-01"}]}
Captured = pytest.CaptureFixture[str]
EXPORT = ["export", "initiatives", "--as", "json", "-o"]


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of the store, at which there is nothing yet."""
    path = tmp_path / "store" / "ecosystem.duckdb"
    monkeypatch.setenv("ECOSYSTEM_STORE", str(path))
    return path


@pytest.fixture
def built(nothing: Path, tiny_path: Path) -> Path:
    """The path of the store, built from the tiny dataset."""
    nothing.parent.mkdir()
    return shutil.copy(tiny_path, nothing)


def _change(path: Path) -> None:
    with contextlib.closing(Store.open(path)) as store, store.transaction(Version("load", "Ona")) as write:
        write.write("dataset", "UPDATE dataset SET value = 'own'")


def _refused(captured: Captured, code: int) -> dict[str, str]:
    """What a refusal prints as JSON; the same stands on stderr for people."""
    out, err = captured.readouterr()
    said = json.loads(out)
    assert code == 1
    assert list(said) == ["refused"]
    assert list(said["refused"]) == ["type", "title", "note", "what_to_do"]
    assert err == "{title}\n{note}\n{what_to_do}\n".format(**said["refused"])
    return dict(said["refused"])


def test_build_prints_version_change_and_rows(nothing: Path, tiny_data: Path, capsys: Captured) -> None:
    assert command_line.main(["build", "--data", str(tiny_data), "--json"]) == 0
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert list(result) == ["version", "changed", "rows"]
    assert (result["version"], result["changed"]) == (1, True)
    assert list(result["rows"]) == [table.name for table in model.data_tables()]
    assert {name: result["rows"][name] for name in ("organisations", "initiatives", "milestones")} == {
        "organisations": 5,
        "initiatives": 7,
        "milestones": 0,
    }
    # 327 codes and places of the embedded dataset, 48 rows of its own
    assert err == f"Built: {nothing}, version 1, 375 rows\n"
    assert nothing.exists()


def test_a_second_build_says_unchanged(built: Path, tiny_data: Path, capsys: Captured) -> None:
    assert command_line.main(["build", "--data", str(tiny_data), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["changed"] is False
    assert err.startswith(f"Unchanged: {built}, version 1, ")


def test_without_json_nothing_is_on_stdout(built: Path, tiny_data: Path, capsys: Captured) -> None:
    for arguments in (["build", "--data", str(tiny_data)], ["verify"]):
        assert command_line.main(arguments) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert err


def test_verify_finds_no_broken_reference(built: Path, capsys: Captured) -> None:
    assert command_line.main(["verify", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"version": 1, "broken": []}
    assert err == "Version 1: 0 broken references\n"


def test_verify_names_broken_references_and_refuses(built: Path, capsys: Captured) -> None:
    with contextlib.closing(duckdb.connect(str(built))) as other:
        other.execute("UPDATE clusters SET coordinator_id = 'nobody' WHERE cluster_id = 'two'")
    assert command_line.main(["verify", "--json"]) == 1
    out, err = capsys.readouterr()
    broken = [{"table": "clusters", "column": "coordinator_id", "id": "nobody"}]
    assert json.loads(out) == {"version": 1, "broken": broken}
    assert err == "Version 1: 1 broken references\nclusters.coordinator_id: nobody\n"


def test_verify_without_a_store_says_what_to_run(nothing: Path, capsys: Captured) -> None:
    said = _refused(capsys, command_line.main(["verify", "--json"]))
    assert said == {
        "type": "store-missing",
        "title": "There is no store yet",
        "note": f"The file {nothing} does not exist.",
        "what_to_do": "Run: python -m ecosystem build",
    }


@pytest.mark.parametrize("command", ["verify", "build"])
def test_a_damaged_store_is_refused_with_what_to_run(built: Path, command: str, capsys: Captured) -> None:
    built.write_bytes(b"junk" * 5000)
    said = _refused(capsys, command_line.main([command, "--json"]))
    assert said["type"] == "store-damaged"
    assert str(built) in said["note"]
    assert "move the file to another folder" in said["what_to_do"]
    assert said["what_to_do"].endswith("python -m ecosystem build")
    assert built.read_bytes() == b"junk" * 5000


def test_a_truncated_store_is_refused_by_verify(built: Path, capsys: Captured) -> None:
    built.write_bytes(built.read_bytes()[: built.stat().st_size // 2])
    assert _refused(capsys, command_line.main(["verify", "--json"]))["type"] == "store-damaged"


def test_a_wrong_row_is_refused_with_file_row_column_and_reason(built: Path, tmp_path: Path, capsys: Captured) -> None:
    before = built.read_bytes()
    data = tiny.write(tmp_path / "data", tiny.changed("initiatives", 2, start_date="spring"))
    said = _refused(capsys, command_line.main(["build", "--data", str(data), "--json"]))
    assert said["type"] == "seed-refused"
    assert said["note"] == (
        "Problems found: 1. The store was left as it was. initiatives.csv, row 4, column start_date: “spring” is not a "
        "date: write 2012, 2012-05 or 2012-05-20."
    )
    assert built.read_bytes() == before


def test_a_damaged_boundary_is_refused_with_its_file(nothing: Path, tmp_path: Path, capsys: Captured) -> None:
    data = tiny.write(tmp_path / "data")
    path = data / "boundaries" / "counties.geojson"
    path.write_text("junk", "utf-8")
    said = _refused(capsys, command_line.main(["build", "--data", str(data), "--json"]))
    assert said["type"] == "boundaries-damaged"
    assert str(path) in said["note"]
    assert said["what_to_do"].endswith(f"git checkout -- {path}")
    assert not nothing.exists()


def test_a_folder_that_is_not_there_is_refused(nothing: Path, tmp_path: Path, capsys: Captured) -> None:
    said = _refused(capsys, command_line.main(["build", "--data", str(tmp_path / "none"), "--json"]))
    assert said["type"] == "data-folder-missing"
    assert str(tmp_path / "none") in said["note"]


def test_changes_of_its_own_are_refused_or_kept(built: Path, tmp_path: Path, capsys: Captured) -> None:
    _change(built)
    before = built.read_bytes()
    data = str(tiny.write(tmp_path / "data", LATER))
    assert _refused(capsys, command_line.main(["build", "--data", data, "--json"]))["type"] == "store-has-own-versions"
    assert command_line.main(["build", "--data", data, "--keep-own", "--json"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["version"], json.loads(out)["changed"]) == (2, False)
    assert err.startswith("Unchanged: ")
    assert built.read_bytes() == before


def test_describe_writes_the_page_of_the_data_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    assert command_line.main(["describe", "--json"]) == 0
    out, err = capsys.readouterr()
    path = tmp_path / "docs" / "data-model.md"
    assert json.loads(out) == {"file": str(path)}
    assert err == f"Written: {path}\n"
    assert path.read_text("utf-8") == describe.markdown()


def test_the_page_of_the_data_model_is_in_step_with_the_schema() -> None:
    assert (ROOT / "docs" / "data-model.md").read_text("utf-8") == describe.markdown()


def test_the_page_of_the_data_model_has_every_table_and_column() -> None:
    page = describe.markdown()
    for table in model.tables():
        section = page.split(f"## {table.name}\n")[1].split("\n## ")[0]
        assert table.comment in section
        assert [column.name for column in table.columns if f"\n| {column.name} | " not in section] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_export_writes_the_file_and_says_how_many(built: Path, tmp_path: Path, format_: str, capsys: Captured) -> None:
    file = tmp_path / f"out.{format_}"
    assert command_line.main(["export", "initiatives", "--as", format_, "-o", str(file)]) == 0
    assert (*capsys.readouterr(), file.exists()) == ("", f"Written: {file}, 6 records, version 1\n", True)


@pytest.mark.parametrize("start", ["", "?", "http://127.0.0.1:8501/initiatives?lang=en&"])
def test_export_follows_an_address(built: Path, tmp_path: Path, start: str, capsys: Captured) -> None:
    where = f"{start}theme=youth&sort=oldest&relevance=all&q=mokykla&q=muziejai"
    assert command_line.main([*EXPORT, str(tmp_path / "out.json"), "--where", where, "--json"]) == 0
    told = {"file": str(tmp_path / "out.json"), "format": "json", "records": 2, "version": 1}
    assert json.loads(capsys.readouterr().out) == told
    assert _written(tmp_path / "out.json") == (["f", "a"], [])


def test_a_question_mark_inside_a_value_is_a_part_of_it(built: Path, tmp_path: Path) -> None:
    assert command_line.main([*EXPORT, str(tmp_path / "out.json"), "--where", "?kind=service&q=linija?"]) == 0
    assert _written(tmp_path / "out.json") == (["b"], [])


@pytest.mark.parametrize("where", ["theme=\udcff", "q=\udcff+muziejus"])
@pytest.mark.parametrize("command", [["summary"], *(["export", "initiatives", "--as", name] for name in FORMATS)])
def test_bytes_that_are_no_text_are_no_crash(built: Path, tmp_path: Path, command: list[str], where: str) -> None:
    output = ["-o", str(tmp_path / "out")] if "export" in command else []
    assert command_line.main([*command, *output, "--where", where, "--json"]) == 0


def test_what_cannot_be_followed_is_named_and_left_out(built: Path, tmp_path: Path, capsys: Captured) -> None:
    where = "?theme=nothing&theme=ageing&year_from=abc&kind=&sort=upwards&unknown=1"
    assert command_line.main([*EXPORT, str(tmp_path / "out.json"), "--where", where]) == 0
    reasons = ["theme=nothing (no such value)", "year_from=abc (not a year between 1900 and 2100)"]
    reasons += ["kind= (empty)", "sort=upwards (no such value)"]
    assert capsys.readouterr().err.splitlines()[:-1] == [f"Dropped: {reason}" for reason in reasons]
    dropped = [("theme", "nothing"), ("year_from", "abc"), ("kind", ""), ("sort", "upwards")]
    assert _written(tmp_path / "out.json") == (["b", "e"], dropped)


def _written(file: Path) -> tuple[list[str], list[tuple[str, str]]]:
    whole = json.loads(file.read_text("utf-8"))
    return [row["initiative_id"] for row in whole["rows"]], [tuple(one.values()) for one in whole["dropped"]]


@pytest.mark.parametrize(("name", "reason"), [("none/out.json", "No such file or directory"), ("", "Is a directory")])
def test_an_unwritable_place_is_refused(built: Path, tmp_path: Path, name: str, reason: str, capsys: Captured) -> None:
    said = _refused(capsys, command_line.main([*EXPORT, str(tmp_path / name), "--json"]))
    assert (said["type"], said["note"]) == ("file-not-written", f"The system refuses {tmp_path / name}: {reason}")


def test_summary_prints_what_is_chosen_and_its_json_what_was_dropped(built: Path, capsys: Captured) -> None:
    assert command_line.main(["summary", "--where", "?kind=service&kind=no"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 initiative of 6 is recorded with these filters (Kind: service). ")
    assert err == "Dropped: kind=no (no such value)\n"
    assert command_line.main(["summary", "--where", "?kind=service&kind=no", "--json"]) == 0
    dropped = [{"parameter": "kind", "value": "no"}]
    assert json.loads(capsys.readouterr().out) == {"version": 1, "dropped": dropped, "summary": out.rstrip("\n")}


@pytest.mark.parametrize("command", [["summary"], ["export", "initiatives", "--as", "csv", "-o", "out.csv"]])
def test_without_a_store_nothing_is_told(nothing: Path, command: list[str], capsys: Captured) -> None:
    assert _refused(capsys, command_line.main([*command, "--json"]))["type"] == "store-missing"


WRONG = ["", "nothing", "build --unknown", "verify more", "build --data", "boundaries", "summary --lang pl"]
WRONG += ["export talks --as csv -o out", "export initiatives --as odt -o out"]
WRONG += ["export initiatives --as csv", "export initiatives -o out", "export --as csv -o out"]


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_ends_with_two(arguments: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(arguments.split())
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: python -m ecosystem")


def _run(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecosystem", *arguments]
    environment = {**os.environ, "ECOSYSTEM_STORE": str(store), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_as_a_program_it_prints_data_and_ends_with_its_code(built: Path) -> None:
    done = _run("verify", "--json", store=built)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"version": 1, "broken": []})
    assert done.stderr == "Version 1: 0 broken references\n"


def test_a_second_program_is_told_who_holds_the_store(built: Path) -> None:
    with contextlib.closing(Store.open(built)):
        refused = _run("verify", "--json", store=built)
    said = json.loads(refused.stdout)["refused"]
    assert (refused.returncode, said["type"]) == (1, "store-held")
    assert f"(PID {os.getpid()})" in said["note"]
    assert "stop it and try again" in said["what_to_do"]
    assert "Traceback" not in refused.stderr
