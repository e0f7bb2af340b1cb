"""The schools of a group's enrolment as they are written: each keeps its id when renamed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from facilitui.core.naming import numbered, slug
from facilitui.core.pathways.enrolment import School

_DIVIDES = re.compile(r"[,;\t|]")
"""What people write between the names of schools."""
LIKE = 0.6
"""From this likeness on (0 to 1) a name is taken for what another school is called now."""
MOST_COMPARED = 1_000_000
"""Letters of names on one side, times those on the other: about 70 names each. Whoever writes more
of them anew has not mended them one by one, and each is a new one then."""


def same_name(name: str) -> str:
    """What two names have in common that only letters' size or spaces tell apart."""
    return " ".join(name.split()).casefold()


def named(shown: Sequence[School], names: Sequence[str]) -> tuple[School, ...]:
    """The schools of these names, each name there once.

    One that is called as it was keeps its id, wherever it stands. Of the others as many as there
    were are the same in their order, called otherwise; where there are more or fewer, only those
    that are called alike.
    """
    left = {same_name(each.name): each for each in shown}
    kept = {name: left.pop(same_name(name)) for name in names if same_name(name) in left}
    new = [name for name in names if name not in kept]
    again = dict(_called_anew([*left.values()], new))
    ids = [each.id for each in shown]
    schools: list[School] = []
    for name in names:
        before = kept.get(name) or again.get(name)
        id = before.id if before is not None else numbered(slug(name, "school"), ids)
        ids.append(id)
        schools.append(School(id=id, name=name))
    return tuple(schools)


def are_few(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether names can be compared, each with each, while somebody types."""
    return sum(map(len, some)) * sum(map(len, others)) <= MOST_COMPARED


def _called_anew(left: list[School], new: Sequence[str]) -> Iterator[tuple[str, School]]:
    """By their new name, the schools that are called otherwise now."""
    if len(left) == len(new):
        yield from zip(new, left, strict=True)
        return
    if not are_few(new, [each.name for each in left]):
        return
    for name in new:
        names = [same_name(each.name) for each in left]
        if near := get_close_matches(same_name(name), names, n=1, cutoff=LIKE):
            yield name, left.pop(names.index(near[0]))


def joined(
    shown: Sequence[School], typed: Sequence[School], now: Sequence[School]
) -> tuple[School, ...]:
    """What was typed over the schools that were shown, in those that there are now.

    What somebody else added meanwhile stays, and what both added is there once, as it is typed.
    """
    if tuple(now) == tuple(shown):
        return tuple(typed)
    before, after = ({each.id: each for each in some} for some in (shown, typed))
    gone = before.keys() - after.keys()
    changed = {id: each for id, each in after.items() if id in before and before[id] != each}
    found = {each.id: changed.get(each.id, each) for each in now if each.id not in gone} | changed
    added = {same_name(each.name): each.id for each in now if each.id not in before}
    ids = [each.id for each in (*shown, *now)]
    for each in typed:
        if each.id not in before:
            id = added.get(same_name(each.name)) or numbered(each.id, ids)
            found[id] = each.model_copy(update={"id": id})
            ids.append(id)
    return tuple(found.values())


def with_dividers(schools: Iterable[School]) -> tuple[str, ...]:
    """What those are called whose names may be those of several schools, written in one line."""
    return tuple(each.name for each in schools if _DIVIDES.search(each.name))


def renamed(shown: Sequence[School], typed: Sequence[School]) -> Iterator[tuple[str, str]]:
    """What schools were called and are called now, of those that are called otherwise."""
    names = {each.id: each.name for each in shown}
    for each in typed:
        if (before := names.get(each.id, each.name)) != each.name:
            yield before, each.name
