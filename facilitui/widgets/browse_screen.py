"""What Journal and Library share: a line to search in, a list, and what is marked beside it.

Where both do not fit beside each other, enter opens the page of what is marked in place of the
list, and escape goes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Generic

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus, Resize, ScreenResume
from textual.widgets import Input, Label

from facilitui import text as t
from facilitui.commands import Command
from facilitui.core.errors import Problem
from facilitui.core.search import words_of
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen, R
from facilitui.widgets.row_list import Row, RowList
from facilitui.widgets.search_line import SearchLine, found_in

BESIDE = 100
"""From so many columns on the page stands beside the list."""
PROBLEMS_SHOWN = 2


class MarkedList(RowList):
    """A list that shows what is marked wherever the keys go, since the page speaks of it."""

    @property
    def _shows_cursor(self) -> bool:
        return True


class Page(VerticalScroll):
    """What is marked, to be read; space goes on."""

    BINDINGS = [Binding("space", "page_down", "go on", show=False)]


class BrowseScreen(PaperScreen[R], Generic[R]):
    """A list to search in, with a page for what is marked."""

    DEFAULT_CSS = """
    BrowseScreen {
        background: $paper;
        padding: 1 0 1 0;

        #head { height: auto; padding: 0 2 1 2; }
        #title { width: auto; margin-right: 3; text-style: bold; color: $ink; }
        #count { width: auto; margin-left: 2; color: $ink2; }
        #body { height: 1fr; }
        #left { width: 1fr; height: 1fr; }
        #said { padding: 0 2; }
        #columns { padding: 0 3 0 2; }
        #rows { padding-right: 1; scrollbar-gutter: stable; }
        #page {
            width: 1fr;
            height: 1fr;
            padding: 0 1 0 2;
            scrollbar-size-vertical: 1;
            scrollbar-gutter: stable;
        }
        #reading { padding-right: 1; }
        #problems { padding: 0 2; }
        KeyLine { padding: 0 2; margin-top: 1; }

        &.-beside #page {
            border-left: vkey $rule;
            padding: 0 1 0 2;
            &:focus { border-left: vkey $mark; }
        }
        &.-wide {
            #head { padding: 0 3 2 3; }
            #said, #problems, KeyLine { padding: 0 3; }
            #columns { padding: 0 3; }
            #rows { padding: 0 1 0 1; }
            #page { padding: 0 1 0 3; }
        }
        &.-short {
            padding: 0;
            #head { padding: 0 2; }
            KeyLine { margin-top: 0; }
        }
    }
    """
    AUTO_FOCUS = "#rows"
    heading: ClassVar[str] = ""
    searched: ClassVar[str] = "search"
    """What stands in the empty search line."""
    leave_word = "home"
    """Where escape goes in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = False
        """Whether the keys go to the page; where there is no room, it alone is shown."""
        self._empty = False
        self._page_of = ""

    def compose(self) -> ComposeResult:
        """A heading with the search, the list, the page, what is wrong, the keys."""
        with Horizontal(id="head"):
            yield Label(self.heading, id="title", markup=False)
            yield SearchLine(f"/ {self.searched}")
            yield Label("", id="count", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Panel(id="said")
                yield Panel(id="columns")
                yield MarkedList(id="rows")
            with Page(id="page"):
                yield Panel(id="reading")
        yield Panel(id="problems")
        yield KeyLine(self.commands)

    # What a screen of this kind says and does

    def load(self) -> object:
        """Read everything anew, then look up."""
        raise NotImplementedError

    def look_up(self) -> object:
        """Show what the search finds; ends in `show_list`."""
        raise NotImplementedError

    def show_page_of(self, key: str) -> object:
        """Show the page of what is marked; ends in `show_page`."""
        raise NotImplementedError

    def choose(self, key: str) -> None:
        """Enter on a row: here its page is read."""
        self.open_page()

    def leave(self) -> None:
        """Go where escape goes in the end."""
        raise NotImplementedError

    def words_of_keys(self) -> dict[str, str]:
        """What keys are called now, by their action."""
        if self.reading:
            return {"leave": "list"}
        return {"leave": "leave search" if self.searching else self.leave_word}

    # What is asked

    @property
    def search_line(self) -> SearchLine:
        """Where the search is typed."""
        return self.query_one(SearchLine)

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one("#rows", RowList)

    @property
    def words(self) -> tuple[str, ...]:
        """What is searched for."""
        return words_of(self.search_line.value)

    @property
    def searching(self) -> bool:
        """Whether there is a search to leave."""
        return self.search_line.has_focus or bool(self.search_line.value)

    @property
    def beside(self) -> bool:
        """Whether the page has room beside the list."""
        return self.app.size.width >= BESIDE

    # What is shown

    def show_list(self, rows: Sequence[Row], mark: str, count: str, said: t.Draw | None) -> None:
        """Show rows and mark one of them; `said` is told where there are none."""
        self._empty = not rows and not self.words
        self.query_one("#count", Label).update(t.soft(count))
        self.query_one("#said", Panel).show(said or (lambda width: []))
        self.rows.show(rows, mark)
        self.set_out()
        self.show_marked()

    def show_marked(self) -> None:
        """Show the page of what is marked, where it is seen."""
        if not self.rows.marked:
            self.show_page("", lambda width: [])
        elif self.beside or self.reading:
            self.show_page_of(self.rows.marked)

    def show_page(self, key: str, draw: t.Draw) -> None:
        """Show a page: another one from its beginning, or from the first word found in it."""
        panel, page = self.query_one("#reading", Panel), self.query_one("#page", Page)
        panel.show(draw)
        if key != self._page_of:
            self._page_of = key
            page.scroll_home(animate=False)
        if self.words:
            self.call_after_refresh(self._go_to_found)

    def _go_to_found(self) -> None:
        panel, page = self.query_one("#reading", Panel), self.query_one("#page", Page)
        lines = panel.lines(panel.content_size.width)
        first = next((i for i, each in enumerate(lines) if found_in(each.plain, self.words)), 0)
        if first >= page.size.height:
            page.scroll_to(y=first - 3, animate=False)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say which files cannot be read, with line and column."""
        self.query_one("#problems", Panel).show(lambda width: _problem_lines(problems, width))

    def set_out(self) -> None:
        """List and page beside each other, or the one that is being used."""
        self.set_class(self.beside and not self._empty, "-beside")
        self.query_one("#left").display = self.beside or not self.reading
        self.query_one("#page").display = self.reading or (self.beside and not self._empty)
        self.offer_keys()

    def offer_keys(self) -> None:
        """Show the keys that work now, with what they do now."""
        words = self.words_of_keys()
        typing = self.search_line.has_focus
        self.key_line.offer(
            tuple(
                replace(each, word=words.get(each.action, each.word))
                for each in self.commands
                if words.get(each.action, each.word) and (not typing or _while_typing(each))
            )
        )

    def open_page(self) -> None:
        """Let the keys go to the page."""
        self.turn_to(reading=True)
        self.show_marked()

    def close_page(self) -> None:
        """Go back to the list."""
        self.turn_to(reading=False)

    def turn_to(self, *, reading: bool) -> None:
        """Let the keys go to the page or to the list, before the other is hidden."""
        self.reading = reading
        target = self.query_one("#page" if reading else "#rows")
        self.query_one("#page" if reading else "#left").display = True
        target.focus()
        self.set_out()

    # What people do

    @on(ScreenResume)
    def _come_up(self) -> None:
        self.call_after_refresh(self.load)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self._set_out_again)

    def _set_out_again(self) -> None:
        self.set_out()
        self.show_marked()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _focus_moved(self) -> None:
        if self.focused is not None:
            self.reading = self.focused.id == "page"
            self.set_out()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.look_up()

    @on(Input.Submitted)
    def _take_marked(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_choose()

    @on(SearchLine.Moved)
    def _move(self, event: SearchLine.Moved) -> None:
        self.rows.action_move(event.by)

    @on(RowList.Marked)
    def _show_marked_row(self) -> None:
        self.show_marked()

    @on(RowList.Chosen)
    def _choose_row(self, event: RowList.Chosen) -> None:
        self.choose(event.key)

    def action_choose(self) -> None:
        """Choose what is marked."""
        if self.rows.marked:
            self.choose(self.rows.marked)

    def action_search(self) -> None:
        """Type in the search line."""
        if self.reading:
            self.close_page()
        self.search_line.focus()

    def action_leave(self) -> None:
        """Go back one step: from the page, from the search, from the screen."""
        if self.reading:
            self.close_page()
        elif self.searching:
            self.rows.focus()
            self.search_line.value = ""
        else:
            self.leave()


def _while_typing(command: Command) -> bool:
    return command.action in {"choose", "leave"}


def _problem_lines(problems: tuple[Problem, ...], width: int) -> t.Lines:
    lines: t.Lines = []
    for each in problems[:PROBLEMS_SHOWN]:
        told = t.clipped(t.wrapped(str(each), width - 2), 2)
        lines += [t.join(t.accent("! ") if i == 0 else "  ", line) for i, line in enumerate(told)]
    if more := len(problems) - PROBLEMS_SHOWN:
        lines += [t.soft(f"  and {more} more")] if more > 0 else []
    return lines
