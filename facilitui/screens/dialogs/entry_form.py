"""An entry of the journal as a form that is saved where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding

from facilitui.core.privacy.purge_intent import listed
from facilitui.core.safe_text import quoted
from facilitui.core.told import capital
from facilitui.screens.dialogs import form_foot as foot
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.draft_form import DraftDialog
from facilitui.services.journals.entry_form import EntryForm
from facilitui.widgets.form_choices import ChoiceList
from facilitui.widgets.made_later import CameToNothing, Ready

SAVE: Key = ("ctrl+s", "save")
SAVED = "Saved"
WITHOUT = "Save without this?"
NOTHING_YET = "nothing is written yet, so nothing is saved; escape leaves"
NOT_CHOSEN = "{} is not chosen: space chooses it; {} again goes on without"
SINCE = "saved, but for what was typed since: it is a draft until ctrl+s saves it too"


class EntryDialog(DraftDialog):
    """Ctrl+s saves and closes; what is not saved is a draft."""

    BINDINGS = [Binding("ctrl+s", "save", "save", show=False, priority=True)]
    again_told: ClassVar[str] = "{} again saves it as it is"
    """What the key does once it was told why it did not save."""

    def __init__(self, made: EntryForm[Any], what: str) -> None:
        """`what` it is called in a sentence, such as "this observation"."""
        super().__init__(made, what)
        self._failed = self._failed_at = ""
        """Why it could not be saved the last time, and the field that this is about; both empty
        where it could."""
        self._told_at = ""
        """The field that something was told of last."""
        self.saved = False
        """Whether it was saved."""
        self.unchanged = False
        """Whether saving was asked for, and there was nothing new to be saved."""
        self.without: tuple[str, ...] = ()
        """What was typed and not saved, as somebody said that it is to be left out."""

    @property
    def saved_told(self) -> str:
        """That it was saved, and without what."""
        return (
            f"{SAVED} without {listed(self.without, len(self.without))}."
            if self.without
            else f"{SAVED}."
        )

    def _show(self) -> None:
        """Why it could not be saved stays through what is typed after that, until the field that
        it is about was mended and left."""
        if self._failed_at and self._is_mended(self._failed_at):
            self._said = "" if self._said == self._failed else self._said
            self._failed = self._failed_at = ""
        self._said = self._said or self._failed
        super()._show()

    def _is_mended(self, key: str) -> bool:
        """Whether a field says something else that can be read, and the keys are elsewhere."""
        is_here = self.focused is self._fields.editors.get(key)
        return not (is_here or key in self._faults or self._still_lacks(key))

    def tell_at(self, field: str, sentence: str, lacking: Collection[str] | None = None) -> None:
        """The same, and remember which field it was."""
        super().tell_at(field, sentence, lacking)
        self._told_at = field

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
            self.unchanged = not self.saved
            self.leave()
        else:
            self.tell(NOTHING_YET)

    def save_by(self, key: str, then: Callable[[], None]) -> None:
        """Save, and go on; what cannot be understood is told once before it is left out."""
        if not self.is_free():
            return
        is_whole, self.without = self._taken(), ()
        if not is_whole and not foot.needed(self._form, self._faults):
            self._ask_without(then)
        elif self._may_save(key):
            self._begin_saving(then)

    def _ask_without(self, then: Callable[[], None]) -> None:
        """Show all that would be left out and why; another key than that which saves says yes."""
        lost = self._made.left_out(self.values)
        doubt = self._form.doubt(self.values)
        told = [
            *(f"{each.what}: {each.why}." for each in lost),
            *([f"{doubt.told}."] if doubt else []),
        ]

        def answer(yes: bool | None) -> None:
            if yes:
                self.without = tuple(each.what for each in lost)
                self._begin_saving(then)
            else:
                self.tell_at(self._first_fault, self.problem)

        text = "\n".join(map(capital, told)) or capital(self.problem)
        self.app.push_screen(ConfirmDialog(WITHOUT, text, yes="save without", no="go back"), answer)

    def _may_save(self, key: str) -> bool:
        """Whether all of it can be saved, or it was told what that means; else it is told now."""
        if needed := foot.needed(self._form, self._faults):
            self.tell_at(needed, self._faults[needed].told)
            return False
        if self._warned:
            return True
        if isinstance(self.focused, ChoiceList) and (name := self.focused.passed):
            self._warned = True
            self.tell(NOT_CHOSEN.format(quoted(name), key))
        elif self._is_there and (doubt := self._form.doubt(self.values)):
            self._warned = True
            told = f"{doubt.told}; {self.again_told.format(key)}"
            self.tell_at(doubt.field, told, doubt.lacking)
        return not self._warned

    @property
    def _is_there(self) -> bool:
        """Whether anything is written, now or before."""
        return bool(self._made.half) or self._made.is_saved

    def _begin_saving(self, then: Callable[[], None]) -> None:
        self.begin_saving()
        self.ready = False  # what is typed meanwhile goes where this leads
        self._save(then)

    @work(group="save")
    async def _save(self, then: Callable[[], None]) -> None:
        """Save; keys wait for it, and what was put here meanwhile stays."""
        self._keep_soon.stop()
        done, self._failed, self._failed_at, self._told_at = False, "", "", ""
        try:
            with self.while_saving():
                self.saved = await self._made.save() or self.saved
                await self._saved_so_far(then)
                done = True
        finally:
            self.ready = True
            self._failed, self._failed_at = ("", "") if done else (self._said, self._told_at)
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
