"""What a visitor sees when the store cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_damaged_store_is_a_page_that_says_what_to_do_in_both_languages(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    store = tmp_path / "ecosystem.duckdb"
    store.write_bytes(b"junk" * 5000)
    with served(store) as address:
        seen = visit(f"{address}/?lang=lt")
        expect(seen.page.get_by_role("heading", name="Saugykla sugadinta")).to_be_visible()
        expect(seen.page.get_by_text("python -m ecosystem build")).to_be_visible()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Apžvalga")
        seen.page.get_by_role("radio", name="English").click()
        expect(seen.page.get_by_role("heading", name="The store is damaged")).to_be_visible()
        seen.finish()


def test_a_store_held_by_another_server_is_named_with_its_holder(visit: Callable[..., Visit], tmp_path: Path) -> None:
    store = tmp_path / "ecosystem.duckdb"
    with served(store) as first, served(store) as second:
        expect(visit(f"{first}/?lang=en").page.get_by_text("428").first).to_be_visible()
        refused = visit(f"{second}/?lang=en")
        expect(refused.page.get_by_role("heading", name="Another program holds the store")).to_be_visible()
        expect(refused.page.get_by_text("PID")).to_be_visible()
        expect(refused.page.get_by_text("ECOSYSTEM_STORE")).to_be_visible()
        refused.finish()
