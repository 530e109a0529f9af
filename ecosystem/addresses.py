"""Addresses of the web as data holds them: whether they are any, and of which site."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# What an address may hold as it is; all else is written by its code.
_SAFE = "/:?#[]@!$&'*+,;=%~-._"


def site(url: object) -> str | None:
    """The host that an http or https address leads to, without www; None for anything else."""
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.netloc.removeprefix("www.") or None if parts.scheme in ("http", "https") else None


def encoded(url: str) -> str:
    """The address with whatever does not belong in one written by its code."""
    return quote(url, safe=_SAFE)
