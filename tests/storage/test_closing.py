"""The stores of a home end with it, whichever of them were used."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker


def test_no_thread_is_left_when_a_home_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that is added to the wiring must be added to what it closes."""
    made: set[Worker] = set()
    begin, close = Worker.__init__, Worker.close

    def begun(self: Worker, *args: object, **named: object) -> None:
        made.add(self)
        begin(self, *args, **named)  # type: ignore[arg-type]

    def closed(self: Worker) -> None:
        made.discard(self)
        close(self)

    monkeypatch.setattr(Worker, "__init__", begun)
    monkeypatch.setattr(Worker, "close", closed)
    wiring = Wiring(Home(tmp_path / "home"))
    for name in dir(Wiring):
        if isinstance(getattr(Wiring, name), cached_property):
            getattr(wiring, name)
    assert len(made) > 10
    wiring.close()
    assert not made
