"""Norm sets: the agreements a group may start from and add to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model


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
