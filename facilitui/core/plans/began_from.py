"""What a plan began from: an agenda in outline, as it was on that day.

It stays true whatever becomes of the agenda's own file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Minutes, Model


class GoalThen(Model):
    """A goal of the agenda."""

    id: Id
    text: Line


class BlockThen(Model):
    """A block of the agenda."""

    id: Id
    title: Line
    minutes: Minutes = 10
    protocol: Id | None = None


class BeganFrom(Model):
    """An agenda in outline."""

    agenda: Line = ""
    """Its name in the library, or that of the file it was taken from."""
    title: Line = ""
    on: date | None = None
    """The day the plan began."""
    goals: tuple[GoalThen, ...] = Field(default=(), max_length=40)
    blocks: tuple[BlockThen, ...] = Field(default=(), max_length=400)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        _refuse_doubled("goals", (each.id for each in self.goals))
        _refuse_doubled("blocks", (each.id for each in self.blocks))
        return self

    @property
    def called(self) -> str:
        """What the agenda is called; its name where it had no title."""
        return self.title if self.title.strip() else self.agenda


def _refuse_doubled(what: str, ids: Iterable[str]) -> None:
    seen = set[str]()
    for each in ids:
        if each in seen:
            raise ValueError(f"two {what} have the id {each}")
        seen.add(each)
