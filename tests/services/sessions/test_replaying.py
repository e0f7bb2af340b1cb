"""Replaying: a session read again from its log alone, however far it has come."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.log_contents import LogContents
from facilitui.services.files_seen import FilesSeen
from facilitui.services.sessions.replaying import Replaying
from tests.core.making import HOSTILE, chained
from tests.services.fakes import MemoryJournal, MemorySessions, MovableClock

EVENTS = chained((b.SessionStarted(title=HOSTILE, zone="Europe/Berlin"), b.Marked()))


def replaying_of(sessions: MemorySessions, journal: MemoryJournal | None = None) -> Replaying:
    """What replays them."""
    seen = FilesSeen(journal or MemoryJournal(), sessions)
    return Replaying(sessions, MovableClock(), seen)


async def test_a_session_is_known_by_its_log() -> None:
    """Its title, its zone, all its moments and what they add up to."""
    sessions = MemorySessions()
    sessions.logs["s1"] = tuple(EVENTS)
    seen = await replaying_of(sessions).replay("s1")
    assert (seen.title, seen.zone, seen.trouble) == (HOSTILE, ZoneInfo("Europe/Berlin"), "")
    assert seen.replay.whole == fold(EVENTS)
    assert len(seen.replay.moments) == len(EVENTS)


async def test_what_is_wrong_with_a_log_is_told_with_what_can_be_seen() -> None:
    """A damaged one is replayed all the same; one that is not there cannot be."""
    sessions = MemorySessions()
    sessions.logs["s1"], sessions.trouble = tuple(EVENTS), "line 2 of the log was changed"
    seen = await replaying_of(sessions).replay("s1")
    assert (seen.trouble, len(seen.replay.moments)) == (sessions.trouble, len(EVENTS))
    with pytest.raises(NotFound):
        await replaying_of(sessions).replay("gone")


async def test_a_line_that_was_cut_off_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    """It never was an event; the next host removes it."""
    sessions = MemorySessions()
    sessions.logs["s1"] = tuple(EVENTS)
    torn = replace(await sessions.read("s1"), trouble="the last line was cut off")

    async def read(session: str) -> LogContents:
        return torn

    monkeypatch.setattr(sessions, "read", read)
    assert not (await replaying_of(sessions).replay("s1")).trouble


async def test_a_log_that_is_as_it_was_is_not_worked_out_again() -> None:
    """Coming back to a session costs its reading; one that went on, or another, is told anew."""
    sessions = MemorySessions()
    sessions.logs["s1"], sessions.logs["s2"] = tuple(EVENTS[:1]), tuple(EVENTS)
    replaying = replaying_of(sessions)
    first = (await replaying.replay("s1")).replay
    assert (await replaying.replay("s1")).replay is first
    sessions.logs["s1"] = tuple(EVENTS)
    grown = (await replaying.replay("s1")).replay
    assert grown.whole == fold(EVENTS)
    sessions.logs["s2"] = (*EVENTS[:1], *chained((b.SessionStarted(), b.Parked(text="x")))[1:])
    other = (await replaying.replay("s2")).replay
    assert other.events == sessions.logs["s2"]
    assert [moment.kept for moment in other.moments] == ["", "x"]
