"""Replay: a session's timeline by keyboard, Live as it stood, nothing private until asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.commands.live import LIVE
from facilitui.core.replay_words import Key
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.replay import ReplayScreen
from tests.ui.driving import HOSTILE, SIZES, Driven
from tests.ui.replaying import ENDED_AT, SECRET, replayed


def elapsed(app: Driven) -> float:
    """Which second of the session is shown."""
    assert isinstance(app.screen, ReplayScreen)
    return app.screen.view().elapsed


def marked(app: Driven) -> str:
    """The row that is marked, as it is read."""
    rows = app.row_list("timeline")
    row = next(row for row in rows.rows if row.key == rows.marked)
    return " ".join(" ".join(line.plain for line in row.draw(200, True)).split())


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_the_beginning_and_says_what_it_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """At every size the timeline is there, and REPLAY with the moment in place of PRIVATE."""
    async with replayed(tmp_path, size) as app:
        assert isinstance(app.screen, ReplayScreen)
        assert f"REPLAY · 15:30 of {ENDED_AT}" in app.text()
        assert "PRIVATE" not in app.text()
        assert "The session begins" in app.text()
        assert marked(app).endswith("n")


async def test_the_arrows_go_through_it_and_live_stands_beside(tmp_path: Path) -> None:
    """Down goes to the next moment, with Live as it stood right then."""
    async with replayed(tmp_path) as app:
        await app.press("down", "down")
        assert "Line captured" in marked(app)
        assert elapsed(app) == 120
        assert "left of 10 min" in app.panel("clock")
        await app.press("end")
        assert "The session ends" in marked(app)
        assert "ended" in app.panel("head")
        assert "debrief now" not in app.panels()
        await app.press("home")
        assert "REPLAY · 15:30" in app.panel("head")


async def test_a_key_that_was_taken_back_is_seen_as_it_was(tmp_path: Path) -> None:
    """Its row says that it was taken back; Live beside it shows what it had done."""
    async with replayed(tmp_path) as app:
        await app.press("down", "down", "down")
        assert "↶ taken back: open done" in marked(app).replace("Open", "open")
        assert "DIRECTIONS" in app.panel("clock")
        await app.press("down")
        assert "The last key taken back" in marked(app)
        assert "DIRECTIONS" not in app.panel("clock")


async def test_ten_seconds_at_a_time(tmp_path: Path) -> None:
    """Left and right move the clock of that moment; the list marks the last thing before it."""
    async with replayed(tmp_path) as app:
        await app.press("left")
        assert "begins" in marked(app)
        await app.press(*["right"] * 7)
        assert "Moment marked" in marked(app)
        assert "REPLAY · 15:31" in app.panel("head")
        await app.press("left", "left")
        assert "begins" in marked(app)
        await app.press("end", "right", "right")
        assert f"REPLAY · {ENDED_AT} of {ENDED_AT}" in app.panel("head")


async def test_page_keys_go_from_step_to_step(tmp_path: Path) -> None:
    """PageDown finds where the next step began, PageUp where this one did, then the one before."""
    async with replayed(tmp_path) as app:
        await app.press("pagedown")
        assert "directions for work/pairs" in marked(app)
        await app.press("pagedown")
        assert "work/quiet starts" in marked(app)
        await app.press("down", "pageup")
        assert "work/quiet starts" in marked(app)
        await app.press("pageup", "pageup", "pageup")
        assert "begins" in marked(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_typed_is_hidden_until_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """No capture is on the screen, nor found by a search, until k; k hides it again."""
    async with replayed(tmp_path, size) as app:
        await app.press("down", "down")
        assert SECRET not in app.rows("timeline") + app.panels()
        await app.press("slash")
        await app.write("only the host")
        assert app.row_list("timeline").keys == ()
        assert "Nothing has “only the host” in it." in app.text()
        await app.press("escape")
        await app.press("k")
        assert SECRET in app.rows("timeline")
        await app.press("k")
        assert SECRET not in app.rows("timeline") + app.panels()


async def test_on_a_narrow_screen_live_has_a_page_for_what_was_kept(tmp_path: Path) -> None:
    """Where Live alone is shown and has no room, k opens what was kept until then."""
    async with replayed(tmp_path, (60, 16)) as app:
        await app.press("down", "down", "enter")
        assert "left of 10 min" in app.text()
        await app.press("k")
        assert isinstance(app.app.screen, PageDialog)
        assert SECRET in app.panels()


@pytest.mark.parametrize("size", SIZES[:2])
async def test_enter_shows_live_and_escape_goes_back_step_by_step(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """From Live to the timeline, from the search to all of it, and then away."""
    async with replayed(tmp_path, size, below=None) as app:
        await app.press("enter")
        assert not app.row_list("timeline").region
        await app.press("right")
        assert elapsed(app) == 10
        assert "left of 10 min" in app.text()
        await app.press("escape")
        assert app.row_list("timeline").region
        await app.press("slash")
        await app.write("paused")
        await app.press("enter")
        assert "Paused" in marked(app)
        await app.press("escape")
        assert len(app.row_list("timeline").keys) > 5
        await app.press("escape")
        assert not isinstance(app.screen, ReplayScreen)


async def test_a_search_goes_to_what_it_finds(tmp_path: Path) -> None:
    """The moment that is shown is always the one that is marked."""
    async with replayed(tmp_path) as app:
        await app.press("slash")
        await app.write("goes on")
        assert "Goes on" in marked(app)
        assert "REPLAY · 15:42" in app.panel("head")
        await app.press("enter")
        await app.press("t")
        assert isinstance(app.app.screen, PageDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_only_text(tmp_path: Path, size: tuple[int, int]) -> None:
    """A title and what was parked reach the screen as they were typed, without its controls."""
    async with replayed(tmp_path, size, title=HOSTILE) as app:
        await app.press("k", "end", "enter")
        assert "[/foo]" in app.rows("timeline")
        assert "\x1b" not in app.text()


def test_every_key_of_the_timeline_is_one_of_lives() -> None:
    """What a row calls its key is what Live calls it now."""
    names = {command.id.removeprefix("live.") for command in LIVE}
    assert {key.value for key in Key if key} <= names
