"""What screens have in common on which one file is edited."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Generic

from facilitui.core.errors import FacilituiError
from facilitui.screens.dialogs.keeping import Keeping
from facilitui.services.desk import Desk
from facilitui.widgets.paper_screen import PaperScreen, R


class EditingScreen(PaperScreen[R], Generic[R]):
    """One file; `R` is what the screen is dismissed with. Every change is kept at once and can be undone."""

    def __init__(self, desk: Desk[Any]) -> None:
        super().__init__()
        self._edited = desk
        self.keeping = Keeping(self, desk, self.show_all)
        """What writes it."""

    def show_all(self, mark: str = "") -> None:
        """Draw everything as it is, with a row marked if one is named."""
        raise NotImplementedError

    def end_typing(self) -> bool:
        """Take what is being typed into a row; whether something was."""
        return False

    async def on_unmount(self) -> None:
        """Write what has not been written yet; there is nothing left to tell a problem on."""
        with suppress(FacilituiError):
            await self._edited.finish()

    def changed(self, mark: str = "") -> None:
        """Something was changed: show it, and keep it soon."""
        self.show_all(mark)
        self.keeping.changed()

    def action_undo(self) -> None:
        """Undo the last change."""
        self.end_typing()
        what = self._edited.undo()
        self.tell(f"undone: {what}" if what else "nothing to undo")
        self.changed()

    def action_redo(self) -> None:
        """Make the last undone change again."""
        self.end_typing()
        what = self._edited.redo()
        self.tell(f"done again: {what}" if what else "nothing to do again")
        self.changed()

    def action_settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        self.keeping.settle()

    async def may_leave(self) -> bool:
        """Whether everything is kept, or somebody wants to leave all the same."""
        return await self.keeping.may_leave()

    async def action_leave(self) -> None:
        """Leave; what has not been written is written before it is read elsewhere."""
        if not self.end_typing() and await self.may_leave():
            self.dismiss()
