"""Organisations drawn: by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.charts import bars

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

SHOWN = 9


def by_kind(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A bar a kind, the most frequent ones; the rest together in one bar that says how many kinds it holds."""
    shown = colours.most(SHOWN + 1) - 1
    labels = frame[f"kind_{language.code}"].head(shown).tolist()
    numbers = frame["organisations"].head(shown).tolist()
    rest = len(frame) - len(labels)
    others = [language.plural("{n} other kind", "{n} other kinds", rest)] if rest else []
    if rest:
        numbers.append(int(frame["organisations"].sum()) - sum(numbers))
    return bars.horizontal([*labels, *others], numbers, language, colours, others)
