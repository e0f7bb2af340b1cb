"""Groups for the screens to show, with one session behind them."""

from __future__ import annotations

from datetime import date

from facilitui.bootstrap import Wiring
from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Member, Wish, with_norms
from facilitui.core.sessions import moves
from facilitui.messages import going as m
from facilitui.screens.group import GroupScreen
from tests.core.making import good_plan
from tests.ui.driving import Driven
from tests.ui.journals import write_entry


async def met(wiring: Wiring, name: str = "Grade 7") -> str:
    """A group with one session behind it; the session."""
    norms = (Norm(id="wait", text="Wait"),)
    team = Group(
        id="team",
        name=name,
        roster=(Member(name="Ana", role="coach"),),
        wishes=(Wish(text="name cards"), Wish(text="tea", answered_in="first")),
    )
    await wiring.groups.save("team", with_norms(team, norms, agreed=date(2026, 11, 4)), "")
    await wiring.plans.save("first", good_plan(zone="", group="team"), "")
    hosted = await wiring.hosting.prepare_plan("first")
    await hosted.begin()
    await hosted.do(moves.add_norm("Phones away"))
    await hosted.do(moves.end)
    await hosted.leave()
    commitment = {"text": "Count to five", "due": "2026-11-20"}
    await write_entry(wiring.home.root, hosted.session, "2026-11-25", commitment=commitment)
    return hosted.session


def group(app: Driven) -> GroupScreen:
    """The screen on top, which is a group's."""
    assert isinstance(app.screen, GroupScreen)
    return app.screen


async def opened(app: Driven) -> GroupScreen:
    """The group's screen, from Home."""
    await app.press("g")
    await app.press("enter")
    return group(app)


async def ask_next(app: Driven, plan: str) -> None:
    """Ask for the session after the one of a plan."""
    app.screen.post_message(m.SeriesRequested(plan))
    await app.settle()


async def stored(wiring: Wiring) -> Group:
    """The group as its file has it."""
    return (await wiring.groups.load("team")).state


def wish_row(app: Driven, text: str) -> str:
    """The key of the row of a wish."""
    keys = app.row_list("coming").keys
    return next(key for key in keys if key.startswith("wish ") and key.endswith(text))
