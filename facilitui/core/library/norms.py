"""Norm sets: the agreements a group may start from and add to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model
from facilitui.core.words import Word


class Norm(Model):
    """One agreement, short enough to be read aloud."""

    id: Id
    text: Line


class NormSet(Model):
    """Norms that belong together. Few is better: five to seven (facts §5)."""

    kind: Literal["norms"] = "norms"
    id: Id
    name: Line
    credit: Line = ""
    """Whose norms they are; sets of others are names only."""
    mode: Line = ""
    norms: tuple[Norm, ...] = Field(min_length=1)


class NormMoment(Word):
    """When the group is asked about the norm to watch (facts §5: once midway, once at the end)."""

    MIDWAY = "midway"
    END = "end"


class NormAnswer(Word):
    """What the group says of the norm to watch while the session runs."""

    KEPT = "kept"
    STRAINED = "strained"
    NOT_TODAY = "not_today"


class NormFate(Word):
    """What became of a norm, sorted in the debrief (facts §5)."""

    KEPT = "kept"
    STRAINED = "strained"
    BROKEN = "broken"
    REPAIRED = "repaired"
    RETIRED = "retired"
