"""An entry of the journal as a form that is saved where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import work
from textual.binding import Binding

from facilitui.screens.dialogs import form_foot as foot
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.draft_form import DraftDialog
from facilitui.services.journals.entry_form import EntryForm
from facilitui.widgets.made_later import CameToNothing, Ready

SAVE: Key = ("ctrl+s", "save")
NOTHING_YET = "nothing is written yet, so nothing is saved; escape leaves"
SINCE = "saved, but for what was typed since: it is a draft until ctrl+s saves it too"


class EntryDialog(DraftDialog):
    """Ctrl+s saves and closes; what is not saved is a draft."""

    BINDINGS = [Binding("ctrl+s", "save", "save", show=False, priority=True)]

    def __init__(self, made: EntryForm[Any], what: str) -> None:
        """`what` it is called in a sentence, such as "this observation"."""
        super().__init__(made, what)
        self._failed = ""
        """Why it could not be saved the last time; empty where it could."""
        self.saved = False
        """Whether it was saved."""

    def _show(self) -> None:
        """Why it could not be saved stays through what is typed after that."""
        self._said = self._said or self._failed
        super()._show()

    def keys(self) -> list[Key]:
        """Saving, and leaving with it kept."""
        return [SAVE, ("escape", "leave")]

    def finish(self) -> None:
        """Save, as enter on the last field does."""
        self.action_save()

    def action_save(self) -> None:
        """Save, and be done."""
        self.save_by("ctrl+s", self._be_done)

    def _be_done(self) -> None:
        """Leave; where nothing was written nothing was saved, and that is told."""
        if self.saved or self._made.is_saved:
            self.leave()
        else:
            self.tell(NOTHING_YET)

    def save_by(self, key: str, then: Callable[[], None]) -> None:
        """Save, and go on; what cannot be understood is told once before it is left out."""
        if self.is_free() and self._may_save(key):
            self._begin_saving(then)

    def _may_save(self, key: str) -> bool:
        """Whether all of it can be saved, or it was told what that means; else it is told now."""
        is_whole = self._taken()
        if needed := foot.needed(self._form, self._faults):
            self.tell_at(needed, self._faults[needed].told)
            return False
        if self._warned:
            return True
        if not is_whole:
            self.warn(key)
        elif self._made.half and (doubt := self._form.doubt(self.values)):
            self._warned = True
            self.tell_at(doubt.field, f"{doubt.told}; {key} again saves it as it is")
        return not self._warned

    def _begin_saving(self, then: Callable[[], None]) -> None:
        self.begin_saving()
        self.ready = False  # what is typed meanwhile goes where this leads
        self._save(then)

    @work(group="save")
    async def _save(self, then: Callable[[], None]) -> None:
        """Save; keys wait for it, and what was put here meanwhile stays."""
        self._keep_soon.stop()
        done, self._failed = False, ""
        try:
            with self.while_saving():
                self.saved = await self._made.save() or self.saved
                await self._saved_so_far(then)
                done = True
        finally:
            self.ready, self._failed = True, "" if done else self._said
            self.app.post_message(Ready() if done else CameToNothing())

    async def _saved_so_far(self, then: Callable[[], None]) -> None:
        """Go on, unless more was typed while it was saved; that is a draft over what was saved."""
        self._soon.stop()
        is_since = self._made.take_since(self.values)
        if self.leaving:
            return
        if not is_since:
            return then()
        await self._show_made(SINCE)
        await self._keep()
