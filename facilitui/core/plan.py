"""Plans: audience, goals, agenda and evidence of one session."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal, Self

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Minutes, Model, Text
from facilitui.core.norms import Norm
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Role

ALL_GOALS = "all"
"""What a block names when it serves every goal."""


class Audience(Model):
    """Who the participants are: the first of the four questions."""

    who: Line = ""
    count: int = Field(default=0, ge=0, le=1000)
    """How many are expected; 0 while that is not known."""
    experience: Line = ""
    needs: Line = ""
    """What makes it easier for them: readiness, comfort, access."""


class Goal(Model):
    """What participants should know or be able to do afterwards."""

    id: Id
    text: Line
    kind: GoalKind = GoalKind.KNOW


class Block(Model):
    """One timed part of the agenda: an action, in the planning framework's sense."""

    id: Id
    title: Line
    kind: BlockKind = BlockKind.ACTIVITY
    minutes: Minutes = 10
    """What is planned; a protocol's steps are fitted into it as far as their minima allow."""
    min: Minutes | None = None
    max: Minutes | None = None
    goals: tuple[Id, ...] = ()
    """Ids of goals, or "all"."""
    lead: Line = ""
    protocol: Id | None = None
    pinned_start: time | None = None
    """A wall-clock time the block must start at; all other starts are computed."""
    protected: bool = False
    optional: bool = False
    say: Line = ""
    show: Line = ""
    watch: Line = ""
    note: Text = ""

    @model_validator(mode="after")
    def _minutes_in_order(self) -> Self:
        if self.min is not None and self.min > self.minutes:
            raise ValueError(f"min {self.min:g} is more than the {self.minutes:g} minutes planned")
        if self.max is not None and self.max < self.minutes:
            raise ValueError(f"max {self.max:g} is less than the {self.minutes:g} minutes planned")
        return self

    def serves(self, goal: Id) -> bool:
        """Whether the block is an action towards a goal."""
        return goal in self.goals or ALL_GOALS in self.goals


class Evidence(Model):
    """How the effect on some goals will be seen, when, and who collects it."""

    id: Id
    kind: EvidenceKind
    text: Line = ""
    when: Line = ""
    who: Line = ""
    goals: tuple[Id, ...] = ()

    def serves(self, goal: Id) -> bool:
        """Whether it shows something about a goal."""
        return goal in self.goals or ALL_GOALS in self.goals


class PlannedNorms(Model):
    """The norms a session starts from: sets from the library, and the group's own."""

    sets: tuple[Id, ...] = ()
    own: tuple[Norm, ...] = ()
    watch: Id | None = None
    """The one named at the start as the norm to watch."""
    room_for_own: bool = True
    """Whether the group is asked to add to them."""


class Person(Model):
    """Somebody with a part in the session."""

    name: Line
    role: Role = Role.CO_FACILITATOR


class PlannedWith(Model):
    """Time somebody spent planning with the facilitator; pathways count it."""

    person: Line
    role: Role = Role.PEER
    minutes: float = Field(default=0, ge=0, le=1440)


class Plan(Model):
    """The plan of one session. An agenda file is a plan without a date."""

    kind: Literal["plan"] = "plan"
    title: Line = ""
    purpose: Line = ""
    start: datetime | None = None
    """Local wall-clock time, without an offset; `zone` says where."""
    zone: Line = ""
    """An IANA name such as "America/Toronto"; empty is this machine's own zone."""
    minutes: Minutes = 60
    """The time there is."""
    mode: Mode = Mode.IN_PERSON
    place: Line = ""
    link: Line = ""
    sensitive: bool = False
    """A difficult conversation: kept out of anything shared unless released."""
    audience: Audience = Field(default_factory=Audience)
    goals: tuple[Goal, ...] = Field(default=(), max_length=40)
    blocks: tuple[Block, ...] = Field(default=(), max_length=400)
    evidence: tuple[Evidence, ...] = Field(default=(), max_length=80)
    norms: PlannedNorms = Field(default_factory=PlannedNorms)
    people: tuple[Person, ...] = ()
    planned_with: tuple[PlannedWith, ...] = ()
    materials: tuple[Line, ...] = ()
    note: Text = ""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.start is not None and self.start.tzinfo is not None:
            raise ValueError("start is a local time without an offset; say where in zone")
        for what, things in (("goals", self.goals), ("blocks", self.blocks)):
            ids = [thing.id for thing in things]
            if doubled := {each for each in ids if ids.count(each) > 1}:
                raise ValueError(f"two {what} have the id {sorted(doubled)[0]}")
        return self

    def goal(self, goal_id: str) -> Goal | None:
        """The goal of that id, if there is one."""
        return next((goal for goal in self.goals if goal.id == goal_id), None)
