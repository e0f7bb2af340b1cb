"""Coming back to what was promised: asked over the plan it is for, and never of one left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.plans.group import Group
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.screens.plan import PlanScreen
from tests.core.making import good_plan
from tests.ui.driving import Driven, driven
from tests.ui.groups import met
from tests.ui.planning import screen_of

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)


@asynccontextmanager
async def promised(home: Path) -> AsyncIterator[Driven]:
    """A plan that is open, while a promise of an earlier session is too."""
    async with driven(home, clock=SimulatedClock(NOW)) as app:
        await met(app.wiring)
        await app.wiring.plans.save("alone", good_plan(zone=""), "")
        await app.show(await app.opening.plan("alone"))
        yield app


class Gate:
    """Holds up what is asked of a service until it may go on."""

    def __init__(self, patch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        self.asked, self._may_go_on = asyncio.Event(), asyncio.Event()
        self._ask = getattr(owner, name)
        patch.setattr(owner, name, self._slowly)

    async def _slowly(self, *args: Any) -> Any:
        self.asked.set()
        await self._may_go_on.wait()
        return await self._ask(*args)

    async def open(self, app: Driven) -> None:
        """Let it go on, until nothing is left to do."""
        self._may_go_on.set()
        await app.settle()


async def ask_for_promises(app: Driven) -> None:
    """Open what the plan comes back to, until something is asked or told."""
    screen_of(app)._places.open("carried")
    await app.settle()


async def carried(app: Driven) -> list[str]:
    """What the plan's file comes back to."""
    return [each.text for each in (await app.wiring.plans.load("alone")).state.carried]


async def test_what_is_chosen_is_on_the_plan(home: Path) -> None:
    """Its form says what became of it; the file has it when the plan is left."""
    async with promised(home) as app:
        await ask_for_promises(app)
        assert isinstance(app.app.screen, TickDialog) and "Count to five" in app.text()
        await app.press("enter")
        assert isinstance(app.app.screen, FormDialog)
        await app.press("escape")
        await app.press("escape")
        assert await carried(app) == ["Count to five"]


async def test_a_plan_that_was_left_is_not_asked_about(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the journal took to be read; the plan stays as it was written."""
    async with promised(home) as app:
        screen, gate = screen_of(app), Gate(monkeypatch, app.wiring.series, "commitments")
        screen._places.open("carried")
        await gate.asked.wait()
        await screen.action_leave()
        await gate.open(app)
        assert not screen.is_attached and not isinstance(app.app.screen, TickDialog)
        assert app.notice == "" and await carried(app) == []


async def test_a_question_that_came_up_is_answered_before_the_plan_is_left(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving a moment earlier closes neither; what is chosen is kept, and can be asked again."""
    async with promised(home) as app:
        screen = screen_of(app)
        gate = Gate(monkeypatch, screen._desk, "finish")
        leaving = asyncio.create_task(screen.action_leave())
        await gate.asked.wait()
        await ask_for_promises(app)
        assert isinstance(app.app.screen, TickDialog)
        await gate.open(app)
        await leaving
        assert isinstance(app.app.screen, TickDialog) and screen.is_attached
        await app.press("escape")
        await ask_for_promises(app)
        await app.press("enter")
        await app.press("escape")
        await app.press("escape")
        assert not screen.is_attached and await carried(app) == ["Count to five"]


async def test_a_plan_that_was_left_joins_its_group_in_its_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next session is planned all the same, and both are the group's."""
    async with promised(home) as app:
        screen, gate = screen_of(app), Gate(monkeypatch, app.wiring.series, "group_of")
        await screen.action_next_session()
        await gate.asked.wait()
        await screen.action_leave()
        await gate.open(app)
        assert not screen.is_attached and isinstance(app.app.screen, ChooseDialog)
        await app.press("down", "enter")
        await app.press("enter")
        assert isinstance(app.screen, PlanScreen)
        plans = [(await app.wiring.plans.load(r.name)).state for r in await app.wiring.plans.rows()]
        assert [plan.group for plan in plans] == ["team", "team", "team"]


async def test_an_open_plan_joins_its_group_on_the_screen(home: Path) -> None:
    """As a change that can be undone; its file has it when it is left."""
    async with promised(home) as app:
        await app.wiring.groups.save("other", Group(id="other", name="Other"), "")
        screen = screen_of(app)
        await screen.action_next_session()
        await app.settle()
        await app.press("down", "enter")
        await app.press("enter")
        assert screen._desk.plan.group == "team" and screen._desk.undo() == "join the group"
