"""Beginning and ending against the plan: the words are right to the minute, early and late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.punctuality import kept_time, until_start
from facilitui.core.sessions.timing import minutes_behind
from tests.core.making import START, Script, plain


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        *((240, "in 4 min"), (239, "in 4 min"), (181, "in 4 min"), (31, "in 1 min")),
        *((29, "now"), (0, "now"), (-29, "now")),
        *((-31, "1 min late"), (-119, "1 min late"), (-120, "2 min late"), (-240, "4 min late")),
    ],
)
def test_the_start_is_told_from_the_planned_one(seconds: float, told: str) -> None:
    """Nobody is told to have more time than there is, nor to be later than they are."""
    assert until_start(START + timedelta(seconds=seconds), START) == told


@given(st.integers(-100_000, 100_000))
def test_a_start_is_early_now_or_late(seconds: int) -> None:
    """One of them, and never by no minutes."""
    told = until_start(START + timedelta(seconds=seconds), START)
    assert (told == "now") == (abs(seconds) < 30)
    assert told.endswith("late") == (seconds <= -30)
    assert " 0 " not in told


@pytest.mark.parametrize(
    ("started", "ended", "told"),
    [
        (4, 0, "started 4 late, ended on time"),
        (0, 0, "started on time, ended on time"),
        (-2, 3, "started 2 early, ended 3 min late"),
        (0, -7, "started on time, ended 7 min early"),
        (4, None, "started 4 late"),
        (None, 2, "ended 2 min late"),
        (None, None, ""),
    ],
)
def test_how_a_session_kept_its_times(started: int | None, ended: int | None, told: str) -> None:
    """What is not known is left out, and nothing is told where nothing was planned."""
    assert kept_time(started, ended) == told


@pytest.mark.parametrize(
    ("ended", "agreed", "told"),
    [
        (8, 0, "ended 8 min late, as agreed"),
        (8, 3, "ended 8 min late, 3 after the end agreed on"),
        (0, -5, "ended on time, 5 before the end agreed on"),
        (8, None, "ended 8 min late"),
        (None, 0, ""),
    ],
)
def test_an_end_that_was_agreed_on_is_told_beside_the_planned_one(
    ended: int | None, agreed: int | None, told: str
) -> None:
    """So that what Live counts from and what the debrief tells are one thing."""
    assert kept_time(None, ended, agreed) == told


@pytest.mark.parametrize(
    ("ended", "free", "told"),
    [
        (4, 21, "ended 4 min late, 21 before the booked end"),
        (-6, 31, "ended 6 min early"),
        (0, 25, "ended on time"),
        (2, 0, "ended 2 min late"),
    ],
)
def test_the_booked_end_is_told_where_a_late_one_lies_before_it(
    ended: int, free: int, told: str
) -> None:
    """Nobody was kept longer than they had come for; where it was not late it tells nothing."""
    assert kept_time(None, ended, free=free) == told


@pytest.mark.parametrize(("ran", "late", "free"), [(14, -6, 31), (24, 4, 21), (47, 2, 0)])
def test_a_session_that_had_more_booked_is_told_against_its_agenda(
    ran: int, late: int, free: int
) -> None:
    """As it was while it ran; past all that was booked, against that."""
    end = START + timedelta(minutes=45)
    script = Script(plain(20), planned_start=START, planned_end=end).press(moves.forward)
    facts = session_facts(script.wait(ran * 60).press(moves.end).state)
    assert (facts.ended_late, facts.free) == (late, free)


@given(st.integers(1, 90), st.integers(-600, 600))
def test_what_is_late_is_told_against_both_ends(minutes: int, seconds: int) -> None:
    """Minutes after the planned end, and after the agreed one as Live has them."""
    planned = START + timedelta(minutes=20)
    script = Script(plain(20), planned_start=START, planned_end=planned).press(moves.forward)
    agreed = planned + timedelta(minutes=minutes)
    script.append((b.RecoveryApplied(planned_end=agreed),))
    script.wait(20 * 60 + minutes * 60 + seconds).press(moves.end)
    facts = session_facts(script.state)
    assert facts.ended_late is not None and facts.after_agreed is not None
    assert abs(facts.after_agreed * 60 - seconds) <= 30
    assert abs(facts.ended_late - facts.after_agreed - minutes) <= 1
    assert facts.after_agreed == minutes_behind(script.state, script.elapsed, script.now)


def test_without_another_end_only_the_planned_one_is_told() -> None:
    """Also where a recovery that asked for one was taken back."""
    planned = START + timedelta(minutes=20)
    script = Script(plain(20), planned_start=START, planned_end=planned).press(moves.forward)
    script.append((b.RecoveryApplied(planned_end=planned + timedelta(minutes=8)),))
    assert session_facts(script.press(moves.take_back, moves.end).state).after_agreed is None


def test_a_session_that_began_late_may_end_on_time() -> None:
    """As the facts of a run have it."""
    start = START - timedelta(minutes=4)
    script = Script(plain(20), planned_start=start, planned_end=start + timedelta(minutes=20))
    script.press(moves.forward).wait(16 * 60).press(moves.forward, moves.end)
    facts = session_facts(script.state)
    assert kept_time(facts.started_late, facts.ended_late) == "started 4 late, ended on time"
