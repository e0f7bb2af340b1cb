"""Over the cover nothing of the host's is told, and what was to be told is told behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets._toast import Toast

from facilitui.app.quitting import UNDER_COVER
from facilitui.core.unkept import Unkept
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.help import HelpScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.live.cover import CoverScreen
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted
from tests.ui.test_cover import titles
from tests.ui.test_input_order import post, slowly

LOST = Unkept("this line about Zoe", "the disk is full", "secret")
SECRET = f"Zoe said {HOSTILE}"


OVER: dict[str, Callable[[], Screen[Any]]] = {
    "palette": CommandPalette,
    "help": lambda: HelpScreen("Live", "", ()),
    "dialog": lambda: ChooseDialog("Which?", [Choice("one", "One")]),
}
"""What may lie over the cover."""


@asynccontextmanager
async def toasting(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Stage]:
    """A session before its host, with toasts, which are left out of tests otherwise."""
    async with hosted(home, size) as stage:
        stage.app.app._disable_notifications = False
        yield stage


def toasts(stage: Stage) -> list[str]:
    """What lies over whatever screen there is, for some seconds."""
    return [str(each.render()) for each in stage.app.app.screen.query(Toast)]


async def cannot_be_kept(screen: LiveScreen) -> tuple[Unkept, ...]:
    """A line that the disk does not take."""
    return (LOST,)


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_told_waits_until_the_cover_is_gone(
    home: Path, size: tuple[int, int]
) -> None:
    """Each once, as a problem where one of them is."""
    async with toasting(home, size) as stage:
        await stage.app.press("f8")
        covered = stage.app.text()
        stage.app.app.say("kept", problem=False)
        stage.app.app.say(SECRET)
        stage.app.app.say(SECRET)
        await stage.app.settle()
        assert stage.app.text() == covered and not toasts(stage)
        await stage.app.press("f8")
        assert stage.app.notice.startswith("! kept · Zoe said")
        assert stage.app.notice.count("Zoe said") == 1
        await stage.app.press("m", "f8")
        await stage.app.press("f8")
        assert "Zoe said" not in stage.app.notice


async def test_what_was_told_over_the_palette_is_not_read_on_the_cover(home: Path) -> None:
    """It goes as soon as the room may look; behind the cover a problem is told once more."""
    async with toasting(home) as stage:
        await stage.app.press("ctrl+p")
        stage.app.app.say("kept", problem=False)
        stage.app.app.say("Zoe said no")
        await stage.app.settle()
        assert toasts(stage) == ["kept", "Zoe said no"]
        await stage.app.press("f8")
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert toasts(stage) == [] and "Zoe" not in stage.app.text()
        await stage.app.press("f8")
        assert toasts(stage) == ["Zoe said no"]


async def test_what_is_told_while_the_cover_comes_is_not_read_on_it(home: Path) -> None:
    """Its toast was on its way when the key came."""
    async with toasting(home) as stage:
        await stage.app.press("ctrl+p")
        stage.app.app.say(SECRET)
        stage.app.app.action_cover()
        await stage.app.settle()
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert toasts(stage) == [] and "Zoe" not in stage.app.text()
        await stage.app.press("f8")
        assert len(toasts(stage)) == 1 and "Zoe said" in toasts(stage)[0]


@pytest.mark.parametrize("name", OVER)
async def test_what_lies_over_the_cover_shows_nothing_that_waits(home: Path, name: str) -> None:
    """Nor does the cover, when that is gone again; behind the cover it is told."""
    async with toasting(home) as stage:
        await stage.app.press("f8")
        stage.app.app.say(SECRET)
        stage.app.app.push_screen(OVER[name]())
        await stage.app.settle()
        assert not isinstance(stage.app.app.screen, CoverScreen)
        stage.app.app.say("Zoe said no")
        await stage.app.settle()
        assert toasts(stage) == [] and "Zoe" not in stage.app.text()
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert toasts(stage) == [] and "Zoe" not in stage.app.text()
        await stage.app.press("f8")
        assert stage.app.notice.startswith("! Zoe said [x]")
        assert stage.app.notice.endswith("Zoe said no")


async def test_a_quit_is_held_up_until_it_could_be_said_why(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the cover only that it is; behind it the key tells why, and once more it quits."""
    async with toasting(home) as stage:
        monkeypatch.setattr(LiveScreen, "unkept", cannot_be_kept)
        await stage.app.press("f8")
        await stage.app.press("ctrl+q", "ctrl+q")
        assert stage.app.app.is_running and set(toasts(stage)) == {UNDER_COVER}
        assert "Zoe" not in stage.app.text()
        await stage.app.press("f8")
        await stage.app.press("ctrl+q")
        assert "ctrl+q again quits without this line about Zoe" in stage.app.notice
        await stage.app.pilot.press("ctrl+q")
        assert stage.app.app.lost == (LOST,)


@pytest.mark.parametrize("name", OVER)
async def test_a_quit_from_what_lies_over_the_cover_tells_no_more(
    home: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That something is not on the disk, and nothing of it; so it is on the cover again."""
    async with toasting(home) as stage:
        monkeypatch.setattr(LiveScreen, "unkept", cannot_be_kept)
        await stage.app.press("f8")
        stage.app.app.push_screen(OVER[name]())
        await stage.app.settle()
        await stage.app.press("ctrl+q")
        assert toasts(stage) == [UNDER_COVER] and "Zoe" not in stage.app.text()
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert toasts(stage) == [UNDER_COVER] and "Zoe" not in stage.app.text()
        await stage.app.press("f8")
        assert UNDER_COVER in [each.message for each in stage.app.app._notifications]


async def test_a_screen_that_is_long_in_coming_waits_behind_the_cover(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The debrief was asked for, and then the room looked."""
    async with hosted(home) as stage:
        await stage.app.press("e")
        await stage.app.press("enter")
        there = slowly(monkeypatch, stage.app.wiring.reflecting, "open")
        post(stage.app, "d", "f8")
        await reached(stage, CoverScreen)
        there.set()
        for _ in range(20):
            await stage.app.pilot.pause(0.005)
        assert isinstance(stage.app.app.screen, CoverScreen) and stage.app.app.covered
        post(stage.app, "f8")
        await reached(stage, DebriefScreen)


async def reached(stage: Stage, screen: type[Screen[Any]]) -> None:
    """Wait for a screen on top."""
    for _ in range(200):
        if isinstance(stage.app.app.screen, screen):
            break
        await stage.app.pilot.pause(0.005)
    assert isinstance(stage.app.app.screen, screen)


async def test_the_key_uncovers_whatever_lies_over_the_cover(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page below and the terminal's title say the same."""
    told = titles(monkeypatch)
    async with hosted(home) as stage:
        for keys in (("f8",), ("ctrl+p",), ("f8",)):
            await stage.app.press(*keys)
        assert isinstance(stage.app.app.screen, LiveScreen) and not stage.app.app.covered
        assert told[-1].startswith("PRIVATE")
