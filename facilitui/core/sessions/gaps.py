"""Stretches of a session without the program, and whether each counts: decided afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from facilitui.core import bodies as b
from facilitui.core.plans.schedule import seconds_later
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.moves import Decide, Move
from facilitui.core.sessions.session import Gap, SessionState
from facilitui.core.told import length, plural


@dataclass(frozen=True, slots=True)
class GapSeen:
    """A gap as a list shows it."""

    seq: int
    began_at: datetime
    """On the clock of where the session was held."""
    another_day: bool
    """Whether that is another day than the session's first."""
    seconds: float
    step: str
    """What was running meanwhile; empty where nothing was."""
    counts: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of a session, and what it comes to as they are decided."""

    seen: tuple[GapSeen, ...] = ()
    ran: float = 0
    """Minutes run."""


def decide_gap(gap: int, *, counts: bool) -> Decide:
    """Say whether a gap counts; nothing where that was said before."""

    def decide(state: SessionState) -> Move:
        found = (each for each in state.gaps if each.seq == gap)
        if not any(each.counts is not counts for each in found):
            return ()
        return (b.GapDecided(gap=gap, counts=counts),)

    return decide


def gaps_of(state: SessionState, zone: tzinfo) -> Gaps:
    """The gaps of a session for a list, in the order they came in."""
    began = state.began_at
    if began is None:
        return Gaps()
    seen = tuple(_seen(state, gap, began, zone) for gap in state.gaps)
    return Gaps(seen, session_facts(state).ran)


def _seen(state: SessionState, gap: Gap, began: datetime, zone: tzinfo) -> GapSeen:
    at = seconds_later(began.astimezone(zone), max(0.0, gap.noticed - gap.seconds))
    return GapSeen(
        seq=gap.seq,
        began_at=at,
        another_day=at.date() != began.astimezone(zone).date(),
        seconds=gap.seconds,
        step=next((run.part.title for run in state.runs if run.part.id == gap.part), ""),
        counts=gap.counts,
    )


def _found(gaps: Sequence[Gap]) -> str:
    """How many gaps there are and how long they were; empty without any."""
    seconds = sum(gap.seconds for gap in gaps)
    return f"{plural(len(gaps), 'gap')} of {length(seconds)}" if gaps else ""


def gaps_told(gaps: Sequence[Gap]) -> str:
    """The same, and whether they count."""
    left_out = sum(not gap.counts for gap in gaps)
    answer = f"{left_out} not counted" if left_out else "counted"
    if left_out == len(gaps):
        answer = "not counted"
    return f"{_found(gaps)}, {answer}" if gaps else ""


def gaps_left(gaps: Sequence[Gap]) -> str:
    """What there is to decide: the gaps that still count; where none does, what was decided."""
    counted = [gap for gap in gaps if gap.counts]
    them = "it" if len(counted) == 1 else "them"
    return f"{_found(counted)}: decide {them} in the debrief" if counted else gaps_told(gaps)
