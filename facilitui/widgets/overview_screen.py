"""A screen of what the files say: what was kept of the last time first, then what is true now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import ScreenResume

from facilitui.widgets.made_later import DrawnFirst, MadeLater, Ready
from facilitui.widgets.noticing import Noticing
from facilitui.widgets.quiet import InTurn

if TYPE_CHECKING:
    from facilitui.core.overview import Overview


class OverviewScreen(DrawnFirst, MadeLater, Noticing[None]):
    """Reads an overview in a thread whenever it comes up. `show_overview` draws it."""

    def __init__(
        self,
        kept: Callable[[], Overview | None],
        read: Callable[[], Overview],
        now: Callable[[], datetime],
        changed: Callable[[], Awaitable[bool]],
    ) -> None:
        """`changed` tells whether the files say anything else than when they were `read`."""
        super().__init__()
        self._kept, self._read, self.now = kept, read, now
        self._changed = changed
        self.overview: Overview | None = None
        """What is shown, true or not."""
        self._reading = InTurn(self._begin_to_read)
        self._known = False
        """Whether the files were read well the last time."""
        self._due: Callable[[], None] | None = None
        """What a key asked for, and what waits for what the files say."""

    def show_overview(self) -> None:
        """Draw what is known."""
        raise NotImplementedError

    def keys_to(self, selector: str) -> None:
        """Let the keys go there where they go nowhere: what was empty was not on the screen."""
        if self.focused is None and self.is_mounted:
            self.set_focus(self.query_one(selector))

    @on(ScreenResume)
    def refresh_overview(self) -> None:
        """Read everything again whenever it comes up."""
        self._reading.ask()

    async def has_changed(self) -> bool:
        """Whether the files say anything else than what is shown, once they were read."""
        return self._known and await self._changed()

    def show_changed(self) -> None:
        """Read everything again; keys go on meanwhile."""
        self.refresh_overview()

    def once_known(self, deed: Callable[[], None]) -> None:
        """Do what only the files can tell about, once they were read; keys behind it wait too."""
        if self._known and not self._reading.going_on:
            deed()
            return
        self._due, self.ready = deed, False
        self.tell_of_waiting()
        if not self._reading.going_on:
            self._reading.ask()

    def tell_of_waiting(self) -> None:
        """Say what a key waits for, for as long as it does."""
        self.tell("Reading…", still=lambda: self.overview is None or self._due is not None)

    def _begin_to_read(self) -> None:
        if self.drawn:
            self.call_after_refresh(self._read_overview)

    def begin_drawn(self) -> None:
        """Read what was asked for before there was anything to be seen."""
        if self._reading.going_on:
            self._read_overview()

    @work(thread=True, exit_on_error=False, group="overview")
    def _read_overview(self) -> None:
        if self.overview is None and (kept := self._kept()) is not None:
            self.app.call_from_thread(self._take, kept)
        try:
            self.app.call_from_thread(self._take, self._read(), known=True)
        except Exception as error:  # whatever it is, an empty page without a word is worse
            told = f"Home cannot be read: {type(error).__name__}: {error}"
            self.app.call_from_thread(self._tell_unread, told)
        finally:
            self.app.call_from_thread(self._have_read)

    def _take(self, overview: Overview, *, known: bool = False) -> None:
        self.overview, self._known = overview, known
        self.show_overview()
        self._be_ready()

    def _tell_unread(self, told: str) -> None:
        self._known = False
        self.tell(told, problem=True)
        self._be_ready()

    def _have_read(self) -> None:
        """Carry out the key that waited, unless it is to be read once more or was left."""
        self._reading.done()
        if self._reading.going_on or self._due is None:
            return
        due, self._due = self._due, None
        if self._known and self.is_active:
            self.key_line.clear()
            due()
        self._be_ready()

    def _be_ready(self) -> None:
        """Keys need not wait any more: what they are meant for is there, or will not come."""
        self.ready = self._due is None
        self.post_message(Ready())
