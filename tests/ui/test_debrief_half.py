"""Debrief: what is half typed is there again after a kill, as what was written is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from facilitui.screens.debrief.about import AboutDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.half_lines import HalfLines
from facilitui.storage.disk import Disk
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home
from facilitui.widgets.line_entry import LineEntry
from tests.ui.debriefing import DUE, KEYS, debriefing, desk, draft, editors, reopen, write
from tests.ui.hosting import Stage

ABOUT = KEYS["debrief.about"]
HALF = "12 or so peo"


def line(stage: Stage) -> LineEntry:
    """The line below the debrief."""
    return stage.app.app.screen.query_one(LineEntry)


def how_many(stage: Stage) -> Input:
    """A field that not every text can be read in."""
    return stage.app.app.screen.query_one("#field-attendance", Input)


async def killed_and_opened(stage: Stage, home: Path) -> None:
    """Another run of the program, which finds only what is on the disk."""
    for drafts in (home / "drafts").glob(".*.lock"):
        drafts.unlink()
    stage.app.wiring.reflecting._half = HalfLines(FileDrafts(Home(home), Disk()))
    await reopen(stage)


async def half_about(stage: Stage) -> None:
    """Begin a value that cannot be read yet."""
    await stage.app.press(ABOUT)
    stage.app.app.screen.set_focus(how_many(stage))
    await stage.app.put(HALF)
    form = stage.app.app.screen
    assert isinstance(form, AboutDialog)
    form._hand_over()
    await stage.app.settle()


async def test_a_value_that_cannot_be_read_yet_is_there_again(home: Path) -> None:
    """Beside one that can, which is kept as before; once it is left out it is gone."""
    async with debriefing(home) as stage:
        await half_about(stage)
        await killed_and_opened(stage, home)
        await stage.app.press(ABOUT)
        assert how_many(stage).value == HALF
        assert desk(stage).debrief.attendance is None
        await stage.app.press("escape", "escape")
        assert not isinstance(stage.app.app.screen, FormDialog)
        assert not list(home.glob("drafts/line-*.json"))
        await stage.app.press(ABOUT)
        assert how_many(stage).value == ""


async def test_half_a_date_is_there_again(home: Path) -> None:
    """In the line of that commitment alone; a date that is understood, or left, is half no more."""
    async with debriefing(home) as stage:
        await write(stage, "commitment:0", "Wait longer")
        await stage.app.press(DUE)
        for text, key in (("Fri 18 Dec", "enter"), ("Fri 1", "escape")):
            await stage.app.put(text)
            line(stage).hand_on()
            await stage.app.settle()
            await killed_and_opened(stage, home)
            await stage.app.press(DUE)
            assert line(stage).text == text
            await stage.app.press(key)
            assert not list(home.glob("drafts/line-*.json"))
            await stage.app.press(DUE)
            assert line(stage).text.startswith("Fri 18 Dec")


async def save_twice(stage: Stage) -> None:
    """Be asked why it is changed."""
    await write(stage, "learned", "They waited.")
    await stage.app.press("ctrl+s")
    await write(stage, "learned", "They waited long.")
    await stage.app.press("ctrl+s")


async def ask_date(stage: Stage) -> None:
    """Be asked by when."""
    await stage.app.press(DUE)


def reason(home: Path) -> Any:
    """Why it is changed."""
    return draft(home)["reason"]


def half_date(home: Path) -> Any:
    """What is half typed of the date."""
    (file,) = home.glob("drafts/line-*.json")
    return "Fri 1" if "Fri 1" in file.read_text("ascii") else ""


@pytest.mark.parametrize(
    ("ask", "typed", "kept"),
    [(save_twice, "Ben said so", reason), (ask_date, "Fri 1", half_date)],
)
async def test_what_was_typed_last_into_the_line_is_kept_at_the_end(
    home: Path, ask: Callable[[Stage], Awaitable[None]], typed: str, kept: Callable[[Path], Any]
) -> None:
    """However the program ends, and however lately it was typed."""
    async with debriefing(home) as stage:
        await ask(stage)
        line(stage)._field.value = typed
        stage.app.app.exit()
    assert kept(home) == typed


async def test_what_is_only_proposed_is_no_reason(home: Path) -> None:
    """Nobody typed it."""
    async with debriefing(home) as stage:
        await save_twice(stage)
        assert line(stage).text
    assert reason(home) == ""


async def test_an_answer_is_on_the_disk_while_it_is_asked_why(home: Path) -> None:
    """It was typed a moment before, and the program may be killed in front of the question."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "They waited.")
        await stage.app.press("ctrl+s")
        editors(stage)["learned"]._area.text = "They waited long."
        await stage.app.press("ctrl+s")
        assert line(stage).is_open
        assert draft(home)["learned"] == "They waited long."
