"""Plans: audience, goals, agenda and evidence of one session."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from facilitui.core.base import Id, Line, LocalTime, Minutes, Model, Text
from facilitui.core.plans.began_from import BeganFrom
from facilitui.core.plans.check_ins import named
from facilitui.core.plans.plan_parts import (
    Asked,
    CalendarRecord,
    Carried,
    CheckIn,
    Comfort,
    Dismissed,
    Grouping,
    ImprovementLink,
    LearningModel,
    ParallelGroup,
    Person,
    PlannedNorms,
    PlannedWith,
    Resource,
    StepMinutes,
    Visual,
)
from facilitui.core.plans.plan_words import Outcome, ReadyItem
from facilitui.core.vocabulary import (
    BlockKind,
    EvidenceKind,
    GoalKind,
    Mode,
    Question,
    Silence,
    Who,
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

ALL_GOALS = "all"
"""What a block names when it serves every goal."""


class Audience(Model):
    """Who the participants are: the first of the four questions."""

    who: Line = ""
    count: int = Field(default=0, ge=0, le=1000)
    """How many are expected; 0 while that is not known."""
    roles: tuple[Line, ...] = Field(default=(), max_length=40)
    """Their own roles: teachers, counsellors, leaders."""
    experience: Line = ""
    needs: Line = ""
    """What makes it easier for them: readiness, access."""
    comfort: tuple[Comfort, ...] = Field(default=(), max_length=40)


class Goal(Model):
    """What participants should know or be able to do afterwards."""

    id: Id
    text: Line
    kind: GoalKind = GoalKind.KNOW
    outcomes: tuple[Outcome, ...] = ()


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
    first_step: Id | None = None
    """Where a protocol that was split begins again; its first step if left out."""
    last_step: Id | None = None
    pinned_start: time | None = None
    """A wall-clock time the block must start at; all other starts are computed."""
    protected: bool = False
    optional: bool = False
    who: Who | None = None
    """Who speaks or works in it, where it has no protocol; left out, its kind says."""
    silence: Silence = Silence.NONE
    question: Question | None = None
    """The kind of question that `say` asks, so that a wait target can be offered."""
    say: Line = ""
    show: Line = ""
    watch: Line = ""
    note: Text = ""
    grouping: Grouping | None = None
    """Sub-groups of another size than the protocol's own."""
    groups: tuple[ParallelGroup, ...] = Field(default=(), max_length=60)
    """Groups that do the whole block side by side."""
    steps: tuple[StepMinutes, ...] = Field(default=(), max_length=200)
    """Steps whose minutes were set by hand; all others are fitted."""

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


class Plan(Model):
    """The plan of one session. An agenda file is a plan without a date."""

    kind: Literal["plan"] = "plan"
    title: Line = ""
    purpose: Line = ""
    start: LocalTime | None = None
    """Local wall-clock time, without an offset; `zone` says where."""
    day: date | None = None
    """The day, where it is all that is known of the start."""
    zone: Line = ""
    """An IANA name such as "America/Toronto"; empty is this machine's own zone."""
    minutes: Minutes = 60
    """The time there is."""
    mode: Mode = Mode.IN_PERSON
    place: Line = ""
    link: Line = ""
    group: Id | None = None
    """The group that meets, one of the home's `groups/`."""
    sensitive: bool = False
    """A difficult conversation: kept out of anything shared unless released."""
    aftercare: Line = ""
    """What to come back to with people after a difficult conversation, asked in the debrief."""
    audience: Audience = Field(default_factory=Audience)
    goals: tuple[Goal, ...] = Field(default=(), max_length=40)
    blocks: tuple[Block, ...] = Field(default=(), max_length=400)
    parked: tuple[Block, ...] = Field(default=(), max_length=400)
    """Blocks that are kept but take no part."""
    evidence: tuple[Evidence, ...] = Field(default=(), max_length=80)
    norms: PlannedNorms = Field(default_factory=PlannedNorms)
    people: tuple[Person, ...] = ()
    planned_with: tuple[PlannedWith, ...] = ()
    materials: tuple[Line, ...] = ()
    visuals: tuple[Visual, ...] = ()
    ready: tuple[ReadyItem, ...] = ()
    """What has been ticked off."""
    check_ins: tuple[CheckIn, ...] = Field(default=(), max_length=60)
    """The dates of an asynchronous session after its opening."""
    carried: tuple[Carried, ...] = ()
    asked: tuple[Asked, ...] = ()
    improvement: tuple[ImprovementLink, ...] = ()
    learning_model: LearningModel | None = None
    research: tuple[Line, ...] = ()
    """What the design rests on, each a citation; none is allowed and shown."""
    resources: tuple[Resource, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    calendar: CalendarRecord | None = None
    began_from: BeganFrom | None = None
    """The agenda it is a copy of; None for a plan that began empty."""
    note: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _day_alone(cls, data: Any) -> Any:
        """A start without a time of day is a day: it never becomes midnight."""
        start = data.get("start") if isinstance(data, Mapping) else None
        alone = type(start) is date or (isinstance(start, str) and _DAY.fullmatch(start))
        return {**data, "start": None, "day": start} if alone else data

    @field_validator("check_ins")
    @classmethod
    def _named(cls, check_ins: tuple[CheckIn, ...]) -> tuple[CheckIn, ...]:
        return named(check_ins)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.goal(ALL_GOALS) is not None:
            raise ValueError(f"no goal can have the id {ALL_GOALS}, which stands for every goal")
        blocks = (*self.blocks, *self.parked)
        for what, things in (
            ("goals", self.goals),
            ("blocks", blocks),
            ("evidence measures", self.evidence),
            ("check_ins", self.check_ins),
        ):
            ids: list[str | None] = [thing.id for thing in things]
            if len(set(ids)) < len(ids):
                doubled = next(each for each in ids if ids.count(each) > 1)
                raise ValueError(f"two {what} have the id {doubled}")
        return self

    @property
    def planners(self) -> tuple[PlannedWith, ...]:
        """Those that minutes were planned with; one who is named without any may yet have none."""
        return tuple(each for each in self.planned_with if each.minutes > 0)

    def goal(self, goal_id: str) -> Goal | None:
        """The goal of that id, if there is one."""
        return next((goal for goal in self.goals if goal.id == goal_id), None)

    def block(self, block_id: str) -> Block | None:
        """The block of that id, in the agenda or parked, if there is one."""
        return next((b for b in (*self.blocks, *self.parked) if b.id == block_id), None)
