"""What is asked in the line below a debrief: by when, and why what was saved is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitui.commands import Command
from facilitui.commands.debrief import DUE_LINE, WHY_LINE
from facilitui.core.debriefs.commitments import without_verdict
from facilitui.core.debriefs.debrief import Earlier
from facilitui.core.debriefs.debrief_answers import COMMITMENT, asked_when
from facilitui.core.told import capital, short_day
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from facilitui.screens.debrief.screen import DebriefScreen

DUE, WHY = "due", "why"
"""What a line is asked for."""
KEYS = {DUE: DUE_LINE, WHY: WHY_LINE}
SAVES = "a few words, then enter saves it"
NOTHING = "Nothing is written yet."
AS_SAVED = "Nothing has changed since it was saved."
GOING_ON = "gone on with in the same sitting"
"""The reason that is proposed where it was saved a moment ago."""
EARLIER_GONE = "Saved. Revisions before it are gone from the journal: v there says what is damaged."
NO_REASON = "Not saved yet: say in a few words why it is changed."


def _saved_told(earlier: Sequence[Earlier]) -> str:
    """That it is saved, and what stays open of what was promised though it was written about."""
    count = len(without_verdict(earlier))
    if not count:
        return "Saved to the journal."
    left = "A promise stays open" if count == 1 else f"{count} promises stay open"
    return (
        f"Saved to the journal. {left}: f3 says if {'it was' if count == 1 else 'they were'} kept."
    )


class Asking:
    """Asks on one screen for one debrief."""

    def __init__(self, screen: DebriefScreen, desk: DebriefDesk, line: LineEntry) -> None:
        self._screen, self._desk, self._line = screen, desk, line
        self._dated = ""
        """The commitment whose date is being typed."""
        self._proposed = ""
        """What stood in the line when it was asked for."""

    async def save(self) -> None:
        """Save to the journal; what was saved before is changed with a reason."""
        if self._gives_reason():
            return
        self._screen.collect()
        self._screen.show_state()  # what was typed a moment ago is not saved yet
        if self._desk.debrief.empty:
            self._screen.tell(NOTHING)
        elif not self._desk.unsaved:
            self._screen.tell(AS_SAVED)
        else:
            await self._ask_why()

    def _gives_reason(self) -> bool:
        """Be done with the reason that is being typed, as enter is; whether one was asked for."""
        is_asked = self._line.purpose == WHY
        if is_asked:
            self._line.enter()
        return is_asked

    async def _ask_why(self) -> None:
        if self._desk.asks_why:
            await self._screen.guarded(self._desk.keep_draft)
            reason = self._desk.debrief.reason or (GOING_ON if self._desk.saved_at else "")
            self._ask(WHY, "Why is it changed?", reason, SAVES)
        else:
            await self._save()

    async def _save(self) -> None:
        if await self._screen.guarded(self._desk.save):
            told = EARLIER_GONE if self._desk.is_alone else ""
            self._screen.tell(told or _saved_told(self._desk.debrief.earlier), problem=bool(told))
            self._screen.show_state()

    def ask_date(self, question: str) -> None:
        """Ask by when the commitment is due that is being written, else the first.

        While something is asked already, that stays asked for, with what is typed of it.
        """
        if self._line.is_open:
            return
        is_asked = question.startswith(f"{COMMITMENT}:")
        self._dated = question if is_asked else f"{COMMITMENT}:0"
        label, due = self._by_when, self._desk.promised_by(self._dated)
        half = self._desk.typing[self._dated]
        self._ask(DUE, label, half or (short_day(due) if due else ""), is_half=bool(half))

    @property
    def _by_when(self) -> str:
        return asked_when(self._desk.debrief, self._dated)

    def _ask(
        self, purpose: str, label: str, text: str, hint: str = "", *, is_half: bool = False
    ) -> None:
        """Ask for a line. What is proposed is written over by the next key, a half line is not."""
        self._proposed = text
        self._line.ask(purpose, label, text, select=not is_half, hint=hint)
        self._screen.key_line.clear()
        self._screen.offer_keys()

    @property
    def keys(self) -> tuple[Command, ...]:
        """What can be done with the line; nothing where none is asked for."""
        return KEYS.get(self._line.purpose, ())

    async def drop(self) -> bool:
        """Leave the line as if nothing had been asked; whether something was."""
        was_open, purpose = self._line.is_open, self._line.purpose
        if was_open:
            self._line.drop()
            self._screen.offer_keys()
        if purpose == DUE:
            await self.typed(DUE, "")
        return was_open

    async def typed(self, purpose: str, text: str) -> None:
        """Keep a reason, or half a date, while it is typed."""
        self._take(purpose, text)
        await self._screen.guarded(self._desk.keep_draft)

    def collect(self) -> None:
        """Take what is in the line now, however lately it was typed; what is proposed is not."""
        line = self._line
        if line.is_open and line.text != self._proposed:
            self._take(line.purpose, line.taken())

    def _take(self, purpose: str, text: str) -> None:
        if purpose == WHY:
            self._desk.give_reason(text)
        else:
            self._desk.typing[self._dated] = text

    async def entered(self, purpose: str, text: str) -> None:
        """Take what was typed; an empty date is none, and without a reason nothing is changed."""
        self._screen.offer_keys()
        if purpose == DUE:
            await self._set_due(text)
        elif text:
            self._screen.collect()
            self._desk.give_reason(text)
            await self._save()
        else:
            await self._ask_why()
            self._screen.tell(NO_REASON, problem=True)

    async def _set_due(self, text: str) -> None:
        try:
            told = self._desk.promise_by(self._dated, text)
        except ValueError as unread:
            self._ask(DUE, self._by_when, text)
            self._screen.tell(capital(str(unread)), problem=True)
            return
        self._desk.typing[self._dated] = ""
        if await self._screen.guarded(self._desk.keep_draft):
            await self._screen.show_all()
            self._screen.tell(told)
