"""Keys and pasted text in their order, however quickly they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.events import Event
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

LOOK_SECONDS = 0.02
"""As often it is looked whether whoever has the key is still there."""
LOOKS = 12
"""After so many looks the next key is passed on, even without news of the one before."""


class PassedOn(Message):
    """A key has been dealt with by everybody who wanted it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        """Which key, counted from 1."""


class InputOrder:
    """Passes on one key at a time.

    A key that a widget does not take wanders up to the application, which runs its command.
    Meanwhile the next one could reach the widget: a letter would overtake the key that opens the
    line it is meant for. So each waits for a message that wanders behind the one before it.
    """

    def __init__(self, app: App[Any], pass_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app, self._pass_on = app, pass_on
        self._waiting: deque[Event] = deque()
        self._number = 0
        self._on_its_way = False
        self._looks = 0
        self._until_lost: Timer | None = None

    async def take(self, event: Event) -> None:
        """Pass a key on, in its turn."""
        self._waiting.append(event)
        await self._next()

    async def dealt_with(self, number: int) -> None:
        """Pass on the next one, unless that was done when the news of this one did not come."""
        if number == self._number and self._on_its_way:
            if self._until_lost is not None:
                self._until_lost.stop()
            self._on_its_way = False
            await self._next()

    async def _next(self) -> None:
        if self._on_its_way or not self._waiting:
            return
        event, target = self._waiting.popleft(), self._app.focused or self._app.screen
        self._number, self._on_its_way, self._looks = self._number + 1, True, 0
        await self._pass_on(event)
        look = partial(self._look, target, self._number)
        self._until_lost = self._app.set_interval(LOOK_SECONDS, look)
        target.post_message(PassedOn(self._number))

    async def _look(self, target: Widget, number: int) -> None:
        """Whoever closes itself over a key, as a dialog does, takes the news of it along."""
        self._looks += 1
        if self._looks == LOOKS or not target.is_attached:
            await self.dealt_with(number)
