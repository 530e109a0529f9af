"""Tests of files to take along, and the texts that could do harm in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import tiny

if TYPE_CHECKING:
    import contextlib
    from pathlib import Path

    from ecosystem.store import Store

# What a spreadsheet would run as a formula.
FORMULAS = {
    "title_en": "=cmd|' /C calc'!A0",
    "title_lt": "+1",
    "status_note_en": "-1",
    "status_note_lt": "@SUM(A1)",
    "payer_en": "\t=1+1",
    "payer_lt": "\r,=1+1",
    "website": '=HYPERLINK("https://example.org")',
}
PLAIN = {
    "programme_en": "<script>alert(1)</script>",
    "programme_lt": "**bold** [link](javascript:alert(1))",
    "target_group_en": "ž" * 5000,
    "target_group_lt": "abc\u202etxt.exe",
    "problem_en": "null \x00 and bell \x07",
    "problem_lt": "line \x0b and page \x0c",
    "goal_en": 'quoted "text", a; b\nnext\r\nlast',
    "goal_lt": "_x000B_ &amp; ]]>",
    "description_en": "not a character \uffff\ufffe",
    "description_lt": "a = b",
}
HOSTILE = FORMULAS | PLAIN


def hostile(folder: Path) -> contextlib.closing[Store]:
    """The tiny dataset with the texts in the initiative `a`, and its lead named like a formula."""
    lead = tiny.changed("organisations", 0, name_en="=1+1", name_lt="-muziejus")
    return tiny.opened(folder, tiny.changed("initiatives", 0, **HOSTILE) | lead)
