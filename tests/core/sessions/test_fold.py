"""The fold: total, pure, and as if a key that was taken back had never been."""

from __future__ import annotations

from hypothesis import given, settings

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event, UnknownBody, head_of
from facilitui.core.sessions.fold import fold, gone_on
from facilitui.core.sessions.outlook import outlook
from facilitui.core.sessions.recovery import Moment
from facilitui.core.sessions.session import Stage
from facilitui.core.sessions.timing import minutes_behind, pace, projected_end, step_end, turn
from tests.core.making import (
    START,
    Script,
    agenda,
    blanked,
    chained,
    changed,
    made,
    part,
    plain,
    timeless,
)
from tests.core.strategies import AGENDA, any_event, damaged, logs, started


@given(logs | damaged)
def test_every_sequence_of_events_folds(events: list[Event]) -> None:
    """Shuffled, blanked, foreign and hostile logs give a state whose times make sense."""
    state = fold(events)
    assert all((wait.seconds or 0) >= 0 for wait in state.waits)
    assert all(run.ran >= 0 and run.directions >= 0 for run in state.runs)
    assert state.elapsed == max((event.elapsed for event in events), default=0)


@given(damaged)
def test_every_state_can_be_shown(events: list[Event]) -> None:
    """Whatever a log says, the clocks that are derived from it say something."""
    course = Course().along(events)
    state = course.state
    for elapsed in (state.elapsed, 0.0, 1e308):
        outlook(course, Moment(elapsed, START))
        projected_end(state, elapsed, START)
        minutes_behind(state, elapsed, START)
        for run in state.runs:
            step_end(run, elapsed, START)
            pace(run, elapsed)
            turn(run, elapsed)


@given(damaged, any_event())
def test_after_the_end_only_the_record_is_decided_about(events: list[Event], late: Event) -> None:
    """After SessionEnded only gap decisions and releases change anything."""
    whole = [*events, *chained([b.SessionEnded()])]
    before, after = timeless(fold(whole)), timeless(fold([*whole, late]))
    if not isinstance(late.body, b.GapDecided | b.CaptureReleased | UnknownBody):
        assert after == before


def test_a_recovery_changes_only_parts_still_ahead() -> None:
    """What ran or runs keeps its minutes and its place."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward)
    shorter = {"a": 1.0, "b": 1.0, "c": 1.0}
    script.append((b.RecoveryApplied(minutes=shorter, skipped=("a", "b")),))
    assert [run.minutes for run in script.state.runs] == [5, 5, 1]
    assert [run.stage for run in script.state.runs] == [Stage.DONE, Stage.RUNNING, Stage.AHEAD]


def test_only_a_running_part_can_be_paused() -> None:
    """A pause while nothing runs, or in directions, means nothing."""
    script = Script(AGENDA).append((b.Paused(),))
    assert not script.state.paused
    script.append((b.StepShown(part="b"),)).wait(5).append((b.Paused(),)).wait(5)
    assert not script.state.paused
    assert script.run("b").direction_seconds(script.elapsed) == 10


def test_an_event_that_says_nothing_new_changes_no_clock() -> None:
    """A second beginning, a second pause and a second resuming leave the time as it is."""
    script = Script(plain(5)).press(moves.forward).wait(10).append((b.Resumed(),)).wait(10)
    script.append((b.SessionStarted(blocks=AGENDA),)).wait(10)
    assert (script.ran("a"), len(script.state.runs), script.state.began_at) == (30, 1, START)
    script.append((b.Paused(),)).wait(10).append((b.Paused(),)).wait(10)
    assert script.ran("a") == 30


def test_a_wait_never_lasts_less_than_nothing() -> None:
    """Not even where a damaged log closes it before it was opened."""
    opened = chained([started, b.WaitOpened(target_seconds=5)], every=50)
    closed = made(b.WaitClosed(), head_of(opened[-1]), elapsed=3)
    assert fold([*opened, closed]).waits[0].seconds == 0


def test_a_wait_is_as_long_as_its_two_moments_are_apart() -> None:
    """To the millisecond that events are kept to: what is added up never takes a second off it."""
    opened = chained([started, b.WaitOpened(target_seconds=3)])
    for place in range(1, 2000):
        began = made(b.WaitOpened(target_seconds=3), head_of(opened[0]), elapsed=place / 1000)
        closed = made(b.WaitClosed(), head_of(began), elapsed=3 + place / 1000)
        (wait,) = fold([opened[0], began, closed]).waits
        assert (wait.lasted, wait.reached) == (3, True)


def test_a_wait_without_its_target_reached_nothing() -> None:
    """A body that was left out says neither what was asked nor how long that is worth."""
    opened, closed = chained([started, b.WaitOpened(target_seconds=3), b.WaitClosed()], every=9)[1:]
    assert fold([opened, closed]).waits[0].reached
    assert not fold([blanked(opened), closed]).waits[0].reached


def test_a_change_of_lead_in_a_step_shares_its_minutes() -> None:
    """Each is credited with the time the clock ran while they led, pauses left out."""
    script = Script(agenda(part("a", 9), part("b", 5), lead="Ana")).press(moves.forward)
    script.wait(60).append((b.LeadChanged(block="a", lead="Bo"),))
    script.wait(30).press(moves.pause_or_resume).wait(100)
    script.append((b.LeadChanged(block="a", lead="Cy"),)).wait(10)
    assert script.ran("a") == 90
    script.press(moves.pause_or_resume).wait(20).append((b.LeadChanged(block="b", lead="Di"),))
    script.press(moves.forward).wait(7).press(moves.end)
    assert script.state.led == {"Ana": 60, "Bo": 30, "Cy": 20, "Di": 7}
    assert script.run("a").ran == 110


def test_the_hosts_notes_are_joined_to_the_parts() -> None:
    """What to watch for is kept apart, so that a follower's fold goes without it."""
    events = chained([started, b.HostNotes(watch={"a": "who has not spoken", "x": "no part"})])
    assert fold(events).runs[0].part.watch == "who has not spoken"
    assert fold([events[0], blanked(events[1])]).runs[0].part.watch == ""


def test_an_unknown_event_is_kept_and_ignored() -> None:
    """It is listed, changes nothing else, and only an essential one makes the log read-only."""
    events = chained([started, b.StepStarted(part="a")])
    foreign = changed(made(b.Paused()), kind="dance", essential=False)
    state = fold([*events, foreign])
    assert (state.unknown, state.unreadable, state.current) == (("dance",), False, 0)
    assert fold([*events, changed(foreign, essential=True)]).unreadable


def test_norms_attendance_voices_and_notes_add_up() -> None:
    """What is marked keeps its part and its moment; a capture is private until released."""
    script = Script(plain(5), title="x").press(moves.forward).wait(42)
    script.append((b.NormsAgreed(norms=(Norm(id="n", text="listen"),), watch="n"),))
    script.append((b.NormAdded(norm=Norm(id="m", text="ask")),)).append((b.NormAdded(),))
    script.append((b.NormInvoked(norm="n"),)).append((b.AttendanceTaken(count=9),))
    script.append((b.Captured(text="wow"),)).append((b.VoiceHeard(seat=3),))
    state = script.state
    assert [norm.id for norm in state.norms] == ["n", "m"]
    assert state.own_norms == frozenset({"m"})
    assert (state.watched, state.invoked) == ("n", ("n",))
    assert (state.attendance, state.voices) == (9, (3,))
    (note,) = state.notes
    assert (note.part, note.elapsed, note.text, note.released) == ("a", 42, "wow", False)
    script.press(moves.end).append((b.CaptureReleased(capture=note.seq),))
    assert script.state.notes[0].released


@settings(max_examples=40)
@given(damaged)
def test_a_fold_leaves_its_events_alone(events: list[Event]) -> None:
    """Folding twice gives the same: no state is changed in place."""
    first = fold(events)
    leads, led = dict(first.leads), dict(first.led)
    for event in events:
        gone_on(first, event, gone=False)
    assert fold(events) == first
    assert (first.leads, first.led) == (leads, led)
