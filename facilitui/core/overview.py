"""What Home shows, as plain values.

They are kept in a small file of their own, so that Home can be on the screen before a library,
a log or the journal has been read; so this module imports nothing that takes time to load.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

VERSION = 10
REVIEW = "review"
"""The kind of what is begun for answers to another person's journal."""
FORGOTTEN_AFTER = timedelta(hours=1)
"""So long after its planned end a session that nobody hosts is not only running over.

Who stays for a last word after the session ends it then; an hour later the room is empty.
"""


@dataclass(frozen=True, slots=True)
class Tick:
    """One of the four questions of the next session, answered or not."""

    label: str
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class Next:
    """The next session that is planned."""

    plan: str
    title: str
    start: str
    """ISO, with its offset; a day alone where no time is known."""
    end: str
    """Empty where no time is known."""
    audience: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Unended:
    """A session that has begun, and that nobody has ended."""

    session: str
    title: str
    began: str
    """ISO, with its offset."""
    planned_end: str
    """ISO, with its offset; empty where none is known."""
    step: int
    """Counted from 1; 0 where it stands at none."""
    steps: int
    hosted: bool
    """Whether another copy hosts it."""
    damaged: bool = False
    """Whether something in its log is not proved."""
    end_name: str = "planned end"
    """What its end is called: agreed on while it ran, planned, or only booked."""
    paused: bool = False
    """Whether its clock stands still."""

    def forgotten(self, now: datetime) -> bool:
        """Whether nobody ended it, though it is long over and nobody hosts it. `now` is aware."""
        if self.hosted or not self.planned_end:
            return False
        return now - datetime.fromisoformat(self.planned_end) > FORGOTTEN_AFTER


@dataclass(frozen=True, slots=True)
class ToDebrief:
    """A debrief to write or to complete, or scores that wait to be saved."""

    what: str
    """"debrief", "door", "lens" for that of another person, or "scores" for given scores."""
    session: str
    title: str
    when: str
    """ISO, with its offset; empty where no calendar holds it."""
    note: str
    damaged: bool = False
    """Whether something is wrong with its log, so that it may have to go on in a copy."""
    lens: str = ""
    """Whose debrief it is, where it is another person's."""
    observation: str = ""
    """The observation whose scores they are; empty for one's own, and for a debrief."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An entry of the journal that is half written: begun, or changed, and never saved."""

    kind: str
    """What it is in the journal; "slips" for answers that are being typed in, or REVIEW."""
    entry: str
    """The one that is being written; for a withdrawal, the one that it withdraws; for REVIEW, where
    those answers are kept."""
    session: str
    """Empty where it is about none."""
    title: str
    when: str
    """When its session was held, or when it was typed where it is of a pathway: ISO, empty where
    neither is known or no calendar holds it."""
    note: str

    @property
    def key(self) -> str:
        """What its row is known by."""
        return f"begun {self.kind} {self.entry}"


@dataclass(frozen=True, slots=True)
class Due:
    """A commitment."""

    when: str
    """ISO date, empty without one."""
    text: str
    entry: str


@dataclass(frozen=True, slots=True)
class PathwayStep:
    """What is next for an enrolment in a pathway."""

    enrolment: str
    """Its entry's id."""
    name: str
    """Whose it is; empty where nobody said."""
    pathway: str
    """What its pathway is called."""
    phase: str
    """What the current phase is called; empty before the first."""
    step: str
    """The one next step, or why none can be told; without its full stop."""
    file: str = ""
    """What is to be known of the pathway's file; empty where it says what it said."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A debrief."""

    entry: str
    title: str
    when: str
    minutes: str
    """How long it ran, as in a column of minutes; empty where nothing tells."""
    over: str
    session: str = ""
    """The session it is about."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Another plan, one that was changed lately."""

    plan: str
    title: str
    when: str
    """ISO date, empty without one."""
    outside: str = ""
    """Where its file lies if that is outside the home; else empty."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All of Home."""

    next: Next | None = None
    unended: tuple[Unended, ...] = ()
    """The newest first."""
    to_debrief: tuple[ToDebrief, ...] = ()
    begun: tuple[Begun, ...] = ()
    """Those typed last first."""
    due: tuple[Due, ...] = ()
    pathways: tuple[PathwayStep, ...] = ()
    """Of the open enrolments, those begun last first."""
    closed: int = 0
    """How many enrolments are over."""
    recent: tuple[Recent, ...] = ()
    plans: tuple[Planned, ...] = ()
    problems: tuple[str, ...] = ()
    groups: int = 0
    """How many groups there are that meet again."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all yet."""
        begun = (self.unended, self.to_debrief, self.begun, self.due, self.pathways)
        return not any((self.next, *begun, self.recent, self.plans))


def to_json(overview: Overview) -> dict[str, Any]:
    """An overview as JSON can hold it."""
    return {"version": VERSION, **asdict(overview)}


def from_json(data: Any) -> Overview | None:
    """The overview that was kept, or None if it is of another version or damaged."""
    try:
        if data["version"] != VERSION:
            return None
        return Overview(
            next=_next(data["next"]) if data["next"] else None,
            unended=tuple(Unended(**each) for each in data["unended"]),
            to_debrief=tuple(ToDebrief(**each) for each in data["to_debrief"]),
            begun=tuple(Begun(**each) for each in data["begun"]),
            due=tuple(Due(**each) for each in data["due"]),
            pathways=tuple(PathwayStep(**each) for each in data["pathways"]),
            recent=tuple(Recent(**each) for each in data["recent"]),
            plans=tuple(Planned(**each) for each in data["plans"]),
            problems=tuple(str(each) for each in data["problems"]),
            groups=int(data["groups"]),
            closed=int(data["closed"]),
        )
    except (TypeError, KeyError):
        return None


def _next(data: dict[str, Any]) -> Next:
    ticks = tuple(Tick(**tick) for tick in data["ticks"])
    return Next(**{**data, "ticks": ticks})
