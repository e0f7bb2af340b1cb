"""One of several things, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from facilitui import text as t
from facilitui.core.search import folded
from facilitui.screens.dialogs.choose_rows import choice_row, has_room, has_words
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import AIR, GUTTER, RowList
from facilitui.widgets.search_line import MOST_SOUGHT

MOST_SHOWN = 14
"""Rows of the list; it scrolls where there are more, and says that typing finds one."""
AT_MOST = 200
"""Rows of the list (design §7); those behind them are found by typing, and counted."""
BESIDE = GUTTER + AIR + 1
"""Columns of a list that are no row's: the cursor's, and the scroll bar with air before it."""
TITLE_HIGH = 3
"""Lines of the heading at most."""
SOUGHT_FROM = 5
"""From so many rows on letters find one; fewer are seen at a glance."""
MOST_NOTED = 5
"""Lines for what is told of the marked choice, one of them empty; two less on a low screen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    key: str
    name: str
    about: str = ""
    """Stands behind the name where all rows have room for theirs, else below the list."""
    figure: str = ""
    """What the choices are compared by: it stands behind the name in any case."""

    @property
    def note(self) -> str:
        """All that is told of it."""
        return ", ".join(part for part in (self.figure, self.about) if part)


class ChooseDialog(Dialog[str | None]):
    """A list to choose from; escape chooses nothing, letters find where there are many."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        mark: str = "",
        *,
        away: str = "leave",
        new: str = "",
        common: str = "",
    ) -> None:
        """`away` is what escape means; `common` holds for all choices that tell nothing else.

        Where `new` is given, what is typed can be chosen as well: that and the text are its key.
        A list that is short and takes nothing new does not listen to letters.
        """
        super().__init__()
        self._title, self._choices, self._mark = title, tuple(choices), mark
        self._away, self._new, self._common = away, new, common
        self._typed, self._more = "", 0
        self._listens = bool(new) or len(choices) >= SOUGHT_FROM
        self._in_rows = cache(
            lambda width: not self._many and all(has_room(each, width) for each in self._choices)
        )
        """Whether rows of a width hold all that is told of every choice; of many nobody looks."""

    @property
    def _many(self) -> bool:
        return len(self._choices) > AT_MOST

    def compose(self) -> ComposeResult:
        """A heading, the list, its keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def _head(self, width: int) -> t.Lines:
        return [*self._title_lines(width), t.fitted(self._search(), width)]

    def _title_lines(self, width: int) -> t.Lines:
        """What is asked, which may name something long, with what all choices share."""
        title, end = t.wrapped(self._title, width, f"bold {t.INK}"), t.soft(self._common)
        if len(title) == 1 and title[0].cell_length + end.cell_length + 2 <= width:
            return [t.spread(title[0], end, width)]
        return t.clipped([*title, *([end] if end else [])], TITLE_HIGH, width)

    def _search(self) -> Content:
        """What was typed; before that, that one can type, where there is much to look through."""
        more = f"   {self._more} more, keep typing" if self._more else ""
        if self._typed:
            none = "" if self.query_one(RowList).keys else "   nothing has that; escape shows all"
            return t.join(t.accent("/ "), t.ink(self._typed), t.accent("▏"), t.soft(more or none))
        if self._new:
            asked = f"or type another{more}" if self._choices else "type it"
            return t.join(t.accent("/ "), t.soft(asked))
        long = len(self._choices) > MOST_SHOWN
        return t.join(t.accent("/ "), t.soft(f"type to find one{more}")) if long else t.BLANK

    def _note(self, width: int) -> t.Lines:
        """All that is told of the marked choice, where a row has too little room for it."""
        high = self._note_height(width)
        marked = self.query_one(RowList).marked
        told = next((self._told(each, width) for each in self._choices if each.key == marked), [])
        lines = [*([t.BLANK] if self.tall and high else []), *told]
        return t.clipped([*lines, *[t.BLANK] * (high - len(lines))], high, width)

    def _note_height(self, width: int) -> int:
        """As many lines for every choice, so that nothing moves; none where all have room."""
        told = () if self._many else (len(self._told(each, width)) for each in self._choices)
        most = MOST_NOTED if self._many else max(told, default=0)
        return min(most + 1, MOST_NOTED) if most and self.tall else min(most, MOST_NOTED - 2)

    def _told(self, choice: Choice, width: int) -> t.Lines:
        """What is told below a list of this width of a choice whose row does not hold it."""
        room = width - BESIDE
        shown = cell_len(choice.name) + cell_len(choice.figure) + 2 <= room
        if self._in_rows(room) or (shown and not choice.about):
            return []
        told = choice.note if shown else ": ".join(p for p in (choice.name, choice.note) if p)
        return t.wrapped(told[:1].upper() + told[1:], width, t.SOFT)

    @on(RowList.Marked)
    def _show_note(self) -> None:
        self.query_one("#note", Panel).show(self._note)

    def keys(self) -> list[Key]:
        """What can be done."""
        away = "all again" if self._typed else self._away
        none = self._typed and not self.query_one(RowList).keys
        return [*([] if none else [("enter", "choose")]), ("escape", away)]

    def more_keys(self) -> list[Key]:
        """Going about in the list."""
        going = [("↑↓", "move"), ("PageUp PageDown", "a page"), ("home end", "ends")]
        finding = [("letters", "find"), ("⌫", "a letter less")] if self._listens else []
        return [*finding, *going]

    def on_mount(self) -> None:
        """Fill the list."""
        self._show(self._choices, (), self._mark)
        self.set_focus(self.query_one(RowList))
        self._fit()
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """The list is as high as it has to be, and its keys stay in view."""
        self.call_after_refresh(self._fit)

    def action_show_keys(self) -> None:
        """All keys take lines from the list."""
        super().action_show_keys()
        self._fit()

    def _fit(self) -> None:
        beside = 2 if self.all_keys else 0
        width = self.query_one("#foot").content_size.width or self.app.size.width
        beside += self._note_height(width) + len(self._title_lines(width)) - 1
        self.fit_list(min(len(self._choices), MOST_SHOWN), 10 + beside, 6 + beside)

    def on_key(self, event: events.Key) -> None:
        """Letters find, backspace takes the last one away."""
        typed = typed_with(self._typed, event)
        if typed is not None and self._listens:
            event.stop()
            event.prevent_default()
            self._find(typed)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is looked for."""
        if self._listens:
            self._find(self._typed + " ".join(event.text.split()))

    def _find(self, typed: str) -> None:
        """Show those that have all the words, first what begins so; a slash only begins."""
        self._typed = typed.lstrip(" /")[:MOST_SOUGHT]
        words = tuple(folded(self._typed).split())
        begun = " ".join(words)
        found = [each for each in self._choices if has_words(each, words)]
        found.sort(key=lambda each: not folded(each.name).startswith(begun))
        found += self._made()
        self._show(found, words, found[0].key if found else "")
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _show(self, found: Sequence[Choice], words: tuple[str, ...], mark: str) -> None:
        """Show what was found, as much of it as a list has."""
        self._more = max(0, len(found) - AT_MOST)
        rows = [choice_row(choice, words, self._in_rows) for choice in found[:AT_MOST]]
        self.query_one(RowList).show(rows, mark)
        self.query_one("#head", Panel).show(self._head)
        self._show_note()

    def _made(self) -> list[Choice]:
        """What was typed as a choice, where it may be one and is none yet."""
        typed = " ".join(self._typed.split())
        known = {folded(each.key) for each in self._choices}
        is_new = self._new and typed and folded(self._new + typed) not in known
        return [Choice(self._new + typed, typed, "new")] if is_new else []

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Choose nothing; first, what was typed goes."""
        if self._typed:
            self._find("")
        else:
            self.dismiss(None)


def typed_with(before: str, event: events.Key) -> str | None:
    """What stands there once a key was typed; None where the key types nothing."""
    if event.key == "backspace":
        return before[:-1]
    return before + event.character if event.is_printable and event.character else None


RESUME, BEGIN, END, LEAVE = "resume", "begin", "end", "leave"
