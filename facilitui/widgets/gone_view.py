"""What stands in place of something that is gone."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.told import capital
from facilitui.widgets.problem_lines import problem

GOES_BACK = "Nothing of it is shown any more; escape goes back."
COMES_BACK = "It is shown here as soon as that can be read; escape goes back."
NOT_FRESH = "What is shown was read before. {}."


def head_lines(title: str) -> t.Lines:
    """What it was, and not what it was called."""
    return [t.strong(title), t.BLANK]


def said_lines(told: str, width: int) -> t.Lines:
    """Why it is gone, and what leads away."""
    return [*problem(f"{capital(told)}.", width), t.BLANK, *t.wrapped(GOES_BACK, width)]


def not_known_lines(told: str, width: int) -> t.Lines:
    """Why nothing of it can be shown now, though it is not gone, and what leads away."""
    return [*problem(f"{capital(told)}.", width), t.BLANK, *t.wrapped(COMES_BACK, width)]


def not_fresh_lines(told: str, width: int) -> t.Lines:
    """That what stands above is as it was read before, and why it cannot be read now."""
    return problem(NOT_FRESH.format(capital(told)), width)
