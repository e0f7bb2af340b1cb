"""What is told once before a form is saved as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why somebody may want to go on with a form before it is saved, which it can be as it is."""

    told: str
    """A sentence without its full stop."""
    field: str = ""
    """Which field it is about; empty where it is about none."""
    lacking: tuple[str, ...] = ()
    """All fields that lack something."""


def no_doubt(values: Mapping[str, str]) -> Doubt | None:
    """Nothing has to be told."""
    return None
