"""Recovering from an overrun: only the future changes, nothing below its minimum, all undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.shrinking import GRAIN, Unit, units
from facilitui.core.sessions import moves
from facilitui.core.sessions.recovery import Proposal, Way, minutes_late, proposals
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.timing import minutes_behind, projected_end
from facilitui.core.told import clock
from facilitui.core.vocabulary import BlockKind, Silence
from tests.core.making import START, Script, agenda, part, timeless
from tests.core.recoveries import agendas, keys, lates, moment, overrunning


def of_way(found: Sequence[Proposal], way: Way) -> list[Proposal]:
    return [each for each in found if each.way is way]


def shorter(script: Script) -> Proposal | None:
    found = of_way(proposals(script.state, moment(script)), Way.SHORTER)
    return found[0] if found else None


def changed(before: SessionState, after: SessionState) -> list[tuple[PartRun, PartRun]]:
    both = zip(before.runs, after.runs, strict=True)
    return [(was, now) for was, now in both if was != now]


@given(agendas(), lates, keys, st.integers(0, 3))
def test_only_parts_that_have_not_begun_change(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int, backs: int
) -> None:
    """Whatever is proposed: what ran or runs is as it was, and so is the order."""
    script = overrunning(blocks, late, pressed, backs)
    for each in proposals(script.state, moment(script)):
        for was, now in changed(script.state, each.after):
            assert was.stage is Stage.AHEAD and was.began is None
            assert now.part == was.part
        assert each.after.current == script.state.current


@given(agendas(), lates, keys)
def test_nothing_gets_shorter_than_its_minimum(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """And nothing gets longer."""
    script = overrunning(blocks, late, pressed)
    found = shorter(script)
    for was, now in changed(script.state, found.after) if found else []:
        assert now.part.min - 1e-6 <= now.minutes < was.minutes


def order(unit: Unit) -> int:
    """Flexible, protected, silent."""
    part = unit.runs[0].part
    return (1 if part.protected else 0) if part.silence is not Silence.ALL else 2


@given(agendas(), lates, keys)
def test_silence_gives_last(blocks: tuple[AgendaBlock, ...], late: float, pressed: int) -> None:
    """Flexible parts first, then protected ones, silence when all else is at its minimum."""
    script = overrunning(blocks, late, pressed)
    found = shorter(script)
    if found is None:
        return
    every = [run.part.id for run in script.state.ahead]
    before = units(script.state, every)
    giving = [order(each) for each in before if each.runs[0].part.id in found.body.minutes]
    for each in before:
        minutes = found.body.minutes.get(each.runs[0].part.id, each.runs[0].minutes)
        if order(each) < max(giving):
            least = min(run.minutes - run.part.min for run in each.runs)
            assert each.runs[0].minutes - minutes > least - GRAIN - 1e-6


@given(agendas(), lates, keys)
def test_turns_of_a_cycle_stay_equal(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """Every turn of a step gives the same, and none once the first has begun."""
    script = overrunning(blocks, late, pressed)
    found = shorter(script)
    for block in blocks if found else ():
        runs = [run for run in script.state.runs if run.part.block == block.id and run.part.cycle]
        begun = any(run.began is not None for run in runs)
        for step in {run.part.id.rpartition("/")[0] for run in runs}:
            ids = [run.part.id for run in runs if run.part.id.rpartition("/")[0] == step]
            given_away = {found.body.minutes.get(each) for each in ids} if found else set()
            assert given_away == {None} if begun else len(given_away) == 1


@given(agendas(), lates, keys)
def test_the_sum_is_right(blocks: tuple[AgendaBlock, ...], late: float, pressed: int) -> None:
    """What is told as won is what the end moves by, and it is enough wherever that can be."""
    script = overrunning(blocks, late, pressed)
    at = moment(script)
    for each in proposals(script.state, at):
        won = sum(_left(was) - _left(now) for was, now in changed(script.state, each.after))
        assert each.won == pytest.approx(won, abs=0.02)
        ends = projected_end(each.after, at.elapsed, at.now, at.zone)
        assert each.ends == ends and each.planned_end == each.after.planned_end
    found = shorter(script)
    if found is not None:
        able = units(script.state, [run.part.id for run in script.state.ahead])
        most = sum(each.grains * each.step for each in able) * GRAIN
        needed = minutes_late(script.state, at)
        assert found.won >= min(needed, floor(most)) - 0.02
        assert found.won < needed + GRAIN * max(each.step for each in able) + 0.02


def _left(run: PartRun) -> float:
    return 0.0 if run.stage is Stage.SKIPPED else run.minutes


@given(agendas(), lates, keys, st.integers(0, 300))
def test_undo_restores_exactly(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int, pause: int
) -> None:
    """By the key that takes back, and as a whole after other keys."""
    script = overrunning(blocks, late, pressed)
    before = timeless(script.state)
    for each in proposals(script.state, moment(script)):
        script.append((each.body,)).press(moves.take_back)
        assert timeless(script.state) == before
        script.append((each.body,))
        applied = script.state.head.seq
        assert [each.seq for each in script.state.recoveries] == [applied]
        script.append((b.RecoveryUndone(recovery=applied),))
        assert timeless(script.state).runs == before.runs
        script.press(moves.take_back)  # the undoing
        script.press(moves.take_back)  # the recovery
        assert timeless(script.state) == before
        script.wait(pause)
        before = timeless(script.state)


def test_in_time_nothing_is_offered() -> None:
    """Nor before it began, nor after it ended, nor where no end was planned."""
    blocks = agenda(part("a", 10, min=5), part("b", 10, min=5))
    assert proposals(Script(blocks).state, moment(Script(blocks))) == ()
    script = overrunning(blocks, 0)
    assert proposals(script.state, moment(script)) == ()
    script = overrunning(blocks, 6).press(moves.end)
    assert proposals(script.state, moment(script)) == ()


def test_six_minutes_are_won_and_told() -> None:
    """What it costs, when it then ends, and one sentence for the room."""
    blocks = (
        *agenda(part("a", 10)),
        *agenda(part("b", 20, min=10), goals=("G1", "G2")),
        *agenda(part("c", 10, min=6), goals=("G2",), kind=BlockKind.CLOSING),
    )
    script = overrunning(blocks, 6)
    found = proposals(script.state, moment(script))
    assert [each.way for each in found] == [Way.SHORTER, Way.LEAVE_OUT, Way.LEAVE_OUT, Way.LATER]
    first = found[0]
    assert first.won == 6 and first.late == 0
    assert first.body.minutes == {"b": 16, "c": 8}
    assert first.say == (
        "We are 6 minutes behind, so what comes next is a little shorter. We end at 21:10."
    )
    told = {each.title: [cost.told for cost in each.costs] for each in found}
    assert told["Leave out b"] == ["G1 loses its only action", "G2 is served by c too"]
    assert told["Leave out c"] == ["G2 loses its only evidence"]
    assert found[-1].planned_end == START + timedelta(minutes=46)
    assert "May we end at 21:16 instead of 21:10?" in found[-1].say


@given(agendas(), lates, keys)
def test_the_end_that_is_asked_for_is_the_end_that_is_told(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """The group is never asked for a minute that the figures do not show; nor for none at all."""
    script = overrunning(blocks, late, pressed)
    at = moment(script)
    for each in of_way(proposals(script.state, at), Way.LATER):
        told = clock(each.ends)
        assert told == clock(each.planned_end)
        assert told in each.title and each.late == 0
        assert f"May we end at {told} instead" in each.say
        assert minutes_behind(script.state, at.elapsed, at.now) > 0


def test_what_costs_least_is_offered_first() -> None:
    """A block whose goals are served and evidenced elsewhere goes before one that is needed."""
    blocks = (
        *agenda(part("a", 10)),
        *agenda(part("b", 20), goals=("G1",)),
        *agenda(part("c", 10), goals=("G2",)),
        *agenda(part("d", 5), goals=("G2",)),
    )
    script = overrunning(blocks, 6)
    left_out = of_way(proposals(script.state, moment(script)), Way.LEAVE_OUT)
    assert [each.title[-1] for each in left_out] == ["d", "b", "c"]


def test_of_two_that_cost_alike_the_longer_one_is_offered_first() -> None:
    """It wins more."""
    script = overrunning(agenda(*(part(name, 4 * ord(name) - 380) for name in "abc")), 6)
    left_out = of_way(proposals(script.state, moment(script)), Way.LEAVE_OUT)
    assert [each.title[-1] for each in left_out] == ["c", "b"]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": BlockKind.NORMS},
        {"kind": BlockKind.PROCESS_DEBRIEF},
    ],
)
def test_norms_and_debriefs_are_never_left_out(changes: dict[str, BlockKind]) -> None:
    """A session without them is another session."""
    blocks = (*agenda(part("a", 10)), *agenda(part("b", 20), **changes))
    script = overrunning(blocks, 6)
    assert not of_way(proposals(script.state, moment(script)), Way.LEAVE_OUT)


def test_silent_and_protected_blocks_are_never_left_out() -> None:
    """Silence is work."""
    quiet, kept = part("b", 20, silence=Silence.ALL), part("c", 5, protected=True)
    script = overrunning(agenda(part("a", 10), quiet, kept), 6)
    assert not of_way(proposals(script.state, moment(script)), Way.LEAVE_OUT)


def test_before_a_pinned_start_nothing_is_won() -> None:
    """Shortening what lies before a start that is waited for anyway would win nothing."""
    late_pin = (START + timedelta(minutes=60)).time()
    blocks = (
        *agenda(part("a", 10), part("b", 20, min=5)),
        *agenda(part("c", 10, min=4), pinned_start=late_pin),
    )
    script = Script(blocks, planned_end=START + timedelta(minutes=66)).press(moves.forward)
    script.wait(60)
    found = shorter(script)
    assert found is not None and set(found.body.minutes) == {"c"}
    assert found.won == 4
