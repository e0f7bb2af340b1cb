"""When the group is asked about the norm to watch, and what a run knows of each norm afterwards."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.library.norms import NormMoment
from facilitui.core.plans.schedule import seconds_later
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import Pace, pace
from facilitui.core.told import clock


def half_time(state: SessionState) -> float:
    """Elapsed when half of the planned minutes have passed."""
    return sum(run.part.minutes for run in state.runs) * 60 / 2


def midway(state: SessionState, elapsed: float) -> float:
    """Elapsed when half of what is planned is over, if from now on all takes its minutes.

    It is over when its minutes have passed, or sooner: when the parts that they were planned for
    are done or left out. So in a run that is short it is still in the middle.
    """
    half = half_time(state)
    return min(half, elapsed + half - _behind(state, elapsed) * 60)


def _behind(state: SessionState, elapsed: float) -> float:
    """The planned minutes of what is done, and of the part that runs as far as it has come."""
    done = sum(run.part.minutes for run in state.runs if run.over_and_done)
    if (now := state.now) is None:
        return done
    whole = max(1.0, now.minutes * 60)
    return done + now.part.minutes * min(1.0, now.seconds(elapsed) / whole)


def asked_now(state: SessionState, elapsed: float) -> NormMoment | None:
    """Which of the two questions stands at a moment, until it is answered.

    None stands over a silent step. The last one makes the one before it moot.
    """
    silent = state.now is not None and state.now.part.silent
    return None if silent else _open(state, elapsed)


def asked_when(state: SessionState, elapsed: float, now: datetime) -> str:
    """When it is asked next, where it is not asked now. `now` is in the session's zone."""
    if state.watched_norm is None:
        return "No norm is watched; o names one."
    if _open(state, elapsed) is not None:
        return "The norm to watch is asked about once the silence is over."
    answered = {check.moment for check in state.norm_checks}
    if NormMoment.END in answered:
        return "The norm to watch was asked about at the end."
    if NormMoment.MIDWAY in answered:
        return "The norm to watch is asked about again at the end."
    at = seconds_later(now, midway(state, elapsed) - elapsed)
    return f"The norm to watch is asked about at {clock(at)}, halfway, and at the end."


def known_of(state: SessionState, norm: str) -> str:
    """What a run knows of a norm, as a help to remember; empty where it knows nothing."""
    called = state.invoked.count(norm)
    answers = [each.answer for each in state.norm_checks if each.norm == norm and each.answer]
    told = (
        "watched" if norm == state.watched else "",
        "our own" if norm in state.own_norms else "",
        f"called on {called}×" if called else "",
        *(answer.label.lower() for answer in answers),
    )
    return ", ".join(word for word in told if word)


def _open(state: SessionState, elapsed: float) -> NormMoment | None:
    """Which question is due and was not answered."""
    if not state.running or state.watched_norm is None:
        return None
    moment = _moment(state, elapsed)
    return None if moment in {check.moment for check in state.norm_checks} else moment


def _moment(state: SessionState, elapsed: float) -> NormMoment | None:
    if not state.ahead:
        ends = state.now is None or pace(state.now, elapsed) is not Pace.STEADY
        if ends:
            return NormMoment.END
    return NormMoment.MIDWAY if elapsed >= midway(state, elapsed) else None
