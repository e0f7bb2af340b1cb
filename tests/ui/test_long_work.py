"""Work that takes long is the same everywhere: how far it is, stopped by a key, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.screens.dialogs import long_work
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.screens.dialogs.typed_word import WordDialog
from tests.ui.driving import driven

Meanwhile = Callable[[Progress], None]


def doing(meanwhile: Meanwhile) -> Callable[..., Awaitable[str]]:
    """Work of which half is done at once; then it looks whether it may go on."""

    async def do(*told: Any) -> str:
        progress = told[-1]
        progress.total, progress.done = 2_000_000, 1_000_000
        meanwhile(progress)
        if progress.stopped:
            raise Stopped(STOPPED)
        return "done"

    return do


async def test_a_file_is_read_once_and_escape_stops_that(home: Path) -> None:
    """It stays open then, and says so until something else is typed."""
    seen: list[str] = []
    async with driven(home, (80, 24)) as app:

        def meanwhile(progress: Progress) -> None:
            dialog.show_result()
            dialog.begin(doing(meanwhile))  # enter, pressed twice
            seen.append(app.panel("result") + app.panel("foot"))
            dialog.action_leave()

        dialog = FileDialog[str]("Read", "About it.", "read", doing(meanwhile), suggested="a.zip")
        app.app.push_screen(dialog)
        await app.press("enter")
        (shown,) = seen
        assert "of 2.0 MB" in shown and "escape stop" in shown and "enter" not in shown
        assert "Stopped; nothing was kept." in app.panel("result")
        await app.write("b")
        assert "About it." in app.panel("result")


@pytest.mark.parametrize("can_stop", [True, False])
async def test_who_ends_it_from_outside_stops_what_may_be_stopped(
    home: Path, can_stop: bool
) -> None:
    """A file that is read for nobody is let go; what must not end half-way goes on."""
    stopped: list[bool] = []

    def meanwhile(progress: Progress) -> None:
        dialog.action_leave()
        dialog.on_unmount()
        stopped.append(progress.stopped)

    file = FileDialog[str]("Read", "About it.", "read", doing(meanwhile), "a.zip")
    word = WordDialog(("Purge it?",), "purge-1", doing(meanwhile))
    dialog = file if can_stop else word
    async with driven(home, (80, 24)) as app:
        app.app.push_screen(dialog)
        await app.press("home")
        if not can_stop:
            await app.write("purge-1")
            await app.press("enter")
    assert stopped == [can_stop]


def test_before_it_is_laid_out_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without a height has nothing out of sight, and nothing in view."""
    dialog = WordDialog(("Purge it?",), "purge-1", doing(lambda _: None))
    monkeypatch.setattr(dialog, "query_one", lambda _: VerticalScroll())
    assert not dialog.is_read


async def test_a_screen_tells_how_far_it_is_and_nothing_goes_on_for_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it came to its end, failed, or is waited for no more."""
    monkeypatch.setattr(long_work, "QUIET_SECONDS", 0.001)
    progress, told = Progress(), asyncio.Event()

    async def never(mine: Progress) -> str:
        nonlocal progress
        progress = mine
        return await asyncio.Future[str]()

    async def fail(mine: Progress) -> str:
        nonlocal progress
        progress = mine
        raise FacilituiError("no")

    async with driven(home, (80, 24)) as app:
        work = asyncio.ensure_future(long_work.telling(app.app, never, lambda _: told.set()))
        await told.wait()
        assert not progress.stopped
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        assert progress.stopped
        with pytest.raises(FacilituiError):
            await long_work.telling(app.app, fail, lambda _: told.set())
        assert progress.stopped
