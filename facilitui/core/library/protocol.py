"""Protocols: named structures with timed steps.

A protocol file gives each step the shortest, the usual and the longest time it is good for.
Steps marked with a cycle repeat as a block, once for every member of the largest sub-group
(or for every round, question, station or group).
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal, Self

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Model, Text
from facilitui.core.vocabulary import (
    Family,
    Mode,
    Per,
    Provenance,
    Purpose,
    Question,
    Silence,
    TurnsFor,
    Who,
)


class Step(Model):
    """One timed part of a protocol. Minutes are for one pass."""

    id: Id
    name: Line
    short: Line = ""
    """A name of at most 23 characters, where the full one is longer."""
    min: float = Field(gt=0, le=240)
    ideal: float = Field(gt=0, le=240)
    max: float = Field(gt=0, le=240)
    who: Who
    silence: Silence = Silence.NONE
    say: Line = ""
    """What the facilitator says, at most 25 words."""
    show: Line = ""
    """What the room reads, at most 12 words."""
    watch: Line = ""
    """What only the host should look out for."""
    question: Question | None = None
    """Set where the step asks something, so that a wait target can be offered."""
    cycle: str = ""
    turn_minutes: float | None = Field(default=None, gt=0, le=60)
    """Set where the step is made of equal turns, each with its own clock."""
    turns: TurnsFor = TurnsFor.FIXED
    """Who has one of those turns, so that they follow the size of the sub-group."""
    debrief: bool = False
    """Process debriefs are the step most often cut, so they are protected (facts §3.8)."""

    @model_validator(mode="after")
    def _minutes_in_order(self) -> Self:
        if not self.min <= self.ideal <= self.max:
            raise ValueError(
                f"min, ideal and max must grow, but are {self.min:g}, {self.ideal:g}, {self.max:g}"
            )
        return self

    @property
    def silent(self) -> bool:
        """Whether nobody speaks in it."""
        return self.silence is Silence.ALL

    @property
    def protected(self) -> bool:
        """Whether it gives up time only when everything else has (design §3)."""
        return self.silent or self.debrief

    @property
    def short_name(self) -> str:
        """The name that fits a narrow column."""
        return self.short or self.name


class Cycle(Model):
    """How often the steps marked with its letter repeat."""

    id: str = Field(pattern=r"^[A-Z]$")
    times: int = Field(ge=1, le=60)
    """Used as it is, except per participant, where the largest sub-group decides."""
    per: Per


class Group(Model):
    """How many people a protocol is good for."""

    min: int = Field(ge=1, le=1000)
    max: int = Field(ge=1, le=1000)
    ideal: int = Field(ge=1, le=1000)
    sub: int | None = Field(default=None, ge=2, le=60)
    """The size of a sub-group, for protocols that work in several at once."""
    default: int = Field(ge=1, le=1000)
    """How many are assumed while nothing else is known."""


class Protocol(Model):
    """One protocol, in our own words, with credit where it is due."""

    kind: Literal["protocol"] = "protocol"
    id: Id
    name: Line
    family: tuple[Family, ...] = Field(min_length=1)
    purposes: tuple[Purpose, ...] = Field(min_length=1)
    purpose: Line
    modes: tuple[Mode, ...] = (Mode.IN_PERSON, Mode.ONLINE, Mode.HYBRID)
    group: Group
    roles: tuple[Line, ...] = ()
    origin: Line
    """Whom it is after."""
    terms: Line = ""
    """What its owner allows, as far as we know."""
    sources: tuple[Line, ...] = ()
    """Where to read about it, as text; never opened by the program."""
    provenance: Provenance
    pitfalls: tuple[Line, ...] = ()
    note: Text = ""
    cycles: tuple[Cycle, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [step.id for step in self.steps]
        if doubled := {each for each in ids if ids.count(each) > 1}:
            raise ValueError(f"two steps have the id {sorted(doubled)[0]}")
        known = {cycle.id for cycle in self.cycles}
        runs = [letter for letter, _ in groupby(step.cycle for step in self.steps) if letter]
        if missing := set(runs) - known:
            raise ValueError(f"cycle {sorted(missing)[0]} is used by a step but not described")
        if len(runs) != len(set(runs)):
            raise ValueError("the steps of a cycle must follow one another")
        return self

    def cycle_of(self, step: Step) -> Cycle | None:
        """The cycle a step repeats in, if any."""
        return next((cycle for cycle in self.cycles if cycle.id == step.cycle), None)
