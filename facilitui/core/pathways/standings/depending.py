"""How requirements of one phase depend on each other, and what was set aside or waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.enrolment import SetAside
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import Lack, LackKind, Remark, RemarkKind, lacking
from facilitui.core.pathways.stated import Stated
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month

FULFILLED = frozenset({Standing.MET, Standing.LOGGED})
"""What opens what depends on it; that no number is printed holds nothing up."""
OPENS = FULFILLED | {Standing.SET_ASIDE, Standing.NOT_NEEDED}
"""What holds up nothing that depends on it within its phase."""

Own = Mapping[str, Progress]
Aside = Mapping[str, SetAside]


def depending(own: Sequence[Progress], stated: Stated) -> tuple[Progress, ...]:
    """Each as it stands among the others of its phase, from where each stands by itself.

    What needs another one is not met before that is; one that is met meets the one in whose place
    it stands, which then asks nothing of it in turn. What was set aside is asked of nobody, and
    what waits and is not met stays open. What was met when the phase ended is not set aside by
    what was stated since.
    """
    by_id = {each.requirement.id: each for each in own}
    aside = _asides(by_id, stated.by_then)
    was_fulfilled = _fulfilled(by_id, aside)
    since = _asides((id for id in by_id if id not in was_fulfilled), stated)
    aside = {**aside, **since}
    fulfilled = _fulfilled(by_id, aside)
    among = (_standing(each, by_id, aside, fulfilled) for each in own)
    return tuple(_remarked(each, aside.get(each.requirement.id), stated) for each in among)


def _asides(requirements: Iterable[str], stated: Stated) -> dict[str, SetAside]:
    every = ((id, stated.aside(id)) for id in requirements)
    return {id: each for id, each in every if each is not None}


def _remarked(each: Progress, own: SetAside | None, stated: Stated) -> Progress:
    """With what is to be known of its being set aside, or of its waiting."""
    remarks = (*_over_that_day(each, own), *stated.about_aside(each.requirement.id, own))
    return replace(each, remarks=(*each.remarks, *remarks)) if remarks else each


def _over_that_day(each: Progress, own: SetAside | None) -> Iterator[Remark]:
    """That its waiting was over on its first day, which may not be what was meant."""
    if own is None or not own.waits or each.standing is not Standing.LOGGED or each.other:
        return
    if max((source.on for source in each.by if source.on), default=None) == own.on:
        on = day_of_month(own.on)
        told = f"it was said to wait on {on}; what is of that day counts as come since"
        yield Remark(RemarkKind.STATED, told)


def _fulfilled(own: Own, aside: Aside) -> Set[str]:
    """What is met by itself or by another one; of those that lead back to themselves none is."""
    done: set[str] = set()
    while new := [id for id in own if id not in done and _is_now(id, own, aside, done)]:
        done.update(new)
    return done


def _is_now(id: str, own: Own, aside: Aside, done: Set[str]) -> bool:
    if _is_aside(aside.get(id)):
        return False
    if _waits(own[id], aside.get(id)):
        return any(other in done for other in _instead(id, own))
    by_itself = own[id].standing in FULFILLED and not list(_first(id, own, aside, done))
    return by_itself or any(other in done for other in _instead(id, own))


def _standing(each: Progress, own: Own, aside: Aside, done: Set[str]) -> Progress:
    id = each.requirement.id
    stated = aside.get(id)
    if stated is not None and not stated.waits:
        return _set_aside(each, stated.reason)
    first = [own[name].requirement.text for name in _first(id, own, aside, done)]
    if id in done and (each.standing not in FULFILLED or first or _waits(each, stated)):
        return _met_by(each, next(own[other] for other in _instead(id, own) if other in done))
    replaced = each.requirement.instead_of
    if id not in done and replaced in done and replaced is not None:
        return _not_needed(each, own[replaced])
    if first:
        each = _held_up(each, first)
    if stated is not None and id not in done:
        return _waiting(each, stated.reason)
    return each


def _instead(id: str, own: Own) -> Iterator[str]:
    """Those that stand in the place of one."""
    return (other for other, each in own.items() if each.requirement.instead_of == id)


def _first(id: str, own: Own, aside: Aside, done: Set[str]) -> Iterator[str]:
    """What has to be met before one can be."""
    for name in own[id].requirement.needs:
        if name in own and name not in done and not _is_aside(aside.get(name)):
            yield name


def _is_aside(stated: SetAside | None) -> bool:
    return stated is not None and not stated.waits


def _waits(each: Progress, stated: SetAside | None) -> bool:
    """Whether it does by itself: until it is met, or something of it is there that came since.

    What is of the very day on which it was said to wait came since, whatever it is: of two things
    of one day nobody knows which was first, and whoever says in the morning that it waits, and is
    called in the afternoon, waits no more. A gate that stayed shut by that would claim something;
    that the waiting is over is told (`_over_that_day`).
    """
    if stated is None or not stated.waits or each.standing is Standing.MET:
        return False
    came = any(source.on is not None and source.on >= stated.on for source in each.by)
    return not (each.standing is Standing.LOGGED and came)


def _set_aside(each: Progress, reason: str) -> Progress:
    there = lacking(each.lacks)
    return replace(each, standing=Standing.SET_ASIDE, lacks=there, reason=reason)


def _not_needed(each: Progress, other: Progress) -> Progress:
    """Nobody set it aside: the other way is gone already."""
    text, there = other.requirement.text, lacking(each.lacks)
    return replace(each, standing=Standing.NOT_NEEDED, lacks=there, reason="", other=text)


def _waiting(each: Progress, reason: str) -> Progress:
    return replace(each, standing=Standing.WAITING, reason=reason)


def _met_by(each: Progress, other: Progress) -> Progress:
    text, own = other.requirement.text, each.there
    met = replace(each, standing=other.standing, by=other.by, lacks=(), reason="", other=text)
    return replace(met, own=own)


def _held_up(each: Progress, first: Sequence[str]) -> Progress:
    told = (Lack(f"first: {quoted(text, LONGEST_LINE)}", LackKind.FIRST) for text in first)
    return replace(each, standing=Standing.MISSING, lacks=(*told, *each.lacks))
