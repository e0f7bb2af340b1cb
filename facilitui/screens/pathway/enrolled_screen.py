"""A screen of one enrolment: it goes with what other programs save, and ends with a purge."""

from __future__ import annotations

from functools import partial

from textual.message import Message

from facilitui import text as t
from facilitui.core.errors import NotFound
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.messages import pathways as m
from facilitui.screens.pathway.not_done import CLOSED_ON_BOARD
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.progressing import Progressing
from facilitui.widgets import gone_view
from facilitui.widgets.key_line import Still, always
from facilitui.widgets.panel import Panel
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
    """A screen that is read from enrolments, and read anew once the journal says otherwise."""

    def __init__(self, progressing: Progressing) -> None:
        super().__init__()
        self._progressing = progressing
        self._seen: PathwayJournal | None = None
        """What it was read from last."""

    async def read_now(self) -> None:
        """Read it, and show it. May raise FacilituiError."""
        raise NotImplementedError

    async def read(self) -> None:
        """Read it, and remember of what: what is saved meanwhile is something else then."""
        self._seen = await self._progressing.found()
        await self.read_now()

    async def has_changed(self) -> bool:
        """Whether the journal says anything else than what is shown."""
        return self._seen is not None and await self._progressing.found() is not self._seen


class EnrolledScreen(PathwayReader):
    """A screen of one enrolment. Once that is gone nothing of it is shown any more."""

    told_closed = CLOSED_ON_BOARD
    """What is said where something is asked for that is refused of what is closed."""

    def __init__(self, progressing: Progressing, enrolment: str) -> None:
        super().__init__(progressing)
        self.enrolment = enrolment
        """Its entry's id."""
        self.enrolled: Enrolled | None = None
        """As it was read last; None before, and where it is gone."""
        self.gone = ""
        """Why there is no such enrolment any more, a sentence; empty where there is."""

    async def read(self) -> None:
        """The same; of an enrolment that is gone it is shown why."""
        self.gone = ""
        try:
            await super().read()
        except NotFound as gone:
            self.gone = str(gone)
            self.show_gone()
            self.query_one("#said", Panel).show(partial(gone_view.said_lines, self.gone))
        self.query_one("#head", Panel).show(self.draw_head)

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

    def show_gone(self) -> None:
        """Forget all that was read of it, and show nothing of that."""
        raise NotImplementedError

    def head_lines(self, width: int) -> t.Lines:
        """Whose it is, and how far it has come."""
        raise NotImplementedError

    def draw_head(self, width: int) -> t.Lines:
        """The same, or what it was where it is gone."""
        gone = gone_view.head_lines(type(self).title_of_help)
        return gone if self.gone else self.head_lines(width)

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say something; where something could not be done, look whether others changed it."""
        super().tell(text, problem=problem, still=still)
        if problem:
            self.notice()
