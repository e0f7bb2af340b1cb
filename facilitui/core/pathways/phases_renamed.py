"""Which phase of a pathway's changed file is which one of the file before it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.pathways.pathway import Pathway, Phase


def phases_renamed(before: Pathway, after: Pathway) -> Mapping[str, str]:
    """The new id by the old one of each phase that has another id and is called the same.

    Of several that are called the same each is the next one of those. An id that is in both files
    is of the same phase, whatever that is called, unless what it was called goes on under another
    id; and then by what both ask for, where that tells it. No two phases become one.
    """
    was = {each.id: each for each in before.phases}
    then = {each.id: each for each in after.phases}
    stay = {id for id in was if id in then and was[id].name == then[id].name}
    left = [each for each in after.phases if each.id not in stay]
    moves: dict[str, str] = {}
    for each in before.phases:
        named = next((one for one in left if one.name == each.name), None)
        if each.id in stay or named is None or _is_rather(then.get(each.id), each, named):
            continue
        moves[each.id] = named.id
        left.remove(named)
    while taken := [id for id, new in moves.items() if new in was and new not in moves]:
        for id in taken:  # what has that id keeps it
            del moves[id]
    return moves


def _is_rather(own: Phase | None, was: Phase, named: Phase) -> bool:
    """Whether a phase is the one of its id rather than the one of its name, as that asks for more
    of the same."""
    return own is not None and _shared(was, own) > _shared(was, named)


def _shared(one: Phase, other: Phase) -> int:
    """How many requirements are in both."""
    return len({each.id for each in one.requirements} & {each.id for each in other.requirements})
