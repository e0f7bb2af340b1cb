"""The large pages over a plan: alignment, checks, ready list."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.plans.plan import Audience, Plan
from facilitui.core.plans.plan_parts import Visual
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan.checks import ChecksDialog
from facilitui.screens.plan.matrix import MatrixDialog
from facilitui.screens.plan.ready import ReadyDialog
from tests.core.making import good_plan
from tests.ui.driving import FARTHEST, HOSTILE, SMALLEST
from tests.ui.planning import PLAN, desk, planned, screen_of

HOLES = PLAN.model_copy(update={"evidence": (), "purpose": "", "minutes": 50})


async def test_the_matrix_shows_a_hole_and_closes_it(home: Path) -> None:
    """A tick in place is one change, shown at once, undone by one key."""
    plan = good_plan(zone="")
    work = plan.blocks[1].model_copy(update={"goals": ("G1",)})
    close = plan.blocks[2].model_copy(update={"goals": ("G1",)})
    plan = plan.model_copy(update={"blocks": (plan.blocks[0], work, close, plan.blocks[3])})
    async with planned(home, plan) as app:
        await app.press("m")
        assert isinstance(app.app.screen, MatrixDialog) and "! 1 hole" in app.panel("head")
        app.row_list("cells").mark("block work")
        await app.press("right")
        assert app.panel("head").splitlines()[3].split() == ["has", "an", "action", "✓", "!"]
        await app.press("space")
        assert "no holes" in app.panel("head")
        assert desk(app).plan.blocks[1].goals == ("G1", "G2")
        await app.press("u")
        assert "! 1 hole" in app.panel("head") and desk(app).plan == plan
        await app.press("escape")
        assert screen_of(app).is_current


async def test_enter_in_the_matrix_goes_to_the_row(home: Path) -> None:
    """A block is marked in the agenda, an evidence measure is opened."""
    async with planned(home) as app:
        await app.press("m")
        app.row_list("cells").mark("block close")
        await app.press("enter")
        assert app.row_list("agenda").marked == "close"
        await app.press("m")
        app.row_list("cells").mark("evidence E1")
        await app.press("enter")
        assert isinstance(app.app.screen, FormDialog)


async def test_a_check_of_a_goal_opens_the_matrix_at_its_column(home: Path) -> None:
    """Where the hole is closed."""
    async with planned(home, HOLES) as app:
        await app.press("c")
        app.row_list("checks-list").mark("no-evidence G2")
        await app.press("enter")
        assert isinstance(app.app.screen, MatrixDialog)
        assert app.panel("summary").lstrip().startswith("G2")


@pytest.mark.parametrize("size", [*FARTHEST, (1, 1)])
async def test_the_pages_are_drawn_at_any_size(home: Path, size: tuple[int, int]) -> None:
    """With twelve goals and hostile words too."""
    goals = tuple(
        PLAN.goals[0].model_copy(update={"id": f"G{n}", "text": HOSTILE}) for n in range(1, 13)
    )
    plan = PLAN.model_copy(update={"goals": goals})
    async with planned(home, plan, size) as app:
        for key in ("m", "c", "r"):
            await app.press(key, *("right",) * 12, "down")
            await app.press("escape")
        assert screen_of(app).is_current


async def test_a_matrix_without_goals_says_what_to_do(home: Path) -> None:
    """Nothing to tick, and nothing that crashes."""
    async with planned(home, Plan(title="Bare")) as app:
        await app.press("m", "space", "right")
        assert "no goals yet" in app.rows("cells")
        await app.press("enter")
        assert app.app.screen is screen_of(app)


async def test_every_check_leads_to_its_place(home: Path) -> None:
    """Each to its block, its form, the matrix or the agenda."""
    async with planned(home, HOLES) as app:
        for check in desk(app).view.checks:
            await app.press("c")
            app.row_list("checks-list").mark(check.id)
            assert check.reason[:20] in app.rows("checks-list")
            await app.press("enter")
            there = app.app.screen
            on_agenda = check.place.startswith(("block", "agenda"))
            assert (there is screen_of(app)) == on_agenda, check
            if not on_agenda:
                await app.press("escape")


async def test_a_check_is_set_aside_with_a_note_that_is_kept(home: Path) -> None:
    """And is not shown again, until it is brought back."""
    async with planned(home, HOLES) as app:
        await app.press("c")
        app.row_list("checks-list").mark("under-time")
        found = {check.id for check in desk(app).view.checks}
        name = "over-time" if "over-time" in found else "under-time"
        app.row_list("checks-list").mark(name)
        await app.press("x")
        await app.put(HOSTILE)
        await app.press("enter")
        assert name not in {check.id for check in desk(app).view.checks}
        assert [each.check for each in desk(app).plan.dismissed] == [name]
        assert "set aside" in app.rows("checks-list")
        await app.press("escape")
        assert "1 set aside" in app.panel("checks")
        kept = desk(app).plan
    async with planned(home.parent / "again", kept) as app:
        assert name not in {check.id for check in desk(app).view.checks}
        await app.press("c")
        app.row_list("checks-list").mark(name)
        await app.press("x")
        assert name in {check.id for check in desk(app).view.checks}


async def test_leaving_the_note_sets_nothing_aside(home: Path) -> None:
    """Escape goes back to the checks first."""
    async with planned(home, HOLES) as app:
        await app.press("c", "x", "escape")
        assert isinstance(app.app.screen, ChecksDialog) and not desk(app).plan.dismissed
        await app.press("escape")
        assert screen_of(app).is_current


async def test_a_plan_with_nothing_to_look_at_says_so(home: Path) -> None:
    """On the page and beside the questions."""
    async with planned(home) as app:
        every = [check.id for check in desk(app).view.checks]
        await app.press("c")
        for name in every:
            app.row_list("checks-list").mark(name)
            await app.press("x")
            await app.put("meant so")
            await app.press("enter")
        assert "nothing to look at again" in app.panel("head")
        await app.press("escape")
        assert "nothing to look at again" in app.panel("checks")


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_three_weightiest_checks_are_in_view(home: Path, size: tuple[int, int]) -> None:
    """Whatever else the questions hold; the others are counted."""
    plan = HOLES.model_copy(update={"goals": (), "audience": Audience()})
    async with planned(home, plan, size) as app:
        checks = desk(app).view.checks
        assert all(check.text[:20] in app.text() for check in checks[:3])
        if size == (60, 16):
            await app.press("tab")
        assert all(check.text[:20] in app.text() for check in checks[:3])
        assert f"{len(checks) - 3} more" in app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_long_title_hides_nothing_behind_it(home: Path, size: tuple[int, int]) -> None:
    """How complete the plan is, that it is sensitive and how long it takes stay in view."""
    plan = PLAN.model_copy(update={"title": "Looking at work " * 9, "sensitive": True})
    async with planned(home, plan, size) as app:
        first = app.text().split("\n")[0] + app.text().split("\n")[1]
        for words in ("Looking at", "of 4", "sensitive", "of 60 min"):
            assert words in first


async def test_ready_items_are_ticked_and_kept(home: Path) -> None:
    """What follows from the plan leads to where it is settled instead."""
    plan = PLAN.model_copy(update={"visuals": (Visual(title="A photograph"),)})
    async with planned(home, plan) as app:
        await app.press("r")
        assert isinstance(app.app.screen, ReadyDialog)
        app.row_list("items").mark("run_sheet")
        await app.press("space")
        assert "1 of" in app.panel("head") and desk(app).plan.ready == ("run_sheet",)
        app.row_list("items").mark("visuals_credited")
        await app.press("enter")
        assert isinstance(app.app.screen, FormDialog)
