"""A screen that reads what it shows anew with every look, and when its files change."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.events import ScreenResume, ScreenSuspend

from facilitui.core.errors import FacilituiError
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.noticing import Noticing
from facilitui.widgets.told_briefly import ToldBriefly


class ReadAnew(MadeLater, Noticing[None], ToldBriefly[None]):
    """Keys wait until it was read; why it cannot be is said, and what was there stays."""

    _once_read: Callable[[], None] | None = None
    """What is done once it was read."""

    async def read(self) -> None:
        """Read it, and show it. May raise FacilituiError."""
        raise NotImplementedError

    @on(ScreenSuspend)
    def _is_stale(self) -> None:
        """What lies over it may write: keys wait for the look behind that."""
        self.ready, self._once_read = False, None

    @on(ScreenResume)
    @work(exclusive=True, group="reading")
    async def _look(self) -> None:
        try:
            await self.read()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        self.ready = True
        deed, self._once_read = self._once_read, None
        if deed is not None:
            deed()
        self.post_message(Ready())

    def read_first(self, deed: Callable[[], None]) -> None:
        """Do what goes by files that may have changed since it was read; keys wait until then."""
        self._once_read = deed
        self.load_again()

    def show_changed(self) -> None:
        """Keys wait until it is read."""
        self.load_again()

    def load_again(self, _: object = None) -> None:
        """Something of it was written; keys wait until it is read."""
        self.ready = False
        self._look()
