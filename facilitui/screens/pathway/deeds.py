"""What a board asks the application for, about what is marked on it."""

from __future__ import annotations

from textual.message import Message

from facilitui.core.pathways import deeds as d
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.deeds import Deed
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.requirements import ChecklistOf, ScoreGate
from facilitui.core.pathways.words import Holder
from facilitui.core.told import day_of_month
from facilitui.messages import pathways as m
from facilitui.messages.evidence import ObservationRequested
from facilitui.messages.going import EntryRequested, ModeRequested, ReplayRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.widgets.pathway_rows import ASKED, GATE, STEP
from facilitui.widgets.read_anew import ReadAnew

MARK_ONE = "Mark a requirement first."
NOT_LOGGED = "That is met by what the journal has: debriefs, observations, feedback; s sorts them."
NOTHING_THERE = "Nothing of it is there yet."
NO_GATE = "This pathway has no gate that goes by scores."
NO_CYCLES = "This pathway has no cycles."
NO_ROSTER = "Only a group's pathway has a roster."
NOT_CHANGED = "The pathway's file says what it said when this was begun."
WAITS = "No key does that here: its page says how it is met, and what is still open."


class BoardDeeds(ReadAnew):
    """A board that knows what is marked, and what can be done about it."""

    enrolment: str
    enrolled: Enrolled | None

    @property
    def marked(self) -> str:
        """The key of the marked row."""
        raise NotImplementedError

    @property
    def progress(self) -> PathwayProgress | None:
        """Where it stands; None where that is not known, or cannot be told."""
        return self.enrolled.progress if self.enrolled is not None else None

    @property
    def asked(self) -> Progress | None:
        """The marked requirement; on the next step the one that it is about."""
        whole, key = self.progress, self.marked
        if whole is None:
            return None
        return whole.of(whole.step.requirement if key == STEP else key.removeprefix(ASKED))

    @property
    def deed(self) -> Deed:
        """What is natural to do about what is marked."""
        whole = self.progress
        if whole is None:
            return Deed.NOTHING
        if self.marked == STEP:
            return d.deed_of_step(whole.step, whole)
        asked = self.asked
        if asked is not None:
            return d.deed_of(asked, unsorted=bool(whole.unsorted))
        is_last = self.marked.removeprefix(GATE) == whole.phases[-1].phase.id
        return Deed.NOTHING if is_last else Deed.ENTER  # behind the last gate there is no phase

    @property
    def sources(self) -> tuple[Source, ...]:
        """What there is of the marked requirement, each once."""
        if (asked := self.asked) is None:
            return ()
        found = (*asked.by, *(each for slot in asked.slots for each in slot.by))
        return tuple({each.entry or each.session: each for each in found}.values())

    def do_it(self) -> None:
        """Do what is natural about what is marked."""
        doing = {
            Deed.LOG: self.action_log,
            Deed.TICK: self.action_log,
            Deed.SORT: self.action_sort,
            Deed.OBSERVE: lambda: self._ask(ObservationRequested()),
            Deed.AREAS: self.action_areas,
            Deed.OPEN: self.action_open_entry,
            Deed.CYCLES: self.action_cycles,
            Deed.DETAILS: self.action_details,
            Deed.MEMBERS: lambda: self._ask(m.RosterEditRequested(self.enrolment)),
            Deed.ENTER: self._enter,
            Deed.DOCUMENTS: self.action_documents,
        }
        doing.get(self.deed, lambda: self.tell(WAITS))()

    def _ask(self, message: Message) -> None:
        self.post_message(message)

    def action_log(self) -> None:
        """Log something under the marked requirement; of a checklist tick items off."""
        asked, whole = self.asked, self.progress
        if asked is None or whole is None:
            self.tell(MARK_ONE)
        elif isinstance(asked.requirement, ChecklistOf):
            self._ask(m.TickRequested(self.enrolment, asked.requirement.id))
        elif not d.is_logged(asked.requirement):
            self.tell(NOT_LOGGED)
        else:
            slot: Slot | None = whole.step.slot if self.marked == STEP else None
            self._ask(m.LogRequested(self.enrolment, asked.requirement.id, slot))

    def action_sort(self) -> None:
        """Say what counts."""
        self._ask(m.SortRequested(self.enrolment, self.load_again))

    def action_enter_phase(self) -> None:
        """Enter a phase."""
        self._edit(FormOf.PHASE)

    def _enter(self) -> None:
        """Enter the phase that comes next; where nothing says which that is, the one chosen."""
        whole = self.progress
        about = whole.step.phase if whole is not None and self.marked == STEP else ""
        self._edit(FormOf.PHASE, about)

    def action_details(self) -> None:
        """Change what it is called, and the like."""
        self._edit(FormOf.DETAILS)

    def _edit(self, form: FormOf, about: str = "") -> None:
        self._ask(m.EnrolmentEditRequested(self.enrolment, form, about))

    def action_documents(self) -> None:
        """Write a document."""
        self._ask(m.DocumentsRequested(self.enrolment))

    def action_aside(self) -> None:
        """Set the marked requirement aside, or let it wait."""
        if self.asked is None:
            self.tell(MARK_ONE)
        else:
            self._edit(FormOf.ASIDE, self.asked.requirement.id)

    def action_areas(self) -> None:
        """Enter the priority areas."""
        if self._gate:
            self._edit(FormOf.AREAS)
        else:
            self.tell(NO_GATE)

    def action_rule(self) -> None:
        """Enter the rule of the marked gate; where none is marked, of the current phase's."""
        if gate := self._gate:
            self._edit(FormOf.RULE, gate)
        else:
            self.tell(NO_GATE)

    @property
    def _gate(self) -> str:
        """The marked requirement that goes by scores, else the nearest one; empty without any."""
        asked, whole = self.asked, self.progress
        if asked is not None and isinstance(asked.requirement, ScoreGate):
            return asked.requirement.id
        current = whole.current.requirements if whole is not None and whole.current else ()
        every = whole.pathway.requirements if whole is not None else ()
        found = (*(each.requirement for each in current), *every)
        return next((each.id for each in found if isinstance(each, ScoreGate)), "")

    def action_open_entry(self) -> None:
        """Open what meets the marked requirement; of several, the one that is chosen."""
        sources = {each.entry or each.session: each for each in self.sources}
        if len(sources) > 1:
            choices = [Choice(key, each.told, _day(each)) for key, each in sources.items()]
            asking = ChooseDialog("Open which?", [*reversed(choices)])
            self.app.push_screen(asking, lambda key: self._open(sources.get(key or "")))
        elif sources:
            self._open(*sources.values())
        else:
            self.tell(NOTHING_THERE)

    def _open(self, source: Source | None) -> None:
        """Open an entry; from the journal one comes back to this very board, if it stays open."""
        mode = self.app.current_mode
        here = ModeRequested(mode) if mode != "journal" else m.BoardRequested(self.enrolment)
        if source is not None and source.entry:
            self._ask(EntryRequested(source.entry, here))
        elif source is not None:
            self._ask(ReplayRequested(source.session))

    def action_cycles(self) -> None:
        """See the cycles."""
        if self.progress is not None and self.progress.pathway.cycles is not None:
            self._ask(m.CyclesRequested(self.enrolment))
        else:
            self.tell(NO_CYCLES)

    def action_roster(self) -> None:
        """See who takes part."""
        if self.enrolled is not None and self.enrolled.enrolment.holder is Holder.GROUP:
            self._ask(m.RosterRequested(self.enrolment))
        else:
            self.tell(NO_ROSTER)

    def action_read_pathway(self) -> None:
        """Read all that the pathway asks for."""
        if self.progress is not None:
            self._ask(m.PathwayRequested(self.progress.pathway))

    def action_cards(self) -> None:
        """Read the pathway's cards."""
        if self.progress is not None:
            self._ask(m.PathwayCardsRequested(self.progress.pathway))

    def action_take_back(self) -> None:
        """Take back the last change."""
        self._ask(m.TakeBackRequested(self.enrolment, self.load_again))

    def action_move(self) -> None:
        """See what the changed file would change, and move to it."""
        enrolled = self.enrolled
        if enrolled is not None and has_other_file(enrolled):
            self._ask(m.MoveRequested(self.enrolment, self.load_again))
        else:
            self.tell(NOT_CHANGED)

    def action_close(self) -> None:
        """Close it, or go on with it."""
        if self.enrolled is not None and self.enrolled.enrolment.closed_on is not None:
            self._ask(m.ReopenRequested(self.enrolment, self.load_again))
        else:
            self._edit(FormOf.CLOSING)


def has_other_file(enrolled: Enrolled) -> bool:
    """Whether there is something to be seen of the pathway's file as it is now."""
    return bool(enrolled.changed_to or enrolled.broken) or enrolled.progress is None


def _day(source: Source) -> str:
    return day_of_month(source.on) if source.on else "no day"
