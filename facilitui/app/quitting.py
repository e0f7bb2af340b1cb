"""An application that is quit, or ended from outside, with nothing lost in silence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import chain

from facilitui.app.ending import end_cleanly
from facilitui.app.showing import ShowingApp
from facilitui.core.unkept import Unkept
from facilitui.widgets.leaving import HoldUp, TypedOn

UNDER_COVER = "Not quit yet: something is not on the disk. f8 shows the session again."


class QuittingApp(ShowingApp):
    """What cannot be kept holds up a quit once, and is there to be printed at the end."""

    def __init__(self, half_typed: Callable[[], Awaitable[tuple[Unkept, ...]]]) -> None:
        """`half_typed` is what no screen shows any more, and the disk does not take."""
        super().__init__()
        self._half_typed = half_typed
        self._hold_up = HoldUp("ctrl+q again quits")
        self.lost: tuple[Unkept, ...] = ()
        """What could not be kept when the program was ended; it is there to be printed."""

    def on_mount(self) -> None:
        """Leave the terminal as it was found, however the program is ended."""
        end_cleanly(self, lambda code: self.call_later(self._end, code))

    async def action_quit(self) -> None:
        """Quit; what could not be kept holds it up once, whichever screen it lies on.

        Over the cover nothing can be said of it, so it holds it up until the cover is gone.
        """
        unkept = await self._unkept()
        if unkept and self.covered:
            self.notify(UNDER_COVER, markup=False)
        elif told := self._hold_up.told(unkept):
            self.say(told)
        else:
            self._go(unkept)

    async def _end(self, code: int) -> None:
        self._go(await self._unkept(), code)

    def _go(self, lost: tuple[Unkept, ...], code: int = 0) -> None:
        """End it. What still looks something up would show it on what is being taken away."""
        self.lost = lost
        self.workers.cancel_all()
        self.exit(return_code=code)

    async def _unkept(self) -> tuple[Unkept, ...]:
        """What cannot be kept, asked from the top: what lies above belongs to what is below."""
        found: list[Unkept] = []
        stacks = tuple(map(reversed, map(tuple, self._screen_stacks.values())))
        for screen in chain.from_iterable(stacks):
            found += await screen.unkept() if isinstance(screen, TypedOn) else ()
        return (*found, *await self._half_typed())
