"""What everybody in the room may see of a session, and nothing else.

It names nobody, quotes nobody and counts nobody: no captures, marks or waits, nothing that is
said or watched for. A clock that has come to its end says so quietly.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.schedule import minutes_between
from facilitui.core.sessions.seats import seat_told, turn_seat
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.starting import Prepared, planned_start
from facilitui.core.sessions.timing import Pace, pace, remaining, step_end, turn
from facilitui.core.told import clock, whole_minutes
from facilitui.core.vocabulary import BlockKind

_AWAY = frozenset({BlockKind.BREAK, BlockKind.BREAKOUT})
"""Kinds of blocks that people come back from."""
QUIET = "quiet"
"""Said of a silence while no moment can be told at which it is over."""


class RoomMoment(Enum):
    """What a room is in."""

    WELCOME = "welcome"
    STEP = "step"
    BREAK = "break"
    CLOSING = "closing"
    """All steps are done; the end has not been said."""
    ENDED = "ended"


class Place(Enum):
    """Where a part of the outline lies."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A line of the outline: a block, or a step of the block that is running."""

    title: str
    place: Place
    step: bool = False


@dataclass(frozen=True, slots=True)
class RoomClock:
    """A clock for everybody: what is left, or a time of day where seconds would disturb."""

    left: float | None = None
    """Seconds."""
    at: datetime | None = None
    """The time of day, in the session's zone."""
    label: str = ""
    """What the time of day is for."""
    told: str = ""
    """What else there is to know."""
    pace: Pace = Pace.STEADY
    """Whether it is nearly over, or over; of a silence neither is told, of a break the second."""


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that a room is shown."""

    moment: RoomMoment
    title: str = ""
    purpose: str = ""
    outline: tuple[RoomRow, ...] = ()
    step: str = ""
    show: str = ""
    minutes: float = 0
    """Of the step."""
    ends_at: datetime | None = None
    """When the step is over, in the session's zone."""
    away: bool = False
    """Whether people come back when it is over."""
    quiet: bool = False
    """Whether nobody speaks."""
    clock: RoomClock = field(default_factory=RoomClock)
    turn: str = ""
    """Which equal share of the step is running, and who has it by seat."""
    turn_left: float = 0
    """Seconds."""
    groups: tuple[str, ...] = ()
    """Groups that work side by side, each with its place."""
    norms: tuple[str, ...] = ()
    norms_now: bool = False
    """Whether the norms are what it is about now."""
    link: str = ""


def room_welcome(ready: Prepared, now: datetime) -> RoomView:
    """Before the start. `now` is aware, in the session's zone."""
    plan = ready.plan
    start = planned_start(plan, now, now.tzinfo) if now.tzinfo else None
    known = start is not None and minutes_between(now, start) > 0
    begins = RoomClock(at=start, label="we begin") if known else RoomClock(told="we begin soon")
    return RoomView(
        RoomMoment.WELCOME,
        title=plan.title,
        purpose=plan.purpose,
        outline=tuple(RoomRow(block.title, Place.AHEAD) for block in ready.blocks),
        clock=begins,
        link=plan.link,
    )


def room_view(state: SessionState, elapsed: float, now: datetime) -> RoomView:
    """While it runs and after. `now` is aware, in the session's zone."""
    run, started = state.now, state.started
    block = state.block_of(run) if run is not None else None
    common = RoomView(
        _moment(state, block),
        title=started.title,
        purpose=started.purpose,
        outline=_outline(state),
        norms=_norms(state),
        norms_now=block is not None and block.kind is BlockKind.NORMS,
        link=started.link,
    )
    if run is None:
        return common
    away = block is not None and block.kind in _AWAY
    told, left = _turn(run, elapsed, block)
    return replace(
        common,
        step=run.part.title,
        show=run.part.show,
        minutes=run.minutes,
        ends_at=step_end(run, elapsed, now),
        away=away,
        quiet=run.part.silent,
        clock=_clock(common.moment, state, run, elapsed, now),
        turn=told,
        turn_left=left,
        groups=tuple(" · ".join(filter(None, (g.name, g.place))) for g in block.groups)
        if block is not None
        else (),
    )


def _moment(state: SessionState, block: AgendaBlock | None) -> RoomMoment:
    if state.ended_at is not None:
        return RoomMoment.ENDED
    if state.now is None:
        return RoomMoment.CLOSING if state.finished else RoomMoment.WELCOME
    return (
        RoomMoment.BREAK if block is not None and block.kind is BlockKind.BREAK else RoomMoment.STEP
    )


def _norms(state: SessionState) -> tuple[str, ...]:
    """What was agreed: the norm to watch, the group's own, the others, each as it was agreed."""
    first = sorted(
        state.norms, key=lambda norm: (norm.id != state.watched, norm.id not in state.own_norms)
    )
    return tuple(norm.text for norm in first)


def _outline(state: SessionState) -> tuple[RoomRow, ...]:
    """The blocks that are not left out; the one that is running with its steps."""
    here = state.now.part.block if state.now is not None else ""
    runs = {run.part.id: run for run in state.runs}
    rows: list[RoomRow] = []
    for block in state.blocks:
        parts = [runs[part.id] for part in block.parts if part.id in runs]
        kept = [run for run in parts if run.stage is not Stage.SKIPPED]
        if parts and not kept:
            continue
        rows.append(RoomRow(block.title, _block_place(kept, block.id == here)))
        if block.id == here and len(block.parts) > 1:
            rows += [RoomRow(run.part.label, _place(state, run), step=True) for run in kept]
    return tuple(rows)


def _block_place(kept: list[PartRun], here: bool) -> Place:
    if here:
        return Place.HERE
    return Place.DONE if kept and all(run.over_and_done for run in kept) else Place.AHEAD


def _place(state: SessionState, run: PartRun) -> Place:
    if state.now is not None and run.part.id == state.now.part.id:
        return Place.HERE
    return Place.DONE if run.over_and_done else Place.AHEAD


def _clock(
    moment: RoomMoment, state: SessionState, run: PartRun, elapsed: float, now: datetime
) -> RoomClock:
    ends = step_end(run, elapsed, now)
    left = remaining(run, elapsed)
    length = whole_minutes(run.minutes)
    if moment is RoomMoment.BREAK and left > 0:
        return RoomClock(at=ends, label="back at")
    if run.stage is Stage.DIRECTIONS:
        return RoomClock(told=f"{length}, about to begin")
    if run.part.silent:
        # A moment that moves on with every second of a pause would be a clock after all.
        stands = left > 0 and not state.paused
        return RoomClock(at=ends, label="quiet until") if stands else RoomClock(told=QUIET)
    if left <= 0:
        return RoomClock(left=0.0, told="time is up", pace=Pace.OVER)
    if state.paused:
        return RoomClock(left=left, told="paused")
    return RoomClock(left=left, told=f"left of {length}", pace=pace(run, elapsed))


def _turn(run: PartRun, elapsed: float, block: AgendaBlock | None) -> tuple[str, float]:
    """The turn that is running and the seconds left of it: not in a silence, nor past the step."""
    now = turn(run, elapsed)
    begun = run.stage is Stage.RUNNING and remaining(run, elapsed) > 0
    if now is None or not begun or run.part.silent:
        return "", 0.0
    seat = turn_seat(run.part, now.number, now.of)
    who = f": {seat_told(seat, block.sizes if block is not None else ())}" if seat else ""
    return f"turn {now.number} of {now.of}{who}", now.left


def room_note(view: RoomView) -> str:
    """What is copied for the room: the step, its minutes, when it is over or that it is; where."""
    ends = f"{'back at' if view.away else 'until'} {clock(view.ends_at)}" if view.ends_at else ""
    if view.clock.pace is Pace.OVER or view.clock.told == QUIET:
        ends = view.clock.told
    begins = f"{view.clock.label} {clock(view.clock.at)}" if view.clock.at else view.clock.told
    length = whole_minutes(view.minutes) if view.step else ""
    words = (view.step, length, ends) if view.step else (view.title, begins)
    return "\n".join(filter(None, (" · ".join(filter(None, words)), *view.groups, view.link)))
