"""What the commands print, as text that a terminal shows and never obeys, and how they end."""

from __future__ import annotations

import sys

from facilitui.core import safe_text
from facilitui.core.errors import FacilituiError, InputProblems

WELL, PROBLEM, WRONG_USAGE, CRASHED = 0, 1, 2, 70
"""The codes that a program ends with."""


def say(text: str = "") -> None:
    """Print what was asked for."""
    print(safe_text.lines(text))


def complain(text: str) -> None:
    """Print a problem."""
    print(safe_text.lines(text), file=sys.stderr)


def note(text: str) -> None:
    """Tell something about what was done, beside what was asked for."""
    if text:
        complain(f"facilitui: {safe_text.line(text)}")


def explain(error: FacilituiError) -> None:
    """Print why something could not be done; files that are wrong are named a line each."""
    if isinstance(error, InputProblems):
        complain(str(error))
    else:
        note(str(error))
