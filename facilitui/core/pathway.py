"""Pathways: a certification or programme as data.

So far a pathway names its phases and what each asks for, to be read; what counts towards it is
computed from the journal once the pathway engine exists.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model, Text


class Requirement(Model):
    """Something a phase asks for."""

    id: Id
    text: Line
    row: Line = ""
    """Where the programme's own document says so."""
    count: int | None = Field(default=None, ge=1)
    """How many, where the programme prints a number; never invented."""


class Phase(Model):
    """One stage of a pathway, in its order."""

    id: Id
    name: Line
    purpose: Line = ""
    requirements: tuple[Requirement, ...] = ()
    gate: Line = ""
    """What moving on depends on, in the programme's sense and our words."""


class Pathway(Model):
    """One programme's way to its credential."""

    kind: Literal["pathway"] = "pathway"
    id: Id
    name: Line
    programme: Line
    source: Line
    version: Line = "1"
    note: Text = ""
    phases: tuple[Phase, ...] = Field(min_length=1)
