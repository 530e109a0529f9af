"""Texts of the data are shown as they are, whatever they look like: alone, and on every page that shows them."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecosystem import seed
from pages.parts import facts
from pages.parts.plain import plain
from tests import tiny
from tests.pages.opened import INITIATIVES, chips, opened, read, texts, warnings

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

# What begins or ends something in Markdown, in the mathematics of it, or in Streamlit's own signs.
MARKUP = "\\`*_{}[]<>()#+-!|$~:&"
ISOLATES, EMBEDDINGS, POP_ISOLATE, POP = "\u2066\u2067\u2068", "\u202a\u202b\u202d\u202e", "\u2069", "\u202c"
# What Streamlit puts icons and signs for, after Markdown has taken the backslashes away.
REPLACED = re.compile(r":material[/_]\w+:|:streamlit:|(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)")
NASTY = [
    "<script>alert(1)</script>",
    "**bold** _it_ `code` ~~gone~~",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "$math$ and $5",
    ":red[x] :red-badge[x] :smile:",
    "Line\nbreak\r\n\n# heading\n- item\n1. one | two",
    "&lt; &copy; \\( \\[",
    "Turned \u202edraw\u202c end",
]
marked = st.text(
    st.sampled_from([*MARKUP, *ISOLATES, *EMBEDDINGS, POP_ISOLATE, POP, *"aš א1 .\n\t\xa0/>="]), max_size=30
)


def bare(text: str) -> str:
    """The text on one line without signs that only turn its direction or have no width."""
    hidden = {*ISOLATES, *EMBEDDINGS, POP_ISOLATE, POP, "\u2060", "\u200b"}
    return " ".join("".join(character for character in text if character not in hidden).split())


@given(st.text() | marked)
@example("C:\\Users\\")
@example("\\*")
def test_nothing_is_left_that_markdown_would_read_and_the_words_are_what_they_were(text: str) -> None:
    shown = plain(text)
    without = re.sub(r"\\.", "", shown)
    assert not set(MARKUP) & set(without)
    assert not re.search(r"[\n\r]", shown)
    assert bare(read(shown)) == bare(text)


@given(st.text() | marked)
@example("\u2069\u202eturned")
@example("\u2067never closed")
@example("\u202enever closed")
def test_what_turns_the_direction_turns_nothing_beside_it(text: str) -> None:
    depth = 0
    shown = plain(text)
    for position, character in enumerate(shown):
        if character in ISOLATES:
            depth += 1
        elif character == POP_ISOLATE:
            depth -= 1
            assert depth >= 0, "closes an isolate that is not its own"
        elif unicodedata.bidirectional(character) in ("R", "AL") or character in EMBEDDINGS:
            assert depth > 0, f"turns what stands beside the text, at {position}"
    assert depth == 0, "leaves an isolate open"


@pytest.mark.parametrize("text", ["a :material/home: b", ":streamlit:", "2014 -- 2020 -> 2021"])
def test_signs_that_streamlit_replaces_stay_as_they_are(text: str) -> None:
    # Backslashes do not help here: they are gone when icons and arrows are put in.
    assert not REPLACED.search(re.sub(r"\\(.)", r"\1", plain(text)))


def test_numbers_keep_their_no_break_spaces() -> None:
    assert read(plain("25\xa0000,00\xa0€  \n(exact)")) == "25\xa0000,00\xa0€ (exact)"


def test_words_without_markup_are_untouched() -> None:
    assert plain("Žąsų tiltas 2020") == "Žąsų tiltas 2020"
    assert plain("") == ""


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=c&d=e#f", "[a](https://example.org/a?b=c\\&d=e#f)"),
        ("http://example.org/ą b", "[a](http://example.org/%C4%85%20b)"),
        ("https://example.org/a)b(c", "[a](https://example.org/a%29b%28c)"),
        ("https://example.org/<i>\\`", "[a](https://example.org/%3Ci%3E%5C%60)"),
        ("javascript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("/initiatives", None),
        ("//example.org", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(address: str | None, link: str | None) -> None:
    assert facts.external("a", address) == link


def hostile(folder: Path, path: Path, words: str) -> None:
    """A store in which every text of initiative a, its partners and its milestone are these words."""
    said = {
        f"{column}_{code}": words
        for column in ("title", "description", "problem", "goal", "target_group", "payer", "programme", "status_note")
        for code in ("lt", "en")
    }
    wrong = "javascript:alert(1)"
    changes = tiny.changed("initiatives", 0, **said, website=wrong, source_url=wrong)
    changes["organisations"] = [row | {"name_en": words, "name_lt": words} for row in tiny.TABLES["organisations"]]
    step = {"initiative_id": "a", "title_en": words, "title_lt": words, "source_url": wrong, "source_quality": "page"}
    changes["milestones"] = [step | {"date": "2019"}, step | {"date": "2020"}]
    seed.build(tiny.write(folder / "data", changes), path)


def sources(page: AppTest) -> list[str]:
    """All Markdown of a page."""
    return [*texts(page), *(option for group in page.button_group for option in group.options)]


def kept(page: AppTest, words: str) -> list[str]:
    """The texts of the page that hold the words; in each they stand with all signs escaped."""
    found = [text for text in sources(page) if bare(words) in bare(read(text))]
    for text in found:
        inside = re.sub("[\u2060\u2066-\u2069\u202a-\u202e]", "", text)
        assert re.sub("[\u2060\u2066-\u2069\u202a-\u202e]", "", plain(words)) in inside, text
    assert not [text for text in sources(page) if "](javascript" in text.lower()]
    return found


@pytest.mark.parametrize("words", NASTY)
def test_a_text_that_looks_like_markup_is_escaped_wherever_it_is_shown(
    shared_path: Path, tmp_path: Path, words: str
) -> None:
    hostile(tmp_path, shared_path, words)
    columns = ["lead", "years", "fund", "themes"]
    listed = opened("en", INITIATIVES, columns=columns, organisation="museum")
    assert not listed.error
    # Summary, chip, title and lead of the list.
    assert len(kept(listed, words)) >= 4
    profile = opened("lt", INITIATIVES, id="a")
    assert not profile.error
    assert bare(read(profile.title[0].value)) == bare(words)
    # Title, four texts, two milestones, status, two partners, payer and programme.
    assert len(kept(profile, words)) >= 12
    assert not [cell for table in profile.table for cell in table.value[1] if "alert(1)" in cell]
    drawn = opened("en", INITIATIVES, tab="time")
    assert kept(drawn, words)
    labels = json.loads(drawn.get("plotly_chart")[0].proto.spec)["layout"]["yaxis"]["categoryarray"]  # type: ignore[union-attr]
    assert not [label for label in labels if re.search(r"<(?!br>)", label)]


def test_no_chart_of_the_overview_reads_tags_in_a_name(shared_path: Path, tmp_path: Path) -> None:
    hostile(tmp_path, shared_path, "<b>fund</b> <script>alert(1)</script>")
    charts = [json.loads(chart.proto.spec)["data"] for chart in opened("en").get("plotly_chart")]  # type: ignore[union-attr]
    labels = [
        str(label) for traces in charts for trace in traces for label in (*trace.get("y", ()), *trace.get("x", ()))
    ]
    assert any("alert(1)" in label for label in labels)
    assert not [label for label in labels if re.search(r"<(?!br>)", label)]


@pytest.mark.parametrize("words", NASTY)
def test_words_searched_for_are_escaped_and_what_is_not_followed_too(
    shared_path: Path, tiny_data: Path, words: str
) -> None:
    seed.build(tiny_data, shared_path)
    page = opened("en", INITIATIVES, q=f"museum {words}", tab="time")
    assert not page.error
    # The chip, and the summary or the way out.
    assert len(kept(page, words)) >= 2
    assert [bare(chip) for chip in chips(page)] == [bare(f"Words: museum {words}")]
    page = opened("en", INITIATIVES, theme=words, sort=words, columns=words)
    # The filter in one, the order and the columns in another.
    assert len(page.warning) == len(kept(page, words)) == 2
    assert [bare(warning).count(bare(words)) for warning in warnings(page)] == [1, 2]


@pytest.mark.parametrize("words", ["w" * 5000, "ž ž" * 1700], ids=["one word", "many words"])
def test_a_text_of_five_thousand_letters_breaks_no_page(shared_path: Path, tmp_path: Path, words: str) -> None:
    hostile(tmp_path, shared_path, words)
    listed = opened("en", INITIATIVES, organisation="museum")
    assert not listed.error
    assert len(listed.table[0].value["Title"][0]) < 300
    assert not opened("en", INITIATIVES, tab="time").error
    profile = opened("en", INITIATIVES, id="a")
    assert not profile.error
    assert profile.title[0].value == words


def test_a_source_whose_address_is_broken_breaks_no_profile(shared_path: Path, tmp_path: Path) -> None:
    seed.build(tiny.write(tmp_path / "data", tiny.changed("initiatives", 0, source_url="http://[")), shared_path)
    page = opened("en", INITIATIVES, id="a")
    assert not page.error
    assert "not stated" in page.table[-1].value.iloc[0, 1]
