"""Live: what is said on coming to a session, and one that another copy hosts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.opening import Opening
from facilitui.screens.live import LiveScreen
from facilitui.storage.paths import Home
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.voice_line import VoiceLine
from tests.ui.driving import SIZES
from tests.ui.hosting import AT, Stage, hosted, log

WHY = "open in another copy of facilitui: close it there first"


@asynccontextmanager
async def looked_at(
    home: Path, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Stage]:
    """A session as a second copy shows it, after the host pressed these keys."""
    async with hosted(home, size) as stage:
        await stage.app.press(*keys)
        other = Wiring(Home(home), clock=SimulatedClock(AT))
        try:
            await stage.app.show(await Opening(other).resumed(stage.hosted.session))
            yield stage
        finally:
            other.close()


async def test_what_would_change_it_says_at_once_why_not(home: Path) -> None:
    """In one sentence, the reason first; nothing is asked, nothing is typed, nothing is written."""
    async with looked_at(home) as stage:
        count = len(log(home))
        for key in (*"nbwmcpovruliLjSeX", "space", "plus", "minus"):
            stage.app.screen.key_line.clear()
            await stage.app.press(key)
            assert stage.app.notice.startswith(f"! {WHY} (process "), key
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


@pytest.mark.parametrize("size", SIZES)
async def test_why_nothing_works_fits_at_every_size(home: Path, size: tuple[int, int]) -> None:
    """The reason first, then who hosts it."""
    async with looked_at(home, size=size) as stage:
        assert "open in another copy of facilitui: close" in stage.app.keys_told


@pytest.mark.parametrize(
    ("key", "seen"), [("t", "Welcome to all"), ("k", "hides"), ("x", "SAFE TO"), ("h", "Words")]
)
async def test_what_only_shows_something_works(home: Path, key: str, seen: str) -> None:
    """The script, what was kept, the cover, the words for a moment."""
    async with looked_at(home) as stage:
        await stage.app.press(key)
        assert seen in stage.app.text()


@pytest.mark.parametrize("size", SIZES)
async def test_a_stretch_without_the_program_is_told_on_coming_back(
    home: Path, size: tuple[int, int]
) -> None:
    """Once, and short enough for every size; a moment away is not worth a word."""
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
        told = "Half typed: a capture (c). 25 min without the program, counted"
        assert stage.app.notice == told and told in stage.app.keys_told


async def test_a_log_that_was_removed_is_told_with_the_reason_first(home: Path) -> None:
    """The path comes last, where it may be cut."""
    async with hosted(home, (60, 16)) as stage:
        max(home.glob("sessions/*/events.jsonl")).unlink()
        await stage.app.press("m")
        assert stage.app.notice.startswith("! its log was changed or removed: nothing is added")
        assert "its log was changed or removed" in stage.app.keys_told
