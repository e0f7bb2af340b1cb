"""Replaying: a session read again from its log alone, however far it has come."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound
from facilitui.core.fold import fold
from facilitui.services.replaying import Replaying
from tests.core.making import HOSTILE, chained
from tests.services.fakes import MemorySessions, MovableClock

EVENTS = chained((b.SessionStarted(title=HOSTILE, zone="Europe/Berlin"), b.Marked()))


async def test_a_session_is_known_by_its_log() -> None:
    """Its title, its zone, all its moments and what they add up to."""
    sessions = MemorySessions()
    sessions.logs["s1"] = tuple(EVENTS)
    seen = await Replaying(sessions, MovableClock()).replay("s1")
    assert (seen.title, seen.zone, seen.trouble) == (HOSTILE, ZoneInfo("Europe/Berlin"), "")
    assert seen.replay.whole == fold(EVENTS)
    assert len(seen.replay.moments) == len(EVENTS)


async def test_what_is_wrong_with_a_log_is_told_with_what_can_be_seen() -> None:
    """A damaged one is replayed all the same; one that is not there cannot be."""
    sessions = MemorySessions()
    sessions.logs["s1"], sessions.trouble = tuple(EVENTS), "line 2 of the log was changed"
    seen = await Replaying(sessions, MovableClock()).replay("s1")
    assert (seen.trouble, len(seen.replay.moments)) == (sessions.trouble, len(EVENTS))
    with pytest.raises(NotFound):
        await Replaying(sessions, MovableClock()).replay("gone")
