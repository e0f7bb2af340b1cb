"""Models of professional learning: the longer ways of working that single sessions are part of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model, Text

FIT_QUESTIONS: tuple[str, ...] = (
    "What does the team want to reach?",
    "How ready are they for this way of working?",
    "How much time is truly their own?",
    "Who else is in the room, and who is missing?",
    "Which people, money and material are there for it?",
    "How will a change be seen?",
)
"""What to ask before choosing one; the answers make the plan's fit note (requirements C-23)."""


class ProfessionalLearning(Model):
    """One model of professional learning: the round it goes through, how long, and for whom."""

    kind: Literal["model"] = "model"
    id: Id
    name: Line
    cycle: tuple[Line, ...] = Field(min_length=2, max_length=12)
    """The parts of one round, in their order."""
    sessions: Line
    """How many meetings it takes, and over how long."""
    fits: Line
    """What it is good for."""
    protocols: tuple[Id, ...] = ()
    """Protocols that suit its sessions, by id; none is a model that needs no particular one."""
    credit: Line
    """Whose it is."""
    sources: tuple[Line, ...] = ()
    """Where to read about it, as text; never opened by the program."""
    note: Text = ""
