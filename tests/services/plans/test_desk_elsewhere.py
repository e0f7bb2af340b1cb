"""What other programs make of a file that is open: taken in, or left alone until it is settled."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.files import Stored, Way
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.services.filed import draft_name
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.memory_files import BROKEN, MemoryDrafts

DRAFT = draft_name("plan", "work")
HOSTILE = "[x] [Q1] [/b] 👩🏽‍🏫 日本\x1b[31m"


class Place:
    """A home with one plan, and the desk that it lies on."""

    def __init__(self) -> None:
        self.plans, self.drafts = MemoryPlans(), MemoryDrafts()
        self.plans.put("work", good_plan())

    async def open(self) -> PlanDesk:
        """The plan, in a program that was started anew."""
        library = FixedLibrary(Shelf())
        return await Planning(self.plans, self.drafts, library, MovableClock()).open("work")

    def by_hand(self, title: str) -> None:
        """Another program writes the file."""
        self.plans.put("work", good_plan(title=title))

    @property
    def title(self) -> str:
        """What the file says."""
        return Plan.model_validate_json(self.plans.texts["work"]).title


@pytest.fixture
def place() -> Place:
    """A home with one plan."""
    return Place()


def titled(desk: PlanDesk, title: str) -> None:
    """Change the title."""
    desk.change(lambda plan: plan.model_copy(update={"title": title}), title)


def ways(desk: PlanDesk) -> tuple[Way, ...]:
    """What is offered."""
    return desk.conflict.ways if desk.conflict else ()


@pytest.mark.parametrize("title", ["theirs", HOSTILE, "", "x" * 300])
async def test_a_file_changed_elsewhere_is_taken_in_where_nothing_waits(
    place: Place, title: str
) -> None:
    """As one step, which is told, and which undo takes back from the file too."""
    desk = await place.open()
    place.by_hand(title)
    assert await desk.look() and not desk.conflict
    assert desk.plan.title == title and "u takes it back" in desk.notice
    assert not desk.unwritten and not await desk.look() and place.drafts.kept == {}
    assert desk.undo() == "reload" and desk.plan == good_plan()
    assert await desk.write() and place.title == good_plan().title


async def test_what_stands_in_conflict_is_kept_even_where_it_was_written_once(place: Place) -> None:
    """Undone to what the file said before another program wrote it, it is nowhere else."""
    desk = await place.open()
    titled(desk, "ours")
    place.by_hand("theirs")
    assert not await desk.write() and desk.conflict
    desk.undo()
    await desk.keep_draft()
    assert place.drafts.kept[DRAFT]["plan"]["title"] == desk.plan.title == good_plan().title


async def test_what_is_typed_while_it_is_saved_under_another_name_comes_along(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the next change of the new file."""
    desk, saving = await place.open(), place.plans.save

    async def slowly(name: str, state: Plan, based_on: str) -> Stored[Plan]:
        titled(desk, "typed meanwhile")
        return await saving(name, state, based_on)

    monkeypatch.setattr(place.plans, "save", slowly)
    name = await desk.save_as()
    monkeypatch.undo()
    assert (desk.plan.title, desk.unwritten) == ("typed meanwhile", True)
    assert await desk.write()
    assert (await place.plans.load(name)).state.title == "typed meanwhile"
    assert place.title == good_plan().title


async def test_it_is_taken_in_after_changes_that_are_written(place: Place) -> None:
    """Undo goes back through both, and redo forth again."""
    desk = await place.open()
    titled(desk, "mine")
    await desk.write()
    place.by_hand("theirs")
    assert await desk.look() and desk.plan.title == "theirs"
    assert (desk.undo(), desk.plan.title) == ("reload", "mine")
    assert (desk.undo(), desk.plan.title) == ("mine", good_plan().title)
    desk.redo()
    desk.redo()
    assert desk.plan.title == "theirs"
    assert await desk.write() and place.title == "theirs"


async def test_what_waits_to_be_written_is_a_conflict(place: Place) -> None:
    """Until it is taken back: then nothing speaks against the file any more."""
    desk = await place.open()
    titled(desk, "mine")
    place.by_hand("theirs")
    assert await desk.look() and not await desk.look()
    assert ways(desk) == (Way.DIFFERENCES, Way.TAKE, Way.BOTH)
    assert not await desk.write() and place.title == "theirs"
    assert place.drafts.kept[DRAFT]["plan"]["title"] == "mine"
    desk.undo()
    assert await desk.look() and desk.plan.title == "theirs" and not desk.conflict
    assert place.drafts.kept == {}


async def test_the_same_change_on_both_sides_is_none(place: Place) -> None:
    """There is nothing to choose, nothing to tell, and no step more to undo."""
    desk = await place.open()
    titled(desk, "ours")
    place.by_hand("ours")
    assert await desk.write() and not desk.conflict and desk.notice == ""
    assert [desk.undo(), desk.undo()] == ["ours", ""]


async def test_a_file_that_is_put_back_is_no_conflict_any_more(place: Place) -> None:
    """What was changed here is then written over it."""
    desk = await place.open()
    before = place.plans.texts["work"]
    titled(desk, "mine")
    place.by_hand("theirs")
    assert not await desk.write()
    place.plans.texts["work"] = before
    assert await desk.look() and not desk.conflict and desk.unwritten
    assert await desk.write() and place.title == "mine"


async def test_a_file_that_cannot_be_read_says_where_and_why(place: Place) -> None:
    """It can only be kept elsewhere; once it is mended it is taken in by itself."""
    desk = await place.open()
    place.plans.texts["work"] = BROKEN
    assert await desk.look() and "line 1, is broken" in str(desk.conflict)
    assert ways(desk) == (Way.APART,) and not await desk.look()
    place.by_hand("mended")
    assert await desk.look() and not desk.conflict and desk.plan.title == "mended"


async def test_a_file_that_is_gone_can_be_written_again(place: Place) -> None:
    """Under its own name; a draft of it is not needed then."""
    desk = await place.open()
    titled(desk, "mine")
    del place.plans.texts["work"]
    assert not await desk.write() and ways(desk) == (Way.AGAIN,)
    assert DRAFT in place.drafts.kept
    await desk.write_again()
    assert (desk.name, desk.conflict, place.title) == ("work", None, "mine")
    assert place.drafts.kept == {}
    titled(desk, "mine too")
    assert await desk.write() and place.title == "mine too"


async def test_a_kill_between_writing_again_and_forgetting_the_draft(place: Place) -> None:
    """Leaves one plan, which says the same in both; the draft is forgotten then."""
    desk = await place.open()
    titled(desk, "mine")
    del place.plans.texts["work"]
    await desk.write()
    kept = dict(place.drafts.kept)
    await desk.write_again()
    place.drafts.kept.update(kept)
    again = await place.open()
    assert not again.conflict and not again.unwritten and place.drafts.kept == {}


async def test_a_change_begun_before_a_file_was_taken_in_never_overwrites_it(place: Place) -> None:
    """Of a number that is being typed the next digit goes on without having seen the file."""
    desk = await place.open()
    begun = desk.draft
    desk.change(lambda plan: plan.model_copy(update={"minutes": 7}), "minutes", since=begun)
    await desk.write()
    place.by_hand("theirs")
    assert await desk.look() and not desk.conflict
    desk.change(lambda plan: plan.model_copy(update={"minutes": 75}), "minutes", since=begun)
    assert desk.conflict and desk.plan.minutes == 75
    assert not await desk.write() and place.title == "theirs"
    again = await place.open()
    assert again.conflict, "so it is in a program that was started anew"
    assert not await again.write() and place.title == "theirs"


async def test_a_form_that_was_only_looked_at_changes_nothing(place: Place) -> None:
    """Closed after the file was taken in, it says what was there before."""
    desk = await place.open()
    begun = desk.draft
    place.by_hand("theirs")
    assert await desk.look()
    desk.change(lambda plan: plan.model_copy(), "a form", since=begun)
    assert desk.plan.title == "theirs" and not desk.conflict
    assert await desk.write() and place.title == "theirs"


async def test_what_the_disk_refuses_is_remembered_until_it_takes_it(place: Place) -> None:
    """Also where the draft could be kept, and only for what waits to be written."""
    desk = await place.open()
    place.plans.full = True
    assert await desk.write() and desk.refused == ""
    titled(desk, "mine")
    with pytest.raises(NotSaved):
        await desk.write()
    await desk.keep_draft()
    assert "full" in desk.refused and DRAFT in place.drafts.kept
    place.plans.full = False
    assert await desk.write() and desk.refused == ""


async def test_a_disk_that_refuses_is_no_conflict(place: Place) -> None:
    """And a conflict's draft is what has to be kept then."""
    desk = await place.open()
    titled(desk, "mine")
    place.by_hand("theirs")
    place.drafts.full = True
    with pytest.raises(NotSaved):
        await desk.write()
    assert desk.refused and desk.conflict
    place.drafts.full = False
    assert not await desk.write() and desk.refused == ""


async def test_a_plan_without_a_file_or_a_draft_is_not_found(place: Place) -> None:
    """There is nothing to go on with."""
    del place.plans.texts["work"]
    with pytest.raises(NotFound):
        await place.open()
