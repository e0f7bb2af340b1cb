"""What a form offers to fill in: values that a person may take over, and never by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one thing."""

    name: str
    before: str
    after: str
    note: str = ""
    """Why it is not what one would expect."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Values for some lines of a form, with what would change if they were taken over."""

    word: str
    """What a key calls them."""
    question: str
    changes: tuple[Change, ...]
    sums: str
    """What all of it comes to, before and after."""
    values: Mapping[str, str]
    """By field."""
