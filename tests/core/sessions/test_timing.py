"""What a clock says: soon and over at their borders, turns, and the end that moves on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.timing import (
    Pace,
    Turn,
    minutes_behind,
    pace,
    projected_end,
    remaining,
    soon_begins,
    step_end,
    turn,
)
from facilitui.core.told import minutes_told
from facilitui.core.vocabulary import Who
from tests.core.making import START, Script, agenda, part, plain

TORONTO = ZoneInfo("America/Toronto")
STEPS = (moves.forward, moves.back, moves.skip)


def running(minutes: float, ran: float) -> PartRun:
    return PartRun(part("a", minutes), minutes, stage=Stage.RUNNING, ran=ran)


def behind(script: Script, minutes: float = 0) -> float:
    """Minutes from the simulated now, less what was expected."""
    end = projected_end(script.state, script.elapsed, script.now)
    return (end - script.now).total_seconds() / 60 - minutes


@pytest.mark.parametrize(
    ("minutes", "seconds"),
    [
        *((0.5, 15), (1, 15), (1.25, 15), (1.5, 18), (119 / 60, 23.8)),
        *((2, 30), (2.5, 30), (3, 36), (5, 60), (10, 120)),
        *((24, 288), (25, 300), (26, 300), (60, 300), (480, 300)),
    ],
)
def test_soon_begins_where_the_design_says(minutes: float, seconds: float) -> None:
    """A fifth of the step; at least 30 s, 15 s in steps under two minutes; at most 5 minutes."""
    assert soon_begins(minutes) == pytest.approx(seconds)
    length = minutes * 60
    assert pace(running(minutes, length - seconds - 0.01), 0) is Pace.STEADY
    assert pace(running(minutes, length - seconds + 0.01), 0) is Pace.SOON
    assert pace(running(minutes, length - 0.01), 0) is Pace.SOON
    assert pace(running(minutes, length), 0) is Pace.OVER
    assert pace(running(minutes, length + 3600), 0) is Pace.OVER


@given(st.floats(0.25, 480), st.floats(0, 60_000))
def test_a_part_goes_from_steady_to_soon_to_over(minutes: float, ran: float) -> None:
    """Soon is at most five minutes, over begins at nought, and neither comes back."""
    shown = pace(running(minutes, ran), 0)
    left = remaining(running(minutes, ran), 0)
    assert (shown is Pace.OVER) == (left <= 0)
    assert 15 <= soon_begins(minutes) <= 300
    order = [Pace.STEADY, Pace.SOON, Pace.OVER]
    assert order.index(pace(running(minutes, ran + 1), 0)) >= order.index(shown)


@pytest.mark.parametrize("stage", [Stage.AHEAD, Stage.DIRECTIONS, Stage.DONE, Stage.SKIPPED])
def test_only_a_running_part_is_soon_or_over(stage: Stage) -> None:
    """Directions, and what is done or still to come, are neither."""
    assert pace(PartRun(part("a"), 5, stage=stage, ran=900), 0) is Pace.STEADY


def turns(minutes: float, each: float | None, ran: float, now: float | None = None) -> Turn | None:
    planned = part("a", minutes, turn_minutes=each)
    return turn(PartRun(planned, minutes if now is None else now, ran=ran), 0)


def test_turns_have_their_own_clock() -> None:
    """Three turns of two minutes are three clocks, not one of six; after them the last is over."""
    assert turns(6, 2, 0) == Turn(1, 3, 120, 120)
    assert turns(6, 2, 119) == Turn(1, 3, 1, 120)
    assert turns(6, 2, 120) == Turn(2, 3, 120, 120)
    assert turns(6, 2, 170) == Turn(2, 3, 70, 120)
    assert turns(6, 2, 400) == Turn(3, 3, -40, 120)
    assert turns(4.5, 4.5 / 7, 0, now=7) == Turn(1, 7, 60, 60)
    assert turns(5, 2, 0) == Turn(1, 3, 100, 100)  # two and a half are three, as three and more
    assert turns(6, None, 0) is None
    assert turns(6, 6, 0) is None


def test_a_minute_more_makes_no_turn_more() -> None:
    """The people stay as many: what is given or taken is shared out among their turns."""
    assert turns(6, 2, 0, now=7) == Turn(1, 3, 140, 140)
    assert turns(6, 2, 0, now=3) == Turn(1, 3, 60, 60)
    assert turns(6, 2, 0, now=0) is None


@given(st.integers(2, 12), st.floats(0.25, 20), st.floats(0.5, 60), st.floats(0, 5000))
def test_turns_share_a_part_out_equally(of: int, each: float, now: float, ran: float) -> None:
    """Whoever's turn it is, what is left of it and the turns after it is what the part has left."""
    found = turns(of * each, each, ran, now)
    assert found is not None and found.of == of
    assert 1 <= found.number <= of
    after = (of - found.number) * now * 60 / of
    assert found.left + after == pytest.approx(now * 60 - ran, abs=1e-6)


@pytest.mark.parametrize(("minutes", "each"), [(1e308, 1e-308), (-6, 2), (6, -2), (6, 0)])
def test_turns_of_nonsense_are_none(minutes: float, each: float) -> None:
    """A damaged log makes no turns and no error."""
    assert turns(minutes, each, 0) is None


def test_the_projected_end_adds_what_is_still_to_come() -> None:
    """What is left of this part, and the minutes of all that are ahead; skipped ones are not."""
    script = Script(plain(5, 10, 20), planned_end=START + timedelta(minutes=35))
    assert behind(script) == 35
    script.press(moves.forward).wait(120)
    assert behind(script) == 33
    script.press(moves.forward)
    assert behind(script) == 30
    script.press(moves.skip)
    assert behind(script) == 20
    assert minutes_behind(script.state, script.elapsed, script.now) == -13


def test_a_step_come_back_from_takes_only_what_it_has_left() -> None:
    """What a part ahead has already run is not projected again."""
    script = Script(plain(5, 10)).press(moves.forward, moves.forward).wait(240).press(moves.back)
    assert behind(script) == 11


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_pause_stops_the_clock_but_not_the_end(before: int, paused: int) -> None:
    """A paused part keeps what it has left; the projected end moves on with real time."""
    script = Script(plain(5, 10)).press(moves.forward).wait(before).press(moves.pause_or_resume)
    left = remaining(script.run("a"), script.elapsed)
    end = projected_end(script.state, script.elapsed, script.now)
    script.wait(paused)
    assert remaining(script.run("a"), script.elapsed) == left == 300 - before
    moved = projected_end(script.state, script.elapsed, script.now) - end
    assert moved == timedelta(seconds=paused)


@given(st.lists(st.sampled_from(STEPS), max_size=6), st.integers(0, 9000), st.integers(0, 9000))
def test_while_paused_ahead_and_behind_are_true_to_the_second(
    keys: list[Callable[[SessionState], Move]], before: int, paused: int
) -> None:
    """Wherever it was paused, over or not: every second of it is a second later."""
    script = Script(plain(5, 10, 5), planned_end=START + timedelta(minutes=20))
    for key in (moves.forward, *keys):
        script.press(key).wait(before / 7)
    script.press(moves.pause_or_resume)
    if not script.state.paused:
        return
    end = projected_end(script.state, script.elapsed, script.now)
    for _ in range(3):
        script.wait(paused)
        end += timedelta(seconds=paused)
        assert projected_end(script.state, script.elapsed, script.now) == end
        late = minutes_told(START + timedelta(minutes=20), end)
        assert minutes_behind(script.state, script.elapsed, script.now) == late


def test_overtime_and_directions_move_the_end_on() -> None:
    """A part that is over takes nothing more; directions take none of the part's minutes."""
    script = Script(agenda(part("a", 5), part("b", 10, who=Who.TRIOS))).press(moves.forward)
    script.wait(420)
    assert behind(script) == 10
    script.press(moves.forward).wait(240)
    assert behind(script) == 10
    script.press(moves.forward).wait(60)
    assert behind(script) == 9
    assert step_end(script.run("b"), script.elapsed, script.now) == script.now + timedelta(
        minutes=9
    )


def test_a_pinned_start_is_waited_for() -> None:
    """Time won before a pinned block is not won for the end; time lost before it may be."""
    blocks = (
        *plain(30),
        *agenda(part("lunch", 20), pinned_start=time(16, 15)),
        *agenda(part("z", 10)),
    )
    script = Script(blocks).press(moves.forward)
    at = datetime(2026, 11, 25, 16, 45, tzinfo=TORONTO)
    assert projected_end(script.state, 0, script.now, TORONTO) == at
    assert projected_end(script.state, 0, script.now) == at - timedelta(minutes=15)
    script.wait(20 * 60)
    assert projected_end(script.state, script.elapsed, script.now, TORONTO) == at
    script.wait(30 * 60)
    late = projected_end(script.state, script.elapsed, script.now, TORONTO)
    assert late == at + timedelta(minutes=5)
    script.press(moves.forward).wait(60)
    begun = projected_end(script.state, script.elapsed, script.now, TORONTO)
    assert begun == script.now + timedelta(minutes=29)


def test_a_pinned_block_that_has_begun_waits_no_more() -> None:
    """Begun before its time, it goes on from where it is."""
    blocks = agenda(part("b/1", 10), part("b/2", 5), pinned_start=time(18, 0))
    script = Script(blocks)
    assert projected_end(script.state, 0, script.now, TORONTO) > script.now + timedelta(hours=2)
    script.press(moves.forward)
    end = projected_end(script.state, 0, script.now, TORONTO)
    assert end == script.now + timedelta(minutes=15)


@pytest.mark.parametrize("night", ["2026-11-01T00:30", "2027-03-14T00:30"])
@pytest.mark.parametrize("zone", [TORONTO, UTC])
def test_clocks_that_change_in_the_session_move_no_end(night: str, zone: ZoneInfo) -> None:
    """Four hours are four hours in the night the clocks change, whatever zone it is told in."""
    start = datetime.fromisoformat(night).replace(tzinfo=TORONTO).astimezone(UTC)
    script = Script(plain(60, 120), planned_end=start + timedelta(hours=3))
    state = script.press(moves.forward).state
    end = projected_end(state, script.elapsed, start.astimezone(zone), TORONTO)
    assert end.astimezone(UTC) == start + timedelta(hours=3)
    assert end.tzinfo is zone
    assert minutes_behind(state, script.elapsed, start.astimezone(zone), TORONTO) == 0
    left = step_end(state.runs[0], script.elapsed, start.astimezone(zone)).astimezone(UTC)
    assert left == start + timedelta(hours=1)


def test_an_ended_session_ends_when_it_ended() -> None:
    """Nothing is projected any more; without a planned end nobody is behind."""
    script = Script(plain(5, 5)).press(moves.forward).wait(90).press(moves.end)
    ended = script.now
    script.wait(500)
    assert projected_end(script.state, script.elapsed, script.now) == ended
    there = projected_end(script.state, script.elapsed, script.now.astimezone(TORONTO))
    assert (there, there.tzinfo) == (ended, TORONTO)
    assert minutes_behind(SessionState(), 0, START) == 0


def test_a_later_end_that_the_group_agreed_to_is_the_end_to_meet() -> None:
    """A recovery may move the planned end; ahead and behind are told from there."""
    end = START + timedelta(minutes=10)
    script = Script(plain(5, 10), planned_end=end).press(moves.forward)
    assert minutes_behind(script.state, script.elapsed, script.now) == 5
    script.append((b.RecoveryApplied(planned_end=end + timedelta(minutes=5)),))
    assert minutes_behind(script.state, script.elapsed, script.now) == 0
