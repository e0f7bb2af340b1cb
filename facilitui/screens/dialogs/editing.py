"""What screens have in common on which one file is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Generic

from facilitui.core.errors import FacilituiError
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.form_offer import OfferingForm
from facilitui.screens.dialogs.keeping import Keeping
from facilitui.services.desk import Desk
from facilitui.services.forms.form import Form
from facilitui.services.forms.unfit import at_fault
from facilitui.widgets.file_bar import told_refused
from facilitui.widgets.paper_screen import PaperScreen, R


class EditingScreen(PaperScreen[R], Generic[R]):
    """One file, every change of which is kept at once; the screen is dismissed with an `R`."""

    def __init__(self, desk: Desk[Any]) -> None:
        super().__init__()
        self._edited = desk
        self.keeping = Keeping(self, desk, self._show_kept)
        """What writes it."""
        self.left = False
        """Whether it was left: nothing is asked for it any more, though it may still be there."""

    # What a screen decides

    def show_all(self) -> None:
        """Draw everything as it is."""
        raise NotImplementedError

    def show_changed(self, mark: str = "") -> None:
        """Draw what was changed, with a row marked if one is named."""
        raise NotImplementedError

    def end_typing(self) -> bool:
        """Take what is being typed into a row; whether something was."""
        return False

    def result(self) -> R | None:
        """What the screen is dismissed with."""
        return None

    def _show_kept(self) -> None:
        """Draw everything, and whether the disk takes it also on the form that lies over it."""
        self.show_all()
        for screen in self.app.screen_stack:
            if isinstance(screen, FormDialog):
                screen.show_kept()

    # Changing

    def change(self, make: Callable[[Any], Any], what: str, mark: str = "") -> bool:
        """Make one change that can be undone, show it and keep it soon; say why it cannot be."""
        self.end_typing()
        try:
            done = self._edited.change(make, what)
        except ValueError as error:
            self.tell(str(error), problem=True)
            return False
        if done:
            self.changed(mark)
        return done

    def changed(self, mark: str = "") -> None:
        """Something was changed: show it, and keep it soon."""
        self.show_changed(mark)
        self.keeping.changed()

    def edit(
        self,
        form: Form[Any],
        at: str = "",
        *,
        mark: Callable[[], str] = lambda: "",
        closed: Callable[[None], Any] | None = None,
    ) -> None:
        """Open a form, at a field; while it is open its values are one change.

        `mark` says which row is marked by now, `closed` is called when it is closed. What is half
        typed then was left out; where the program ends before, the form offers it again.
        """
        self.end_typing()
        desk, before = self._edited, self._edited.draft
        half = desk.half_in(form.known_as)

        def take(values: Mapping[str, str]) -> str:
            told = desk.fill_in(form, values, before)
            self.changed(mark())
            return told

        def done(nothing: None) -> Any:
            desk.keep_half(form.known_as, form.title, {})
            self.keeping.changed()
            return closed(nothing) if closed else None

        at = at or next(iter(half), "")
        kind = OfferingForm if form.offer else FormDialog
        dialog = kind(
            form,
            take,
            at,
            half=half,
            refused=lambda: told_refused(desk),
            at_fault=partial(at_fault, form, before.state),
        )
        self.app.push_screen(dialog, done)

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

    # Leaving

    def action_settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        self.keeping.settle()

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk takes neither into the file nor as a draft."""
        return await self.keeping.unkept()

    async def action_leave(self) -> None:
        """Leave; what has not been written is written before it is read elsewhere.

        A question that came up meanwhile is answered first: it would be closed in its place.
        """
        if not self.end_typing() and await self.may_leave() and self.is_active:
            self.left = True
            self.dismiss(self.result())

    async def on_unmount(self) -> None:
        """Write what has not been written yet; there is nothing left to tell a problem on."""
        with suppress(FacilituiError):
            await self._edited.finish()
