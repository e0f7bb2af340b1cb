"""Debrief frames: the questions that a reflection goes through, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Model
from facilitui.core.vocabulary import Provenance
from facilitui.core.words import Word


class Tells(Word):
    """What the answer to a question tells, so that it finds its place in a report."""

    LEARNING = "learning"
    CHALLENGE = "challenge"
    SUCCESS = "success"
    NEXT = "next", "Next step"
    CHANGE = "change", "What to change"
    """What was hard, told as what follows from it: a challenge and a next step."""
    OWN = "own", "The facilitator's own"
    """Something that stays in the debrief."""


DOOR = "door"
"""What the two-minute form is called, as if it were a frame."""
MOMENT_AT_DOOR, CHANGE_AT_DOOR = f"{DOOR}.moment", f"{DOOR}.change"
"""The ids of its answers."""
_AT_THE_DOOR = {MOMENT_AT_DOOR: Tells.OWN, CHANGE_AT_DOOR: Tells.CHANGE}


def told_by(answer: str, tells: Mapping[str, Tells]) -> Tells | None:
    """What the answer of an id tells, as the frames' data say it; None where nobody said it."""
    return (_AT_THE_DOOR | dict(tells)).get(answer)


class FrameQuestion(Model):
    """One question of a frame."""

    id: Id
    ask: Line
    hint: Line = ""
    minutes: float = Field(default=4, gt=0, le=60)
    tells: Tells | None = None
    """None where nobody said it: such an answer stands in no report of single points."""


class Frame(Model):
    """One way of reflecting, with credit to whoever thought of it (facts §6).

    Raises ValueError where it is called as the two-minute form is, whose answers it would show.
    """

    kind: Literal["frame"] = "frame"
    id: Id
    name: Line
    credit: Line
    provenance: Provenance
    best_for: Line = ""
    order: int = 100
    """Frames are offered lowest first."""
    questions: tuple[FrameQuestion, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _called_otherwise(self) -> Frame:
        if self.id == DOOR:
            raise ValueError(f"id must not be {DOOR}: the two-minute form is called that")
        return self
