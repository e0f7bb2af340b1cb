"""When the group is asked about the norm to watch: once midway and once at the end."""

from __future__ import annotations

from facilitui.core.norms import NormMoment
from facilitui.core.session import SessionState
from facilitui.core.timing import Pace, pace


def midway(state: SessionState) -> float:
    """Elapsed when half of the planned minutes are over."""
    return sum(run.part.minutes for run in state.runs) * 60 / 2


def asked_now(state: SessionState, elapsed: float) -> NormMoment | None:
    """Which of the two questions stands at a moment, until it is answered.

    None stands over a silent step. The last one makes the one before it moot.
    """
    if not state.running or state.watched_norm is None:
        return None
    if state.now is not None and state.now.part.silent:
        return None
    answered = {check.moment for check in state.norm_checks}
    moment = _moment(state, elapsed)
    return None if moment in answered else moment


def _moment(state: SessionState, elapsed: float) -> NormMoment | None:
    if not state.ahead:
        ends = state.now is None or pace(state.now, elapsed) is not Pace.STEADY
        if ends:
            return NormMoment.END
    return NormMoment.MIDWAY if elapsed >= midway(state) else None
