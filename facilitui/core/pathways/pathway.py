"""Pathways: a certification or programme as data, in our words, with its source and version."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, model_validator

from facilitui.core.base import Id, Line, Model, Text
from facilitui.core.errors import Faults
from facilitui.core.pathways.faults import faults_of
from facilitui.core.pathways.file_texts import AS_KEPT, SaidLine, SaidText
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.words import Holder
from facilitui.core.vocabulary import Role


class Gate(Model):
    """What moving on from a phase depends on: requirements, and the programme's decision."""

    text: SaidLine
    """In the programme's sense and our words."""
    needs: tuple[Id, ...] = Field(min_length=1, max_length=100)
    """Requirements of its phase."""
    row: Line = ""


class Phase(Model):
    """One stage of a pathway, in its order."""

    id: Id
    name: SaidLine
    purpose: Line = ""
    row: Line = ""
    requirements: tuple[Requirement, ...] = Field(min_length=1, max_length=100)
    gate: Gate | None = None


class RubricUse(Model):
    """The rubric whose scores count, and which of its areas have priority."""

    id: Id | None = None
    """None where the programme's own is not public: any rubric that was scored with is taken."""
    priority: tuple[Id, ...] = ()
    """Its priority areas as the programme prints them; empty where it prints none."""
    source: Line = ""
    since: date | None = None


class RoleName(Model):
    """What the programme calls a role, and which roles here count as it."""

    id: Id
    name: SaidLine
    roles: tuple[Role, ...] = Field(min_length=1)
    row: Line = ""


class Card(Model):
    """Something the programme says that is to be read and not ticked off."""

    id: Id
    name: SaidLine
    text: SaidText
    rows: tuple[Line, ...] = ()


class Practice(Model):
    """One practice or competency of a domain."""

    id: Id
    text: SaidLine
    row: Line = ""


class Domain(Model):
    """An area of the work that a framework names."""

    id: Id
    name: SaidLine
    row: Line = ""
    practices: tuple[Practice, ...] = ()


class Item(Model):
    """One item of a checklist."""

    id: Id
    text: SaidLine
    week: int | None = Field(default=None, ge=0, le=60)
    """Counted from the launch; 0 is before it."""
    row: Line = ""

    @property
    def called(self) -> str:
        """What it says, behind the week that it is of."""
        if self.week is None:
            return self.text
        return f"{f'Week {self.week}' if self.week else 'Before the launch'}: {self.text}"


class Checklist(Model):
    """Items to be done, some of them by week."""

    id: Id
    name: SaidLine
    items: tuple[Item, ...] = Field(min_length=1, max_length=200)


class Part(Model):
    """One part of a document."""

    id: Id
    name: SaidLine
    ask: Line = ""
    words: int | None = Field(default=None, ge=1, le=20_000)
    """At most so many, where the programme prints a limit."""
    row: Line = ""


class DocumentForm(Model):
    """A document that the programme asks for, part by part in their order."""

    id: Id
    name: SaidLine
    reader: Line = ""
    """Who reads it."""
    parts: tuple[Part, ...] = Field(min_length=1, max_length=30)
    row: Line = ""


class CyclePart(Model):
    """One part of a cycle, such as Plan, Do, Study, Act."""

    id: Id
    name: SaidLine
    prompts: tuple[SaidLine, ...] = ()
    row: Line = ""


class Cycles(Model):
    """Rounds of the same parts."""

    name: SaidLine
    count: int = Field(ge=1, le=12)
    parts: tuple[CyclePart, ...] = Field(min_length=2, max_length=8)
    row: Line = ""


class Pathway(Model):
    """One programme's way.

    Raises Faults where an id is there twice, something is named that is not there, or requirements
    wait for each other.
    """

    said_in_files = ("kind",)
    kind: Literal["pathway"] = "pathway"
    id: Id
    name: SaidLine
    programme: SaidLine
    holder: Holder = Holder.PERSON
    source: SaidLine
    checked_on: date | None = None
    """When the source was last read."""
    version: Line = "1"
    note: Text = ""
    reader: Line = ""
    """Who at the programme reads the evidence."""
    rubric: RubricUse = Field(default_factory=RubricUse)
    roles: tuple[RoleName, ...] = ()
    cycles: Cycles | None = None
    phases: tuple[Phase, ...] = Field(min_length=1, max_length=20)
    domains: tuple[Domain, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    documents: tuple[DocumentForm, ...] = ()
    cards: tuple[Card, ...] = ()

    @model_validator(mode="after")
    def _whole(self, info: ValidationInfo) -> Pathway:
        if info.context is not AS_KEPT and (told := self.faults()):
            raise Faults(told)
        return self

    def faults(self) -> tuple[str, ...]:
        """What is wrong with it as a whole, as far as it could be read."""
        return faults_of(self)

    def requirement(self, id: str) -> Requirement | None:
        """The requirement of an id, of whatever phase."""
        return next((each for each in self.requirements if each.id == id), None)

    def phase_called(self, id: str) -> str:
        """What a phase is called; its id where there is none of that any more."""
        return next((each.name for each in self.phases if each.id == id), id)

    def document(self, id: str) -> DocumentForm:
        """The document of an id that a requirement names: none names one that is not there."""
        return next(each for each in self.documents if each.id == id)

    def checklist(self, id: str) -> Checklist:
        """The checklist of an id that a requirement names."""
        return next(each for each in self.checklists if each.id == id)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All of them, in the order of the phases."""
        return tuple(each for phase in self.phases for each in phase.requirements)
