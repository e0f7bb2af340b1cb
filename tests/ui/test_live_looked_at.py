"""Live: what is said on coming to a session, and one that another copy hosts."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from facilitui.commands.live import LIVE, LIVE_LOOKED_AT
from facilitui.core.sessions import moves
from facilitui.screens.live import LiveScreen
from facilitui.screens.live.looking import look
from facilitui.services.sessions.following import DELETED
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.voice_line import VoiceLine
from tests.ui.driving import SMALLEST
from tests.ui.hosting import Stage, hosted, log, second_copy

WHY = "Another copy hosts it: close that first"


@asynccontextmanager
async def looked_at(
    home: Path, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Stage]:
    """A session as a second copy shows it, after the host pressed these keys."""
    with second_copy(home) as other:
        async with hosted(home, size) as stage:
            await stage.app.press(*keys)
            await stage.app.show(await other.resumed(stage.hosted.session))
            yield stage


def on_top(stage: Stage) -> LiveScreen:
    """The second copy's screen."""
    screen = stage.app.app.screen
    assert isinstance(screen, LiveScreen)
    return screen


async def test_what_would_change_it_says_at_once_why_not(home: Path) -> None:
    """In one sentence, the reason first; nothing is asked, nothing is typed, nothing is written."""
    async with looked_at(home) as stage:
        assert "read only" in stage.text() and "Another copy hosts it" in stage.app.notice
        count = len(log(home))
        for key in (*"nbwmcpovruliLjSeX", "space", "plus", "minus"):
            stage.app.screen.key_line.clear()
            await stage.app.press(key)
            assert stage.app.notice == f"! {WHY}", key
            assert isinstance(stage.app.app.screen, LiveScreen)
            assert not stage.app.screen.query_one(LineEntry).is_open
            assert not stage.app.screen.query_one(VoiceLine).is_open
        assert len(log(home)) == count


async def test_only_what_works_is_offered(home: Path) -> None:
    """In the key line and on the page: no key that is refused is named."""
    for keys in ((), ("space",), ("n",), ("n", "n", "n", "n", "n")):
        async with looked_at(home, *keys) as stage:
            stage.app.screen.key_line.clear()
            told = stage.app.keys_told
            for word in ("text", "show notes", "words", "cover", "copy for room", "zoom", "leave"):
                assert word in told, word
            for word in ("next", "pause", "go on", "capture", "park", "minute", "mark"):
                assert word not in told, word
            page = stage.app.panels()
            for hint in (
                "goes on",
                "starts the clock",
                "n ends",
                "when you have asked",
                "recovers",
            ):
                assert hint not in page, (keys, hint)


@pytest.mark.parametrize("size", SMALLEST)
async def test_why_nothing_works_fits_into_the_smallest_window(
    home: Path, size: tuple[int, int]
) -> None:
    """It is said once, in the foot: what to say and who speaks keep their place."""
    async with looked_at(home, size=size) as stage:
        assert WHY in stage.app.keys_told and stage.app.text().count("Another copy") == 1
        assert "read only" in stage.app.panel("head") and "Who" in stage.app.panel("guide")


async def test_it_goes_on_as_its_host_goes_on(home: Path) -> None:
    """The step, the cover that lies over it and what is copied for the room: never stale ones."""
    async with looked_at(home) as stage:
        screen = on_top(stage)
        await stage.hosted.do(moves.forward)
        await look(screen)
        await stage.app.settle()
        assert "work/pairs" in stage.app.panel("where")
        assert stage.app.notice == f"! {WHY}"
        await stage.app.press("x")
        await stage.hosted.do(moves.forward)
        await stage.hosted.do(moves.pause_or_resume)
        await look(screen)
        await stage.app.press("n")
        assert "paused" in stage.app.text() and "work/pairs" in stage.app.text()
        await stage.app.press("x")
        await stage.hosted.do(moves.end)
        await look(screen)
        await stage.app.settle()
        assert "■ ended" in stage.app.panel("head") and not stage.app.notice
        assert "debrief now" in stage.app.keys_told


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_host_that_is_gone_is_told_and_r_hosts_it_here(
    home: Path, size: tuple[int, int]
) -> None:
    """In place of the state, and for how long, with the figures soft; the key is offered."""
    async with looked_at(home, size=size) as stage:
        screen = on_top(stage)
        await stage.app.press("R")
        assert on_top(stage) is screen and stage.app.notice == f"! {WHY}"
        await stage.hosted.leave()
        await look(screen)
        await stage.app.settle()
        assert "◌ host gone 0:00" in stage.app.text() and "● live" not in stage.app.text()
        assert "R host it here" in stage.app.keys_told
        await stage.app.press("m")
        assert stage.app.notice == "! Nobody hosts it now: R goes on with it here"
        await stage.app.press("R")
        assert on_top(stage) is not screen and not on_top(stage).hosted.read_only
        assert "● live" in stage.app.text()


async def test_a_session_that_was_deleted_is_told_at_once(home: Path) -> None:
    """On the page, in the foot, and in the room's view; nothing offers to host it."""
    async with looked_at(home) as stage:
        screen = on_top(stage)
        shutil.rmtree(home / "sessions")
        await look(screen)
        await stage.app.settle()
        assert "◌ session deleted" in stage.app.text() and DELETED in stage.app.notice
        await stage.app.press("x")
        assert "session deleted" in stage.app.text()


async def test_a_session_that_is_back_again_is_told_as_before(home: Path) -> None:
    """Who hosts it stands where it was told that it was gone."""
    async with looked_at(home) as stage:
        screen = on_top(stage)
        away = (home / "sessions").rename(home / "away")
        await look(screen)
        assert DELETED in stage.app.notice
        away.rename(home / "sessions")
        await look(screen)
        await stage.app.settle()
        assert stage.app.notice == f"! {WHY}"


@pytest.mark.parametrize(
    ("key", "seen"), [("t", "Welcome to all"), ("k", "hides"), ("x", "SAFE TO"), ("h", "Words")]
)
async def test_what_only_shows_something_works(home: Path, key: str, seen: str) -> None:
    """The script, what was kept, the cover, the words for a moment."""
    async with looked_at(home) as stage:
        await stage.app.press(key)
        assert seen in stage.app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_stretch_without_the_program_is_told_on_coming_back(
    home: Path, size: tuple[int, int]
) -> None:
    """Once, and short enough for the smallest window; a moment away is not worth a word."""
    async with hosted(home, size) as stage:
        for minutes, told in ((0.2, ""), (25, "25 min without the program, counted"), (0.2, "")):
            await stage.hosted.leave()
            stage.clock.at += timedelta(minutes=minutes)
            await stage.app.show(await stage.app.opening.resumed(stage.hosted.session))
            assert stage.app.notice == told and told in stage.app.keys_told
            stage.hosted = stage.app.app.screen.hosted  # type: ignore[attr-defined]


async def test_a_half_typed_line_is_told_with_it(home: Path) -> None:
    """What can be gone on with comes first; both fit in eighty columns."""
    async with hosted(home, (80, 24)) as stage:
        await stage.app.press("c", "a", "escape")
        await stage.hosted.leave()
        stage.clock.at += timedelta(minutes=25)
        await stage.app.show(await stage.app.opening.resumed(stage.hosted.session))
        told = "Half typed: capture (c). 25 min without the program, counted"
        assert stage.app.notice == told and told in stage.app.keys_told


async def test_a_log_that_was_removed_is_told_with_what_to_do_first(home: Path) -> None:
    """The path comes last, where it may be cut."""
    async with hosted(home, (60, 16)) as stage:
        max(home.glob("sessions/*/events.jsonl")).unlink()
        await stage.app.press("m")
        told = "! leave the session and open it again: its log was changed or removed"
        assert stage.app.notice.startswith(told)
        assert all(word in stage.app.keys_told for word in told.split())


async def test_help_and_palette_offer_only_what_works(home: Path) -> None:
    """As the key line does; a host is offered everything."""
    async with looked_at(home) as stage:
        screen = stage.app.screen
        offered = {each.id for each in screen.all_commands() if screen.works(each)}
        assert offered == {each.id for each in LIVE_LOOKED_AT}
        assert all(map(stage.screen.works, LIVE)) is (stage.screen is not screen)
        await stage.app.press("question_mark")
        told = stage.app.panels()
        assert "Cover this screen" in told and "Call on a norm" not in told
        await stage.app.press("escape")
        await stage.app.press("ctrl+p")
        titles = [str(each.prompt) for each in stage.app.app.screen.query_one(OptionList).options]
        assert any("Cover this screen" in each for each in titles)
        assert not any("Call on a norm" in each for each in titles)
