"""Routes for programs: health, the data version, the boundaries."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ecosystem import __version__, boundaries, opening, seed
from ecosystem.errors import EcosystemError
from ecosystem.measures import dataset

if TYPE_CHECKING:
    from starlette.requests import Request

UNAVAILABLE = 503
NOT_MODIFIED = 304
NOT_FOUND = 404


def _refused(error: EcosystemError) -> JSONResponse:
    return JSONResponse({"status": "error", **error.refusal()}, UNAVAILABLE)


def health(_request: Request) -> Response:
    """`{"status": "ok", "version"}` while the store is there and answers; else 503 with the reason."""
    try:
        store = opening.shared()
        dataset.collected(store)
        return JSONResponse({"status": "ok", "version": store.version})
    except EcosystemError as error:
        return _refused(error)


def version(_request: Request) -> Response:
    """The data version, the day of the collection and the release of the program."""
    try:
        store = opening.shared()
        collected = dataset.collected(store)
    except EcosystemError as error:
        return _refused(error)
    return JSONResponse(
        {"version": store.version, "collected": collected and collected.isoformat(), "release": __version__}
    )


def boundary(request: Request) -> Response:
    """The boundaries of a level as GeoJSON, with an ETag by their content."""
    level = request.path_params["level"]
    if level not in boundaries.LEVELS:
        return JSONResponse({"status": "error", "note": f"No such level: {level}."}, NOT_FOUND)
    content = boundaries.file(seed.DATA, level).read_bytes()
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=NOT_MODIFIED, headers=headers)
    return Response(content, media_type="application/geo+json", headers=headers)


def unknown(request: Request) -> Response:
    """An address of the interface that does not exist."""
    return JSONResponse({"status": "error", "note": f"There is nothing at {request.url.path}."}, NOT_FOUND)


ROUTES = [
    Route("/healthz", health),
    Route("/api/v1/version", version),
    Route("/boundaries/{level}.geojson", boundary),
    Route("/api/{rest:path}", unknown),
]
