"""Where an enrolment stands: each requirement met by what, or missing what, and one next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways import standing_line
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.enrolment import Enrolment, Entered, OwnRule, PriorityAreas
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.pathway import Pathway, Phase
from facilitui.core.pathways.remarks import Lack, Remark, all_said, lacking
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.whose_words import Said, Typed, told
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.safe_text import line


@dataclass(frozen=True, slots=True)
class SlotProgress:
    """Where one of those stands that a requirement is asked for anew, or one of its parts."""

    slot: Slot
    name: str
    """Such as "Cycle 2, Study", a school's name, "Completed"."""
    standing: Standing
    by: tuple[Source, ...] = ()
    lacks: tuple[Lack, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What else is to be known of what is there: "next on 3 Dec 2026"."""

    @property
    def called(self) -> Said:
        """The same with whose words it is, where it is what a member is called."""
        member = self.slot.member
        return (Typed(self.name, member=member, in_quotes=False),) if member else self.name

    @property
    def lacking(self) -> tuple[Lack, ...]:
        """What keeps something from counting that is there, each with that."""
        return lacking(self.lacks)


@dataclass(frozen=True, slots=True)
class AreaLevel:
    """Where one area of a score gate stands."""

    name: str
    level: int | None = None
    """The score that counts; None where the area was not scored in the phase."""
    source: Source | None = None
    """Who scored it so, and when."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one requirement stands in its phase.

    Its parts in words are `count`, `rule`, `other`, `reason`, `lacks` and `remarks`; `told` makes
    the line of them (`facilitui.core.pathways.standing_line`), and nobody takes that apart again.
    """

    requirement: Requirement
    standing: Standing
    by: tuple[Source, ...] = ()
    """What meets it, or is there of it, the earliest first."""
    have: int = 0
    need: int | None = None
    """How many are asked for; None where no number is printed."""
    lacks: tuple[Lack, ...] = ()
    """What is missing, and what keeps something from counting."""
    count: str = ""
    """How much is there, against what is asked: "1 of 2", "4 logged", "recorded, dated 3 May 2026";
    or that it cannot be told, and why."""
    rule: str = ""
    """By what that is judged: that no number is given, what scores have to reach, by which day."""
    slots: tuple[SlotProgress, ...] = ()
    """In their order, where it is asked for anew or in parts; else empty."""
    reason: str = ""
    """Why it was set aside, or what is waited for."""
    other: str = ""
    """The text of the requirement that meets it, or because of which it is not needed."""
    remarks: tuple[Remark, ...] = ()
    """What else is to be known of what is there."""
    areas: PriorityAreas | None = None
    """Those that a score gate goes by; None elsewhere, and where nobody named any."""
    levels: tuple[AreaLevel, ...] = ()
    """Where each of those areas stands, in their order; empty elsewhere."""
    own_rule: OwnRule | None = None
    """What a score gate goes by in place of the file's rule; None elsewhere."""
    beside: tuple[Remark, ...] = ()
    """What the gate that needs it says as well."""
    own: tuple[Source, ...] = ()
    """What is there of it and does not meet it now: another one does, or it has to come again."""
    uncounted: str = ""
    """How much counts for the enrolment and not for this, and why; else empty."""
    by_debrief: tuple[Source, ...] = ()
    """What of that lies in the phase and is kept out by what its own debrief says."""

    @property
    def told(self) -> str:
        """All of it in a line, without its full stop: "4 logged; no number given; ..."."""
        return standing_line.whole(self)

    @property
    def plain(self) -> str:
        """The same without remarks, for who tells all of those apart from it."""
        return standing_line.plain(self)

    @property
    def more(self) -> tuple[Remark, ...]:
        """Those remarks for which `told` has no room."""
        return standing_line.more(self)

    @property
    def open(self) -> tuple[Lack, ...]:
        """What is missing beyond what `told` says, and beyond that nothing is there."""
        return standing_line.still_open_beside(self)

    @property
    def lacking(self) -> tuple[Lack, ...]:
        """What keeps something from counting that is there, each with that; slot by slot."""
        return lacking((*self.lacks, *(one for slot in self.slots for one in slot.lacks)))

    @property
    def there(self) -> tuple[Source, ...]:
        """All that is there of it by itself, each once: what counts, then what does not."""
        by = () if self.other and self.standing is not Standing.NOT_NEEDED else self.by
        found = (*by, *self.own, *(one for slot in self.slots for one in slot.by))
        return tuple(dict.fromkeys((*found, *(e.source for e in self.lacking if e.source))))

    @property
    def idle(self) -> str:
        """How much is there though nothing is asked of it: "1 is there"; empty elsewhere."""
        return standing_line.idle(self)

    @property
    def names_standing(self) -> bool:
        """Whether `told` says by itself where it stands, so that no word need stand before it."""
        return standing_line.names_standing(self)

    @property
    def beside_told(self) -> str:
        """What the gate that needs it says as well, as part of a sentence; empty for nothing."""
        return told(all_said(self.beside))

    @property
    def plain_said(self) -> Said:
        """`plain` with whose words it is."""
        return standing_line.plain_said(self)


@dataclass(frozen=True, slots=True)
class GateProgress:
    """Where the gate of a phase stands. Whether it opens is always the programme's decision."""

    meets: bool
    """Whether it meets the recorded criteria."""
    lacks: tuple[Progress, ...] = ()
    """What it needs and is not met, also what was set aside of it."""
    said: Said = ""
    """In a line: "meets the recorded criteria; the decision is the programme's"; or what is not
    met yet, and beside it what was set aside and what no number is given for."""
    in_short: Said = ""
    """The same in a few words without what that is: "2 of 3 not met yet, 1 set aside"."""
    beside: Said = ""
    """What is told beside it: for what no number is given, and on what else it rests."""

    @property
    def told(self) -> str:
        """The first for who may read all of it."""
        return line(told(self.said))

    @property
    def brief(self) -> str:
        """The second for who may read all of it."""
        return line(told(self.in_short))


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
    to_be_known: tuple[Said, ...] = ()
    """What may make this too little, each a sentence."""

    @property
    def notices(self) -> tuple[str, ...]:
        """The same for who may read all of it."""
        return tuple(line(told(each)) for each in self.to_be_known)

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
