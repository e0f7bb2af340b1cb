"""How requirements of one phase depend on each other, and what was set aside or waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.enrolment import Enrolment, SetAside
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import ParticipantFeedback
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line, quoted

FULFILLED = frozenset({Standing.MET, Standing.LOGGED})
"""What opens what depends on it; that no number is printed holds nothing up."""
OPENS = FULFILLED | {Standing.SET_ASIDE, Standing.NOT_NEEDED}
"""What holds up nothing that depends on it within its phase."""

Own = Mapping[str, Progress]


def depending(own: Sequence[Progress], enrolment: Enrolment) -> tuple[Progress, ...]:
    """Each as it stands among the others of its phase, from where each stands by itself.

    What needs another one is not met before that is; one that is met meets the one in whose place
    it stands, which then asks nothing of it in turn. What was set aside is asked of nobody, and
    what waits and is not met stays open.
    """
    by_id = {each.requirement.id: each for each in own}
    aside = {each.requirement: each for each in enrolment.aside}
    fulfilled = _fulfilled(by_id, aside)
    return tuple(_standing(each, by_id, aside, fulfilled) for each in own)


def _fulfilled(own: Own, aside: Mapping[str, SetAside]) -> Set[str]:
    """What is met by itself or by another one; of those that lead back to themselves none is."""
    done: set[str] = set()
    while new := [id for id in own if id not in done and _is_now(id, own, aside, done)]:
        done.update(new)
    return done


def _is_now(id: str, own: Own, aside: Mapping[str, SetAside], done: Set[str]) -> bool:
    if _is_aside(aside.get(id)):
        return False
    if _waits(own[id], aside.get(id)):
        return any(other in done for other in _instead(id, own))
    by_itself = own[id].standing in FULFILLED and not list(_first(id, own, aside, done))
    return by_itself or any(other in done for other in _instead(id, own))


def _standing(each: Progress, own: Own, aside: Mapping[str, SetAside], done: Set[str]) -> Progress:
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


def _first(id: str, own: Own, aside: Mapping[str, SetAside], done: Set[str]) -> Iterator[str]:
    """What has to be met before one can be."""
    for name in own[id].requirement.needs:
        if name in own and name not in done and not _is_aside(aside.get(name)):
            yield name


def _is_aside(stated: SetAside | None) -> bool:
    return stated is not None and not stated.waits


def _waits(each: Progress, stated: SetAside | None) -> bool:
    """Whether it does by itself: until it is met, or something of it is there that came since.

    Participants answer after their session: what they say of one of that very day came since, too.
    """
    if stated is None or not stated.waits or each.standing is Standing.MET:
        return False
    days = [source.on for source in each.by if source.on is not None]
    came = any(on > stated.on for on in days) or (
        isinstance(each.requirement, ParticipantFeedback) and stated.on in days
    )
    return not (each.standing is Standing.LOGGED and came)


def _set_aside(each: Progress, reason: str) -> Progress:
    told = f"set aside: {reason}" if reason.strip() else "set aside"
    return replace(each, standing=Standing.SET_ASIDE, lacks=(), told=line(told), reason=reason)


def _not_needed(each: Progress, other: Progress) -> Progress:
    """Nobody set it aside: the other way is gone already."""
    told = f"not needed: {_name(other)} is met"
    return replace(each, standing=Standing.NOT_NEEDED, lacks=(), told=line(told), reason="")


def _waiting(each: Progress, reason: str) -> Progress:
    told = f"waiting for an opportunity{f' ({reason})' if reason.strip() else ''}; {each.told}"
    return replace(each, standing=Standing.WAITING, told=line(told), reason=reason)


def _met_by(each: Progress, other: Progress) -> Progress:
    told = f"met by {_name(other)}"
    return replace(each, standing=other.standing, by=other.by, lacks=(), told=line(told), reason="")


def _held_up(each: Progress, first: Sequence[str]) -> Progress:
    lacks = (*(f"first: {quoted(text, LONGEST_LINE)}" for text in first), *each.lacks)
    told = line(f"{lacks[0]}; {each.told}")
    return replace(each, standing=Standing.MISSING, lacks=lacks, told=told)


def _name(each: Progress) -> str:
    return quoted(each.requirement.text, LONGEST_LINE)
