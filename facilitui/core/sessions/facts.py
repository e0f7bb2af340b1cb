"""The facts of a run, which a debrief is written beside. Derived from the log, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from statistics import median

from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.plans.slack import apart_from_plan
from facilitui.core.sessions.left_open import over_at
from facilitui.core.sessions.session import (
    Gap,
    NormCheck,
    Note,
    NoteKind,
    PartRun,
    SessionState,
    Stage,
    Wait,
)
from facilitui.core.sessions.timing import end_agreed
from facilitui.core.sessions.voices import tally
from facilitui.core.told import minutes_told, people, whole_seconds


@dataclass(frozen=True, slots=True)
class PartFacts:
    """How one part ran. Minutes."""

    id: str
    name: str
    block: str
    planned: float
    ran: float
    directions: float
    silent: bool
    skipped: bool
    protected: bool
    began: float | None = None
    """Seconds since the session began; None where it never did."""

    @property
    def over(self) -> float:
        """How much longer than planned it ran; below zero if shorter."""
        return self.ran - self.planned


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """How one block ran. Minutes; directions count as run."""

    title: str
    planned: float
    ran: float
    skipped: bool
    """Whether none of it was run."""

    @property
    def over(self) -> float:
        """How much longer than planned it ran; below zero if shorter."""
        return self.ran - self.planned


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """How one session ran."""

    session: str
    title: str
    began_at: datetime | None
    ended_at: datetime | None
    """When it was over; the time for which it lay open afterwards does not count."""
    started_late: int | None
    """Minutes after the planned start; None where none was planned."""
    ended_late: int | None
    """Minutes after its planned end, as they were told while it ran; None where none was."""
    after_agreed: int | None
    """Minutes after another end that was agreed on while it ran; None where none was."""
    parts: tuple[PartFacts, ...]
    blocks: tuple[BlockFacts, ...]
    planned: float
    ran: float
    silent: float
    """Minutes of silent work."""
    attendance: int
    counted: bool
    """Whether that many were here; else they were only expected."""
    waits: tuple[Wait, ...]
    """The waits that count: those that were dropped are left out."""
    notes: tuple[Note, ...]
    norms_invoked: tuple[str, ...]
    voices: int
    """How often somebody was counted as speaking."""
    heard: int
    """How many were counted so."""
    led: dict[str, float]
    """Minutes by who led."""
    goals: tuple[Goal, ...]
    evidence: tuple[Evidence, ...]
    gaps: tuple[Gap, ...] = ()
    """Stretches without the program, those that do not count included."""
    watched: str = ""
    """The id of the norm to watch; empty where none was."""
    norm_checks: tuple[NormCheck, ...] = ()
    """What the group said of it."""
    waits_marked: int = 0
    """How many waits were marked, those that were left out included."""
    sensitive: bool = False
    """Whether it was a difficult conversation."""
    aftercare: str = ""
    """What was planned for after it."""
    free: int = 0
    """Booked minutes that were left over, where not all of them were planned."""

    @property
    def waits_reached(self) -> int:
        """How many waits lasted to their own target."""
        return sum(wait.reached for wait in self.waits)

    @property
    def median_wait(self) -> int | None:
        """The median length of a wait in whole seconds; None without any."""
        return whole_seconds(median(wait.lasted for wait in self.waits)) if self.waits else None

    @property
    def longest_wait(self) -> Wait | None:
        """The longest of the waits, the first of several; None without any."""
        return max(self.waits, key=lambda wait: wait.lasted, default=None)

    @property
    def people_told(self) -> str:
        """How many came, in words; that many were only expected where nobody counted."""
        known = self.attendance or self.counted
        return people(self.attendance, counted=self.counted) if known else "not told"

    @property
    def over(self) -> float:
        """Minutes the session ran longer than planned; below zero if shorter."""
        return self.ran - self.planned

    @property
    def quoted(self) -> tuple[str, ...]:
        """What was captured and then released, with consent."""
        return tuple(n.text for n in self.notes if n.kind is NoteKind.CAPTURE and n.released)

    def count(self, kind: NoteKind) -> int:
        """How many marks, captures or parked questions there are."""
        return sum(note.kind is kind for note in self.notes)


def session_facts(state: SessionState) -> SessionFacts:
    """The facts of a session, as far as it has come. Gaps taken out do not count."""
    parts = tuple(_part_facts(state, run) for run in state.runs)
    blocks = tuple(
        _block_facts(block.title, [part for part in parts if part.block == block.id])
        for block in state.blocks
    )
    voices = tally(state)
    end, over, agreed = state.started.planned_end, over_at(state), end_agreed(state)
    apart = apart_from_plan(state, over) if end and over and not agreed else None
    return SessionFacts(
        session=state.started.session,
        title=state.started.title,
        began_at=state.began_at,
        ended_at=over,
        started_late=minutes_after(state.started.planned_start, state.began_at),
        ended_late=apart.minutes if apart else minutes_after(end, over),
        after_agreed=minutes_after(state.planned_end, over) if agreed else None,
        parts=parts,
        blocks=blocks,
        planned=sum(part.planned for part in parts),
        ran=sum(part.ran + part.directions for part in parts),
        silent=sum(part.ran for part in parts if part.silent),
        attendance=state.attendance,
        counted=state.counted,
        waits=tuple(wait for wait in state.waits if not wait.dropped),
        notes=state.notes,
        norms_invoked=state.invoked,
        voices=voices.times,
        heard=voices.heard,
        led=_led(state),
        goals=state.started.goals,
        evidence=state.started.evidence,
        gaps=state.gaps,
        watched=state.watched,
        norm_checks=state.norm_checks,
        waits_marked=len(state.waits),
        sensitive=state.started.sensitive,
        aftercare=state.aftercare,
        free=apart.free if apart else 0,
    )


def _taken_out(state: SessionState) -> list[Gap]:
    return [gap for gap in state.gaps if not gap.counts]


def _led(state: SessionState) -> dict[str, float]:
    led = dict(state.led)
    for gap in _taken_out(state):
        led[gap.lead] = led.get(gap.lead, 0.0) - gap.ran
    return {who: seconds / 60 for who, seconds in led.items() if seconds > 0}


def _part_facts(state: SessionState, run: PartRun) -> PartFacts:
    gaps = [gap for gap in _taken_out(state) if gap.part == run.part.id]
    ran = run.seconds(state.elapsed) - sum(gap.ran for gap in gaps)
    directions = run.direction_seconds(state.elapsed) - sum(gap.directions for gap in gaps)
    return PartFacts(
        id=run.part.id,
        name=run.part.title,
        block=run.part.block,
        planned=run.part.minutes,
        ran=max(0.0, ran) / 60,
        directions=max(0.0, directions) / 60,
        silent=run.part.silent,
        skipped=run.stage is Stage.SKIPPED or run.began is None,
        protected=run.part.protected,
        began=run.began,
    )


def _block_facts(title: str, parts: list[PartFacts]) -> BlockFacts:
    return BlockFacts(
        title=title,
        planned=sum(part.planned for part in parts),
        ran=sum(part.ran + part.directions for part in parts),
        skipped=all(part.skipped and not part.ran for part in parts),
    )


def minutes_after(planned: datetime | None, really: datetime | None) -> int | None:
    """Whole minutes after what was planned; below zero if before, None where nothing was."""
    if planned is None or really is None:
        return None
    return minutes_told(planned, really)
