"""How long nobody hosted a session is marked, however the machine's clock was set meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.core.sessions.left_open import go_on
from tests.core.making import START
from tests.core.sessions.test_left_open import BEAT, DAY, begun


@given(
    st.integers(0, DAY),
    st.integers(0, BEAT - 1),
    st.integers(0, DAY),
    st.integers(-2 * DAY, 2 * DAY),
    st.booleans(),
)
def test_no_gap_is_unmarked_however_the_wall_clock_was_set(
    watched: int, unsaid: int, away: int, by: int, hosted: bool
) -> None:
    """Set on or back, while it was still hosted or since: marked for at least as long as it was."""
    script = begun()
    last = script.now
    alive_at = last + timedelta(seconds=watched + (by if hosted else 0))
    script.wait(watched + unsaid + away)
    reading = replace(script.reading, at=script.reading.at + timedelta(seconds=by))
    (gap,) = go_on(script.state, alive_at, reading) or (b.GapNoticed(seconds=0),)
    assert isinstance(gap, b.GapNoticed)
    passed, gone = watched + unsaid + away, unsaid + away
    assert gap.seconds >= gone - 3 or gone <= GAP_SECONDS + 3
    assert gap.seconds <= passed
    if not by:
        assert abs(gap.seconds - gone) <= 3 or gone <= GAP_SECONDS


@pytest.mark.parametrize("back", [-3600, -7200])
def test_a_clock_set_back_over_a_gap_does_not_hide_it(back: int) -> None:
    """By as much as nobody was there, or by more: the clock of the boot knows better."""
    script = begun().wait(3600)
    reading = replace(script.reading, at=script.reading.at + timedelta(seconds=back))
    assert go_on(script.state, START, reading) == (b.GapNoticed(seconds=3600),)


def test_a_clock_set_on_makes_no_gap_of_the_time_that_was_hosted() -> None:
    """The host was there until a moment ago, and twenty minutes have passed since the last key."""
    script = begun().wait(1200)
    reading = replace(script.reading, at=script.reading.at + timedelta(hours=2))
    assert go_on(script.state, script.now - timedelta(seconds=10), reading) == ()


def test_a_clock_set_back_over_a_reboot_leaves_what_has_passed_marked() -> None:
    """A host was last there later than now: nobody knows how long, but the time that counts."""
    script = begun().wait(600)
    reading = replace(script.reading, boot_id="boot-2", boot_seconds=7.0)
    _, gap = go_on(script.state, script.now + timedelta(hours=1), reading)
    assert gap == b.GapNoticed(seconds=600)
