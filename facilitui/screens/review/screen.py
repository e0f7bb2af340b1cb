"""What both reviews share: parts of a list, and the page of what is marked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from textual import work

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.search import words_of
from facilitui.services.review_desk import ReviewDesk
from facilitui.services.review_rows import Review, ReviewRow
from facilitui.widgets import review_view as view
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel
from facilitui.widgets.review_page import read_lines

T = TypeVar("T")


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
        self._turn = asyncio.Lock()
        """Held while something is done: a second key goes over what the first one left."""
        self.to_mark = ""
        """The entry that shall be marked with the next look."""

    def load(self) -> None:
        """Everything is read anew with every look."""
        self.look_up()

    @work(exclusive=True, group="find")
    async def look_up(self) -> None:
        """Look in a thread; a newer search takes the place of this one."""
        query = self.search_line.value
        self._take(query, await _aside(lambda: self._desk.look(query)))

    def _take(self, query: str, review: Review) -> None:
        self._rows = {row.key: row for part in review.parts for row in part.rows}
        words = words_of(query)
        rows = view.review_rows(review, words, airy=self.has_class("-high"))
        self.show_problems(review.problems)
        more = sum(part.more for part in review.parts)
        self.query_one("#more", Panel).show(lambda width: view.more_lines(more, width))
        nothing = view.nothing_found(query) if words else self.nothing_yet
        mark, self.to_mark = self.to_mark, ""
        count = view.count_told(review, self._desk.waits_as)
        self.show_list(query, rows, count, nothing, mark if mark in self._rows else "")
        self.ready = True
        self.post_message(Ready())

    def nothing_yet(self, width: int) -> t.Lines:
        """What to do first."""
        raise NotImplementedError

    @work(exclusive=True, group="read")
    async def show_page_of(self, key: str) -> None:
        """Read what is looked at."""
        row, words = self._rows.get(key), words_of(self.found_with)
        if row is not None:
            read = await _aside(lambda: self._desk.read(row))
            self.page.show(key, lambda width: read_lines(read, words, width), words)

    def words_of_keys(self) -> dict[str, str]:
        """Nothing more can be opened on a page."""
        words = super().words_of_keys()
        return words | {"choose": ""} if self.reading else words

    @property
    def looked_at(self) -> ReviewRow | None:
        """What is read or marked."""
        return self._rows.get(self.rows.marked)

    def leave(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def action_all_seen(self) -> None:
        """Say that all that is shown is seen."""
        self.do(self._desk.all_seen)

    @work(group="write")
    async def do(self, deed: Callable[[], Awaitable[str]]) -> None:
        """Do something after all that was asked before, say what came of it, and look again."""
        async with self._turn:
            try:
                self.tell(await deed())
            except FacilituiError as error:
                self.tell(str(error), problem=True)
        self.look_up()


async def _aside(look: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What much reading gives, which would hold up the keys."""
    return await asyncio.to_thread(lambda: asyncio.run(look()))
