"""Reading what was typed into a protocol's forms: each fault in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Read

MOST_IN_SHORT = 23
"""Characters of a short name, which must fit a narrow column."""
MOST_IN_SUB = 60


def name(of: str) -> Read:
    """A reader of names that are not left empty."""

    def read(typed: str) -> str:
        if not typed.strip():
            raise ValueError(f"{of} needs a name")
        return r.line(typed, "name")

    return read


def short(typed: str) -> str:
    """A name for a narrow column. Raises ValueError."""
    if len(typed.strip()) > MOST_IN_SHORT:
        raise ValueError(f"a short name has at most {MOST_IN_SHORT} characters")
    return typed.strip()


def whole(what: str, least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers within bounds."""

    def read(typed: str) -> int:
        value = r.count(typed, what, most)
        if value < least:
            raise ValueError(f"{what} is a whole number from {least} to {most}")
        return value

    return read


def sub_group(typed: str) -> int | None:
    """How many sit together, None where all do. Raises ValueError."""
    return whole("a sub-group", 2, MOST_IN_SUB)(typed) if typed.strip() else None
