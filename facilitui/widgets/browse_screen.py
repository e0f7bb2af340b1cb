"""What Journal and Library share: a line to search in, a list, and what is marked beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantBlur, DescendantFocus, Resize, ScreenResume
from textual.widgets import Input, Label

from facilitui import text as t
from facilitui.commands import HELP, HELP_WHILE_TYPING, Command
from facilitui.core.errors import Problem
from facilitui.core.search import words_of
from facilitui.widgets.browse_parts import BESIDE, LAYOUT, Body, Count, Page, Problems, offered
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.made_later import ChoosesSoon
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import R
from facilitui.widgets.quiet import AtRest
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row
from facilitui.widgets.search_line import SearchLine
from facilitui.widgets.told_briefly import ToldBriefly


class BrowseScreen(ChoosesSoon, ToldBriefly[R], Generic[R]):
    """A list to search in, with a page for what is marked."""

    DEFAULT_CSS = LAYOUT
    resting: ClassVar[str] = "#rows"
    """Where the keys go while no page is read."""
    AUTO_FOCUS = resting
    heading = ""
    """What stands at the top left."""
    searched: ClassVar[str] = "search"
    """What stands in the empty search line."""
    all_problems: ClassVar[str] = ""
    """How to see all problems, where there are more than are shown."""
    leave_word = "home"
    """Where escape goes in the end."""
    help_key: ClassVar[Command] = HELP
    """What stands last in the key line."""
    search_line = getters.query_one(SearchLine)
    """Where the search is typed."""
    rows = getters.query_one("#rows", RowList)
    page = getters.query_one(Page)
    """What is marked, to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = False
        """Whether the keys go to the page; where there is no room, it alone is shown."""
        self.found_with = ""
        """The query that the list was found with."""
        self._empty = False
        self._page_soon = AtRest(self, self.show_marked)

    def compose(self) -> ComposeResult:
        """A heading with the search, the list, the page, what is wrong, the keys."""
        with Horizontal(id="head"):
            yield Label(self.heading, id="title", markup=False)
            yield self.make_search_line()
            yield Count(id="count")
        yield from self.compose_filters()
        yield Body(id="body")
        yield Problems(id="problems")
        yield KeyLine(self.commands, last=self.help_key)

    def make_search_line(self) -> SearchLine:
        """Where the search is typed."""
        return SearchLine(f"/ {self.searched}")

    def compose_filters(self) -> ComposeResult:
        """What stands between the heading and the list; usually nothing."""
        yield from ()

    def load(self) -> object:
        """Read everything anew, then look up."""
        raise NotImplementedError

    def look_up(self) -> object:
        """Show what the search finds; ends in `show_list`."""
        raise NotImplementedError

    def show_page_of(self, key: str) -> object:
        """Show the page of what is marked; ends in `page.show`."""
        raise NotImplementedError

    def choose(self, key: str) -> None:
        """Enter on a row: here its page is read."""
        self.open_page()

    def leave(self) -> None:
        """Go where escape goes in the end."""
        raise NotImplementedError

    def words_of_keys(self) -> dict[str, str]:
        """What keys are called now, by their action."""
        leaving = "list" if self.reading else "leave search" if self.searching else self.leave_word
        return {"leave": leaving} if self.rows.marked else {"leave": leaving, "choose": ""}

    @property
    def searching(self) -> bool:
        """Whether there is a search to leave."""
        return self.search_line.has_focus or bool(self.search_line.value)

    @property
    def typing(self) -> bool:
        """Whether the keys of most commands are only text now."""
        return self.search_line.has_focus

    @property
    def beside(self) -> bool:
        """Whether the page has room beside the list."""
        return self.app.size.width >= BESIDE

    def show_list(
        self, query: str, rows: Sequence[Row], count: str, said: t.Draw, mark: str = ""
    ) -> None:
        """Show what a query found, `said` if nothing; a new search marks what it found first."""
        keys = [row.key for row in rows if row.key]
        first, marked = keys[0] if keys else "", self.rows.marked
        anew = (bool(words_of(query)) and query != self.found_with) or marked not in keys
        self.found_with, self._empty = query, not first and not words_of(query)
        self.query_one(Count).show(count)
        self.query_one("#said", Panel).show(said if not first else lambda width: [])
        self.rows.show(rows, mark or (first if anew else marked))
        self.set_out()
        self._page_soon.ask(typing=self.typing)
        self.do_what_waits()

    @property
    def is_found(self) -> bool:
        """Whether what was typed found what is marked, or is known to find nothing."""
        found = self.found_all or bool(self.rows.marked)
        return found and self.found_with == self.search_line.value

    @on(RowList.Marked)
    def show_soon(self) -> None:
        """Show what can be done with what is marked, and soon, of the last key, its page."""
        if self.is_current:  # a row may still be marked while the screen goes
            self.offer_keys()
        self._page_soon.ask()

    def show_marked(self) -> None:
        """Show the page of what is marked, where it is seen."""
        if not self.rows.marked:
            self.page.show("", lambda width: [])
        elif self.beside or self.reading:
            self.show_page_of(self.rows.marked)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say which files cannot be read, with line and column."""
        most = 1 if self.has_class("-short") else 2
        self.query_one(Problems).tell(problems, most, self.all_problems)

    def set_out(self) -> None:
        """List and page beside each other, or the one that is being used."""
        beside = self.beside and not self._empty
        self.set_class(beside, "-beside")
        self.query_one(Body).set_out(beside=beside, reading=self.reading)
        self.offer_keys()

    def offer_keys(self) -> None:
        """Show the keys that work now, with what they do now."""
        shown = offered(self.commands, self.words_of_keys(), typing=self.typing)
        self.key_line.offer(shown, self.last_key)

    @property
    def last_key(self) -> Command:
        """What stands last in the key line: where letters are text, the key that is none."""
        return HELP_WHILE_TYPING if self.typing else self.help_key

    def open_page(self) -> None:
        """Let the keys go to the page."""
        self.turn_to(reading=True)
        self._page_soon.stop()
        self.show_marked()

    def close_page(self) -> None:
        """Go back to the list, if the page is being read."""
        if self.reading:
            self.turn_to(reading=False)

    def turn_to(self, *, reading: bool) -> None:
        """Let the keys go to the page or to the list, before the other is hidden."""
        self.reading = reading
        self.query_one(Body).make_room(reading=reading)
        self.set_focus(self.page if reading else self.query_one(self.resting))
        self.set_out()

    @on(ScreenResume)
    def _come_up(self) -> None:
        self.call_after_refresh(self.load)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.look_up)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _focus_moved(self) -> None:
        if self.focused is not None:
            self.reading = self.focused is self.page
            self.set_out()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        """The letter is shown first, and then what it finds."""
        event.stop()
        self.once_found(None)
        self.call_after_refresh(self.look_up)

    @on(Input.Submitted)
    def _take_marked(self, event: Input.Submitted) -> None:
        event.stop()
        self.once_found(self.action_choose)

    @on(SearchLine.Moved)
    def _move(self, event: SearchLine.Moved) -> None:
        self.once_found(lambda: self.rows.action_move(event.by))

    @on(RowList.Chosen)
    def _choose_row(self, event: RowList.Chosen) -> None:
        self.choose(event.key)

    def action_choose(self) -> None:
        """Choose what is marked."""
        if self.rows.marked:
            self.choose(self.rows.marked)

    def action_search(self) -> None:
        """Type in the search line."""
        self.close_page()
        self.set_focus(self.search_line)

    def action_leave(self) -> None:
        """Go back one step: from the page, from the search, from the screen."""
        if self.reading:
            self.close_page()
        elif self.searching:
            self.set_focus(self.query_one(self.resting))
            self.search_line.value = ""
        else:
            self.leave()
