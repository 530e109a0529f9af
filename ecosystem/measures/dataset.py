"""The dataset as a whole: when it was collected, what it rests on, how large it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ecosystem import model

if TYPE_CHECKING:
    from datetime import date

    from ecosystem.store import Store


def collected(store: Store) -> date | None:
    """The day on which the facts were collected; None where the dataset does not say."""
    rows = store.query("SELECT try_cast(value AS DATE) AS day FROM dataset WHERE key = 'collected'").to_pylist()
    return rows[0]["day"] if rows else None


def collecting_until(store: Store) -> int:
    """The year of the collection: it and the year before are still being collected; 0 where the day is not stated."""
    day = collected(store)
    return day.year if day else 0


def boundaries(store: Store) -> str | None:
    """Whose boundaries are drawn, for the attribution; None where the dataset does not say."""
    rows = store.query("SELECT value FROM dataset WHERE key = 'boundaries'").to_pylist()
    return rows[0]["value"] if rows else None


def table_sizes(store: Store) -> pd.DataFrame:
    """One row a table: `name, holds, rows`, in the order of the model; `holds` is its comment, in English."""
    counts = store.row_counts()
    holds = [table.comment for table in model.data_tables()]
    return pd.DataFrame({"name": list(counts), "holds": holds, "rows": list(counts.values())})


def source_quality(store: Store) -> pd.DataFrame:
    """One row a quality of sources: `quality, quality_lt, quality_en, initiatives`, most frequent first."""
    return store.query(
        """
        SELECT source_quality AS quality, v.lt AS quality_lt, v.en AS quality_en, count(*) AS initiatives
        FROM initiatives JOIN vocabularies AS v ON v.vocabulary = 'source-quality' AND v.code = source_quality
        GROUP BY source_quality, v.lt, v.en ORDER BY initiatives DESC, source_quality
        """
    ).to_pandas()


def coding(store: Store) -> pd.DataFrame:
    """One row a code of how initiatives were coded: `vocabulary, code, code_lt, code_en, initiatives`.

    Vocabularies: relevance, social-innovation (does the record say so itself), gathered-by (which search found it),
    in this order; within one, in the order of the codes' meaning: the closest first.
    """
    return store.query(
        """
        WITH coded AS (SELECT 'relevance' AS vocabulary, relevance AS code FROM initiatives
                       UNION ALL SELECT 'social-innovation', is_social_innovation FROM initiatives
                       UNION ALL SELECT 'gathered-by', gathered_by FROM initiatives),
             ordered(position, code) AS (VALUES (1, 'core'), (2, 'related'), (3, 'context'), (4, 'yes'), (5, 'partly'),
                                                (6, 'no'), (7, 'unknown'), (8, 'general'), (9, 'culture-search'))
        SELECT coded.vocabulary, coded.code, v.lt AS code_lt, v.en AS code_en, count(*) AS initiatives
        FROM coded JOIN vocabularies AS v ON v.vocabulary = coded.vocabulary AND v.code = coded.code
        JOIN ordered ON ordered.code = coded.code
        GROUP BY ordered.position, coded.vocabulary, coded.code, v.lt, v.en ORDER BY ordered.position
        """
    ).to_pandas()
