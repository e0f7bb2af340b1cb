"""Requirements: what a phase of a pathway asks for, one model a kind.

A number stands in a pathway only where the programme prints one: without `count` what is there is
told, and the programme decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model
from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.file_texts import SaidLine
from facilitui.core.pathways.words import FieldType, Per, Shows
from facilitui.core.vocabulary import Mode, Role

MOST = 1000
"""More than any programme asks for of one thing."""
STAFF = (Role.STAFF,)


class LogField(Model):
    """One thing that is written down each time."""

    id: Id
    ask: SaidLine
    type: FieldType = FieldType.LINE
    choices: tuple[SaidLine, ...] = Field(default=(), max_length=30)
    """What there is to choose from, or what the levels of a scale are called."""
    optional: bool = False
    private: bool = False
    """Whether what is written into it stays out of every paper that is taken along (D-16)."""


class Asking(Model):
    """What every requirement says."""

    id: Id
    text: SaidLine
    row: Line = ""
    """Where the programme's own document says so."""
    count: int | None = Field(default=None, ge=1, le=MOST)
    """How many, where the programme prints a number; never invented. Of what has a number of its
    own, such as the items of a checklist, there is none."""
    per: Per | None = None
    """What it is asked for anew."""
    wished: bool = False
    """Whether the programme looks for it and does not ask it."""
    by_opportunity: bool = False
    """Whether it depends on an opportunity that the programme gives: waiting for one is a state."""
    instead_of: Id | None = None
    """Another requirement of the phase that this one meets as well, once it is met."""
    needs: tuple[Id, ...] = Field(default=(), max_length=100)
    """Requirements of the phase that must be met before this one can be."""


class Sessions(Asking):
    """Sessions that were facilitated in one of some roles."""

    kind: Literal["sessions"]
    roles: tuple[Role, ...] = ()
    """Any of them; every role where empty."""
    support_at_most: Support | None = None
    modes: tuple[Mode, ...] = ()


class Planning(Asking):
    """Sessions planned together with somebody."""

    kind: Literal["planning"]
    roles: tuple[Role, ...] = STAFF
    """Who that was; any of them."""


class Debriefs(Asking):
    """Debriefs with somebody, or led by oneself."""

    kind: Literal["debriefs"]
    partners: tuple[Partner, ...] = ()
    led: bool = False
    """Whether only those count that one led oneself."""


class Observations(Asking):
    """Observations with feedback, of this phase alone."""

    kind: Literal["observations"]
    roles: tuple[Role, ...] = STAFF
    """Who observed and gave the feedback; any of them."""
    modes: tuple[ObservationMode, ...] = ()


class ScoreGate(Asking):
    """Levels reached on a rubric: the latest score of an area within the phase, by an observer."""

    kind: Literal["scores"]
    at_least: int = Field(ge=1, le=9)
    one_at_least: int | None = Field(default=None, ge=1, le=9)
    """What at least one of the areas has to reach."""
    roles: tuple[Role, ...] = STAFF
    areas: tuple[Id, ...] = ()
    """Criteria of the rubric; its priority areas where empty."""


class ParticipantFeedback(Asking):
    """Feedback of participants that shows something."""

    kind: Literal["feedback"]
    shows: tuple[Shows, ...] = Field(min_length=1)
    """All of them, in one session or in several."""


class Log(Asking):
    """Something that is written down whenever it happens: a contact, a request, an intervention."""

    kind: Literal["log"]
    fields: tuple[LogField, ...] = Field(min_length=1, max_length=12)
    current: bool = False
    """Whether only the newest stands of each that it is asked for anew; others are its versions."""
    upon: Id | None = None
    """A log of which one has to be there first, and which each of these names."""
    with_whom: Id | None = None
    """The choice among its fields that says with whom something was: how long ago the last of each
    was is told (D-22)."""


class EvidenceOf(Asking):
    """Evidence of one kind, with a file, a link or words."""

    kind: Literal["evidence"]
    fields: tuple[LogField, ...] = Field(default=(), max_length=12)


class CheckIns(Asking):
    """Dates at which a group meets about its work, each held or still to come."""

    kind: Literal["check_ins"]


class Attestation(Asking):
    """That something is so: a day, a note and a file if there is one."""

    kind: Literal["attestation"]
    parts: tuple[SaidLine, ...] = Field(default=(), max_length=12)
    """What it consists of, each with a day of its own; empty for one."""
    fields: tuple[LogField, ...] = Field(default=(), max_length=12)
    """What is written down with it, beside a note."""
    by_programme: bool = False
    """Whether it is the programme that says so: an acceptance, an approval."""
    beside_sessions: bool = False
    """Whether how many sessions the journal holds is told beside it (A-22)."""


class CredentialOf(Asking):
    """A credential that was received: a day, a file, a link."""

    kind: Literal["credential"]
    forms: tuple[SaidLine, ...] = Field(default=(), max_length=6)
    """Digital, in print."""


class Writing(Asking):
    """A document that is written part by part."""

    kind: Literal["document"]
    document: Id


class Deadline(Asking):
    """A day by which something is asked, once or over and over."""

    kind: Literal["deadline"]
    on: date | None = None
    """Where the programme prints it."""
    months: int | None = Field(default=None, ge=1, le=120)
    """After how many months it comes again."""


class ChecklistOf(Asking):
    """The items of a checklist."""

    kind: Literal["checklist"]
    checklist: Id


Requirement = Annotated[
    Sessions
    | Planning
    | Debriefs
    | Observations
    | ScoreGate
    | ParticipantFeedback
    | Log
    | EvidenceOf
    | CheckIns
    | Attestation
    | CredentialOf
    | Writing
    | Deadline
    | ChecklistOf,
    Field(discriminator="kind"),
]
"""A requirement of any kind."""
NOT_APART: Mapping[type[Asking], str] = {
    Sessions: "sessions",
    Planning: "plans",
    Debriefs: "debriefs",
    Observations: "observations",
    ScoreGate: "scores",
    ParticipantFeedback: "answers",
    Deadline: "deadlines",
}
"""What names no cycle, school or member in the journal, and can be asked for none of them anew."""
