"""Roster: who takes part in a group's way, by school and role, and which role nobody has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.events import Resize

from facilitui import text as t
from facilitui.commands.roster import ROSTER
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.roster_board import RosterBoard, roster_board
from facilitui.core.pathways.words import Holder
from facilitui.messages.pathways import RosterEditRequested
from facilitui.messages.privacy import PurgeRequested
from facilitui.screens.pathway.enrolled_screen import EnrolledScreen
from facilitui.widgets import roster_view as view
from facilitui.widgets.browse_parts import offered
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

if TYPE_CHECKING:
    from facilitui.services.pathways.journal_read import PathwayJournal
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing


class RosterScreen(EnrolledScreen):
    """Everybody on a roster; keys wait until it was read."""

    CSS_PATH = "roster.tcss"
    AUTO_FOCUS = "#rows"
    commands = ROSTER
    only_reads = True
    title_of_help = "Roster"
    about = (
        "Who takes part, school by school, with the role of each; who left stays, dimmed. Roles "
        "that the pathway names and nobody has are told. What is logged names people by an id "
        "alone. A purge of the roster takes the names with it, and those that were typed into "
        "texts where you say so."
    )
    rows = getters.query_one("#rows", RowList)

    def __init__(self, progressing: Progressing, log: LogKeeping, enrolment: str) -> None:
        super().__init__(progressing, enrolment)
        self._log = log
        self.board: RosterBoard | None = None
        self._found: PathwayJournal | None = None
        """What it was read from last."""
        self._names: dict[str, tuple[str, int]] = {}
        """Who each row of a person is about, by its key, and which of those of that name."""
        self._typed = 0
        """How many lines are typed and not saved."""

    def compose(self) -> ComposeResult:
        """A heading, the rows, what is said, the keys."""
        yield Panel(self.draw_head, id="head")
        yield RowList(id="rows")
        yield Panel(id="said")
        yield KeyLine(self.commands)

    def head_lines(self, width: int) -> t.Lines:
        """Whose roster it is, and how many are on it."""
        return view.head_lines(self.enrolled, self.board, width)

    async def read_anew(self) -> None:
        """Who takes part now."""
        self._typed = await self._log.roster_draft(self.enrolment)
        self._take(await self._progressing.of(self.enrolment), await self._progressing.found())

    def show_gone(self) -> None:
        """Nobody, whose names are of what is gone."""
        self.enrolled = self.board = self._found = None
        self._names = {}
        self.rows.show([])
        self.rows.display = False
        self._offer()

    def _take(self, enrolled: Enrolled, found: PathwayJournal) -> None:
        self.enrolled, self._found = enrolled, found
        self._show(enrolled, found)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        """How much space there is between schools is another matter in another window."""
        if self.enrolled is not None and self._found is not None:
            self._show(self.enrolled, self._found)

    def _show(self, enrolled: Enrolled, found: PathwayJournal) -> None:
        progress = enrolled.progress
        members = found.case.members.get(self.enrolment, ())
        self._names = {
            f"{view.MEMBER}{each.id}": (
                each.name,
                [one.name for one in members[:at]].count(each.name),
            )
            for at, each in enumerate(members)
        }
        rows: list[Row] = []
        said: t.Draw = partial(view.notice_lines, enrolled.notice)
        if progress is not None:
            logged = [each.said for each in found.case.logged]
            self.board = roster_board(progress, members, logged)
            if self._can_edit and not self.board.is_empty:
                airy = self.has_class("-high")
                rows = view.roster_rows(self.board, progress.pathway, airy=airy)
            else:
                said = partial(view.said_lines, self._why_nobody(found))
        self.rows.show(rows)
        self.rows.display = bool(rows)
        if self.is_fresh:  # else it is told there that it is not
            self.query_one("#said", Panel).show(said)
        self.query_one("#head", Panel).draw_again()
        self._offer()

    def _why_nobody(self, found: PathwayJournal) -> view.NobodyTold:
        if self.enrolled is not None and self.enrolled.enrolment.holder is not Holder.GROUP:
            return view.NO_GROUP
        told = view.PURGED if self.enrolment in found.purged_rosters else view.EMPTY
        return view.with_draft(told, self._typed)

    @property
    def _can_edit(self) -> bool:
        enrolled = self.enrolled
        is_group = enrolled is not None and enrolled.enrolment.holder is Holder.GROUP
        return is_group and enrolled is not None and enrolled.progress is not None

    @on(RowList.Marked)
    def _offer(self) -> None:
        words = {} if self._can_edit else {"edit": ""}
        words |= {} if self.rows.marked in self._names else {"change": ""}
        words |= {"edit": "", "change": ""} if self.is_closed else {}
        words |= {} if self._names and self.is_closed else {"purge": ""}
        self.key_line.offer(offered(self.commands, words, typing=False))

    @on(RowList.Chosen)
    def action_change(self) -> None:
        """Change whoever is marked; a role that nobody has is for somebody more."""
        self._edit(*self._names.get(self.rows.marked, ("", 0)))

    def action_edit(self) -> None:
        """Write down somebody more."""
        self._edit("")

    def _edit(self, at: str, which: int = 0) -> None:
        if self._can_edit:
            self.ask(RosterEditRequested(self.enrolment, at, which))
        else:
            self.tell(f"{view.NO_GROUP.first} {view.NO_GROUP.rest}")

    def action_purge(self) -> None:
        """Purge it, as was offered when the way was closed: what goes is shown before."""
        if self._names:
            self.post_message(PurgeRequested(roster_id(self.enrolment), self.load_again))
        else:
            self.tell(view.NOBODY_TO_PURGE)

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)
