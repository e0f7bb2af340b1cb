"""An entry of the journal as a form: a draft while it is typed, saved where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import work
from textual.binding import Binding

from facilitui.core.errors import FacilituiError
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.entry_form import EntryForm
from facilitui.widgets.quiet import Soon

DRAFT_SECONDS = 0.2
"""So long after it was handed over, what is typed is on the disk."""
SAVE: Key = ("ctrl+s", "save")
THROW: Key = ("f8", "throw away")
NOTHING = "nothing is typed that is not in the journal"


class EntryDialog(FormDialog):
    """Ctrl+s saves and closes; escape closes, and what is typed waits as a draft."""

    BINDINGS = [
        Binding("escape", "close", "leave", show=False),
        Binding("ctrl+s", "save", "save", show=False, priority=True),
        Binding("f8", "throw_away", "throw away", show=False, priority=True),
    ]

    kept = ("a draft until ctrl+s saves it", "a draft until saved")

    def __init__(self, made: EntryForm[Any], what: str) -> None:
        """`what` it is called in a sentence, such as "this observation"."""
        super().__init__(made.form, made.take, half=made.half, refused=lambda: made.refused)
        self._made, self._what = made, what
        self._offered = made.half
        """What was typed last, until something else is."""
        self._keep_soon = Soon(self, DRAFT_SECONDS, self._keep)
        self._held_up = False
        self.saved = False
        """Whether it was saved."""

    def keys(self) -> list[Key]:
        """Saving, and leaving with it kept."""
        return [SAVE, ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """Going on; and what was typed can go, where anything was."""
        going, *_ = super().keys()
        return [going, *super().more_keys(), *([THROW] if self._made.half else [])]

    def _hand_over(self) -> None:
        self._held_up = False
        super()._hand_over()
        self._keep_soon.ask()
        if self._made.notice and self._made.half == self._offered:
            self.tell(self._made.notice)

    async def _keep(self) -> None:
        """Keep the draft; why the disk does not take it is shown for as long as it does not."""
        self._keep_soon.stop()
        try:
            await self._made.keep()
        except FacilituiError:
            self.show_kept()

    def finish(self) -> None:
        """Save, as enter on the last field does."""
        self.action_save()

    def action_save(self) -> None:
        """Save, and be done."""
        self.save_by("ctrl+s", self.leave)

    def save_by(self, key: str, then: Callable[[], None]) -> None:
        """Save, and go on; what cannot be understood is told once before it is left out."""
        if self._taken() or self._warned:
            self._save(then)
        else:
            self._warned = True
            self.tell(f"{key} again leaves it out: {self.problem}")

    @work(exclusive=True, group="save")
    async def _save(self, then: Callable[[], None]) -> None:
        try:
            self.saved = await self._made.save()
        except FacilituiError as error:
            self.tell(str(error))
        else:
            then()

    def action_throw_away(self) -> None:
        """Throw away what is typed and not saved, once that is confirmed."""
        self._taken()
        if self._made.half:
            self.app.push_screen(throwing_away(self._what, saved=self._made.is_saved), self._throw)
        else:
            self.tell(NOTHING)

    async def _throw(self, yes: bool | None) -> None:
        if not yes:
            return
        self._keep_soon.stop()
        try:
            await self._made.throw_away()
        except FacilituiError as error:
            self.tell(str(error))
        else:
            self.leave()

    def action_close(self) -> None:
        """Leave; what is typed waits as a draft, or it is told once that it cannot."""
        self._taken()
        self._leave_kept()

    @work(exclusive=True, group="save")
    async def _leave_kept(self) -> None:
        await self._keep()
        if self._held_up or not self._made.refused:
            self.leave()
        else:
            self._held_up = True
            self.tell(f"escape again leaves without {self._what}: {self._made.refused}")

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take, as it was typed."""
        self._soon.stop()
        self._taken()
        await self._keep()
        if not self._made.refused:
            return ()
        text = "\n".join(self._made.half.values())
        return (Unkept(self._what, self._made.refused, text),)


def throwing_away(what: str, *, saved: bool) -> ConfirmDialog:
    """Whether what is typed goes, and what stays then."""
    stays = "What is saved in the journal stays as it is." if saved else "Nothing of it was saved."
    told = f"All that was typed since goes for good. {stays}"
    return ConfirmDialog(f"Throw away {what}?", told, yes="throw it away", no="keep it")
