"""What the rubric's screen shows: the criteria with their scores, and the marked one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize

from facilitui import text as t
from facilitui.commands import Command
from facilitui.commands.rubric import OF_A_SCORE, OTHER_LEVELS, RUBRIC, THROW_AWAY, UNDO
from facilitui.core.debriefs.scores import Score, score_of
from facilitui.core.errors import FacilituiError
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from facilitui.widgets import criterion_view
from facilitui.widgets import rubric_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.row_list import RowList

NARROW, LOW, HIGH = 80, 24, 36


class ScoresShown(PaperScreen[bool]):
    """The scores on a desk as they stand, each change of which is kept at once.

    They are left with whether those of somebody else are wanted.
    """

    def __init__(self, desk: ScoringDesk) -> None:
        super().__init__()
        self._desk = desk
        self._line = LineEntry()

    def compose(self) -> ComposeResult:
        """A heading, the criteria, the marked one, the keys."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            yield RowList(id="criteria")
            with VerticalScroll(id="page"):
                yield Panel(id="criterion")
        yield self._line
        yield KeyLine(RUBRIC)

    def show_all(self) -> None:
        """Draw everything."""
        desk, size = self._desk, self.app.size
        airy, narrow, tall = size.height >= HIGH, size.width < NARROW, size.height >= LOW
        told, head = self._told, self.query_one("#head", Panel)
        head.show(lambda width: view.head(desk, told, width, tall=tall))
        opened = (self._criteria.marked or _first(desk)) if narrow else ""
        self._criteria.show(view.rows(desk, opened, airy=airy))
        page = criterion_view.page(desk, self._criteria.marked, airy=airy)
        self.query_one("#criterion", Panel).show(page)
        self.key_line.offer(self._offered)

    @property
    def _told(self) -> str:
        """Whether it is saved."""
        desk = self._desk
        if desk.unsaved:
            return "not saved yet"
        if desk.saved_at is not None:
            return f"saved {t.wall_clock(desk.saved_at)}"
        return "saved" if desk.sheet.scores else ""

    @property
    def _offered(self) -> tuple[Command, ...]:
        """The keys that do something here, the first one for as many levels as there are."""
        score, *others = RUBRIC
        rubric = self._desk.rubric
        top = (replace(score, shown_as=f"1–{rubric.top}"),) if rubric is not None else ()
        idle = OF_A_SCORE if self._score is None else frozenset[Command]()
        idle |= frozenset() if self._desk.unsaved else {THROW_AWAY}
        idle |= frozenset() if self._desk.draft.past else {UNDO}
        return (*top, *(each for each in others if each not in idle))

    def works(self, command: Command) -> bool:
        """One key for a level is told for all of them."""
        return command not in OTHER_LEVELS

    @property
    def _criteria(self) -> RowList:
        return self.query_one("#criteria", RowList)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_all)

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.show_all()

    @property
    def _score(self) -> Score | None:
        """The score of the marked criterion; None where it is missing."""
        return score_of(self._desk.sheet.scores, self._criteria.marked)

    async def changed(self, told: str = "") -> None:
        """Show what is given by now, and keep it."""
        self.show_all()
        if await self._guarded(self._desk.keep_draft) and told:
            self.tell(told)

    async def _guarded(self, keep: Callable[[], Awaitable[None]]) -> bool:
        try:
            await keep()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        return True


def _first(desk: ScoringDesk) -> str:
    return desk.rows[0].id if desk.rows else ""
