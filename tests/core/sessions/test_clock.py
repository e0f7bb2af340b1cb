"""Elapsed time: right to the second, whatever the machine did meanwhile (design §3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import (
    GAP_SECONDS,
    LONGEST_SECONDS,
    Reading,
    elapsed_at,
    same_boot,
)
from facilitui.core.sessions.events import read_event
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import SessionState
from tests.core.making import START, Script, blanked, plain

seconds = st.integers(0, 100_000).map(float)


def later(reading: Reading, wall: float, boot: float, **changes: Any) -> Reading:
    """A reading when the two clocks have moved on by so much."""
    return replace(
        reading,
        at=reading.at + timedelta(seconds=wall),
        boot_seconds=reading.boot_seconds + boot,
        **changes,
    )


def ran_for(length: float) -> Script:
    return Script(plain(5)).wait(length).press(moves.forward)


def test_before_it_begins_no_time_has_passed() -> None:
    """A session without events stands at zero."""
    assert elapsed_at(SessionState(), Script().reading) == 0


@given(seconds, seconds, st.floats(-1e6, 1e6))
def test_within_a_boot_wall_time_never_drives_it(before: float, since: float, jump: float) -> None:
    """A wall clock set forward or back moves nothing; sleep counts, for that clock goes on."""
    script = ran_for(before)
    now = later(script.reading, since + jump, since)
    assert elapsed_at(script.state, now) == before + since


@given(seconds, seconds)
def test_a_restart_in_the_same_boot_goes_on_from_the_boot_clock(before: float, away: float) -> None:
    """Read back from its log, the session stands where it would have stood."""
    script = ran_for(before)
    now = later(script.reading, -5000, away)
    assert same_boot(fold(script.events), now)
    assert elapsed_at(fold(script.events), now) == before + away


@given(seconds, seconds, seconds)
def test_after_a_reboot_it_is_the_wall_time_since_the_last_event(
    before: float, away: float, boot: float
) -> None:
    """Taken over, it goes on from there by the new boot's clock alone."""
    script = ran_for(before)
    script.reading = replace(
        later(script.reading, away, 0), boot_id="boot-2", boot_seconds=boot, machine="two"
    )
    assert script.elapsed == before + away
    script.append((b.TakenOver(anchor=script.reading.anchor),))
    script.reading = later(script.reading, 86_400, 30)
    assert script.elapsed == before + away + 30


@given(seconds, st.floats(0, 1e6))
def test_a_wall_clock_gone_back_over_a_reboot_takes_nothing_away(
    before: float, back: float
) -> None:
    """Never negative: the session then stands where its last event stood."""
    script = ran_for(before)
    script.reading = later(script.reading, -back, 0, boot_id="boot-2")
    assert script.elapsed == before


@given(seconds, st.floats(0, 1e6))
def test_a_boot_clock_gone_back_takes_nothing_away(before: float, back: float) -> None:
    """Elapsed never lies before the last event."""
    script = ran_for(before)
    assert elapsed_at(script.state, later(script.reading, 0, -back)) == before


@given(st.lists(st.tuples(seconds, st.floats(-1e5, 1e5), st.booleans()), max_size=8))
def test_it_only_ever_grows(hops: list[tuple[float, float, bool]]) -> None:
    """Over any chain of sleeps, reboots and clocks set anew, events stay in order."""
    script = Script(plain(5))
    for number, (away, wall, reboot) in enumerate(hops):
        boot = f"boot-{number + 2}" if reboot else script.reading.boot_id
        script.reading = replace(later(script.reading, wall, away), boot_id=boot)
        if reboot:
            script.append((b.TakenOver(anchor=script.reading.anchor),))
        script.append((b.Marked(),))
    times = [event.elapsed for event in script.events]
    assert times == sorted(times)


def test_where_the_boot_is_not_known_wall_time_has_to_do() -> None:
    """Without a boot id, and where the anchor was blanked, two boots are never taken for one."""
    script = ran_for(10)
    nameless = later(script.reading, 50, 9999, boot_id="")
    assert not same_boot(script.state, nameless)
    assert elapsed_at(script.state, nameless) == 60
    unanchored = fold([blanked(event) for event in script.events])
    assert elapsed_at(unanchored, nameless) == 60


def test_a_gap_is_more_than_half_a_minute() -> None:
    """The border of design §3, and the reading's anchor holds what a restart needs."""
    assert GAP_SECONDS == 30
    reading = Reading(START, "boot", 12.5, "laptop")
    assert reading.anchor == b.HostAnchor(boot_id="boot", boot_seconds=12.5, machine="laptop")


@given(st.floats(0, 1e300), st.floats(0, 1e9), st.booleans())
def test_a_session_that_nobody_ended_can_be_ended(boot: float, wall: float, same: bool) -> None:
    """A session is no longer than the longest, and its last event is one that can be read."""
    script = ran_for(60)
    boot_id = script.reading.boot_id if same else "another"
    script.reading = later(script.reading, wall, boot, boot_id=boot_id)
    assert 60 <= elapsed_at(script.state, script.reading) <= LONGEST_SECONDS
    script.press(moves.end)
    assert read_event(script.events[-1].line).elapsed <= LONGEST_SECONDS
    assert not script.state.running
