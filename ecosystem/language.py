"""Lithuanian and English: words from the catalogues in `locale/`, numbers and dates by the rules of each language."""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import cache
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from babel import dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

CODES = ("lt", "en")
LOCALE = Path(__file__).with_name("locale")
# Skeletons of Babel for a date that is known to the month; the year alone is written plainly.
_MONTH = "yMMMM"
# Days stand before months in the English that Europe writes.
_DATES = {"lt": "lt", "en": "en_GB"}


def catalogue(code: str) -> Path:
    """The catalogue file of a language."""
    return LOCALE / code / "LC_MESSAGES" / "messages.po"


@cache
def _translations(code: str) -> gettext.GNUTranslations:
    # Compiled here and not by a build step, so that a plain `pip install` and `streamlit run` are enough.
    with catalogue(code).open("rb") as lines:
        compiled = io.BytesIO()
        write_mo(compiled, read_po(lines, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@dataclass(frozen=True)
class Language:
    """A language of the dashboard; `code` is lt or en."""

    code: str

    @property
    def other(self) -> str:
        """The code of the other language."""
        return "en" if self.code == "lt" else "lt"

    def say(self, message: str, **values: object) -> str:
        """The message in this language, its `{name}` places filled."""
        return _translations(self.code).gettext(message).format(**values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The message in the form that the number `n` asks for; `{n}` is the number as this language writes it."""
        return _translations(self.code).ngettext(one, many, n).format(n=self.number(n), **values)

    def number(self, value: float | None, digits: int = 0) -> str:
        """The number with at most `digits` decimals; an en dash where it is not known."""
        if value is None or isnan(value):
            return "–"
        # Adding zero makes a minus zero plain.
        return numbers.format_decimal(round(value, digits) + 0, locale=self.code, decimal_quantization=False)

    def percent(self, share: float | None) -> str:
        """The share of one as whole per cent; an en dash where it is not known."""
        return "–" if share is None else numbers.format_percent(share, format=None, locale=self.code)

    def money(self, amount: float | None, currency: str = "EUR") -> str:
        """The amount, to the cent, with its currency; an en dash where it is not known."""
        return "–" if amount is None else numbers.format_currency(amount, currency, locale=self.code)

    def date(self, day: datetime.date | None, precision: str = "day") -> str:
        """The date as exactly as it is known (day, month, year); an en dash where it is not."""
        if day is None:
            return "–"
        if precision == "year":
            return str(day.year)
        if precision == "month":
            return dates.format_skeleton(_MONTH, day, locale=self.code)
        return dates.format_date(day, "long", locale=_DATES[self.code])

    def short_date(self, day: datetime.date) -> str:
        """The day in the short form of this language."""
        return dates.format_date(day, "medium", locale=_DATES[self.code])

    def years(self, first: int | None, last: int | None) -> str:
        """The years from first to last; an en dash where neither is known, a question mark for one that is not."""
        if first is None and last is None:
            return "–"
        if first == last:
            return str(first)
        return f"{first or '?'}–{last or '?'}"

    def of(self, row: Mapping[str, object], column: str) -> str:
        """`column` of the row in this language; else in the other with a visible mark; an en dash where in neither."""
        mine, theirs = row.get(f"{column}_{self.code}"), row.get(f"{column}_{self.other}")
        if isinstance(mine, str):
            return mine
        return f"{theirs} ({self.other.upper()})" if isinstance(theirs, str) else "–"


def capital(words: str) -> str:
    """The words with a capital first."""
    return words[:1].upper() + words[1:]


def choose(asked: str | None, browser: str | None) -> Language:
    """The language asked for, else the browser's (a locale or an Accept-Language header); English unless it is lt."""
    wanted = asked if asked is not None else (browser or "").split(",")[0]
    return Language("lt" if wanted.strip().lower().replace("_", "-").split("-")[0].split(";")[0] == "lt" else "en")
