"""Keeping a protocol that is written: the draft soon, the file in quiet, conflicts settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from facilitui.core.errors import FacilituiError
from facilitui.core.protocol import Protocol
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.protocol_desk import ProtocolDesk
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.quiet import Quiet, Soon

DRAFT_SECONDS = 0.5
"""A change is durable after so long."""
FILE_SECONDS = 2.0
"""The file is written after so much quiet, as a plan's is (design §6)."""


class Keeping:
    """Writes what one screen changes, and tells there what could not be written."""

    def __init__(self, screen: PaperScreen, desk: ProtocolDesk, show: Callable[[], None]) -> None:
        self._screen, self._desk, self._show = screen, desk, show
        self._draft_soon = Soon(screen, DRAFT_SECONDS, self._keep_draft)
        self._file_in_quiet = Quiet(screen, FILE_SECONDS, self._write)
        self._given_up: Protocol | None = None
        """What could not be kept when somebody wanted to leave."""
        self._told = ""

    def changed(self) -> None:
        """The protocol was changed: keep it soon."""
        self._draft_soon.ask()
        self._file_in_quiet.ask()

    async def _keep_draft(self) -> None:
        await self.keep(self._desk.keep_draft)

    async def _write(self) -> None:
        await self.keep(self._desk.write)

    async def keep(self, keep: Callable[[], Awaitable[object]]) -> bool:
        """Whether it could be kept; if not, the reason is told, and so is what else happened."""
        unsettled = bool(self._desk.conflict)
        try:
            await keep()
        except FacilituiError as error:
            self._screen.tell(str(error), problem=True)
            return False
        if self._desk.notice != self._told:
            self._told = self._desk.notice
            self._screen.tell(self._told)
        if self._desk.conflict and not unsettled:
            self._show()
        return True

    async def may_leave(self) -> bool:
        """Whether everything is kept, or somebody wants to leave all the same."""
        if await self.keep(self._finish) or await self.keep(self._desk.keep_draft):
            return True
        if self._given_up is self._desk.protocol:
            return True
        self._given_up = self._desk.protocol
        told = self._screen.key_line.notice.removeprefix("! ")
        self._screen.tell(f"Escape again leaves without it: {told}", problem=True)
        return False

    async def _finish(self) -> None:
        await self._desk.settle_name()
        await self._desk.write()

    def settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        if not self._desk.conflict:
            self._screen.tell("The file is as it was left here.")
            return
        choices = [
            Choice("differences", "Show the differences"),
            Choice("reload", "Take the file as it is now", "can be undone"),
            Choice("save_as", "Keep both: write this one under an id of its own"),
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
            page = PageDialog("What the file has (−) and this protocol has (+)", told)
            self._screen.app.push_screen(page)
        elif choice == "reload":
            await self._desk.reload()
            self._screen.tell("The protocol is as the file says; u undoes that.")
        elif choice == "save_as":
            id = await self._desk.save_as()
            self._screen.tell(f"Written to protocols/{id}.toml")
