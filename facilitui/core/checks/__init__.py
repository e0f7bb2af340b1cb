"""Checks of a plan: what to look at again, each with a reason. Nothing is ever mended by itself."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.checks.check import Check, Weight, gravity
from facilitui.core.checks.conditions import conditions
from facilitui.core.checks.dismissal import (
    SortedOut,
    sorted_out,
    with_dismissed,
    without_dismissed,
)
from facilitui.core.checks.names import broken_names
from facilitui.core.checks.people import groups
from facilitui.core.checks.questions import open_questions
from facilitui.core.checks.subject import subject_of
from facilitui.core.checks.times import times
from facilitui.core.checks.voices import voices
from facilitui.core.checks.wording import wording
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.schedule import Slot
from facilitui.core.vocabulary import Question

__all__ = [
    "Check",
    "SortedOut",
    "Weight",
    "check_plan",
    "sorted_out",
    "with_dismissed",
    "without_dismissed",
]

_ALL = (broken_names, open_questions, conditions, times, groups, voices, wording)


def check_plan(
    plan: Plan,
    protocols: Mapping[str, Protocol],
    slots: tuple[Slot, ...] = (),
    waits: Mapping[Question, float] | None = None,
    blocks: tuple[AgendaBlock, ...] | None = None,
) -> tuple[Check, ...]:
    """Everything to look at again in a plan, the weightiest first, then as the agenda goes.

    `waits` are the targets of the plan's mode; `blocks` is the plan expanded, where that is done
    already. No two checks have the same id.
    """
    expanded = expand(plan, protocols) if blocks is None else blocks
    subject = subject_of(plan, protocols, expanded, slots, waits)
    found: dict[str, Check] = {}
    for checks in _ALL:
        for check in checks(subject):
            found.setdefault(check.id, check)
    return tuple(sorted(found.values(), key=gravity))
