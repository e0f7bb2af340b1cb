"""What of a journal may count for enrolments, reduced to what the rules ask for.

Days are those of the session's own zone; nothing here is read from a file or worked out twice. One
`Case` is read for all enrolments; `facilitui.core.pathways.progress` takes of it what counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.whose_words import Said
from facilitui.core.plans.plan_changes import SinceBegun
from facilitui.core.vocabulary import Mode, Role

ABOVE = "above the middle of the scale for how it worked"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: an entry of the journal, or a session."""

    entry: str
    """The entry's id; empty where a session has none."""
    session: str
    """Empty where it belongs to none."""
    on: date | None
    told: str
    """What it is called in a list, as it was written."""
    is_typed: bool = True
    """Whether people wrote that; False where nothing was written, and it goes by other words."""

    about: str = field(default="", compare=False)
    """What tells it, where it stands under a requirement, from others of its title and day: one's
    role, who observed, for which school. What is the same is the same whatever is told of it."""

    @property
    def key(self) -> str:
        """What it is sorted by as serving an enrolment."""
        return self.session or self.entry


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """A session that was run to its end or debriefed."""

    source: Source
    """Its debrief, where there is one."""
    role: Role | None = None
    """One's own, as its debrief says; None where there is none."""
    support: Support | None = None
    mode: Mode | None = None
    planned_with: frozenset[Role] | None = None
    """In which parts others planned it; None where nothing says so."""
    partners: frozenset[Partner] = frozenset()
    led: bool = False
    debriefed: bool = False
    place: str = ""
    """As its debrief tells it."""
    sensitive: bool | None = False
    """Whether it was a difficult conversation, whose title goes to nobody; None where nothing says
    so: it was run elsewhere, and debriefed before debriefs kept it."""
    begun: SinceBegun | None = None
    """What its plan changed of the agenda it began from; None where it began from none, or where
    no plan of it is kept here."""


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation by somebody else."""

    source: Source
    """With the day that it was observed."""
    role: Role
    mode: ObservationMode | None = None
    lacks: tuple[str, ...] = ()
    """What it lacks to count as one with feedback, in words."""
    rubric: RubricRef = field(default_factory=RubricRef)
    """What was scored with."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """By criterion."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What each criterion is called."""
    given_on: date | None = None
    """The day of the feedback."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What participants of one session answered."""

    source: Source
    responses: int
    effect: int
    """How many rated something of how the session worked above the middle of its scale."""
    growth: int
    """How many are surer now than before, or told what they tried since."""
    rated: int = 0
    """How many rated how the session worked at all."""
    surer: int = 0
    same: int = 0
    """How many are as sure now as before."""
    less: int = 0
    tried: int = 0
    """How many told what they tried since."""

    @property
    def told(self) -> str:
        """How the answers spread: "5 answered: 4 above the middle of the scale for how it worked;
        3 surer than before, 2 less sure"."""
        sure = (
            (self.surer, "surer than before"),
            (self.same, "the same"),
            (self.less, "less sure"),
        )
        parts = (
            f"{self.effect} {ABOVE}" if self.rated else "",
            ", ".join(f"{count} {what}" for count, what in sure if count),
            f"{self.tried} told what they tried since" if self.tried else "",
        )
        return ": ".join(
            filter(None, (f"{self.responses} answered", "; ".join(filter(None, parts))))
        )


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing logged under a requirement."""

    source: Source
    said: LogEntry
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """Everything of a journal that enrolments may be told from, each in the order of its days."""

    sessions: tuple[SessionHeld, ...] = ()
    observed: tuple[Observed, ...] = ()
    heard: tuple[Heard, ...] = ()
    logged: tuple[Logged, ...] = ()
    """Of all enrolments."""
    members: Mapping[str, tuple[RosterMember, ...]] = field(default_factory=dict)
    """By the enrolment; those whose roster was purged have none."""
    unread: tuple[Said, ...] = ()
    """What of the journal cannot be read, each a sentence: what is told may be too little."""

    def logged_for(self, enrolment: str) -> tuple[Logged, ...]:
        """What was logged for one enrolment, by its entry's id."""
        return tuple(each for each in self.logged if each.said.enrolment == enrolment)


@dataclass(frozen=True, slots=True)
class Window:
    """The days of one stay in a phase."""

    begins: date
    last: date | None = None
    """The last day that is in it; None while it lasts. One before it begins leaves no day."""

    def has(self, on: date | None) -> bool:
        """Whether something of that day is in it; what has no day is in none."""
        return on is not None and self.begins <= on and (self.last is None or on <= self.last)
