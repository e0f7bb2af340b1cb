"""Planning: every change can be undone and is kept, and a plan is begun, opened and viewed."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotFound
from facilitui.core.plans.plan import Audience
from facilitui.core.plans.plan_parts import CalendarRecord
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import MemoryPlans
from tests.services.memory_files import MemoryDrafts
from tests.services.plan_home import DRAFT, titled


async def test_changes_are_undone_to_the_very_beginning_and_done_again(desk: PlanDesk) -> None:
    """One by one, with what each was; there is nothing before the first or behind the last."""
    first, states = desk.plan, []
    for title in ("a", "b", "c"):
        titled(desk, title)
        states.append(desk.plan)
    assert [desk.undo() for _ in range(4)] == ["call it c", "call it b", "call it a", ""]
    assert desk.plan == first
    assert [desk.redo() for _ in range(4)] == ["call it a", "call it b", "call it c", ""]
    assert desk.plan == states[-1]


async def test_what_changes_nothing_is_no_change(desk: PlanDesk) -> None:
    """It can neither be undone nor does it forget what can be done again."""
    titled(desk, "a")
    desk.undo()
    assert not desk.change(lambda plan: plan.model_copy(), "nothing")
    assert desk.redo() == "call it a"


async def test_a_change_is_first_a_draft_and_then_the_file(
    desk: PlanDesk, plans: MemoryPlans, drafts: MemoryDrafts
) -> None:
    """The draft goes once the file is written."""
    before = plans.texts["work"]
    titled(desk, "a")
    await desk.keep_draft()
    assert drafts.kept[DRAFT]["plan"]["title"] == "a" and plans.texts["work"] == before
    assert desk.unwritten
    assert await desk.write() and not desk.unwritten
    assert (await plans.load("work")).state == desk.plan and drafts.kept == {}


async def test_nothing_new_is_not_written(desk: PlanDesk, plans: MemoryPlans) -> None:
    """Not even the draft; a full disk matters to nobody then."""
    plans.full = True
    await desk.keep_draft()
    assert await desk.write()


async def test_what_was_typed_last_is_there_after_a_crash(
    planning: Planning, desk: PlanDesk
) -> None:
    """A draft that is newer than its file is opened as one change, which can be undone."""
    titled(desk, "never written")
    await desk.keep_draft()
    again = await planning.open("work")
    assert again.plan.title == "never written" and not again.conflict and again.unwritten
    assert again.undo() == "what was typed last" and again.plan == good_plan()


async def test_a_draft_that_says_what_the_file_says_is_no_change(
    planning: Planning, desk: PlanDesk, drafts: MemoryDrafts, plans: MemoryPlans
) -> None:
    """As after a crash between the file and forgetting the draft, whatever its digest."""
    titled(desk, "a")
    await desk.keep_draft()
    plans.put("work", desk.plan)
    again = await planning.open("work")
    assert not again.unwritten and not again.conflict and again.undo() == ""


@pytest.mark.parametrize("draft", [{}, {"plan": 3}, {"plan": {"titel": "x"}}, {"digest": "x"}])
async def test_a_draft_that_cannot_be_read_is_no_reason_to_fail(
    planning: Planning, drafts: MemoryDrafts, draft: dict[str, object]
) -> None:
    """The file is opened as it is."""
    drafts.kept[DRAFT] = draft
    assert (await planning.open("work")).state == good_plan()


async def test_what_is_recorded_is_no_edit(desk: PlanDesk) -> None:
    """What calendars were told stays, however much is undone and done again."""
    record = CalendarRecord(uid="u@facilitui", sequence=3)
    titled(desk, "a")
    desk.record(lambda plan: plan.model_copy(update={"calendar": record}))
    desk.undo()
    assert desk.plan.calendar == record and desk.plan.title != "a"
    desk.redo()
    assert desk.plan.calendar == record and desk.unwritten
    await desk.save_as()
    assert desk.plan.calendar is None, "a copy is another session"


async def test_a_new_plan_has_no_file_until_something_is_in_it(
    planning: Planning, plans: MemoryPlans
) -> None:
    """Looking at an empty one and leaving keeps nothing."""
    desk = await planning.begin()
    assert await desk.write() and list(plans.texts) == ["work"]
    titled(desk, "now")
    assert await desk.write() and desk.name in plans.texts


async def test_an_agenda_is_begun_as_a_copy(planning: Planning, plans: MemoryPlans) -> None:
    """Each time under a name of its own; one that is not there is named."""
    names = [(await planning.begin("ready")).name for _ in range(2)]
    assert len({*names, "work"}) == 3 and set(plans.texts) == {"work", *names}
    with pytest.raises(NotFound, match="gone"):
        await planning.begin("gone")


async def test_an_opening_is_remembered_where_the_disk_allows_it(
    planning: Planning, plans: MemoryPlans
) -> None:
    """A plan of a full disk can still be looked at."""
    await planning.open("work")
    assert plans.opened == ["work"]
    plans.full = True
    assert (await planning.open("work")).state == good_plan()


async def test_a_view_works_out_starts_and_what_is_missing(planning: Planning) -> None:
    """Starts follow from the minutes, in the plan's zone; an undated plan shows an order."""
    view = await planning.view("work")
    assert [f"{slot.start:%H:%M %Z}" for slot in view.slots][:2] == ["15:30 EST", "15:40 EST"]
    assert (view.minutes, f"{view.end:%H:%M}", view.checks) == (60, "16:30", ())
    assert view.answered.count == 4 and view.dated and view.over == view.end


async def test_a_view_of_an_empty_plan_says_what_is_missing(planning: Planning) -> None:
    """No blocks, no end, no error."""
    desk = await planning.begin()
    assert desk.view.end == desk.view.start and not desk.view.dated
    assert desk.view.answered.count == 0 and desk.view.checks
    desk.change(lambda plan: plan.model_copy(update={"audience": Audience(who="a")}), "who")
    assert desk.view.plan.audience.who == "a"


async def test_what_was_undone_does_not_come_back(planning: Planning, drafts: MemoryDrafts) -> None:
    """Left right after an undo, the file and the plan are one: no draft is left to be taken up."""
    desk = await planning.open("work")
    titled(desk, "Typed")
    await desk.keep_draft()
    desk.undo()
    await desk.write()
    assert (await planning.open("work")).state.title == good_plan().title
    assert not drafts.kept


async def test_undoing_what_was_typed_last_holds(planning: Planning, desk: PlanDesk) -> None:
    """What was taken up from a draft and taken back is not taken up again."""
    titled(desk, "Typed")
    await desk.keep_draft()
    again = await planning.open("work")
    assert again.plan.title == "Typed"
    again.undo()
    await again.keep_draft()
    assert (await planning.open("work")).state.title == good_plan().title
