"""Clusters drawn: by status and by sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecosystem.charts import bars

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from ecosystem.charts.theme import Palette
    from ecosystem.language import Language

UNKNOWN = "unknown"


def by_status(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """One bar cut by status, each part with its number; what is not known is hatched."""
    words = {
        "active": lambda n: language.plural("{n} active", "{n} active", n),
        "inactive": lambda n: language.plural("{n} inactive", "{n} inactive", n),
        UNKNOWN: lambda n: language.plural("{n} of unknown status", "{n} of unknown status", n),
    }
    rows = zip(frame["status"], frame["clusters"], strict=True)
    return bars.strip([(words[status](int(n)), int(n), status != UNKNOWN) for status, n in rows], colours)


def by_sector(frame: pd.DataFrame, language: Language, colours: Palette) -> go.Figure:
    """A bar a sector, in large text of the most frequent ones."""
    top = frame.head(colours.most(len(frame)))
    return bars.horizontal(top[f"sector_{language.code}"].tolist(), top["clusters"].tolist(), language, colours)
