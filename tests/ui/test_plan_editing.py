"""Plan: what is typed changes the plan, and every change can be undone, back to the beginning."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui import messages as m
from facilitui.core.plan import Block, Goal, Plan
from facilitui.core.plan_parts import Person
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Role
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan import PlanScreen
from tests.ui.driving import Driven
from tests.ui.planning import desk, planned, titles


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


async def test_starts_follow_from_the_minutes(home: Path) -> None:
    """A block that grows moves all that come after it; the end says how far from planned."""
    async with planned(home) as app:
        assert "15:40" in app.rows("agenda") and "End, as planned" in app.rows("agenda")
        app.row_list("agenda").mark("open")
        await app.press("plus", "plus")
        assert "15:42" in app.rows("agenda") and "End, 2 min over" in app.rows("agenda")
        assert "62 of 60 min" in app.panel("head")


async def test_the_cursor_goes_with_what_is_changed(home: Path) -> None:
    """A moved block stays marked, a new one is, and after a removal its neighbour."""
    async with planned(home) as app:
        rows = app.row_list("agenda")
        rows.mark("work")
        await app.press("J", "J")
        assert rows.marked == "work"
        await app.press("a")
        await app.press("escape")
        assert rows.marked == "new-block"
        await app.press("delete")
        assert rows.marked == "work" and app.notice.endswith("was taken out; u undoes it")


async def test_typing_into_a_form_takes_effect_at_once(home: Path) -> None:
    """With the keyboard alone; enter goes on and is done after the last field."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        await app.press("end", "!")
        assert isinstance(app.app.screen, FormDialog)
        app.app.screen._hand_over()
        assert titles(app)[0] == "Opening!"
        for _ in app.app.screen.query(".editor"):
            await app.press("enter")
        await app.press("escape")  # enter makes a line in the note, the last field
        assert isinstance(app.app.screen, PlanScreen)
        assert desk(app).undo() and desk(app).undo() == ""


async def test_a_new_blocks_name_is_replaced_by_what_is_typed(home: Path) -> None:
    """It only stands in for one; a name that somebody chose is gone on with."""
    async with planned(home) as app:
        await app.press("a")
        await app.press(*"Wow")
        await app.press("escape")
        assert "Wow" in titles(app) and "New block" not in titles(app)
        await app.press("e")
        await app.press("!")
        await app.press("escape")
        assert "Wow!" in titles(app)


async def test_a_whole_form_is_one_change(home: Path) -> None:
    """However often it was handed over while typing; typing it back is none."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        form = app.app.screen
        assert isinstance(form, FormDialog)
        field = form.query_one("#field-title", Input)
        for text in ("A", "AB", "ABC"):
            field.value = text
            form._hand_over()
        assert len(desk(app).draft.past) == 1
        await app.fill(title="Opening")
        assert desk(app).draft.past == ()


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("minutes", "soon", "minutes is a number"),
        ("minutes", "0", "more than 0"),
        ("pinned_start", "[/b]", "a pinned start is written 15:45"),
    ],
)
async def test_what_cannot_be_understood_is_told_and_stays_in_the_field(
    home: Path, field: str, typed: str, told: str
) -> None:
    """Closing asks once before it is given up; nothing was changed by it."""
    async with planned(home) as app:
        before = desk(app).plan
        await app.press("e")
        await app.fill(**{field: typed})
        assert isinstance(app.app.screen, FormDialog)
        foot = " ".join(app.panel("foot").split())
        assert told in foot and "escape again leaves it out" in foot
        assert app.app.screen.query_one(f"#field-{field}", Input).value == typed
        await app.press("escape")
        assert isinstance(app.app.screen, PlanScreen) and desk(app).plan == before


async def test_what_is_put_right_is_taken(home: Path) -> None:
    """The sentence goes, and so does the second asking."""
    async with planned(home) as app:
        await app.press("e")
        await app.fill(minutes="x")
        await app.fill(minutes="11", title="T")
        assert isinstance(app.app.screen, PlanScreen)
        assert desk(app).plan.blocks[0].minutes == 11 and titles(app)[0] == "T"


async def test_a_key_with_nothing_to_do_says_so_or_does_nothing(home: Path) -> None:
    """On an empty plan, and on questions that cannot be taken out."""
    async with planned(home, Plan(title="Bare")) as app:
        assert "Nothing is on the agenda yet" in app.text()
        for key in ("e", "d", "shift+up", "plus", "minus", "u", "U", "f"):
            await app.press(key)
            assert isinstance(app.app.screen, PlanScreen), key
        await app.press("d")
        assert "undoes" not in app.notice
        await app.press("tab", "d")
        assert "undoes" not in app.notice
        assert desk(app).plan == Plan(title="Bare") and not desk(app).unwritten


async def test_a_key_of_the_agenda_changes_nothing_unseen(home: Path) -> None:
    """While the questions have the keys, no block is made longer or moved."""
    async with planned(home, size=(60, 16)) as app:
        before = desk(app).plan
        await app.press("tab", "plus", "minus", "shift+down", "plus")
        assert desk(app).plan == before
