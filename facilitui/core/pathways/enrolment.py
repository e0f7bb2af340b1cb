"""Enrolments: one person's or one group's way through a pathway, as the journal keeps it.

An enrolment names the very file that it was begun with, by the digest of what that said: a pathway
that changes while people are enrolled scores nothing anew by itself.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from facilitui.core.base import Line, Record, Text
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.words import Holder

KIND = "enrolment"
"""What an enrolment is called in the journal."""


class Entered(Record):
    """That a phase was entered."""

    phase: Line
    on: date
    lacked: tuple[Line, ...] = ()
    """The texts of what was not met then, of the gate before it or of phases that were left out."""
    reason: Text = ""
    """Why it was entered all the same."""


class PriorityAreas(Record):
    """The areas that the programme designated as priorities, and who said so (A-44)."""

    rubric: RubricRef = Field(default_factory=RubricRef)
    areas: tuple[Line, ...] = Field(min_length=1, max_length=60)
    """Ids of the rubric's criteria."""
    names: dict[Line, Line] = Field(default_factory=dict)
    """What each is called, by its id, so that a changed rubric changes nothing here."""
    source: Line
    on: date | None = None
    """Since when; None only for areas of a file that does not say."""


class SetAside(Record):
    """That a requirement is not asked of this enrolment, or waits for an opportunity."""

    requirement: Line
    waits: bool = False
    asked: bool = False
    """Whether it is neither from that day on: it is asked again."""
    reason: Text = ""
    on: date

    @property
    def is_over(self) -> bool:
        """Whether it ends what was stated before."""
        return self.asked


class OwnRule(Record):
    """A score gate as the programme stated it to this enrolment, in place of the file's."""

    requirement: Line
    at_least: int | None = Field(default=None, ge=1, le=9)
    """None where the file's rule holds again from that day on."""
    one_at_least: int | None = Field(default=None, ge=1, le=9)
    source: Line = ""
    on: date

    @property
    def is_over(self) -> bool:
        """Whether it ends what was stated before."""
        return self.at_least is None


class Serves(Record):
    """Whether something counts for this enrolment: a session, or an observation without one."""

    key: Line
    """The session's id; that of the journal's entry where it belongs to no session here."""
    counts: bool = True


class School(Record):
    """A school that a group works for. Its id outlives what it is called."""

    id: Line
    name: Line


class Enrolment(Record):
    """One person's or group's way through a pathway."""

    name: Line = ""
    """The person's or the group's."""
    holder: Holder = Holder.PERSON
    pathway: Line = ""
    pathway_name: Line = ""
    version: Line = ""
    digest: Line = ""
    """Of what the pathway's file said (`facilitui.core.pathways.snapshot`)."""
    started_on: date | None = None
    group: Line = ""
    """The id of the group that meets here, where it is one."""
    schools: tuple[School, ...] = Field(default=(), max_length=200)
    parameters: dict[Line, Line] = Field(default_factory=dict)
    """What else the programme asks of whoever enrols, by its name: sector, place, cohort."""
    entered: tuple[Entered, ...] = ()
    """Every phase that was entered, in the order of time; the last one is the current one."""
    areas: tuple[PriorityAreas, ...] = ()
    """As they were entered, the newest last; that one stands."""
    aside: tuple[SetAside, ...] = ()
    """As they were stated, of each requirement the newest last."""
    rules: tuple[OwnRule, ...] = ()
    """As they were stated, of each requirement the newest last."""
    serves: tuple[Serves, ...] = ()
    """What somebody sorted, by their keys; nothing else counts."""
    closed_on: date | None = None
    reason: Text = ""
    """Why this revision was made; empty for the first."""
    takes_back: Line = ""
    """The hash of the revision that this one takes back; empty where it takes none back."""

    @property
    def phase(self) -> str:
        """The id of the current phase; empty before the first."""
        return self.entered[-1].phase if self.entered else ""

    @property
    def counted(self) -> frozenset[str]:
        """The keys of what counts."""
        return frozenset(each.key for each in self.serves if each.counts)

    @property
    def decided(self) -> frozenset[str]:
        """The keys of what was sorted, whether it counts or not."""
        return frozenset(each.key for each in self.serves)
