"""One of several things, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from facilitui import text as t
from facilitui.core.search import folded
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row
from facilitui.widgets.search_line import emphasised

MOST_SHOWN = 14
"""Rows of the list; it scrolls where there are more, and says that typing finds one."""
BESIDE = 3
"""Columns of a list that are no row's: the cursor's and the scrollbar's."""
MOST_NOTED = 5
"""Lines for what is told of the marked choice, one of them empty; two less on a low screen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    key: str
    name: str
    about: str = ""
    """As much of it as there is room for stands behind the name, all of it below the list."""
    figure: str = ""
    """What the choices are compared by: it stands behind the name in any case."""

    @property
    def note(self) -> str:
        """All that is told of it."""
        return ", ".join(part for part in (self.figure, self.about) if part)


class ChooseDialog(Dialog[str | None]):
    """A list to choose from; escape chooses nothing, letters find."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        mark: str = "",
        *,
        away: str = "leave",
        new: str = "",
    ) -> None:
        """`away` is what escape means.

        Where `new` is given, what is typed can be chosen as well: that and the text are its key.
        """
        super().__init__()
        self._title, self._choices, self._mark = title, tuple(choices), mark
        self._away, self._new = away, new
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A heading, the list, its keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def _head(self, width: int) -> t.Lines:
        title = t.fitted(t.strong(self._title), width)
        return [title, t.fitted(self._search(), width)]

    def _search(self) -> Content:
        """What was typed; before that, that one can type, where there is much to look through."""
        if self._typed:
            none = "" if self.query_one(RowList).keys else "   nothing has that; escape shows all"
            return t.join(t.accent("/ "), t.ink(self._typed), t.accent("▏"), t.soft(none))
        if self._new:
            return t.join(t.accent("/ "), t.soft("or type another name"))
        long = len(self._choices) > MOST_SHOWN
        return t.join(t.accent("/ "), t.soft("type to find one")) if long else t.BLANK

    def _note(self, width: int) -> t.Lines:
        """All that is told of the marked choice, where a row has too little room for it."""
        high = self._note_height(width)
        marked = self.query_one(RowList).marked
        told = next((_told(each, width) for each in self._choices if each.key == marked), [])
        lines = [*([t.BLANK] if self.tall and high else []), *told]
        return t.clipped([*lines, *[t.BLANK] * (high - len(lines))], high, width)

    def _note_height(self, width: int) -> int:
        """As many lines for every choice, so that nothing moves; none where all have room."""
        most = max((len(_told(each, width)) for each in self._choices), default=0)
        return min(most + 1, MOST_NOTED) if most and self.tall else min(most, MOST_NOTED - 2)

    @on(RowList.Marked)
    def _show_note(self) -> None:
        self.query_one("#note", Panel).show(self._note)

    def keys(self) -> list[Key]:
        """What can be done."""
        away = "all again" if self._typed else self._away
        return [("enter", "choose"), ("escape", away)]

    def more_keys(self) -> list[Key]:
        """Going about in the list."""
        going = [("↑↓", "move"), ("PageUp PageDown", "a page"), ("home end", "ends")]
        return [("letters", "find"), ("⌫", "a letter less"), *going]

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.show([_row(choice, ()) for choice in self._choices], self._mark)
        self.set_focus(rows)
        self._show_note()
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
        room = self.app.size.height * 96 // 100 - (10 if self.tall else 6)
        room -= 2 if self.all_keys else 0
        room -= self._note_height(self.query_one("#foot").content_size.width or self.app.size.width)
        self.query_one(RowList).styles.height = max(1, min(len(self._choices), MOST_SHOWN, room))

    def on_key(self, event: events.Key) -> None:
        """Letters find, backspace takes the last one away."""
        typed = typed_with(self._typed, event)
        if typed is not None:
            event.stop()
            event.prevent_default()
            self._find(typed)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is looked for."""
        self._find(self._typed + " ".join(event.text.split()))

    def _find(self, typed: str) -> None:
        """Show those that have all the words in them; a slash before them only begins."""
        self._typed = typed.lstrip(" /")
        words = tuple(folded(self._typed).split())
        found = [*(each for each in self._choices if _has(each, words)), *self._made()]
        rows = self.query_one(RowList)
        rows.show([_row(choice, words) for choice in found], found[0].key if found else "")
        self.query_one("#head", Panel).show(self._head)
        self.query_one("#foot", Panel).show(self.draw_foot)
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


def _has(choice: Choice, words: Sequence[str]) -> bool:
    text = folded(f"{choice.name} {choice.about}")
    return all(word in text for word in words)


def _has_room(choice: Choice, width: int) -> bool:
    """Whether a row of this width holds all that is told of a choice."""
    note = cell_len(choice.note)
    return cell_len(choice.name) + (note + 2 if note else 0) <= width


def _behind_name(choice: Choice, width: int) -> Content:
    """What stands behind a name: all, the figure before which the name gives way, or a part."""
    if _has_room(choice, width):
        return t.soft(choice.note)
    room = width - cell_len(choice.name) - 2
    if choice.figure or room <= 8:
        return t.soft(choice.figure)
    return t.fitted(t.soft(choice.about), room)


def _told(choice: Choice, width: int) -> t.Lines:
    """What is told below a list of this width, of a choice that has too little room in its row."""
    if _has_room(choice, width - BESIDE):
        return []
    shown = cell_len(choice.name) + cell_len(choice.figure) + 2 <= width - BESIDE
    told = choice.note if shown else ": ".join(p for p in (choice.name, choice.note) if p)
    return t.wrapped(told, width, t.SOFT)


def _row(choice: Choice, words: tuple[str, ...]) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(choice.name) if marked else t.ink(choice.name)
        about = _behind_name(choice, width)
        return [t.spread(emphasised(name, words), emphasised(about, words), width)]

    return Row(choice.key, draw)


RESUME, BEGIN, END, LEAVE = "resume", "begin", "end", "leave"


def resume_or_begin(*, hosted: bool) -> ChooseDialog:
    """Asked where a session of the plan lies open; one that another copy hosts is only seen."""
    look = Choice(RESUME, "Look at it, read only", "another copy hosts it")
    return ChooseDialog(
        "A session of this plan lies open",
        [look if hosted else Choice(RESUME, "Go on with it"), Choice(BEGIN, "Begin a new session")],
    )
