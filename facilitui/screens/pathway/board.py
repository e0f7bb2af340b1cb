"""The board of one enrolment: the next step, then phase by phase what is asked and what is there.

The marked requirement is read beside the list, or in a narrow window in place of it.
"""

from __future__ import annotations

from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize

from facilitui import text as t
from facilitui.commands import Command
from facilitui.commands.pathways import BOARD
from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.screens.pathway.deeds import BoardDeeds
from facilitui.screens.pathway.not_done import NO_REDO
from facilitui.screens.pathway.offers import offered_on, works_on
from facilitui.services.pathways.progressing import Progressing
from facilitui.widgets import pathway_view as view
from facilitui.widgets.browse_parts import BESIDE, Page, let_use
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.pathway_rows import STEP, board_rows
from facilitui.widgets.pathway_whole_rows import WholeMarkedRows
from facilitui.widgets.row_list import RowList


class BoardScreen(BoardDeeds):
    """Where an enrolment stands; keys wait until it was read."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "#rows"
    commands = BOARD
    only_reads = True
    title_of_help = "Pathway"
    about = (
        "One way through a pathway: the next step first, then each phase with what it asks and "
        "what is there of it. ✓ is met, ○ missing, · not required, • logged where the programme "
        "prints no number, … waiting for an opportunity, ? what cannot be told yet, – set aside, "
        "◇ a gate. What is recorded at most meets the recorded criteria; every decision is the "
        "programme's. Only sessions that you sorted as counting here count, each in the phase that "
        "its day lies in."
    )
    rows = getters.query_one("#rows", RowList)
    page = getters.query_one(Page)

    def __init__(self, progressing: Progressing, enrolment: str) -> None:
        super().__init__(progressing, enrolment)
        self.reading = False
        """Whether the keys go to the page."""

    def compose(self) -> ComposeResult:
        """A heading, the list and the page of what is marked, what is wrong, the keys."""
        yield Panel(self.draw_head, id="head")
        with Horizontal(id="body"):
            yield WholeMarkedRows(id="rows")
            yield Page(id="page")
        yield Panel(id="said")
        yield KeyLine(self.commands)

    def head_lines(self, width: int) -> t.Lines:
        """Whose way it is, and the phase it is in."""
        return view.head_lines(self.enrolled, width)

    def on_mount(self) -> None:
        """Nothing is there yet."""
        self.set_out()

    @property
    def beside(self) -> bool:
        """Whether list and page have room beside each other."""
        return self.app.size.width >= BESIDE

    async def read_anew(self) -> None:
        """Where the enrolment stands now."""
        self._take(await self._progressing.of(self.enrolment))

    def show_gone(self) -> None:
        """No row and no page."""
        self.enrolled, self.reading = None, False
        self._show_rows()
        self.page.show("", lambda width: [])
        self.set_out()

    def _take(self, enrolled: Enrolled) -> None:
        is_elsewhere = self.enrolled is None or self.enrolled.enrolment.phase != (
            enrolled.enrolment.phase
        )  # then the phases are in another order, and something else is next
        if self.progress is not None and self.progress != enrolled.progress:
            self.page.scroll_home(animate=False)  # what is marked may say something else now
        self.enrolled = enrolled
        self._show_rows(STEP if is_elsewhere else "")
        self.query_one("#said", Panel).show(partial(view.said_lines, enrolled))
        self.reading = self.reading and bool(self.rows.keys)
        self.set_out()
        self.show_page()

    @on(Resize)
    def _resized(self) -> None:
        self.set_out()
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        """How much space rows may have is another matter in another window."""
        self._show_rows()
        self.show_page()

    def _show_rows(self, mark: str = "") -> None:
        brief, progress = self.has_class("-short"), self.progress
        rows = board_rows(progress, brief=brief) if progress is not None else []
        self.rows.show(rows, mark if rows else "")

    def set_out(self) -> None:
        """Both beside each other, or the one that is being used."""
        there = not self.gone and (self.enrolled is None or bool(self.rows.keys))
        self.query_one("#body").display = there
        self.set_class(not there, "-untold")
        used = self.page if self.reading else self.rows
        let_use(self, used, {each: self.beside or each is used for each in (self.rows, self.page)})
        self.set_class(self.beside, "-beside")
        self.offer()

    @on(DescendantFocus)
    def _follow_focus(self) -> None:
        """A click leads to the one or the other as keys do."""
        if self.page.has_focus != self.reading:
            self.reading = self.page.has_focus
            self.set_out()

    def works(self, command: Command) -> bool:
        """Whether a command means something for this enrolment."""
        return works_on(self, command)

    def offer(self) -> None:
        """Show the keys that lead somewhere now."""
        self.key_line.offer(offered_on(self))

    @on(RowList.Marked)
    def show_page(self) -> None:
        """Show the page of what is marked."""
        progress = self.progress
        if progress is not None and self.rows.marked:
            key = self.rows.marked
            self.page.show(key, partial(view.page_lines, progress, key))
        self.offer()

    @property
    def marked(self) -> str:
        """The key of the marked row."""
        return self.rows.marked

    @property
    def reads_first(self) -> bool:
        """Whether enter opens the page, which is not seen yet, before it does anything."""
        is_seen = self.beside or self.reading
        return not is_seen and (self.marked != STEP or self.deed is Deed.NOTHING)

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Read what is marked where it is not seen yet, else do what is natural about it."""
        if self.reads_first:
            self._turn(reading=bool(self.marked))
        else:
            self.do_it()

    def action_redo(self) -> None:
        """There is none: what was taken back is a revision of its own."""
        self.tell(NO_REDO)

    def action_other_side(self) -> None:
        """Let the keys go to the page, or to the list."""
        self._turn(reading=not self.reading and bool(self.marked))

    def _turn(self, *, reading: bool) -> None:
        if reading and not self.beside:  # else it is seen already, as far as it was read
            self.page.scroll_home(animate=False)
        self.reading = reading
        self.set_out()
        self.show_page()

    def action_leave(self) -> None:
        """Back to the list, then to where it was opened."""
        if self.reading:
            self._turn(reading=False)
        else:
            self.dismiss(None)
