"""Withdrawing an entry: the reason is a draft until it is given; or taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui import text as t
from facilitui.core.journals.withdrawal import MEANS_HERE, Withdrawal
from facilitui.core.told import capital
from facilitui.messages.evidence import AttachmentsRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.entry_form import EntryDialog

if TYPE_CHECKING:
    from facilitui.services.journals.withdrawing import ReasonForm, Withdrawing

TAKEN_BACK = "Taken back: it counts again, as its next revision."
ASK_BACK = "Let it count again: {}?"
EXPLAINED = "That it was withdrawn stays in its revisions."
DONE = "Withdrawn: it counts nowhere any more; w takes it back."
MEANS_LINES = 6
"""What stands above the reason at most, with an empty line where the screen is high."""
BACK, ANEW = "back", "anew"
"""What can be done with a debrief that was withdrawn."""


class WithdrawDialog(EntryDialog):
    """Asks for the reason."""

    draft_told = ("a draft until ctrl+s withdraws it", "a draft until withdrawn")

    def __init__(self, made: ReasonForm, called: str = "") -> None:
        """`called` is what the entry is called, so that nobody takes it for another one."""
        super().__init__(made, "this reason")
        self._called = called

    def _draw_head(self, width: int) -> t.Lines:
        """Which entry it is, and what it means, stand above the reason."""
        which = t.wrapped(capital(self._called), width) if self._called else []
        means = t.wrapped(MEANS_HERE, width, t.SOFT)
        return [*super()._draw_head(width), *which, *means, *([t.BLANK] if self.tall else [])]

    def fit(self, selector: str, tall: int, short: int) -> None:
        """Room for what it means."""
        super().fit(selector, tall + MEANS_LINES, short + MEANS_LINES - 1)

    def keys(self) -> list[Key]:
        """Withdrawing, and leaving with the reason kept."""
        return [("ctrl+s", "withdraw"), ("escape", "leave")]


async def withdraw(app: App[Any], withdrawing: Withdrawing, entry: str) -> str:
    """Ask for the reason, or take a withdrawal back; what was done, empty where nothing was.

    An attachment is let go in the list of its session's. Raises FacilituiError.
    """
    if session := await withdrawing.attached_to(entry):
        app.post_message(AttachmentsRequested(session))
        return ""
    if await withdrawing.is_withdrawn(entry):
        ask = ConfirmDialog(
            ASK_BACK.format(await withdrawing.called(entry)), EXPLAINED, "take it back"
        )
        if not await app.push_screen_wait(ask):
            return ""
        await withdrawing.take_back(entry)
        return TAKEN_BACK
    dialog = WithdrawDialog(await withdrawing.open(entry), await withdrawing.called(entry))
    await app.push_screen_wait(dialog)
    return DONE if dialog.saved else ""


def withdrawn_dialog(withdrawal: Withdrawal) -> ChooseDialog:
    """What is to be done with a debrief that was withdrawn: its reason stands in the question."""
    return ChooseDialog(
        capital(withdrawal.told),
        [
            Choice(BACK, "Take it back", "it counts again, as it was"),
            Choice(ANEW, "Begin it anew", "what it said stays in the journal"),
        ],
    )
