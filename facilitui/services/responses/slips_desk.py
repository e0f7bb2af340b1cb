"""The slips of one session while they are typed in: changed, kept as a draft, saved."""

from __future__ import annotations

from facilitui.core.errors import FacilituiError
from facilitui.core.responses.slips import Slips, SlipSheet, as_text, opened, saved_as
from facilitui.core.unkept import Unkept
from facilitui.services.responses.hearing import Hearing

WHAT = "these slips"
MORE_TYPED = "Saved; what you typed meanwhile is kept, and ctrl+s saves it too."


class SlipsDesk:
    """Slips under one another; every change of them can be undone."""

    def __init__(self, hearing: Hearing, session: str, slips: Slips) -> None:
        self._hearing, self._session = hearing, session
        self._lay_down(slips)

    def _lay_down(self, slips: Slips) -> None:
        self.sheet = opened(slips)
        self._kept = slips
        """The slips that the disk has as a draft, or the journal."""
        self._before: list[SlipSheet] = []

    @property
    def is_kept(self) -> bool:
        """Whether the disk has all that was typed."""
        return self.sheet.slips is self._kept

    def change(self, sheet: SlipSheet) -> None:
        """Go on with other slips, or elsewhere on them."""
        if sheet.slips != self.sheet.slips:
            self._before.append(self.sheet)
            self.sheet = sheet
        else:
            self.sheet = SlipSheet(self.sheet.slips, sheet.row, sheet.at)

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        if self._before:
            self.sheet = self._before.pop()

    async def keep(self) -> None:
        """Keep all that was typed as a draft. Raises NotSaved."""
        slips = self.sheet.slips
        if slips is not self._kept:
            await self._hearing.keep_slips(self._session, slips)
            self._kept = slips

    async def unkept(self) -> tuple[Unkept, ...]:
        """The slips, where the disk does not take them."""
        try:
            await self.keep()
        except FacilituiError as error:
            return (Unkept(WHAT, str(error), as_text(self.sheet.slips)),)
        return ()

    async def save(self) -> str:
        """Keep the slips in the journal, and give their entry.

        Empty where more was typed meanwhile: all of it is a draft then, of that entry's next
        revision. Raises FacilituiError.
        """
        slips = self.sheet.slips
        entry = await self._hearing.take_slips(self._session, slips)
        if self.sheet.slips is slips:
            self._kept = slips
            return entry
        self.sheet = saved_as(self.sheet, entry)
        self._before = [saved_as(each, entry) for each in self._before]
        await self.keep()
        return ""

    async def go_on_with_others(self) -> str:
        """Keep these, and go on with others that another program left; what there is to say.

        Raises FacilituiError.
        """
        await self.keep()
        await self._hearing.go_on_with_other_slips(self._session)
        slips, told = await self._hearing.slips(self._session)
        self._lay_down(slips)
        return told
