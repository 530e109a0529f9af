"""Where new boundaries come from: an address or a file, read whole."""

from __future__ import annotations

import time
from http.client import HTTPException
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from ecosystem import __version__
from ecosystem.boundaries.unfit import Unfit, shown
from ecosystem.errors import BoundariesNotReached
from ecosystem.messages import mark

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# The municipalities of the Address Register: GeoJSON, EPSG:3346, made anew every month.
REGISTER = "https://www.registrucentras.lt/aduomenys/?byla=adr_gra_savivaldybes.json"
AGENT = f"bendrakura/{__version__}"
TIMEOUT_S = 60
# How long a download may take in all, however steadily it trickles.
PATIENCE_S = 600
LIMIT_MB = 200
PIECE = 1 << 20


def read(origin: str) -> bytes:
    """What is at `origin`: an address if it starts with http:// or https://, else the path of a file.

    Raises BoundariesNotReached where it cannot be read, and Unfit where it is larger than any such file.
    """
    try:
        with _opened(origin) as stream:
            return _whole(stream)
    except HTTPError as error:
        error.close()
        raise BoundariesNotReached(origin=shown(origin), detail=str(error)) from error
    # ValueError: addresses that are none, and paths with a zero byte.
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        detail = shown(str(reason)) or type(error).__name__
        raise BoundariesNotReached(origin=shown(origin), detail=detail) from error


def is_address(origin: str) -> bool:
    """Whether `origin` is to be downloaded."""
    return origin.lower().startswith(("http://", "https://"))


def _opened(origin: str) -> AbstractContextManager[IO[bytes]]:
    if is_address(origin):
        opened: AbstractContextManager[IO[bytes]] = urlopen(
            Request(origin, headers={"User-Agent": AGENT}), timeout=TIMEOUT_S
        )
        return opened
    return Path(origin).open("rb")


def _whole(stream: IO[bytes]) -> bytes:
    """All bytes, taken piece by piece, so that neither size nor time can run away."""
    until, whole = time.monotonic() + PATIENCE_S, bytearray()
    # What has arrived is taken at once, if the stream can do so: `read` would wait for a full piece.
    take = getattr(stream, "read1", stream.read)
    while piece := take(PIECE):
        whole += piece
        if len(whole) > LIMIT_MB << 20:
            raise Unfit(mark("it is larger than {limit} MB"), limit=LIMIT_MB)
        if time.monotonic() > until:
            raise TimeoutError(f"not finished after {PATIENCE_S} s")
    return bytes(whole)
