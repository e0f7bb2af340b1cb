"""Commitments of earlier debriefs that are still open, so that a plan can come back to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facilitui.core.debrief import Debrief
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import Carried
from facilitui.core.plan_words import Outlook

ENTRY_LENGTH = 300
"""As much of an entry's id as a plan keeps."""


def open_commitments(
    debriefs: Iterable[tuple[str, Debrief]], plans: Sequence[Plan]
) -> tuple[Carried, ...]:
    """What was promised and not settled yet, the soonest due first.

    `debriefs` come with their entries' ids, `plans` oldest first. A plan that says what became of
    a commitment settles it for good. What the last plan carries is still open as long as it says
    so, also where its debrief is not among these; where it is, the debrief's own words hold.
    """
    promised = {entry[:ENTRY_LENGTH]: debrief.commitment for entry, debrief in debriefs}
    found = [
        Carried(text=commitment.text.strip(), due=commitment.due, entry=entry)
        for entry, commitment in promised.items()
        if commitment.text.strip()
    ]
    found += [each for each in _last(plans) if each.entry not in promised]
    settled = {
        _key(each) for plan in plans for each in plan.carried if each.outlook != Outlook.OPEN
    }
    left = {_key(each): each for each in reversed(found) if _key(each) not in settled}
    return tuple(sorted(left.values(), key=_soonest))


def not_carried(plan: Plan, commitments: Iterable[Carried]) -> tuple[Carried, ...]:
    """Those that a plan does not come back to yet."""
    there = {_key(each) for each in plan.carried}
    return tuple(each for each in commitments if _key(each) not in there)


def _last(plans: Sequence[Plan]) -> tuple[Carried, ...]:
    carried = plans[-1].carried if plans else ()
    return tuple(each for each in carried if each.outlook == Outlook.OPEN and each.text.strip())


def _key(carried: Carried) -> tuple[str, str]:
    return carried.entry, " ".join(carried.text.split())


def _soonest(carried: Carried) -> tuple[date, str, str]:
    return carried.due or date.max, carried.text, carried.entry
