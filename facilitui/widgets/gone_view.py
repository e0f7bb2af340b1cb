"""What stands in place of something that is gone."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.told import capital
from facilitui.widgets.problem_lines import problem

GOES_BACK = "Nothing of it is shown any more; escape goes back."


def head_lines(title: str) -> t.Lines:
    """What it was, and not what it was called."""
    return [t.strong(title), t.BLANK]


def said_lines(told: str, width: int) -> t.Lines:
    """Why it is gone, and what leads away."""
    return [*problem(f"{capital(told)}.", width), t.BLANK, *t.wrapped(GOES_BACK, width)]
