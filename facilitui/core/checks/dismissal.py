"""Setting checks aside: somebody looked at one, and says why it may stay as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitui.core.checks.check import Check
from facilitui.core.plans.editing import changed
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Dismissed


@dataclass(frozen=True, slots=True)
class SortedOut:
    """The checks of a plan, divided by what somebody said to them."""

    open: tuple[Check, ...]
    dismissed: tuple[tuple[Check, str], ...]
    """Those set aside, each with the note."""


def sorted_out(plan: Plan, checks: Iterable[Check]) -> SortedOut:
    """Which checks are open and which are set aside."""
    notes = {each.check: each.note for each in plan.dismissed}
    still_open: list[Check] = []
    aside: list[tuple[Check, str]] = []
    for check in checks:
        if check.id in notes:
            aside.append((check, notes[check.id]))
        else:
            still_open.append(check)
    return SortedOut(tuple(still_open), tuple(aside))


def with_dismissed(plan: Plan, check_id: str, note: str) -> Plan:
    """The plan with a check set aside, and why; a later note takes the place of the earlier.

    Any check can be: a block may be given to two leads at once, a protocol may come tomorrow.
    """
    others = (each for each in plan.dismissed if each.check != check_id)
    return changed(plan, dismissed=(*others, Dismissed(check=check_id, note=note)))


def without_dismissed(plan: Plan, check_id: str) -> Plan:
    """The plan with a check open again."""
    kept = tuple(each for each in plan.dismissed if each.check != check_id)
    return changed(plan, dismissed=kept) if len(kept) < len(plan.dismissed) else plan
