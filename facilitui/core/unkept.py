"""What the disk does not take: told before somebody leaves without it, else printed at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unkept:
    """A text that is nowhere but in this run."""

    what: str
    """What it is called in a sentence, such as "this line"."""
    why: str
    """Why it cannot be kept."""
    text: str
    """The text itself, as a person can take it up again."""


def told(unkept: Sequence[Unkept], leaves: str) -> str:
    """Which key `leaves` without what cannot be kept, and why; none of what is in it."""
    first, others = unkept[0], len(unkept) - 1
    what = f"{first.what} and {others} more" if others else first.what
    return f"{leaves} without {what}: {first.why}"


def printed(unkept: Unkept) -> str:
    """What is printed where nobody could be asked any more."""
    return f"facilitui: {unkept.what} could not be kept: {unkept.why}. It says:\n{unkept.text}"
