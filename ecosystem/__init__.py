"""Lithuania's social-innovation ecosystem: store, measures, charts. Knows nothing of the pages that show it."""

__version__ = "0.1.0"
