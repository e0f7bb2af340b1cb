"""Live: lines typed in the middle of it. They stay, whatever happens meanwhile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.live import LiveScreen
from facilitui.widgets.line_entry import LineEntry
from tests.storage.broken_disks import FullDisk
from tests.ui.hosting import Stage, hosted, kinds, log


def entry(stage: Stage) -> LineEntry:
    """The line of the screen."""
    return stage.screen.query_one(LineEntry)


def typed(stage: Stage) -> str:
    """What stands in it."""
    return entry(stage).query_one(Input).value


def drafts(home: Path) -> dict[str, str]:
    """The lines that are kept half typed, by what they are for."""
    files = home.glob("drafts/line-*.json")
    found = [json.loads(file.read_text("ascii"))["lines"] for file in files]
    return {purpose: text for lines in found for purpose, text in lines.items()}


@pytest.mark.parametrize(
    ("key", "label", "kind", "field"),
    [
        ("c", "Capture, private", "captured", "text"),
        ("p", "Park", "parked", "text"),
        ("L", "Who leads this block?", "lead_changed", "lead"),
    ],
)
async def test_a_line_is_typed_and_kept(
    home: Path, key: str, label: str, kind: str, field: str
) -> None:
    """It is asked with its own word, written with enter, and the keys are keys again."""
    async with hosted(home) as stage:
        await stage.app.press(key)
        assert label in stage.app.text() and entry(stage).is_open
        await stage.app.write("Ana 5")
        await stage.app.press("enter")
        assert log(home)[-1]["kind"] == kind and log(home)[-1]["body"][field] == "Ana 5"
        assert not entry(stage).is_open and drafts(home) == {}
        await stage.app.press("m")
        assert kinds(home)[-1] == "marked"


async def test_what_is_kept_is_hidden_until_it_is_asked_for(home: Path) -> None:
    """Captures show as a count; no message quotes one."""
    async with hosted(home) as stage:
        for key, text in (("c", "a quiet remark"), ("p", "what about next year")):
            await stage.app.press(key)
            await stage.app.put(text)
            await stage.app.press("enter")
            assert text not in stage.app.text() and text not in stage.app.notice
        side = stage.app.panel("side")
        assert [line.split() for line in side.split("\n") if line[:4] in {"Capt", "Park"}] == [
            ["Captures", "1"],
            ["Parked", "1"],
        ]
        await stage.app.press("k")
        side = " ".join(stage.app.panel("side").split())
        assert "a quiet remark" in side and "parked: what about next year" in side


async def test_a_lead_is_shown_at_once(home: Path) -> None:
    """Where it says who speaks."""
    async with hosted(home) as stage:
        await stage.app.press("L")
        await stage.app.put("Mia")
        await stage.app.press("enter")
        assert "led by Mia" in stage.app.panel("guide")


@pytest.mark.parametrize("begin", [True, False])
async def test_how_many_are_here_can_be_told(home: Path, begin: bool) -> None:
    """Before it begins and while it runs; what is no number is told and stays in the line."""
    async with hosted(home, begin=begin) as stage:
        await stage.app.press("l")
        for wrong in ("many", "-3", "1001", "2.5"):
            await stage.app.put(wrong)
            await stage.app.press("enter")
            assert "How many are here is" in stage.app.notice
            assert entry(stage).is_open and typed(stage) == wrong
        await stage.app.put("14")
        await stage.app.press("enter")
        assert "14 here" in stage.app.panel("head") and not entry(stage).is_open
        if not begin:
            await stage.app.press("n")
        assert stage.state.attendance == 14 and "14 here" in stage.app.panel("head")


async def test_page_down_moves_the_agenda_while_a_line_is_typed(home: Path) -> None:
    """A slide clicker works; the half-typed line stays, and its letters are no keys."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.write("now b")
        await stage.app.press("pagedown", "pagedown")
        assert stage.state.current == 1 and typed(stage) == "now b"
        await stage.app.press("pageup")
        assert stage.state.current == 0 and typed(stage) == "now b" and entry(stage).is_open
        await stage.app.press("enter")
        assert log(home)[-1]["body"]["text"] == "now b"


@pytest.mark.parametrize("key", ["c", "p", "L", "l"])
async def test_a_line_that_cannot_be_written_stays_where_it_was_typed(home: Path, key: str) -> None:
    """The sentence is told, the line is open with its text, and enter tries again."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        before = stage.state
        await stage.app.press(key)
        await stage.app.put("12")
        disk.room = 0
        await stage.app.press("enter")
        assert "disk is full" in stage.app.notice and stage.state is before
        assert entry(stage).is_open and typed(stage) == "12"
        disk.room = 1 << 30
        await stage.app.press("enter")
        assert stage.state is not before and not entry(stage).is_open and drafts(home) == {}


async def test_a_norm_is_called_on(home: Path) -> None:
    """The watched one is marked; it is counted, and escape calls on none."""
    async with hosted(home) as stage:
        await stage.app.press("o")
        assert isinstance(stage.app.app.screen, ChooseDialog)
        assert stage.app.row_list("choices").keys == ("listen", "wait", "*", "+")
        assert stage.app.row_list("choices").marked == "wait"
        await stage.app.press("escape")
        await stage.app.press("o", "up", "enter")
        assert stage.state.invoked == ("listen",)


async def test_a_norm_of_the_groups_own_is_added(home: Path) -> None:
    """It is shown as theirs, and can be called on and taken back."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "enter")
        await stage.app.put("Phones away")
        await stage.app.press("enter")
        assert log(home)[-1]["kind"] == "norm_added"
        await stage.app.press("o")
        assert "Phones away" in stage.app.rows("choices") and "our own" in stage.app.rows("choices")
        stage.app.row_list("choices").mark("own-1")
        await stage.app.press("enter")
        assert stage.state.invoked == ("own-1",)
        await stage.app.press("u", "u")
        assert len(stage.state.invoked) == 0 and len(stage.state.norms) == 2


async def test_a_norm_that_is_typed_into_the_list_is_added(home: Path) -> None:
    """What matches nothing is one of their own; a line left half typed is offered as before."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "enter")
        await stage.app.write("No ph")
        await stage.app.press("escape")
        await stage.app.press("o")
        assert "or type another" in stage.app.text()
        await stage.app.write("[x] Cameras off")
        await stage.app.press("enter")
        assert stage.state.norms[-1].text == "[x] Cameras off" and not stage.state.invoked
        assert stage.app.notice == "norm added" and list(drafts(home).values()) == ["No ph"]


async def test_a_norm_that_is_too_long_is_shortened_by_whoever_typed_it(home: Path) -> None:
    """It is not cut: what was typed stays, and the next key is only one key more in it."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "enter")
        await stage.app.put("x" * 301)
        await stage.app.press("enter")
        assert stage.app.notice == "! A norm is at most 300 characters long; this is 301."
        await stage.app.press("y", "backspace")
        assert entry(stage).is_open and typed(stage) == "x" * 301 and len(stage.state.norms) == 2
        await stage.app.press("backspace", "enter")
        assert stage.state.norms[-1].text == "x" * 300 and drafts(home) == {}


async def test_lines_are_asked_for_only_where_they_mean_something(home: Path) -> None:
    """After the end nothing is typed into nowhere."""
    async with hosted(home) as stage:
        await stage.app.press("e", "y")
        for key in ("c", "p", "L", "o"):
            await stage.app.press(key)
            assert not entry(stage).is_open and isinstance(stage.app.app.screen, LiveScreen), key


async def test_a_long_line_is_kept_whole(home: Path) -> None:
    """As long as the field takes."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        await stage.app.put("日" * 2000)
        await stage.app.press("enter")
        assert log(home)[-1]["body"]["text"] == "日" * 2000


async def test_a_page_names_no_key_that_is_a_letter_now(home: Path) -> None:
    """While a line is typed; the key line says that space goes on wherever it does."""
    async with hosted(home) as stage:
        await stage.app.press("space")
        assert "space go on" in stage.app.keys_told
        await stage.app.press("c")
        assert "PAUSED" in stage.text() and "shows what they say" not in stage.text()
        await stage.app.press("escape")
        assert "shows what they say" in stage.text()
        await stage.app.press("space")
        assert "space pause" in stage.app.keys_told


async def test_a_low_page_without_keys_says_itself_that_space_goes_on(home: Path) -> None:
    """And not while it would only be a blank in a line."""
    async with hosted(home, (60, 16)) as stage:
        await stage.app.press("space")
        assert "space goes on" in stage.text()
        await stage.app.press("c")
        assert "PAUSED" in stage.text() and "goes on" not in stage.text()
