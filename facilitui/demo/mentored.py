"""What is brought to a mentor after several sessions: a mark, a question and a growth goal."""

from __future__ import annotations

from facilitui.bootstrap import Wiring
from facilitui.demo.writing import write

ASKED = "Was the silence too long for them, or only for me?"
GOAL = "Wait five seconds after each answer, also when time runs short"
WHY = "Longer answers come after the second silence."


async def bring(wiring: Wiring, sessions: list[str]) -> None:
    """Mark the first debrief, ask about the last one, and set a goal that it shows."""
    first, last = (f"debrief-{session}" for session in (sessions[0], sessions[-1]))
    await wiring.mentoring.mark(first)
    await write(await wiring.mentoring.question(last), text=ASKED)
    await write(await wiring.mentoring.goal(shown_by=last), text=GOAL, why=WHY)
