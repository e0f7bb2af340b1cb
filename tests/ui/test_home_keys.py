"""Home: every way from there is a key away, and opens one screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.commands.home import HOME
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan import PlanScreen
from facilitui.widgets.key_line import KeyLine
from tests.ui.driving import driven
from tests.ui.home_filled import fill


async def test_enter_opens_what_is_marked(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A plan, a session, a debrief, the entry of a commitment: each where it belongs."""
    sessions = await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        rows, home_screen = app.row_list("rows"), app.screen
        assert rows.keys == (
            f"session {sessions['open']}",
            "plan next",
            f"debrief {sessions['bare']}",
            "entry debrief-Café talk due",
            "plan later",
        )
        asked: list[object] = []
        for key in rows.keys:
            while app.app.screen is not home_screen:
                await app.press("escape")
            rows.mark(key)
            await app.press("enter")
            asked.append(type(app.app.screen).__name__)
            if app.app.current_mode != "home":
                await app.app.switch_mode("home")
                await app.settle()
        assert asked == ["LiveScreen", "PlanScreen", "DebriefScreen", "JournalScreen", "PlanScreen"]
        assert [each.name for each in app.sent(m.PlanRequested)] == ["next", "later"]
        assert [each.entry for each in app.sent(m.EntryRequested)] == ["debrief-Café talk"]


async def test_a_key_that_is_pressed_twice_opens_one_screen(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Two screens of one plan would stand against each other."""
    await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        for _ in range(2):
            app.app.post_message(m.PlanRequested("next"))
        await app.settle()
        shown = [type(each).__name__ for each in app.app.screen_stack]
        assert shown == ["HomeScreen", "PlanScreen"]


@pytest.mark.parametrize("keys", ["s enter enter", "s down enter enter n n"])
async def test_keys_that_are_pressed_twice_begin_one_session_at_most(
    home: Path, clock: SimulatedClock, wiring: Wiring, keys: str
) -> None:
    """However quickly: in the question about a session that lies open, and before the start."""
    await fill(wiring)
    before = len(list(home.glob("sessions/*")))
    async with driven(home, clock=clock) as app:
        app.row_list("rows").mark("plan later")
        await app.press(*keys.split())
        assert [type(each) for each in app.app.screen_stack][1:] == [LiveScreen]
        await app.press("n", "n")
        assert len(list(home.glob("sessions/*"))) == before + ("down" in keys)


async def test_s_starts_the_marked_plan_else_the_next_session(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A plan whose session lies open is asked about first."""
    sessions = await fill(wiring)
    async with driven(home, (80, 24), clock=clock) as app:
        app.row_list("rows").mark(f"debrief {sessions['bare']}")
        await app.press("s")
        assert isinstance(app.app.screen, LiveScreen) and "not begun" in app.text()
        await app.press("escape")
        app.row_list("rows").mark("plan later")
        await app.press("s")
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.press("s", "enter")
        assert isinstance(app.app.screen, LiveScreen) and "live" in app.panel("head")
        assert [each.name for each in app.sent(m.RunRequested)] == ["next", "later", "later"]


async def test_r_goes_on_with_the_session_that_lies_open(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Whatever is marked; coming back it is still there."""
    sessions = await fill(wiring)
    async with driven(home, clock=clock) as app:
        assert "r resume" in app.keys_told
        await app.press("r")
        assert isinstance(app.app.screen, LiveScreen)
        assert [each.session for each in app.sent(m.ResumeRequested)] == [sessions["open"]]
        await app.press("escape")
        assert f"session {sessions['open']}" in app.row_list("rows").keys


async def test_n_and_p_choose_from_a_list(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A new plan from nothing or an agenda; any plan there is; escape chooses nothing."""
    await fill(wiring)
    async with driven(home, clock=clock) as app:
        await app.press("n", "escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.press("n")
        assert app.row_list("choices").keys[0] == "+" and len(app.row_list("choices").keys) == 7
        await app.press("down", "enter")
        assert isinstance(app.app.screen, PlanScreen) and len(list(home.glob("plans/*.toml"))) == 3
        await app.press("escape", "p")
        assert "no date" not in app.rows("choices") and "2026-12-09" in app.rows("choices")
        app.row_list("choices").mark("later")
        await app.press("enter")
        assert isinstance(app.app.screen, PlanScreen) and "Later" in app.panel("head")


@pytest.mark.parametrize(("key", "mode"), [("l", "library"), ("j", "journal")])
async def test_l_and_j_go_to_the_other_parts(
    home: Path, clock: SimulatedClock, key: str, mode: str
) -> None:
    """And escape comes home."""
    async with driven(home, clock=clock) as app:
        await app.press(key)
        assert app.app.current_mode == mode
        await app.press("escape")
        assert app.app.current_mode == "home"


def test_the_key_line_drops_the_least_needed_keys() -> None:
    """From the right, whole words only; how to see all keys is always there."""
    line = KeyLine(HOME)
    before = 0
    for width in range(1, 140):
        told = line.line(width).plain
        assert len(told) <= max(width, 10)
        words = [command.word for command in HOME if command.in_line and command.word in told]
        assert words == [command.word for command in HOME if command.in_line][: len(words)]
        assert len(words) >= before or width == 40
        before = len(words)
        assert "?" in told and (width < 40 or told.endswith("? all keys"))
    assert before == len([command for command in HOME if command.in_line])
