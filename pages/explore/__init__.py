"""Pages that show what there is."""
