"""The machine's clock is set: whoever hosts or follows a session goes by its own time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitui.core.sessions.clock import Reading
from facilitui.services.sessions.following import FollowedSession
from tests.core.making import START
from tests.services.fakes import MovableClock
from tests.services.followed import MemoryFeed
from tests.services.rooms import Room


def set_clock(clock: MovableClock, seconds: float) -> Reading:
    """Set the wall clock; the clock of this boot runs on."""
    clock.reading = replace(clock.reading, at=clock.reading.at + timedelta(seconds=seconds))
    return clock.reading


@pytest.mark.parametrize("by", [-3600, 18_000])
async def test_host_and_follower_tell_the_sessions_own_time(room: Room, by: int) -> None:
    """As much after its beginning as has passed, for both of them; both know of it."""
    hosted = await room.begun()
    feed = MemoryFeed(room.sessions, hosted.session)
    followed = FollowedSession(room.sessions, lambda _: feed, room.clock, hosted.session)
    await followed.look()
    assert hosted.clock_set() == 0
    room.clock.move(60)
    set_clock(room.clock, by)
    own = (60, START + timedelta(seconds=60))
    assert hosted.now() == own and followed.now() == own
    assert hosted.clock_set() == followed.clock_set() == by


async def test_after_a_reboot_the_time_of_day_is_right_again(room: Room) -> None:
    """The wall time since counts, and nothing was set."""
    hosted = await room.begun()
    log = hosted.session
    await hosted.leave()
    room.clock.reboot(300)
    hosted = await room.hosting.resume(log)
    assert hosted.now() == (300, START + timedelta(seconds=300)) and hosted.clock_set() == 0
