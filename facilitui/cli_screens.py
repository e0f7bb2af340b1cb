"""The commands that open a screen: starting Textual quickly, ending it cleanly."""

from __future__ import annotations

import argparse
import asyncio
import codecs
import gc
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitui.bootstrap import Wiring
from facilitui.core.errors import FacilituiError, InputProblems, NotFound
from facilitui.storage.outside import keep_crash_report
from facilitui.storage.paths import find_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from facilitui.opening import AnyScreen, Opening

PROBLEM, CRASHED = 1, 70
WATCHING = ("follow", "room")
"""Commands that show a session which another process hosts."""


def open_screen(options: argparse.Namespace) -> int:
    """Open Home, a plan or a session; the code says how the program ended."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(
            "facilitui: this opens a screen and needs a terminal; try `facilitui demo`",
            file=sys.stderr,
        )
        return PROBLEM
    # Garbage is not collected while modules load: it costs a seventh of the start.
    gc.disable()
    wiring = Wiring(find_home(options.home))
    try:
        first = asyncio.run(_wanted(wiring, options)) if options.command else None
    except InputProblems as error:
        print(error, file=sys.stderr)
        return PROBLEM
    except FacilituiError as error:
        print(f"facilitui: {error}", file=sys.stderr)
        return PROBLEM
    from facilitui.app import FacilituiApp
    from facilitui.opening import Opening

    _forgive_bytes()
    opening = Opening(wiring)
    app = FacilituiApp(opening, first, _only(opening, options))
    app.call_later(app.tidy_when_quiet)
    app.run()
    wiring.close()
    return report_crash(wiring, app.crash) if app.crash is not None else app.return_code or 0


async def _wanted(wiring: Wiring, options: argparse.Namespace) -> Message | None:
    """What to ask of the application first; a file that cannot be read is told before."""
    from facilitui.messages import (
        NewPlanRequested,
        PlanRequested,
        ReplayRequested,
        RunRequested,
    )

    if options.command in WATCHING:
        await wiring.following.check(options.session)
        return None
    if options.command == "replay":
        return ReplayRequested(await wiring.hosting.to_replay(options.session))
    if options.file is None:
        return NewPlanRequested()
    path = Path(options.file).expanduser()
    agenda = wiring.library.agenda_at(path)
    if agenda is not None and options.command == "plan":
        return NewPlanRequested(agenda)
    if agenda is not None:
        return RunRequested((await wiring.planning.begin(agenda)).name)
    name = await adopted(wiring, options.file)
    return PlanRequested(name) if options.command == "plan" else RunRequested(name)


def _only(opening: Opening, options: argparse.Namespace) -> Callable[[], AnyScreen] | None:
    """The one screen there is where a session is followed: Home must not lie below the room."""
    screens = {"follow": opening.follow, "room": opening.room}
    screen = screens.get(options.command or "")
    return partial(screen, options.session) if screen else None


def _forgive_bytes() -> None:
    """Have bytes that are no text, as a wrong paste has them, read as "?" and not end Textual."""
    from textual.drivers import linux_driver

    forgiving = partial(codecs.getincrementaldecoder("utf-8"), "replace")
    vars(linux_driver)["getincrementaldecoder"] = lambda name: forgiving


async def adopted(wiring: Wiring, file: str) -> str:
    """The name of a plan given as a file from anywhere, or by its name in the home."""
    path = Path(file).expanduser()
    if path.exists():
        return (await wiring.plans.load_file(path)).name
    try:
        return (await wiring.plans.load(file.removesuffix(".toml"))).name
    except NotFound:
        raise NotFound(f"there is no plan {file}; name a file, or a plan of your own") from None


def report_crash(wiring: Wiring, crash: BaseException) -> int:
    """Leave a log file and one sentence; what was typed is in the drafts already."""
    report = "".join(traceback.format_exception(crash))
    where = keep_crash_report(wiring.disk, wiring.home, report)
    told = f"the report is in {where}" if where else f"it says {type(crash).__name__}: {crash}"
    print(
        f"facilitui: an error ended the program; {told}. What you typed is kept and will be "
        "there when you start it again.",
        file=sys.stderr,
    )
    return CRASHED
