"""The host's keys: what each does, checked against a simulation that counts single seconds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitui.core.sessions import moves
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.core.vocabulary import Who
from tests.core.making import Script, agenda, part, plain

AHEAD, DIRECTIONS, RUNNING = Stage.AHEAD, Stage.DIRECTIONS, Stage.RUNNING
DONE, SKIPPED = Stage.DONE, Stage.SKIPPED
KEYS = {
    "n": moves.forward,
    "b": moves.back,
    "s": moves.skip,
    "p": moves.pause_or_resume,
    "u": moves.take_back,
}
presses = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from("nnnnbbsppu")), min_size=2, max_size=18
)


class Counted:
    """The same keys, obeyed by counting every second: slow, and too plain to be wrong."""

    def __init__(self, cues: list[bool]) -> None:
        self.cues = cues
        self.stages = [AHEAD] * len(cues)
        self.ran = [0] * len(cues)
        self.directions = [0] * len(cues)
        self.current: int | None = None
        self.paused = False

    def tick(self) -> None:
        if self.current is None:
            return
        if self.stages[self.current] is DIRECTIONS:
            self.directions[self.current] += 1
        elif not self.paused:
            self.ran[self.current] += 1

    def press(self, key: str) -> bool:
        """Obey a key; False if it had nothing to do."""
        if key == "p":
            if self.current is None or self.stages[self.current] is DIRECTIONS:
                return False
            self.paused = not self.paused
            return True
        if key == "b":
            before = range(len(self.cues) if self.current is None else self.current)
            done = [i for i in before if self.stages[i] is DONE]
            if done:
                self.go(done[-1], RUNNING, AHEAD)
            return bool(done)
        if self.current is None and key == "s":
            return False
        if key == "n" and self.current is not None and self.stages[self.current] is DIRECTIONS:
            self.stages[self.current] = RUNNING
            return True
        first = 0 if self.current is None else self.current + 1
        ahead = [i for i in range(first, len(self.cues)) if self.stages[i] is AHEAD]
        if self.current is None and not ahead:
            return False
        if ahead:
            cue = self.cues[ahead[0]] and not self.ran[ahead[0]]
            self.go(ahead[0], DIRECTIONS if cue else RUNNING, SKIPPED if key == "s" else DONE)
        elif self.current is not None:
            self.stages[self.current] = SKIPPED if key == "s" else DONE
            self.current, self.paused = None, False
        return True

    def go(self, to: int, stage: Stage, left: Stage) -> None:
        if self.current is not None:
            self.stages[self.current] = left
        self.stages[to], self.current, self.paused = stage, to, False


def counted(cues: list[bool], pressed: list[tuple[int, str]], until: int) -> Counted:
    """What these keys, each at its second, come to; those without effect are dropped from it."""
    model, at = Counted(cues), 0
    obeyed: list[tuple[int, str]] = []
    for moment, key in pressed:
        for _ in range(moment - at):
            model.tick()
        at = moment
        if model.press(key):
            obeyed.append((moment, key))
    pressed[:] = obeyed
    for _ in range(until - at):
        model.tick()
    return model


@settings(max_examples=200)
@given(st.lists(st.booleans(), max_size=3), presses)
@example([False], [(0, "n"), (0, "s"), (0, "n"), (0, "n")])  # equal keys, the first one obeyed
def test_any_order_of_keys_comes_to_what_counting_seconds_comes_to(
    cues: list[bool], pressed: list[tuple[int, str]]
) -> None:
    """Clocks, directions, stages and pauses are right after any keys, take-backs included."""
    who = [Who.PAIRS if cue else Who.WHOLE_GROUP for cue in cues]
    script = Script(agenda(*(part(f"p{i}", 5, who=each) for i, each in enumerate(who))))
    kept: list[tuple[int, str]] = []
    at = 0
    for pause, key in pressed:
        at += pause
        script.wait(pause).press(KEYS[key])
        counted(cues, kept, at)
        kept = kept[:-1] if key == "u" else [*kept, (at, key)]
        model = counted(cues, kept, at)
        runs = script.state.runs
        assert [run.stage for run in runs] == model.stages
        assert [run.seconds(at) for run in runs] == model.ran
        assert [run.direction_seconds(at) for run in runs] == model.directions
        assert (script.state.current, script.state.paused) == (model.current, model.paused)


def test_next_shows_a_step_for_pairs_and_then_starts_its_clock() -> None:
    """Directions are counted apart; the step's own clock begins with the second `n`."""
    script = Script(agenda(part("a", 5), part("b", 5, who=Who.PAIRS))).press(moves.forward)
    script.wait(60).press(moves.forward).wait(45)
    assert (script.run("b").stage, script.ran("b")) == (DIRECTIONS, 0)
    script.press(moves.forward).wait(30)
    assert (script.run("b").stage, script.ran("b")) == (RUNNING, 30)
    assert script.run("b").directions == 45


@pytest.mark.parametrize("who", list(Who))
def test_only_those_who_have_to_move_get_directions(who: Who) -> None:
    """Pairs, trios, fours, small groups and individuals open on cue, all others at once."""
    script = Script(agenda(part("a", 5, who=who))).press(moves.forward)
    moving = {"pairs", "trios", "quads", "small_groups", "individuals"}
    assert script.run("a").stage is (DIRECTIONS if who in moving else RUNNING)


def test_back_reopens_a_step_with_the_time_it_had() -> None:
    """Twice back goes two steps back, and each goes on from where it stood."""
    script = Script(plain(5, 5, 5)).press(moves.forward).wait(70).press(moves.forward).wait(20)
    script.press(moves.forward).wait(10).press(moves.back).wait(5)
    assert (script.ran("b"), script.run("c").stage, script.ran("c")) == (25, AHEAD, 10)
    script.press(moves.back).wait(3)
    assert (script.ran("a"), script.run("b").stage) == (73, AHEAD)
    script.press(moves.forward).wait(2)
    assert (script.ran("b"), script.run("b").stage) == (27, RUNNING)
    assert [run.began for run in script.state.runs] == [0, 70, 90]


def test_a_step_that_ran_needs_no_directions_again() -> None:
    """People who already sit in pairs go on at once when the step is come back to."""
    script = Script(agenda(part("a", 5), part("b", 5, who=Who.PAIRS))).press(moves.forward)
    script.press(moves.forward, moves.back, moves.forward)
    assert script.run("b").stage is DIRECTIONS
    script.press(moves.forward).wait(20).press(moves.back, moves.forward).wait(5)
    assert (script.run("b").stage, script.ran("b")) == (RUNNING, 25)


@pytest.mark.parametrize("key", [moves.forward, moves.back, moves.skip, moves.end])
def test_a_pause_ends_with_the_step_it_was_made_in(key: Callable[[SessionState], Move]) -> None:
    """Whatever comes next runs at once, and what was paused keeps the time it had."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward).wait(10)
    script.press(moves.pause_or_resume).wait(20).press(key).wait(5)
    assert (script.state.paused, script.ran("b")) == (False, 10)
    assert script.state.now is None or script.ran(script.state.now.part.id) == 5


def test_back_passes_over_what_was_skipped() -> None:
    """A skipped step stays skipped; `u` is the key that takes the skipping back."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward, moves.skip, moves.back)
    assert [run.stage for run in script.state.runs] == [RUNNING, SKIPPED, AHEAD]
    script.press(moves.forward)
    assert [run.stage for run in script.state.runs] == [DONE, SKIPPED, RUNNING]


def test_back_reopens_the_last_step_after_all_are_done() -> None:
    """Until it is ended, a session whose steps are all done can be gone on with."""
    script = Script(plain(5)).press(moves.forward).wait(60).press(moves.forward)
    assert script.state.finished and moves.forward(script.state) == ()
    script.wait(30).press(moves.back).wait(5)
    assert script.ran("a") == 65


def test_a_session_without_parts_takes_keys_calmly() -> None:
    """There is nothing to advance, and it can be ended."""
    script = Script()
    for key in KEYS.values():
        assert key(script.state) == ()
    assert script.state.finished
    assert script.press(moves.end).state.ended_at == script.now


def test_no_key_does_anything_before_the_beginning_or_after_the_end() -> None:
    """Outside a running session every move is empty."""
    ended = Script(plain(5)).press(moves.forward, moves.end).state
    for state in (SessionState(), ended):
        for key in (*KEYS.values(), moves.end, moves.open_or_close_wait):
            assert key(state) == ()
        assert moves.change_minutes(state, 1) == ()


@pytest.mark.parametrize(
    ("minutes", "by", "after"),
    [(5, 1, 6), (5, -1, 4), (1.5, -1, 1), (1, -1, 1), (0.5, -1, 0.5), (0.5, 1, 1.5), (0, -1, 0)],
)
def test_a_minute_more_or_less(minutes: float, by: float, after: float) -> None:
    """Down to one minute; a step shorter than that is never made longer by taking time."""
    script = Script(plain(minutes)).press(moves.forward)
    keys = script.state.keys
    script.press(lambda state: moves.change_minutes(state, by))
    assert script.run("a").minutes == after
    assert (script.state.keys == keys) == (minutes == after)
