"""What is asked in the line below a debrief: by when, and why what was saved is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitui.core.commitments import without_verdict
from facilitui.core.debrief import Earlier
from facilitui.core.told import capital, short_day
from facilitui.services.debrief_desk import DebriefDesk
from facilitui.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from facilitui.screens.debrief.screen import DebriefScreen

DUE, WHY = "due", "why"
"""What a line is asked for."""
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

    def __init__(self, screen: DebriefScreen, desk: DebriefDesk) -> None:
        self._screen, self._desk = screen, desk
        self._dated = ""
        """The question whose date is being typed."""

    async def save(self) -> None:
        """Save to the journal; what was saved before is changed with a reason."""
        self._screen.collect()
        if self._desk.debrief.empty:
            self._screen.tell(NOTHING)
        elif not self._desk.unsaved:
            self._screen.tell(AS_SAVED)
        else:
            await self._ask_why()

    async def _ask_why(self) -> None:
        if self._desk.asks_why:
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
        """Ask by when the commitment is due that is being written, else the first."""
        self._dated = question
        due = self._desk.promised_by(question)
        self._ask(DUE, "By when?", short_day(due) if due else "")

    def _ask(self, purpose: str, label: str, text: str, hint: str = "") -> None:
        self._screen.query_one(LineEntry).ask(purpose, label, text, select=True, hint=hint)
        self._screen.add_class("-typing")

    def drop(self) -> bool:
        """Leave the line as if nothing had been asked; whether something was."""
        line = self._screen.query_one(LineEntry)
        was_open = line.is_open
        if was_open:
            line.drop()
            self._screen.remove_class("-typing")
        return was_open

    async def typed(self, purpose: str, text: str) -> None:
        """Keep a reason while it is typed."""
        if purpose == WHY:
            self._desk.give_reason(text)
            await self._screen.guarded(self._desk.keep_draft)

    async def entered(self, purpose: str, text: str) -> None:
        """Take what was typed; an empty date is none, and without a reason nothing is changed."""
        self._screen.remove_class("-typing")
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
            self._ask(DUE, "By when?", text)
            self._screen.tell(capital(str(unread)), problem=True)
            return
        if await self._screen.guarded(self._desk.keep_draft):
            await self._screen.show_all()
            self._screen.tell(told)
