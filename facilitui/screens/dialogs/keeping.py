"""Keeping what is being edited: the draft soon, the file in quiet, a conflict settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from facilitui.core.errors import FacilituiError
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.desk import Desk
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.quiet import Quiet, Soon

DRAFT_SECONDS = 0.5
"""A change is durable after so long."""
FILE_SECONDS = 2.0
"""The file is written after so much quiet (design §6), and looked at as often."""
Keep = Callable[[], Awaitable[object]]


class Keeping:
    """Writes what one screen changes, and tells there what could not be written."""

    def __init__(self, screen: PaperScreen[Any], desk: Desk[Any], show: Callable[[], None]) -> None:
        self._screen, self._desk, self._show = screen, desk, show
        self._draft_soon = Soon(screen, DRAFT_SECONDS, self._keep_draft)
        self._file_in_quiet = Quiet(screen, FILE_SECONDS, self.write)
        self._given_up: object = None
        """What could not be kept when somebody wanted to leave."""
        self._told = desk.notice
        self._failed: Keep | None = None
        """What could not be kept, so that it is tried again."""

    def begin(self) -> None:
        """Look at the file now and then: somebody may be editing it by hand."""
        self._screen.set_interval(FILE_SECONDS, self._look)
        if self._desk.notice:
            self._screen.tell(self._desk.notice)
        if self._desk.unwritten:
            self.changed()

    def changed(self) -> None:
        """Something was changed: keep it soon."""
        self._draft_soon.ask()
        self._file_in_quiet.ask()

    async def _keep_draft(self) -> None:
        await self.keep(self._desk.keep_draft)

    async def write(self) -> None:
        """Write the file now."""
        await self.keep(self._desk.write)

    async def finish(self) -> bool:
        """Write everything now, a new file under its name. Whether it could be kept."""
        return await self.keep(self._desk.finish)

    async def _look(self) -> None:
        if self._failed is not None:
            await self.keep(self._failed)
        if await self._desk.look():
            self._show()

    async def keep(self, keep: Keep) -> bool:
        """Whether it could be kept; if not, the reason is told, and so is what else happened."""
        unsettled, facts = bool(self._desk.conflict), self._desk.draft.facts
        try:
            await keep()
        except FacilituiError as error:
            self._failed = keep
            self._tell_why(str(error))
            return False
        if self._failed is not None:
            self._failed = None
            self._screen.tell("It is on the disk now.")
        if self._desk.notice != self._told:
            self._told = self._desk.notice
            self._screen.tell(self._told)
        if (self._desk.conflict and not unsettled) or self._desk.draft.facts != facts:
            self._show()
        return True

    async def may_leave(self) -> bool:
        """Whether everything is kept, or somebody wants to leave all the same."""
        if await self.finish() or await self.keep(self._desk.keep_draft):
            return True
        if self._given_up is self._desk.state:
            return True
        self._given_up = self._desk.state
        self._tell_why(self._screen.key_line.notice.removeprefix("! "))
        return False

    def _tell_why(self, why: str) -> None:
        """Why something could not be kept, and what the key does that asked to leave."""
        asked = self._given_up is self._desk.state
        ahead = "The same key again leaves without it: " if asked else ""
        self._screen.tell(f"{ahead}{why}", problem=True)

    def settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        if not self._desk.conflict:
            self._screen.tell("The file is as it was left here.")
            return
        choices = [
            Choice("differences", "Show the differences"),
            Choice("reload", "Take the file as it is now", "can be undone"),
            Choice("save_as", f"Keep both: write this {self._desk.what} to a file of its own"),
        ]
        dialog = ChooseDialog("The file was changed elsewhere", choices)
        self._screen.app.push_screen(dialog, self._settle)

    async def _settle(self, choice: str | None) -> None:
        try:
            await self._settled(choice)
        except FacilituiError as error:
            self._screen.tell(str(error), problem=True)
        self._show()

    async def _settled(self, choice: str | None) -> None:
        if choice == "differences":
            told = await self._desk.differences() or "None any more."
            page = PageDialog(f"What the file has (−) and this {self._desk.what} has (+)", told)
            self._screen.app.push_screen(page)
        elif choice == "reload":
            await self._desk.reload()
            self._screen.tell(f"The {self._desk.what} is as the file says; u undoes that.")
        elif choice == "save_as":
            name = await self._desk.save_as()
            self._screen.tell(f"Written to {self._desk.what}s/{name}.toml")
