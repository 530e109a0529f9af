"""The boundaries in `data/boundaries`: where they are, whether they can be drawn, and whose they are."""

from ecosystem.boundaries.files import LEVELS, Source, check, file, source

__all__ = ["LEVELS", "Source", "check", "file", "source"]
