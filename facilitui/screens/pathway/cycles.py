"""Cycles: what is there of each part of each, what each school works on, how pulses go.

The keys go to the grid, into the marked cell, or to the schools and pulses; in a narrow window
these stand below one another, and in a low one the list in place of the grid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from facilitui import text as t
from facilitui.commands.cycles import CYCLES
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.cycle_board import Cell, cycle_board
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.screens.pathway.cycle_deeds import CycleDeeds
from facilitui.screens.pathway.offers import way_back_second
from facilitui.widgets import cycle_view as view
from facilitui.widgets.browse_parts import let_use, offered
from facilitui.widgets.cycle_grid import CycleGrid
from facilitui.widgets.cycle_rows import Aim, BoardRows
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row, blank_row

if TYPE_CHECKING:
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing

BESIDE = 100
"""From so many columns on the schools stand beside the marked cell, else below it."""


class CyclesScreen(CycleDeeds):
    """The board of an enrolment's cycles; keys wait until it was read."""

    CSS_PATH = "cycles.tcss"
    AUTO_FOCUS = "#grid"
    commands = CYCLES
    only_reads = True
    title_of_help = "Cycles"
    about = (
        "Each part of each cycle with what is there of it; arrow keys mark one. ✓ meets what is "
        "asked, ○ nothing yet, ! there and not enough. Below it the marked cell with the "
        "pathway's questions, the check-ins of its cycle, what each school works on, and how "
        "pulses go from day to day: how many gave each answer, never an average. In the journal [ "
        "and ] go through the versions of a statement."
    )
    grid = getters.query_one("#grid", CycleGrid)
    cell_list = getters.query_one("#cell", RowList)
    """The marked cell; where there is no room beside it, schools and pulses too."""
    others = getters.query_one("#others", RowList)
    """Schools and pulses."""

    def __init__(self, progressing: Progressing, log: LogKeeping, enrolment: str) -> None:
        super().__init__(progressing, enrolment)
        self._log = log
        self._aims: dict[str, Aim] = {}
        self._used: Widget | None = None
        """What the keys go to; the grid where that is not said."""

    def compose(self) -> ComposeResult:
        """A heading, the grid, the marked cell, schools and pulses, what is wrong, the keys."""
        yield Panel(self.draw_head, id="head")
        yield CycleGrid(id="grid")
        with Horizontal(id="body"):
            yield RowList(id="cell")
            yield RowList(id="others")
        yield Panel(id="said")
        yield KeyLine(self.commands)

    def head_lines(self, width: int) -> t.Lines:
        """Whose cycles they are, and how many of the cells have what is asked."""
        return view.head_lines(self.enrolled, self.board, width)

    def on_mount(self) -> None:
        """Nothing is there yet."""
        self.set_out()

    @property
    def beside(self) -> bool:
        """Whether the schools have room beside the marked cell."""
        return self.app.size.width >= BESIDE

    @property
    def marked_cell(self) -> Cell | None:
        """The cell that the cursor of the grid is on."""
        return self.grid.cell

    @property
    def inside(self) -> bool:
        """Whether the keys go to a list."""
        return self._used in (self.cell_list, self.others)

    def show_gone(self) -> None:
        """No cell and no row."""
        self.enrolled = self.board = None
        self._aims = {}
        self.grid.show(None, self._progressing.today, 1, 1)
        for each in (self.cell_list, self.others):
            each.show([])
        self.set_class(True, "-untold")
        self.set_out()

    async def read_anew(self) -> None:
        """Where its cycles stand now."""
        enrolled = await self._progressing.of(self.enrolment)
        self._take(enrolled, (await self._progressing.found()).case)

    def _take(self, enrolled: Enrolled, case: Case) -> None:
        self.enrolled = enrolled
        self.board = cycle_board(enrolled.progress, case) if enrolled.progress else None
        self.query_one("#said", Panel).show(lambda width: view.said_lines(enrolled, width))
        self.show_board()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_board)

    def show_board(self) -> None:
        """Draw all of it."""
        size, board = self.app.size, self.board
        self.set_class(self.enrolled is not None and board is None, "-untold")
        if board is not None:
            self.grid.show(board, self._progressing.today, *view.grid_room(size, board))
        self.query_one("#head", Panel).draw_again()
        self.show_rows()
        self.set_out()

    def show_rows(self) -> None:
        """The marked cell; schools and pulses beside or below it."""
        board, cell = self.board, self.grid.cell
        if board is None or cell is None:
            return
        made = BoardRows(board, self._progressing.today, airy=self.has_class("-high"))
        of_cell = made.of_cell(cell, board.cycles[cell.cycle - 1])
        rest = _below(made.of_schools(), made.of_pulses())
        self.cell_list.show(of_cell if self.beside else _below(of_cell, rest))
        self.others.show(rest if self.beside else [])
        self._aims = made.aims

    def set_out(self) -> None:
        """In a low window the list stands in place of the grid while it is used."""
        if self._used is self.others and not (self.beside and self.others.keys):
            self._used = self.cell_list
        used = self._used if self._used is not None and self.inside else self.grid
        there, body = self.board is not None, self.query_one("#body")
        low = self.has_class("-short")
        self.cell_list.can_focus = self.others.can_focus = there
        has_grid = there and not (low and self.inside)
        let_use(self, used, {self.grid: has_grid, body: there, self.others: self.beside})
        self._offer()

    @on(DescendantFocus)
    def _follow_focus(self) -> None:
        """A click leads there as keys do."""
        if self.focused is not None and self.focused is not self._used:
            self._go(self.focused)

    def _go(self, used: Widget) -> None:
        if used is not self._used:
            self._used = used
            self.set_out()

    def _offer(self) -> None:
        aim, words = self.aim, {"leave": "grid" if self.inside else "back"}
        if self.board is None:
            words |= dict.fromkeys(("choose", "log", "check_in", "follow", "card"), "")
        elif self.inside:
            words["choose"] = _chosen(aim) if aim is not None else ""
            words["log"] = "log" if aim is not None and aim.entry else ""
        if self.is_closed:
            words |= {"log": "", "check_in": ""}
            words |= {"choose": ""} if self.inside and not (aim and aim.entry) else {}
        if not self.statement:
            words["follow"] = ""
        shown = offered(self.commands, words, typing=False)
        self.key_line.offer(way_back_second(shown, inside=self.inside))

    @property
    def aim(self) -> Aim | None:
        """What the marked row is about, while the keys go to rows."""
        used = self._used
        return self._aims.get(used.marked) if isinstance(used, RowList) else None

    @on(CycleGrid.Marked)
    def _other_cell(self) -> None:
        self.show_rows()
        self._begin_cell_again()
        self._offer()

    @on(RowList.Marked)
    def _other_row(self) -> None:
        self._offer()

    @on(CycleGrid.Chosen)
    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Go into the cell; there open an entry, or log what is missing."""
        aim = self.aim
        if not self.inside:
            self._go(self.cell_list)
        elif aim is not None and aim.entry:
            self.open_entry(aim.entry)
        elif aim is not None:
            self.action_log()

    def action_other_side(self, by: int = 1) -> None:
        """Let the keys go on to the next part of the board, or to the one before."""
        if self.board is not None:
            order = [self.grid, self.cell_list, *([self.others] if self.beside else [])]
            at = order.index(self._used) if self._used in order else 0
            self._go(order[(at + by) % len(order)])

    def action_leave(self) -> None:
        """Back to the grid, then to where it was opened."""
        if self.inside:
            self._go(self.grid)
            self._begin_cell_again()
        else:
            self.dismiss(None)

    def _begin_cell_again(self) -> None:
        """Of the marked cell the first row is marked, and all above it is seen."""
        self.cell_list.action_edge(0)
        self.cell_list.scroll_home(animate=False)


def _chosen(aim: Aim) -> str:
    """What enter does on a row."""
    return "details" if aim.schools else "entry" if aim.entry else "log"


def _below(first: list[Row], second: list[Row]) -> list[Row]:
    return [*first, *([blank_row()] * 2 if first and second else []), *second]
