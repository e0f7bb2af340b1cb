"""Who takes part, as a roster is written anew: everybody keeps their id whatever is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from facilitui.core.pathways.pathway import RoleName
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
    ids = _the_same(before, typed)
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


def _the_same(before: Sequence[RosterMember], typed: Sequence[RosterMember]) -> dict[int, str]:
    """By the places of those that were typed, the ids of those that are written or called so."""
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
    return ids


def joined(
    shown: Sequence[RosterMember], typed: Sequence[RosterMember], now: Sequence[RosterMember]
) -> tuple[RosterMember, ...]:
    """What was typed over those that were shown, among those that there are now.

    Who was added elsewhere meanwhile stays, and so does what was changed there of others. Who was
    added there and is typed here too is one, as they are typed here.
    """
    if tuple(now) == tuple(shown):
        return tuple(typed)
    before = {each.id: each for each in shown}
    after = {each.id: each for each in _added_alike(before, typed, now)}
    left_out = before.keys() - after.keys()
    changed = {id: each for id, each in after.items() if before.get(id) != each}
    found = {each.id: changed.get(each.id, each) for each in now if each.id not in left_out}
    return tuple({**found, **changed}.values())


def _added_alike(
    known: Collection[str], typed: Sequence[RosterMember], now: Sequence[RosterMember]
) -> Iterator[RosterMember]:
    """Those that were typed; whoever is new has the id of who was added elsewhere by that name."""
    added = [each for each in now if each.id not in known]
    ids = {mine.id: mine.id for mine in typed}
    new = [mine for mine in typed if mine.id not in known]
    ids |= {new[place].id: id for place, id in _the_same(added, new).items()}
    yield from (each.model_copy(update={"id": ids[each.id]}) for each in typed)


def left_out(
    before: Iterable[RosterMember], after: Iterable[RosterMember]
) -> tuple[RosterMember, ...]:
    """Who is on the roster no more."""
    ids = {each.id for each in after}
    return tuple(each for each in before if each.id not in ids)


def new_twins(before: Iterable[RosterMember], after: Sequence[RosterMember]) -> tuple[int, ...]:
    """The places of those that are somebody new and are written as somebody before them is."""
    known = {each.id for each in before}
    first: set[Sign] = {_but_for_letters(each) for each in after if each.id in known}
    found = []
    for place, each in enumerate(after):
        if each.id not in known:
            if (sign := _but_for_letters(each)) in first:
                found.append(place)
            first.add(sign)
    return tuple(found)


def namesakes(members: Iterable[RosterMember]) -> tuple[str, ...]:
    """The names that several have."""
    names: dict[str, list[str]] = {}
    for each in members:
        names.setdefault(same_name(each.name), []).append(each.name)
    return tuple(some[0] for some in names.values() if len(some) > 1)


def persons(members: Iterable[RosterMember]) -> tuple[tuple[RosterMember, ...], ...]:
    """Those that take part, each with all their lines: one for each role they have.

    Whoever is called the same at the same school is one; a school that is not told is one too.
    """
    found: dict[Sign, list[RosterMember]] = {}
    for each in members:
        found.setdefault((same_name(each.name), each.school), []).append(each)
    return tuple(tuple(lines) for lines in found.values())


def part_names(roles: Iterable[RoleName]) -> dict[str, str]:
    """By what each part in a session is called, the one role of a pathway that has it.

    A presenter is a site educator where the pathway says so.
    """
    of: dict[str, set[str]] = {}
    for role in roles:
        for part in role.roles:
            for name in (part.value, part.label, part.value.replace("_", " ")):
                of.setdefault(same_name(name), set()).add(role.id)
    return {name: ids.pop() for name, ids in of.items() if len(ids) == 1}


def _but_for_letters(member: RosterMember) -> Sign:
    """As whoever reads it takes it, whatever the size of its letters."""
    return (same_name(member.name), same_name(member.role), member.school, member.left)


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
