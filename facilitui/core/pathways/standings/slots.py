"""What a requirement is asked for anew, or which parts it has; and what is for which of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.members import persons
from facilitui.core.pathways.requirements import (
    Attestation,
    ChecklistOf,
    CredentialOf,
    Requirement,
    Writing,
)
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.words import Per

Named = tuple[Slot, str]
"""A slot with what it is called."""
Join = Callable[[str, str], str]
"""Makes one name of that of a cycle, school or member and that of a part."""
_DIMENSIONS = {
    Per.CYCLE: ("cycle",),
    Per.PART: ("cycle", "part"),
    Per.SCHOOL: ("school",),
    Per.MEMBER: ("member",),
}
_NOBODY = {Per.SCHOOL: "no school is entered", Per.MEMBER: "nobody is on the roster"}


@dataclass(frozen=True, slots=True)
class Slots:
    """All slots of one requirement, in their order."""

    unit: str
    """What one of them is called."""
    named: tuple[Named, ...]
    asks: tuple[str, ...]
    """Which fields of a slot tell them apart."""
    unknown: str = ""
    """Why there are none yet; empty where there are some."""
    left: frozenset[str] = frozenset()
    """Members who take part no more: nothing is asked of them, and nothing of theirs is astray."""

    same: Mapping[str, str] = field(default_factory=dict)
    """By the ids of those who have several roles, and a line of the roster for each, the one id
    by which something is asked of them."""

    def place(self, slot: Slot) -> tuple[object, ...]:
        """Where something belongs: what it says of what is asked for, and nothing else."""
        said = (getattr(slot, each) for each in self.asks)
        return tuple(self.same.get(each, each) for each in said)


def slots_of(asked: Requirement, scope: Scope, *, part_first: bool = False) -> Slots | None:
    """None where it is asked for once, in no parts.

    What is asked for in each part of each cycle has no other parts. `part_first` names that part
    before the cycle: "Plan, PDSA cycle 1", where there may be little room.
    """
    join = _part_first if part_first else _part_last
    inner = () if asked.per is Per.PART else tuple(parts_of(asked, scope))
    if asked.per is None:
        return Slots(unit_of(asked), inner, ("part",)) if inner else None
    outer = tuple(_asked_anew(asked.per, scope, join))
    named = tuple(_crossed(outer, inner, join)) if inner else outer
    return Slots(
        unit=unit_of(asked) if inner or asked.per is Per.PART else asked.per.value,
        named=named,
        asks=(*_DIMENSIONS[asked.per], *(("part",) if inner else ())),
        unknown=_NOBODY.get(asked.per, "there are no cycles") if not named else "",
        left=frozenset(each.id for each in scope.members if each.left),
        same={e.id: one[0].id for one in _taking_part(scope.members) for e in one[1:]},
    )


def parts_of(asked: Requirement, scope: Scope) -> Iterator[Named]:
    """The parts that a requirement has by itself."""
    match asked:
        case Attestation():
            yield from ((Slot(part=each), each) for each in asked.parts)
        case CredentialOf():
            yield from ((Slot(part=each), each) for each in asked.forms)
        case Writing():
            parts = scope.pathway.document(asked.document).parts
            yield from ((Slot(part=each.id), each.name) for each in parts)
        case ChecklistOf():
            items = scope.pathway.checklist(asked.checklist).items
            yield from ((Slot(part=each.id), each.called) for each in items)


def _asked_anew(per: Per, scope: Scope, join: Join) -> Iterator[Named]:
    match per:
        case Per.SCHOOL:
            yield from ((Slot(school=e.id), e.name or e.id) for e in scope.enrolment.schools)
        case Per.MEMBER:
            yield from (
                (Slot(member=e.id), e.name or e.id) for e, *_ in _taking_part(scope.members)
            )
        case Per.CYCLE | Per.PART:
            yield from _of_cycles(per, scope, join)


def _of_cycles(per: Per, scope: Scope, join: Join) -> Iterator[Named]:
    cycles = scope.pathway.cycles
    if cycles is None:
        return
    for number in range(1, cycles.count + 1):
        name = f"{cycles.name} {number}"
        if per is Per.CYCLE:
            yield Slot(cycle=number), name
        else:
            parts: Iterable[Named] = ((Slot(part=e.id), e.name) for e in cycles.parts)
            yield from _crossed([(Slot(cycle=number), name)], tuple(parts), join)


def _taking_part(members: Sequence[RosterMember]) -> tuple[tuple[RosterMember, ...], ...]:
    return persons(each for each in members if not each.left)


def _crossed(outer: Sequence[Named], inner: Sequence[Named], join: Join) -> Iterator[Named]:
    for slot, name in outer:
        for part, called in inner:
            yield slot.model_copy(update={"part": part.part}), join(name, called)


def _part_last(name: str, part: str) -> str:
    return f"{name}, {part}"


def _part_first(name: str, part: str) -> str:
    return f"{part}, {name}"


def unit_of(asked: Requirement) -> str:
    """What one of its own parts is called: form, item, part."""
    match asked:
        case CredentialOf() if asked.forms:
            return "form"
        case ChecklistOf():
            return "item"
        case _:
            return "part"
