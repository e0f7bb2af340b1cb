"""What is asked in a dialog while a session runs."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui import text as t
from facilitui.core.sessions.session import SessionState
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.live.lines import PURPOSES, kept_as

KEEP, LEAVE_OUT, GO_ON = "keep", "leave out", "go on"


def end_dialog(state: SessionState, *, rehearsed: bool) -> ConfirmDialog:
    """Whether to end the session, or its rehearsal, here."""
    kept = "nothing of a rehearsal is kept" if rehearsed else "what was run is kept"
    ahead = _ahead(state)
    return ConfirmDialog(
        "End the rehearsal now?" if rehearsed else "End the session now?",
        f"{ahead}; {kept}." if ahead else "",
        yes="end it",
        no="go on",
    )


def half_typed_dialog(state: SessionState, half: Mapping[str, str]) -> NumberedDialog:
    """Whether to end the session with what is half typed, without it, or not yet."""
    one = len(half) == 1
    typed = "a line is" if one else f"{len(half)} lines are"
    told = "; ".join(_labelled(each, text, state) for each, text in half.items())
    ahead = _ahead(state)
    return NumberedDialog(
        f"End the session now? {typed.capitalize()} half typed.",
        [
            Choice(KEEP, f"End it, and keep {'that line' if one else 'those lines'}", told),
            Choice(
                LEAVE_OUT,
                f"End it, and leave {'it' if one else 'them'} out",
                "what was typed is lost",
            ),
            Choice(GO_ON, "Go on", ahead),
        ],
    )


def _ahead(state: SessionState) -> str:
    return f"{t.plural(len(state.ahead), 'step')} still ahead" if state.ahead else ""


def _labelled(purpose: str, text: str, state: SessionState) -> str:
    """What a half typed line would be kept as, and how long it is: no message quotes one."""
    label = PURPOSES[kept_as(purpose, text, state)].label.rstrip("?").partition(",")[0]
    return f"{label}, {t.plural(len(text.split()), 'word')}"
