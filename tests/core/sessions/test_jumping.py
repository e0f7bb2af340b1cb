"""Jumping: to any part from any other, as one key that is taken back whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions import moves
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.jumping import jump
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.core.vocabulary import Who
from tests.core.making import Script, agenda, part, plain, timeless

PARTS = ("a", "b/1", "b/2", "c", "d")
_agenda = agenda(*(part(name, 5, who=Who.PAIRS if name == "c" else Who.GROUP) for name in PARTS))
_keys: list[Callable[[SessionState], Move]] = [
    *(jump(name) for name in PARTS),
    *(moves.forward, moves.back, moves.skip, moves.pause_or_resume, moves.open_or_close_wait),
]
presses = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(_keys)), max_size=12)


def played(pressed: list[tuple[int, Callable[[SessionState], Move]]]) -> Script:
    script = Script(_agenda)
    for pause, key in pressed:
        script.wait(pause).press(key)
    return script


def stages(script: Script) -> list[Stage]:
    return [run.stage for run in script.state.runs]


AHEAD, DONE, SKIPPED, RUNNING, DIRECTIONS = (
    *(Stage.AHEAD, Stage.DONE, Stage.SKIPPED),
    *(Stage.RUNNING, Stage.DIRECTIONS),
)


@given(presses, st.sampled_from(PARTS))
def test_a_jump_comes_to_its_part_from_anywhere(
    pressed: list[tuple[int, Callable[[SessionState], Move]]], name: str
) -> None:
    """It alone is open, all before it is settled, and no clock but the present one moved."""
    script = played(pressed)
    before = {run.part.id: run.seconds(script.elapsed) for run in script.state.runs}
    state = script.press(jump(name)).state
    assert state.now is not None and state.now.part.id == name
    opened = [run for run in state.runs if run.stage in {RUNNING, DIRECTIONS}]
    assert opened == [state.now]
    assert all(run.over_and_done for run in state.runs[: state.current])
    assert {run.part.id: run.seconds(script.elapsed) for run in state.runs} == before
    assert state.wait is None or state.wait.part == name
    assert fold(script.events) == state


@given(presses, st.sampled_from(PARTS), st.integers(0, 90))
def test_a_jump_is_taken_back_whole(
    pressed: list[tuple[int, Callable[[SessionState], Move]]], name: str, pause: int
) -> None:
    """One `u` restores exactly what was, however many parts the jump passed over."""
    script = played(pressed)
    before, count = script.state, len(script.events)
    script.press(jump(name))
    if len(script.events) == count:
        assert before.now is not None and before.now.part.id == name
        return
    script.wait(pause).press(moves.take_back)
    assert timeless(script.state) == timeless(before)


def test_a_jump_ahead_finishes_what_runs_and_leaves_out_what_lies_between() -> None:
    """What was begun is done, what was passed over is left out, what comes after is ahead."""
    script = Script(plain(5, 5, 5, 5, 5)).press(moves.forward).wait(60).press(jump("d"))
    assert stages(script) == [DONE, SKIPPED, SKIPPED, RUNNING, AHEAD]
    assert (script.ran("a"), script.ran("d")) == (60, 0)


def test_directions_that_never_became_a_step_are_left_out() -> None:
    """A step whose clock never ran was not done."""
    script = Script(agenda(part("a", 5, who=Who.PAIRS), part("b"))).press(moves.forward).wait(30)
    assert stages(script.press(jump("b"))) == [SKIPPED, RUNNING]


def test_a_jump_back_goes_on_with_the_time_it_had_and_keeps_what_is_done() -> None:
    """After it the session goes on where it was; what lies between stays done."""
    script = Script(plain(5, 5, 5)).press(moves.forward).wait(70).press(moves.forward).wait(20)
    script.press(moves.forward).wait(10).press(jump("a")).wait(5)
    assert (script.ran("a"), stages(script)) == (75, [RUNNING, DONE, AHEAD])
    script.press(moves.forward).wait(3)
    assert (script.ran("c"), stages(script)) == (13, [DONE, DONE, RUNNING])


def test_a_part_that_was_left_out_is_brought_back_with_its_directions() -> None:
    """People who have to move are told how, though the step lies behind."""
    script = Script(agenda(part("a"), part("b", who=Who.PAIRS), part("c"))).press(moves.forward)
    script.press(jump("c")).wait(9).press(jump("b"))
    assert stages(script) == [DONE, DIRECTIONS, AHEAD]
    assert stages(script.press(moves.forward, moves.forward)) == [DONE, DONE, RUNNING]


def test_after_the_last_part_any_can_be_gone_back_to() -> None:
    """Until the session is ended."""
    script = Script(plain(5, 5)).press(moves.forward, moves.forward).wait(8).press(moves.forward)
    assert script.state.finished
    assert stages(script.press(jump("a"))) == [RUNNING, DONE]
    assert script.press(moves.end, jump("b")).state.ended_at is not None
    assert stages(script) == [DONE, DONE]


@pytest.mark.parametrize("name", ["nowhere", "", "a"])
def test_a_jump_to_nowhere_or_to_where_one_is_does_nothing(name: str) -> None:
    """Nor one before the beginning."""
    script = Script(plain(5, 5)).press(moves.forward)
    assert jump(name)(script.state) == ()
    assert jump("b")(SessionState()) == ()


def test_a_part_that_was_left_halfway_is_not_told_as_left_out() -> None:
    """Come back from and then jumped over, it was run for as long as it was."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward).wait(60)
    script.press(moves.back, jump("c"))
    assert stages(script) == [DONE, DONE, RUNNING] and script.ran("b") == 60
