"""Live: lines that were left half typed, or refused, beside those that are typed after them."""

from __future__ import annotations

from pathlib import Path

from facilitui.screens.live import LiveScreen
from facilitui.widgets.line_entry import LineEntry
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE
from tests.ui.hosting import hosted, kinds, log
from tests.ui.test_live_lines import drafts, entry, typed


async def test_a_line_that_was_left_outlasts_the_next_one(home: Path) -> None:
    """What is half typed is kept until it is taken up again, whatever is typed in between."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("half a line")
        await stage.app.press("escape")
        await stage.app.press("p")
        await stage.app.put("a question")
        await stage.app.press("enter")
        assert drafts(home) == {"capture": "half a line"}
        await stage.app.press("c")
        assert typed(stage) == "half a line"
        await stage.app.press("enter")
        assert drafts(home) == {} and log(home)[-1]["body"]["text"] == "half a line"


async def test_a_line_that_is_refused_never_takes_the_place_of_the_next(home: Path) -> None:
    """Where a slow disk refuses late, the next line is being typed already; both are kept."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        await stage.app.press("c")
        disk.room = 0
        lines = stage.screen.lines
        await stage.app.put("the next one")
        await lines.take("park", "refused")
        assert typed(stage) == "the next one" and entry(stage).purpose == "capture"
        disk.room = 1 << 40
        await stage.app.press("enter")
        await stage.app.press("p")
        assert typed(stage) == "refused"


async def test_half_a_line_outlives_moving_on_cover_help_and_a_crash(home: Path) -> None:
    """The agenda moves meanwhile, what lies over the screen hides it, and it is there again."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("half a")
        await stage.app.press("pagedown", "space")
        await stage.app.press("f8")
        assert "half a" not in stage.app.text()
        await stage.app.press("pagedown")
        await stage.app.press("f8")
        assert entry(stage).is_open and typed(stage) == "half a "
        await stage.app.press("f1")
        assert not isinstance(stage.app.app.screen, LiveScreen)
        await stage.app.press("escape")
        await stage.app.write("line")
        assert stage.state.current == 1 and typed(stage) == "half a line"
        await stage.app.press("escape")
        await stage.hosted.leave()
        again = await stage.app.wiring.hosting.resume(stage.hosted.session)
        assert await again.half_lines() == {"capture": "half a line"}
        await again.leave()


async def test_quitting_in_the_middle_of_a_line_keeps_it(home: Path) -> None:
    """However lately it was typed."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.pilot.press("h", "a", "l", "f", "ctrl+q")
    assert drafts(home) == {"capture": "half"}


async def test_escape_leaves_the_line_and_then_the_screen(home: Path) -> None:
    """Nothing is captured by it; asked again it is there."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("not now")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, LiveScreen) and not entry(stage).is_open
        assert "captured" not in kinds(home)
        await stage.app.press("c")
        assert typed(stage) == "not now"
        await stage.app.put("")
        await stage.app.press("enter")
        assert not entry(stage).is_open and "captured" not in kinds(home)
        await stage.app.press("escape")
        assert not isinstance(stage.app.app.screen, LiveScreen)


async def test_escape_hands_on_what_was_typed_last(home: Path) -> None:
    """However soon after the last key: it is on the disk before it is said to be kept."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.pilot.press(*"half", "escape")
        await stage.app.settle()
        assert "kept" in stage.app.notice and drafts(home) == {"capture": "half"}
        stage.app.app.exit()
    assert drafts(home) == {"capture": "half"}


async def test_a_line_left_in_the_last_moment_is_kept(home: Path) -> None:
    """The program ends before anything else is done; so it is with one that was emptied."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("half")
        stage.screen.action_leave()
        stage.app.app.exit()
    assert drafts(home) == {"capture": "half"}


async def test_what_lies_over_a_line_has_it_kept_first(home: Path) -> None:
    """The cover, the help, a question: none of them waits for the moment that typing has."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        for typed_by_now, key in (("a", "f8"), ("ab", "f1")):
            await stage.app.pilot.press(typed_by_now[-1])
            stage.screen.query_one(LineEntry)._soon._seconds = 3600
            await stage.app.press(key)
            assert drafts(home) == {"capture": typed_by_now}
            await stage.app.press("escape")


async def test_what_is_half_typed_is_told_and_waits_for_its_key(home: Path) -> None:
    """No line opens by itself; each has its own text, and none of it is told."""
    async with hosted(home) as stage:
        for key, text in (("c", "a secret"), ("p", HOSTILE)):
            await stage.app.press(key)
            await stage.app.put(text)
            await stage.app.press("escape")
        await stage.hosted.leave()
        await stage.app.show(await stage.app.opening.resumed(stage.hosted.session))
        told = "Half typed: capture (c), park (p)"
        assert stage.app.notice == told and told in stage.app.keys_told
        line = stage.app.screen.query_one(LineEntry)
        assert not line.is_open and "a secret" not in stage.app.text()
        for key, text in (("p", HOSTILE), ("c", "a secret")):
            await stage.app.press(key)
            assert line.text == text
            await stage.app.press("enter")
        assert drafts(home) == {}


async def test_an_emptied_line_never_comes_back(home: Path) -> None:
    """Not in this run, not in the next."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("half")
        await stage.app.press("escape")
        await stage.app.press("c")
        await stage.app.press("ctrl+u", "escape")
        assert drafts(home) == {} and "kept" not in stage.app.notice
        await stage.app.press("c")
        assert typed(stage) == ""
        await stage.app.press("escape")
    assert drafts(home) == {}


async def test_a_full_disk_is_told_as_it_is(home: Path) -> None:
    """What was typed is there while the program runs, and that is what is said."""
    disk = FullDisk()
    async with hosted(home, (60, 16), disk=disk) as stage:
        await stage.app.press("c")
        disk.room = 0
        await stage.app.put("half")
        await stage.app.press("escape")
        assert stage.app.notice == "! Kept only in this run: the disk is full"
        assert stage.app.notice in stage.app.keys_told
        await stage.app.press("c")
        assert typed(stage) == "half"
        disk.room = 1 << 40
        await stage.app.press("escape")
        assert drafts(home) == {"capture": "half"} and "kept for the next" in stage.app.notice


async def test_another_line_over_a_half_typed_one_wipes_out_nothing(home: Path) -> None:
    """The palette asks for one while the other is open; both wait under their own keys."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("one")
        stage.screen.call_later(stage.screen.action_line, "park")
        await stage.app.settle()
        assert typed(stage) == "" and drafts(home) == {"capture": "one"}
        await stage.app.put("two")
        await stage.app.press("escape")
        await stage.app.press("c")
        assert typed(stage) == "one" and drafts(home) == {"capture": "one", "park": "two"}


async def test_a_wrong_value_is_replaced_by_what_is_typed(home: Path) -> None:
    """It is offered again selected, at once and later; an arrow keeps it. Letters do nothing."""
    async with hosted(home) as stage:
        await stage.app.press("l")
        await stage.app.write("many")
        assert typed(stage) == "" and "only digits" in stage.app.notice
        await stage.app.write("9999")
        await stage.app.press("enter")
        assert "How many are here is" in stage.app.notice
        await stage.app.write("8888")
        assert typed(stage) == "8888"
        await stage.app.press("enter")
        await stage.app.press("escape")
        await stage.app.press("l")
        assert typed(stage) == "8888"
        await stage.app.press("right", "backspace")
        assert typed(stage) == "888"
        await stage.app.press("escape")
        await stage.app.press("l", "9")
        assert typed(stage) == "8889", "what can be is gone on with"
        await stage.app.press("escape")
        await stage.app.press("c", "a")
        assert typed(stage) == "a"


async def test_a_line_that_is_complete_after_the_end_is_not_lost(home: Path) -> None:
    """A slide clicker ended the session meanwhile: it is said, and the text stays."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("the last word")
        await stage.screen.action_press("end")
        await stage.app.press("enter")
        assert stage.app.notice == "! No step is running."
        assert typed(stage) == "the last word" and drafts(home) == {"capture": "the last word"}
        assert "captured" not in kinds(home)
