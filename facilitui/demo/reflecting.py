"""What is written after a session of the demonstration: its debrief, and the scores on it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.bootstrap import Wiring
from facilitui.core.debriefs.asked_moments import to_pull
from facilitui.core.debriefs.debrief import CaptureSorted
from facilitui.demo.course import Course
from facilitui.demo.writing import write
from facilitui.reports.entry_markdown import entry_markdown
from facilitui.services.debriefs.scoring_desk import ScoringDesk

GOAL_SHOWN = "G1"
"""The goal that the captures are evidence for."""
MENTOR = "Ana Moreno"
SAID = "You counted silently and still nodded at the answer: let your face wait too."
FEEDBACK = "You let the silence stand. Tell them what it is for before you ask for it."


async def reflect(wiring: Wiring, session: str, course: Course) -> str:
    """Debrief a session and score it as far as it is; the debrief as a document."""
    told = await _debrief(wiring, session, course)
    if course.scored:
        desk = await wiring.scoring.open(session)
        await _score(desk, course.scored)
    if course.observed:
        await _observe(wiring, session, course)
    if course.role:
        said = await wiring.mentoring.told(f"debrief-{session}")
        await write(said, text=SAID, giver=MENTOR)
    return told


async def _debrief(wiring: Wiring, session: str, course: Course) -> str:
    desk = await wiring.reflecting.open(session)
    for note in to_pull(desk.facts):
        desk.sort_capture(CaptureSorted(capture=note.seq, goals=(GOAL_SHOWN,)))
    await desk.look_again()
    asked = {each.id for each in desk.debrief.prompts}
    for question, text in _WRITTEN.items():
        if question not in _RAISED or question in asked:
            desk.write(question, text)
    if course.learned:
        desk.write("learned", course.learned)
    about = {**course.about, **({"my_role": course.role} if course.role else {})}
    if about:
        form = desk.about_form()
        values = {field.key: field.value for field in form.fields}
        desk.tell_about(form, {**values, **about}, desk.debrief)
    desk.judge(GOAL_SHOWN, course.verdict)
    await desk.save()
    saved = await wiring.reviewing.read(f"debrief-{session}")
    return entry_markdown(saved.document, saved.record, desk.zone)


async def _score(desk: ScoringDesk, levels: Mapping[str, int]) -> None:
    for criterion, level in levels.items():
        desk.score(criterion, level)
    await desk.save()


async def _observe(wiring: Wiring, session: str, course: Course) -> None:
    """Somebody else's look at it, with feedback the same day and scores of their own."""
    made = await wiring.observing.open(session)
    typed = {"mode": "live", "giver": course.observer, "feedback": FEEDBACK}
    await write(made, **typed, given_on=made.values["observed_on"])
    await _score(await wiring.scoring.open_observed(made.entry), course.observed)


_WRITTEN = {
    "learned": "Seven of nine could point to evidence of reasoning; their notes quote the "
    "learner, not the score.",
    "waits_reached": "Longer answers, and somebody spoke for the first time.",
    "overrun": "The presenter was heard out; we paid with the last round of feedback.",
    "evidence": "From the changed tasks, which everybody brings to the next meeting.",
    "w3.what": "The silent reading carried the feedback that followed.",
    "w3.so_what": "Time given to looking is not lost to talking.",
    "w3.now_what": "I will keep the silence whole when time runs short.",
    f"goal:{GOAL_SHOWN}": "Seven of nine exit tickets name a place in the work.",
    "commitment:0": "Count to five after the second answer, before I speak.",
}
"""What is written to which question."""
_RAISED = frozenset({"waits_reached", "overrun", "evidence"})
"""The questions that only some runs raise."""
