"""What `data/municipalities.csv` says of every municipality: new boundaries have to agree with it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecosystem.errors import BoundariesNotReached, BoundariesRefused

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Known:
    """The county of a municipality, its area, and a point in its middle (WGS 84)."""

    county: str
    area_km2: float
    lon: float
    lat: float


def municipalities(data: Path) -> dict[str, Known]:
    """Every municipality by its code; raises BoundariesNotReached or BoundariesRefused where the file is not usable."""
    path = data / "municipalities.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return {
                row["municipality"]: Known(row["county"], *(float(row[name]) for name in ("area_km2", "lon", "lat")))
                for row in csv.DictReader(lines)
            }
    except OSError as error:
        raise BoundariesNotReached(origin=path, detail=error.strerror) from error
    except (KeyError, ValueError, TypeError, csv.Error) as error:
        raise BoundariesRefused(origin=path, detail=f"{type(error).__name__}: {error}") from error
