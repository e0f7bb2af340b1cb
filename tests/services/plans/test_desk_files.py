"""What becomes of files and drafts: new names, files that are gone, drafts nobody can read."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.services.filed import draft_name
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.memory_files import MemoryDrafts

DRAFT = draft_name("plan", "work")


@dataclass
class Place:
    """A home with its stores."""

    plans: MemoryPlans = field(default_factory=MemoryPlans)
    drafts: MemoryDrafts = field(default_factory=MemoryDrafts)

    @property
    def planning(self) -> Planning:
        """The use cases, as a program that was started anew has them."""
        shelf = Shelf(agendas={"talk": Plan(title="Data talk", minutes=90)})
        return Planning(self.plans, self.drafts, FixedLibrary(shelf), MovableClock())


@pytest.fixture
def place() -> Place:
    """An empty home."""
    return Place()


def entitle(desk: PlanDesk, title: str) -> None:
    """One change."""
    desk.change(lambda plan: plan.model_copy(update={"title": title}), "title")


@pytest.mark.parametrize("agenda", ["", "talk"])
async def test_a_new_plan_is_named_after_its_title(place: Place, agenda: str) -> None:
    """Once it is left or run; nothing is left of the name before, and undo goes on."""
    desk = await place.planning.begin(agenda)
    before = desk.plan
    entitle(desk, "Look")
    await desk.keep_draft()
    assert list(place.plans.texts) == [before.title]
    await desk.finish()
    assert (list(place.plans.texts), desk.name, desk.unwritten) == (["Look"], "Look", False)
    assert desk.undo() == "title" and desk.plan == before
    entitle(desk, "Look again")
    await desk.finish()
    assert list(place.plans.texts) == ["Look"], "others may know it by this name"


async def test_a_plan_without_a_title_of_its_own_keeps_its_name(place: Place) -> None:
    """Also one that was opened, whatever it is called later."""
    desk = await place.planning.begin()
    desk.change(lambda plan: plan.model_copy(update={"purpose": "see"}), "purpose")
    await desk.finish()
    entitle(desk, "")
    await desk.finish()
    assert list(place.plans.texts) == ["Untitled session"]
    again = await place.planning.open("Untitled session")
    entitle(again, "Look")
    await again.finish()
    assert list(place.plans.texts) == ["Untitled session"]


async def test_two_programs_begin_a_plan_at_once(place: Place) -> None:
    """Whoever writes last takes another name; neither is the other's in conflict."""
    desks = [await place.planning.begin() for _ in range(2)]
    for number, desk in enumerate(desks):
        entitle(desk, f"Look {number}")
        await desk.keep_draft()
        assert desk.conflict is None and await desk.write()
    assert list(place.plans.texts) == ["Untitled session", "Untitled session-2"]
    assert place.drafts.kept == {}


async def test_a_new_plan_that_cannot_be_written_is_kept_as_a_draft(place: Place) -> None:
    """Where it is listed and can be gone on with; once it can be written, that is forgotten."""
    desk = await place.planning.begin()
    entitle(desk, "Look")
    place.plans.full = True
    await desk.keep_draft()
    assert [row.title for row in await place.planning.rows()] == ["Look"]
    assert (await place.planning.open(desk.name)).plan.title == "Look"
    place.plans.full = False
    assert await desk.write() and place.drafts.kept == {}
    assert list(place.plans.texts) == ["Untitled session"]


async def test_a_new_plan_that_is_called_nearly_the_same_keeps_its_file(place: Place) -> None:
    """Its name would be the one that it has."""
    desk = await place.planning.begin("talk")
    entitle(desk, "Data Talk!")
    await desk.finish()
    assert list(place.plans.texts) == ["Data talk"] and place.plans.aside == []


async def test_a_new_plan_that_was_changed_by_hand_is_not_taken_away(place: Place) -> None:
    """However short before it is left; what was written here is what they changed."""
    desk = await place.planning.begin()
    entitle(desk, "Look")
    await desk.write()
    place.plans.put(desk.name, good_plan())
    await desk.finish()
    assert place.plans.texts == {"Untitled session": good_plan().model_dump_json()}


async def test_a_new_plan_that_was_kept_beside_another_file_stays_there(place: Place) -> None:
    """It has its name from then on."""
    desk = await place.planning.begin()
    entitle(desk, "Look")
    await desk.write()
    place.plans.put(desk.name, good_plan())
    entitle(desk, "Look closer")
    assert await desk.look() and await desk.save_as() == "Look closer"
    entitle(desk, "Look")
    await desk.finish()
    assert list(place.plans.texts) == ["Untitled session", "Look closer"]


async def test_a_draft_that_is_all_in_the_file_is_forgotten(place: Place) -> None:
    """As after a kill between the two; else it would stand against what is written by hand."""
    place.plans.put("work", good_plan())
    stored = await place.plans.load("work")
    place.drafts.kept[DRAFT] = {
        "digest": "of the file before",
        "plan": stored.state.model_dump(mode="json"),
    }
    assert (await place.planning.open("work")).conflict is None
    assert place.drafts.kept == {}


async def test_a_new_plan_never_takes_the_name_of_one_that_was_left(place: Place) -> None:
    """Of which only the draft is there: its text would be told as this one's."""
    left = await place.planning.begin()
    entitle(left, "typed")
    await left.keep_draft()
    entitle(left, "typed again")
    await left.keep_draft()
    del place.plans.texts[left.name]
    fresh = await place.planning.begin()
    assert fresh.name != left.name
    assert [row.title for row in await place.planning.rows()] == ["typed again"]


async def test_a_full_disk_leaves_a_new_plan_where_it_is(place: Place) -> None:
    """It gets its name when there is room."""
    desk = await place.planning.begin("talk")
    entitle(desk, "Look")
    await desk.write()
    place.plans.full = True
    with pytest.raises(NotSaved):
        await desk.finish()
    assert list(place.plans.texts) == ["Data talk"] == [desk.name]
    place.plans.full = False
    await desk.finish()
    assert list(place.plans.texts) == ["Look"]


async def test_a_draft_that_cannot_be_removed_leaves_nothing_half_renamed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has its new name by then, and so is known by it from then on."""
    desk = await place.planning.begin("talk")
    entitle(desk, "Look")
    await desk.write()

    async def drop(name: str) -> None:
        raise NotSaved(f"cannot remove {name}")

    with monkeypatch.context() as patched:
        patched.setattr(place.drafts, "drop", drop)
        with pytest.raises(NotSaved):
            await desk.save_as()
    assert desk.name == "Look" and not desk.unwritten
    entitle(desk, "Look again")
    assert await desk.write() and "Look again" in place.plans.texts["Look"]


async def test_a_plan_whose_file_is_gone_is_listed_and_can_be_kept(place: Place) -> None:
    """As long as something typed into it is left."""
    place.plans.put("work", good_plan())
    desk = await place.planning.open("work")
    entitle(desk, "typed")
    await desk.keep_draft()
    del place.plans.texts["work"]
    assert [(row.name, row.title) for row in await place.planning.rows()] == [("work", "typed")]
    again = await place.planning.open("work")
    assert "moved or removed" in str(again.conflict) and again.plan.title == "typed"
    assert await again.save_as() == "typed"
    assert [row.name for row in await place.planning.rows()] == ["typed"]
    assert place.drafts.kept == {}


@pytest.mark.parametrize("body", [{}, {"plan": 7}, {"plan": {"minutes": "x"}}])
async def test_a_draft_nobody_can_read_is_never_written_over(
    place: Place, body: dict[str, object]
) -> None:
    """It is put aside and told; where that cannot be done, that is told."""
    place.plans.put("work", good_plan())
    place.drafts.kept[DRAFT] = body
    place.drafts.full = True
    assert "the disk is full" in (await place.planning.open("work")).notice
    assert place.drafts.kept == {DRAFT: body}
    place.drafts.full = False
    desk = await place.planning.open("work")
    assert f"kept as {DRAFT}.unread" in desk.notice
    entitle(desk, "typed")
    await desk.keep_draft()
    assert place.drafts.kept[f"{DRAFT}.unread"] == body
    assert await place.planning.rows() and desk.conflict is None
