"""The commands that open a screen: starting Textual quickly, ending it cleanly."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import traceback
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from facilitui.bootstrap import Wiring
from facilitui.cli.named import file_at, named_plan
from facilitui.cli.printing import CRASHED, PROBLEM, complain, note
from facilitui.core.unkept import Unkept, printed
from facilitui.storage.crash_report import keep_crash_report
from facilitui.storage.paths import find_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message

    from facilitui.opening.screens import AnyScreen, Opening

FRAMES = "120"
"""A second, at most; only what changed is drawn, so it costs nothing while nothing does."""
WATCHING = ("follow", "room")
"""Commands that show a session which another process hosts."""


def open_screen(options: argparse.Namespace) -> int:
    """Open Home, a plan or a session; the code says how the program ended.

    Raises FacilituiError where what is to be opened cannot be.
    """
    home = find_home(options.home)
    if not all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout)):
        note("this opens a screen and needs a terminal; try `facilitui demo`")
        return PROBLEM
    # Garbage is not collected while modules load: it costs a seventh of the start.
    gc.disable()
    # What a key finds is drawn one to two frames after its letter: 16 to 33 ms at Textual's own 60.
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    wiring = Wiring(home)
    first, coming = asyncio.run(_wanted(wiring, options)) if options.command else (None, "")
    from facilitui.app.application import FacilituiApp
    from facilitui.opening.screens import Opening
    from facilitui.terminal.keys import read_as_typed

    read_as_typed()
    opening = Opening(wiring)
    app = FacilituiApp(opening, first, _only(opening, options), coming)
    app.call_later(app.tidy_when_quiet)
    app.run()
    wiring.close()
    _print_lost(app.lost)
    return report_crash(wiring, app.crash) if app.crash is not None else app.return_code or 0


def _print_lost(lost: Iterable[Unkept]) -> None:
    """Print what could not be kept, where there still is a terminal."""
    with suppress(OSError):
        for each in lost:
            complain(printed(each))


async def _wanted(wiring: Wiring, options: argparse.Namespace) -> tuple[Message | None, str]:
    """What to ask of the application first, with its title; a bad file is told before."""
    from facilitui.messages.going import (
        NewPlanRequested,
        PlanRequested,
        ReplayRequested,
        RunRequested,
    )

    if options.command in WATCHING:
        await wiring.following.check(options.session)
        return None, ""
    if options.command == "replay":
        session = await wiring.hosting.to_replay(options.session)
        return ReplayRequested(session), session
    if options.command == "review":
        return await _review(wiring, options.file)
    if options.file is None:
        return NewPlanRequested(), "a new plan"
    path = file_at(options.file)
    agenda = wiring.library.agenda_at(path) if path is not None else None
    if agenda is not None and options.command == "plan":
        return NewPlanRequested(agenda), "a new plan"
    if agenda is not None:
        desk = await wiring.planning.begin(agenda)
        return RunRequested(desk.name), desk.title
    plan = await named_plan(wiring, options.file)
    asked = PlanRequested if options.command == "plan" else RunRequested
    return asked(plan.name), plan.state.title or plan.name


async def _review(wiring: Wiring, file: str) -> tuple[Message, str]:
    """Another person's journal, which is read here already. Raises NotFound or InputProblems."""
    from facilitui.core.reviews.other_journal import WhoseUnknown
    from facilitui.messages.review import FileReviewRequested

    try:
        review = await wiring.ready_file_review(file)
    except WhoseUnknown as unknown:  # who reviews it is asked
        return FileReviewRequested(file, alone=True), unknown.suggested
    return FileReviewRequested(file, alone=True), review.whose


def _only(opening: Opening, options: argparse.Namespace) -> Callable[[], AnyScreen] | None:
    """The one screen there is where a session is followed: Home must not lie below the room."""
    screens = {"follow": opening.follow, "room": opening.room}
    screen = screens.get(options.command or "")
    return partial(screen, options.session) if screen else None


def report_crash(wiring: Wiring, crash: BaseException) -> int:
    """Leave a log file and one sentence; what was typed is in the drafts already."""
    report = "".join(traceback.format_exception(crash))
    where = keep_crash_report(wiring.disk, wiring.home, report)
    told = f"the report is in {where}" if where else f"it says {type(crash).__name__}: {crash}"
    note(
        f"an error ended the program; {told}. What you typed is kept and will be there when you "
        "start it again."
    )
    return CRASHED
