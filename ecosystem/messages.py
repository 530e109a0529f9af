"""Marks for texts that are written where they belong and put into words later: the catalogues hold them."""

from __future__ import annotations


def mark(message: str) -> str:
    """The message itself, marked as one that the catalogues hold."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Both forms of a message that takes a number `{n}`, marked likewise."""
    return one, many
