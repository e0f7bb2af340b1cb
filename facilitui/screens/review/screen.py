"""What both reviews share: parts of a list, and the page of what is marked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual import on, work
from textual.app import ComposeResult
from textual.events import ScreenSuspend

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.services.journals.shown import Shown
from facilitui.services.reviews.review_desk import ReviewDesk
from facilitui.services.reviews.review_rows import Review, ReviewRow
from facilitui.services.reviews.review_search import EVERYTHING
from facilitui.widgets import review_view as view
from facilitui.widgets.browse_parts import NO_HEAD
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.filter_line import FilterLine
from facilitui.widgets.journal_asked import asked_below
from facilitui.widgets.journal_page import head_of
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel
from facilitui.widgets.review_page import read_lines
from facilitui.widgets.search_line import SearchLine

SOON_SECONDS = 0.15
"""Seconds after which it is said that a journal is being read."""


NOTHING_MARKED = "Mark something first."


class ReviewScreen(MadeLater, BrowseScreen[None]):
    """A journal under review; keys wait until it was looked at."""

    CSS_PATH = "review.tcss"
    searched = "search"
    leave_word = "back"

    def __init__(self, desk: ReviewDesk) -> None:
        super().__init__()
        self._desk = desk
        desk.begin()
        self._rows: dict[str, ReviewRow] = {}
        self._sought = EVERYTHING
        """What the list was searched for."""
        self._turn = asyncio.Lock()
        """Held while something is done: a second key goes over what the first one left."""
        self.to_mark = ""
        """The entry that shall be marked with the next look."""

    def make_search_line(self) -> FilterLine:
        """Filters can be typed into it, as in the journal."""
        return FilterLine(f"/ {self.searched}", self._desk.known)

    def compose_filters(self) -> ComposeResult:
        """What is asked for, in words."""
        yield Panel(id="asked")

    def set_out(self) -> None:
        """What can be asked for stands there while nothing is typed."""
        super().set_out()
        shown = self._sought.shown or Shown((), 0)
        asked = asked_below(self.query_one(FilterLine), shown, self.found_with)
        self.query_one("#asked", Panel).show(asked)

    def on_mount(self) -> None:
        """What takes a while to be looked at says so."""
        self.set_timer(SOON_SECONDS, self._tell_of_reading)

    def _tell_of_reading(self) -> None:
        if not self.ready:
            self.query_one("#said", Panel).show(lambda width: [t.soft(f"Reading {t.ELLIPSIS}")])

    def load(self) -> None:
        """Everything is read anew with every look."""
        self.look_up()

    @work(exclusive=True, group="find")
    async def look_up(self) -> None:
        """Look; a newer search takes the place of this one."""
        query, counts = self.search_line.value, self.is_active
        self._take(query, await self._desk.look(query))
        if counts:
            self.ready = True
            self.post_message(Ready())

    @on(ScreenSuspend)
    def _is_stale(self) -> None:
        """What lies over it may write: keys wait for the first look that begins behind that."""
        self.ready = False

    def _take(self, query: str, review: Review) -> None:
        self._rows = {row.key: row for part in review.parts for row in part.rows}
        sought = self._sought = review.sought
        rows = view.review_rows(review, airy=self.has_class("-high"))
        self.show_problems(review.problems)
        self.query_one("#more", Panel).show(lambda width: view.more_lines(review, width))
        nothing = view.nothing_found(query, sought) if sought.shown else self.nothing_yet
        mark, self.to_mark = self.to_mark, ""
        count = view.count_told(review, self._desk.waits_as)
        self.show_list(query, rows, count, nothing, mark if mark in self._rows else "")

    def nothing_yet(self, width: int) -> t.Lines:
        """What to do first."""
        raise NotImplementedError

    def show_page_of(self, key: str) -> None:
        """Read what is looked at."""
        if (row := self._rows.get(key)) is not None:
            self.read_row(row)

    @work(exclusive=True, group="read")
    async def read_row(self, row: ReviewRow) -> None:
        """Read a row's entry."""
        words = self._sought.words
        read = await self._desk.read(row)
        head = head_of(read.opened) if read.opened is not None else NO_HEAD
        self.page.show(row.key, lambda width: read_lines(read, words, width), words, head)

    def words_of_keys(self) -> dict[str, str]:
        """Nothing more can be opened on a page."""
        words, row = super().words_of_keys(), self.looked_at
        words["unsee"] = "unsee" if self._desk.seeing.can_go_back else ""
        if row is not None and row.is_half:
            words["choose"] = "go on"
        return words | {"choose": ""} if self.reading else words

    def action_choose(self) -> None:
        """Choose what is marked; on a page there is nothing more to open."""
        if not self.reading:
            super().action_choose()

    def choose(self, key: str) -> None:
        """Read what is marked; what is half written is gone on with."""
        row = self._rows.get(key)
        if row is not None and row.is_half:
            self.go_on()
        else:
            super().choose(key)

    def go_on(self) -> None:
        """Go on with what is marked and half written."""
        raise NotImplementedError

    @on(SearchLine.Refused)
    def _tell_refused(self, event: SearchLine.Refused) -> None:
        event.stop()
        self.tell(event.told)

    @property
    def looked_at(self) -> ReviewRow | None:
        """What is read or marked."""
        return self._rows.get(self.rows.marked)

    def row_asked(self) -> ReviewRow | None:
        """What is read or marked, for a key that is about it; where that is nothing, it is said."""
        if self.looked_at is None:
            self.tell(NOTHING_MARKED)
        return self.looked_at

    def leave(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def action_all_seen(self) -> None:
        """Say that all that is shown is seen."""
        self.do(self._desk.all_seen)

    def action_unsee(self) -> None:
        """Take back what was said to be seen."""
        self.do(self._desk.seeing.go_back)

    def do(self, deed: Callable[[], Awaitable[str]]) -> None:
        """Do something after all that was asked before, say what came of it, and look again."""
        self.ready = False
        self._do(deed)

    @work(group="write")
    async def _do(self, deed: Callable[[], Awaitable[str]]) -> None:
        async with self._turn:
            try:
                self.tell(await deed())
            except FacilituiError as error:
                self.tell(str(error), problem=True)
        self.look_up()
