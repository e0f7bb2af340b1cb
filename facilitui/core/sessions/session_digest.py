"""What one ended session shows, in few figures: all that trends, search and related entries need.

Worked out once from its log, so that nothing of many sessions is folded again to be compared.
Names and figures are those of the log; what nobody counted or planned is None, never nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import Field

from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.noted import Noted
from facilitui.core.sessions.session import Note, NoteKind, SessionState, Wait
from facilitui.core.sessions.voices import tally
from facilitui.core.trends.drift import Minutes, ProtocolRan, measured

_MOST = 1e6
"""Minutes; a figure beyond it was written by no clock, and is told as missing."""
_MOST_PEOPLE = 10**6
"""More than that were in no room, whoever wrote so."""
_MOST_LINES = 1000
"""More lines than that nobody typed in a session."""
_LONGEST_WAIT = 3600
"""Seconds; what lasted longer was no wait."""
Count = Annotated[int, Field(ge=0, lt=10**9)]
Apart = Annotated[int, Field(gt=-(10**9), lt=10**9)]


@dataclass(frozen=True, slots=True)
class WaitKept:
    """One wait that counts, in whole seconds and against its target in seconds, 0 without one."""

    lasted: Count
    target: Annotated[float, Field(ge=0, le=_LONGEST_WAIT)]
    reached: bool


@dataclass(frozen=True, slots=True)
class StepName:
    """What a protocol's step was called when it was run."""

    protocol: str
    step: str
    name: str


@dataclass(frozen=True, slots=True)
class SessionDigest:
    """What one ended session shows. Minutes, save where it says otherwise."""

    session: str
    title: str
    plan: str
    """The plan's file name without its folder."""
    began_at: datetime | None
    zone: str
    """The zone it was planned in, empty without one."""
    started_late: Apart | None
    """Whole minutes after the planned start; None where none was planned."""
    ended_late: Apart | None
    """Whole minutes after the planned end; None where none was planned."""
    after_agreed: Apart | None
    """Whole minutes after another end that was agreed on meanwhile; None where none was."""
    free: Count
    """Booked minutes that were left over."""
    waits_marked: Count
    """Those that were dropped included."""
    waits: tuple[WaitKept, ...]
    """The waits that count."""
    voices: Count
    """How often somebody was counted as speaking; 0 where voices were not counted."""
    heard: Count
    """How many people were counted so."""
    people: Count
    """How many were here, at least as many as were heard."""
    counted: bool
    """Whether those who were here were counted; else so many were only expected."""
    led: tuple[tuple[str, Minutes], ...]
    """By who led, the host without a name."""
    protocols: tuple[tuple[str, str], ...]
    """The id and the name of each protocol that was used."""
    steps: tuple[StepName, ...]
    goals: tuple[tuple[str, str], ...]
    """The id and the text of each."""
    ran: Minutes | None
    planned: Minutes | None
    silent: Minutes | None
    ran_protocols: tuple[ProtocolRan, ...]
    """How long the steps of its protocols took."""
    sensitive: bool
    """Whether it was a difficult conversation."""
    noted: tuple[Noted, ...] = ()
    """What was captured, parked and said to marks in it, word for word: its own debrief is found
    by that, and no document ever has it from here."""
    began_as: str = ""
    """The session that its log says it began as: another one's where its folder is a copy."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of that alone."""
        return tuple(each.text for each in self.noted)

    @property
    def waits_reached(self) -> int:
        """How many waits lasted to their own target."""
        return sum(wait.reached for wait in self.waits)

    @property
    def waits_with_target(self) -> int:
        """How many waits had a target at all."""
        return sum(wait.target > 0 for wait in self.waits)


@dataclass(frozen=True, slots=True)
class Ran:
    """What was run in a home."""

    digests: tuple[SessionDigest, ...] = ()
    """What each session that ended shows, in no order, each session once."""
    logs: frozenset[str] = frozenset()
    """All sessions that have a folder."""
    damaged: tuple[tuple[str, str], ...] = ()
    """The sessions of which nothing is shown since their log cannot be read, and why."""
    copies: tuple[tuple[str, str], ...] = ()
    """The folders that are left out as copies, each with the session it is a copy of."""


def digest(state: SessionState, session: str = "") -> SessionDigest | None:
    """What an ended session shows; None of one that goes on or never began.

    `session` is what it is known by where that is not what its log says.
    """
    if state.ended_at is None or state.began_at is None:
        return None
    facts, blocks, voices = session_facts(state), state.blocks, tally(state)
    return SessionDigest(
        session=session or facts.session,
        began_as=facts.session,
        title=facts.title,
        plan=state.started.plan,
        began_at=facts.began_at,
        zone=state.started.zone,
        started_late=_apart(facts.started_late),
        ended_late=_apart(facts.ended_late),
        after_agreed=_apart(facts.after_agreed),
        free=max(0, _apart(facts.free) or 0),
        waits_marked=facts.waits_marked,
        waits=_waits(facts),
        voices=voices.times,
        heard=voices.heard,
        people=voices.people if voices.people <= _MOST_PEOPLE else voices.heard,
        counted=facts.counted and voices.people <= _MOST_PEOPLE,
        led=tuple((who, length) for who, length in facts.led.items() if _is_length(length)),
        protocols=tuple({b.protocol_id: b.protocol for b in blocks if b.protocol_id}.items()),
        steps=_steps(state),
        goals=tuple((goal.id, goal.text) for goal in facts.goals),
        ran=_length(facts.ran),
        planned=_length(facts.planned),
        silent=_length(facts.silent),
        ran_protocols=tuple(each for each in measured(state) if _is_length(each.over)),
        sensitive=facts.sensitive,
        noted=tuple(map(_noted, filter(_says, state.notes)))[:_MOST_LINES],
    )


_DONE_WITH_IT = {
    NoteKind.CAPTURE: "captured",
    NoteKind.PARKED: "parked",
    NoteKind.MARK: "marked",
}


def _says(note: Note) -> bool:
    return bool(note.text.strip())


def _noted(note: Note) -> Noted:
    return Noted(note.text, _DONE_WITH_IT[note.kind], min(max(0.0, note.elapsed), LONGEST_SECONDS))


def _waits(facts: SessionFacts) -> tuple[WaitKept, ...]:
    kept = (wait for wait in facts.waits if wait.seconds is not None and _is_wait(wait))
    return tuple(WaitKept(wait.lasted, wait.target_seconds, wait.reached) for wait in kept)


def _is_wait(wait: Wait) -> bool:
    return 0 <= wait.lasted <= _LONGEST_WAIT and 0 <= wait.target_seconds <= _LONGEST_WAIT


def _steps(state: SessionState) -> tuple[StepName, ...]:
    """Each step's name once, as its first part has it."""
    names: dict[tuple[str, str], str] = {}
    for block in state.blocks:
        for part in block.parts:
            if block.protocol_id and part.step:
                names.setdefault((block.protocol_id, part.step), part.name)
    return tuple(StepName(protocol, step, name) for (protocol, step), name in names.items())


def _apart(minutes: int | None) -> int | None:
    return minutes if minutes is not None and abs(minutes) < _MOST else None


def _is_length(minutes: float) -> bool:
    return abs(minutes) < _MOST


def _length(minutes: float) -> float | None:
    return minutes if _is_length(minutes) else None
