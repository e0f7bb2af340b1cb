"""Hosting: a session that nobody ended is ended where its host left it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitui.core.errors import HostedElsewhere, NotFound, NotSaved
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from tests.core.making import HOSTILE
from tests.services.rooms import Room, struck

TWO_DAYS = 2 * 86_400


async def test_it_ends_where_its_host_left_it(room: Room) -> None:
    """The log says when that was decided, the facts when it was over, within a beat."""
    session = await struck(room)
    left = room.clock.read().at
    room.clock.reboot(TWO_DAYS)
    hosted = await room.hosting.end_where_left(session)
    assert room.kinds()[-4:] == ["taken_over", "gap_noticed", "session_ended", "gap_decided"]
    facts = session_facts(hosted.state)
    assert hosted.state.ended_at == left + timedelta(seconds=TWO_DAYS)
    assert (facts.ended_at, facts.ran) == (left, 1)
    await hosted.leave()
    assert not room.sessions.held


@pytest.mark.parametrize("looked_in", [False, True])
async def test_what_is_half_typed_is_kept_just_before_the_end(room: Room, looked_in: bool) -> None:
    """Whole, as a capture or parked, and no draft of it is left; the facts are the same."""
    session = await struck(room)
    left = room.clock.read().at
    hosted = await room.hosting.resume(session)
    await hosted.keep_line("lead", f" {HOSTILE} ")
    await hosted.keep_line("park", "and why?")
    await hosted.leave()
    told = await room.hosting.half_kept(session)
    words = len(HOSTILE.split())
    assert told == (
        f"what is half typed is kept as a capture of {words} words and a parked line of 2 words"
    )
    room.clock.move(TWO_DAYS)
    if looked_in:
        await (await room.hosting.resume(session)).leave()
    hosted = await room.hosting.end_where_left(session)
    kinds = room.kinds()
    end = kinds.index("session_ended")
    assert kinds[end - 2 : end] == ["captured", "parked"]
    facts = session_facts(hosted.state)
    assert [note.text for note in facts.notes[-2:]] == [HOSTILE.strip(), "and why?"]
    assert (facts.ended_at, facts.ran) == (left, 1)
    assert not room.drafts.kept and await room.hosting.half_kept(session) == ""


async def test_what_is_half_typed_stays_where_the_end_cannot_be_written(room: Room) -> None:
    """It is there again, and nothing of it is in the log."""
    session = await struck(room)
    hosted = await room.hosting.resume(session)
    await hosted.keep_line("capture", "half a line")
    await hosted.leave()
    room.clock.move(TWO_DAYS)
    room.sessions.full = True
    with pytest.raises(NotSaved):
        await room.hosting.end_where_left(session)
    assert await hosted.half_lines() == {"capture": "half a line"}
    assert "captured" not in room.kinds()


async def test_one_that_another_copy_hosts_is_never_ended(room: Room) -> None:
    """Not even a moment after that copy came back to it."""
    hosted = await room.begun()
    room.clock.move(TWO_DAYS)
    before = room.kinds()
    with pytest.raises(HostedElsewhere):
        await room.hosting.end_where_left(hosted.session)
    with pytest.raises(NotFound):
        await room.hosting.end_where_left("gone")
    assert room.kinds() == before


async def test_one_that_cannot_be_written_stays_open(room: Room) -> None:
    """All of the end is written or nothing, and the session can be ended the next time."""
    session = await struck(room)
    room.clock.move(TWO_DAYS)
    before = room.kinds()
    room.sessions.full = True
    with pytest.raises(NotSaved):
        await room.hosting.end_where_left(session)
    assert room.kinds() == before and not room.sessions.held
    room.sessions.full = False
    assert (await room.hosting.end_where_left(session)).state.ended_at == room.clock.read().at


async def test_one_that_is_damaged_is_only_shown(room: Room) -> None:
    """With the reason; it goes on in a copy, as ever."""
    session = await struck(room)
    room.sessions.trouble, room.sessions.verified = "the chain is broken at event 5", 4
    before = room.kinds()
    hosted = await room.hosting.end_where_left(session)
    assert hosted.read_only == room.sessions.trouble and hosted.damaged
    assert hosted.state.running and room.kinds() == before


async def test_one_that_was_ended_meanwhile_stays_as_it_is(room: Room) -> None:
    """Another copy ended it while somebody thought about it."""
    hosted = await room.begun()
    await hosted.do(moves.end)
    await hosted.leave()
    before = room.kinds()
    room.clock.move(TWO_DAYS)
    assert (await room.hosting.end_where_left(hosted.session)).state == hosted.state
    assert room.kinds() == before
