"""Waits: their targets by question and way of meeting (facts §4), and the keys that end them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitui.core import bodies as b
from facilitui.core.debriefs.prompts import data_prompts
from facilitui.core.library.waits import WaitTarget, WaitTargets
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.replay import Replay
from facilitui.core.sessions.session import SessionState, Wait
from facilitui.core.vocabulary import Mode, Question
from tests.core.making import Script, agenda, part, plain

OPINION = WaitTarget(question=Question.OPEN_OPINION, in_person=5, online_voice=8, chat=40)


@pytest.mark.parametrize(
    ("mode", "seconds"), [(Mode.IN_PERSON, 5), (Mode.ONLINE, 8), (Mode.HYBRID, 8)]
)
def test_a_target_is_for_how_people_meet(mode: Mode, seconds: float) -> None:
    """Hybrid rooms wait for the slower half."""
    assert OPINION.seconds(mode) == seconds
    targets = WaitTargets(id="x", name="x", targets=(OPINION,))
    assert targets.for_mode(mode) == {Question.OPEN_OPINION: seconds}


@pytest.mark.parametrize(
    ("seconds", "dropped", "reached"),
    [
        (4.6, False, False),
        (4.9, False, False),
        (5, False, True),
        (9, False, True),
        (9, True, False),
        (None, False, False),
    ],
)
def test_a_wait_reaches_its_own_target(seconds: float | None, dropped: bool, reached: bool) -> None:
    """To the whole second; an open or a dropped one shows nothing."""
    wait = Wait(1, "a", 0, 5, seconds=seconds, dropped=dropped)
    assert wait.reached == reached


def test_a_length_is_told_in_the_whole_seconds_it_is_judged_by() -> None:
    """The debrief's prompt and the replay never say 5 of a wait that was under it."""
    script = Script(plain(5)).press(moves.forward, moves.open_or_close_wait).wait(4.6)
    script.press(moves.open_or_close_wait)
    facts = session_facts(script.state)
    assert (facts.waits[0].lasted, facts.median_wait, facts.waits_reached) == (4, 4, 0)
    (ask,) = (each.ask for each in data_prompts(facts) if each.id == "waits_short")
    assert "did not reach its target; it lasted 4 s." in ask
    assert Replay(script.events).moments[-1].said == "A wait of 4 s"


@pytest.mark.parametrize("key", [moves.forward, moves.back, moves.skip, moves.open_or_close_wait])
def test_a_step_key_closes_an_open_wait(key: Callable[[SessionState], Move]) -> None:
    """`w` or any step key closes it, and it keeps its length and its part."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward)
    script.press(moves.open_or_close_wait).wait(7).press(key)
    (wait,) = script.state.waits
    assert (script.state.wait, wait.seconds, wait.dropped, wait.part) == (None, 7, False, "b")
    assert wait.reached


def test_a_pause_or_the_end_drops_an_open_wait() -> None:
    """Its length means nothing then; and while paused no wait is opened."""
    for key in (moves.pause_or_resume, moves.end):
        script = Script(plain(5)).press(moves.forward, moves.open_or_close_wait).wait(9).press(key)
        (wait,) = script.state.waits
        assert (script.state.wait, wait.dropped, wait.reached) == (None, True, False)
        assert moves.open_or_close_wait(script.state) == ()


@pytest.mark.parametrize("question", [None, *Question])
def test_a_wait_has_the_target_of_its_question(question: Question | None) -> None:
    """An open opinion where the step asks nothing; five seconds where no targets are known."""
    targets = {each: float(number) for number, each in enumerate(Question, start=10)}
    script = Script(agenda(part("a", 5, question=question)), wait_targets=targets)
    script.press(moves.forward, moves.open_or_close_wait)
    assert script.state.wait is not None
    assert script.state.wait.target_seconds == targets[question or Question.OPEN_OPINION]
    assert moves.wait_target(Script().state, question) == 5


def test_a_wait_does_not_stop_other_keys() -> None:
    """Marks, minutes and captures leave it open; taking back its key forgets it."""
    script = Script(plain(5)).press(moves.forward, moves.open_or_close_wait).wait(3)
    script.append((b.Marked(),)).press(lambda state: moves.change_minutes(state, 1))
    assert script.state.wait is not None and len(script.state.notes) == 1
    script.press(moves.take_back, moves.take_back, moves.take_back)
    after = script.state
    assert after.wait is None
    assert not (after.waits or after.notes)
