"""What is counted against a number, or told without one where the programme prints none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.pathways.case import Source
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import (
    NOTHING,
    Lack,
    LackKind,
    Remark,
    RemarkKind,
    lacking,
    without,
)
from facilitui.core.pathways.requirement_words import NO_NUMBER, WISHED
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.standings.scope import order
from facilitui.core.pathways.whose_words import called, joined, words
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month, plural

STILL_TO_COME = "still to come, and counts from then on"


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts, and what keeps other things from counting."""

    by: tuple[Source, ...] = ()
    lacks: tuple[Lack, ...] = ()
    remarks: tuple[Remark, ...] = ()


def sources(found: Iterable[Source]) -> tuple[Source, ...]:
    """Each once, the earliest first."""
    return tuple(sorted(set(found), key=order))


def sessions(found: Iterable[Source]) -> tuple[Source, ...]:
    """One for each session, the earliest first: what one is told by twice is still one."""
    by_key: dict[str, Source] = {}
    for each in sources(found):
        by_key.setdefault(each.key, each)
    return tuple(by_key.values())


def counted(asked: Requirement, found: Counted, need: int | None) -> Progress:
    """So many of those that are asked for; without a number what is there is told."""
    have = len(found.by)
    standing = standing_of(have, need)
    return Progress(
        asked,
        standing,
        by=found.by,
        have=have,
        need=need,
        lacks=_lacks(found, standing, need),
        count=_number_told(have, need),
        rule=judged_by(asked, open_ended=need is None),
        remarks=found.remarks,
    )


def counted_in(slot: Slot, name: str, found: Counted, need: int | None) -> SlotProgress:
    """The same for one of those that something is asked for anew."""
    standing = standing_of(len(found.by), need)
    lacks = _lacks(found, standing, need)
    return SlotProgress(slot, name, standing, found.by, lacks, found.remarks)


def together(
    asked: Requirement, slots: Sequence[SlotProgress], unit: str, need: int | None, stray: Counted
) -> Progress:
    """All of those that something is asked for anew; `need` is for each, `stray` is of none."""
    left = [each for each in slots if each.standing is Standing.MISSING]
    done = len(slots) - len(left)
    standing = standing_of(0 if left else 1, need)
    by = sources(source for each in slots for source in each.by)
    remarks = (of_slot(each, one) for each in slots for one in each.remarks)
    lacks = (*(_missing(each) for each in left), *stray.lacks)
    return Progress(
        asked,
        standing,
        by=by,
        have=len(by) if need is None else done,
        need=None if need is None else len(slots),
        lacks=lacks if standing is not Standing.MET else (),
        count=f"{done} of {plural(len(slots), unit)}",
        rule=judged_by(asked, open_ended=need is None),
        slots=tuple(slots),
        remarks=(*remarks, *stray.remarks),
    )


def standing_of(have: int, need: int | None) -> Standing:
    """Whether so many are enough; without a number only the programme can say so."""
    if need is None:
        return Standing.LOGGED if have else Standing.MISSING
    return Standing.MET if have >= need else Standing.MISSING


def with_ahead(now: Progress, then: Progress, today: date) -> Progress:
    """Where something stands today, told with what will count for it once its day has come.

    `then` is where it stands with all that is dated after today.
    """
    told = (
        words(
            called(each), f" is of {day_of_month(each.on)}, still to come, and counts from then on"
        )
        for each in then.by
        if each.on is not None and each.on > today
    )
    ahead = tuple(Remark(RemarkKind.AHEAD, each) for each in dict.fromkeys(told))
    return replace(now, remarks=(*ahead, *now.remarks))


def judged_by(asked: Requirement, *, open_ended: bool = False) -> str:
    """That it is not required, where it is only looked for; else that nobody printed a number."""
    return WISHED if asked.wished else NO_NUMBER * open_ended


def _number_told(have: int, need: int | None) -> str:
    if need is None:
        return f"{have} logged"
    return f"{have} of {need}" if have <= need else f"{have}, {need} asked for"


def _lacks(found: Counted, standing: Standing, need: int | None) -> tuple[Lack, ...]:
    if standing is Standing.MET:
        return ()
    if standing is not Standing.MISSING or (lacking(found.lacks) and not found.by):
        return found.lacks  # nobody may say that nothing is there where something is
    more = (need or 0) - len(found.by)
    still = Lack(f"{more} more") if need is not None and found.by else NOTHING
    return (still, *found.lacks)


def _missing(slot: SlotProgress) -> Lack:
    lacks = without(slot.lacks, LackKind.NOTHING)
    told = words(": ", joined((each.said for each in lacks), ", ")) if lacks else ""
    return Lack(words(slot.called, told) if told else slot.called, LackKind.SLOT)


def of_slot(slot: SlotProgress, remark: Remark) -> Remark:
    """What is to be known of a slot as the whole tells it: with what the slot is called."""
    return replace(remark, said=words(slot.called, ": ", remark.said))
