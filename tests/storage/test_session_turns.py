"""Turns in which copies of the program begin sessions of one home."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from filelock import FileLock

from facilitui.storage import session_turns
from tests.storage.broken_disks import ReadOnlyDisk
from tests.storage.chains import store_of


async def test_a_turn_is_one_copys_at_a_time(home: Path) -> None:
    """Another waits until it is over, and has its turn then; so do two in one copy."""
    one, other, order = store_of(home), store_of(home), list[str]()

    async def begin(name: str, store: object) -> None:
        async with (one if store is one else other).beginning():
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(begin("a", one), begin("b", other), begin("c", one))
    assert len(order) == 6 and order[::2] == order[1::2]
    one.close()
    other.close()


async def test_a_turn_that_never_comes_is_waited_for_no_longer(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that hangs keeps nobody from a session; nor does a disk that takes no locks."""
    monkeypatch.setattr(session_turns, "TURN_SECONDS", 0.01)
    (home / "cache").mkdir(parents=True, exist_ok=True)
    with FileLock(home / "cache" / "begin.lock"):
        async with store_of(home).beginning():
            pass
    async with store_of(home / "none", ReadOnlyDisk()).beginning():
        pass
