"""An application in which entries can be withdrawn, and purged for privacy."""

from __future__ import annotations

from textual import on

from facilitui.app.asked_once import asked_once
from facilitui.app.review import ReviewApp
from facilitui.messages import privacy as m
from facilitui.opening.screens import Opening

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

        told = await self.tried(withdraw(self, self._open_screen.withdrawing, event.entry))
        if told:
            self.say(told, problem=False)
            event.then(None)

    @on(m.PurgeRequested)
    @asked_once
    async def _purge(self, event: m.PurgeRequested) -> None:
        from facilitui.screens.dialogs.purge import purge

        if self._open_elsewhere:
            self.say(OPEN_ELSEWHERE)
            return
        told = await self.tried(purge(self, self._open_screen.purging, event.entry))
        if told:
            self.say(told, problem=False)
            event.then(None)

    @on(m.ReviewPurgeRequested)
    @asked_once
    async def _purge_review(self, event: m.ReviewPurgeRequested) -> None:
        from facilitui.screens.dialogs.purge import purge_review

        told = await self.tried(purge_review(self, self._open_screen.forgetting, event.folder))
        if told:
            self.say(told, problem=False)
            event.then(None)

    @property
    def _open_elsewhere(self) -> bool:
        """Whether a screen lies over the first one of any mode: what is typed there is kept."""
        return any(len(stack) > 1 for stack in self._screen_stacks.values())
