"""A screen of one enrolment: it goes with what other programs save, and ends with a purge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.message import Message

from facilitui import text as t
from facilitui.core.errors import NotFound, NotKnown
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.told import capital
from facilitui.messages import pathways as m
from facilitui.screens.pathway.not_done import CLOSED_ON_BOARD
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.progressing import PathwayFiles, Progressing
from facilitui.widgets import gone_view
from facilitui.widgets.key_line import Still, always
from facilitui.widgets.panel import Panel
from facilitui.widgets.problem_lines import problem
from facilitui.widgets.read_anew import ReadAnew

CHANGES = (
    m.EnrolmentEditRequested,
    m.LogRequested,
    m.RosterEditRequested,
    m.SortRequested,
    m.TickRequested,
)
"""What is refused of an enrolment that is closed."""


class PathwayReader(ReadAnew):
    """A screen that is read from enrolments, and read anew once they or a file say otherwise."""

    def __init__(self, progressing: Progressing) -> None:
        super().__init__()
        self._progressing = progressing
        self._seen: PathwayJournal | None = None
        """What it was read from last."""
        self._files: PathwayFiles | None = None
        """What the pathways' files said then."""

    async def read_now(self) -> None:
        """Read it, and show it. May raise FacilituiError."""
        raise NotImplementedError

    async def read(self) -> None:
        """Read it, and remember of what: what is saved meanwhile is something else then."""
        self._seen = await self._progressing.found()
        self._files = await self._progressing.files()
        await self.read_now()

    async def has_changed(self) -> bool:
        """Whether the journal or a pathway's file says anything else than what is shown."""
        if self._seen is None:
            return False
        is_same = await self._progressing.found() is self._seen
        return not is_same or await self._progressing.files() != self._files


class EnrolledScreen(PathwayReader):
    """A screen of one enrolment. Once that is gone nothing of it is shown any more.

    While it cannot be told what became of it, as a month of the journal cannot be read, what was
    read before stays, marked as that; where nothing was, it is said why.
    """

    told_closed = CLOSED_ON_BOARD
    """What is said where something is asked for that is refused of what is closed."""

    def __init__(self, progressing: Progressing, enrolment: str) -> None:
        super().__init__(progressing)
        self.enrolment = enrolment
        """Its entry's id."""
        self.enrolled: Enrolled | None = None
        """As it was read last; None before, and where it is gone."""
        self.gone = ""
        """Why nothing of such an enrolment can be shown, a sentence; empty where it is shown."""
        self.older = ""
        """Why what is shown may be older than what the journal cannot read; else empty."""
        self.is_fresh = True
        """Whether what is shown is as the journal says it now."""

    async def read(self) -> None:
        """The same; of an enrolment that is gone, or not known now, it is shown why.

        Where it may say otherwise in a month that cannot be read, what was read before that month
        was lost stays; nothing older takes its place.
        """
        self.gone, self.is_fresh = "", True
        try:
            await super().read()
        except NotFound as gone:
            self._show_nothing(str(gone), gone_view.said_lines)
        except NotKnown as lost:
            self._show_before(str(lost))
        self.query_one("#head", Panel).show(self.draw_head)

    def _show_before(self, why: str) -> None:
        """What was read before, marked as that; where nothing was, why."""
        if self.enrolled is None:
            self._show_nothing(why, gone_view.not_known_lines)
        else:
            self.is_fresh = False
            self._say(why, gone_view.not_fresh_lines)

    def _show_nothing(self, why: str, lines: Callable[[str, int], t.Lines]) -> None:
        self.gone = why
        self.show_gone()
        self._say(why, lines)

    def _say(self, why: str, lines: Callable[[str, int], t.Lines]) -> None:
        self.query_one("#said", Panel).show(partial(lines, why))

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self.enrolled is not None and self.enrolled.enrolment.closed_on is not None

    def ask(self, message: Message) -> None:
        """Ask for something; what is closed is opened again before anything of it is changed."""
        if self.is_closed and isinstance(message, CHANGES):
            self.tell(self.told_closed)
        else:
            self.post_message(message)

    def _is_not_fresh(self) -> bool:
        return not self.is_fresh

    def show_gone(self) -> None:
        """Forget all that was read of it, and show nothing of that."""
        raise NotImplementedError

    async def read_anew(self) -> None:
        """Read it, and show it. May raise FacilituiError."""
        raise NotImplementedError

    async def read_now(self) -> None:
        """The same, unless what is shown is newer than what can be read."""
        older = (await self._progressing.found()).older.get(self.enrolment, "")
        if older and self.enrolled is not None and not self.older:
            raise NotKnown(older)
        self.older = older
        await self.read_anew()

    def head_lines(self, width: int) -> t.Lines:
        """Whose it is, and how far it has come."""
        raise NotImplementedError

    def draw_head(self, width: int) -> t.Lines:
        """The same, or what it was where it is gone."""
        gone = gone_view.head_lines(type(self).title_of_help)
        if self.gone:
            return gone
        older = problem(f"{capital(self.older)}.", width) if self.older else []
        return [*self.head_lines(width), *older]

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say something; where something could not be done, look whether others changed it.

        What could not be done while the journal could not be read may be done once it can.
        """
        if problem and not self.is_fresh:
            still = self._is_not_fresh
        super().tell(text, problem=problem, still=still)
        if problem:
            self.notice()
