"""What is asked in a dialog while a session runs."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.session import SessionState
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog

ADD_NORM = "+"
"""What stands for a new norm in a choice; no norm can be called that."""


def end_dialog(state: SessionState) -> ConfirmDialog:
    """Whether to end the session here."""
    left = len(state.ahead)
    return ConfirmDialog(
        "End the session now?",
        f"{t.plural(left, 'step')} still ahead; what was run is kept." if left else "",
        yes="end it",
        no="go on",
    )


def norm_dialog(state: SessionState) -> ChooseDialog:
    """Which norm is called on: the watched one first, a new one last."""
    norms = sorted(state.norms, key=lambda norm: norm.id != state.watched)
    own = state.own_norms
    choices = [Choice(n.id, n.text, "our own" if n.id in own else "") for n in norms]
    choices.append(Choice(ADD_NORM, "Add one of our own"))
    return ChooseDialog("Call on a norm", choices)
