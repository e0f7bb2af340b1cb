"""The board of an enrolment's cycles: what is there of each part of each, and of each school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.pathway import CyclePart
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.pulse import Pulse, pulses_of
from facilitui.core.pathways.requirements import CheckIns, Log, Requirement
from facilitui.core.pathways.slot_entries import SlotEntries, SlotFinder, slot_finder
from facilitui.core.pathways.words import Per, Standing

_THERE = (Standing.MET, Standing.LOGGED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of one cycle."""

    cycle: int
    """Counted from 1."""
    part: CyclePart
    places: tuple[SlotEntries, ...]
    """One for each requirement that asks something of every part."""

    @property
    def logged(self) -> tuple[Logged, ...]:
        """All that is there, the earliest first within each requirement."""
        return tuple(each for place in self.places for each in place.logged)

    @property
    def last(self) -> date | None:
        """The newest day of it."""
        return max(filter(None, (each.last for each in self.places)), default=None)

    @property
    def standing(self) -> Standing:
        """Where it stands: as that of its requirements that is the furthest from being met."""
        found = {each.standing for each in self.places}
        return next((each for each in _FURTHEST if each in found), Standing.MISSING)

    @property
    def is_there(self) -> bool:
        """Whether it has what is asked."""
        return self.standing in _THERE


_FURTHEST = (
    *(Standing.MISSING, Standing.UNKNOWN, Standing.WAITING),
    *(Standing.LOGGED, Standing.MET, Standing.SET_ASIDE, Standing.NOT_NEEDED),
)


@dataclass(frozen=True, slots=True)
class Cycle:
    """One round."""

    number: int
    """Counted from 1."""
    cells: tuple[Cell, ...]
    """In the order of its parts."""
    check_ins: tuple[SlotEntries, ...]

    @property
    def held(self) -> tuple[Logged, ...]:
        """The check-ins that were held."""
        return tuple(each for each in self._check_ins if not each.said.planned)

    @property
    def planned(self) -> tuple[Logged, ...]:
        """Those that are still to come."""
        return tuple(each for each in self._check_ins if each.said.planned)

    @property
    def _check_ins(self) -> Iterator[Logged]:
        return (each for place in self.check_ins for each in place.logged)


@dataclass(frozen=True, slots=True)
class SchoolPlaces:
    """What one school has of what is asked of each."""

    school: School
    places: tuple[SlotEntries, ...]
    """In the order of the pathway's requirements; what rests on a statement follows it."""


@dataclass(frozen=True, slots=True)
class CycleBoard:
    """All of it."""

    name: str
    """What a cycle is called."""
    parts: tuple[CyclePart, ...]
    cycles: tuple[Cycle, ...]
    """The first one first."""
    schools: tuple[SchoolPlaces, ...]
    pulses: tuple[Pulse, ...]
    asks_schools: bool
    """Whether the pathway asks something of each school."""

    def cell(self, cycle: int, part: str) -> Cell | None:
        """The cell of a cycle, counted from 1, and of a part's id."""
        cells = (each for one in self.cycles for each in one.cells)
        return next((e for e in cells if (e.cycle, e.part.id) == (cycle, part)), None)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them, cycle by cycle."""
        return tuple(cell for cycle in self.cycles for cell in cycle.cells)


def cycle_board(progress: PathwayProgress, case: Case) -> CycleBoard | None:
    """The board of an enrolment; None where its pathway has no cycles."""
    cycles, asked = progress.pathway.cycles, progress.pathway.requirements
    if cycles is None:
        return None
    places = slot_finder(progress, case)
    rounds = tuple(
        Cycle(
            number,
            tuple(_cell(number, part, places, asked) for part in cycles.parts),
            _check_ins(number, places, asked),
        )
        for number in range(1, cycles.count + 1)
    )
    each_school = [each for each in asked if each.per is Per.SCHOOL]
    schools = tuple(
        SchoolPlaces(school, tuple(_of_school(school, places, asked)))
        for school in progress.enrolment.schools
    )
    pulses = tuple(
        pulse
        for each in asked
        if isinstance(each, Log)
        for pulse in pulses_of(each, places.under(each))
    )
    return CycleBoard(cycles.name, cycles.parts, rounds, schools, pulses, bool(each_school))


def _cell(number: int, part: CyclePart, places: SlotFinder, asked: tuple[Requirement, ...]) -> Cell:
    slot = Slot(cycle=number, part=part.id)
    return Cell(
        number, part, tuple(places.of(each, slot) for each in asked if each.per is Per.PART)
    )


def _check_ins(
    number: int, places: SlotFinder, asked: tuple[Requirement, ...]
) -> tuple[SlotEntries, ...]:
    of_each = (each for each in asked if isinstance(each, CheckIns) and each.per is Per.CYCLE)
    return tuple(places.of(each, Slot(cycle=number)) for each in of_each)


def _of_school(
    school: School, places: SlotFinder, asked: tuple[Requirement, ...]
) -> Iterator[SlotEntries]:
    """What is asked of each school; behind a statement what rests on it, wherever it is logged."""
    slot = Slot(school=school.id)
    resting = {each.upon for each in asked if isinstance(each, Log) and each.upon}
    for each in asked:
        if each.per is not Per.SCHOOL or (isinstance(each, Log) and each.upon):
            continue
        place = places.of(each, slot)
        yield place
        if each.id in resting:
            yield from _resting(place, slot, places, asked)


def _resting(
    on: SlotEntries, slot: Slot, places: SlotFinder, asked: tuple[Requirement, ...]
) -> Iterator[SlotEntries]:
    entries = {each.source.entry for each in on.logged}
    for each in asked:
        if isinstance(each, Log) and each.upon == on.requirement.id:
            own = each.per is Per.SCHOOL
            fits = None if own else (lambda logged: logged.said.upon in entries)
            yield places.of(each, slot, fits)
