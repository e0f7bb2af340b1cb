"""A session that another copy hosts goes on in the second one, which changes nothing of it."""

from __future__ import annotations

import pytest

from facilitui.core.errors import ReadOnlySession
from facilitui.core.sessions import moves
from facilitui.services.sessions.following import DELETED
from facilitui.services.sessions.looked_on import UNHOSTED
from tests.services.rooms import Room, looked_on


@pytest.fixture
def room() -> Room:
    """A home in memory with one plan."""
    return Room()


async def test_it_stands_as_its_host_has_it(room: Room) -> None:
    """Each key of the host, captures included, at the next look; the clock is the host's, too."""
    host = await room.begun()
    looked, _ = await looked_on(room, host.session)
    for key in (moves.forward, moves.capture("mine alone"), moves.pause_or_resume, moves.end):
        room.clock.move(30)
        await host.do(key)
        assert looked.state != host.state
        assert await looked.look()
        assert (looked.state, looked.events, looked.now()) == (host.state, host.events, host.now())
        assert not await looked.look()


async def test_every_key_is_refused_with_what_is_so_now(room: Room) -> None:
    """Who hosts it; that nobody does; then again who does; that it was deleted."""
    host = await room.begun()
    looked, feed = await looked_on(room, host.session)
    for hosted, why in ((True, "Another copy hosts it"), (False, UNHOSTED), (True, "Another copy")):
        feed.hosted = hosted
        feed.beats += 1
        await looked.look()
        assert looked.unhosted is not hosted and bool(looked.lost) is not hosted
        with pytest.raises(ReadOnlySession, match=why):
            await looked.do(moves.forward)
    written = room.sessions.logs.pop(host.session)
    await looked.look()
    assert (looked.read_only, looked.lost, looked.unhosted) == (DELETED, "session deleted", False)
    assert looked.state.head.seq == len(written)


async def test_what_was_decided_after_the_end_is_seen_on_coming_back(room: Room) -> None:
    """A copy that looked on shows it as the one that hosted does."""
    host = await room.begun()
    looked, _ = await looked_on(room, host.session)
    await host.do(moves.end)
    await looked.look_again()
    assert looked.state.ended_at is not None and not looked.unhosted
