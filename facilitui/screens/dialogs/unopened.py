"""Why what was typed cannot be gone on with, and whether it is to go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual.binding import Binding

from facilitui.core.errors import FacilituiError
from facilitui.core.safe_text import quoted
from facilitui.core.told import capital
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key

QUESTION = "This cannot be opened: throw away what was typed?"
STAYS = "Kept, it waits here until it can be opened. What is saved in the journal stays either way."
GOES: Key = ("y", "throw it away")
WAITS: Key = ("escape", "keep it")
MOST_TOLD = 200
"""Characters of what was typed: enough to know it again."""


class UnopenedDialog(ConfirmDialog):
    """Only y throws it away: enter, which led here, keeps it."""

    BINDINGS = [
        Binding("y", "throw_away", "throw it away", show=False),
        Binding("enter", "answer(False)", "keep it", show=False),
    ]

    def __init__(
        self, why: str, typed: Sequence[str], throw_away: Callable[[], Awaitable[None]]
    ) -> None:
        """`why` is a sentence; `throw_away` may raise FacilituiError."""
        words = quoted(" · ".join(typed), MOST_TOLD)
        told = f"{capital(why).rstrip('.')}. What was typed: {words}. {STAYS}"
        super().__init__(QUESTION, told, *(told for _, told in (GOES, WAITS)))
        self._throw_away = throw_away
        self.failed = ""
        """Why it could not be thrown away; empty where it could, or was kept."""

    def keys(self) -> list[Key]:
        """The answers."""
        return [GOES, WAITS]

    async def action_throw_away(self) -> None:
        """Close once it is gone: what lies behind looks again then."""
        try:
            await self._throw_away()
        except FacilituiError as error:
            self.failed = str(error)
        self.dismiss(True)
