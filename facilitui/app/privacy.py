"""An application in which entries can be withdrawn, and purged for privacy."""

from __future__ import annotations

from textual import on

from facilitui.app.asked_once import asked_once
from facilitui.app.review import ReviewApp
from facilitui.messages import privacy as m
from facilitui.opening.screens import Opening
from facilitui.widgets.paper_screen import PaperScreen

OPEN_ELSEWHERE = (
    "Something is open on another page of the program: leave it first, or it would be written down "
    "again after the purge."
)


class PrivacyApp(ReviewApp):
    """Withdrawals, and purges."""

    _open_screen: Opening

    @on(m.WithdrawRequested)
    @asked_once
    async def _withdraw(self, event: m.WithdrawRequested) -> None:
        from facilitui.screens.dialogs.withdraw import withdraw

        withdrawing = self._open_screen.services.withdrawing
        await self.told_of(withdraw(self, withdrawing, event.entry), event.then)

    @on(m.PurgeRequested)
    @asked_once
    async def _purge(self, event: m.PurgeRequested) -> None:
        from facilitui.screens.dialogs.purge import purge

        if self.open_elsewhere:
            self.say(OPEN_ELSEWHERE)
        else:
            purging = self._open_screen.services.purging
            await self.told_of(purge(self, purging, event.entry), event.then)

    @on(m.ReviewPurgeRequested)
    @asked_once
    async def _purge_review(self, event: m.ReviewPurgeRequested) -> None:
        from facilitui.screens.dialogs.purge import purge_review

        forgetting = self._open_screen.services.forgetting
        await self.told_of(purge_review(self, forgetting, event.folder), event.then)

    @property
    def open_elsewhere(self) -> bool:
        """Whether a screen on which something is typed, and kept, lies over the first of a mode."""
        above = (each for stack in self._screen_stacks.values() for each in stack[1:])
        return not all(isinstance(each, PaperScreen) and each.only_reads for each in above)
