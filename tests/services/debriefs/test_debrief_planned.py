"""With whom a session was planned: as its plan says, until its debrief says otherwise."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.plans.plan_parts import PlannedWith
from facilitui.core.vocabulary import Role
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from tests.services.debriefs.test_reflecting import Study

BO = PlannedWith(person="Bo", role=Role.STAFF, minutes=30)
AS_PLANNED = (Planner(person="Bo", role=Role.STAFF, minutes=30),)


async def planned(*planners: PlannedWith) -> Study:
    """A session that these planned with whoever held it."""
    study = Study()
    await study.run(planned_with=planners)
    return study


def shown(desk: DebriefDesk) -> str:
    """What the form shows of it."""
    return next(each.value for each in desk.about_form().fields if each.key == "planned_with")


def tell(desk: DebriefDesk, **typed: str) -> str:
    """Fill in the form; why something of it cannot be read."""
    form = desk.about_form()
    return desk.tell_about(form, {e.key: e.value for e in form.fields} | typed, desk.debrief)


async def test_a_new_debrief_says_what_the_plan_does_and_keeps_it() -> None:
    """Whether or not anybody opens the form, and also when the plan is gone."""
    study = await planned(BO)
    desk = await study.reflecting.open(study.session)
    await desk.keep_draft()
    assert desk.debrief.empty and study.drafts.kept == {}, "nobody wrote anything yet"
    desk.write("learned", "They waited.")
    await desk.save()
    assert study.saved().planned_with == AS_PLANNED
    study.plans.plans.clear()
    assert shown(await study.reflecting.open(study.session)) == "Bo, staff, 30"
    lens = await (again := await planned(BO)).reflecting.open(again.session, "Cy")
    assert lens.debrief.planned_with == AS_PLANNED


async def test_whom_a_plan_only_names_is_no_claim_of_a_new_debrief() -> None:
    """Shipped outlines name parts of no minutes; of several those with minutes are taken over."""
    outlined = PlannedWith(person="Programme staff", role=Role.STAFF)
    desk = await (study := await planned(outlined)).reflecting.open(study.session)
    assert desk.debrief.planned_with is None and shown(desk) == ""
    desk = await (study := await planned(outlined, BO)).reflecting.open(study.session)
    assert desk.debrief.planned_with == AS_PLANNED and shown(desk) == "Bo, staff, 30"


async def test_what_the_debrief_says_stands_against_the_plan() -> None:
    """Somebody else, nobody, and what is only half right: each line that can be read is kept."""
    study = await planned(BO)
    desk = await study.reflecting.open(study.session)
    assert "line 2" in tell(desk, planned_with="staff, 1 h\nKim, boss\nLu")
    lu = Planner(person="Lu", role=Role.PEER)
    assert desk.debrief.planned_with == (Planner(role=Role.STAFF, minutes=60), lu)
    await desk.save()
    desk = await study.reflecting.open(study.session)
    assert shown(desk) == "staff, 60\nLu, peer"
    assert tell(desk, planned_with="") == "" and desk.debrief.planned_with == ()
    await desk.save()
    desk = await study.reflecting.open(study.session)
    assert desk.debrief.planned_with == () and shown(desk) == ""


async def test_a_plan_that_names_nobody_leaves_it_untold() -> None:
    """So does one that is gone; what is told of other things makes it no claim."""
    study = await planned()
    for _ in range(2):
        desk = await study.reflecting.open(study.session)
        assert desk.debrief.planned_with is None and shown(desk) == ""
        assert tell(desk, place="Room 4") == "" and desk.debrief.planned_with is None
        study.plans.plans.clear()


async def test_an_entry_of_before_shows_its_plan_and_is_changed_by_nothing_else() -> None:
    """It is as saved until somebody says something of it."""
    study = await planned(BO)
    desk = await study.reflecting.open(study.session)
    desk.debrief = desk.debrief.model_copy(update={"planned_with": None})
    await desk.save()
    desk = await study.reflecting.open(study.session)
    assert shown(desk) == "Bo, staff, 30" and not desk.unsaved
    assert tell(desk, place="Room 4") == "" and desk.debrief.planned_with is None
    assert tell(desk, planned_with="Bo, staff, 45") == ""
    assert desk.debrief.planned_with == (Planner(person="Bo", role=Role.STAFF, minutes=45),)
    assert Debrief.model_validate({"learned": "x"}).planned_with is None
