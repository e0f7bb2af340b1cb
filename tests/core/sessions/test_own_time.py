"""A session's own time: what it tells of itself goes by its beginning, not by the wall clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import (
    GAP_SECONDS,
    LAST_MOMENT,
    LONGEST_SECONDS,
    clock_set_by,
    moment_at,
    own_moment,
)
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import minutes_behind, projected_end
from facilitui.core.told import clock_set
from tests.core.making import START, Script, plain

DAY = 86_400
jumps = st.lists(st.tuples(st.integers(0, 900), st.integers(-DAY, DAY)), min_size=1, max_size=6)
"""Seconds that pass, and by how many the wall clock is then set."""


def begun() -> Script:
    """A session of half an hour, which began as it was planned."""
    end = START + timedelta(minutes=30)
    return Script(plain(10, 10, 10), planned_start=START, planned_end=end).press(moves.forward)


def set_clock(script: Script, seconds: float) -> None:
    """Set the wall clock, while the clock of this boot runs on."""
    script.reading = replace(script.reading, at=script.reading.at + timedelta(seconds=seconds))


def pressed(hops: list[tuple[int, int]], *, setting: bool) -> Script:
    """A key after each stretch of time; the wall clock is set before it, or left alone."""
    script = begun()
    for seconds, by in hops:
        script.wait(seconds)
        if setting:
            set_clock(script, by)
        script.press(moves.mark)
    return script


@given(jumps)
def test_a_wall_clock_that_is_set_changes_nothing_that_is_told(hops: list[tuple[int, int]]) -> None:
    """The end ahead, how late it is, when it ended and by how much: as if it had been left."""
    left, moved = (pressed(hops, setting=setting) for setting in (False, True))
    now = own_moment(moved.state, moved.reading)
    assert now == own_moment(left.state, left.reading) == left.now
    ends = projected_end(left.state, left.elapsed, left.now)
    assert projected_end(moved.state, moved.elapsed, now) == ends
    assert minutes_behind(moved.state, moved.elapsed, now) == minutes_behind(
        left.state, left.elapsed, left.now
    )
    facts = [session_facts(each.press(moves.end).state) for each in (left, moved)]
    assert facts[0].ended_at == facts[1].ended_at == now
    assert facts[0].ended_late == facts[1].ended_late
    assert facts[1].started_late == 0


@given(jumps)
def test_how_far_the_clock_was_set_is_known(hops: list[tuple[int, int]]) -> None:
    """All settings together, where that is more than a gap; else none."""
    script = pressed(hops, setting=True)
    by = sum(each for _, each in hops)
    assert clock_set_by(script.state, script.reading) == (by if abs(by) > GAP_SECONDS else 0)


@pytest.mark.parametrize(("by", "told"), [(30, 0), (-30, 0), (31, 31), (-31, -31), (0, 0)])
def test_a_clock_put_right_by_a_little_was_not_set(by: float, told: float) -> None:
    """The border is that of a gap."""
    script = begun().wait(60)
    set_clock(script, by)
    assert clock_set_by(script.state, script.reading) == told


@given(st.integers(0, DAY), st.integers(0, DAY), st.integers(0, 900))
def test_after_a_reboot_the_wall_time_since_counts(before: int, away: int, since: int) -> None:
    """Its own time is then the time of day again, and no clock was set."""
    script = begun().wait(before).press(moves.mark).wait(away)
    script.reading = replace(script.reading, boot_id="boot-2", boot_seconds=3.0)
    script.append((b.TakenOver(anchor=script.reading.anchor),)).wait(since)
    assert own_moment(script.state, script.reading) == script.now
    assert clock_set_by(script.state, script.reading) == 0


def test_before_it_begins_the_machines_clock_is_all_there_is() -> None:
    """Nothing is late by a time of its own that a session does not have yet."""
    reading = Script().reading
    assert own_moment(SessionState(), reading) == reading.at
    assert clock_set_by(SessionState(), reading) == 0


@given(st.integers(0, DAY), st.integers(0, DAY))
def test_no_clock_was_set_where_a_session_went_on_for_too_long(since: int, more: int) -> None:
    """Its own clock stands from then on, and the machine's goes on: nothing is told of that."""
    script = begun().wait(LONGEST_SECONDS + since)
    assert clock_set_by(script.state, script.reading) == 0
    set_clock(script, -more)
    assert clock_set_by(script.state, script.reading) == 0


def test_after_its_end_only_the_machine_knows_the_time() -> None:
    """What is written of it a week later is dated by then; that its clock was set stays known."""
    script = begun().wait(600)
    set_clock(script, -3600)
    script.press(moves.end).wait(7 * DAY)
    assert own_moment(script.state, script.reading) == script.now
    assert clock_set_by(script.state, script.reading) == -3600


@given(st.floats(allow_nan=False))
def test_no_length_is_too_long_for_a_moment(seconds: float) -> None:
    """What only a damaged log can ask for lies at one of the two ends."""
    assert START <= moment_at(START, seconds) <= LAST_MOMENT


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (-3600, "This machine's clock was set 60 min back; times go by the session's own."),
        (18_000, "This machine's clock was set 5 h forward; times go by the session's own."),
        (0, "This machine's clock agrees with the session's own again."),
    ],
)
def test_it_is_said_in_words(seconds: float, told: str) -> None:
    """Which way and by how much, and what the times shown go by."""
    assert clock_set(seconds) == told
