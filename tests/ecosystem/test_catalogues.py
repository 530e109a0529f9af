"""The catalogues hold exactly the messages of the code, whole and in words that fit."""

from __future__ import annotations

import ast
import gettext
import io
import re
import shutil
import string
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import write_mo

from ecosystem import catalogues, language
from ecosystem.language import CODES
from ecosystem.store import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message as Entry

FORMS = {"lt": 3, "en": 2}
ONE, TWO = {"say", "mark"}, {"plural", "mark_plural"}
# Where these functions themselves are written.
DEFINED_IN = {"language.py", "messages.py"}
each_language = pytest.mark.parametrize("code", CODES)


@pytest.fixture(scope="module")
def messages() -> set[catalogues.Message]:
    return set(catalogues.messages())


def _entries(code: str) -> list[Entry]:
    return [entry for entry in catalogues.read(code) if entry.id]


def _message(entry: Entry) -> catalogues.Message:
    return entry.id if isinstance(entry.id, str) else (entry.id[0], entry.id[1])


def _words(entry: Entry) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else list(entry.string)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@each_language
def test_every_message_has_all_its_words(code: str) -> None:
    for entry in _entries(code):
        words = _words(entry)
        assert len(words) == (1 if isinstance(entry.id, str) else FORMS[code]), entry.id
        assert all(word.strip() for word in words), entry.id


@each_language
def test_a_catalogue_holds_exactly_the_messages_of_the_code(code: str, messages: set[catalogues.Message]) -> None:
    held = {_message(entry) for entry in _entries(code)}
    assert held - messages == set()
    assert messages - held == set()
    assert len(held) > 100


@each_language
def test_nothing_in_a_catalogue_is_fuzzy_or_left_over(code: str) -> None:
    assert [entry.id for entry in _entries(code) if entry.fuzzy] == []
    assert not catalogues.read(code).fuzzy
    assert not catalogues.read(code).obsolete


@each_language
def test_a_catalogue_counts_as_its_language_does(code: str) -> None:
    assert catalogues.read(code).num_plurals == FORMS[code]
    assert str(catalogues.read(code).locale) == code


def test_no_message_stands_both_with_and_without_a_number(messages: set[catalogues.Message]) -> None:
    alone = {message for message in messages if isinstance(message, str)}
    assert alone & {text for message in messages if not isinstance(message, str) for text in message} == set()


@each_language
def test_words_have_the_same_places_as_their_message(code: str) -> None:
    for entry in _entries(code):
        texts = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        expected = set().union(*map(_places, texts))
        assert [word for word in [*texts, *_words(entry)] if _places(word) != expected] == [], entry.id


def test_english_words_are_the_messages_themselves() -> None:
    for entry in _entries("en"):
        assert _words(entry) == ([entry.id] if isinstance(entry.id, str) else list(entry.id))


def test_lithuanian_words_differ_from_the_english_ones() -> None:
    # What is said alike in both languages would be a name; there is none so far.
    assert [entry.id for entry in _entries("lt") if entry.id in _words(entry)] == []


def test_lithuanian_words_use_lithuanian_quotation_marks() -> None:
    for entry in _entries("lt"):
        for word in _words(entry):
            assert not re.search('["”«»]', word), word
            assert re.sub("[^„“]", "", word) == "„“" * word.count("„"), word


def test_lithuanian_words_use_the_dash_and_not_the_hyphen_between_words() -> None:
    spaced = re.compile(r"(?<!git checkout) (-|--|—) ")
    assert [word for entry in _entries("lt") for word in _words(entry) if spaced.search(word)] == []


@each_language
def test_the_catalogue_compiles(code: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogues.read(code))
    compiled.seek(0)
    said = gettext.GNUTranslations(compiled)
    assert said.gettext("Overview") == {"lt": "Apžvalga", "en": "Overview"}[code]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogues, which `update` then writes to."""
    folder = tmp_path / "locale"
    shutil.copytree(language.LOCALE, folder)
    monkeypatch.setattr(language, "LOCALE", folder)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.po")}


def test_an_update_changes_nothing_and_misses_nothing(copied: Path) -> None:
    before = _files(copied)
    assert set(before) == {"lt/LC_MESSAGES/messages.po", "en/LC_MESSAGES/messages.po"}
    assert catalogues.update() == {"lt": [], "en": []}
    assert _files(copied) == before


def test_an_update_takes_up_a_new_message_and_names_it_as_missing(
    copied: Path, monkeypatch: pytest.MonkeyPatch, messages: set[catalogues.Message]
) -> None:
    new: set[catalogues.Message] = {"A new message", ("{n} new thing", "{n} new things")}
    monkeypatch.setattr(catalogues, "messages", lambda: iter(messages | new))
    missing = catalogues.update()
    assert (set(missing["lt"]), missing["en"]) == ({"A new message", "('{n} new thing', '{n} new things')"}, [])
    assert {_message(entry) for entry in _entries("lt")} == messages | new
    kept = {_message(entry): _words(entry) for entry in _entries("lt")}
    assert kept["Overview"] == ["Apžvalga"]


def test_an_update_drops_what_the_code_no_longer_says(
    copied: Path, monkeypatch: pytest.MonkeyPatch, messages: set[catalogues.Message]
) -> None:
    monkeypatch.setattr(catalogues, "messages", lambda: iter(messages - {"Overview"}))
    assert catalogues.update() == {"lt": [], "en": []}
    assert "Apžvalga".encode() not in (copied / "lt" / "LC_MESSAGES" / "messages.po").read_bytes()


def test_an_update_makes_catalogues_where_there_are_none(copied: Path, messages: set[catalogues.Message]) -> None:
    shutil.rmtree(copied)
    missing = catalogues.update()
    assert (len(missing["lt"]), missing["en"]) == (len(messages), [])


def _calls() -> Iterator[tuple[str, str, list[ast.expr]]]:
    """Place, function and arguments of every call that gives a message."""
    for folder in ("ecosystem", "pages", "server"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and path.name not in DEFINED_IN:
                    called = node.func
                    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                    if name in ONE | TWO:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", name, node.args


def _literal(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def test_every_literal_of_the_code_is_among_the_messages(messages: set[catalogues.Message]) -> None:
    seen, lost = 0, []
    for place, name, arguments in _calls():
        texts = [_literal(argument) for argument in arguments[: 1 if name in ONE else 2]]
        if None not in texts and texts:
            seen += 1
            message = texts[0] if name in ONE else tuple(texts)
            lost += [] if message in messages else [(place, message)]
    assert lost == []
    assert seen > 100


def test_every_message_of_the_code_is_a_literal_that_some_call_gives(messages: set[catalogues.Message]) -> None:
    given = {
        texts[0] if name in ONE else tuple(texts)
        for _, name, arguments in _calls()
        if None not in (texts := [_literal(argument) for argument in arguments[: 1 if name in ONE else 2]])
    }
    comments = {table.comment for table in catalogues.model.data_tables()}
    assert messages - given == comments


def test_no_message_is_put_together_where_it_is_said() -> None:
    wrong = [
        place
        for place, name, arguments in _calls()
        for argument in arguments[: 1 if name in ONE else 2]
        if isinstance(argument, (ast.JoinedStr, ast.BinOp))
    ]
    assert wrong == []


def test_every_call_gives_its_message_by_position() -> None:
    assert [place for place, name, arguments in _calls() if len(arguments) < (1 if name in ONE else 2)] == []
