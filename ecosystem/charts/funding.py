"""Funding drawn: initiatives by fund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.charts import bars

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

SHOWN = 9
SHOWN_PAYERS = 8


def by_fund(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A bar a fund, the most frequent ones; the rest together in one bar that says how many funds it holds."""
    named = frame[frame["fund"] != "other"]
    shown = colours.most(SHOWN + 1) - 1
    rest, unnamed = max(len(named) - shown, 0), len(named) < len(frame)
    labels = named[f"fund_{language.code}"].head(shown).tolist()
    numbers = named["initiatives"].head(shown).tolist()
    others = []
    if rest or unnamed:
        others = [_rest(rest, unnamed, language)]
        numbers.append(int(frame["initiatives"].sum()) - sum(numbers))
    return bars.horizontal([*labels, *others], numbers, language, colours, others)


def _rest(funds: int, unnamed: bool, language: Language) -> str:
    if not funds:
        return language.say("Other")
    if unnamed:
        return language.plural("{n} more fund and others", "{n} more funds and others", funds)
    return language.plural("{n} more fund", "{n} more funds", funds)


def by_payer(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A bar a payer, the most frequent ones only: most payers are named once."""
    top = frame.head(SHOWN_PAYERS)
    names = [language.of(row, "payer") for row in top.to_dict("records")]
    return bars.horizontal(names, top["initiatives"].tolist(), language, colours)
