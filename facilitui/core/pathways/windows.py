"""Which days belong to which phase of an enrolment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facilitui.core.pathways.case import Window
from facilitui.core.pathways.enrolment import Enrolment


def windows_of(enrolment: Enrolment) -> Mapping[str, tuple[Window, ...]]:
    """By the phase all stays in it, the first one first. No day is in two of them.

    The day on which a later phase is entered still belongs to the one that is left: what met its
    gate stays with it, however soon somebody moves on. So only the phase that was entered first
    begins on its own day. The last one ends with the day on which the enrolment was closed.
    A damaged entry may name days that are not in order: then a day is of the phase that was
    entered last of all that had begun by then.
    """
    stays: dict[str, list[Window]] = {}
    last = enrolment.closed_on
    for at, each in reversed([*enumerate(enrolment.entered)]):
        begins = day_after(each.on) if at else each.on
        if begins is not None:
            stays.setdefault(each.phase, []).insert(0, Window(begins, last))
        last = each.on if last is None else min(last, each.on)
    return {phase: tuple(windows) for phase, windows in stays.items()}


def day_after(on: date) -> date | None:
    """The day from which on a phase counts that was not the first; None beyond all calendars."""
    return on + timedelta(days=1) if on < date.max else None
