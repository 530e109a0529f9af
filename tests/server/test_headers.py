"""Who may frame the pages, and what they may load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.headers import policy

if TYPE_CHECKING:
    import pytest


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "https:" not in policy()
    assert "'unsafe-eval'" not in policy().replace("'wasm-unsafe-eval'", "")
    assert policy().endswith("frame-ancestors 'self'")


def test_named_hosts_may_frame_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_FRAMED_BY", "https://one.example https://two.example")
    assert policy().endswith("frame-ancestors 'self' https://one.example https://two.example")


def test_a_name_cannot_add_another_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_FRAMED_BY", "https://one.example; script-src *")
    assert policy().count(";") == 10
