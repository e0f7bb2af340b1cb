"""The next session of a group: asked for anywhere, planned from what the group has."""

from __future__ import annotations

from pathlib import Path

from textual.screen import ModalScreen

from facilitui.bootstrap import Wiring
from facilitui.core.plans.group import Group
from facilitui.core.sessions import moves
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.group import GroupScreen
from facilitui.screens.plan import PlanScreen
from tests.core.making import good_plan
from tests.ui.driving import driven
from tests.ui.groups import ask_next, met, opened


async def test_the_next_session_is_planned_from_the_group(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """What to keep is asked; the plan opens with norms, promise and wish; back is the group."""
    await met(wiring)
    async with driven(home, clock=clock) as app:
        await opened(app)
        await app.press("n")
        assert "Keep of the last plan" in app.text() and "opening, norms, breaks" in app.text()
        await app.press("enter")
        assert isinstance(app.screen, PlanScreen)
        name = max(row.name for row in await wiring.plans.rows() if row.name != "first")
        plan = (await wiring.plans.load(name)).state
        assert [norm.text for norm in plan.norms.own][-1] == "Phones away"
        assert [each.text for each in plan.carried] == ["Count to five"]
        assert [each.text for each in plan.asked] == ["name cards"]
        await app.press("escape")
        assert app.rows("coming").count("Looking at student work") == 3
        await app.press("n")
        await app.press("escape")
        assert isinstance(app.screen, GroupScreen) and len(await wiring.plans.rows()) == 2


async def test_a_plan_without_a_group_begins_one(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Its name is asked for; giving up at either question makes nothing."""
    await wiring.plans.save("alone", good_plan(zone=""), "")
    async with driven(home, clock=clock) as app:
        await ask_next(app, "alone")
        await app.press("escape")
        await ask_next(app, "alone")
        await app.press("enter")
        assert "nothing is made yet" in app.panel("form-head")
        assert "enter go on   escape leave" in app.panel("foot")
        await app.press("enter")
        assert "a group needs a name" in app.panel("foot")
        await app.put("Grade 7")
        await app.press("escape")
        assert not isinstance(app.app.screen, ModalScreen)
        assert (await wiring.groups.groups())[0] == ()
        await ask_next(app, "alone")
        await app.press("enter")
        await app.put("Grade 7 [x]")
        await app.press("enter")
        await app.press("a")
        await app.press("enter")
        assert isinstance(app.screen, PlanScreen)
        plans = [(await wiring.plans.load(row.name)).state for row in await wiring.plans.rows()]
        assert [plan.group for plan in plans] == ["grade-7-x", "grade-7-x"]
        assert plans[0].goals == plans[1].goals


async def test_a_plan_can_join_a_group(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """One that is there already is chosen from the list."""
    await wiring.groups.save("team", Group(id="team", name="Grade 7"), "")
    await wiring.plans.save("alone", good_plan(zone=""), "")
    async with driven(home, clock=clock) as app:
        await ask_next(app, "alone")
        await app.press("down", "enter")
        await app.press("enter")
        assert (await wiring.plans.load("alone")).state.group == "team"


async def test_whoever_has_the_plan_open_puts_the_group_into_it(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Its file is not written under it; the next plan learns from its sessions all the same."""
    await wiring.plans.save("alone", good_plan(zone=""), "")
    hosted = await wiring.hosting.prepare_plan("alone")
    await hosted.begin()
    await hosted.do(moves.add_norm("Phones away"))
    await hosted.do(moves.end)
    await hosted.leave()
    joined: list[str] = []

    def join(group: str) -> bool:
        joined.append(group)
        return True

    async with driven(home, clock=clock) as app:
        app.screen.post_message(m.SeriesRequested("alone", join=join))
        await app.settle()
        await app.press("enter")
        await app.put("Grade 7")
        await app.press("enter")
        await app.press("enter")
        assert joined == ["grade-7"]
        plans = {r.name: (await wiring.plans.load(r.name)).state for r in await wiring.plans.rows()}
        assert plans.pop("alone").group is None
        assert next(iter(plans.values())).norms.own[-1].text == "Phones away"
