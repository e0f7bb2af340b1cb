"""Keeping what is being edited: the draft soon, the file in quiet, a conflict settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from facilitui.core.errors import FacilituiError
from facilitui.core.files import Way
from facilitui.core.unkept import Unkept
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
        self._refused = ""
        """Why the disk does not take what was changed, as it was told and is shown."""

    def begin(self) -> None:
        """Look at the file now and then: somebody may be editing it by hand."""
        self._screen.set_interval(FILE_SECONDS, self._look)
        self._tell_notice()
        if self._desk.unwritten:
            self.changed()

    def changed(self) -> None:
        """Something was changed: keep it soon."""
        self._draft_soon.ask()
        self._file_in_quiet.ask()

    async def _keep_draft(self) -> None:
        await self.keep(self._desk.keep_draft, asked=False)

    async def write(self) -> None:
        """Write the file now."""
        await self.keep(self._desk.write, asked=False)

    async def finish(self) -> bool:
        """Write everything now, a new file under its name. Whether it could be kept."""
        return await self.keep(self._desk.finish)

    async def _look(self) -> None:
        """Try again what the disk refused, and see whether another program changed the file.

        What lies over the screen was made from what is shown, so nothing is taken in below it.
        """
        if self._desk.refused:
            await self._keep_draft()
            await self.write()
        if self._screen.app.screen is self._screen and await self._desk.look():
            self._noticed()

    def _noticed(self) -> None:
        self._show()
        self._tell_notice()
        if self._desk.unwritten:
            self.changed()

    async def keep(self, keep: Keep, *, asked: bool = True) -> bool:
        """Whether it could be kept; if not, the reason is told, and so is what else happened.

        What nobody `asked` for is told once, and then shown for as long as the disk refuses it.
        """
        unsettled, facts = bool(self._desk.conflict), self._desk.draft.facts
        try:
            await keep()
        except FacilituiError as error:
            if asked or not self._refused:
                self._screen.tell(str(error), problem=True)
            self._show_refused()
            return False
        if self._refused and not self._desk.refused:
            self._screen.tell("It is on the disk now.")
        self._show_refused()
        self._tell_notice()
        if (self._desk.conflict and not unsettled) or self._desk.draft.facts != facts:
            self._show()
        return True

    def _show_refused(self) -> None:
        if self._refused != self._desk.refused:
            self._refused = self._desk.refused
            self._show()

    def _tell_notice(self) -> None:
        if self._desk.notice:
            self._screen.tell(self._desk.notice)
            self._desk.notice = ""

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk takes neither into the file nor as a draft."""
        desk = self._desk
        if await self.finish() or await self.keep(desk.keep_draft) or not desk.refused:
            return ()
        return (Unkept(f"this {desk.what}", desk.refused, await desk.as_text()),)

    # Settling

    def settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        conflict = self._desk.conflict
        if conflict is None:
            self._screen.tell("The file is as it was left here.")
            return
        choices = [self._choice(way) for way in conflict.ways]
        title = f"The file {conflict.brief}"
        self._screen.app.push_screen(ChooseDialog(title, choices), self._settle)

    def _choice(self, way: Way) -> Choice:
        own = f"{self._desk.what}s/ of your own data"
        words = {
            Way.DIFFERENCES: ("Show the differences", ""),
            Way.TAKE: ("Take the file as it is now", "can be undone"),
            Way.BOTH: (f"Keep both: write this {self._desk.what} to another file", own),
            Way.APART: (f"Write this {self._desk.what} to another file", own),
            Way.AGAIN: ("Write the file again", self._desk.where),
        }
        return Choice(way.value, *words[way])

    async def _settle(self, choice: str | None) -> None:
        try:
            if choice is not None:
                await self._settled(Way(choice))
        except FacilituiError as error:
            self._screen.tell(str(error), problem=True)
        self._show()

    async def _settled(self, way: Way) -> None:
        ways: dict[Way, Keep] = {
            Way.DIFFERENCES: self._show_differences,
            Way.TAKE: self._take_file,
            Way.AGAIN: self._desk.write_again,
        }
        await ways.get(way, self._desk.save_as)()
        if way in (Way.BOTH, Way.APART, Way.AGAIN):
            self._screen.tell(f"Written to {self._desk.where}")

    async def _show_differences(self) -> None:
        told = await self._desk.differences() or "None any more."
        page = PageDialog(f"What the file has (−) and this {self._desk.what} has (+)", told)
        self._screen.app.push_screen(page)

    async def _take_file(self) -> None:
        await self._desk.reload()
        self._screen.tell(f"The {self._desk.what} is as the file says; u undoes that.")
