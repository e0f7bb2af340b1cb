"""Changes of an enrolment, each of which says why its revision was made.

Entering a phase is in `facilitui.core.pathways.entering`, moving to a changed pathway in
`facilitui.core.pathways.changed_file`, rules and what waits in `facilitui.core.pathways.stating`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from facilitui.core.errors import Refused
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.correcting import place_of
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    PriorityAreas,
    Serves,
)
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.sorting import things_told

AREAS_ENTERED = "the priority areas were entered"
AREAS_CORRECTED = "the priority areas were corrected"
SAME_DAY = (
    "areas of that day are entered already: say that these correct them, or give the day from "
    "which on these were designated"
)
CLOSED, OPENED_AGAIN = "it was closed", "it was opened again"
_TOLD = {
    "name": "what it is called",
    "holder": "whose way it is",
    "started_on": "when it began",
    "group": "its group",
    "schools": "its schools",
    "parameters": "sector and place",
    "version": "the pathway's version",
    "entered": "the phase",
    "areas": "the priority areas",
    "aside": "what waits or is set aside",
    "rules": "its rules",
    "serves": "which sessions count",
    "closed_on": "whether it is closed",
}
"""What a field of an enrolment says, in words."""
_DETAILS = ("name", "started_on", "group", "schools", "parameters")


def begun(pathway: Pathway, name: str, on: date) -> Enrolment:
    """A new one, in the first phase from the day it begins."""
    return Enrolment(
        name=name,
        holder=pathway.holder,
        pathway=pathway.id,
        pathway_name=pathway.name,
        version=pathway.version,
        digest=digest(pathway),
        started_on=on,
        entered=(Entered(phase=pathway.phases[0].id, on=on),),
    )


def begun_on(enrolment: Enrolment, on: date) -> Enrolment:
    """It with another first day, which is the first phase's as well.

    Raises ValueError where a second phase was entered before that day.
    """
    first, *others = enrolment.entered or (None,)
    if others and others[0] is not None and on > others[0].on:
        raise ValueError(f"the next phase was entered before, on {others[0].on.isoformat()}")
    entered = () if first is None else (first.model_copy(update={"on": on}), *others)
    return enrolment.model_copy(update={"started_on": on, "entered": entered})


def last_day(enrolment: Enrolment) -> date | None:
    """The last day on which something of it is known to have happened."""
    days = [each.on for each in enrolment.entered]
    return max([*days, *([enrolment.started_on] if enrolment.started_on else [])], default=None)


def with_areas(
    enrolment: Enrolment,
    areas: PriorityAreas,
    *,
    corrects: Enrolment | None = None,
    why: str = "",
) -> Enrolment:
    """It with areas that were designated; the same one where these were entered last already.

    `corrects` is the enrolment as somebody looked at it whose last areas were wrong: these stand
    in their place, as what was a mistake never scores anything. Raises Refused where those are
    there no more, and for others of the last ones' day which correct nothing: they would score
    anew what stands already.
    """
    every, done = [*enrolment.areas], AREAS_ENTERED
    if corrects is not None:
        done = AREAS_CORRECTED
        every[place_of(every, corrects.areas)] = areas
    elif every and every[-1].on == areas.on and every[-1] != areas:
        raise Refused(SAME_DAY, "on")
    elif every[-1:] != [areas]:
        every.append(areas)
    if tuple(every) == enrolment.areas:
        return enrolment
    reason = f"{done}: {why}" if why else done
    return _changed(enrolment, reason[:LONGEST_TEXT], areas=tuple(every))


def with_sorted(enrolment: Enrolment, decided: Mapping[str, bool], case: Case) -> Enrolment:
    """It with what somebody said counts or does not; what they said of other things stays.

    By their keys, so that two machines that say the same have the same.
    """
    known = {each.key: each.counts for each in enrolment.serves}
    now = {**known, **decided}
    serves = tuple(Serves(key=key, counts=now[key]) for key in sorted(now))
    if now == known:
        return enrolment
    return _changed(enrolment, f"sorted: {sorted_told(decided, case)}", serves=serves)


def sorted_told(decided: Mapping[str, bool], case: Case) -> str:
    """How many of which things count and how many do not, as the end of a sentence."""
    count = [key for key, counts in decided.items() if counts]
    others = [key for key, counts in decided.items() if not counts]
    do_not = f"{'does' if len(others) == 1 else 'do'} not{'' if count else ' count'}"
    told = (
        f"{things_told(count, case)} {'counts' if len(count) == 1 else 'count'}" if count else "",
        f"{things_told(others, case)} {do_not}" if others else "",
    )
    return ", ".join(filter(None, told))


def closed(enrolment: Enrolment, on: date, note: str = "") -> Enrolment:
    """It closed on a day; the note is why the revision was made."""
    if enrolment.closed_on == on and not note.strip():
        return enrolment
    return _changed(enrolment, note.strip() or CLOSED, closed_on=on)


def opened_again(enrolment: Enrolment) -> Enrolment:
    """It not closed."""
    return _changed(enrolment, OPENED_AGAIN, closed_on=None)


def enrolment_changes(before: Enrolment, after: Enrolment) -> tuple[str, ...]:
    """What two states of it do not have in common, in words; why each was made is no part of it."""
    return tuple(_differences(before, after))


def details_changed(before: Enrolment, after: Enrolment) -> tuple[str, ...]:
    """The same where nothing but what somebody writes of it was changed; else nothing.

    Of such a change the reason only says what moved whoever made it. The first phase begins with
    the enrolment.
    """
    changes = enrolment_changes(before, after)
    begins = _TOLD["started_on"] in changes and len(before.entered) == len(after.entered)
    own = tuple(e for e in changes if not (begins and e == _TOLD["entered"]))
    return own if {_TOLD[each] for each in _DETAILS}.issuperset(own) else ()


def _differences(before: Enrolment, after: Enrolment) -> Iterator[str]:
    for name, told in _TOLD.items():
        if getattr(before, name) != getattr(after, name):
            yield told
    if before.version == after.version and before.digest != after.digest:
        yield _TOLD["version"]


def all_of(words: Sequence[str]) -> str:
    """Words in a row: a, b and c."""
    *before, last = words or [""]
    return f"{', '.join(before)} and {last}" if before else last


def _changed(enrolment: Enrolment, reason: str, **fields: Any) -> Enrolment:
    return enrolment.model_copy(update={**fields, "reason": reason})
