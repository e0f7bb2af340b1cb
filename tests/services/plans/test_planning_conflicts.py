"""Planning: a file that others change is never overwritten unseen, and none is written twice."""

from __future__ import annotations

import asyncio

import pytest

from facilitui.core.errors import ChangedOnDisk, NotSaved
from facilitui.core.files import Stored
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.services.filed import MOST_TRIES
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.memory_files import MemoryDrafts
from tests.services.plan_home import DRAFT, titled


async def test_a_file_changed_elsewhere_is_left_alone_and_the_draft_goes_on(
    desk: PlanDesk, plans: MemoryPlans, drafts: MemoryDrafts
) -> None:
    """Whatever is typed further, until somebody settles it."""
    theirs = good_plan(title="theirs")
    plans.put("work", theirs)
    titled(desk, "mine")
    assert not await desk.write() and "changed" in str(desk.conflict)
    titled(desk, "mine too")
    assert not await desk.write()
    assert (await plans.load("work")).state == theirs
    assert drafts.kept[DRAFT]["plan"]["title"] == "mine too"


async def test_a_conflict_is_still_one_after_a_restart(
    planning: Planning, desk: PlanDesk, plans: MemoryPlans
) -> None:
    """The draft knows which file it was made from."""
    titled(desk, "mine")
    await desk.keep_draft()
    plans.put("work", good_plan(title="theirs"))
    again = await planning.open("work")
    assert again.plan.title == "mine" and "another program changed" in str(again.conflict).lower()
    assert not await again.write() and (await plans.load("work")).state.title == "theirs"


async def test_a_conflict_is_settled_by_taking_the_file(desk: PlanDesk, plans: MemoryPlans) -> None:
    """As one step that can be undone, and then written over it."""
    plans.put("work", good_plan(title="theirs"))
    titled(desk, "mine")
    await desk.write()
    await desk.reload()
    assert desk.plan.title == "theirs" and not desk.conflict and not desk.unwritten
    assert desk.undo() == "reload" and desk.plan.title == "mine"
    assert await desk.write() and (await plans.load("work")).state.title == "mine"


async def test_a_conflict_is_settled_by_keeping_both(
    desk: PlanDesk, plans: MemoryPlans, drafts: MemoryDrafts
) -> None:
    """The other file stays, this plan goes on in its own, with its undo."""
    plans.put("work", good_plan(title="theirs"))
    titled(desk, "mine")
    await desk.write()
    name = await desk.save_as()
    assert name == desk.name == "mine" and not desk.conflict and drafts.kept == {}
    titled(desk, "mine, too")
    assert await desk.write()
    assert {name: (await plans.load(name)).state.title for name in plans.texts} == {
        "work": "theirs",
        "mine": "mine, too",
    }


async def test_the_differences_are_lines_a_person_can_read(
    desk: PlanDesk, plans: MemoryPlans
) -> None:
    """What the file has and what is here."""
    plans.put("work", good_plan(title="theirs"))
    titled(desk, "mine")
    told = await desk.differences()
    assert '-{"kind":"plan","title":"theirs"' in told and '+{"kind":"plan","title":"mine"' in told


async def test_a_full_disk_changes_nothing_here_and_is_written_once_there_is_room(
    desk: PlanDesk, plans: MemoryPlans, drafts: MemoryDrafts
) -> None:
    """Neither the draft nor the file could be written; what was typed is still what is shown."""
    plans.full = drafts.full = True
    titled(desk, "typed")
    with pytest.raises(NotSaved):
        await desk.keep_draft()
    with pytest.raises(NotSaved):
        await desk.write()
    assert desk.plan.title == "typed" and desk.unwritten and not desk.conflict
    plans.full = drafts.full = False
    await desk.keep_draft()
    assert drafts.kept[DRAFT]["plan"]["title"] == "typed"
    assert await desk.write() and (await plans.load("work")).state.title == "typed"


async def test_what_is_typed_during_a_write_is_written_next(
    desk: PlanDesk, plans: MemoryPlans, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file lags behind until then, and says so."""
    save = plans.save

    async def slow(name: str, plan: Plan, based_on: str) -> object:
        stored = await save(name, plan, based_on)
        if plan.title == "first":
            titled(desk, "second")
        return stored

    monkeypatch.setattr(plans, "save", slow)
    titled(desk, "first")
    assert await desk.write() and desk.unwritten
    assert await desk.write() and not desk.unwritten
    assert (await plans.load("work")).state.title == "second"


async def test_two_writings_at_once_are_no_conflict(
    desk: PlanDesk, plans: MemoryPlans, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer's and a key's: the second waits for the first, and so does a look at the file."""
    save = plans.save

    async def slow(name: str, plan: Plan, based_on: str) -> Stored[Plan]:
        await asyncio.sleep(0)
        stored = await save(name, plan, based_on)
        await asyncio.sleep(0)
        return stored

    monkeypatch.setattr(plans, "save", slow)
    titled(desk, "first")
    timer = asyncio.create_task(desk.write())
    await asyncio.sleep(0)
    titled(desk, "second")
    assert list(await asyncio.gather(timer, desk.write(), desk.look())) == [True, True, False]
    assert (await plans.load("work")).state.title == "second" and not desk.conflict


async def test_a_conflict_is_not_forgotten_by_leaving(
    planning: Planning, plans: MemoryPlans, desk: PlanDesk
) -> None:
    """Opened, changed and left unsettled, it is a conflict again; the file is never taken over."""
    titled(desk, "Typed")
    await desk.keep_draft()
    plans.put("work", good_plan(title="By hand"))
    for title in ("More", "Still more"):
        again = await planning.open("work")
        assert again.conflict
        titled(again, title)
        assert not await again.write()
    assert (await plans.load("work")).state.title == "By hand"


class Restless(MemoryPlans):
    """A file that is another one whenever it is about to be written, and as before when read."""

    saves = 0
    calm = False

    async def save(self, name: str, state: Plan, based_on: str) -> Stored[Plan]:
        """Counts how often it was tried."""
        self.saves += 1
        if not self.calm:
            raise ChangedOnDisk("it was changed by another program")
        return await super().save(name, state, based_on)


async def test_a_file_that_keeps_changing_is_left_for_later_and_told(drafts: MemoryDrafts) -> None:
    """It is tried a few times; the draft has what was typed, and the file once it is left alone."""
    plans = Restless()
    plans.put("work", good_plan())
    shelf = FixedLibrary(Shelf())
    desk = await Planning(plans, drafts, shelf, MovableClock()).open("work")
    titled(desk, "mine")
    with pytest.raises(NotSaved, match="keeps changing the file"):
        await desk.write()
    assert plans.saves == MOST_TRIES and "keeps changing the file" in desk.refused
    assert drafts.kept[DRAFT]["plan"]["title"] == "mine" and desk.unwritten
    plans.calm = True
    assert await desk.write() and not desk.refused
    assert (await plans.load("work")).state.title == "mine"
