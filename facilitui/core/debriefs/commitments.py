"""Commitments of earlier debriefs that are still open, so that a plan can come back to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from facilitui.core.debriefs.debrief import Debrief, Earlier
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.plan_words import Outlook

ENTRY_LENGTH = 300
"""As much of an entry's id as a plan keeps."""
Told = Mapping[tuple[str, str], Outlook]
"""What became of commitments, by what each is `known_as`."""
_NEVER = datetime.min.replace(tzinfo=UTC)


def open_commitments(
    debriefs: Iterable[tuple[str, Debrief]],
    plans: Sequence[Plan],
    answering: Iterable[Debrief] = (),
) -> tuple[Carried, ...]:
    """What was promised and not settled yet, the soonest due first.

    `debriefs` come with their entries' ids, `plans` oldest first; of those `answering` only what
    they say of earlier ones counts. A plan or a debrief that says what became of a commitment
    settles it for good. What the debrief of another person promised is theirs. What the last plan
    carries is still open as long as it says so, also where its debrief is not among these; where
    it is, the debrief's own words hold.
    """
    given = [(entry, debrief) for entry, debrief in debriefs if not debrief.lens]
    promised = {entry[:ENTRY_LENGTH]: debrief for entry, debrief in given}
    found = [
        Carried(text=promise.text.strip()[:LONGEST_TEXT], due=promise.due, entry=entry)
        for entry, debrief in promised.items()
        for promise in debrief.promised
        if promise.text.strip()
    ]
    found += [each for each in _last(plans) if each.entry not in promised]
    settled = {*told_in((*(debrief for _, debrief in given), *answering))} | {
        _key(each) for plan in plans for each in plan.carried if each.outlook != Outlook.OPEN
    }
    left = {_key(each): each for each in reversed(found) if _key(each) not in settled}
    return tuple(sorted(left.values(), key=_soonest))


def told_in(debriefs: Iterable[Debrief]) -> Told:
    """What some debriefs say became of commitments; of several that say it the last held counts."""
    held = sorted(debriefs, key=lambda debrief: debrief.held_at or _NEVER)
    return {
        known_as(each.entry, each.text): each.outlook
        for debrief in held
        if not debrief.lens
        for each in debrief.earlier
        if each.outlook != Outlook.OPEN
    }


def as_told(plan: Plan, told: Told) -> Plan:
    """The plan with what debriefs say of what it comes back to and says nothing of itself."""
    carried = tuple(
        each.model_copy(update={"outlook": told.get(_key(each), Outlook.OPEN)})
        if each.outlook == Outlook.OPEN
        else each
        for each in plan.carried
    )
    return plan if carried == plan.carried else plan.model_copy(update={"carried": carried})


def outlooks(carried: Iterable[Carried]) -> str:
    """How many are open and what became of the others: "1 open, 2 kept"; empty without any."""
    counts = Counter(each.outlook for each in carried)
    told = (f"{counts[word]} {word.label.lower()}" for word in Outlook if counts[word])
    return ", ".join(told)


def without_verdict(earlier: Iterable[Earlier]) -> tuple[str, ...]:
    """Of which it was written what happened, but not whether they were kept: they stay open."""
    return tuple(
        each.text.strip()
        for each in earlier
        if each.happened.strip() and each.outlook == Outlook.OPEN
    )


def known_as(entry: str, text: str) -> tuple[str, str]:
    """What tells a commitment from others: its entry, and its words however they are spaced."""
    return entry[:ENTRY_LENGTH], " ".join(text.split())


def not_carried(plan: Plan, commitments: Iterable[Carried]) -> tuple[Carried, ...]:
    """Those that a plan does not come back to yet."""
    there = {_key(each) for each in plan.carried}
    return tuple(each for each in commitments if _key(each) not in there)


def _last(plans: Sequence[Plan]) -> tuple[Carried, ...]:
    carried = plans[-1].carried if plans else ()
    return tuple(each for each in carried if each.outlook == Outlook.OPEN and each.text.strip())


def _key(carried: Carried) -> tuple[str, str]:
    return known_as(carried.entry, carried.text)


def _soonest(carried: Carried) -> tuple[date, str, str]:
    return carried.due or date.max, carried.text, carried.entry
