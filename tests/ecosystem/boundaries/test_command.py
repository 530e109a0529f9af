"""`boundaries --refresh` on the command line: data on stdout, narration on stderr, 0 done, 1 refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ecosystem import __main__ as command_line
from ecosystem import seed
from tests.ecosystem.boundaries import official

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


def _refresh(data: Path, origin: str) -> list[str]:
    return ["boundaries", "--refresh", origin, "--data", str(data), "--json"]


def _refused(captured: Captured) -> dict[str, str]:
    """What a refusal prints as JSON; the same stands on stderr for people."""
    out, err = captured.readouterr()
    said: dict[str, str] = json.loads(out)["refused"]
    assert err == "{title}\n{note}\n{what_to_do}\n".format(**said)
    return said


def test_boundaries_are_replaced_and_their_source_is_said(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert command_line.main(_refresh(folder, official.written(tmp_path, official.collection()))) == 0
    out, err = capsys.readouterr()
    said = json.loads(out)
    assert list(said) == ["source", "date", "licence", "property", "features", "simplified_m", "files"]
    assert (said["date"], said["features"]) == ("2026-10-01", 60)
    assert said["files"] == {name: len(content) for name, content in official.standing(folder).items()}
    assert err == (
        f"Refreshed: {folder / 'boundaries'}, 60 municipalities simplified by 500 m\n"
        "Source: VĮ Registrų centras, Adresų registras, 2026-10-01, CC BY 4.0\n"
        "A running dashboard shows them when its page is reloaded.\n"
    )


@pytest.mark.parametrize(("number", "reason"), [(2, "2 features; codes in SAV_KODAS: missing "), (59, "59 features; ")])
def test_too_few_municipalities_are_refused_and_the_old_ones_stay(
    folder: Path, tmp_path: Path, number: int, reason: str, capsys: Captured
) -> None:
    whole = official.collection()
    before = official.standing(folder)
    origin = official.written(tmp_path, {**whole, "features": whole["features"][:number]})
    assert command_line.main(_refresh(folder, origin)) == 1
    said = _refused(capsys)
    assert said["type"] == "boundaries-refused"
    assert said["note"].startswith(f"{origin} cannot be used: {reason}")
    assert said["what_to_do"].startswith("Nothing was changed.")
    assert official.standing(folder) == before


def test_boundaries_that_are_nowhere_are_not_reached(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert command_line.main(_refresh(folder, str(tmp_path / "\udcff.json"))) == 1
    said = _refused(capsys)
    assert said["type"] == "boundaries-not-reached"
    assert said["note"] == f"{tmp_path / '?.json'} cannot be read: No such file or directory"


def test_boundaries_come_from_the_register_where_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(command_line, "_boundaries", lambda it: asked.append((it.refresh, it.data)) or 0)
    assert command_line.main(["boundaries", "--refresh"]) == 0
    assert asked == [("https://www.registrucentras.lt/aduomenys/?byla=adr_gra_savivaldybes.json", seed.DATA)]
