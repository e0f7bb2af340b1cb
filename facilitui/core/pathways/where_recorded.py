"""Where that is written which a pathway counts by itself: nothing of it is logged anew."""

from __future__ import annotations

from facilitui.core.pathways.requirements import (
    Debriefs,
    Observations,
    ParticipantFeedback,
    Planning,
    ScoreGate,
    Sessions,
)

SORTED = "then say on the board that it counts"
_SESSION = f"a session counts by its debrief, where your role and the help you had stand; {SORTED}"
_PLANNING = (
    "with whom a session was planned stands in its debrief, or else in its plan under People, with "
    f"the minutes that it took; {SORTED}"
)
_DEBRIEF = f"with whom you debriefed, and who led that, stands in the debrief itself; {SORTED}"
_OBSERVATION = (
    "an observation is written under the debrief of its session, with who gave the "
    f"feedback; {SORTED}"
)
_SCORES = (
    "scores count from observations: enter what the observer scored in the observation, which "
    "is written under the debrief of its session"
)
_FEEDBACK = f"participants' answers are taken in under the debrief of their session; {SORTED}"


Counted = Sessions | Planning | Debriefs | Observations | ScoreGate | ParticipantFeedback
"""The kinds of requirements that are computed from what is in the journal anyhow."""


def written_elsewhere(asked: Counted) -> str:
    """Where what such a requirement counts is written, a sentence without its full stop."""
    match asked:
        case Sessions():
            return _SESSION
        case Planning():
            return _PLANNING
        case Debriefs():
            return _DEBRIEF
        case Observations():
            return _OBSERVATION
        case ScoreGate():
            return _SCORES
        case ParticipantFeedback():
            return _FEEDBACK
