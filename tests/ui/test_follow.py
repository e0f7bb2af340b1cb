"""On a second terminal: the session as it runs, read only, and the room's view of it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from facilitui.app.application import FacilituiApp
from facilitui.bootstrap import Wiring
from facilitui.core.sessions import moves
from facilitui.demo import SimulatedClock
from facilitui.opening.screens import Opening
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.follow import FollowScreen, RoomScreen
from facilitui.screens.follow import watching as watching_module
from facilitui.screens.home import HomeScreen
from facilitui.services.sessions.following import LIST_SECONDS
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.paths import Home
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, SIZES, driven
from tests.ui.hosting import TITLE, Stage, hosted, kinds

ANOTHER = good_plan(title="Another one", zone="")
LISTED_AGAIN = timedelta(seconds=LIST_SECONDS)
"""So long after the list of sessions was asked it is asked again."""


@pytest.fixture(autouse=True)
def _looks_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests say when to look."""
    monkeypatch.setattr(watching_module, "LOOK_SECONDS", 3600.0)


async def look(stage: Stage) -> str:
    """Look once, and read the screen."""
    screen: Any = stage.app.app.screen
    await screen.watching.look()
    await stage.app.settle()
    return stage.app.text()


async def follow(stage: Stage, session: str = "") -> str:
    """Begin to follow, over the host's own screen, which is another process in real life."""
    await stage.app.show(stage.app.opening.follow(session))
    return await look(stage)


async def show_room(stage: Stage) -> str:
    """Begin to show the room's view."""
    await stage.app.show(stage.app.opening.room())
    return await look(stage)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_a_follower_sees_the_step_and_no_secret(home: Path, size: tuple[int, int]) -> None:
    """Where we are, what to say and when it ends; no capture, no note for the host, no PRIVATE."""
    async with hosted(home, size) as stage:
        await stage.hosted.do(moves.capture("secret"))
        text = await follow(stage)
        assert size[0] < 80 or "Welcome to all of you" in text
        for told in ("FOLLOWING · read only", "open", "left of 10 min", "work/pairs", "ends 15:50"):
            assert told in text, told
        for secret in ("PRIVATE", "secret", "Breathe", "shows what they say"):
            assert secret not in text, secret


async def test_each_key_of_the_host_shows(home: Path) -> None:
    """Next, pause, minutes: what the log holds is what the follower reads."""
    async with hosted(home) as stage:
        await follow(stage)
        await stage.hosted.do(moves.forward)
        text = await look(stage)
        assert "DIRECTIONS" in text and "n starts the clock" not in text
        await stage.hosted.do(moves.forward)
        await stage.hosted.do(moves.pause_or_resume)
        text = await look(stage)
        assert "PAUSED" in text and "space goes on" not in text


async def test_a_follower_can_change_nothing(home: Path) -> None:
    """The host's keys do nothing here."""
    async with hosted(home) as stage:
        await follow(stage)
        before = kinds(home)
        await stage.app.press("n", "b", "space", "m", "w", "plus", "u", "pagedown", "e", "k", "c")
        assert kinds(home) == before
        assert isinstance(stage.app.app.screen, FollowScreen)


async def test_the_text_the_zoom_and_the_keys(home: Path) -> None:
    """t reads all of the step, z leaves the clock, ? tells the few keys there are."""
    async with hosted(home) as stage:
        await follow(stage)
        await stage.app.press("t")
        assert "Welcome to all of you" in stage.app.panels()
        await stage.app.press("escape")
        await stage.app.press("z")
        assert "Welcome to all of you" not in stage.app.text()
        assert "left of 10 min" in stage.app.text()
        await stage.app.press("question_mark")
        assert "Stop following" in stage.app.text()


async def test_x_shows_the_room_and_back(home: Path) -> None:
    """The room's view over the follower's, of the same moment."""
    async with hosted(home) as stage:
        await follow(stage)
        await stage.app.press("x")
        text = await look(stage)
        assert "SAFE TO SHARE" in text and "FOLLOWING" not in text and "Welcome to" not in text
        await stage.hosted.do(moves.forward)
        assert "work/pairs" in await look(stage)
        await stage.app.press("x")
        assert "FOLLOWING" in stage.app.text() and "DIRECTIONS" in stage.app.text()


async def test_the_room_counts_down_and_says_time(home: Path) -> None:
    """Without a colour, a sign or a second too much."""
    async with hosted(home) as stage:
        assert "left of 10 min" in await show_room(stage)
        stage.clock.at += timedelta(minutes=10)
        text = await look(stage)
        assert "time" in text and "OVER" not in text and "PRIVATE" not in text


@pytest.mark.parametrize("show", [follow, show_room])
async def test_a_host_that_left_is_missed(home: Path, show: Any) -> None:
    """At once and for how long; when somebody goes on, that stands there no more."""
    async with hosted(home) as stage:
        assert "host gone" not in await show(stage)
        await stage.hosted.leave()
        assert "host gone 0:00" in await look(stage)
        stage.clock.at += timedelta(seconds=75)
        assert "host gone 1:15" in await look(stage)
        again = await stage.app.wiring.hosting.resume(stage.hosted.session)
        assert "host gone" not in await look(stage)
        await again.leave()


async def test_nothing_runs_yet(home: Path) -> None:
    """Both screens wait, say so, and show the next session as soon as it begins."""
    async with hosted(home, begin=False) as stage:
        assert "No session is running yet." in await follow(stage)
        await stage.hosted.begin()
        stage.clock.at += LISTED_AGAIN
        assert "left of 10 min" in await look(stage)
    async with driven(home / "other") as app:
        await app.show(app.opening.room())
        assert "we begin soon" in app.text()


@asynccontextmanager
async def asked_which(home: Path) -> AsyncIterator[tuple[Stage, HostedSession]]:
    """Two sessions lie open, and who follows is asked which; the second is the other one."""
    async with hosted(home) as stage:
        other = await stage.app.wiring.hosting.prepare(ANOTHER, "other")
        await other.begin()
        await stage.app.show(stage.app.opening.follow())
        assert isinstance(stage.app.app.screen, ChooseDialog)
        yield stage, other
        await other.leave()


async def test_of_several_sessions_one_is_chosen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who follows says which; when each began is told by the clock on the wall."""
    monkeypatch.setattr(
        SimulatedClock, "zone", lambda clock, name: UTC if name else timezone(timedelta(hours=2))
    )
    async with asked_which(home) as (stage, _):
        rows = stage.app.text()
        assert TITLE in rows and "Another one" in rows and "since Wed 25 Nov 17:30" in rows
        await stage.app.press("enter")
        assert "left of" in await look(stage)


@pytest.mark.parametrize("other_ends", [False, True])
async def test_choosing_none_ends_it_unless_one_alone_is_left(
    home: Path, other_ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is asked may be settled by the other host meanwhile; then the one left is followed."""
    exits: list[bool] = []
    async with asked_which(home) as (stage, other):
        monkeypatch.setattr(stage.app.app, "exit", lambda: exits.append(True))
        following = stage.app.app.screen_stack[-2]
        assert isinstance(following, FollowScreen)
        if other_ends:
            await other.do(moves.end)
        stage.clock.at += LISTED_AGAIN
        await following.watching.look()
        await stage.app.press("escape")
        assert (bool(exits), following.followed.begun) == (not other_ends, other_ends)


@pytest.mark.parametrize("size", [(160, 50), (60, 16), (20, 4)])
async def test_hostile_words_stay_words(home: Path, size: tuple[int, int]) -> None:
    """Titles and texts that look like markup or controls are read, in any window."""
    async with hosted(home, size, title=HOSTILE) as stage:
        await follow(stage)
        await stage.app.press("x")
        text = await look(stage)
        assert "\x1b" not in text and "\x07" not in text
        assert "SAFE TO SHARE"[: size[0] - 6] in text


async def test_a_damaged_log_is_told_and_looked_at(home: Path) -> None:
    """What is proved is shown, with the sentence that says what is wrong."""
    async with hosted(home) as stage:
        await follow(stage)
        (log,) = home.glob("sessions/*/events.jsonl")
        log.write_bytes(log.read_bytes() + b"{}\n")
        text = await look(stage)
        assert "left of 10 min" in text and "cannot be read" in stage.app.notice


@pytest.mark.parametrize("show", [follow, show_room])
async def test_a_session_that_was_deleted_is_told_at_once(home: Path, show: Any) -> None:
    """In place of the state, and in the corner of the room's view; the clock stands."""
    async with hosted(home) as stage:
        assert "10" in await show(stage)
        shutil.rmtree(home / "sessions")
        text = await look(stage)
        assert "session deleted" in text and "● live" not in text and "host gone" not in text
        stage.clock.at += timedelta(minutes=5)
        assert await look(stage) == text


@pytest.mark.parametrize("name", ["follow", "room"])
async def test_without_home_below_leaving_ends_the_program(home: Path, name: str) -> None:
    """As its own program there is no Home that the room could ever see."""
    wiring = Wiring(Home(home))
    opening = Opening(wiring)
    app = FacilituiApp(opening, None, getattr(opening, name))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FollowScreen | RoomScreen)
        assert not any(isinstance(screen, HomeScreen) for screen in app.screen_stack)
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_code == 0
    wiring.close()
