"""What becomes of a debrief that was withdrawn: asked as it is opened, before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.told import capital
from facilitui.messages.going import DebriefRequested
from facilitui.screens.dialogs.withdraw import BACK, withdrawn_dialog
from facilitui.services.debriefs.debrief_desk import DebriefDesk

if TYPE_CHECKING:
    from facilitui.screens.debrief.screen import DebriefScreen

ANEW = "{}; w in the journal takes it back. What is written here begins it anew."


class Withdrawn:
    """Asks on one screen for one debrief."""

    def __init__(self, screen: DebriefScreen, desk: DebriefDesk) -> None:
        self._screen, self._desk = screen, desk

    def ask(self) -> None:
        """Ask what is to be done; where it was begun anew already, only say so."""
        if (withdrawal := self._desk.withdrawn) is None:
            return
        if self._desk.debrief.empty:
            self._screen.app.push_screen(withdrawn_dialog(withdrawal), self._decided)
        else:
            self._screen.tell(ANEW.format(capital(withdrawal.told)))

    async def _decided(self, choice: str | None) -> None:
        if choice == BACK and await self._screen.guarded(self._desk.take_back):
            here = self._desk.debrief
            self._screen.app.post_message(DebriefRequested(here.session, lens=here.lens))
            self._screen.dismiss()
        elif choice is None:
            self._screen.dismiss()
