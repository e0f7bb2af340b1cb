"""What was heard about a session: taken in, taken out again and put back, set by set."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.binding import Binding

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.responses.feedback_told import set_told
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Dialog
from facilitui.screens.dialogs.import_feedback import ImportFeedbackDialog
from facilitui.screens.dialogs.saving import Saving
from facilitui.screens.dialogs.slips import SlipsDialog
from facilitui.services.responses.heard import Heard, Kept
from facilitui.services.responses.hearing import Hearing
from facilitui.widgets.panel import Panel

WHICH_SET = "Which answers are taken out, or put back in?"
TAKE_OUT = "Take these answers out?"
STAYS = "They count in no figure then. The journal keeps them, and u puts them back."
TAKEN_OUT, PUT_BACK = "They are taken out; u puts them back.", "They count again."


class HeardSets(Dialog[None], Saving):
    """Everything that was heard, with the ways to take in more and to take some of it out."""

    BINDINGS = [
        Binding("i", "take_in", "take in a file", show=False),
        Binding("s", "slips", "slips by hand", show=False),
        Binding("x", "take_out", "take answers out", show=False),
        Binding("u", "undo", "undo", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard) -> None:
        super().__init__()
        self.hearing, self.heard = hearing, heard
        self._last = ""
        """The entry that was taken out or put back last, for undo."""
        unread = ", ".join(heard.unread)
        told = f"This version cannot read {unread}; it stays in the journal." if unread else ""
        self._told = " ".join(filter(None, (heard.not_known, told)))

    def draw_head(self, width: int) -> t.Lines:
        """The session."""
        title = t.fitted(t.soft(self.heard.title), width)
        return [t.strong("What participants said"), title, t.BLANK]

    def draw_page(self, width: int) -> t.Lines:
        """What was heard."""
        raise NotImplementedError

    async def prepare(self, heard: Heard) -> None:
        """Do what takes long before this is drawn."""

    def draw_foot(self, width: int) -> t.Lines:
        """What there is to say, then the keys."""
        told = t.labelled("!", t.wrapped(self._told, width - 2), 2) if self._told else []
        return [*([t.BLANK] if self.tall else []), *told, *self.foot(width)]

    def on_resize(self) -> None:
        """The keys stay in view."""
        more = len(self.draw_foot(self.query_one("#foot").content_size.width or 60))
        self.fit("#page", 8 + more, 6 + more)

    def action_show_keys(self) -> None:
        """Show all keys, which take their lines from the figures."""
        super().action_show_keys()
        self.on_resize()

    def tell(self, told: str = "") -> None:
        """Draw all of it again, with something to say."""
        self._told = told
        self.query_one("#figures", Panel).show(self.draw_page)
        self.query_one("#foot", Panel).show(self.draw_foot)
        self.on_resize()

    # More of it

    def action_take_in(self) -> None:
        """Take in the file of a form."""
        self.app.push_screen(ImportFeedbackDialog(self.hearing, self.heard), self._show_entry)

    async def action_slips(self) -> None:
        """Type in paper slips."""
        with self.telling():
            slips, told = await self.hearing.slips(self.heard.session)
            dialog = SlipsDialog(self.hearing, self.heard, slips, told)
            self.app.push_screen(dialog, self._show_entry)

    def _show_entry(self, entry: str | None) -> None:
        if entry is not None:
            self.look_again()

    @work(exclusive=True, group="look")
    async def look_again(self, told: str = "") -> None:
        """Show what was heard as it is now, and say something."""
        try:
            heard = await self.hearing.heard(self.heard.session)
            await self.prepare(heard)
            self.heard = heard
        except FacilituiError as error:
            told = str(error)
        self.tell(told)

    # Less of it

    def action_take_out(self) -> None:
        """Take a set of answers out, or put one back; which, is asked where there are several."""
        kept = self.heard.kept
        if len(kept) > 1:
            self.app.push_screen(ChooseDialog(WHICH_SET, _choices(kept)), self._turn)
        elif kept:
            self._turn(kept[0].entry)

    def _turn(self, entry: str | None) -> None:
        """Take a set out once that is confirmed; put one back at once."""
        kept = self.heard.find(entry or "")
        if kept is not None and not kept.feedback.withdrawn:
            dialog = ConfirmDialog(TAKE_OUT, f"{set_told(kept.feedback)}. {STAYS}", "take out")
            self.app.push_screen(dialog, lambda yes: self._turn_soon(kept) if yes else None)
        elif kept is not None:
            self._turn_soon(kept)

    def action_undo(self) -> None:
        """Put back what was taken out last, or take it out again."""
        kept = self.heard.find(self._last)
        if kept is not None:
            self._turn_soon(kept)

    def _turn_soon(self, kept: Kept) -> None:
        if self.begin_saving():
            self._keep_turned(kept)

    @work(group="keep")
    async def _keep_turned(self, kept: Kept) -> None:
        back = kept.feedback.withdrawn
        keep = self.hearing.put_back if back else self.hearing.take_out
        with self.while_saving():
            await keep(self.heard.session, kept.entry)
            self._last = kept.entry
            self.look_again(PUT_BACK if back else TAKEN_OUT)


def _choices(kept: Sequence[Kept]) -> list[Choice]:
    """Each set, those that were taken out with that word."""
    return [
        Choice(each.entry, set_told(each.feedback), "taken out" if each.feedback.withdrawn else "")
        for each in kept
    ]
