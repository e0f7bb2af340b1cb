"""What a part of an entry consists of: things said, each with what stands beside and below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitui.core.told import short_day

NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that an entry says."""

    text: str
    beside: str = ""
    """A word or a figure beside it."""
    below: tuple[str, ...] = ()
    """What belongs to it."""
    by_program: bool = False
    """Whether the program says it of what is written, and nobody wrote it."""
    is_hash: bool = False
    """Whether what is below is a hash: a document has it whole, a screen how it begins."""


@dataclass(frozen=True, slots=True)
class Section:
    """Things that belong together, under a heading."""

    heading: str
    said: tuple[Said, ...]


def hash_said(text: str, hashed: str) -> tuple[Said, ...]:
    """A hash under what it is one of; nothing where there is none."""
    return (Said(text, "", (hashed,), is_hash=True),) if hashed.strip() else ()


def on_day(day: date | None) -> str:
    """A day in words, or that nobody told it."""
    return short_day(day) if day is not None else NOT_TOLD


def some(*texts: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(text for text in texts if text.strip())
