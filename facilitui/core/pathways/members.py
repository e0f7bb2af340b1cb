"""Who takes part, as a roster is written anew: everybody keeps their id whatever is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.schools import are_few, same_name

NewId = Callable[[str, int], str]
"""An id for somebody new, by the name and which of those of that name it is."""
Sign = tuple[object, ...]
"""What somebody is known by."""
_SAID = tuple(name for name in RosterMember.model_fields if name != "id")
_WORD = re.compile(r"\w+")
LIKE = 0.85
"""From this likeness on (0 to 1) a name is the other one, mended. A school can be called otherwise
altogether; of two people whose names are only near each other nobody is made one."""


def kept_ids(
    before: Sequence[RosterMember], typed: Sequence[RosterMember], new_id: NewId
) -> tuple[RosterMember, ...]:
    """Those that were typed, each with the id of whom it was before.

    Who is written as before is the same, then who is called so, then who alone is called alike;
    whoever else is somebody else, so that nothing logged becomes another person's.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for sign in (_as_written, _as_called):
        left: dict[Sign, list[RosterMember]] = {}
        for each in reversed(before):
            if each.id not in taken:
                left.setdefault(sign(each), []).append(each)
        for place, member in enumerate(typed):
            if place not in ids and (same := left.get(sign(member))):
                ids[place] = same.pop().id
        taken = {*ids.values()}
    gone = [each for each in before if each.id not in taken]
    new = {place: each for place, each in enumerate(typed) if place not in ids}
    ids |= {place: gone[at].id for place, at in _mended(gone, new)}
    again: dict[str, int] = {}
    members = []
    for place, member in enumerate(typed):
        if place not in ids:
            name = same_name(member.name)
            ids[place] = new_id(name, again.setdefault(name, 0))
            again[name] += 1
        members.append(member.model_copy(update={"id": ids[place]}))
    return tuple(members)


def joined(
    shown: Sequence[RosterMember], typed: Sequence[RosterMember], now: Sequence[RosterMember]
) -> tuple[RosterMember, ...]:
    """What was typed over those that were shown, among those that there are now.

    Who was added elsewhere meanwhile stays, and so does what was changed there of others.
    """
    if tuple(now) == tuple(shown):
        return tuple(typed)
    before, after = ({each.id: each for each in some} for some in (shown, typed))
    left_out = before.keys() - after.keys()
    changed = {id: each for id, each in after.items() if before.get(id) != each}
    found = {each.id: changed.get(each.id, each) for each in now if each.id not in left_out}
    return tuple({**found, **changed}.values())


def left_out(
    before: Iterable[RosterMember], after: Iterable[RosterMember]
) -> tuple[RosterMember, ...]:
    """Who is on the roster no more."""
    ids = {each.id for each in after}
    return tuple(each for each in before if each.id not in ids)


def _as_written(member: RosterMember) -> Sign:
    return tuple(getattr(member, name) for name in _SAID)


def _as_called(member: RosterMember) -> Sign:
    return (same_name(member.name),)


def _mended(
    gone: Sequence[RosterMember], new: Mapping[int, RosterMember]
) -> Iterator[tuple[int, int]]:
    """By their places, who is called anew and which of those that are gone they were.

    That is whoever alone is called like one of them, who alone is called like that.
    """
    was = [same_name(each.name) for each in gone]
    now = {place: same_name(each.name) for place, each in new.items()}
    alike: dict[int, set[int]] = {place: {*found} for place, found in _longer(was, now)}
    if are_few(was, now.values()):
        for place, name in now.items():
            alike[place].update(_near(was, name))
    claimed = Counter(at for found in alike.values() for at in found)
    for place, found in alike.items():
        if len(found) == 1 and claimed[at := next(iter(found))] == 1:
            yield place, at


def _longer(was: Sequence[str], now: Mapping[int, str]) -> Iterator[tuple[int, Iterable[int]]]:
    """Which names were made longer or shorter by whole words."""
    words = [frozenset(_WORD.findall(name)) for name in was]
    by_word: dict[str, list[int]] = {}
    for at, some in enumerate(words):
        for word in some:
            by_word.setdefault(word, []).append(at)
    for place, name in now.items():
        own = frozenset(_WORD.findall(name))
        shared = Counter(at for word in own for at in by_word.get(word, ()))
        yield place, (at for at, n in shared.items() if n in (len(own), len(words[at])))


def _near(was: Sequence[str], now: str) -> Iterator[int]:
    """Which names may have been mended to one."""
    matcher = SequenceMatcher(None, "", now, autojunk=False)
    for at, name in enumerate(was):
        matcher.set_seq1(name)
        quick = matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE
        if quick and matcher.ratio() >= LIKE:
            yield at
