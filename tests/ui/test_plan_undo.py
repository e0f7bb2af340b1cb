"""Plan: every kind of change can be undone, back to the beginning, and made again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, time
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.plans.plan_parts import Person
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Role
from facilitui.messages import going as m
from tests.ui.driving import Driven
from tests.ui.planning import desk, planned


async def add(app: Driven) -> None:
    """A block behind the marked one."""
    await app.press("a")
    await app.fill(title="Break", kind="break", minutes="7.5", goals="G1")


async def edit(app: Driven) -> None:
    """Everything of a block."""
    app.row_list("agenda").mark("work")
    await app.press("e")
    await app.fill(title="W", lead="Ana", pinned_start="15:45", say="s", show="h", watch="w")


async def move(app: Driven) -> None:
    """The last block up."""
    app.row_list("agenda").mark("look")
    await app.press("shift+up", "shift+up", "shift+down")


async def remove(app: Driven) -> None:
    """A block taken out."""
    app.row_list("agenda").mark("close")
    await app.press("d")


async def lengthen(app: Driven) -> None:
    """Three minutes more, one less."""
    app.row_list("agenda").mark("open")
    await app.press("plus", "plus", "equals_sign", "minus")


async def insert(app: Driven) -> None:
    """A protocol, as the library hands it over."""
    await app.press("p", "escape")
    app.sent(m.ProtocolRequested)[-1].chosen("tuning")
    await app.settle()


async def goals(app: Driven) -> None:
    """One more goal, one changed, one taken out."""
    await app.press("g")
    await app.fill(text="a third", kind="do")
    await app.press("tab")
    app.row_list("questions").mark("goal G1")
    await app.press("enter")
    await app.fill(text="changed")
    app.row_list("questions").mark("goal G2")
    await app.press("d")


async def evidence(app: Driven) -> None:
    """One measure more, the other taken out."""
    await app.press("v")
    await app.fill(text="cards", goals="G1", kind="work_product", when="at the door", who="Ana")
    await app.press("tab")
    app.row_list("questions").mark("evidence E1")
    await app.press("d")


async def norms(app: Driven) -> None:
    """A set, norms of the group's own, one to watch."""
    await app.press("tab")
    app.row_list("questions").mark("norms")
    await app.press("enter")
    await app.fill(sets="working_agreements", own="Listen\nWait")


async def people(app: Driven) -> None:
    """Who else has a part."""
    await app.press("tab")
    app.row_list("questions").mark("people")
    await app.press("enter")
    await app.fill(people="Ben\nMia, scribe", planned_with="Kim, staff, 30")
    app.row_list("questions").mark("materials")
    await app.press("enter")
    await app.fill(materials="pens")


async def about(app: Driven) -> None:
    """When, where and why, and who comes."""
    await app.press("tab")
    app.row_list("questions").mark("about")
    await app.press("enter")
    await app.fill(title="New", start="2026-12-01 09:00", minutes="90", mode="hybrid", place="p")
    app.row_list("questions").mark("audience")
    await app.press("enter")
    await app.fill(who="all", count="12", needs="n", experience="e")


CHANGES: dict[Callable[[Driven], Awaitable[None]], Callable[[Plan], bool]] = {
    add: lambda plan: (
        plan.blocks[1].model_dump(include={"title", "kind", "minutes", "goals"})
        == {"title": "Break", "kind": BlockKind.BREAK, "minutes": 7.5, "goals": ("G1",)}
    ),
    edit: lambda plan: (
        plan.blocks[1]
        == Block(
            id="work",
            title="W",
            minutes=35,
            goals=("G1", "G2"),
            lead="Ana",
            pinned_start=time(15, 45),
            say="s",
            show="h",
            watch="w",
        )
    ),
    move: lambda plan: [b.id for b in plan.blocks] == ["open", "work", "look", "close"],
    remove: lambda plan: [b.id for b in plan.blocks] == ["open", "work", "look"],
    lengthen: lambda plan: plan.blocks[0].minutes == 12,
    insert: lambda plan: (
        (plan.blocks[1].protocol, plan.blocks[1].kind) == ("tuning", BlockKind.PROTOCOL)
    ),
    goals: lambda plan: (
        plan.goals
        == (Goal(id="G1", text="changed"), Goal(id="G3", text="a third", kind=GoalKind.DO))
        and plan.blocks[1].goals == ("G1",)
    ),
    evidence: lambda plan: (
        [(e.kind, e.text, e.goals) for e in plan.evidence]
        == [(EvidenceKind.WORK_PRODUCT, "cards", ("G1",))]
    ),
    norms: lambda plan: (
        plan.norms.sets == ("working_agreements",)
        and [n.text for n in plan.norms.own] == ["Listen", "Wait"]
    ),
    people: lambda plan: (
        plan.people == (Person(name="Ben"), Person(name="Mia", role=Role.SCRIBE))
        and plan.planned_with[0].minutes == 30
        and plan.materials == ("pens",)
    ),
    about: lambda plan: (
        (plan.title, plan.start, plan.minutes, plan.mode, plan.audience.count)
        == ("New", datetime(2026, 12, 1, 9), 90, Mode.HYBRID, 12)
    ),
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
async def test_every_change_is_made_undone_and_made_again(
    home: Path, change: Callable[[Driven], Awaitable[None]]
) -> None:
    """Back to the beginning exactly, forward to the end exactly, and what is shown follows."""
    async with planned(home) as app:
        first, shown = desk(app).plan, (app.rows("agenda"), app.rows("questions"))
        await change(app)
        changed = desk(app).plan
        assert CHANGES[change](changed), changed
        assert (app.rows("agenda"), app.rows("questions")) != shown
        await app.press(*["u"] * (len(desk(app).draft.past) + 1))
        assert desk(app).plan == first and app.notice == "nothing to undo"
        assert (app.rows("agenda"), app.rows("questions")) == shown
        await app.press(*["U"] * (len(desk(app).draft.future) + 1))
        assert desk(app).plan == changed and app.notice == "nothing to do again"
