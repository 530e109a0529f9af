"""Texts of the data on the page: what they hold is shown as it is, whatever it looks like."""

from __future__ import annotations

import re
import unicodedata

_MARKDOWN = frozenset("\\`*_{}[]<>()#+-.!|$~:&=@")
# No-break spaces stay: they hold numbers together.
_BLANKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
# Marks that turn the direction of what follows, beyond the end of the text; letters turn by themselves.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"
# An invisible sign that joins words. It stops what escapes cannot: Streamlit and its Markdown look for icons, for signs
# such as -> and for addresses once the escapes are gone.
_JOINER = "\u2060"
_ICON = re.compile(r":(?=material[/_]|streamlit:)")
_SIGN = re.compile(r"(?<!\S)[<>=~-]{2,3}(?!\S)")
_ADDRESS = re.compile(r"(?:(?<=https)|(?<=http)):(?=//)|(?<=www)(?=\.)|(?<=\w)@(?=\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """The text on one line with nothing in it read as Markdown, and with its direction kept to itself."""
    line = _TURNING.sub("", _BLANKS.sub(" ", text)).strip(" ")
    line = _SIGN.sub(lambda sign: _JOINER.join(sign[0]), line)
    line = _ADDRESS.sub(lambda part: part[0] + _JOINER, _ICON.sub(f":{_JOINER}", line))
    shown = "".join(f"\\{character}" if character in _MARKDOWN else character for character in line)
    turns = any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)
    return f"{_ISOLATE}{shown}{_END}" if turns else shown
