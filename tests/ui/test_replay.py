"""Replay: a session's timeline by keyboard, Live as it stood, nothing private until asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitui.commands.live import LIVE
from facilitui.core.sessions.replay_words import Key
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.replay import ReplayScreen
from facilitui.widgets.agenda_rows import agenda_rows
from facilitui.widgets.digits import big_width
from facilitui.widgets.replay_view import stands_at
from tests.core.making import part
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, SMALLEST, Driven
from tests.ui.replaying import ENDED_AT, LENGTH, SECRET, replayed
from tests.ui.test_live_drawing import LONGEST, begun, view_of


def elapsed(app: Driven) -> float:
    """Which second of the session is shown."""
    assert isinstance(app.screen, ReplayScreen)
    return app.screen.view().elapsed


def marked(app: Driven) -> str:
    """The row that is marked, as it is read."""
    rows = app.row_list("timeline")
    row = next(row for row in rows.rows if row.key == rows.marked)
    return " ".join(" ".join(line.plain for line in row.draw(200, True)).split())


@pytest.mark.parametrize("size", SIZES[:2])
async def test_it_opens_at_the_beginning_and_says_what_it_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """At every size the timeline is there, and REPLAY with the moment in place of PRIVATE."""
    async with replayed(tmp_path, size) as app:
        assert isinstance(app.screen, ReplayScreen)
        when = " 15:30" if size[0] >= 80 else ""
        assert f"REPLAY{when} · 0:00 of {LENGTH}" in app.text()
        assert "PRIVATE" not in app.text()
        assert "The session begins" in app.text()
        assert marked(app).endswith("n") and "escape leave" in app.text()


async def test_nothing_of_what_is_long_over_is_told_as_if_it_were_now(tmp_path: Path) -> None:
    """No "live", and an end that was expected then; the title stands wherever there is room."""
    async with replayed(tmp_path, title="Data talk") as app:
        for size in SIZES:
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert "● live" not in app.text() and "now ends" not in app.text()
            assert "was to end" in app.text()
            assert "Data talk" in app.text() or size == SIZES[0]
        await app.press("end")
        assert "ended" in app.panel("head") and "was to end" not in app.panel("head")


@pytest.mark.parametrize("size", FARTHEST)
async def test_all_of_it_begins_at_one_margin_and_leaves_the_bar_air(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The heading, the search and the keys at the same column; a key never touches the bar."""
    async with replayed(tmp_path, size) as app:
        parts = [app.screen.query_one(each) for each in ("#past-head", "SearchLine", "KeyLine")]
        assert {each.content_region.x for each in parts} == {3 if size == SIZES[2] else 2}
        rows = app.screen.query_one("#timeline")
        inside = rows.scrollable_content_region
        lines = app.screen._compositor.render_strips()[inside.y : inside.bottom]
        assert {line.crop(inside.right - 1, inside.right).text for line in lines} == {" "}


async def test_beside_the_timeline_the_clock_is_large_and_no_short_name_is_cut(
    tmp_path: Path,
) -> None:
    """Room for minutes of two figures, and for the longest name that a step may have."""
    async with replayed(tmp_path) as app:
        assert app.screen.query_one("#clock").content_size.width >= big_width("12:34")
        steps = (part(f"a/{n}", 12).model_copy(update={"short": LONGEST}) for n in range(2))
        longest = view_of(begun(*steps))
        rows = agenda_rows(longest, airy=False)
        width = app.row_list("agenda").scrollable_content_region.width
        assert any(LONGEST in line.plain for row in rows for line in row.draw(width, False))


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
        assert "REPLAY 15:30" in app.panel("head")


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
        assert f"REPLAY 15:31 · 1:10 of {LENGTH}" in app.panel("head")
        await app.press("left", "left")
        assert "begins" in marked(app) and "· 0:50 of" in app.panel("head")
        await app.press("end", "right", "right")
        assert f"REPLAY {ENDED_AT} · {LENGTH} of {LENGTH}" in app.panel("head")


@pytest.mark.parametrize("size", FARTHEST)
async def test_every_ten_seconds_are_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    """To the second in the heading, beside the timeline, over it and over Live in its place."""
    async with replayed(tmp_path, size) as app:
        for key, second in (("right", 10), ("right", 20), ("enter", 20), ("right", 30)):
            await app.press(key)
            assert f"· 0:{second} of {LENGTH}" in app.text()


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


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_was_typed_is_hidden_until_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """No capture is on the screen, nor found by a search, until k; k hides it again.

    A search says that there is one, and how it is seen.
    """
    async with replayed(tmp_path, size) as app:
        await app.press("down", "down")
        assert SECRET not in app.rows("timeline") + app.panels()
        await app.press("slash")
        await app.write("only the host")
        assert app.row_list("timeline").keys == ()
        told = " ".join(app.panel("nothing").split())
        assert "1 line that was typed has “only the host” in it: enter, then k," in told
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


@pytest.mark.parametrize("size", SMALLEST)
async def test_while_one_searches_the_key_of_all_keys_is_no_letter(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """A question mark would be typed; f1 opens them."""
    async with replayed(tmp_path, size) as app:
        assert "? all keys" in app.text()
        await app.press("slash")
        assert "f1 all keys" in app.text() and "? all keys" not in app.text()
        await app.press("escape")
        assert "? all keys" in app.text()


async def test_a_search_goes_to_what_it_finds(tmp_path: Path) -> None:
    """The moment that is shown is always the one that is marked."""
    async with replayed(tmp_path) as app:
        await app.press("slash")
        await app.write("goes on")
        assert "Goes on" in marked(app)
        assert "REPLAY 15:43" in app.panel("head")
        await app.press("enter")
        await app.press("t")
        assert isinstance(app.app.screen, PageDialog)


@pytest.mark.parametrize("size", SMALLEST)
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


def test_every_key_that_a_row_names_is_one_of_lives() -> None:
    """An answer about the watched norm was another key than calling on one."""
    named = {command.id.removeprefix("live."): command.keys for command in LIVE}
    assert {key for key in Key if key} <= named.keys()
    assert named[Key.NORM_ANSWER].startswith("A")


def test_what_was_written_after_the_end_is_not_a_moment_of_the_session() -> None:
    """A release, a minute after it was over."""
    end = datetime(2026, 11, 25, 13, 30, 20, tzinfo=UTC)
    after = stands_at(4560, 4500, end + timedelta(minutes=1))
    assert after == "REPLAY 13:31 · 76:00, ended 75:00"
    assert stands_at(4500, 4500) == "REPLAY · 75:00 of 75:00"
