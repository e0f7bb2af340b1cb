"""Agendas that overrun, for the tests of recovery."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.sessions import moves
from facilitui.core.sessions.recovery import Moment
from facilitui.core.vocabulary import BlockKind, EvidenceKind, Silence
from tests.core.making import START, Script, part

GOALS = (Goal(id="G1", text="know"), Goal(id="G2", text="do"))
EVIDENCE = (Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, goals=("G2",), when="in c"),)

lates = st.floats(0.1, 60)
"""By how many minutes a step may be over."""
keys = st.integers(0, 6)
"""How often `n` was pressed."""
_halves = st.integers(1, 40).map(lambda halves: halves / 2)


@st.composite
def _parts(draw: st.DrawFn, block: str) -> tuple[Part, ...]:
    """The parts of one block: plain ones, and perhaps the turns of a cycle of two steps."""
    turns = draw(st.sampled_from([0, 0, 2, 3]))
    if not turns:
        return tuple(_part(draw, f"{block}/{n}") for n in range(draw(st.integers(1, 3))))
    steps = [_part(draw, f"{block}/s{n}") for n in range(2)]
    return tuple(
        step.model_copy(update={"id": f"{step.id}/{turn}", "cycle": turn, "cycles": turns})
        for turn in range(1, turns + 1)
        for step in steps
    )


def _part(draw: st.DrawFn, name: str) -> Part:
    minutes = draw(_halves)
    return part(
        name,
        minutes,
        min=draw(st.floats(0, minutes)),
        protected=draw(st.booleans()),
        silence=draw(st.sampled_from([Silence.NONE, Silence.NONE, Silence.ALL])),
    )


@st.composite
def agendas(draw: st.DrawFn) -> tuple[AgendaBlock, ...]:
    """Two to five blocks."""
    return tuple(
        AgendaBlock(
            id=name,
            title=name,
            kind=draw(st.sampled_from(BlockKind)),
            goals=draw(st.sampled_from([(), ("G1",), ("G2",), ("all",)])),
            parts=draw(_parts(name)),
        )
        for name in "abcde"[: draw(st.integers(2, 5))]
    )


def overrunning(
    blocks: tuple[AgendaBlock, ...], late: float, keys: int = 0, backs: int = 0
) -> Script:
    """A session that went on by so many keys and back by some, its step over by `late` minutes."""
    planned = sum(block.minutes for block in blocks)
    script = Script(
        blocks,
        goals=GOALS,
        evidence=EVIDENCE,
        planned_start=START,
        planned_end=START + timedelta(minutes=planned),
    )
    script.press(moves.forward)
    for _ in range(keys):
        now = script.state.now
        script.wait(now.minutes * 60 if now else 0.0).press(moves.forward)
    for _ in range(min(keys - 1, backs)):
        script.press(moves.back)
    now = script.state.now
    return script.wait((now.minutes if now else 0.0) * 60 + late * 60)


def moment(script: Script) -> Moment:
    """Now."""
    return Moment(script.elapsed, script.now)
