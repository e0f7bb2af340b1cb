"""The commands that print: check, demo, brief, journal. They never import Textual."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Coroutine, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from facilitui.bootstrap import Wiring
from facilitui.cli_named import file_named
from facilitui.cli_printing import PROBLEM, WELL, complain, hand_out, note, say
from facilitui.core import safe_text
from facilitui.core.planning_ports import EXPORT
from facilitui.storage.log_checks import check_logs
from facilitui.storage.paths import Home, find_home

if TYPE_CHECKING:
    from facilitui.core.base import Record
    from facilitui.core.journal import Document
    from facilitui.services.reviewing import EntryRow, Reviewing


def obey(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    if options.command == "demo":
        return demonstrate(options.home, options.speed)
    wiring = Wiring(find_home(options.home))
    try:
        if options.command == "check":
            return check(wiring, options.paths)
        if options.command == "brief":
            return asyncio.run(brief(wiring, options))
        return asyncio.run(_in_journal(wiring, options))
    finally:
        wiring.close()


def _in_journal(wiring: Wiring, options: argparse.Namespace) -> Coroutine[None, None, int]:
    match options.action:
        case "list":
            return list_entries(wiring)
        case "search":
            return search(wiring, " ".join(options.text))
        case "show":
            return show(wiring, options.id)
        case "export":
            return export(wiring, as_json=options.format == "json")
        case "import":
            return take(wiring, options.file)
        case _:
            return verify(wiring)


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
    library = wiring.library
    count, problems = library.check_paths(chosen) if chosen else library.check_all()
    if not chosen:
        logs, damaged = check_logs(wiring.home, wiring.disk)
        copies, lost = asyncio.run(wiring.attaching.check())
        without = asyncio.run(wiring.reviewing.unsaved.without_record(wiring.sessions))
        months, unread = asyncio.run(wiring.reviewing.check())
        count += logs + copies + months
        problems = (*problems, *damaged, *unread, *lost, *without)
    for problem in problems:
        complain(str(problem))
    found = f"{len(problems)} to put right" if problems else "all well"
    files = "1 file" if count == 1 else f"{count} files"
    say(f"{files} checked, {found}" if count else "no files to check")
    return PROBLEM if problems else WELL


def demonstrate(home: str | None, speed: float) -> int:
    """Go through a whole session without a screen, in the chosen folder or a new one."""
    from facilitui.demo import run_demo

    folder = (
        find_home(home)
        if home is not None
        else Home(Path(tempfile.mkdtemp(prefix="facilitui-demo-")))
    )
    return run_demo(folder, speed, say)


async def list_entries(wiring: Wiring) -> int:
    """All entries, newest first."""
    return await _list(
        wiring.reviewing, "", "The journal is empty: debrief a session and it is here."
    )


async def search(wiring: Wiring, query: str) -> int:
    """The entries in which every word occurs."""
    return await _list(wiring.reviewing, query, f"Nothing holds all of these words: {query}")


async def _list(reviewing: Reviewing, query: str, nothing: str) -> int:
    shown = await reviewing.find(query)
    for row in shown.rows:
        say(_row(row))
    if shown.more:
        say(f"and {shown.more} more; search for a word to see fewer")
    if not shown.rows and not shown.problems:
        say(nothing)
    return _told(map(str, shown.problems))


def _row(row: EntryRow) -> str:
    when = f"{row.when:%Y-%m-%d}" if row.when else "no date   "
    title = safe_text.line(row.title)
    return f"{when}  {row.id}  {title}  ({safe_text.line(row.label)}, {row.revision})"


async def show(wiring: Wiring, entry: str) -> int:
    """One entry as Markdown."""
    opened = await wiring.reviewing.read(entry)
    say(_markdown(wiring, opened.document, opened.record).rstrip())
    note(opened.lacking)
    return PROBLEM if opened.lacking else WELL


def _markdown(wiring: Wiring, document: Document, record: Record | None) -> str:
    """An entry as Markdown, told by the calendar of its session's place."""
    from facilitui.reports.entry_markdown import entry_markdown

    zone = getattr(record, "zone", "")
    return entry_markdown(document, record, wiring.reflecting.zone(zone))


async def export(wiring: Wiring, *, as_json: bool) -> int:
    """Everything: JSON Lines that can be imported again, or Markdown to be read."""
    if as_json:
        lines, problems = await wiring.reviewing.export_lines()
        hand_out("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
        return _told(map(str, problems))
    entries, unread = await wiring.reviewing.read_all()
    for document, record in entries:
        say(_markdown(wiring, document, record))
    return _told(unread)


def _told(problems: Iterable[str]) -> int:
    """Print what could not be read; the code that it makes the command end with."""
    found = list(problems)
    for problem in found:
        complain(problem)
    return PROBLEM if found else WELL


async def take(wiring: Wiring, file: str) -> int:
    """Take what another journal exported, and say what came of it."""
    name, data = await wiring.outside.read(file, EXPORT)
    imported = await wiring.reviewing.import_lines(data.decode("utf-8", "replace"), name)
    say(f"{imported.taken} taken, {imported.known} known already, {len(imported.refused)} refused")
    return _told(map(str, imported.refused))


async def verify(wiring: Wiring) -> int:
    """Say what does not hold. It shows damage and changes from outside, not who wrote it."""
    count, findings, problems = await wiring.reviewing.verify()
    for finding in findings:
        told = f"{finding.place}: {finding.entry_id} {finding.fault.value}"
        complain(told) if finding.broken else say(told)
    for problem in problems:
        complain(str(problem))
    broken = bool(problems) or any(finding.broken for finding in findings)
    say(f"{count} documents verified" if not broken else f"{count} documents looked at")
    return PROBLEM if broken else WELL
