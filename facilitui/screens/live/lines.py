"""Lines that are typed while a session runs: kept while they are typed, taken when complete."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from facilitui.commands.half_typed import half_told
from facilitui.core.errors import NotSaved
from facilitui.core.numbers import count
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import SessionState
from facilitui.screens.live.attending import take_attendance
from facilitui.screens.live.presses import NO_STEP, Press
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

MOST_PEOPLE = 1000
HALF_KEPT = "What you typed is kept for the next time."


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a line is typed for."""

    label: str
    decide: Callable[[str], moves.Decide]
    """What it does to the session. Raises ValueError, saying what to type instead."""
    said: str = ""
    """What tells that it was done, where what it did does not tell it better."""
    possible: Callable[[SessionState], bool] = attrgetter("running")
    """Whether it means anything now."""
    digits: bool = False
    """Whether it is a number."""

    def takes(self, text: str) -> bool:
        """Whether a text can be what is asked for."""
        try:
            self.decide(text)
        except ValueError:
            return False
        return True


def _attend(text: str) -> moves.Decide:
    return moves.attend(people(text))


PURPOSES: dict[str, Purpose] = {
    "capture": Purpose("Capture, private", moves.capture, "captured, private"),
    "park": Purpose("Park", moves.park, "parked"),
    "lead": Purpose("Who leads this block?", moves.lead, possible=attrgetter("now")),
    "norm": Purpose("Our own norm", moves.add_norm, "norm added"),
    "attendance": Purpose(
        "How many are here?",
        _attend,
        possible=lambda state: state.ended_at is None,
        digits=True,
    ),
}


def people(text: str) -> int:
    """How many are here. Raises ValueError."""
    if (many := count(text, "How many are here")) > MOST_PEOPLE:
        raise ValueError(f"How many are here is a number from 0 to {MOST_PEOPLE}.")
    return many


def kept_as(purpose: str, text: str, state: SessionState) -> str:
    """What a half typed line can be taken as: what it was begun as, else a capture."""
    return purpose if _is_possible(purpose, state) and PURPOSES[purpose].takes(text) else "capture"


class Lines:
    """The line of one Live screen, and what was left half typed in it."""

    def __init__(self, screen: LiveScreen, hosted: HostedSession, entry: LineEntry) -> None:
        self._screen, self._hosted, self._entry = screen, hosted, entry
        self._half: dict[str, str] = {}
        """Lines that were left half typed, by what they are for."""

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._entry.is_open

    async def begin(self) -> str:
        """Have again what was half typed when the program ended; what that is, in words."""
        self._half.update(await self._hosted.half_lines())
        state = self._hosted.state
        return half_told([each for each in self._half if _is_possible(each, state)])

    def wish(self, purpose: str) -> None:
        """Ask for a line where it means anything now."""
        if _is_possible(purpose, self._hosted.state):
            self._screen.key_line.clear()
            self.ask(purpose)
        else:
            self._screen.tell(NO_STEP)

    def ask(self, purpose: str, text: str = "") -> None:
        """Ask for a line; what was left half typed for this is in it."""
        if self._entry.is_open:
            self._half[self._entry.purpose] = self._entry.text
        wanted, text = PURPOSES[purpose], text or self._half.pop(purpose, "")
        wrong = wanted.digits and bool(text) and not wanted.takes(text)
        self._entry.ask(purpose, wanted.label, text, select=wrong, digits=wanted.digits)
        self._show()

    async def obey(self, event: Key | Paste) -> None:
        """Take a key or what is pasted while something lies over the line."""
        await self._entry.obey(event)

    def leave(self) -> None:
        """Leave the line; what is in it is offered when it is asked for again."""
        self._half[self._entry.purpose] = self._entry.text.strip()
        self._entry.close()

    @property
    def half(self) -> dict[str, str]:
        """What is half typed by now, by what it is for."""
        typed = {self._entry.purpose: self._entry.text} if self._entry.is_open else {}
        lines = {**self._half, **typed}.items()
        return {what: text.strip() for what, text in lines if what in PURPOSES and text.strip()}

    async def settle(self, *, keep: bool) -> bool:
        """Take what is half typed as if it were complete, or forget it; whether all of it was."""
        for purpose, text in self.half.items():
            if keep and not await self._taken(kept_as(purpose, text, self._hosted.state), text):
                return False
            if self._entry.purpose == purpose:
                self._entry.drop()
            self._half.pop(purpose, None)
            await self.keep(purpose, "")
        self._show()
        return True

    async def left(self, purpose: str, text: str) -> None:
        """The line was left; what is in it is said to be kept once it is written."""
        self._show()
        if await self.keep(purpose, text) and text:
            self._screen.tell(HALF_KEPT)

    async def keep(self, purpose: str, text: str) -> bool:
        """Keep what is typed by now, or say why it is not on the disk."""
        try:
            await self._hosted.keep_line(purpose, text)
        except NotSaved as error:
            told = f"Kept only in this run: {error.why}" if text else str(error)
            self._screen.tell(told, problem=True)
            return False
        return True

    async def take(self, purpose: str, text: str) -> None:
        """A line is complete: do what it is for, or ask for it again where that cannot be."""
        self._show()
        if await self._taken(purpose, text):
            await self.keep(purpose, self._half.get(purpose, ""))
            return
        if self._entry.is_open:  # the next line was begun while a slow disk refused this one
            self._half[purpose] = text
        else:
            self.ask(purpose, text)
        await self.keep(purpose, text)

    def _show(self) -> None:
        """Show the keys, or the line in their place; a page names no key that is a letter now."""
        self._screen.set_class(self._entry.is_open, "-typing")
        self._screen.refresh_view()

    async def _taken(self, purpose: str, text: str) -> bool:
        try:
            ready = self._hosted.ready
            if purpose == "attendance" and ready is not None:
                take_attendance(self._screen, ready, people(text))
                return True
            decide = PURPOSES[purpose].decide(text)
        except ValueError as error:
            self._screen.tell(str(error), problem=True)
            return False
        if not _is_possible(purpose, self._hosted.state):  # it ended while this was typed
            self._screen.tell(NO_STEP, problem=True)
            return False
        return await self._screen.press(Press(decide, PURPOSES[purpose].said))

    async def keep_all(self) -> None:
        """Keep all that is half typed, before the screen or the program goes away."""
        if self._entry.is_open:
            self._half[self._entry.purpose] = self._entry.taken()
        for purpose, text in self._half.items():
            with suppress(NotSaved):  # it is remembered, and asked for before the program ends
                await self._hosted.keep_line(purpose, text)


def _is_possible(purpose: str, state: SessionState) -> bool:
    return purpose in PURPOSES and bool(PURPOSES[purpose].possible(state))
