"""What is asked in a dialog while a session runs."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.session import SessionState
from facilitui.screens.dialogs.confirm import ConfirmDialog


def end_dialog(state: SessionState) -> ConfirmDialog:
    """Whether to end the session here."""
    left = len(state.ahead)
    return ConfirmDialog(
        "End the session now?",
        f"{t.plural(left, 'step')} still ahead; what was run is kept." if left else "",
        yes="end it",
        no="go on",
    )
