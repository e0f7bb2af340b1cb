"""The moves of a recovery: applied, and taken back as a whole.

Both are decided from the state at the moment they are obeyed: what is no longer offered then makes
no events.
"""

from __future__ import annotations

from facilitui.core import bodies as b
from facilitui.core.sessions.moves import Decide, Move
from facilitui.core.sessions.outlook import may_be_undone
from facilitui.core.sessions.recovery import Moment, proposals
from facilitui.core.sessions.session import SessionState


def apply_recovery(shown: b.RecoveryApplied, at: Moment) -> Decide:
    """Win back time in the way that was shown as of this moment, and in no other."""

    def decide(state: SessionState) -> Move:
        return (shown,) if any(each.body == shown for each in proposals(state, at)) else ()

    return decide


def undo_recovery(seq: int) -> Decide:
    """Take a recovery back as a whole; other keys may have come after it."""

    def decide(state: SessionState) -> Move:
        found = [each for each in state.recoveries if each.seq == seq]
        if not any(may_be_undone(state, each) for each in found):
            return ()
        return (b.RecoveryUndone(recovery=seq),)

    return decide
