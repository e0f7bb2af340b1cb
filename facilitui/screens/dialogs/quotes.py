"""Captures, each of which stays private until it is released as a quote, with consent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from facilitui import text as t
from facilitui.core.sessions.session import Note
from facilitui.core.told import in_quotes
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.deciding import DecidingDialog
from facilitui.services.sessions.releasing import Captures
from facilitui.widgets.rows import Row

Change = Callable[[int, bool], Awaitable[Captures]]
"""Releases a capture by its seq, or takes that back; all captures as they are then."""
EMPTY = "Nothing was captured."


class QuotesDialog(DecidingDialog):
    """The captures of a session; before a release, and before it is taken back, that is asked."""

    answers = ("may be quoted", "private")

    def __init__(self, captures: Captures, change: Change) -> None:
        super().__init__()
        self._captures, self._change = captures, change

    @property
    def _by_key(self) -> dict[str, Note]:
        return {str(note.seq): note for note in self._captures.notes}

    def rows(self) -> list[Row]:
        """Each capture with whether it may be quoted."""
        return [_row(note, self._captures.when(note)) for note in self._captures.notes]

    def head(self, width: int) -> t.Lines:
        """How many may be quoted."""
        notes = self._captures.notes
        released = sum(note.released for note in notes)
        told = t.soft(f"{released} of {len(notes)} released")
        return [t.spread(t.strong("Quotes"), told, width), t.BLANK]

    def note(self, width: int) -> t.Lines:
        """All of the marked one."""
        marked = self._by_key.get(self.marked_key)
        return t.clipped(t.wrapped(marked.text if marked else EMPTY, width, t.SOFT), 3, width)

    def answer_of(self, key: str) -> int | None:
        """Whether it is released."""
        note = self._by_key.get(key)
        return 0 if note is not None and note.released else 1

    def question(self, key: str) -> ConfirmDialog | None:
        """Whether whoever said it agreed, or whether the release is to be taken back."""
        return consent(self._by_key[key])

    async def decide(self, key: str, answer: int | None) -> None:
        """Release it, or take that back."""
        self._captures = await self._change(int(key), answer == 0)


def consent(note: Note) -> ConfirmDialog:
    """What is asked before a line may be quoted, and before it may be no more."""
    if note.released:
        return ConfirmDialog(
            "Take the release back?",
            f"{in_quotes(note.text)} is left out when you save next. What was exported before "
            "cannot be called back.",
            yes="take it back",
            no="leave it",
        )
    return ConfirmDialog(
        "Has whoever said this agreed to be quoted?",
        f"{in_quotes(note.text)} may then stand in what you save and export. An export "
        "cannot be called back.",
        yes="yes, with consent",
        no="keep it private",
    )


def _row(note: Note, when: str) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        words = t.strong(note.text) if marked else t.ink(note.text)
        text = t.join(t.soft(f"{when}  "), words) if when else words
        state = t.ink("● may be quoted") if note.released else t.soft("○ private")
        return [t.spread(text, state, width)]

    return Row(str(note.seq), draw)
