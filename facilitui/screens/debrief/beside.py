"""What stands beside a debrief, and is sorted, pulled into it and looked at from there."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.events import DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import TextArea

from facilitui import text as t
from facilitui.commands import Command
from facilitui.commands.debrief import offered
from facilitui.core.debriefs.asked_moments import is_private, moment_asked, pulled, time_of, to_pull
from facilitui.core.debriefs.debrief_answers import COMMITMENT, EARLIER
from facilitui.core.debriefs.record_gone import NO_REPLAY, NO_SORTING
from facilitui.core.debriefs.sorting import Heap, HeapSeen, heaps
from facilitui.messages.going import GapsRequested, QuotesRequested, ReplayRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.heaps import HeapsDialog
from facilitui.screens.dialogs.sorting import SORTED, sort_dialog
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.widgets import debrief_view as view
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen

RECORDED = {Heap.QUOTES: QuotesRequested, Heap.GAPS: GapsRequested}
"""What is written into the session's record, and who is asked for its list."""
NO_MOMENT = "This question is about no one moment; f9 shows what was kept, with its times."
NOTHING_KEPT = "Nothing was captured or parked that could be pulled in."
NOWHERE = "Go to the answer first that it is to stand in."
STANDS = "It stands in the debrief now."
PRIVATE = "private: reports leave it out until it is released"


class Beside(PaperScreen[str | None]):
    """A debrief's screen, as far as it is about the facts beside it."""

    def __init__(self, desk: DebriefDesk) -> None:
        super().__init__()
        self._desk = desk
        self._notes_shown = False
        self._answer: Widget | None = None
        """The answer that had the keys last."""
        self._facts_hid = False
        """Whether the facts stood where the answers do."""

    @property
    def at(self) -> str:
        """The question that the keys go to; empty where they go elsewhere."""
        raise NotImplementedError

    @property
    def line_keys(self) -> tuple[Command, ...]:
        """The keys of the line that is being typed; none where nothing is asked in one."""
        raise NotImplementedError

    def collect(self) -> None:
        """Take what is in the answers now, however lately it was typed."""
        raise NotImplementedError

    async def kept(self) -> None:
        """Keep what was written and sorted."""
        raise NotImplementedError

    async def look_again(self) -> None:
        """Read the session's record again, and ask and show what follows from it."""
        raise NotImplementedError

    # What is shown

    def facts(self, width: int) -> t.Lines:
        """The facts, with what was kept where that is shown."""
        return view.facts_lines(self._desk, width, notes=self._notes_shown)

    def show_facts(self) -> None:
        """Draw them as they are now."""
        self.query_one("#facts Panel", Panel).show(self.facts)
        self.call_after_refresh(self._send_keys)

    @on(Resize)
    def _send_keys_where_there_is_room(self) -> None:
        self.call_after_refresh(self._send_keys)

    @on(DescendantFocus)
    def _remember(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, TextArea):
            self._answer = event.widget

    @on(DescendantFocus)
    @on(Resize)
    def offer_keys(self) -> None:
        """Offer the keys, those first that mean something where one is."""
        debrief, at = self._desk.debrief, self.at
        keys = self.line_keys or offered(
            moment=moment_asked(debrief, self._desk.facts, at) is not None,
            earlier=at.startswith(EARLIER),
            promised=at.startswith(COMMITMENT),
            narrow=self.has_class("-narrow"),
            notes=self._notes_shown,
        )
        self.key_line.offer(keys)

    def action_notes(self) -> None:
        """Show or hide marks and captures."""
        self._notes_shown = not self._notes_shown
        self.show_facts()
        self.set_class(self._notes_shown, "-notes")
        if self._notes_shown:
            self.query_one("#facts").scroll_home(animate=False)
        self.offer_keys()

    def _send_keys(self) -> None:
        """The keys scroll the facts where these hide the answers; else they go on writing.

        Facts that are longer than the window are a place that tab leads to.
        """
        facts = self.query_one("#facts")
        hiding = self._notes_shown and self.has_class("-narrow")
        facts.can_focus = hiding or facts.max_scroll_y > 0
        was_hiding, self._facts_hid = self._facts_hid, hiding
        if hiding:
            self.set_focus(facts)
        elif was_hiding and self._answer is not None and self._answer.is_attached:
            self.set_focus(self._answer)

    # Sorting

    def _heaps(self) -> tuple[HeapSeen, ...]:
        return heaps(self._desk.debrief, self._desk.facts, self._desk.state.norms)

    async def action_sort(self) -> None:
        """Show all that can be sorted; at what was promised before, at once what became of it."""
        await self.kept()
        if self.at.startswith(EARLIER):
            self._open_heap(Heap.EARLIER, lambda: None)
        elif self._desk.record_gone:
            self.tell(NO_SORTING)
        else:
            self.app.push_screen(HeapsDialog(self._heaps, self._open_heap))

    def _open_heap(self, heap: Heap, closed: Callable[[], None]) -> None:
        def look(result: None) -> None:
            self.run_worker(self._look_again(closed))

        if heap in SORTED:
            self.app.push_screen(sort_dialog(heap, self._desk, self.kept), look)
        else:
            self.post_message(RECORDED[heap](self._desk.debrief.session, look))

    async def _look_again(self, closed: Callable[[], None]) -> None:
        await self.look_again()
        closed()

    # Pulling in, and looking at a moment

    def action_pull(self) -> None:
        """Choose a line that was kept, and put it into the answer."""
        area, choices = self.focused, _to_choose(self._desk)
        if not choices:
            self.tell(NOTHING_KEPT)
        elif not isinstance(area, TextArea):
            self.tell(NOWHERE)
        else:
            dialog = ChooseDialog("Pull which line into the answer?", choices)
            self.app.push_screen(dialog, lambda note: self._pull(area, note))

    def _pull(self, area: TextArea, seq: str | None) -> None:
        found = (note for note in to_pull(self._desk.facts) if str(note.seq) == seq)
        for note in found:
            row, column = area.cursor_location
            before = area.document.get_line(row)[:column][-1:].strip()
            text = pulled(note, self._desk.facts.began_at, self._desk.zone)
            area.insert(f" {text}" if before else text, maintain_selection_offset=False)
            self.tell(STANDS)

    def action_moment(self) -> None:
        """See the session as it stood at the moment that is asked about."""
        debrief, facts = self._desk.debrief, self._desk.facts
        moment = moment_asked(debrief, facts, self.at)
        if self._desk.record_gone:
            self.tell(NO_REPLAY)
        elif moment is None:
            self.tell(NO_MOMENT)
        else:
            self.post_message(ReplayRequested(debrief.session, moment))


def _to_choose(desk: DebriefDesk) -> list[Choice]:
    """The lines that can be pulled in, each with its time."""
    facts = desk.facts
    return [
        Choice(
            str(note.seq),
            note.text,
            PRIVATE if is_private(note) else "",
            figure=time_of(note.elapsed, facts.began_at, desk.zone),
        )
        for note in to_pull(facts)
    ]
