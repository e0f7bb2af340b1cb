"""An application in which each key reaches the screen that it was meant for."""

from __future__ import annotations

from textual import on
from textual.app import App
from textual.events import Event, Key, Paste, Resize
from textual.events import Ready as FirstLayout

from facilitui.app.asked_once import OnItsWay
from facilitui.terminal.keys import ManyKeys, of_this_size
from facilitui.terminal.order import InputOrder, PassedOn
from facilitui.widgets.made_later import (
    CameToNothing,
    DrawnFirst,
    MadeLater,
    Ready,
    Seen,
    SeenFirst,
)


class OrderlyApp(App[None]):
    """An application in which each key reaches the screen that it was meant for."""

    def __init__(self) -> None:
        super().__init__()
        self.on_its_way = OnItsWay(self)
        """The screens that were asked for, for which keys wait."""
        self.input_order = InputOrder(self, super().on_event, lambda: self.on_its_way.awaited)
        """The keys that wait for those before them."""

    def on_mount(self) -> None:
        """Every screen that comes may be one that keys wait for."""
        self.screen_change_signal.subscribe(self, lambda screen: self.post_message(Ready()))

    async def on_event(self, event: Event) -> None:
        """Keys and pasted text wait for those before them; the last size is the one that holds."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            for screen in self.screen_stack[-1:]:
                await self.input_order.take(event)
                if isinstance(screen, MadeLater) and screen.is_mounted and not screen.ready:
                    screen.tell_of_waiting()
        elif isinstance(event, Resize) and not self.is_headless:
            await super().on_event(of_this_size(event))
        else:
            await super().on_event(event)

    @on(FirstLayout)
    def _draw_at_once(self) -> None:
        """Nothing is seen yet: Textual's next turn to draw is not waited for."""
        for screen in self.screen_stack[-1:]:
            screen._on_timer_update()

    @on(ManyKeys)
    async def _take_many(self, event: ManyKeys) -> None:
        if self.screen_stack:
            await self.input_order.take_all(event.keys)

    def post_display_hook(self) -> None:
        """The screen was drawn; keys that come from now on are typed by somebody who sees it."""
        if self._batch_count:
            return  # it was not: Textual 8.2 says so of what it holds back, too
        for screen in self.screen_stack[-1:]:
            if isinstance(screen, DrawnFirst):
                screen.was_drawn()
            if isinstance(screen, SeenFirst) and screen.filled and not screen.ready:
                screen.ready = True
                self.post_message(Seen())

    @on(Seen)
    def _forget_what_was_typed_unseen(self) -> None:
        self.input_order.forget()

    @on(CameToNothing)
    def _forget_what_was_for_elsewhere(self) -> None:
        self.input_order.forget(but_text=True)

    @on(Ready)
    async def _pass_on_what_waited(self) -> None:
        self.on_its_way.look_again()
        await self.input_order.look_again()

    @on(PassedOn)
    async def _pass_on_the_next_key(self, event: PassedOn) -> None:
        await self.input_order.dealt_with(event.number)
