"""By when a commitment is to be kept, as it is typed and told."""

from __future__ import annotations

from datetime import date

from facilitui.services.forms.moments import day, told_day


def due_typed(text: str, today: date) -> date | None:
    """The date that was typed, None where the line was emptied. Raises ValueError."""
    return day(text, today, "the date")


def due_told(due: date | None, today: date) -> str:
    """How it was understood."""
    if due is None:
        return "The commitment has no date."
    return f"By {told_day(due)}{', which is past' if due < today else ''}."
