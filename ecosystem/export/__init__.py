"""Files to take along: the rows of a page, for people (CSV, XLSX) and for programs (JSON)."""

from ecosystem.export.files import FORMATS, Asked, Exported, export

__all__ = ["FORMATS", "Asked", "Exported", "export"]
