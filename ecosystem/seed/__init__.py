"""From the CSV files of `data/` to a store: all of it or, with every problem named, nothing."""

from ecosystem.seed.build import DATA, Built, build

__all__ = ["DATA", "Built", "build"]
