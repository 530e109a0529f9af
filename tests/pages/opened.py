"""Pages run by AppTest through the frame, as a visitor reaches them."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
SECONDS = 60


def opened(language: str | None, page: str | None = None, **parameters: str) -> AppTest:
    """The page (a path beside the frame; the overview when None) in a language; fails on an exception."""
    run = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    if language:
        run.query_params["lang"] = language
    for name, value in parameters.items():
        run.query_params[name] = value
    run.run()
    if page:
        run.switch_page(page).run()
    assert not run.exception, run.exception
    return run


def texts(run: AppTest) -> list[str]:
    """All texts of the page that a reader sees as words."""
    kinds = ("title", "header", "caption", "markdown", "error")
    found = [element.value for kind in kinds for element in run.get(kind)]
    return found + [metric.label for metric in run.metric] + [expander.label for expander in run.expander]
