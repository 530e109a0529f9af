"""Start and stop of the server: what the first visitor would wait for is done before the first visit."""

from __future__ import annotations

import gc
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from ecosystem import opening
from ecosystem.charts import initiatives as charts
from ecosystem.charts import theme
from ecosystem.errors import EcosystemError
from ecosystem.language import CODES, Language
from ecosystem.measures import initiatives
from ecosystem.selection import Selection

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import streamlit as st

log = logging.getLogger("bendrakura")


def warm_up() -> None:
    """Open the store, run a measure and draw a figure, so that libraries and catalogues are loaded."""
    store = opening.shared()
    answer = initiatives.by_start_year(store, Selection())
    for code in CODES:
        charts.by_start_year(answer.frame, 0, Language(code), theme.LIGHT).to_json()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm up, then keep what is loaded out of garbage collection; on an error start all the same and show it."""
    try:
        warm_up()
    except EcosystemError as error:
        log.error("The dashboard starts without its store. %s", error)
    gc.collect()
    gc.freeze()
    yield
    opening.close()
