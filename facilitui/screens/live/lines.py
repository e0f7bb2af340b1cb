"""Lines that are typed while a session runs: kept while they are typed, taken when complete."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from facilitui.core import moves
from facilitui.core.errors import FacilituiError
from facilitui.core.numbers import count
from facilitui.core.session import SessionState
from facilitui.screens.live.attending import take_attendance
from facilitui.screens.live.presses import Press
from facilitui.services.hosted_session import HostedSession
from facilitui.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

MOST_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a line is typed for."""

    label: str
    decide: Callable[[str], moves.Decide]
    """What it does to the session. Raises ValueError, saying what to type instead."""
    said: str = "kept"
    possible: Callable[[SessionState], bool] = attrgetter("running")
    """Whether it means anything now."""


def _attend(text: str) -> moves.Decide:
    return moves.attend(people(text))


PURPOSES: dict[str, Purpose] = {
    "capture": Purpose("Capture, private", moves.capture),
    "park": Purpose("Park", moves.park),
    "lead": Purpose("Who leads this block?", moves.lead, possible=attrgetter("now")),
    "norm": Purpose("Our own norm", moves.add_norm),
    "attendance": Purpose("How many are here?", _attend, "", lambda state: True),
}


def people(text: str) -> int:
    """How many are here. Raises ValueError."""
    if (many := count(text, "How many are here")) > MOST_PEOPLE:
        raise ValueError(f"How many are here is a number from 0 to {MOST_PEOPLE}.")
    return many


class Lines:
    """The line of one Live screen, and what was left half typed in it."""

    def __init__(self, screen: LiveScreen, hosted: HostedSession, entry: LineEntry) -> None:
        self._screen, self._hosted, self._entry = screen, hosted, entry
        self._half: dict[str, str] = {}
        """Lines that were left half typed, by what they are for."""

    async def begin(self) -> None:
        """Ask again for a line that was being typed when the program ended."""
        purpose, text = await self._hosted.kept_line()
        if purpose in PURPOSES and text:
            self.ask(purpose, text)

    def ask(self, purpose: str, text: str = "") -> None:
        """Ask for a line; what was left half typed for this is in it."""
        label = PURPOSES[purpose].label
        self._entry.ask(purpose, label, text or self._half.pop(purpose, ""))
        self._screen.add_class("-typing")

    def left(self, purpose: str, text: str) -> bool:
        """The line was left; whether anything is in it, which is kept for the next time."""
        self._screen.remove_class("-typing")
        if text:
            self._half[purpose] = text
        return bool(text)

    async def keep(self, purpose: str, text: str) -> None:
        """Keep what is being typed."""
        await self._told(self._hosted.keep_line(purpose, text))

    async def drop(self) -> None:
        """Forget what was being typed."""
        await self._told(self._hosted.drop_line())

    async def _told(self, work: Awaitable[None]) -> None:
        try:
            await work
        except FacilituiError as error:
            self._screen.tell(str(error), problem=True)

    async def take(self, purpose: str, text: str) -> None:
        """A line is complete: do what it is for, or ask for it again where that cannot be."""
        self._screen.remove_class("-typing")
        if await self._taken(purpose, text):
            await self.drop()
        else:
            self.ask(purpose, text)

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
        return await self._screen.press(Press(decide, PURPOSES[purpose].said))

    async def close(self) -> None:
        """Keep what is in the line while the screen goes away."""
        if self._entry.is_open:
            await self.keep(self._entry.purpose, self._entry.text)
