"""Marks for texts that are written where they belong and put into words later: the catalogues hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Say = Callable[..., str]


def mark(message: str) -> str:
    """The message itself, marked as one that the catalogues hold."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Both forms of a message that takes a number `{n}`, marked likewise."""
    return one, many


@dataclass(frozen=True)
class Phrase:
    """A marked message with its values, to be put into words inside another one."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, say: Say) -> str:
        """The phrase in the language of `say`."""
        return say(self.message, **self.values)

    def __str__(self) -> str:
        return self.message.format(**self.values)
