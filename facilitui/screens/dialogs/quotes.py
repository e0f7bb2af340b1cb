"""Captures, each of which stays private until it is released as a quote, with consent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on

from facilitui import text as t
from facilitui.core.session import Note
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.deciding import DecidingDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

Change = Callable[[int, bool], Awaitable[tuple[Note, ...]]]
"""Releases a capture by its seq, or takes that back; all captures as they are then."""
EMPTY = "Nothing was captured."


class QuotesDialog(DecidingDialog):
    """The captures of a session; enter asks about the marked one."""

    def __init__(self, notes: tuple[Note, ...], change: Change) -> None:
        super().__init__()
        self._notes, self._change = notes, change

    def on_resize(self) -> None:
        """The list is as high as it has to be, and its keys stay in view."""
        room = self.app.size.height * 96 // 100 - (13 if self.tall else 9)
        self.query_one(RowList).styles.height = max(1, min(len(self._notes), room))

    def keys(self) -> list[Key]:
        """What can be done."""
        marked = self._marked
        word = "take back" if marked and marked.released else "release"
        return [*([("enter", word)] if marked else []), ("escape", "back")]

    @property
    def _marked(self) -> Note | None:
        return next((note for note in self._notes if str(note.seq) == self.marked_key), None)

    def rows(self) -> list[Row]:
        """Each capture with whether it may be quoted."""
        return [_row(note) for note in self._notes]

    def head(self, width: int) -> t.Lines:
        """How many may be quoted."""
        released = sum(note.released for note in self._notes)
        told = t.soft(f"{released} of {len(self._notes)} released")
        return [t.spread(t.strong("Quotes"), told, width), t.BLANK]

    def note(self, width: int) -> t.Lines:
        """All of the marked one, or what went wrong."""
        if self.problem:
            return [t.BLANK, *t.wrapped(self.problem, width)]
        marked = self._marked
        told = marked.text if marked else EMPTY
        return [t.BLANK, *t.clipped(t.wrapped(told, width, t.SOFT), 3, width)]

    @on(RowList.Chosen)
    def _ask(self) -> None:
        note = self._marked
        if note is None:
            return

        async def answered(yes: bool | None) -> None:
            if yes:
                await self.decided(self._released(note))

        self.app.push_screen(consent(note), answered)

    async def _released(self, note: Note) -> None:
        self._notes = await self._change(note.seq, not note.released)


def consent(note: Note) -> ConfirmDialog:
    """What is asked before a line may be quoted, and before it may be no more."""
    if note.released:
        return ConfirmDialog(
            "Take the release back?",
            f"“{note.text}” is left out when you save next. What was exported before cannot be "
            "called back.",
            yes="take it back",
            no="leave it",
        )
    return ConfirmDialog(
        "Has whoever said this agreed to be quoted?",
        f"“{note.text}” may then stand in what you save and export. An export cannot be called "
        "back.",
        yes="yes, with consent",
        no="keep it private",
    )


def _row(note: Note) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        text = t.strong(note.text) if marked else t.ink(note.text)
        state = t.ink("● may be quoted") if note.released else t.soft("○ private")
        return [t.spread(text, state, width)]

    return Row(str(note.seq), draw)
