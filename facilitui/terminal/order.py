"""Keys and pasted text in their order, however quickly they come, each for the screen it meant."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from itertools import takewhile
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from facilitui.widgets.fields import TypedInto, Written

LOOK_SECONDS = 0.02
"""As often it is looked whether whoever has the key is still there."""
LOOKS = 12
"""After so many looks the next key is passed on, even without news of the one before."""
MOST_LOOKS = 1500
"""After so many looks, half a minute, a screen that is on its way is waited for no longer: nobody
is locked in. Until then a key would go to the page below, for which it is not meant."""
AT_ONCE = frozenset({"f8", "ctrl+q", "ctrl+c"})
"""Keys that do not wait behind a crowd of others, nor behind what takes long: the room looks, or
somebody wants out."""
LONG_LOOKS = 25
"""After so many looks at what is on its way, half a second, these keys pass all others."""
CROWD = 32
"""With so many keys waiting nobody pressed them with care; these pass them."""
AT_ONCE_LOOKS = 3
"""After so many looks one of them is passed on, whatever the key before asked for."""
ROUNDS = 3
"""So often news goes round after a command: what it asks for may ask for something in turn."""


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
    line it is meant for, or the screen. So each waits for messages that wander behind the one
    before it, and while a screen that was asked for is on its way.
    """

    def __init__(
        self,
        app: App[Any],
        pass_on: Callable[[Event], Awaitable[None]],
        coming: Callable[[], bool],
    ) -> None:
        """`coming` tells whether a screen is on its way."""
        self._app, self._pass_on, self._coming = app, pass_on, coming
        self._waiting: deque[Event] = deque()
        self.number = 0
        """How many keys were passed on so far."""
        self._on_its_way = False
        self._held = False
        """Whether the next key waits for a screen, and not for news."""
        self._given_up = False
        """Whether what is on its way was waited for too long already."""
        self._rounds = self._looks = 0
        self._target: Widget | None = None
        self._until_there: Timer | None = None

    async def take(self, event: Event) -> None:
        """Pass a key on, in its turn."""
        if _is_at_once(event) and len(self._waiting) >= CROWD:
            self._waiting.insert(self._place_of_next(), event)
        else:
            self._waiting.append(event)
        await self._next()

    def _place_of_next(self) -> int:
        """Where a key that passes the others waits: behind letters, and those that passed them."""
        there = (at for at, each in enumerate(self._waiting, 1) if _is_at_once(each))
        return max((len(self._letters()), *there))

    async def take_all(self, events: Iterable[Event]) -> None:
        """Pass several on, each in its turn."""
        for event in events:
            await self.take(event)

    async def dealt_with(self, number: int) -> None:
        """Pass on the next one, unless that was done when the news of this one did not come."""
        if number != self.number or not self._on_its_way or self._nobody_is_there():
            return
        was_held, self._held = self._held, self._has_to_wait()
        if not self._held:
            self._rounds = ROUNDS if was_held else self._rounds - 1
            await self._go_round()

    async def look_again(self) -> None:
        """Something came that the next key waits for, or whoever had the last one is gone."""
        if self._held or self._target_is_gone:
            await self.dealt_with(self.number)

    def forget(self, *, but_text: bool = False) -> None:
        """Pass on nothing of what waits, or of it only what is text."""
        kept = [e for e in self._waiting if isinstance(e, Paste) or _letter(e)] if but_text else []
        self._waiting = deque(kept)

    def _nobody_is_there(self) -> bool:
        """Whether the program ends: then there is no screen that anything could be for."""
        return not self._app.screen_stack

    async def _next(self) -> None:
        if self._on_its_way or not self._waiting or self._nobody_is_there():
            return
        self._until_there = self._app.set_interval(LOOK_SECONDS, self._look)
        self._on_its_way, self._held, self._looks = True, self._has_to_wait(), 0
        if not self._held:
            await self._pass_first()

    def _has_to_wait(self) -> bool:
        """Whether a screen is on its way, and not for too long."""
        if self._at_once_next:
            return False
        coming = self._coming()
        self._given_up = coming and self._given_up
        return coming and not self._given_up

    @property
    def _at_once_next(self) -> bool:
        return bool(self._waiting) and _is_at_once(self._waiting[0])

    async def _pass_first(self) -> None:
        target, letters = self._app.focused or self._app.screen, self._letters()
        self.number += 1
        self._rounds = 1 if _is_text(self._waiting[0], target) else ROUNDS
        if len(letters) > 1:
            for _ in letters:
                self._waiting.popleft()
            target.post_message(Written(letters))
        else:
            await self._pass_on(self._waiting.popleft())
        self._send_news(target)

    def _letters(self) -> str:
        """The letters that wait before anything else, where a field takes them all at once."""
        target = self._app.focused
        if not isinstance(target, TypedInto) or not target.takes_at_once:
            return ""
        return "".join(takewhile(bool, map(_letter, self._waiting)))

    async def _go_round(self) -> None:
        """Send the news round again by whoever has the keys now; after the last time go on."""
        if self._rounds > 0:
            self._send_news(self._app.focused or self._app.screen)
        else:
            await self._go_on()

    def _send_news(self, target: Widget) -> None:
        self._target, self._looks = target, 0
        target.post_message(PassedOn(self.number))

    async def _go_on(self) -> None:
        if self._until_there is not None:
            self._until_there.stop()
        self._on_its_way = False
        await self._next()

    async def _look(self) -> None:
        """Whoever closes itself over a key, as a dialog does, takes the news of it along."""
        self._looks += 1
        if self._held and self._looks >= LONG_LOOKS:
            self._waiting = deque(sorted(self._waiting, key=lambda each: not _is_at_once(each)))
        if self._at_once_next and self._looks >= AT_ONCE_LOOKS:
            await self._go_on()
        elif self._looks == MOST_LOOKS:
            self._given_up = True
            await self._go_on()
        elif self._held or self._looks == LOOKS or self._target_is_gone:
            await self.dealt_with(self.number)

    @property
    def _target_is_gone(self) -> bool:
        """Whether no news comes from whoever has the key, as its screen was left over it."""
        target = self._target
        return not (target and target.is_attached and target.screen in self._app.screen_stack)


def _is_at_once(event: Event) -> bool:
    return isinstance(event, Key) and event.key in AT_ONCE


def _letter(event: Event) -> str:
    """What a key writes; empty for every other key, and for what is pasted."""
    return event.character or "" if isinstance(event, Key) and event.is_printable else ""


def _is_text(event: Event, target: Widget) -> bool:
    """Whether a key is only written, and asks for nothing."""
    written = not isinstance(event, Key) or event.is_printable
    return written and isinstance(target, Input | TypedInto)
