"""All enrolments: the open ones with their next steps, the closed ones below."""

from __future__ import annotations

from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.events import Resize

from facilitui.commands.pathways import PATHWAYS
from facilitui.core.errors import Problem
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.messages import pathways as m
from facilitui.screens.pathway.enrolled_screen import PathwayReader
from facilitui.services.pathways.progressing import Progressing
from facilitui.widgets import pathway_list as view
from facilitui.widgets.browse_parts import offered
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.pathway_whole_rows import WholeRows
from facilitui.widgets.row_list import RowList

NOT_READ = "What this one asks cannot be read here any more: enter says why."


class PathwaysScreen(PathwayReader):
    """Enrolments in pathways; keys wait until they were read."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "#rows"
    commands = PATHWAYS
    only_reads = True
    title_of_help = "Pathways"
    about = (
        "Your ways, and those of your groups, through certifications and programmes. An enrolment "
        "shows what a pathway asks, what of it is there, and one next step. Several run side by "
        "side, and one session may count for several. Every decision is the programme's."
    )
    rows = getters.query_one("#rows", RowList)

    def __init__(self, progressing: Progressing) -> None:
        super().__init__(progressing)
        self.all: tuple[Enrolled, ...] | None = None
        """All enrolments as they were read last; None before."""
        self.lost: tuple[Problem, ...] = ()
        """What of the journal cannot be read, where there may be more."""

    def compose(self) -> ComposeResult:
        """A heading, what to do first, the list, what cannot be read, the keys."""
        yield Panel(lambda width: view.head_lines(self.all, width), id="head")
        yield Panel(id="empty")
        yield WholeRows(id="rows")
        yield Panel(lambda width: view.lost_lines(self.lost, width), id="said")
        yield KeyLine(self.commands)

    async def read_now(self) -> None:
        """All enrolments as they stand now."""
        self.lost = (await self._progressing.found()).lost
        self.all = await self._progressing.all()
        self.show_all()

    @on(Resize)
    def show_all(self) -> None:
        """Show what was read."""
        found = self.all
        if found is None:
            return
        self.rows.show(view.enrolment_rows(found, brief=self.has_class("-short")))
        self.set_class(not found, "-empty")
        self.query_one("#empty", Panel).show(partial(view.empty_lines, lost=self.lost))
        self.query_one("#said", Panel).draw_again()
        self.query_one("#head", Panel).draw_again()
        self.offer()

    @on(RowList.Marked)
    def offer(self) -> None:
        """Show the keys that lead somewhere."""
        words = {} if self.rows.marked else {"choose": "", "read_pathway": ""}
        words |= {"enrol": ""} if self.lost and not self.all else {}  # they may be enrolled
        self.key_line.offer(offered(self.commands, words, typing=False))

    @property
    def marked(self) -> Enrolled | None:
        """The marked enrolment."""
        key = self.rows.marked
        return next((each for each in self.all or () if each.id == key), None)

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Open the board of what is marked."""
        if self.marked is not None:
            self.post_message(m.BoardRequested(self.marked.id))

    def action_enrol(self) -> None:
        """Enrol in a pathway."""
        self.post_message(m.EnrolRequested())

    def action_read_pathway(self) -> None:
        """Read all that the marked one's pathway asks for."""
        marked = self.marked
        if marked is not None and marked.progress is not None:
            self.post_message(m.PathwayRequested(marked.progress.pathway))
        elif marked is not None:
            self.tell(NOT_READ)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
