"""The commands that print: check, demo, brief. They never import Textual."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.cli.named import file_named
from facilitui.cli.printing import PROBLEM, WELL, complain, hand_out, note, say
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.said import some
from facilitui.storage.log_checks import read_logs
from facilitui.storage.paths import Home, find_home


def obey(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    if options.command == "demo":
        return demonstrate(options)
    wiring = Wiring(find_home(options.home))
    try:
        if options.command == "check":
            return check(wiring, options.paths)
        return asyncio.run(brief(wiring, options))
    finally:
        wiring.close()


def give(
    wiring: Wiring, options: argparse.Namespace, data: bytes, left_out: tuple[str, ...]
) -> None:
    """Give out a document, to standard output or into a file, and tell what it leaves out."""
    if options.output not in (None, "-"):
        from facilitui.storage.exports import write_out

        where = write_out(wiring.disk, options.output, data, replace=options.force)
        note(f"written to {where}")
    else:
        hand_out(data)
    note(f"left out: {', '.join(left_out)}" if left_out else "nothing left out")


async def brief(wiring: Wiring, options: argparse.Namespace) -> int:
    """What whoever takes a session over needs to know now; hosted or not, it is only read."""
    hosted = await wiring.briefing.find(options.session)
    made = wiring.briefing.made(hosted)
    give(wiring, options, made.data, made.left_out)
    note(hosted.read_only)
    return PROBLEM if hosted.read_only else WELL


def check(wiring: Wiring, paths: list[str]) -> int:
    """Check files; without any, everything shipped and all that is in the home."""
    chosen = [file_named(path) for path in paths]
    checked = wiring.library.check_paths(chosen) if chosen else asyncio.run(_all_checked(wiring))
    count, problems = checked
    for problem in problems:
        complain(str(problem))
    found = f"{len(problems)} to put right" if problems else "all well"
    files = "1 file" if count == 1 else f"{count} files"
    say(f"{files} checked, {found}" if count else "no files to check")
    return PROBLEM if problems else WELL


async def _all_checked(wiring: Wiring) -> tuple[int, tuple[Problem, ...]]:
    """How many files there are, shipped or in the home, and what is wrong with them."""
    count, problems = wiring.library.check_all()
    logs = read_logs(wiring.home, wiring.disk, (), Progress())
    copies, lost = await wiring.attaching.check()
    without = await wiring.reviewing.unsaved.without_record(wiring.sessions)
    months, unread = await wiring.safekeeping.check()
    begun = some(await wiring.unfinished_purge())
    unfinished = (Problem.of_all(wiring.home.begun_purge.name, each) for each in begun)
    found = (*problems, *logs.problems, *unread, *lost, *without, *unfinished)
    return count + logs.count + copies + months, found


def demonstrate(options: argparse.Namespace) -> int:
    """Go through sessions, or a way through a pathway, in the chosen folder or a new one."""
    from facilitui.demo import run_demo, run_way

    folder = (
        find_home(options.home)
        if options.home is not None
        else Home(Path(tempfile.mkdtemp(prefix="facilitui-demo-")))
    )
    if options.pathway is not None:
        return run_way(folder, options.speed, say, options.pathway)
    return run_demo(folder, options.speed, say, options.sessions)
