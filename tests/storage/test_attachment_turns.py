"""The turns in which attached files are kept: waited for, given up, and none where none can be."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.storage import attachment_turns
from facilitui.storage.attachments import FileAttachments
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.storage.copying import HASH, kept, take, taken


async def test_a_turn_that_does_not_end_is_told(
    home: Path, poster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, after a while; nothing is kept, and afterwards it goes."""
    monkeypatch.setattr(attachment_turns, "TURN_SECONDS", 0.03)
    with closing(FileAttachments(Home(home), Disk())) as one:
        async with one.alone(Progress()):
            with pytest.raises(NotSaved, match=r"another copy .* nothing was changed, try again"):
                await asyncio.to_thread(taken, home, poster)
            assert kept(home) == []
        assert (await take(one, poster)).file_hash == HASH


async def test_waiting_for_a_turn_can_be_stopped(home: Path, poster: Path) -> None:
    """By whoever waits, at once; and by the end of the program."""
    (home / "cache").mkdir()
    progress = Progress()
    with FileLock(home / "cache" / "attachments.lock"):
        waiting = asyncio.ensure_future(asyncio.to_thread(taken, home, poster, None, progress))
        while not kept(home):
            await asyncio.sleep(0)
        progress.stopped = True
        with pytest.raises(Stopped):
            await waiting
        store = FileAttachments(Home(home), Disk())
        begun = asyncio.ensure_future(_one(store))
        while not store._worker._progress:
            await asyncio.sleep(0)
        await asyncio.to_thread(store.close)
        with pytest.raises(Stopped):
            await begun
    assert kept(home) == []


async def test_turns_of_one_copy_follow_each_other(home: Path) -> None:
    """The second is not waited for on the thread that has to end the first."""
    with closing(FileAttachments(Home(home), Disk())) as store:
        async with store.alone(Progress()):
            second = asyncio.ensure_future(_one(store))
            await store.drop(HASH)
            assert not second.done()
        await second


async def test_a_turn_that_nobody_waits_for_any_more_is_nobody_s(home: Path) -> None:
    """It is given up also where it had been taken by then."""
    for ticks in range(4):
        with closing(FileAttachments(Home(home), Disk())) as store:
            waiting = asyncio.ensure_future(_one(store))
            for _ in range(ticks):
                await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait([waiting])
        with closing(FileAttachments(Home(home), Disk())) as other:
            async with asyncio.timeout(attachment_turns.TURN_SECONDS / 2):
                await _one(other)


def test_a_home_without_room_for_a_lock_takes_files_all_the_same(home: Path, poster: Path) -> None:
    """No copy is refused for that alone."""
    (home / "cache").write_text("in the way")
    assert taken(home, poster).file_hash == HASH


async def _one(store: FileAttachments) -> None:
    async with store.alone(Progress()):
        pass
