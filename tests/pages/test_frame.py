"""The frame: language, navigation, and errors in one place and in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecosystem import opening, seed
from ecosystem.catalogues import messages
from ecosystem.language import Language
from ecosystem.measures import overview
from tests import tiny
from tests.pages.opened import opened, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("shared")
def test_a_page_without_a_language_takes_one_and_writes_it_into_the_address() -> None:
    page = opened(None)
    assert page.query_params["lang"] == "en"
    assert page.title[0].value == "Overview"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("page", [None, "about/method.py"])
@pytest.mark.parametrize("language", ["lt", "en"])
def test_no_text_is_in_the_other_language(language: str, page: str | None) -> None:
    mine, theirs = Language(language), Language(Language(language).other)
    plain = [message for message in messages() if isinstance(message, str) and "{" not in message]
    foreign = {theirs.say(message) for message in plain} - {mine.say(message) for message in plain}
    assert not foreign & set(texts(opened(language, page)))


@pytest.mark.usefixtures("shared")
def test_what_was_kept_is_put_back_when_the_navigation_drops_the_query() -> None:
    page = opened("lt", relevance="all")
    page.query_params.clear()
    page.run()
    assert page.query_params["lang"] == "lt"
    assert page.query_params["relevance"] == "all"
    assert page.title[0].value == "Apžvalga"


@pytest.mark.usefixtures("shared")
def test_what_belongs_to_one_page_is_not_kept() -> None:
    page = opened("lt", tab="sources")
    page.query_params.clear()
    page.run()
    assert "tab" not in page.query_params


@pytest.mark.usefixtures("shared")
def test_the_switch_writes_the_other_language_and_keeps_the_rest() -> None:
    page = opened("lt", relevance="all")
    page.segmented_control(key="language").set_value("en").run()
    assert page.query_params["lang"] == "en"
    assert page.query_params["relevance"] == "all"
    assert page.title[0].value == "Overview"


@pytest.mark.parametrize(
    ("language", "title", "way_out"),
    [
        ("lt", "Saugykla sugadinta", "Sustabdykite sistemą"),
        ("en", "The store is damaged", "Stop the dashboard"),
    ],
)
def test_a_damaged_store_is_told_with_what_to_do(shared_path: Path, language: str, title: str, way_out: str) -> None:
    shared_path.write_bytes(b"junk" * 5000)
    page = opened(language)
    assert page.header[0].value == title
    assert any(way_out in words for words in texts(page))
    assert str(shared_path.name).replace(".", "\\.") in page.error[0].value


@pytest.mark.parametrize(
    ("language", "title"), [("lt", "Ribų failas sugadintas"), ("en", "The boundaries are damaged")]
)
def test_damaged_boundaries_are_told_with_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    data = tiny.write(tmp_path / "data")
    (data / "boundaries" / "counties.geojson").write_text("{", "utf-8")
    monkeypatch.setattr(seed, "DATA", data)
    page = opened(language)
    assert page.header[0].value == title
    assert "counties\\.geojson" in page.error[0].value


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("lt", "eilutė 3, stulpelis status\\: „halfway“"),
        ("en", "row 3, column status\\: “halfway”"),
    ],
)
def test_a_wrong_row_of_the_data_is_told_in_the_readers_language(
    shared_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, reason: str
) -> None:
    data = tiny.write(tmp_path / "data", tiny.changed("initiatives", 1, status="halfway"))
    monkeypatch.setattr(seed, "DATA", data)
    page = opened(language)
    assert reason in page.error[0].value
    assert not shared_path.exists()


@pytest.mark.usefixtures("shared")
def test_an_unexpected_error_is_logged_under_a_number_and_tells_nothing_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a secret path")

    monkeypatch.setattr(overview, "figures", broken)
    page = opened("en")
    assert page.header[0].value == "Something went wrong on this page"
    number = page.error[0].value.split()[-1].rstrip("\\.")
    assert number in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert not [words for words in texts(page) if "secret" in words]


@pytest.mark.usefixtures("shared")
def test_a_store_mended_between_two_visits_works_without_a_restart(shared_path: Path, embedded_path: Path) -> None:
    opening.close()
    shared_path.write_bytes(b"junk" * 5000)
    assert opened("en").header[0].value == "The store is damaged"
    shared_path.write_bytes(embedded_path.read_bytes())
    assert opened("en").metric[0].value == "428"
