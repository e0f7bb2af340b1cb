"""Sessions as their digests tell them, and what was written of them, to make trends of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from facilitui.core.debriefs.debrief import Debrief, Judgement
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.core.sessions.session_digest import SessionDigest, StepName, WaitKept
from facilitui.core.trends.drift import ProtocolRan, StepRan
from facilitui.core.trends.trend_evidence import Kept
from tests.core.making import START

REF = RubricRef(id="ours", version="1", name="Ours", top=4, levels=("Low", "Some", "Good", "Best"))


def on(week: int) -> datetime:
    """When the session of a week was held."""
    return START + timedelta(weeks=week)


def session(week: int, **fields: Any) -> SessionDigest:
    """What the session of a week shows: nothing, unless told."""
    given: dict[str, Any] = {
        "session": f"s{week}",
        "title": f"Week {week}",
        "plan": "plan",
        "began_at": on(week),
        "zone": "",
        "started_late": None,
        "ended_late": None,
        "after_agreed": None,
        "free": 0,
        "waits_marked": 0,
        "waits": (),
        "voices": 0,
        "heard": 0,
        "people": 0,
        "counted": False,
        "led": (),
        "protocols": (),
        "steps": (),
        "goals": (),
        "ran": None,
        "planned": None,
        "silent": None,
        "ran_protocols": (),
        "sensitive": False,
    }
    return SessionDigest(**given | fields)


def waits(*lasted: int, target: float = 5) -> dict[str, Any]:
    """Waits of so many whole seconds."""
    kept = tuple(WaitKept(each, target, 0 < target <= each) for each in lasted)
    return {"waits": kept, "waits_marked": len(kept)}


def protocol(*steps: tuple[str, float, float], name: str = "tuning") -> dict[str, Any]:
    """What ran of a protocol: step, planned, ran."""
    ran = tuple(StepRan(*each) for each in steps)
    over = sum(took - planned for _, planned, took in steps)
    return {
        "protocols": ((name, name.title()),),
        "steps": tuple(StepName(name, step, step.title()) for step, _, _ in steps),
        "ran_protocols": (ProtocolRan(name, over, ran),),
    }


def judged(week: int, *goals: tuple[str, Verdict | None], **fields: Any) -> Kept[Debrief]:
    """The debrief of a week's session: texts of goals, and how they were judged."""
    judgements = tuple(
        Judgement(goal=f"G{n}", text=text, verdict=verdict)
        for n, (text, verdict) in enumerate(goals, 1)
    )
    debrief = Debrief(session=f"s{week}", title="Old title", judgements=judgements, **fields)
    return Kept(f"debrief-s{week}", on(week), debrief)


def scores(levels: dict[str, int]) -> tuple[Score, ...]:
    """Criteria at their levels."""
    return tuple(
        Score(criterion=each, name=each.title(), level=level) for each, level in levels.items()
    )


def own(week: int, ref: RubricRef = REF, **levels: int) -> Kept[SelfScores]:
    """One's own scores on the session of a week."""
    said = SelfScores(session=f"s{week}", title="Old title", rubric=ref, scores=scores(levels))
    return Kept(f"scores-s{week}", on(week), said)


def seen(
    week: int, giver: str = "Bea", ref: RubricRef = REF, session: str | None = None, **levels: int
) -> Kept[Observation]:
    """What somebody scored who observed the session of a week."""
    of = f"s{week}" if session is None else session
    said = Observation(
        session=of, title="Seen elsewhere", giver=giver, rubric=ref, scores=scores(levels)
    )
    return Kept(f"observation-{giver}-{week}", on(week), said)
