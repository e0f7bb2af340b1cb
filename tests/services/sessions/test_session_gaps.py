"""Time that nobody saw pass, in a session that is open or was killed, is never lost."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.services.sessions.hosted_session import BEAT_SECONDS
from tests.services.fakes import (
    MemoryLog,
)
from tests.services.rooms import Room, struck


async def test_a_long_gap_between_two_ticks_is_marked_once(room: Room) -> None:
    """A laptop that slept: the time counts and is marked with its length."""
    hosted = await room.begun()
    room.clock.move(GAP_SECONDS)
    assert not await hosted.tick()
    room.clock.move(3600)
    assert await hosted.tick() and not await hosted.tick()
    assert [gap.seconds for gap in hosted.state.gaps] == [3600]
    assert hosted.now()[0] == 3600 + GAP_SECONDS


async def test_a_gap_is_marked_before_the_key_that_ends_it(room: Room) -> None:
    """Whichever comes first after the sleep, a tick or a key."""
    hosted = await room.begun()
    room.clock.move(600)
    await hosted.do(moves.mark)
    assert room.kinds()[-2:] == ["gap_noticed", "marked"]
    assert not await hosted.tick()


async def test_a_gap_is_not_lost_where_the_disk_is_full_just_then(room: Room) -> None:
    """It is marked with its own length once there is room."""
    hosted = await room.begun()
    room.clock.move(600)
    room.sessions.full = True
    with pytest.raises(NotSaved):
        await hosted.tick()
    room.clock.move(1)
    room.sessions.full = False
    assert await hosted.tick()
    assert [gap.seconds for gap in hosted.state.gaps] == [600]


@pytest.mark.parametrize("ready", [True, False])
async def test_no_gap_is_marked_outside_a_running_session(room: Room, ready: bool) -> None:
    """Neither before it begins nor after it ends."""
    hosted = await room.hosting.prepare_plan("work")
    if not ready:
        await hosted.begin()
        await hosted.do(moves.end)
    await hosted.tick()
    room.clock.move(3600)
    assert not await hosted.tick()
    assert "gap_noticed" not in [event.envelope.kind for event in hosted.events]


async def test_a_host_says_that_it_is_alive(room: Room) -> None:
    """About every ten seconds, so that a restart knows how long it was gone."""
    hosted = await room.begun()
    log = hosted._log
    assert isinstance(log, MemoryLog)
    beats = log.beats
    for _ in range(30):
        room.clock.move(1)
        await hosted.tick()
    assert log.beats - beats == 30 / BEAT_SECONDS


async def test_a_restart_within_the_same_boot_keeps_elapsed(room: Room) -> None:
    """A short restart is neither a gap nor a takeover; the clock simply goes on."""
    session = await struck(room)
    room.clock.move(20)
    hosted = await room.hosting.resume(session)
    assert hosted.now()[0] == 80 and room.kinds()[-1] == "marked"
    assert not await hosted.tick()


async def test_a_long_restart_within_the_same_boot_is_a_gap(room: Room) -> None:
    """It is marked with the time that nobody hosted it."""
    session = await struck(room)
    room.clock.move(300)
    hosted = await room.hosting.resume(session)
    assert hosted.now()[0] == 360
    assert [gap.seconds for gap in hosted.state.gaps] == [300]
    assert hosted.away == 300
    assert "taken_over" not in room.kinds()


async def test_another_boot_goes_on_by_the_wall_clock(room: Room) -> None:
    """Elapsed is the last event's plus the wall time since; the new boot's clock drives it on."""
    session = await struck(room)
    room.clock.reboot(120)
    hosted = await room.hosting.resume(session)
    assert room.kinds()[-2:] == ["taken_over", "gap_noticed"]
    assert hosted.now()[0] == 180
    room.clock.move(7)
    assert hosted.now()[0] == 187


async def test_a_wall_clock_put_back_never_takes_time_away(room: Room) -> None:
    """After a reboot with a wrong date the session stands where it stood."""
    session = await struck(room)
    room.clock.reboot(-7200)
    hosted = await room.hosting.resume(session)
    assert hosted.now()[0] == 60 and hosted.state.gaps == ()


async def test_a_gap_is_counted_from_the_last_sign_of_life(room: Room) -> None:
    """A host that only watched was not away."""
    session = await struck(room)
    room.clock.move(300)
    room.sessions.alive_at = room.clock.read().at
    hosted = await room.hosting.resume(session)
    assert hosted.state.gaps == () and hosted.now()[0] == 360
