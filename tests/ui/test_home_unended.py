"""Home: every session that lies open is named, and one that nobody ended is asked about."""

from __future__ import annotations

import os
import platform
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.overview import FORGOTTEN_AFTER, Overview
from facilitui.core.sessions import moves
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.home_filled import NOW, put, run
from tests.ui.hosting import kinds

LATER = NOW + timedelta(days=1)


async def left(wiring: Wiring, title: str = "Study of work") -> str:
    """A session of an hour, begun at nine, that nobody ended; its host was there for a minute."""
    await put(wiring, "work", good_plan(title=title, start=NOW.replace(tzinfo=None), zone=""))
    session = await run(wiring, "work", end=False)
    alive = (NOW + timedelta(minutes=1)).timestamp()
    os.utime(wiring.home.sessions / session / "events.jsonl", (alive, alive))
    return session


def hosted_by_another(wiring: Wiring, session: str) -> None:
    """A program that runs says that it hosts a session."""
    host = wiring.home.sessions / session / "host"
    host.write_text(f"{os.getppid()}\n{platform.node()}\n")


async def test_each_is_named_with_where_it_stands(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """The newest first, above everything else: beginning, step, planned end, host."""
    first = await left(wiring)
    hosted_by_another(wiring, first)
    clock.at += timedelta(minutes=10)
    second = await run(wiring, "work", end=False)
    bare = await run(wiring, "work", end=True)
    async with driven(home, clock=clock) as app:
        found = app.row_list("rows").keys
        assert found[:3] == (f"session {second}", f"session {first}", f"debrief {bare}")
        lines = app.rows("rows", 76).splitlines()
        assert lines[0] == "To finish" and "To debrief" in lines
        assert [line.split() for line in lines[1:5:2]] == [
            ["Today", began, "Study", "of", "work", "at", "step", "1", "of", "4"]
            for began in ("09:10", "09:00")
        ]
        assert [line.strip() for line in lines[2:5:2]] == [
            "nobody hosts it · planned end 10:00",
            "another copy hosts it · planned end 10:00",
        ]


@pytest.mark.parametrize("size", SMALLEST)
async def test_one_that_nobody_ended_says_so(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """With a glyph and in words, in little room, from an hour past its planned end on."""
    await left(wiring, HOSTILE)
    clock.at = NOW + timedelta(hours=1) + FORGOTTEN_AFTER
    async with driven(home, size, clock=clock) as app:
        assert "nobody hosts it · planned end 10:00" in app.text()
        assert isinstance(app.screen, HomeScreen)
        for days, told in ((0, "10:00"), (1, "10:00 yesterday"), (2, "10:00 on Wed 25 Nov")):
            clock.at = NOW + timedelta(days=days, hours=3)
            app.screen.show_overview()
            await app.settle()
            assert f"! nobody ended it: planned end {told} " in app.text()


@pytest.mark.parametrize("key", ["enter", "r"])
async def test_within_its_time_it_is_gone_on_with_at_once(
    home: Path, clock: SimulatedClock, wiring: Wiring, key: str
) -> None:
    """Once nobody ended it for long, either key asks."""
    await left(wiring)
    clock.at = NOW + timedelta(minutes=90)
    async with driven(home, clock=clock) as app:
        await app.press(key)
        assert isinstance(app.screen, LiveScreen) and app.screen.hosted.state.running
        await app.press("escape")
        clock.at = LATER
        await app.press(key)
        assert isinstance(app.app.screen, NumberedDialog)


@pytest.mark.parametrize("keys", [("escape",), ("3",)])
async def test_one_that_nobody_ended_can_be_left_as_it_is(
    home: Path, clock: SimulatedClock, wiring: Wiring, keys: tuple[str, ...]
) -> None:
    """The dialog says what ending means; leaving it writes nothing."""
    await left(wiring, HOSTILE)
    clock.at = LATER
    async with driven(home, (60, 16), clock=clock) as app:
        written = kinds(home)
        await app.press("enter")
        assert isinstance(app.app.screen, NumberedDialog)
        assert "2  End it for good, as it was left" in app.text()
        await app.press("down")
        told = " ".join(app.panel("note").split())
        assert "was last there does not count" in told and "cannot be taken back" in told
        await app.press(*keys)
        assert isinstance(app.screen, HomeScreen) and kinds(home) == written


@pytest.mark.parametrize("size", SMALLEST)
async def test_of_a_paused_one_it_is_told_that_its_clock_stood_still(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """What going on means is said before it is chosen, and it is what happens."""
    session = await left(wiring)
    hosted = await wiring.hosting.resume(session)
    await hosted.do(moves.pause_or_resume)
    await hosted.leave()
    clock.at = NOW + timedelta(hours=3)
    async with driven(home, size, clock=clock) as app:
        await app.press("enter")
        told = " ".join(app.panel("note").split())
        assert "still paused, 0 s into step 1" in told and "count as a gap" in told
        await app.press("1")
        assert isinstance(app.screen, LiveScreen) and app.screen.hosted.state.paused


async def test_one_that_nobody_ended_can_be_gone_on_with(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Its clock has run on, and the time away is marked."""
    await left(wiring)
    clock.at = LATER
    async with driven(home, clock=clock) as app:
        await app.press("enter", "1")
        assert isinstance(app.screen, LiveScreen)
        assert [gap.counts for gap in app.screen.hosted.state.gaps] == [True]


async def test_ended_where_it_was_left_it_is_debriefed_like_any_other(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Ended then, not now: the debrief's minutes are those that somebody was there."""
    await left(wiring)
    clock.at = LATER
    async with driven(home, (120, 40), clock=clock) as app:
        await app.press("enter", "2")
        assert isinstance(app.screen, LiveScreen) and "debrief now" in app.keys_told
        assert "Ended 09:01" in app.panels() and "09:00" not in app.panel("head")
        assert "ended 59 min early" in app.panels()
        await app.press("d")
        assert isinstance(app.screen, DebriefScreen)
        assert "09:00 to 09:01" in app.panel("head")
        assert "Started on time, ended 59 min early" in app.panels()
        await app.press("escape")
        await app.press("escape")
        assert "To finish" not in app.text() and "no debrief yet" in app.text()


async def test_one_that_another_copy_hosts_is_only_looked_at(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """However late: nobody here can end it, by no key."""
    session = await left(wiring)
    hosted = await wiring.hosting.resume(session)
    hosted_by_another(wiring, session)
    clock.at = LATER
    async with driven(home, clock=clock) as app:
        assert "another copy hosts it · planned end 10:00 yesterday" in app.text()
        await app.press("enter")
        assert isinstance(app.screen, LiveScreen) and "read only" in app.panels()
        assert not app.sent(m.UnendedRequested)
    await hosted.leave()


async def test_one_that_another_copy_took_up_meanwhile_is_not_ended(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """That is said, and nothing is written."""
    session = await left(wiring)
    clock.at = LATER
    async with driven(home, clock=clock) as app:
        await app.press("enter")
        hosted = await wiring.hosting.resume(session)
        written = kinds(home)
        await app.press("2")
        assert "Another copy hosts it" in app.notice and kinds(home) == written
        assert isinstance(app.screen, HomeScreen)
        await hosted.leave()


async def test_a_key_waits_for_what_it_is_meant_for(
    home: Path, clock: SimulatedClock, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter that is quicker than the first list opens what that list marks."""
    await left(wiring)
    pressed, read = Event(), Wiring.read_overview

    def slowly(wiring: Wiring) -> Overview:
        assert pressed.wait(5)
        return read(wiring)

    monkeypatch.setattr(Wiring, "read_overview", slowly)
    async with driven(home, mode="library", clock=clock) as app:
        await app.app.switch_mode("home")
        await app.pilot.press("enter")
        assert isinstance(app.screen, HomeScreen) and not app.screen.ready
        pressed.set()
        await app.settle()
        assert isinstance(app.screen, LiveScreen)


async def test_a_home_that_cannot_be_read_takes_keys_all_the_same(
    home: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing will come that they could wait for."""

    def broken(wiring: Wiring) -> Overview:
        raise ZeroDivisionError

    monkeypatch.setattr(Wiring, "read_overview", broken)
    async with driven(home, clock=clock) as app:
        assert "Home cannot be read: ZeroDivisionError" in app.notice
        await app.press("l")
        assert app.app.current_mode == "library"
