"""A debrief that is open, and what was kept of it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from textual.widgets import TextArea

from facilitui.commands.debrief import DEBRIEF
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.sorting import Heap
from facilitui.core.journals.journal import debrief_of
from facilitui.core.sessions import moves
from facilitui.screens.debrief import DebriefScreen
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.storage.disk import Disk
from facilitui.widgets.question_editor import QuestionEditor
from tests.ui.driving import Below, NoHome
from tests.ui.hosting import Stage, hosted

KEYS = {command.id: command.keys.split(",")[0] for command in DEBRIEF}
NOTES, FRAME, DUE = (KEYS[f"debrief.{name}"] for name in ("notes", "frame", "due"))


@asynccontextmanager
async def debriefing(
    home: Path,
    size: tuple[int, int] = (120, 40),
    *,
    door: bool = False,
    disk: Disk | None = None,
    below: Below = NoHome,
) -> AsyncIterator[Stage]:
    """A session that ended, and its debrief."""
    async with hosted(home, size, disk=disk, below=below, live=False) as stage:
        await stage.hosted.do(moves.capture("they quoted the work"))
        stage.clock.at += timedelta(minutes=25)
        await stage.hosted.do(moves.end)
        await stage.hosted.leave()
        await reopen(stage, door=door)
        yield stage


async def reopen(stage: Stage, *, door: bool = False) -> None:
    """The debrief as it is opened from Home."""
    await stage.app.show(await stage.app.opening.debrief(stage.hosted.session, door=door))


def desk(stage: Stage) -> DebriefDesk:
    """The debrief that is open."""
    screens = [each for each in stage.app.app.screen_stack if isinstance(each, DebriefScreen)]
    return screens[-1]._desk


def editors(stage: Stage) -> dict[str, QuestionEditor]:
    """The questions by their ids, in order."""
    found = stage.app.app.screen.query(QuestionEditor).results(QuestionEditor)
    return {each.question: each for each in found}


async def write(stage: Stage, question: str, text: str) -> None:
    """Write an answer and let a moment pass."""
    editor = editors(stage)[question]
    editor.query_one(TextArea).text = text
    editor.hand_over()
    await stage.app.settle()


async def sort(stage: Stage, heap: Heap) -> None:
    """Open the list that sorts one of what can be sorted, by its own key and enter."""
    await stage.app.press(KEYS["debrief.sort"])
    stage.app.row_list("choices").mark(heap.value)
    await stage.app.press("enter")


async def sorted_enough(stage: Stage) -> None:
    """Leave such a list, and then the list of lists."""
    await stage.app.press("escape")
    await stage.app.press("escape")


def draft(home: Path) -> dict[str, object]:
    """The draft that is kept."""
    (file,) = home.glob("drafts/debrief-*.json")
    kept: dict[str, object] = json.loads(file.read_text("ascii"))
    return kept


async def saved(stage: Stage) -> tuple[int, Debrief]:
    """The newest revision in the journal."""
    opened = await stage.app.wiring.reviewing.read(f"debrief-{stage.hosted.session}")
    found = debrief_of(opened.document)
    assert opened.record == found
    return int(opened.document["rev"]), found
