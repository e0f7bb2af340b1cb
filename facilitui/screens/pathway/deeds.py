"""What a board asks the application for, about what is marked on it."""

from __future__ import annotations

from facilitui.core.pathways import board_actions as d
from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.requirements import ChecklistOf, Observations
from facilitui.core.pathways.words import Holder
from facilitui.messages import pathways as m
from facilitui.messages.evidence import ObservationRequested
from facilitui.messages.going import EntryRequested, ModeRequested, ReplayRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.pathway import entry_choices as which
from facilitui.screens.pathway import not_done as why
from facilitui.screens.pathway.enrolled_screen import EnrolledScreen
from facilitui.widgets.pathway_rows import ASKED, GATE, STEP


class BoardDeeds(EnrolledScreen):
    """A board that knows what is marked, and what can be done about it."""

    told_closed = why.CLOSED

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
        here, last = whole.enrolment.phase, whole.phases[-1].phase.id
        leads_on = self.marked == f"{GATE}{here}" and here != last  # no phase is behind that
        return Deed.ENTER if leads_on else Deed.NOTHING

    @property
    def sources(self) -> tuple[Source, ...]:
        """What there is of the marked requirement, whether it counts or not."""
        return which.sources_of(self.asked) if self.asked is not None else ()

    def do_it(self) -> None:
        """Do what is natural about what is marked."""
        doing = {
            Deed.LOG: self.action_log,
            Deed.GO_ON: self._go_on,
            Deed.TICK: self.action_log,
            Deed.SORT: self.action_sort,
            Deed.OBSERVE: lambda: self.ask(ObservationRequested()),
            Deed.AREAS: self.action_areas,
            Deed.OPEN: self.action_open_entry,
            Deed.CYCLES: self.action_cycles,
            Deed.DETAILS: self.action_details,
            Deed.MEMBERS: lambda: self.ask(m.RosterEditRequested(self.enrolment)),
            Deed.ENTER: self._enter,
            Deed.DOCUMENTS: self.action_documents,
        }
        doing.get(self.deed, lambda: self.tell(why.why_nothing(self.marked, self.progress)))()

    def action_log(self) -> None:
        """Log something under the marked requirement; of a checklist tick items off."""
        asked, whole = self.asked, self.progress
        if self.is_closed:
            self.tell(why.CLOSED)
        elif asked is None or whole is None:
            self.tell(why.MARK_ONE)
        elif isinstance(asked.requirement, ChecklistOf):
            self.ask(m.TickRequested(self.enrolment, asked.requirement.id))
        elif isinstance(asked.requirement, Observations):
            self.do_it()
        elif not d.is_logged(asked.requirement):
            self.tell(why.NOT_LOGGED)
        elif asked.idle and asked.lacking:
            self._go_on()
        else:
            self._go_on_with(which.NEW)

    @property
    def _slot(self) -> Slot | None:
        """The one that is meant of what is asked; None where none is."""
        whole = self.progress
        return whole.step.slot if whole is not None and self.marked == STEP else None

    def _go_on(self) -> None:
        """Go on with what does not count yet; of several with the one that is chosen."""
        lacking = d.lacking_in(self.asked, self._slot) if self.asked is not None else ()
        there = [each.source.entry for each in lacking if each.source is not None]
        if len(there) > 1:
            asking = ChooseDialog(which.GO_ON_WITH, which.to_go_on_with(lacking))
            self.app.push_screen(asking, self._go_on_with)
        else:
            self._go_on_with(next(iter(there), which.NEW))

    def _go_on_with(self, entry: str | None) -> None:
        asked = self.asked
        if asked is not None and entry == which.NEW:
            self.ask(m.LogRequested(self.enrolment, asked.requirement.id, self._slot))
        elif asked is not None and entry:
            self.ask(m.LogRequested(self.enrolment, asked.requirement.id, entry=entry))

    def action_sort(self) -> None:
        """Say what counts."""
        self.ask(m.SortRequested(self.enrolment, self.load_again))

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
        self.ask(m.EnrolmentEditRequested(self.enrolment, form, about))

    def action_documents(self) -> None:
        """Write a document."""
        self.ask(m.DocumentsRequested(self.enrolment))

    def action_aside(self) -> None:
        """Set the marked requirement aside, or let it wait."""
        if self.asked is None and not self.is_closed:
            self.tell(why.MARK_ONE)
        elif self.asked is None:
            self.tell(why.CLOSED)
        else:
            self._edit(FormOf.ASIDE, self.asked.requirement.id)

    def action_areas(self) -> None:
        """Enter the priority areas."""
        if self._gate:
            self._edit(FormOf.AREAS)
        else:
            self.tell(why.NO_GATE)

    def action_rule(self) -> None:
        """Enter the rule of the marked gate; where none is marked, of the current phase's."""
        if gate := self._gate:
            self._edit(FormOf.RULE, gate)
        else:
            self.tell(why.NO_GATE)

    @property
    def _gate(self) -> str:
        """The marked requirement that goes by scores, else the nearest one; empty without any."""
        whole = self.progress
        return d.score_gate_near(self.asked, whole) if whole is not None else ""

    def action_open_entry(self) -> None:
        """Open what there is of the marked requirement; of several, the one that is chosen."""
        sources = {each.entry or each.session: each for each in self.sources}
        if len(sources) > 1:
            lacking = self.asked.lacking if self.asked is not None else ()
            asking = ChooseDialog(which.OPEN_WHICH, which.to_open(sources.values(), lacking))
            self.app.push_screen(asking, lambda key: self._open(sources.get(key or "")))
        elif sources:
            self._open(*sources.values())
        else:
            self.tell(why.NOTHING_THERE)

    def _open(self, source: Source | None) -> None:
        """Open an entry; from the journal one comes back to this very board, if it stays open."""
        mode = self.app.current_mode
        here = ModeRequested(mode) if mode != "journal" else m.BoardRequested(self.enrolment)
        if source is not None and source.entry:
            self.ask(EntryRequested(source.entry, here))
        elif source is not None:
            self.ask(ReplayRequested(source.session))

    def action_cycles(self) -> None:
        """See the cycles."""
        if self.progress is not None and self.progress.pathway.cycles is not None:
            self.ask(m.CyclesRequested(self.enrolment))
        else:
            self.tell(why.NO_CYCLES)

    def action_roster(self) -> None:
        """See who takes part."""
        if self.enrolled is not None and self.enrolled.enrolment.holder is Holder.GROUP:
            self.ask(m.RosterRequested(self.enrolment))
        else:
            self.tell(why.NO_ROSTER)

    def action_read_pathway(self) -> None:
        """Read all that the pathway asks for."""
        if self.progress is not None:
            self.ask(m.PathwayRequested(self.progress.pathway))

    def action_cards(self) -> None:
        """Read the pathway's cards."""
        if self.progress is not None:
            self.ask(m.PathwayCardsRequested(self.progress.pathway))

    def action_take_back(self) -> None:
        """Take back the last change."""
        self.ask(m.TakeBackRequested(self.enrolment, self.load_again))

    def action_move(self) -> None:
        """See what the changed file would change, and move to it; it may have changed just now."""
        self.read_first(self._move)

    def _move(self) -> None:
        if self.enrolled is None or has_other_file(self.enrolled) or not self.is_fresh:
            self.ask(m.MoveRequested(self.enrolment, self.load_again))
        else:
            self.tell(why.NOT_CHANGED)

    def action_close(self) -> None:
        """Close it, or go on with it."""
        if self.is_closed:
            self.ask(m.ReopenRequested(self.enrolment, self.load_again))
        else:
            self._edit(FormOf.CLOSING)


def has_other_file(enrolled: Enrolled) -> bool:
    """Whether there is something to be seen of the pathway's file as it is now."""
    return bool(enrolled.changed_to or enrolled.broken) or enrolled.progress is None
