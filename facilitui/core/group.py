"""Groups that meet again: who is in them, the norms they agreed on, what they asked for."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Model, Text
from facilitui.core.norms import Norm


class Member(Model):
    """Somebody of the group."""

    name: Line
    role: Line = ""


class NormsVersion(Model):
    """The norms as the group agreed on them at one time. A new word is a new version."""

    version: int = Field(ge=1)
    agreed: date | None = None
    session: Line = ""
    """The session in which they were agreed on, empty where it was none."""
    norms: tuple[Norm, ...] = ()


class Wish(Model):
    """Something that participants asked for, until a plan answers it."""

    text: Line
    session: Line = ""
    """The session after which it was asked for."""
    answered_in: Line = ""
    """The plan that answers it, empty while none does."""


class Group(Model):
    """A group that meets again. One TOML file in the home's `groups/`."""

    kind: Literal["group"] = "group"
    id: Id
    name: Line
    roster: tuple[Member, ...] = Field(default=(), max_length=1000)
    norms: tuple[NormsVersion, ...] = ()
    """Every version, the oldest first; none is ever changed."""
    wishes: tuple[Wish, ...] = ()
    note: Text = ""

    @model_validator(mode="after")
    def _versions_in_order(self) -> Self:
        versions = [each.version for each in self.norms]
        if versions != sorted(set(versions)):
            raise ValueError("the versions of the norms must grow")
        return self

    @property
    def current_norms(self) -> NormsVersion | None:
        """The norms in force, if any were agreed on."""
        return self.norms[-1] if self.norms else None
