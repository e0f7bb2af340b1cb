"""How a session of the demonstration goes: alone as it always does, of several each another way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.plans.plan_parts import PlannedWith

_VERDICTS = (Verdict.NOT_YET, Verdict.PARTLY, Verdict.PARTLY, Verdict.MET)
_WAITS = ((False, False, True), (True, False), (True, True, False), (True,))
"""Which of a session's waits reach their target, over and over."""
_LATE = (300, 60, 180, 120, 0, 240)
_HERE = (9, 8, 9, 7, 9, 8)
_LEARNED = (
    "They named what they liked; few could say where in the work they saw it.",
    "Half of them pointed to a place in the work, most after somebody else had.",
    "The quiet ones spoke first today, and were quoted by others.",
    "They asked each other for evidence before I could.",
)
CRITERIA = ("opening_and_purpose", "questions_and_wait", "design_for_learning")


@dataclass(frozen=True, slots=True)
class Course:
    """What is particular about one session."""

    begins_late: float = 120
    """Seconds after its planned start."""
    runs_over: float = 330
    """Seconds by which one step runs over."""
    waits: tuple[bool, ...] = (True, False)
    """Whether a wait reaches its target, over and over."""
    here: int | None = None
    """How many came; None where nobody counted them."""
    heard: int = 0
    """How many were heard; 0 where voices were not counted."""
    role: str = ""
    """One's part in it, where one did not facilitate; a mentor says something to it then."""
    planned_with: tuple[PlannedWith, ...] = ()
    """Who planned it with one."""
    about: Mapping[str, str] = field(default_factory=dict)
    """What is typed into the form about the debrief: with whom, one's part, how much help."""
    learned: str = ""
    """What participants learned, where it is not what it always is."""
    verdict: Verdict = Verdict.MET
    scored: Mapping[str, int] = field(default_factory=dict)
    """How one scores oneself, by criterion."""
    observed: Mapping[str, int] = field(default_factory=dict)
    """How an observer scored the same; nobody observed where it is empty."""
    observer: str = "Bea Lindqvist"
    """Who that was."""


ALONE = Course()
"""The one session that is all there is."""


def course(number: int, count: int) -> Course:
    """How the session of a number, counted from 0, goes among so many; the same each time.

    Over time waits grow longer, the step that runs over is reined in, more people are heard and
    goals are reached; but no week is only better than the one before.
    """
    if count == 1:
        return ALONE
    grown = number / (count - 1)
    slip = (0, 1, 0, -1)[number % 4]
    stage = min(3, max(0, round(grown * 3) + slip))
    here = _HERE[number % len(_HERE)]
    own = {name: 1 + (2 * stage + place + 2) // 3 for place, name in enumerate(CRITERIA)}
    seen = {name: max(1, level - (place == 1)) for place, (name, level) in enumerate(own.items())}
    return Course(
        begins_late=_LATE[number % len(_LATE)],
        runs_over=540 - 420 * grown + 90 * slip,
        waits=_WAITS[stage],
        here=here,
        heard=0 if number % 6 == 3 else max(2, here - 4 + stage),
        role="apprentice" if number == 1 else "",
        learned=_LEARNED[stage],
        verdict=_VERDICTS[stage],
        scored=own,
        observed=seen if number % 2 else {},
    )
