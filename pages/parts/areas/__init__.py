"""The map and what stands beside and beneath it."""
