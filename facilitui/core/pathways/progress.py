"""Where an enrolment stands: each requirement met by what, or missing what, and one next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Source
from facilitui.core.pathways.enrolment import Enrolment, Entered, PriorityAreas
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.pathway import Pathway, Phase
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.words import Standing, StepKind


@dataclass(frozen=True, slots=True)
class SlotProgress:
    """Where one of those stands that a requirement is asked for anew, or one of its parts."""

    slot: Slot
    name: str
    """Such as "Cycle 2, Study", a school's name, "Completed"."""
    standing: Standing
    by: tuple[Source, ...] = ()
    lacks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What else is to be known of what is there, likewise: "next on 3 Dec 2026"."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one requirement stands in its phase."""

    requirement: Requirement
    standing: Standing
    by: tuple[Source, ...] = ()
    """What meets it, or is there of it, the earliest first."""
    have: int = 0
    need: int | None = None
    """How many are asked for; None where the programme prints no number."""
    lacks: tuple[str, ...] = ()
    """What is missing, and what keeps something from counting, each as the end of a sentence."""
    told: str = ""
    """All of it in a line, without its full stop: "1 of 2", "4 logged; no number given; ..."."""
    slots: tuple[SlotProgress, ...] = ()
    """In their order, where it is asked for anew or in parts; else empty."""
    reason: str = ""
    """Why it was set aside, or what is waited for."""
    remarks: tuple[str, ...] = ()
    """What else is to be known of what is there, likewise; the first of them are in `told` too."""
    areas: PriorityAreas | None = None
    """Those that a score gate goes by; None elsewhere, and where nobody named any."""
    beside: str = ""
    """What the gate that needs it says as well, as part of a sentence; empty for nothing."""
    uncounted: str = ""
    """How much counts for the enrolment and not for this, and why; empty where all of it does."""

    @property
    def more(self) -> tuple[str, ...]:
        """Those remarks for which `told` has no room."""
        return tuple(each for each in self.remarks if each not in self.told)


@dataclass(frozen=True, slots=True)
class GateProgress:
    """Where the gate of a phase stands. Whether it opens is always the programme's decision."""

    meets: bool
    """Whether it meets the recorded criteria."""
    lacks: tuple[Progress, ...] = ()
    """What it needs and is not met, also what was set aside of it."""
    told: str = ""
    """In a line: "meets the recorded criteria; the decision is the programme's"; or what is open,
    and beside it what was set aside and what no number is given for."""
    brief: str = ""
    """The same in a few words without what is open: "2 of 3 open, 1 set aside"."""


@dataclass(frozen=True, slots=True)
class PhaseProgress:
    """Where one phase stands."""

    phase: Phase
    requirements: tuple[Progress, ...]
    """In the file's order."""
    gate: GateProgress | None = None
    entered: Entered | None = None
    """When it was entered last; None where it was not."""
    left_on: date | None = None
    """The day the next one was entered."""
    counts_from: date | None = None
    """The first day that counts for it, where something may be taken for its own that is of the
    day on which it was entered, which belongs to the phase before; None elsewhere."""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next."""

    kind: StepKind
    text: str
    """A sentence without its full stop."""
    requirement: str = ""
    """The id of the one that it is about; empty for none."""
    slot: Slot | None = None
    phase: str = ""
    """The id of the phase that is to be entered; empty where none is, or any may be."""


@dataclass(frozen=True, slots=True)
class PathwayProgress:
    """Where an enrolment stands."""

    id: str
    """The enrolment's entry."""
    enrolment: Enrolment
    pathway: Pathway
    """As it was enrolled in."""
    phases: tuple[PhaseProgress, ...]
    step: NextStep
    unsorted: tuple[Source, ...] = ()
    """What was held since its beginning and nobody said whether it counts, the earliest first."""
    unsorted_told: str = ""
    """What these are: "2 sessions and 1 observation"; empty for none."""
    notices: tuple[str, ...] = ()
    """What may make this too little, each a sentence."""

    @property
    def current(self) -> PhaseProgress | None:
        """The phase that was entered last; None before any."""
        return next((each for each in self.phases if each.is_current), None)

    @property
    def enterable(self) -> tuple[PhaseProgress, ...]:
        """Those that can be entered; that entered last too, where it can be taken out again."""
        has_past = len(self.enrolment.entered) > 1
        return tuple(each for each in self.phases if has_past or not each.is_current)

    def of(self, requirement: str) -> Progress | None:
        """Where a requirement stands, of whatever phase; None where there is none of that id."""
        every = (each for phase in self.phases for each in phase.requirements)
        return next((each for each in every if each.requirement.id == requirement), None)
