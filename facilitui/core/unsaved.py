"""What of a debrief's draft the journal lacks."""

from __future__ import annotations

from facilitui.core.debrief import Debrief
from facilitui.core.debrief_questions import says_more
from facilitui.core.plan_words import Outlook


def is_unsaved(draft: Debrief, saved: Debrief | None) -> bool:
    """Whether a draft says anything that was not saved; of a new one, whether it says anything."""
    if saved is None:
        return not draft.empty
    return says_more(_own_words(draft), _own_words(saved))


def _own_words(debrief: Debrief) -> Debrief:
    """What was written and decided, without what was only asked or stands there by itself."""
    told = tuple(e for e in debrief.earlier if e.happened or e.outlook is not Outlook.OPEN)
    by_itself = {"facts": (), "quotes": (), "log_head": "", "reason": ""}
    kept = {"commitments": debrief.promised, "earlier": told}
    return debrief.model_copy(update=by_itself | kept)
