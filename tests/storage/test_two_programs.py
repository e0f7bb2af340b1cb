"""Two programs that edit one plan never lose each other's change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.storage.paths import Home
from tests.core.making import good_plan
from tests.services.fakes import MovableClock


@pytest.fixture
def programs(home: Path) -> Iterator[list[Wiring]]:
    """Three programs over one home; the third is started when the others are gone."""
    with ExitStack() as ending:
        made = [Wiring(Home(home), clock=MovableClock()) for _ in range(3)]
        for each in made:
            ending.callback(each.close)
        yield made


def titled(desk: PlanDesk, title: str) -> None:
    """Change the title."""
    assert desk.change(lambda plan: plan.model_copy(update={"title": title}), title)


async def test_what_one_types_survives_what_the_other_writes(programs: list[Wiring]) -> None:
    """The one in conflict keeps its draft, however much the other writes and drops its own."""
    one, other, later = programs
    await one.plans.save("x", good_plan(title="first"), "")
    a, b = await one.planning.open("x"), await other.planning.open("x")
    titled(b, "typed in the second")
    await b.keep_draft()
    titled(a, "typed in the first")
    await a.keep_draft()
    assert await a.write() and not await b.write() and b.conflict
    titled(a, "once more in the first")
    await a.keep_draft()
    assert await a.write()
    one.close()
    other.close()
    again = await later.planning.open("x")
    assert again.plan.title == "typed in the second" and again.conflict
    again.undo()
    assert again.plan.title == "once more in the first"


async def test_a_third_program_never_takes_up_what_is_being_typed(programs: list[Wiring]) -> None:
    """Only what a program that is gone has left behind."""
    one, other, _ = programs
    await one.plans.save("x", good_plan(title="first"), "")
    a = await one.planning.open("x")
    titled(a, "being typed")
    await a.keep_draft()
    b = await other.planning.open("x")
    assert b.plan.title == "first" and not b.conflict
    one.close()
    again = await other.planning.open("x")
    assert again.plan.title == "being typed"


async def test_what_was_typed_survives_that_the_file_is_taken_away(
    programs: list[Wiring], home: Path
) -> None:
    """The plan opens from what was typed, and says that its file is gone."""
    one, other, _ = programs
    await one.plans.save("x", good_plan(title="first"), "")
    a = await one.planning.open("x")
    titled(a, "typed")
    (home / "plans/x.toml").unlink()
    assert not await a.write()
    one.close()
    again = await other.planning.open("x")
    assert again.plan.title == "typed" and "removed" in str(again.conflict)
