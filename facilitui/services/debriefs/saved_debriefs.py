"""What the journal has of the debriefs of one session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import Document, debrief_of, is_blanked
from facilitui.core.journals.withdrawal import Withdrawal, withdrawal_in
from facilitui.core.library.frames import Frame
from facilitui.services.debriefs.debrief_facts import Beside, beside_in

UNREADABLE = "What was saved cannot be read by this version of facilitui; it stays in the journal."
PURGED = "What was saved was purged; what is written here is its next revision."


@dataclass(frozen=True, slots=True)
class Saved:
    """What the journal has of a debrief."""

    debrief: Debrief | None = None
    document: Document | None = None
    beside: Beside = field(default_factory=Beside)
    told: str = ""
    """What to say where it cannot be read."""
    withdrawn: Withdrawal | None = None
    """That it counts no more, if so: nothing of it is begun with."""


def saved_in(newest: Mapping[str, Document], session: str, lens: str) -> Saved:
    """One debrief of a session, among the newest revisions by their entry."""
    found = newest.get(entry_id(session, lens))
    beside = beside_in(newest.values(), session)
    if found is None:
        return Saved(None, None, beside)
    if (withdrawn := withdrawal_in(found)) is not None:
        return Saved(None, found, beside, withdrawn=withdrawn)
    try:
        saved = debrief_of(found)
    except ValueError:
        return Saved(None, found, beside, PURGED if is_blanked(found) else UNREADABLE)
    return Saved(saved.model_copy(update={"reason": ""}), found, beside)


def begun_in(frames: Sequence[Frame], first: Debrief | None) -> Frame:
    """The frame to begin in: that of the first debrief of the session, so that both answer it."""
    own = (frame for frame in frames if first is not None and frame.id == first.frame)
    return next(own, frames[0])
