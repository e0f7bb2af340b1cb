"""What is logged under a requirement in one of its slots, with where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.requirements import CheckIns, EvidenceOf, Log, Requirement
from facilitui.core.pathways.words import FieldType, Standing

_WRITTEN = {FieldType.LINE, FieldType.TEXT, FieldType.LINK}
"""The fields that say in words what an entry is about."""
Fits = Callable[[Logged], bool]


@dataclass(frozen=True, slots=True)
class SlotEntries:
    """One requirement in one slot."""

    requirement: Requirement
    slot: Slot
    standing: Standing
    logged: tuple[Logged, ...] = ()
    """All that is there, the earliest first, whether it counts or not."""
    lacks: tuple[Lack, ...] = ()
    """What is missing."""
    reason: str = ""
    """Why it was set aside, or what is waited for."""

    @property
    def last(self) -> date | None:
        """The newest day of what is there and not still to come."""
        days = (each.said.on for each in self.logged if not each.said.planned)
        return max(filter(None, days), default=None)

    @property
    def newest(self) -> Logged | None:
        """What was logged last."""
        return self.logged[-1] if self.logged else None


@dataclass(frozen=True, slots=True)
class SlotFinder:
    """Finds what one enrolment has in its slots."""

    progress: PathwayProgress
    logged: tuple[Logged, ...]
    """Of this enrolment alone, in the order of its days."""

    def of(self, requirement: Requirement, slot: Slot, fits: Fits | None = None) -> SlotEntries:
        """The place of a slot; `fits` finds its entries where the slot alone does not."""
        fits = fits or (lambda each: in_slot(each.said.slot, slot))
        there = tuple(each for each in self.under(requirement) if fits(each))
        stands = self.stands(requirement)
        standing, lacks = _in_slot_of(stands, slot, there)
        return SlotEntries(
            requirement, slot, standing, there, lacks, stands.reason if stands else ""
        )

    def under(self, requirement: Requirement) -> tuple[Logged, ...]:
        """All that is logged under a requirement."""
        return tuple(each for each in self.logged if each.said.requirement == requirement.id)

    def stands(self, requirement: Requirement) -> Progress | None:
        """Where a requirement stands; None where the progress does not tell it."""
        told = (each for phase in self.progress.phases for each in phase.requirements)
        return next((each for each in told if each.requirement.id == requirement.id), None)


def slot_finder(progress: PathwayProgress, case: Case) -> SlotFinder:
    """What finds the slots of an enrolment."""
    return SlotFinder(progress, tuple(sorted(case.logged_for(progress.id), key=_when)))


def in_slot(is_in: Slot, asked: Slot) -> bool:
    """Whether what is in one slot belongs to another one, which may leave some of it open."""
    return (
        asked.cycle in (None, is_in.cycle)
        and asked.part in ("", is_in.part)
        and asked.school in ("", is_in.school)
        and asked.member in ("", is_in.member)
    )


def is_slot(one: Slot, other: Slot) -> bool:
    """Whether both are the same one."""
    return in_slot(one, other) and in_slot(other, one)


def words_of(logged: Logged, requirement: Requirement) -> str:
    """What an entry says in the first of its words; what it is called where it has none."""
    said = logged.said
    fields = requirement.fields if isinstance(requirement, Log | EvidenceOf) else ()
    written = [said.values.get(each.id, "") for each in fields if each.type in _WRITTEN]
    if isinstance(requirement, CheckIns):
        held = "Planned" if said.planned else "Held"
        return ": ".join(filter(None, (held, said.note.strip())))
    all_of_it = (*written, said.note, said.file_name, said.link, logged.source.told)
    return next((each.strip() for each in all_of_it if each.strip()), "")


def chosen_in(logged: Logged, requirement: Requirement) -> str:
    """What was chosen in the last field of an entry that offers a choice: how far it is."""
    fields = requirement.fields if isinstance(requirement, Log) else ()
    choices = (each.id for each in reversed(fields) if each.type is FieldType.CHOICE)
    return logged.said.values.get(next(choices, ""), "").strip()


def kind_of_piece(requirements: Iterable[Requirement]) -> tuple[str, str]:
    """What one entry under some requirements is called, in short and in full."""
    found = [*requirements]
    if found and all(isinstance(each, EvidenceOf) for each in found):
        return "piece", "of evidence"
    if found and all(isinstance(each, CheckIns) for each in found):
        return "check-in", ""
    return "entry", ""


def _when(logged: Logged) -> tuple[date, str]:
    """Entries by day; those without one before all others."""
    return logged.said.on or date.min, logged.source.entry


def _in_slot_of(
    stands: Progress | None, slot: Slot, there: tuple[Logged, ...]
) -> tuple[Standing, tuple[Lack, ...]]:
    """Where a slot stands as the progress tells it; else by whether anything is there."""
    if stands is None:
        return (Standing.LOGGED if there else Standing.MISSING), ()
    found = next((each for each in stands.slots if is_slot(each.slot, slot)), None)
    if stands.standing in (Standing.SET_ASIDE, Standing.NOT_NEEDED, Standing.WAITING):
        return stands.standing, found.lacks if found else ()
    if found is not None:
        return found.standing, found.lacks
    if stands.slots or stands.requirement.per is not None:
        return (Standing.LOGGED if there else Standing.MISSING), ()
    return stands.standing, stands.lacks
