"""What is asked in a dialog while a session runs."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.session import SessionState
from facilitui.screens.dialogs.confirm import ConfirmDialog


def end_dialog(state: SessionState, *, rehearsed: bool) -> ConfirmDialog:
    """Whether to end the session, or its rehearsal, here."""
    left = len(state.ahead)
    kept = "nothing of a rehearsal is kept" if rehearsed else "what was run is kept"
    return ConfirmDialog(
        "End the rehearsal now?" if rehearsed else "End the session now?",
        f"{t.plural(left, 'step')} still ahead; {kept}." if left else "",
        yes="end it",
        no="go on",
    )
