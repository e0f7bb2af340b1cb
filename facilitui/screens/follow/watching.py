"""What the screens that follow a session share: looking again, and choosing which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.screen import Screen

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.ports import SessionRow
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.widgets.ticks import LOOK_SECONDS, Ticks, next_second

if TYPE_CHECKING:
    from facilitui.services.sessions.following import FollowedSession


class Watching:
    """Looks at a session while its screen is seen, and draws what it shows."""

    def __init__(
        self, screen: Screen[None], followed: FollowedSession, draw: Callable[[bool], None]
    ) -> None:
        """`draw` is told whether more than the time has changed."""
        self._screen, self._followed, self._draw = screen, followed, draw
        self._asking = False
        self._stands_until = 0.0
        """Elapsed when the shown second changes."""
        self._ticks = Ticks(screen, LOOK_SECONDS, self._next_second, self.look)

    async def begin(self) -> None:
        """Look now, and go on looking."""
        await self.look()
        self._ticks.schedule()

    def _next_second(self) -> float:
        return next_second(self._followed.state, *self._followed.now())

    async def look(self) -> None:
        """Look once; a screen that lies under another leaves that to it."""
        if not (self._screen.is_current or self._screen.app.screen.is_modal):
            return
        changed = await self._followed.look()
        elapsed, _ = self._followed.now()
        if self._screen.is_running and (changed or elapsed >= self._stands_until):
            self._stands_until = elapsed + self._next_second()
            self._draw(changed)
            self._ask_which()

    def _ask_which(self) -> None:
        """Where several sessions lie open somebody has to say which."""
        rows = self._followed.choices
        if rows and not self._asking:
            self._asking = True
            zone = self._followed.zone
            choices = [
                Choice(row.session, row.title or row.session, _since(row, zone)) for row in rows
            ]
            self._screen.app.push_screen(
                ChooseDialog("Follow which session?", choices), self._chosen
            )

    async def _chosen(self, session: str | None) -> None:
        if session is None:
            return self._go_without()
        try:
            self._followed.choose(session)
        except FacilituiError:
            self._asking = False
        await self.look()

    def _go_without(self) -> None:
        """Nothing is wanted: that is the end, unless only one is left by now, which is followed."""
        if self._followed.choices:
            self._screen.app.exit()


def _since(row: SessionRow, zone: tzinfo) -> str:
    """When a session began, as the clocks of this machine have it."""
    if row.began_at is None:
        return ""
    began = row.began_at.astimezone(zone)
    return f"since {t.day(began)} {t.clock(began)}"


def leave(screen: Screen[None]) -> None:
    """Go back to the screen below; where there is none the program ends."""
    if len(screen.app.screen_stack) > 1:
        screen.dismiss()
    else:
        screen.app.exit()
