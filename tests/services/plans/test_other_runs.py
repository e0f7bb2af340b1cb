"""Two copies with one plan ready: whoever begins second is told before there are two sessions."""

from __future__ import annotations

import asyncio

import pytest

from facilitui.core.errors import BegunElsewhere
from tests.services.rooms import Room


async def test_the_second_copy_is_told_once_and_may_begin_all_the_same() -> None:
    """When the other began, in the session's zone; asked once more, a second session begins."""
    room = Room()
    first, second = [await room.hosting.prepare_plan("work") for _ in range(2)]
    await first.begin()
    with pytest.raises(BegunElsewhere, match=r"another copy began this plan at \d\d:\d\d"):
        await second.begin()
    assert second.ready is not None and len(room.sessions.logs) == 1
    room.clock.move(1)
    await second.begin()
    assert second.state.running and len(room.sessions.logs) == 2


async def test_what_lay_open_before_is_not_told_again() -> None:
    """It was known when this one was made ready; nor does another plan's session matter."""
    room = Room()
    await (await room.hosting.prepare_plan("work")).begin()
    second = await room.hosting.prepare_plan("work")
    room.plans.texts["other"] = room.plans.texts["work"]
    other = await room.hosting.prepare_plan("other")
    await other.begin()
    await second.begin()
    assert second.state.running


async def test_a_key_that_was_pressed_twice_begins_no_second_session() -> None:
    """What comes before the warning could be read is no answer to it."""
    room = Room()
    first, second = [await room.hosting.prepare_plan("work") for _ in range(2)]
    await first.begin()
    for _ in range(3):
        with pytest.raises(BegunElsewhere):
            await second.begin()
        room.clock.move(0.3)
    assert len(room.sessions.logs) == 1


async def test_two_that_begin_in_the_same_moment_begin_one_session() -> None:
    """Neither has seen the other's log when it looks; one after the other they do."""
    room = Room()

    async def slowly() -> None:
        await asyncio.sleep(0)

    room.sessions.slowly = slowly  # type: ignore[method-assign]
    both = [await room.hosting.prepare_plan("work") for _ in range(2)]
    done = await asyncio.gather(*(each.begin() for each in both), return_exceptions=True)
    assert len(room.sessions.logs) == 1
    assert [type(each) for each in done] == [type(None), BegunElsewhere]
