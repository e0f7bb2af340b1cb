"""An entry of the journal as a form: what is typed is a draft, and waits for whoever leaves."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import work
from textual.binding import Binding

from facilitui.core.errors import FacilituiError
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.form_fields import Fields
from facilitui.screens.dialogs.form_picture import begun, shown_values
from facilitui.screens.dialogs.saving import Saving
from facilitui.services.journals.entry_drafts import OtherDraft
from facilitui.services.journals.entry_form import EntryForm
from facilitui.widgets.made_later import Ready
from facilitui.widgets.quiet import Soon

DRAFT_SECONDS = 0.2
"""So long after it was handed over, what is typed is on the disk."""
THROW: Key = ("f8", "throw away")
KEPT = ("a draft until ctrl+s saves it", "a draft until saved")
OTHER_KEPT = ("ctrl+l: another text was kept", "ctrl+l: another")
"""What becomes of what is typed, and what else is there; in many words or in few."""
OTHER: Key = ("ctrl+l", "the other text")
NOTHING = "nothing is typed that is not in the journal"
NO_OTHER = "no other text of this was kept"
PUT_HERE = "this was typed on {}"
AND_BACK = "; ctrl+l goes back to the one before"


class DraftDialog(FormDialog, Saving):
    """Escape closes, and what is typed waits; ctrl+l puts another text here, f8 throws away."""

    BINDINGS = [
        Binding("escape", "close", "leave", show=False),
        Binding("f8", "throw_away", "throw away", show=False, priority=True),
        Binding("ctrl+l", "other_text", "the other text", show=False, priority=True),
    ]
    draft_told: ClassVar[tuple[str, str]] = KEPT
    """What becomes of what is typed where there is no other text."""

    def __init__(self, made: EntryForm[Any], what: str) -> None:
        """`what` it is called in a sentence, such as "this observation"."""
        super().__init__(
            made.form,
            made.take,
            half=made.half,
            refused=lambda: made.refused,
            at_fault=made.at_fault,
        )
        self._made, self._what = made, what
        self.kept = OTHER_KEPT if made.others else self.draft_told
        self._notice, self._offered = made.notice, made.half
        """What there is to say of what stands here, until something else does."""
        self._keep_soon = Soon(self, DRAFT_SECONDS, self._keep)
        self._held_up = False
        """Whether it was told that what is typed cannot be kept."""

    @property
    def entry(self) -> str:
        """The id of the entry that is filled in."""
        return self._made.entry

    def _show(self) -> None:
        """What there is to say of what was typed before is said for as long as that stands here."""
        if not self._said and self._form.changed(self.values) == self._offered:
            self._said = self._notice
        super()._show()

    def more_keys(self) -> list[Key]:
        """Going on; and what was typed can go, where anything was."""
        going, *_ = super().keys()
        others = [OTHER] if self._made.others else []
        return [going, *super().more_keys(), *others, *([THROW] if self._made.half else [])]

    # Keeping it

    def _hand_over(self) -> None:
        self._held_up = False
        super()._hand_over()
        self._keep_soon.ask()

    async def _keep(self) -> None:
        """Keep the draft; why the disk does not take it is shown for as long as it does not."""
        self._keep_soon.stop()
        try:
            await self._made.keep()
        except FacilituiError:
            self.show_kept()

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take, as it was typed."""
        self._soon.stop()
        self._taken()
        await self._keep()
        if not self._made.refused:
            return ()
        text = "\n".join(self._made.half.values())
        return (Unkept(self._what, self._made.refused, text),)

    # Another text in its place, or none

    def action_other_text(self) -> None:
        """Put another text of it here; what stands here waits in its place."""
        if self._made.others and self.begin_saving():
            self._begin_swapping()
        elif self.is_free():
            self.tell(NO_OTHER)

    def _begin_swapping(self) -> None:
        self._taken()
        self.ready = False  # what is typed meanwhile goes into that text
        self._swap(self._made.others[0])

    @work(group="save")
    async def _swap(self, other: OtherDraft) -> None:
        self._keep_soon.stop()
        try:
            with self.while_saving():
                await self._made.go_on_with(other)
                back = AND_BACK if self._made.others else ""
                await self._show_made(f"{PUT_HERE.format(other.kept_on)}{back}")
        finally:
            self.ready = True
            self.post_message(Ready())

    async def _show_made(self, told: str) -> None:
        """Fill in anew what stands there; what only a revision asks for stands below the rest."""
        self._notice, self._offered = told, self._made.half
        self.kept = OTHER_KEPT if self._made.others else self.draft_told
        self.show_kept()
        self._form = self._made.form
        self._begun = begun(self._form, self._offered)
        follows = self._form.follow(shown_values(self._begun))
        self._fields = Fields(self._begun, follows, self._fields)
        await self.query_one("#fields").mount_all(self._fields.rows())
        self._said = ""
        self._work_out()
        self._show()

    def action_throw_away(self) -> None:
        """Throw away what is typed and not saved, once that is confirmed."""
        if self.is_free() and self._is_typed():
            self.app.push_screen(throwing_away(self._what, saved=self._made.is_saved), self._throw)

    def _is_typed(self) -> bool:
        """Whether anything is typed that is not saved; else that is told."""
        self._taken()
        if not self._made.half:
            self.tell(NOTHING)
        return bool(self._made.half)

    async def _throw(self, yes: bool | None) -> None:
        if yes:
            self._keep_soon.stop()
            with self.telling():
                await self._made.throw_away()
                self.leave()

    # Leaving

    def action_close(self) -> None:
        """Leave; what is typed waits as a draft, or it is told once that it cannot."""
        self._taken()
        if self.can_leave():
            self._leave_kept()

    def leave_saved(self) -> None:
        """Leave; what was typed since is a draft."""
        self._leave_kept()

    @work(exclusive=True, group="leave")
    async def _leave_kept(self) -> None:
        await self._keep()
        if not self.can_leave():
            return
        if self._held_up or not self._made.refused:
            self.leave()
        else:
            self._held_up = True
            self.tell(f"escape again leaves without {self._what}: {self._made.refused}")


def throwing_away(what: str, *, saved: bool) -> ConfirmDialog:
    """Whether what is typed goes, and what stays then."""
    stays = "What is saved in the journal stays as it is." if saved else "Nothing of it was saved."
    told = f"All that was typed since goes for good. {stays}"
    return ConfirmDialog(f"Throw away {what}?", told, yes="throw it away", no="keep it")
