"""A candidate on the way through CLEE's three phases, stopped at each gate that is not met."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.plans.plan_parts import PlannedWith
from facilitui.core.responses.feedback import EFFECT, Item, Response
from facilitui.core.vocabulary import Role
from facilitui.demo.course import CRITERIA, Course
from facilitui.demo.reflecting import GOAL_SHOWN
from facilitui.demo.way import Way
from facilitui.demo.writing import write

PATHWAY = "clee_part_time_facilitator"
NAME, STAFF = "Noor Haddad", "Bea Lindqvist"
BY_PHONE = "CLEE accepted by phone; the letter follows."
AREAS = CRITERIA
OPENING, WAITING, DESIGN = AREAS
PLANNED = (PlannedWith(person=STAFF, role=Role.STAFF, minutes=40),)
WITH_STAFF = Course(
    here=9,
    heard=6,
    planned_with=PLANNED,
    about={"my_role": "apprentice", "partners": "staff", "support": "2"},
)
CO = replace(WITH_STAFF, about={**WITH_STAFF.about, "my_role": "co_facilitator", "support": "1"})
ALONE = replace(
    WITH_STAFF,
    planned_with=(),
    about={"my_role": "facilitator", "partners": "peers", "led_by_me": "yes", "support": "0"},
)
THREES = dict.fromkeys(AREAS, 3)


async def go_as_candidate(way: Way) -> None:
    """All three phases, to the day on which the recorded criteria are met."""
    await _learning(way)
    await _apprentice(way)
    await _to_approval(way)
    step = (await way.progress()).step
    way.tell(f"Next: {step.text}")
    await way.paper("summary")


async def _learning(way: Way) -> None:
    way.at(98)
    await way.enrol(PATHWAY, name=NAME)
    await way.log("training_course", Slot(part="Enrolled"), on=way.today)
    way.at(84)
    await way.log("training_course", Slot(part="Completed"), on=way.today)
    await way.log("application", on=way.today, note="Sent with two letters.")
    way.tell("The course is completed, the application sent")
    way.at(77)
    await way.stopped("apprentice")
    await way.enter("apprentice", BY_PHONE)
    way.at(73)
    await way.log("acceptance", on=way.today, note="The letter came.")
    way.tell("The letter of acceptance came")


async def _apprentice(way: Way) -> None:
    way.at(70)
    await way.held(WITH_STAFF, "Apprentice, planned and debriefed with staff")
    way.at(56)
    seen = {**THREES, WAITING: 2}
    await way.held(_seen(WITH_STAFF, seen), "Apprentice, observed by staff")
    await way.stopped("fully_approved")
    await _name_areas(way)
    await way.stopped("fully_approved")
    way.at(42)
    await way.held(_seen(WITH_STAFF, THREES), "Apprentice, observed by staff again")
    await way.enter("fully_approved")


async def _to_approval(way: Way) -> None:
    await way.gate()
    way.at(28)
    await way.held(_seen(CO, THREES), "Co-facilitator, observed by staff")
    await way.gate()
    way.at(14)
    session = await way.held(
        _seen(ALONE, {**THREES, OPENING: 4}), "Lead facilitator, observed by staff"
    )
    await _heard(way, session, grown=False)
    await way.gate()
    way.at(0)
    session = await way.held(ALONE, "Lead facilitator, alone")
    await _heard(way, session, grown=True)
    await way.gate()


def _seen(course: Course, levels: dict[str, int]) -> Course:
    return replace(course, observed=levels, observer=STAFF)


async def _name_areas(way: Way) -> None:
    """The areas that the programme designated, with who said so and since when."""
    made = await way.wiring.pathway_desk.areas(way.id)
    typed = {"areas": " ".join(AREAS), "source": f"{STAFF}, CLEE", "on": way.today}
    await write(made, **typed)
    way.tell(f"{len(AREAS)} priority areas are entered, as {STAFF} designated them")


async def _heard(way: Way, session: str, *, grown: bool) -> None:
    """Slips of participants: how it worked and, where asked, how sure they were and are."""
    slips, _ = await way.wiring.hearing.slips(session)
    goals = {GOAL_SHOWN: {Item.BEFORE: 2, Item.NOW: 4}} if grown else {}
    slip = Response(levels=dict.fromkeys(EFFECT, 4), goals=goals)
    answered = slips.model_copy(update={"responses": (slip,) * 5})
    await way.wiring.hearing.take_slips(session, answered)
    what = "how it worked, and how sure they were and are" if grown else "how it worked"
    way.tell(f"5 participants answered {what}")
