"""Names that another program takes between looking and writing are left to it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from facilitui.core.errors import ChangedOnDisk, NotSaved
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.services.beside_others import TRIES, anew, written_as_new
from facilitui.services.plans.taking_in import TakingIn
from tests.core.making import good_plan
from tests.services.fakes import MemoryPlans
from tests.services.group_home import House
from tests.services.memory_files import FULL, MemoryFiles
from tests.services.plans.test_taking_in import MemoryOutside, of_rows

THEIRS = good_plan(title="theirs")


def taken_first(files: MemoryFiles[Any], theirs: Any, times: int = 1) -> list[str]:
    """Another program writes to a name as soon as it was found free; the names that it took."""
    free_name = files.free_name
    took: list[str] = []

    async def looked(title: str, taken: Collection[str] = ()) -> str:
        name = await free_name(title, taken)
        if len(took) < times:
            took.append(name)
            files.texts[name] = theirs.model_dump_json()
        return name

    files.free_name = looked  # type: ignore[method-assign]
    return took


@pytest.mark.parametrize("times", [0, 1, 3])
async def test_the_next_free_name_is_taken(times: int) -> None:
    """As often as another one was quicker; what it wrote stays, and `make` is told the name."""
    plans = MemoryPlans()
    took = taken_first(plans, THEIRS, times)
    stored = await written_as_new(plans, "Talk", lambda name: Plan(title=name))
    assert len(took) == times and stored.name not in took
    assert stored.state.title == stored.name
    assert {plans.texts[name] for name in took} <= {THEIRS.model_dump_json()}


async def test_a_name_that_is_taken_elsewhere_is_not_tried() -> None:
    """Such as one of which only a draft is left, not even after another one was lost."""
    plans = MemoryPlans()
    taken_first(plans, THEIRS)
    stored = await written_as_new(plans, "Talk", lambda _: Plan(), ["Talk", "Talk-3"])
    assert stored.name == "Talk-4" and set(plans.texts) == {"Talk-2", "Talk-4"}


async def test_it_is_not_tried_for_ever() -> None:
    """Where something else keeps every name from being written, that is said."""
    plans = MemoryPlans()
    took = taken_first(plans, THEIRS, 99)
    with pytest.raises(ChangedOnDisk):
        await written_as_new(plans, "Talk", lambda _: Plan())
    assert len(took) == TRIES == len(set(took))


async def test_a_full_disk_is_told_at_once() -> None:
    """Another name would not help."""
    plans, tries = MemoryPlans(full=True), 0

    async def write() -> None:
        nonlocal tries
        tries += 1
        await written_as_new(plans, "Talk", lambda _: Plan())

    with pytest.raises(NotSaved, match=FULL):
        await anew(write)
    assert tries == 1


async def test_two_programs_begin_one_group_each() -> None:
    """The second has an id of its own, and its file says the same."""
    house = House()
    house.plan("first")
    taken_first(house.groups, Group(id="team", name="Theirs"))
    begun = await house.series.begin_group("Team", "first")
    assert begun.id == "team-2" and house.group("team-2") == begun
    assert house.group("team").name == "Theirs"


async def test_two_programs_plan_one_next_session_each() -> None:
    """Neither plan takes the place of the other."""
    house = House()
    house.groups.put(Group(id="team", name="Grade 7"))
    took = taken_first(house.plans, THEIRS)
    name = await house.series.next_of("team", ())
    assert [name] != took and house.read(took[0]) == THEIRS
    assert house.read(name).group == "team"


async def test_two_programs_take_in_one_agenda_each() -> None:
    """The file that is there by then is left alone."""
    house = House()
    outside = MemoryOutside(team_day=b"good")
    taking = TakingIn(outside, of_rows, house.plans, house.library, house.clock)
    took = taken_first(house.plans, THEIRS)
    name = await taking.take(await taking.preview("team_day"))
    assert [name] != took and house.read(took[0]) == THEIRS
    assert house.read(name).title == "team day"


async def test_a_plan_that_is_changed_meanwhile_joins_its_group_all_the_same() -> None:
    """What the other program wrote into it stays."""
    house = House()
    house.plan("first")
    load, tries = house.plans.load, 0

    async def overtaken(name: str) -> Any:
        nonlocal tries
        stored, tries = await load(name), tries + 1
        if tries == 1:
            house.plan("first", note="theirs")
        return stored

    house.plans.load = overtaken  # type: ignore[method-assign]
    await house.series.join("first", "team")
    assert (house.read("first").group, house.read("first").note) == ("team", "theirs")
