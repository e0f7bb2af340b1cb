"""Changes of an enrolment, each of which says why its revision was made.

Moving between phases and to a changed pathway is in `facilitui.core.pathways.moving`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    OwnRule,
    PriorityAreas,
    Serves,
    SetAside,
)
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.sorting import things_told
from facilitui.core.safe_text import quoted

AREAS_ENTERED = "the priority areas were entered"
AREAS_CORRECTED = "the priority areas were corrected"
SAME_DAY = (
    "areas of that day are entered already: say that these correct them, or give the day from "
    "which on these were designated"
)
FILES_RULE = "the rule of {} is again as the pathway's file has it"
OWN_RULE = "the rule of {} was entered"
ASKED_AGAIN = "{} is asked again"
WAITS = "{} waits for an opportunity"
ASIDE = "{} was set aside"
CLOSED, OPENED_AGAIN = "it was closed", "it was opened again"
IS_CLOSED = "it is closed; open it again first"
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


def with_areas(enrolment: Enrolment, areas: PriorityAreas, *, corrected: bool = False) -> Enrolment:
    """It with areas that were designated; the same one where these were entered last already.

    Those that correct the ones entered last stand in their place: what was a mistake never scores
    anything. Raises FacilituiError for others of that day which do not say so: they would score
    anew what stands already.
    """
    *before, last = enrolment.areas or (None,)
    if last == areas:
        return enrolment
    if last is not None and last.on == areas.on and not corrected:
        raise FacilituiError(SAME_DAY)
    if last is None or not corrected:
        return _changed(enrolment, AREAS_ENTERED, areas=(*enrolment.areas, areas))
    return _changed(enrolment, AREAS_CORRECTED, areas=(*before, areas))


def with_rule(enrolment: Enrolment, rule: OwnRule, text: str) -> Enrolment:
    """It with a rule of its own for a requirement that is called so."""
    if rule in enrolment.rules:
        return enrolment
    others = [each for each in enrolment.rules if each.requirement != rule.requirement]
    by_id = tuple(sorted([*others, rule], key=lambda each: each.requirement))
    return _changed(enrolment, OWN_RULE.format(quoted(text)), rules=by_id)


def without_rule(enrolment: Enrolment, requirement: str, text: str) -> Enrolment:
    """It with the file's rule."""
    others = tuple(each for each in enrolment.rules if each.requirement != requirement)
    if others == enrolment.rules:
        return enrolment
    return _changed(enrolment, FILES_RULE.format(quoted(text)), rules=others)


def aside_of(enrolment: Enrolment, requirement: str) -> SetAside | None:
    """That a requirement waits or is set aside; None where it is asked."""
    return next((each for each in enrolment.aside if each.requirement == requirement), None)


def with_aside(enrolment: Enrolment, aside: SetAside, text: str) -> Enrolment:
    """It with a requirement that waits or is set aside; since when stays where it did before."""
    before = aside_of(enrolment, aside.requirement)
    if before is not None and before.waits == aside.waits:
        aside = aside.model_copy(update={"on": before.on})
    if aside == before:
        return enrolment
    others = [each for each in enrolment.aside if each.requirement != aside.requirement]
    by_id = tuple(sorted([*others, aside], key=lambda each: each.requirement))
    told = (WAITS if aside.waits else ASIDE).format(quoted(text))
    return _changed(enrolment, told, aside=by_id)


def asked_again(enrolment: Enrolment, requirement: str, text: str) -> Enrolment:
    """It with a requirement that is asked."""
    others = tuple(each for each in enrolment.aside if each.requirement != requirement)
    if others == enrolment.aside:
        return enrolment
    return _changed(enrolment, ASKED_AGAIN.format(quoted(text)), aside=others)


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


def refuse_closed(enrolment: Enrolment) -> None:
    """Raises FacilituiError where it is over: nothing of it is changed by the way."""
    if enrolment.closed_on is not None:
        raise FacilituiError(IS_CLOSED)


def opened_again(enrolment: Enrolment) -> Enrolment:
    """It not closed."""
    return _changed(enrolment, OPENED_AGAIN, closed_on=None)


def differences(before: Enrolment, after: Enrolment) -> tuple[str, ...]:
    """What two states of it do not have in common, in words; why each was made is no part of it."""
    return tuple(_differences(before, after))


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
