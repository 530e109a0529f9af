"""Pages run by AppTest through the frame, as a visitor reaches them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from ecosystem import model
from ecosystem.catalogues import messages
from ecosystem.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
SECONDS = 60
INITIATIVES = "explore/initiatives.py"
# What is put around words: a badge or a colour with or without an icon; a number beside an option.
_COLOURED = re.compile(r":\w+(?:-badge)?\[(?::material/\w+: )?(.*)\]")
_NUMBERED = re.compile(r"(.*) :gray\[([\d,\xa0]+)\]")
_CLOSING = " :material/close:"
_LINK = re.compile(r"\[((?:\\.|[^\\\]])*)\]\(([^()\s]*)\)")


def opened(language: str | None, page: str | None = None, **parameters: str | list[str]) -> AppTest:
    """The page (a path beside the frame; the overview when None) in a language; fails on an exception.

    It is opened by its own address, which is the name of its file.
    """
    run = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    if language:
        run.query_params["lang"] = language
    for name, value in parameters.items():
        run.query_params[name] = value
    if page:
        run.switch_page(page)
    run.run()
    assert not run.exception, run.exception
    return run


def navigated(run: AppTest, page: str) -> AppTest:
    """The page reached by a click in the top navigation, which drops the query."""
    run.query_params.clear()
    return run.switch_page(page).run()


def unfolded(run: AppTest, key: str) -> AppTest:
    """The same with a popover or an expander open."""
    run.session_state[key] = True
    return run.run()


def asked(run: AppTest, name: str) -> list[str]:
    """The values of a parameter in the address."""
    value = run.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def address(run: AppTest) -> dict[str, list[str]]:
    """All parameters of the address."""
    return {name: asked(run, name) for name in run.query_params}


def popovers(run: AppTest) -> dict[str, str]:
    """The words on each popover by its key."""
    return {str(block.key): block.proto.popover.label for block in run.get("popover")}  # type: ignore[union-attr]


def offered(run: AppTest, key: str) -> dict[str, int]:
    """The options of pills with the number beside each."""
    found = [_NUMBERED.fullmatch(option) for option in run.pills(key).options]
    return {read(one[1]): int(one[2].replace(",", "").replace("\xa0", "")) for one in found if one}


def chips(run: AppTest) -> list[str]:
    """The words of the chips, one a value; none where no filter is set."""
    found = [button.label for button in run.button if str(button.key).startswith("chip-")]
    return [read(label.removesuffix(_CLOSING)) for label in found]


def counted(run: AppTest) -> int:
    """The number of initiatives that the page names beside the filters."""
    words = next(one.value for one in run.markdown if re.match(r"\*\*[\d,\xa0]+ (initiative|iniciatyv)", one.value))
    return int("".join(filter(str.isdigit, words.split("**")[1])))


def warnings(run: AppTest) -> list[str]:
    """What was not followed, in words."""
    return [read(warning.value) for warning in run.warning]


def read(markdown: str) -> str:
    """What a reader sees of a text that is escaped; without signs that have no width."""
    return re.sub(r"\\(.)", r"\1", re.sub("[\u2060\u2066-\u2069]", "", markdown))


def links(markdown: str) -> list[tuple[str, str]]:
    """Pairs of words and address of each link in a text."""
    return [(read(words), where) for words, where in _LINK.findall(markdown)]


def texts(run: AppTest) -> list[str]:
    """All texts of the page that a reader sees as words, as they are written; tables by cell, badges without colour."""
    kinds = ("title", "header", "subheader", "caption", "markdown", "error", "warning", "info")
    found = [element.value for kind in kinds for element in run.get(kind)]
    found += [metric.label for metric in run.metric] + [expander.label for expander in run.expander]
    found += [tab.label for tab in run.tabs] + [button.label for button in run.button]
    found += [*popovers(run).values(), *_chosen_among(run), *_cells(run)]
    return [_COLOURED.fullmatch(text)[1] if _COLOURED.fullmatch(text) else text for text in found]  # type: ignore[index]


@cache
def foreign(language: str) -> frozenset[str]:
    """The texts of the catalogues that a page in this language must not show: those of the other one."""
    mine, theirs = Language(language), Language(Language(language).other)
    plain = [message for message in messages() if isinstance(message, str) and "{" not in message]
    found = {theirs.say(message) for message in plain} - {mine.say(message) for message in plain}
    # The data model names its tables as they are.
    return frozenset(found - {table.name for table in model.data_tables()})


def _chosen_among(run: AppTest) -> Iterator[str]:
    for box in run.selectbox:
        yield from (box.label, *box.options)
    for group in run.button_group:
        # The languages are named in themselves.
        yield from (option for option in group.options if group.key != "language")


def _cells(run: AppTest) -> Iterator[str]:
    for table in run.table:
        yield from (str(name) for name in table.value.columns)
        yield from (cell for row in table.value.to_numpy().tolist() for cell in map(str, row))
