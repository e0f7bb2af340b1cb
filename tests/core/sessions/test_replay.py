"""Replay: the timeline of a log, and its state at any moment, whatever the log holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import fold, gone_on
from facilitui.core.sessions.jumping import jump
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.replay import Replay, ReplayMoment
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import remaining
from facilitui.core.vocabulary import Who
from tests.core.making import HOSTILE, Script, agenda, part, plain
from tests.core.strategies import damaged, logs

LONG = agenda(part("open", 10), part("pairs", 5, who=Who.PAIRS), part("close", 3))


def rows(script: Script) -> list[ReplayMoment]:
    return list(Replay(script.events).moments)


@given(logs | damaged)
def test_the_last_moment_is_what_the_log_adds_up_to(events: list[Event]) -> None:
    """At the end of the timeline stands the fold of the whole log, whatever is in it."""
    replay = Replay(events)
    if events:
        assert replay.state_of(len(replay.moments) - 1) == fold(events)
    else:
        assert replay.moments == ()
        assert replay.length == 0


@given(logs | damaged, st.data())
def test_every_moment_shows_what_the_log_had_added_up_to_by_then(
    events: list[Event], data: st.DataObject
) -> None:
    """The state of any row is the fold of the events up to it, in whatever order rows are seen."""
    replay = Replay(events)
    for row in data.draw(st.permutations(range(len(replay.moments)))):
        place = replay.moments[row].place
        assert replay.state_of(row) == fold(events[: place + 1])


@given(logs | damaged)
def test_every_event_stands_in_one_row(events: list[Event]) -> None:
    """No event is left out of the timeline and none is in it twice."""
    ends = [moment.place for moment in Replay(events).moments]
    assert ends == sorted(set(ends))
    assert ends[-1:] == ([len(events) - 1] if events else [])


@given(logs | damaged)
def test_time_never_goes_back(events: list[Event]) -> None:
    """Times of day and seconds since the beginning only grow down the timeline."""
    moments = Replay(events).moments
    assert [m.elapsed for m in moments] == sorted(m.elapsed for m in moments)
    assert [m.at for m in moments] == sorted(m.at for m in moments)


@given(logs | damaged, st.floats(-10, 1e6))
def test_any_second_finds_the_last_thing_that_had_happened(
    events: list[Event], elapsed: float
) -> None:
    """At any second the marked row is the last one at or before it, the first one before all."""
    replay = Replay(events)
    if replay.moments:
        row = replay.row_at(elapsed)
        assert row == 0 or replay.moments[row].elapsed <= elapsed
        assert all(moment.elapsed > elapsed for moment in replay.moments[row + 1 :])


def test_states_behind_many_events_are_those_of_the_fold() -> None:
    """Forwards and backwards over long stretches, each state is the fold of its prefix."""
    script = Script(plain(30))
    script.press(moves.forward)
    for _ in range(50):
        script.wait(7).press(moves.mark)
    script.press(moves.take_back, moves.pause_or_resume)
    replay = Replay(script.events)
    for row in (len(replay.moments) - 1, 25, 3, 50, 0):
        place = replay.moments[row].place
        assert replay.state_of(row) == fold(script.events[: place + 1])


def test_a_log_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it is, opening it and looking at its end takes each event once."""
    script = Script(plain(30))
    script.press(moves.forward)
    for _ in range(40):
        script.wait(7).press(moves.mark)
    folded: list[Event] = []

    def counted(state: SessionState, event: Event, *, gone: bool) -> SessionState:
        folded.append(event)
        return gone_on(state, event, gone=gone)

    monkeypatch.setattr("facilitui.core.sessions.course.gone_on", counted)
    replay = Replay(script.events)
    assert replay.whole == replay.state_of(len(replay.moments) - 1)
    assert folded == list(script.events)


def test_a_key_is_one_row_in_plain_words() -> None:
    """Next finishes a part and opens another: one row that says both, with the key's name."""
    script = Script(LONG)
    script.press(moves.forward).wait(12 * 60).press(moves.forward).wait(25).press(moves.forward)
    began, first, second, third = rows(script)
    assert (began.said, began.key) == ("The session begins", "next")
    assert first.said == "Open starts"
    assert second.said == "Open done, 12 of 10 min; directions for pairs"
    assert third.said == "The clock of pairs starts after 25 s of directions"
    assert {first.key, second.key, third.key} == {"next"}
    assert (third.elapsed, third.part) == (12 * 60 + 25, "pairs")


def test_the_opening_says_who_was_there() -> None:
    """All events that begin a session are one row, with how many came."""
    script = Script(LONG)
    opening = (b.AttendanceTaken(count=9, part_of=1), b.StepStarted(part="open", part_of=1))
    for body in opening:
        script.append((body,))
    (row,) = rows(script)
    assert row.said == "The session begins; 9 here; open starts"
    assert row.title == "open"


def test_what_was_typed_is_told_apart_from_what_happened() -> None:
    """A capture, what was parked and a mark's note are kept out of the words."""
    script = Script(LONG)
    script.press(moves.forward, moves.capture(HOSTILE), moves.park("a secret"), moves.mark)
    *_, captured, parked, marked = rows(script)
    assert (captured.kept, parked.kept, marked.kept) == (HOSTILE, "a secret", "")
    assert not any("secret" in each.said or "Q1" in each.said for each in rows(script))


def test_a_key_that_was_taken_back_is_shown_as_that() -> None:
    """It stays on the timeline, marked, and the state at its row is as it stood then."""
    script = Script(LONG)
    script.press(moves.forward).wait(60).press(moves.forward).wait(5).press(moves.take_back)
    replay = Replay(script.events)
    _, _, taken, undo = replay.moments
    assert (taken.taken_back, undo.taken_back) == (True, False)
    assert undo.key == "undo"
    assert (taken.part, undo.part) == ("open", "open")
    now_then, now_after = replay.state_of(2).now, replay.state_of(3).now
    assert now_then is not None and now_then.part.id == "pairs"
    assert now_after is not None and remaining(now_after, 65) == 10 * 60 - 65


def test_minutes_say_which_of_two_keys_it_was() -> None:
    """More and less are two keys with one kind of event."""
    script = Script(LONG)
    script.press(moves.forward)
    script.press(lambda s: moves.change_minutes(s, 1), lambda s: moves.change_minutes(s, -1))
    assert [row.key for row in rows(script)][-2:] == ["more", "less"]
    assert rows(script)[-2].said == "Open takes 11 min"


def test_a_wait_that_moving_on_closed_is_still_a_step_key() -> None:
    """A step key that closes a wait is told as that key; a wait closed by hand as the wait's."""
    script = Script(LONG)
    script.press(moves.forward, moves.open_or_close_wait).wait(6).press(moves.open_or_close_wait)
    script.press(moves.open_or_close_wait).wait(2).press(moves.forward)
    *_, opened, closed, again, moved = rows(script)
    assert [opened.key, closed.key, again.key, moved.key] == ["wait", "wait", "wait", "next"]
    assert closed.said == "A wait of 6 s, which reached its target"
    assert moved.said.startswith("A wait of 2 s; open done")


def test_a_wait_that_went_on_was_not_dropped() -> None:
    """Its closing key was taken back, so of its length nothing is known; a pause does drop it."""
    script = Script(LONG).press(moves.forward, moves.open_or_close_wait).wait(9)
    script.press(moves.open_or_close_wait, moves.take_back, moves.pause_or_resume)
    *_, closed, _, paused = rows(script)
    assert (closed.said, closed.taken_back) == ("A wait ends", True)
    assert paused.said == "Wait dropped; paused"


@pytest.mark.parametrize(
    ("before", "to", "key"),
    [
        ((), "pairs", "next"),
        ((), "close", "jump"),
        ((moves.forward,), "close", "skip"),
        ((moves.skip, moves.back, moves.forward), "open", "back"),
        ((jump("close"), jump("open")), "pairs", "jump"),
    ],
)
def test_a_key_that_went_further_than_one_step_was_a_jump(
    before: tuple[Callable[[SessionState], Move], ...], to: str, key: str
) -> None:
    """Whatever ran, was shown or was left out; to the step after or before it is as their keys."""
    script = Script(LONG).press(moves.forward, *before)
    assert rows(script.press(jump(to)))[-1].key == key


def test_a_jump_out_of_directions_is_no_skip() -> None:
    """Though the step that was only shown is left out with those between."""
    script = Script(agenda(part("a", who=Who.PAIRS), part("b"), part("c"))).press(moves.forward)
    assert rows(script.press(jump("c")))[-1].key == "jump"
    assert rows(script.press(moves.take_back, moves.skip))[-1].key == "skip"


def test_a_stretch_without_the_program_is_no_key() -> None:
    """A gap stands in the timeline with its length, told apart."""
    script = Script(LONG)
    script.press(moves.forward).wait(600).append((b.GapNoticed(seconds=600),))
    gap = rows(script)[-1]
    assert (gap.said, gap.key, gap.gap) == ("10 min without the program", "", True)


def test_the_length_is_until_the_end() -> None:
    """Decisions about the record after the end do not make the session longer."""
    script = Script(LONG)
    script.press(moves.forward).wait(100).press(moves.end).wait(5000)
    script.append((b.GapDecided(gap=3),))
    replay = Replay(script.events)
    assert replay.length == 100
    assert (replay.at(100) - replay.at(0)).total_seconds() == 100


def test_every_kind_of_event_has_words() -> None:
    """No row is empty, and none shows the program's own names for things."""
    for kind, model in b.KINDS.items():
        script = Script(LONG)
        script.append((model(),))
        said = rows(script)[-1].said
        assert said and "_" not in said, kind
