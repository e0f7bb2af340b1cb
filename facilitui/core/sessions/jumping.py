"""Going to any part of the agenda: one key, whatever lies between."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core import bodies as b
from facilitui.core.sessions.moves import Decide, Move, closing_wait, open_part
from facilitui.core.sessions.session import PartRun, SessionState, Stage


def jump(part: str) -> Decide:
    """Go to a part. Ahead, what lies between is left out; behind, the part goes on as it was."""

    def decide(state: SessionState) -> Move:
        to = state.index_of(part)
        if not state.running or to is None or to == state.current:
            return ()
        return (*closing_wait(state), *_passed(state, to), *_opened(state.runs[to]))

    return decide


def _passed(state: SessionState, to: int) -> Iterator[b.Body]:
    """What becomes of the present part and of those between it and a later one."""
    for run in state.runs[state.current or 0 : to]:
        if run.over_and_done:
            continue
        ran = run.ran > 0 or run.stage is Stage.RUNNING
        yield b.StepFinished(part=run.part.id) if ran else b.StepSkipped(part=run.part.id)


def _opened(run: PartRun) -> Iterator[b.Body]:
    """How a part begins, or goes on: what was done or left out is reopened first."""
    if run.over_and_done:
        yield b.StepReopened(part=run.part.id)
    if not run.over_and_done or (run.part.who.opens_on_cue and not run.ran):
        yield open_part(run)
