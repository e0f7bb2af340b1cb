"""The further texts of a debrief: looked at beside it, gone on with, or thrown away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitui.messages.evidence import FORGET, TAKE, TextsRequested
from facilitui.messages.going import DebriefRequested
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.services.debriefs.other_texts import OtherText

if TYPE_CHECKING:
    from facilitui.screens.debrief.screen import DebriefScreen

FORGOTTEN = "The other text is thrown away."


class Texts:
    """Those of the debrief on one screen."""

    def __init__(self, screen: DebriefScreen, desk: DebriefDesk) -> None:
        self._screen, self._desk = screen, desk

    def show(self, name: str) -> None:
        """Lay the one of that name beside what is written now."""
        self._screen.run_worker(self._screen.kept())
        for other in self._desk.others.found:
            if other.draft.name == name:
                lenses = self._desk.others.beside(other)
                self._screen.post_message(TextsRequested(lenses, partial(self._decided, other)))

    def _decided(self, other: OtherText, way: str | None) -> None:
        if way == TAKE:
            self._screen.run_worker(self._take(other))
        elif way == FORGET:
            self._screen.run_worker(self._forget(other))

    async def _take(self, other: OtherText) -> None:
        """Open the debrief anew with the other text."""
        others, debrief = self._desk.others, self._desk.debrief
        if await self._screen.guarded(partial(others.go_on_with, other)):
            request = DebriefRequested(debrief.session, lens=debrief.lens)
            self._screen.app.post_message(request)
            self._screen.dismiss()

    async def _forget(self, other: OtherText) -> None:
        if await self._screen.guarded(partial(self._desk.others.forget, other)):
            self._screen.tell(FORGOTTEN)
