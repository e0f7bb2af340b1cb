"""What a plan changed of the agenda it began from, on the Plan screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitui.core.plans.editing import without_block
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import begun_from
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan.begun import BegunDialog
from tests.core.making import good_plan
from tests.ui.driving import FARTHEST, HOSTILE, SIZES
from tests.ui.planning import desk, longer, planned, screen_of

AGENDA = good_plan(zone="", title="Looking at work")
BEGUN = begun_from(AGENDA, "looking", date(2026, 11, 23))


async def test_w_tells_what_was_changed_since(home: Path) -> None:
    """From what, since when, how much and what; nothing where nothing was."""
    async with planned(home, BEGUN) as app:
        await app.press("w")
        assert isinstance(app.app.screen, BegunDialog)
        assert app.panel("head").split("\n")[0].split() == [
            *("Changed", "of", "its", "agenda", "nothing", "changed")
        ]
        assert "Began from “Looking at work” on 23 Nov 2026" in app.panel("head")
        assert "Nothing so far" in app.rows("changes") and "go there" not in app.panel("foot")
        await app.press("enter", "escape")
        await longer(app)
        await app.press("w")
        assert "1 change" in app.panel("head")
        assert "“Opening”: 11 minutes, not 10" in app.rows("changes")
        assert "enter go there" in app.panel("foot")
        await app.press("u")
        assert "nothing changed" in app.panel("head") and desk(app).plan == BEGUN
        await app.press("w")
        assert screen_of(app).is_current


async def test_enter_goes_to_what_is_marked(home: Path) -> None:
    """A block in the agenda, the form of a goal; what was taken out is nowhere."""
    plan = without_block(BEGUN, "look")
    work = plan.blocks[1].model_copy(update={"title": "Our work"})
    goal = plan.goals[0].model_copy(update={"text": "Look longer"})
    changed = plan.model_copy(
        update={
            "blocks": (plan.blocks[0], work, *plan.blocks[2:]),
            "goals": (goal, *plan.goals[1:]),
        }
    )
    async with planned(home, changed) as app:
        await app.press("w")
        assert app.row_list("changes").keys == ("0", "1", "2")
        await app.press("end", "enter")
        assert isinstance(app.app.screen, BegunDialog), "it stays where it is"
        await app.press("up", "enter")
        assert screen_of(app).is_current and app.row_list("agenda").marked == work.id
        await app.press("w", "enter")
        assert isinstance(app.app.screen, FormDialog)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_row_beside_the_questions_names_it_and_leads_there(
    home: Path, size: tuple[int, int]
) -> None:
    """At every size; a plan that began empty has no such row."""
    async with planned(home, without_block(BEGUN, "look"), size) as app:
        await app.press("tab")
        app.row_list("questions").mark("began")
        assert "Changed 1 change of “Looking at work”" in " ".join(
            app.rows("questions", 60).split()
        )
        await app.press("enter")
        assert isinstance(app.app.screen, BegunDialog)


async def test_a_plan_that_began_empty_says_so(home: Path) -> None:
    """In place of a page about nothing."""
    async with planned(home) as app:
        assert "began" not in app.row_list("questions").keys
        await app.press("w")
        assert screen_of(app).is_current and "began from no agenda" in app.notice


@pytest.mark.parametrize("size", [*FARTHEST, (1, 1)], ids=str)
async def test_the_page_is_drawn_at_any_size(home: Path, size: tuple[int, int]) -> None:
    """With hostile words, and as many changes as there can be."""
    blocks = tuple(
        AGENDA.blocks[0].model_copy(update={"id": f"b{n}", "title": HOSTILE * 3})
        for n in range(200)
    )
    agenda = Plan(title=HOSTILE * 3, blocks=blocks)
    plan = begun_from(agenda, "x", date(2026, 11, 23)).model_copy(update={"blocks": blocks[::-2]})
    async with planned(home, plan, size) as app:
        await app.press("w", "end", "up", "question_mark", "home", "down")
        assert isinstance(app.app.screen, BegunDialog)
        await app.press("escape")
        assert screen_of(app).is_current
