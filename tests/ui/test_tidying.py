"""Memory is looked through while nobody types, and seldom enough."""

from __future__ import annotations

import gc
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.app import App

from facilitui.app import tidying


class Looks:
    """An application's timer, the keys there were, and what the collector was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.keys, self.young, self.collected = 0, tidying.ENOUGH, 0
        for name in ("freeze", "enable", "set_threshold"):
            monkeypatch.setattr(gc, name, lambda *_: None)
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, self.young))
        monkeypatch.setattr(gc, "collect", self._collect)
        app = SimpleNamespace(set_interval=self._every)
        tidying.tidy_when_quiet(cast("App[Any]", app), lambda: self.keys)

    def _every(self, _seconds: float, look: Callable[[], None]) -> None:
        self.look = look

    def _collect(self) -> None:
        self.collected, self.young = self.collected + 1, 0


def test_it_waits_until_no_key_was_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key puts it off until the look after next."""
    looks = Looks(monkeypatch)
    looks.keys += 1
    looks.look()
    assert looks.collected == 0
    looks.look()
    assert looks.collected == 1


def test_it_waits_until_there_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program at rest is left at rest."""
    looks = Looks(monkeypatch)
    looks.look()
    looks.look()
    assert looks.collected == 1
    looks.young = tidying.ENOUGH - 1
    looks.look()
    assert looks.collected == 1
