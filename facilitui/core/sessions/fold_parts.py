"""What several folds do to a state: changing a part's run, stopping its clock, ending a wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitui.core.plans.leading import partner_in
from facilitui.core.sessions.events import MOMENT_PLACES
from facilitui.core.sessions.session import SessionState


def stand_still(state: SessionState, elapsed: float) -> SessionState:
    """Stop the current part's clock, and count what ran for whoever led it."""
    run = state.now
    if run is None:
        return state
    lead, ran = led_by(state), run.seconds(elapsed) - run.ran
    state = replace(state, led={**state.led, lead: state.led.get(lead, 0.0) + ran})
    return with_run(
        state,
        run.part.id,
        ran=run.seconds(elapsed),
        since=None,
        directions=run.direction_seconds(elapsed),
        shown=None,
    )


def led_by(state: SessionState) -> str:
    """The name of who leads the current part, empty where that is the host."""
    block = state.block_of(state.now) if state.now is not None else None
    return partner_in(state, block) if block is not None else ""


def with_run(state: SessionState, part: str, **changes: Any) -> SessionState:
    """The state with some fields of one part's run changed."""
    runs = [replace(run, **changes) if run.part.id == part else run for run in state.runs]
    return replace(state, runs=tuple(runs))


def part_id(state: SessionState) -> str:
    """The id of the part that is shown or running; empty without one."""
    return state.now.part.id if state.now is not None else ""


def close_wait(state: SessionState, elapsed: float, *, dropped: bool) -> SessionState:
    """The state with the open wait ended; `dropped` where its length means nothing."""
    if state.wait is None:
        return state
    seconds = max(0.0, round(elapsed - state.wait.began, MOMENT_PLACES))
    wait = replace(state.wait, seconds=seconds, dropped=dropped)
    return replace(state, wait=None, waits=(*state.waits, wait))
