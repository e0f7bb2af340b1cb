"""What there is to do about a requirement, in the state that it is in."""

from __future__ import annotations

from enum import Enum, auto

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import NextStep, PathwayProgress, Progress
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.requirements import (
    ChecklistOf,
    Observations,
    Requirement,
    ScoreGate,
)
from facilitui.core.pathways.where_recorded import Counted
from facilitui.core.pathways.words import Per, Standing, StepKind


class Deed(Enum):
    """One thing that a person can do about an enrolment."""

    LOG = auto()
    GO_ON = auto()
    """With something that is there and does not count yet."""
    TICK = auto()
    SORT = auto()
    OBSERVE = auto()
    AREAS = auto()
    OPEN = auto()
    CYCLES = auto()
    DETAILS = auto()
    MEMBERS = auto()
    ENTER = auto()
    DOCUMENTS = auto()
    NOTHING = auto()
    """Nothing here: it is done elsewhere, or has to be waited for."""


_BY_STEP = {
    StepKind.SORT: Deed.SORT,
    StepKind.AREAS: Deed.AREAS,
    StepKind.SCHOOLS: Deed.DETAILS,
    StepKind.MEMBERS: Deed.MEMBERS,
    StepKind.ENTER: Deed.ENTER,
    StepKind.SUMMARY: Deed.DOCUMENTS,
}


_GOES_ON = frozenset({Standing.MISSING, Standing.WAITING, Standing.SET_ASIDE, Standing.NOT_NEEDED})
"""Where something that is there and lacks something is gone on with, and never written twice."""


def is_logged(requirement: Requirement) -> bool:
    """Whether it is met by what is written down under it, not by what the journal has anyway."""
    return not isinstance(requirement, Counted)


def has_cells(requirement: Requirement) -> bool:
    """Whether it is asked for in every part of every cycle."""
    return requirement.per is Per.PART


def deed_of(progress: Progress, *, unsorted: bool) -> Deed:
    """What is natural to do about a requirement; `unsorted`: some sessions are not sorted yet."""
    asked = progress.requirement
    if isinstance(asked, ChecklistOf):
        return Deed.TICK
    if is_logged(asked):
        return _of_logged(progress)
    if isinstance(asked, ScoreGate) and progress.standing is Standing.UNKNOWN:
        return Deed.AREAS
    if unsorted and progress.standing is not Standing.MET:
        return Deed.SORT
    if progress.by or progress.by_debrief:
        return Deed.OPEN
    return Deed.OBSERVE if isinstance(asked, Observations) else Deed.NOTHING


def _of_logged(progress: Progress) -> Deed:
    if has_cells(progress.requirement):
        return Deed.CYCLES
    if progress.standing is Standing.MET and progress.there:
        return Deed.OPEN
    is_half = progress.standing in _GOES_ON and progress.lacking
    return Deed.GO_ON if is_half else Deed.LOG


def score_gate_near(marked: Progress | None, whole: PathwayProgress) -> str:
    """The id of the marked requirement where it goes by scores, else of the nearest; or empty."""
    current = whole.current.requirements if whole.current else ()
    near = (*((marked,) if marked else ()), *current)
    found = (*(each.requirement for each in near), *whole.pathway.requirements)
    return next((each.id for each in found if isinstance(each, ScoreGate)), "")


def lacking_in(progress: Progress, slot: Slot | None) -> tuple[Lack, ...]:
    """What keeps something from counting that is there, of one slot where one is meant."""
    if slot is None:
        return progress.lacking
    return tuple(one for each in progress.slots if each.slot == slot for one in each.lacking)


def deed_of_step(step: NextStep, whole: PathwayProgress) -> Deed:
    """What the next step asks for."""
    if step.kind in _BY_STEP:
        return _BY_STEP[step.kind]
    found = whole.of(step.requirement)
    if found is None:
        return Deed.NOTHING
    if step.slot is not None and is_logged(found.requirement) and step.kind is StepKind.DO:
        if isinstance(found.requirement, ChecklistOf):
            return Deed.TICK
        return Deed.GO_ON if lacking_in(found, step.slot) else Deed.LOG
    deed = deed_of(found, unsorted=bool(whole.unsorted))
    if deed is not Deed.OPEN:
        return deed
    # what is there is not what still lacks
    return Deed.OBSERVE if isinstance(found.requirement, Observations) else Deed.NOTHING
