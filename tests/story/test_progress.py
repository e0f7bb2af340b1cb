"""How far a long command is: told on a terminal alone, and gone again afterwards."""

from __future__ import annotations

import asyncio
import io
import sys

import pytest

from facilitui.cli import progress as cli_progress
from facilitui.core.journals.attaching_ports import Progress, Stopped


class Shown(io.StringIO):
    """Standard error, a terminal or not, which lets the work go on once something is told."""

    def __init__(self, go_on: asyncio.Event, *, terminal: bool) -> None:
        super().__init__()
        self._go_on, self._terminal = go_on, terminal

    def isatty(self) -> bool:
        self._go_on.set()
        return self._terminal


@pytest.mark.parametrize("terminal", [True, False])
async def test_what_takes_long_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    """In one line that is taken away; a file or a pipe gets nothing."""
    monkeypatch.setattr(cli_progress, "QUIET_SECONDS", 0.001)
    go_on = asyncio.Event()
    shown = Shown(go_on, terminal=terminal)
    monkeypatch.setattr(sys, "stderr", shown)
    progress = Progress(total=2_000_000, done=1_000_000)

    async def work() -> int:
        await go_on.wait()
        return 3

    assert await cli_progress.watched(work(), progress, "packing") == 3
    told = shown.getvalue()
    if terminal:
        assert "packing: 1.0 MB of 2.0 MB" in told and told.endswith("\r\x1b[K")
    else:
        assert told == ""


async def test_what_is_quick_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what fails, fails as it would."""
    shown = Shown(asyncio.Event(), terminal=True)
    monkeypatch.setattr(sys, "stderr", shown)

    async def failing() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await cli_progress.watched(failing(), Progress(), "packing")
    assert shown.getvalue() == ""


async def test_what_is_interrupted_is_stopped_and_says_what_came_of_it() -> None:
    """Ctrl+c cancels whoever waits; the work itself ends where it may."""
    progress = Progress()

    async def work() -> int:
        while not progress.stopped:
            await asyncio.sleep(0)
        raise Stopped("stopped: 3 files written")

    waiting = asyncio.ensure_future(cli_progress.watched(work(), progress, "restoring"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(Stopped, match="3 files written"):
        await waiting
