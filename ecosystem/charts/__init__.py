"""Frames drawn as plotly figures: graph objects only, no frame is computed here."""
