"""The parts of a screen with a list, a page and a search, and how they are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Label

from facilitui import text as t
from facilitui.commands import Command
from facilitui.core.errors import Problem
from facilitui.widgets.panel import Panel
from facilitui.widgets.problem_lines import problem as one_problem
from facilitui.widgets.row_list import RowList
from facilitui.widgets.search_line import best_place
from facilitui.widgets.true_bar import TrueBar

Words = tuple[str, ...]
Head = tuple[Content, Content]
"""What a page is, and when that was."""
NO_HEAD: Head = (t.BLANK, t.BLANK)
BESIDE = 100
"""From so many columns on the page stands beside the list, else in its place."""
ABOVE = 4
"""Lines above a found one that stay in view, the head among them."""
WHILE_TYPING = {"choose", "leave"}
"""The actions whose keys mean something while somebody types in the search line."""
LAYOUT = """
BrowseScreen {
    background: $paper;
    padding: 1 0 1 0;

    #head { height: auto; padding: 0 2 1 2; }
    #title { width: auto; margin-right: 3; text-style: bold; color: $ink; }
    #count { width: auto; margin-left: 2; color: $ink2; }
    #body { height: 1fr; }
    #left { width: 1fr; height: 1fr; }
    #said, #more { padding: 0 2; }
    #columns { padding: 0 3 0 2; }
    #rows { padding-right: 1; scrollbar-gutter: stable; }
    #page {
        display: none;
        width: 1fr;
        height: 1fr;
        padding: 0 1 0 2;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    #problems { padding: 0 2; }
    KeyLine { padding: 0 2; margin-top: 1; }

    &.-beside #page {
        border-left: vkey $rule;
        padding: 0 1 0 2;
        &:focus { border-left: vkey $mark; }
    }
    &.-wide {
        #head { padding: 0 3 2 3; }
        #said, #more, #problems, KeyLine { padding: 0 3; }
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


def offered(
    commands: Iterable[Command], words: Mapping[str, str], *, typing: bool
) -> tuple[Command, ...]:
    """The commands that work now, with the words for what they do now; "" leaves one out."""
    able = [each for each in commands if not typing or each.action in WHILE_TYPING]
    named = (replace(each, word=words.get(each.action, each.word)) for each in able)
    return tuple(each for each in named if each.word)


def let_use(screen: Screen[Any], used: Widget, shown: Mapping[Widget, bool]) -> None:
    """Let the keys go to a part of a screen, and show or hide the parts.

    What the keys go to is shown before another is hidden: the focus of what is hidden goes astray.
    """
    for part, is_shown in shown.items():
        part.display = part.display or is_shown
    screen.set_focus(used)
    for part, is_shown in shown.items():
        part.display = is_shown


class MarkedList(RowList):
    """A list that shows what is marked wherever the keys go, since the page speaks of it."""

    @property
    def _shows_cursor(self) -> bool:
        return True


class Page(VerticalScroll, TrueBar):
    """What is marked, to be read; space goes on. What it is stays in sight on the way down."""

    DEFAULT_CSS = """
    Page {
        layers: text head;
        #reading { layer: text; }
        #pinned { layer: head; dock: top; display: none; background: $paper; }
        &.-gone-on #pinned { display: block; }
    }
    """
    BINDINGS = [Binding("space", "page_down", "go on", show=False)]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.shows = ""
        """The key of what is shown."""
        self._panel, self._pinned = Panel(id="reading"), Panel(id="pinned")
        self._words: Words = ()
        self._head = t.BLANK

    def compose(self) -> ComposeResult:
        """One drawing, as high as it is, and its head."""
        yield self._panel
        yield self._pinned

    def show(self, key: str, draw: t.Draw, words: Words = (), head: Head = NO_HEAD) -> None:
        """Show another page from its beginning, or from where most of the words stand in it.

        `head` is what it is, and when that was: it is told where the beginning is out of sight.
        """
        self._panel.show(draw)
        what, when = head
        self._head = t.join(what, " ", when)
        told = bool(what)
        self._pinned.show(lambda width: [t.spread(what, when, width)] if told else [])
        other, before = key != self.shows, self._words
        self.shows, self._words = key, words
        if other:
            self.scroll_home(animate=False)
        if (words and other) or words != before:
            self.call_after_refresh(self._go_to_found)

    def _go_to_found(self) -> None:
        lines = self._panel.lines(self._panel.content_size.width)
        place = best_place(lines, self._head.plain) or 0
        is_below = place >= self.size.height - 1
        self.scroll_to(y=place - ABOVE if is_below else 0, animate=False)

    def watch_scroll_y(self, before: float, now: float) -> None:
        """Its head comes up where the one on the page goes out of sight."""
        super().watch_scroll_y(before, now)
        self.set_class(now >= 1, "-gone-on")


class Body(Horizontal):
    """The list and the page, beside each other or one in place of the other."""

    def compose(self) -> ComposeResult:
        """The list with what is said around it, and the page."""
        with Vertical(id="left"):
            yield Panel(id="said")
            yield Panel(id="columns")
            yield MarkedList(id="rows")
            yield Panel(id="more")
        yield Page(id="page")

    def make_room(self, *, reading: bool) -> None:
        """Show the one that the keys go to, before the other is hidden."""
        self.query_one("#page" if reading else "#left").display = True

    def set_out(self, *, beside: bool, reading: bool) -> None:
        """Show both, or the one that is being used."""
        self.query_one("#left").display = beside or not reading
        self.query_one("#page").display = beside or reading


class Count(Label):
    """How many there are."""

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)

    def show(self, told: str) -> None:
        """Say it; the layout is asked only where that is longer or shorter than before."""
        self.update(t.soft(told), layout=len(told) != len(str(self.content)))


class Problems(Panel):
    """Which files cannot be read, with line and column."""

    def tell(self, problems: tuple[Problem, ...], most: int, all_of_them: str) -> None:
        """Tell the first of them, and how to see the others."""
        self.show(lambda width: problem_lines(problems, most, all_of_them, width))


def problem_lines(
    problems: tuple[Problem, ...], most: int, all_of_them: str, width: int
) -> t.Lines:
    """The first problems, each with what to do about it, and how to see the others."""
    lines: t.Lines = []
    for each in problems[:most]:
        is_long = len(t.wrapped(str(each), width - 2)) > 2
        told = _shortened(each) if is_long else each  # the end of a path says more than its start
        lines += one_problem(str(told), width)
    more = len(problems) - most
    return [*lines, *([t.soft(f"  and {more} more; {all_of_them}")] if more > 0 else [])]


def _shortened(problem: Problem) -> Problem:
    """The same, its file named by its folder and its name alone."""
    parts = problem.file.replace("\\", "/").split("/")
    return replace(problem, file="/".join((t.ELLIPSIS, *parts[-2:]))) if parts[2:] else problem
