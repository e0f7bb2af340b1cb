"""What the sides of the Plan screen ask of the screen, which alone changes the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from facilitui.core.draft import Draft
from facilitui.core.plans.plan import Plan

Make = Callable[[Plan], Plan]
"""Makes another plan of one. Raises ValueError with a sentence where that cannot be done."""


@dataclass
class EditWanted(Message):
    """Somebody wants to change the plan."""

    make: Make
    what: str
    """What undo calls it."""
    mark: str = ""
    """The block to be marked afterwards."""
    told: str = ""
    """What to say once it is done."""
    unchanged: str = ""
    """What to say where it changed nothing."""
    since: Draft[Plan] | None = None
    """Take back everything since this draft first, so that a retyped value is one change."""


@dataclass
class PlaceWanted(Message):
    """Somebody wants to see and change a place of the plan, such as "block opening"."""

    place: str


@dataclass
class Unable(Message):
    """A key can do nothing here."""

    why: str
