"""Debrief frames: the questions that a reflection goes through, in their order."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

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


class FrameQuestion(Model):
    """One question of a frame."""

    id: Id
    ask: Line
    hint: Line = ""
    minutes: float = Field(default=4, gt=0, le=60)
    tells: Tells | None = None
    """None where nobody said it: such an answer stands in no report of single points."""


class Frame(Model):
    """One way of reflecting, with credit to whoever thought of it (facts §6)."""

    kind: Literal["frame"] = "frame"
    id: Id
    name: Line
    credit: Line
    provenance: Provenance
    best_for: Line = ""
    order: int = 100
    """Frames are offered lowest first."""
    questions: tuple[FrameQuestion, ...] = Field(min_length=1, max_length=12)
