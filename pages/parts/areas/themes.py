"""Themes by county: how many are recorded, and where none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ecosystem.language import capital
from ecosystem.measures import gaps
from ecosystem.selection import NONE
from pages.parts import navigation, show
from pages.parts.plain import plain

if TYPE_CHECKING:
    from ecosystem.language import Language
    from pages.parts.session import View


NO_BREAK = "\u00a0"


def table(view: View) -> None:
    """A row a theme, a column a county; each cell leads to exactly its initiatives, or to their absence."""
    say = view.language.say
    found = view.everywhere.ask(gaps.themes_by_county)
    st.markdown(plain(found.summary(view.language)))
    with st.grid(1, wrap=False, min_column_width=show.WIDE_PX, gap="xsmall"), st.container(key="themes"):
        st.table(_rows(view, found.frame), border="horizontal", hide_index=True, alt=found.summary(view.language))
    note = say("An initiative may have several themes. Each number leads to its initiatives.")
    show.coverage(found.coverage, view.language, note)


def _rows(view: View, frame: pd.DataFrame) -> pd.DataFrame:
    numbers = {(row["theme"], row["county"]): row["initiatives"] for row in frame.to_dict("records")}
    counties = view.in_order("county")
    names = dict(zip(counties, view.choices.names("county", counties, view.language), strict=True))
    columns = {county: _short(name, view.language) for county, name in names.items()}
    columns[NONE] = capital(view.choices.name("county", NONE, view.language))
    return pd.DataFrame(
        {
            view.language.say("Theme"): plain(capital(view.language.of(theme, "theme"))),
            **{words: _cell(view, theme["theme"], county, numbers) for county, words in columns.items()},
        }
        for theme in frame.drop_duplicates("theme").to_dict("records")
    )


def _short(name: str, language: Language) -> str:
    """The name of a county without the word for county, which stands in the heading."""
    return name.removesuffix(" apskritis") if language.code == "lt" else name.removesuffix(" County")


def _cell(view: View, theme: str, county: str, numbers: dict[tuple[str, str], int]) -> str:
    number = numbers[theme, county]
    selection = view.selection.having(theme=(theme,), county=(county,), municipality=())
    if not number:
        words = view.language.say("none recorded").replace(" ", NO_BREAK)
        return navigation.initiatives(words, selection, faint=True)
    return navigation.initiatives(view.language.number(number), selection)
