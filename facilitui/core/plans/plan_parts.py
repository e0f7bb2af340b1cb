"""The smaller parts of a plan: who has a hand in it, how people are grouped, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from facilitui.core.base import Id, Line, LocalTime, Model, Text
from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.plans.plan_words import AtEase, Outlook, PlanLevel, SizeRule, Use
from facilitui.core.vocabulary import Role

LAST_SEQUENCE = 999_999
"""Far more often than anybody tells a calendar, and well within what those read."""

MOST_TOLD = 200
"""Dates to check in that are remembered as told; the oldest are forgotten first."""


class Comfort(Model):
    """How comfortable the group is with one thing that the session will ask of them."""

    item: Line
    level: AtEase | None = None
    """None where nobody said it, which is not the same as not yet."""

    @property
    def told(self) -> str:
        """The level in words."""
        return self.level.label if self.level else "not said"


class PlannedNorms(Model):
    """The norms a session starts from: sets from the library, and the group's own."""

    sets: tuple[Id, ...] = ()
    own: tuple[Norm, ...] = ()
    watch: Id | None = None
    """The one named at the start as the norm to watch."""
    room_for_own: bool = True
    """Whether the group is asked to add to them."""

    def all_of(self, known: Mapping[str, NormSet]) -> tuple[Norm, ...]:
        """The norms themselves: those of the sets that are known, then the group's own."""
        sets = (known[name].norms for name in self.sets if name in known)
        return (*(norm for each in sets for norm in each), *self.own)


class Person(Model):
    """Somebody with a part in the session."""

    name: Line
    role: Role = Role.CO_FACILITATOR


class PlannedWith(Model):
    """Time somebody spent planning with the facilitator; pathways count it."""

    person: Line
    role: Role = Role.PEER
    minutes: float = Field(default=0, ge=0, le=1440)


class Grouping(Model):
    """The size of the sub-groups that a block works in, chosen for this session."""

    size: int = Field(ge=2, le=60)
    rule: SizeRule = SizeRule.AT_LEAST


class ParallelGroup(Model):
    """One of several groups that do the same block at the same time, each with its own lead."""

    name: Line
    people: int = Field(default=0, ge=0, le=1000)
    """How many are in it; 0 is an equal share of those who are in no other."""
    lead: Line = ""
    place: Line = ""
    """A room, a corner, a link."""
    task: Line = ""


class StepMinutes(Model):
    """Minutes that somebody set for one pass of a protocol's step."""

    step: Id
    minutes: float = Field(gt=0, le=240)


class Visual(Model):
    """A picture or a film that is shown, and whose it is."""

    title: Line
    credit: Line = ""


class ImprovementLink(Model):
    """A part of an improvement plan that the session serves (requirements C-16 to C-20)."""

    text: Line
    level: PlanLevel = PlanLevel.SCHOOL
    goals: tuple[Id, ...] = ()
    """The plan's own goals that serve it."""


class LearningModel(Model):
    """The model of professional learning the session is part of, and why it fits (C-23)."""

    id: Id
    fit: Text = ""
    """How it fits the goals, the context, the readiness and the needs of this group."""


class Resource(Model):
    """Something that participants or facilitators work with (requirements C-21)."""

    name: Line
    where: Line = ""
    use: Use = Use.OPEN


class CheckIn(Model):
    """A date of an asynchronous session, and what people are asked then."""

    at: LocalTime
    """Local wall-clock time, without an offset, in the plan's zone."""
    prompt: Line = ""
    id: Id | None = None
    """What calendars know it by, wherever it is moved; a plan names those that have none."""


class Carried(Model):
    """A commitment of an earlier debrief that this session comes back to."""

    text: Text
    due: date | None = None
    entry: Line = ""
    """The journal's id of the debrief."""
    outlook: Outlook = Outlook.OPEN


class Asked(Model):
    """Something that participants asked for earlier, and what the plan does about it."""

    text: Line
    answer: Line = ""


class Dismissed(Model):
    """A check that somebody looked at and set aside, with the reason."""

    check: Line
    note: Line = ""


class CalendarRecord(Model):
    """What calendars were last told of this session, so that they take a later word over it."""

    uid: Line
    sequence: int = Field(default=0, ge=0, le=LAST_SEQUENCE)
    told: Line = ""
    """A digest of what was told; another one means another `sequence` (RFC 5545, 3.8.7.4)."""
    check_ins: tuple[CheckIn, ...] = Field(default=(), max_length=MOST_TOLD)
    """Those that were told, so that one that is dropped later can be called off."""
