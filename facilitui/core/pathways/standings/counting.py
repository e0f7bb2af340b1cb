"""What is counted against a number, or told without one where the programme prints none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.pathways.case import Source
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.standings.scope import order
from facilitui.core.pathways.told import NO_NUMBER, WISHED
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month, plural

NOTHING_YET = "nothing yet"
_REMARKS_TOLD = 2
"""More than that make no line."""


@dataclass(frozen=True, slots=True)
class Found:
    """What counts, and what keeps other things from counting."""

    by: tuple[Source, ...] = ()
    lacks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def sources(found: Iterable[Source]) -> tuple[Source, ...]:
    """Each once, the earliest first."""
    return tuple(sorted(set(found), key=order))


def sessions(found: Iterable[Source]) -> tuple[Source, ...]:
    """One for each session, the earliest first: what one is told by twice is still one."""
    by_key: dict[str, Source] = {}
    for each in sources(found):
        by_key.setdefault(each.key, each)
    return tuple(by_key.values())


def counted(asked: Requirement, found: Found, need: int | None) -> Progress:
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
        remarks=found.remarks,
        told=told_with(_number_told(asked, have, need), found.remarks),
    )


def counted_in(slot: Slot, name: str, found: Found, need: int | None) -> SlotProgress:
    """The same for one of those that something is asked for anew."""
    standing = standing_of(len(found.by), need)
    lacks = _lacks(found, standing, need)
    return SlotProgress(slot, name, standing, found.by, lacks, found.remarks)


def together(
    asked: Requirement, slots: Sequence[SlotProgress], unit: str, need: int | None, stray: Found
) -> Progress:
    """All of those that something is asked for anew; `need` is for each, `stray` is of none."""
    left = [each for each in slots if each.standing is Standing.MISSING]
    done = len(slots) - len(left)
    standing = standing_of(0 if left else 1, need)
    by = sources(source for each in slots for source in each.by)
    remarks = (*(f"{each.name}: {one}" for each in slots for one in each.remarks), *stray.remarks)
    told = _open_ended(asked, f"{done} of {plural(len(slots), unit)}", need)
    lacks = (*(_missing(each) for each in left), *stray.lacks)
    return Progress(
        asked,
        standing,
        by=by,
        have=len(by) if need is None else done,
        need=None if need is None else len(slots),
        lacks=lacks if standing is not Standing.MET else (),
        remarks=remarks,
        told=told_with(told, remarks),
        slots=tuple(slots),
    )


def standing_of(have: int, need: int | None) -> Standing:
    """Whether so many are enough; without a number only the programme can say so."""
    if need is None:
        return Standing.LOGGED if have else Standing.MISSING
    return Standing.MET if have >= need else Standing.MISSING


def told_with(told: str, remarks: Sequence[str]) -> str:
    """What is told in a line, with the first of what else is to be known."""
    more = len(remarks) - _REMARKS_TOLD
    return line("; ".join([told, *remarks[:_REMARKS_TOLD], *([f"and {more} more"] * (more > 0))]))


def with_ahead(now: Progress, then: Progress, today: date) -> Progress:
    """Where something stands today, told with what will count for it once its day has come.

    `then` is where it stands with all that is dated after today.
    """
    ahead = (
        f"{quoted(each.told)} is of {day_of_month(each.on)}, still to come, and counts from then on"
        for each in then.by
        if each.on is not None and each.on > today
    )
    remarks = tuple(dict.fromkeys(ahead))
    if not remarks:
        return now
    return replace(now, remarks=(*remarks, *now.remarks), told=told_with(now.told, remarks))


def wished(asked: Requirement, told: str) -> str:
    """With the word that it is not required, where it is only looked for."""
    return f"{told}; {WISHED}" if asked.wished else told


def _number_told(asked: Requirement, have: int, need: int | None) -> str:
    if need is None:
        return _open_ended(asked, f"{have} logged", need)
    return wished(asked, f"{have} of {need}" if have <= need else f"{have}, {need} asked for")


def _open_ended(asked: Requirement, told: str, need: int | None) -> str:
    """With the word that nobody printed a number; of what is not required nobody would."""
    return wished(asked, told if need is not None or asked.wished else f"{told}; {NO_NUMBER}")


def _lacks(found: Found, standing: Standing, need: int | None) -> tuple[str, ...]:
    if standing is Standing.MET:
        return ()
    more = (need or 0) - len(found.by)
    still = f"{more} more" if need is not None and found.by else NOTHING_YET
    return (*((still,) if standing is Standing.MISSING else ()), *found.lacks)


def _missing(slot: SlotProgress) -> str:
    told = [each for each in slot.lacks if each != NOTHING_YET]
    return f"{slot.name}: {', '.join(told)}" if told else slot.name
