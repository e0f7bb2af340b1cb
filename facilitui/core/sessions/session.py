"""The state of a session: what its events add up to.

Times within a session are `elapsed`: seconds since it began. A clock is never counted up; it is
the seconds that had run when it last stood, and the moment since when it runs again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from facilitui.core.bodies import HostAnchor, RecoveryApplied, SessionStarted
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.sessions.events import Head
from facilitui.core.told import whole_seconds
from facilitui.core.vocabulary import Question


class Stage(Enum):
    """How far a part has come."""

    AHEAD = "ahead"
    DIRECTIONS = "directions"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PartRun:
    """One part and how it has run so far."""

    part: Part
    minutes: float
    """What it is to take, after any change made while running."""
    stage: Stage = Stage.AHEAD
    ran: float = 0
    """Seconds its clock had run when it last stood."""
    since: float | None = None
    """Elapsed when its clock began to run again; None while it stands."""
    directions: float = 0
    """Seconds its directions have taken, once they are over."""
    shown: float | None = None
    """Elapsed when its directions began; None outside them."""
    began: float | None = None
    """Elapsed when it first was shown or started."""

    def seconds(self, elapsed: float) -> float:
        """How long its clock has run at a moment."""
        return self.ran + (max(0.0, elapsed - self.since) if self.since is not None else 0.0)

    def direction_seconds(self, elapsed: float) -> float:
        """How long its directions have taken at a moment."""
        now = max(0.0, elapsed - self.shown) if self.shown is not None else 0.0
        return self.directions + now

    @property
    def over_and_done(self) -> bool:
        """Whether nothing more is to come of it."""
        return self.stage in {Stage.DONE, Stage.SKIPPED}


class NoteKind(Enum):
    """What was kept for later."""

    MARK = "mark"
    CAPTURE = "capture"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Note:
    """A mark, a capture or a parked question, at its moment."""

    seq: int
    kind: NoteKind
    elapsed: float
    part: str
    """Id of the part that ran."""
    text: str = ""
    released: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """A deliberate silence."""

    seq: int
    part: str
    began: float
    target_seconds: float
    question: Question | None = None
    seconds: float | None = None
    """Its length; None while it is open."""
    dropped: bool = False
    """Whether its length means nothing: it was paused in, or the program did not run in it."""

    @property
    def lasted(self) -> int:
        """Its whole seconds; 0 while it is open."""
        return whole_seconds(self.seconds or 0.0)

    @property
    def reached(self) -> bool:
        """Whether its whole seconds come to its target; dropped or without one it shows nothing."""
        return not self.dropped and 0 < self.target_seconds <= self.lasted


@dataclass(frozen=True, slots=True)
class NormCheck:
    """What the group said of the norm to watch."""

    norm: str
    moment: NormMoment | None
    answer: NormAnswer | None
    elapsed: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which the program did not run."""

    seq: int
    part: str
    seconds: float
    counts: bool = True
    noticed: float = 0
    """Elapsed when it was over."""
    ran: float = 0
    """How much of it the part's clock ran."""
    directions: float = 0
    """How much of it were directions."""
    lead: str = ""
    """Who led meanwhile."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery that is in force."""

    seq: int
    elapsed: float
    part: str
    """Id of the part that ran."""
    body: RecoveryApplied


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything a view of a session is made of, save the time now."""

    head: Head = field(default_factory=Head)
    elapsed: float = 0
    """Of the last event."""
    at: datetime | None = None
    """When the last event happened, in UTC."""
    started: SessionStarted = field(default_factory=SessionStarted)
    began_at: datetime | None = None
    anchor: HostAnchor = field(default_factory=HostAnchor)
    anchor_elapsed: float = 0
    runs: tuple[PartRun, ...] = ()
    current: int | None = None
    """Which of `runs` is shown or running."""
    paused: bool = False
    ended_at: datetime | None = None
    ended_in: str = ""
    """Id of the part that ran when it was ended; empty between parts."""
    planned_end: datetime | None = None
    attendance: int = 0
    counted: bool = False
    """Whether `attendance` was taken; until then it is how many are expected."""
    aftercare: str = ""
    """What was planned for after a difficult conversation."""
    norms: tuple[Norm, ...] = ()
    own_norms: frozenset[str] = frozenset()
    """Ids of the norms that are the group's own, from the plan or added since."""
    watched: str = ""
    norm_checks: tuple[NormCheck, ...] = ()
    invoked: tuple[str, ...] = ()
    leads: dict[str, str] = field(default_factory=dict)
    """Who leads a block, where that was changed. Never changed in place."""
    led: dict[str, float] = field(default_factory=dict)
    """Seconds of running clock by who led them, the host without a name. Never changed in place."""
    wait: Wait | None = None
    waits: tuple[Wait, ...] = ()
    notes: tuple[Note, ...] = ()
    voices: tuple[int, ...] = ()
    """The seats that were heard, one for each time."""
    dismissed: frozenset[str] = frozenset()
    """Prompts that the host wants to see no more."""
    recoveries: tuple[Recovery, ...] = ()
    """Those that are in force, in the order they were applied in."""
    gaps: tuple[Gap, ...] = ()
    keys: tuple[int, ...] = ()
    """First events of the keys that can be taken back, the last one last."""
    unknown: tuple[str, ...] = ()
    """Kinds of events that this version cannot read."""
    unreadable: bool = False
    """Whether one of those might change the state: then the session is only shown."""

    @property
    def running(self) -> bool:
        """Whether the session has begun and not ended."""
        return self.began_at is not None and self.ended_at is None

    @property
    def now(self) -> PartRun | None:
        """The part that is shown or running."""
        return self.runs[self.current] if self.current is not None else None

    @property
    def ahead(self) -> tuple[PartRun, ...]:
        """The parts still to come, in order."""
        after = self.runs if self.current is None else self.runs[self.current + 1 :]
        return tuple(run for run in after if not run.over_and_done)

    @property
    def finished(self) -> bool:
        """Whether every part is done and only the end is left."""
        return self.began_at is not None and self.current is None and not self.ahead

    @property
    def blocks(self) -> tuple[AgendaBlock, ...]:
        """The agenda as it was planned."""
        return self.started.blocks

    def block_of(self, run: PartRun) -> AgendaBlock | None:
        """The block that a part belongs to."""
        return next((block for block in self.blocks if block.id == run.part.block), None)

    def lead_of(self, run: PartRun) -> str:
        """Who leads a part's block, as planned or as changed since."""
        block = self.block_of(run)
        return self.leads.get(run.part.block, block.lead if block else "")

    def index_of(self, part: str) -> int | None:
        """Where a part stands among `runs`."""
        return next((i for i, run in enumerate(self.runs) if run.part.id == part), None)

    @property
    def watched_norm(self) -> Norm | None:
        """The norm to watch, if there is one of that name."""
        return next((norm for norm in self.norms if norm.id == self.watched), None)

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """The marks, the captures or what was parked."""
        return tuple(note for note in self.notes if note.kind is kind)
