"""What of a debrief's draft the journal lacks."""

from __future__ import annotations

from datetime import UTC

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_questions import says_more
from facilitui.core.debriefs.differences import differences
from facilitui.core.debriefs.record_gone import state_kept
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import session_facts


def is_unsaved(draft: Debrief, saved: Debrief | None) -> bool:
    """Whether a draft says anything that was not saved; of a new one, whether it says anything."""
    if saved is None:
        return not draft.empty
    return says_more(_own_words(draft), _own_words(saved))


def adds(draft: Debrief, saved: Debrief) -> bool:
    """Whether a draft that may be from before a saving says what does not stand in what was saved.

    Words that were only begun then stand there whole.
    """
    facts = session_facts(state_kept(saved))
    return any(row.adds for row in differences(_own_words(saved), _own_words(draft), facts, UTC))


def _own_words(debrief: Debrief) -> Debrief:
    """What was written and decided, without what was only asked or stands there by itself."""
    told = tuple(e for e in debrief.earlier if e.happened or e.outlook is not Outlook.OPEN)
    of_run = {"facts": (), "quotes": (), "log_head": "", "sensitive": None}
    by_itself = {**of_run, "reason": ""}
    kept = {"commitments": debrief.promised, "earlier": told}
    return debrief.model_copy(update=by_itself | kept)
