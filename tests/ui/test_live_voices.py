"""Live: voices counted by seat, with the keys that keep their meaning meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.commands import Command
from facilitui.commands.live import LIVE
from facilitui.core.sessions.voices import seat_of
from facilitui.core.vocabulary import Question
from facilitui.screens.live import LiveScreen
from facilitui.screens.live.cover import CoverScreen
from facilitui.widgets.panel import Panel
from facilitui.widgets.voice_line import VoiceLine
from tests.core.making import agenda, part
from tests.ui.driving import SIZES, SMALLEST
from tests.ui.hosting import Stage, hosted, kinds

LONG = agenda(part("open", 10, say="word " * 60, question=Question.OPEN_OPINION), part("b", 5))


@pytest.mark.parametrize("command", LIVE, ids=lambda command: command.id)
def test_a_key_that_is_kept_is_never_a_seat(command: Command) -> None:
    """Going on, pausing, minutes, waits, notes, norms, words, cover, taking back, leaving."""
    kept = {"next", "back", "pause", "more", "less", "wait", "mark", "capture", "park", "norm"}
    kept |= {"words", "voices", "undo", "notes", "cover", "leave"}
    if command.id.removeprefix("live.") in kept:
        assert not [key for key in command.keys.split(",") if seat_of(key, 0)]


async def test_what_is_counted_is_told_no_longer_than_it_is(home: Path) -> None:
    """Closed again, the keys are seen again at once; what was said of something else stays."""
    async with hosted(home) as stage:
        await stage.app.press("v")
        assert "only totals" in stage.app.notice
        await stage.app.press("v")
        assert stage.app.notice == ""
        await stage.app.press("m")
        assert stage.app.notice == "marked"
        await stage.app.press("v", "v")
        await stage.app.press("m")
        stage.screen.refresh_view()
        assert stage.app.notice == "marked"


async def test_voices_are_off_until_they_are_switched_on(home: Path) -> None:
    """Then digits are seats; other keys stay what they are; totals and who is left are shown."""
    async with hosted(home) as stage:
        await stage.app.press("1", "2")
        assert "voice_heard" not in kinds(home)
        await stage.app.press("v")
        line = stage.screen.query_one(VoiceLine)
        assert line.is_open and "only totals" in stage.app.notice
        assert stage.app.notice in stage.app.keys_told
        await stage.app.press("3", "1", "3", "m")
        assert list(stage.state.voices) == [3, 1, 3] and kinds(home)[-1] == "marked"
        told = stage.app.text()
        assert "2 of 9 heard" in told and "not yet 2 4–9" in told
        await stage.app.press("u", "u")
        assert list(stage.state.voices) == [3, 1] and "2 of 9 heard" in stage.app.text()
        await stage.app.press("n")
        assert stage.state.current == 1
        await stage.app.press("v", "5")
        assert not line.is_open and list(stage.state.voices) == [3, 1]
        await stage.app.press("v", "escape", "6")
        assert not line.is_open and list(stage.state.voices) == [3, 1]
        assert isinstance(stage.app.app.screen, LiveScreen)


async def test_a_seat_where_nobody_sits_is_told(home: Path) -> None:
    """In a sentence with how many there are; nothing is counted."""
    async with hosted(home) as stage:
        await stage.app.press("v", "0")
        assert stage.app.notice == "There is no seat 10: 9 expected."
        await stage.app.press("v", "l", "8", "enter", "v", "9")
        assert stage.app.notice == "There is no seat 9: 8 here."
        assert stage.app.notice in stage.app.keys_told and not stage.state.voices


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_key_of_every_seat_is_found_while_voices_are_counted(
    home: Path, size: tuple[int, int]
) -> None:
    """Kept keys keep their meaning, the notice names the seat, nothing of it is cut."""
    async with hosted(home, size) as stage:
        await stage.app.press("l", "2", "3", "enter")
        await stage.app.press("v", "a", "x")
        assert isinstance(stage.app.app.screen, CoverScreen)
        await stage.app.press("x")
        await stage.app.press("d", "w", "m")
        assert list(stage.state.voices) == [11, 12] and kinds(home)[-2:] == [
            "wait_opened",
            "marked",
        ]
        told = stage.app.panel("voices")
        assert "2 of 23 heard  not yet 1–10 13–23" in told and "v closes" in told
        assert "adefg 11–15" in told and "sty 21–23" in told and "…" not in told
        await stage.app.press("z")
        assert list(stage.state.voices) == [11, 12]
        await stage.app.press("y")
        assert stage.app.notice == "seat 23 heard; u takes it back"


async def test_the_key_line_holds_while_voices_are_counted(home: Path) -> None:
    """No key is named that is a seat's, and all is there again afterwards."""
    async with hosted(home) as stage:
        before = stage.app.keys_told
        await stage.app.press("v", "m", "u")
        stage.screen.key_line.clear()
        assert "n next" in stage.app.keys_told and "r recover" not in stage.app.keys_told
        await stage.app.press("escape")
        stage.screen.key_line.clear()
        assert stage.app.keys_told == before


async def test_more_seats_than_keys_are_told(home: Path) -> None:
    """Those that cannot be counted are named by their number."""
    async with hosted(home, (80, 24)) as stage:
        await stage.app.press("l", "6", "0", "enter")
        await stage.app.press("v", "Z")
        told = stage.app.panel("voices")
        assert "10 more seats have no key" in told and "A–E 25–29" in told
        assert list(stage.state.voices) == [50]


async def test_what_is_counted_is_said_in_full(home: Path) -> None:
    """Where the line of keys is shortest, too."""
    async with hosted(home, (60, 16)) as stage:
        await stage.app.press("v")
        assert "…" not in stage.app.keys_told and stage.app.notice in stage.app.keys_told


@pytest.mark.parametrize("key", ["d", "f", "g", "escape"])
async def test_after_the_end_no_key_is_a_seats(home: Path, key: str) -> None:
    """The line that counted is closed by the end: debriefing, quotes and leaving work again."""
    async with hosted(home) as stage:
        await stage.app.press("l", "3", "0", "enter", "v")
        await stage.screen.action_press("end")
        await stage.app.settle()
        assert not stage.screen.query_one(VoiceLine).is_open
        assert "debrief now" in stage.app.keys_told
        screen = stage.screen
        await stage.app.press(key)
        assert stage.app.app.screen is not screen and not stage.state.voices


async def test_a_line_that_is_typed_goes_on_when_the_end_closes_the_counting(home: Path) -> None:
    """Keys go on into the line; once it is left they are the screen's."""
    async with hosted(home) as stage:
        await stage.app.press("v", "c", "a")
        await stage.screen.action_press("end")
        await stage.app.press("b")
        assert stage.screen.lines._entry.text == "ab"
        await stage.app.press("escape")
        assert stage.screen.focused is None


def cut(stage: Stage) -> set[str]:
    """The panels that have more lines than are seen, or stand below the end of their column."""
    column = stage.screen.query_one("#middle")
    panels = [each for each in stage.screen.query(Panel) if each.display and each.visible]
    high = {each: len(each.lines(each.content_size.width)) for each in panels}
    short = {str(each.id) for each in panels if each.is_on_screen and high[each] > each.size.height}
    below = (each for each in panels if each.region.bottom > column.region.bottom)
    return short | {str(each.id) for each in below if each.parent is column}


@pytest.mark.parametrize(
    ("size", "here"),
    [
        *((size, "70") for size in (*SIZES, (80, 16), (60, 20))),
        *(((60, 16), here) for here in ("9", "25")),
        ((80, 16), "9"),
    ],
)
async def test_counting_takes_nothing_from_what_matters(
    home: Path, size: tuple[int, int], here: str
) -> None:
    """Who speaks, or in the last row what to say, and what is next stay in view, zoomed or not."""
    async with hosted(home, size, blocks=LONG) as stage:
        await stage.app.press("l", *here, "enter", "v")
        for keys in ((), ("minus",), ("w",)):
            await stage.app.press(*keys)
            assert not cut(stage)
            for told in ("open", "left of", "Next", "heard"):
                assert told in stage.app.text(), told
            assert ("Say" if size == (80, 16) and here != "9" else "Who") in stage.app.text()
        await stage.app.press("v", "z", "v")
        assert not cut(stage) and "Next" in stage.app.text()
