"""One key covers everything private with what the room may see, and the agenda still moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from facilitui.screens.live import LiveScreen
from facilitui.screens.live.cover import CoverScreen
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.room_page import SAFE
from tests.ui.driving import HOSTILE, SIZES
from tests.ui.hosting import TITLE, Stage, hosted, kinds
from tests.ui.test_live_coming import microlab

PRIVATE = ("PRIVATE", "Welcome to all of you", "Breathe", "secret", "here", "MARKS", "now ends")


def private_words(stage: Stage) -> list[str]:
    """What of the host's stands on the screen."""
    return [word for word in PRIVATE if word in stage.app.text()]


def titles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal is called, one after the other."""
    found: list[str] = []
    for module in ("cover", "screen"):
        monkeypatch.setattr(
            f"facilitui.screens.live.{module}.set_title", lambda app, title: found.append(title)
        )
    return found


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_cover_hides_all_that_is_private(home: Path, size: tuple[int, int]) -> None:
    """What was said, marked and typed is gone at once; the room's own page is there."""
    async with hosted(home, size) as stage:
        await stage.app.press("m", "c")
        await stage.app.put("secret")
        await stage.app.press("enter", "k")
        if size[0] < 80:
            await stage.app.press("escape")  # the page that showed them
        await stage.app.press("x")
        shown = stage.app.text()
        assert SAFE in shown and "open" in shown and TITLE in shown
        # "here" is the room's own word on a wide outline
        assert [word for word in private_words(stage) if word != "here"] == []
        await stage.app.press("x")
        assert isinstance(stage.app.app.screen, LiveScreen)
        assert "PRIVATE" in stage.app.text()


@pytest.mark.parametrize("key", ["x", "f8", "escape"])
async def test_the_terminals_title_follows(
    home: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says SAFE TO SHARE while covered, and PRIVATE again after."""
    told = titles(monkeypatch)
    async with hosted(home) as stage:
        await stage.app.press("x")
        await stage.app.press(key)
        assert told == [f"PRIVATE · {TITLE}", f"{SAFE} · {TITLE}", f"PRIVATE · {TITLE}"]


async def test_the_agenda_moves_under_the_cover(home: Path) -> None:
    """Next, back and pause do what they do; other keys do nothing at all."""
    async with hosted(home) as stage:
        await stage.app.press("x", "n")
        assert "work/pairs" in stage.app.text() and "about to begin" in stage.app.text()
        await stage.app.press("pagedown", "space")
        assert "paused" in stage.app.text()
        await stage.app.press("pageup")
        assert stage.state.now is not None and stage.state.now.part.id == "open"
        before = kinds(home)
        for key in ("m", "c", "w", "u", "e", "t", "k", "question_mark", "o", "l", "L", "r"):
            await stage.app.press(key)
            assert isinstance(stage.app.app.screen, CoverScreen), key
        assert kinds(home) == before


async def test_the_end_is_never_asked_about_before_the_room(home: Path) -> None:
    """After the last step `n` waits until the host's own screen is there again."""
    async with hosted(home) as stage:
        await stage.app.press("x", *["n"] * 8)
        assert stage.state.finished and stage.state.running
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert "last step" in stage.app.text()


async def test_a_half_typed_line_is_kept_unseen(home: Path) -> None:
    """f8 covers while a line is typed; what was typed is there again, and goes on."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("secret")
        await stage.app.press("f8")
        assert private_words(stage) in ([], ["here"])
        await stage.app.press("f8")
        entry = stage.screen.query_one(LineEntry)
        assert (entry.is_open, entry.text) == (True, "secret")
        await stage.app.write(" thought")
        await stage.app.press("enter")
        assert [note.text for note in stage.state.notes] == ["secret thought"]


@pytest.mark.parametrize("key", ["f8", "escape"])
async def test_a_line_goes_on_under_the_cover(home: Path, key: str) -> None:
    """Its letters are letters and no keys, and none of it is seen; the agenda's own keys move."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("secre")
        await stage.app.press("f8")
        before = stage.app.text()
        await stage.app.write("tx b n")
        await stage.app.press("left", "left", "delete", "end", "tab", "f1", "ctrl+g")
        stage.app.app.post_message(Paste("x\ny"))
        await stage.app.settle()
        assert stage.app.text() == before and isinstance(stage.app.app.screen, CoverScreen)
        assert stage.state.current == 0 and not stage.state.paused
        await stage.app.press("pagedown", "pagedown", "pageup")
        assert stage.state.current == 0 and private_words(stage) in ([], ["here"])
        await stage.app.press(key)
        entry = stage.screen.query_one(LineEntry)
        assert isinstance(stage.app.app.screen, LiveScreen) and entry.is_open
        assert entry.text == "secretx bnx y"
        await stage.app.write("!")
        await stage.app.press("enter")
        assert [note.text for note in stage.state.notes] == ["secretx bnx y!"]


@pytest.mark.parametrize("key", ["r", "h", "j", "o", "t", "e", "question_mark", "f1", "ctrl+p"])
async def test_it_covers_whatever_lies_over_it(
    home: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dialogs, help and palette: nothing of them is seen, and they are there again as they were."""
    names = titles(monkeypatch)
    async with hosted(home) as stage:
        await stage.app.press(key)
        over = stage.app.app.screen
        assert over is not stage.screen
        await stage.app.press("f8")
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert SAFE in stage.app.text() and private_words(stage) in ([], ["here"])
        before = kinds(home)
        await stage.app.press("u", "down", "enter", "w", "f1")
        assert kinds(home) == before and isinstance(stage.app.app.screen, CoverScreen)
        await stage.app.press("n", "f8")
        assert kinds(home) != before, "the agenda still moves"
        assert stage.app.app.screen is over
        assert names[-2:] == [f"{SAFE} · {TITLE}", f"PRIVATE · {TITLE}"]


async def test_a_line_under_a_dialog_gets_no_key_of_the_cover(home: Path) -> None:
    """The keys went to the palette, and so none of them is a letter of the line."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("half")
        await stage.app.press("ctrl+p", "f8", "n", "space", "m")
        stage.app.app.post_message(Paste("pasted"))
        await stage.app.press("f8")
        await stage.app.press("escape")
        assert stage.screen.query_one(LineEntry).text == "half"
        assert stage.state.current == 1


async def test_on_a_screen_of_its_own_the_key_is_its_own(home: Path) -> None:
    """A debrief over the session that has ended sets its date with it."""
    async with hosted(home) as stage:
        await stage.app.press("e", "enter", "d", "f8")
        assert not isinstance(stage.app.app.screen, CoverScreen)
        assert "By when?" in stage.app.text()


async def test_enter_under_the_cover_is_done_with_the_line(home: Path) -> None:
    """It is captured unseen, and the keys are the cover's again."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.press("f8", "o", "k", "enter")
        assert [note.text for note in stage.state.notes] == ["ok"]
        assert isinstance(stage.app.app.screen, CoverScreen)
        await stage.app.press("space")
        assert stage.state.paused


async def test_nothing_of_the_hosts_is_asked_over_the_cover(home: Path) -> None:
    """Who is here can be told unseen; the agenda that this makes is offered on the host's own."""
    async with microlab(home) as stage:
        await stage.app.press("l", "f8", "1", "8", "enter")
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert stage.hosted.ready is not None and stage.hosted.ready.attendance == 18
        await stage.app.press("x")
        assert stage.app.notice == "18 here; l offers the agenda for so many"


async def test_the_covers_clock_runs(home: Path) -> None:
    """It shows what is left by the second, and says time quietly at the end."""
    async with hosted(home) as stage:
        await stage.app.press("x")
        stage.clock.at = stage.clock.at.replace(minute=39, second=59)
        await stage.app.app.screen._draw()  # type: ignore[attr-defined]
        assert "left of 10 min" in stage.app.panels()
        stage.clock.at = stage.clock.at.replace(minute=41)
        await stage.app.app.screen._draw()  # type: ignore[attr-defined]
        text = stage.app.panels()
        assert "time" in text and "OVER" not in text and "left of" not in text


async def test_before_the_start_the_cover_welcomes(home: Path) -> None:
    """Welcome, purpose and when it begins; n begins and shows the first step."""
    async with hosted(home, begin=False) as stage:
        await stage.app.press("x")
        text = stage.app.text()
        assert "Welcome" in text and "See what the work shows." in text and "we begin" in text
        await stage.app.press("n")
        assert stage.state.running and "left of 10 min" in stage.app.text()


async def test_the_cover_keeps_to_any_window(home: Path) -> None:
    """A window that changes under it is filled anew, however small."""
    async with hosted(home, (80, 24), title=HOSTILE) as stage:
        await stage.app.press("x")
        for size in ((160, 50), (60, 16), (20, 5), (120, 40)):
            await stage.app.pilot.resize_terminal(*size)
            await stage.app.settle()
            assert isinstance(stage.app.app.screen, CoverScreen)
            assert len(stage.app.text().split("\n")) == size[1]


async def test_what_is_copied_is_told(home: Path) -> None:
    """The clipboard gets the step for the room, and the host reads what it got."""
    async with hosted(home) as stage:
        await stage.app.press("y")
        assert stage.app.app.clipboard == "open · 10 min · until 15:40"
        assert "if your terminal allows it" in stage.app.notice
        assert "open · 10 min · until 15:40" in stage.app.notice


async def test_a_hostile_title_is_copied_as_text(home: Path) -> None:
    """No control of a terminal and no half character gets into the clipboard."""
    async with hosted(home, title=f"{HOSTILE}\ud800", begin=False) as stage:
        await stage.app.press("y")
        assert "\x1b" not in stage.app.app.clipboard and "\ud800" not in stage.app.app.clipboard
        assert "[x]" in stage.app.app.clipboard
