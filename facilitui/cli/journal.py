"""The journal's commands: read, handed over, checked, backed up, brought back. Without Textual."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Coroutine, Iterable
from textwrap import shorten
from typing import TYPE_CHECKING

from facilitui.bootstrap import Wiring
from facilitui.cli.commands import give
from facilitui.cli.printing import PROBLEM, WELL, complain, note, say
from facilitui.cli.progress import watched
from facilitui.cli.purge import purge, unfinished, withdraw
from facilitui.cli.trends import trends
from facilitui.core import safe_text
from facilitui.core.backups import backup_told, import_told
from facilitui.core.backups.backup import AlreadyThere
from facilitui.core.backups.soundness import REMEDY, SHOWS, summed
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.asked_told import asked_told, corrected_told
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entries import LOGGED
from facilitui.core.journals.journal_faults import Fault, altered_told
from facilitui.core.journals.rivals import side_by_side
from facilitui.core.journals.said import some
from facilitui.storage.paths import find_home

if TYPE_CHECKING:
    from facilitui.core.journals.journal_ports import Imported
    from facilitui.core.journals.journal_rows import EntryRow
    from facilitui.services.journals.opened import Opened
    from facilitui.services.journals.shown import Shown

NO_HOME = "there is no folder {}, so nothing to verify; look at --home and FACILITUI_HOME"
SHOWN = 60
"""Characters of what a log entry says."""
EMPTY = "The journal is empty: debrief a session and it is here."


def obey_journal(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    wiring = Wiring(find_home(options.home))
    try:
        return asyncio.run(_done(wiring, options))
    finally:
        wiring.close()


def _done(wiring: Wiring, options: argparse.Namespace) -> Coroutine[None, None, int]:
    match options.action:
        case "list":
            return find(wiring, "")
        case "search":
            return find(wiring, " ".join(options.text))
        case "show":
            return show(wiring, options.id)
        case "export":
            return export(wiring, options)
        case "import":
            return take(wiring, options)
        case "withdraw":
            return withdraw(wiring, options)
        case "purge":
            return purge(wiring, options)
        case "trends":
            return trends(wiring, sessions=options.sessions)
        case "backup":
            return back_up(wiring, options.file, force=options.force)
        case "restore":
            return restore(wiring, options.file, replace=options.replace)
        case _:
            return verify(wiring)


async def find(wiring: Wiring, query: str) -> int:
    """The entries, newest first, that have every word and that every filter lets through."""
    shown = await wiring.reviewing.searching.find(query)
    note(corrected_told(shown.corrected, query))
    note(shown.hint)
    for row in shown.rows:
        say(_row(row, shown.rivals.get(row.id, 0)))
    if shown.more:
        say(f"and {shown.more} more; search for a word to see fewer")
    if not shown.rows and not shown.problems:
        say(_nothing(query, shown))
    return _told((*some(shown.trouble), *some(shown.lacking), *map(str, shown.problems)))


def _nothing(query: str, shown: Shown) -> str:
    if shown.filters:
        return f"Nothing found: {asked_told(shown.filters, shown.words)}."
    return f"Nothing holds all of these words: {query}" if shown.words else EMPTY


def _row(row: EntryRow, rivals: int) -> str:
    when = f"{row.when:%Y-%m-%d}" if row.when else "no date   "
    title = safe_text.line(row.title)
    if row.kind == LOGGED and not row.purged and row.line:  # many go by one requirement
        title = f"{title}: {shorten(safe_text.line(row.line), SHOWN, placeholder='…')}"
    beside = side_by_side(rivals) if rivals else ""
    told = ", ".join((safe_text.line(row.label), row.revision, *some(beside)))
    return f"{when}  {row.id}  {title}  ({told})"


async def show(wiring: Wiring, entry: str) -> int:
    """One entry as Markdown."""
    opened = await wiring.reviewing.read(entry)
    say(_markdown(wiring, opened).rstrip())
    note(opened.lacking)
    not_sound = _told(some(altered_told(opened.altered)))
    return PROBLEM if opened.lacking else not_sound


def _markdown(wiring: Wiring, opened: Opened) -> str:
    """An entry as Markdown, told by the calendar of its session's place."""
    from facilitui.reports.entry_markdown import entry_markdown

    zone = wiring.reflecting.zone(getattr(opened.record, "zone", ""))
    return entry_markdown(opened.document, opened.record, zone, opened.named)


async def export(wiring: Wiring, options: argparse.Namespace) -> int:
    """What is found, or everything: JSON Lines that can be imported again, or Markdown."""
    from facilitui.services.journals.taking_along import Form

    progress, query = Progress(), " ".join(options.text)
    taking = wiring.taking_along.take(query, "", Form(options.format), progress)
    taken = await watched(taking, progress, "writing")
    note("" if taken.entries or taken.unread else EMPTY)
    give(wiring, options, taken.data, taken.left_out)
    note(taken.also)
    return _told(taken.unread)


def _told(problems: Iterable[str]) -> int:
    """Print what could not be read; the code that it makes the command end with."""
    found = list(problems)
    for problem in found:
        complain(problem)
    return PROBLEM if found else WELL


async def take(wiring: Wiring, options: argparse.Namespace) -> int:
    """Take what another journal exported, or a month that came back, and say what came of it."""
    progress, preview = Progress(), options.preview
    looking = wiring.joining.look(options.file, progress, purged_too=options.purged_too)
    coming = await watched(looking, progress, "looking at")
    came, not_mine = coming.found, ""
    if coming.strange and not options.mine:
        complain(f"{coming.strange}.")
        not_mine = import_told.NOT_MINE
        if not preview:
            raise FacilituiError(not_mine)
    if not preview and came.taken:
        came = await watched(wiring.joining.take(coming, progress), progress, "taking")
    say(import_told.counted(came, preview=preview))
    if told := import_told.changing(came, preview=preview):
        say(told)
    _tell_conflicts(came)
    note(import_told.stay_blank(came))
    for told in import_told.still_here(came):
        note(told)
    if not preview:
        await _tell_spent(wiring)
    return _told((*import_told.refused(came), *some(not_mine)))


async def _tell_spent(wiring: Wiring) -> None:
    """Name the files that are not needed any more, with what to do with each."""
    for spent in await wiring.joining.spent():
        say(import_told.can_go(spent))


def _tell_conflicts(came: Imported) -> None:
    """Name the entries that have rivals now, if any has."""
    if told := import_told.conflicting(came):
        say(told)
        for entry in came.conflicting:
            say(f"  {safe_text.line(entry)}")


async def verify(wiring: Wiring) -> int:
    """Say what is broken, missing, altered or written by another program, each with its place."""
    if not wiring.home.root.is_dir():
        raise NotFound(NO_HOME.format(safe_text.line(str(wiring.home.root))))
    progress = Progress()
    verdict = await watched(wiring.safekeeping.verify(progress), progress, "looking at")
    for finding in verdict.findings:
        about = verdict.about.get(finding.entry_id)
        named = f"{finding.entry_id} ({about})" if about else finding.entry_id
        is_gap = finding.fault is Fault.MISSING
        told = verdict.told(finding) if is_gap else f"{named}: {finding.fault.value}"
        told = f"{finding.place}: {told}"
        complain(told) if finding.broken else say(told)
    for problem in verdict.named:
        about = verdict.about.get(problem.file)
        complain(f"{problem} ({about})" if about else str(problem))
    say(summed(verdict) if verdict.broken else f"{verdict.looked_at} verified")
    if verdict.documents or verdict.logs or verdict.broken:
        say(SHOWS)
    if verdict.broken:
        say(REMEDY)
    begun = await unfinished(wiring)
    return PROBLEM if verdict.broken else begun


async def back_up(wiring: Wiring, file: str, *, force: bool) -> int:
    """Pack everything into one file, and say what is in it and what is not."""
    progress = Progress()
    packing = wiring.safekeeping.back_up(file, progress, force=force)
    try:
        made = await watched(packing, progress, "packing")
    except AlreadyThere as error:
        raise AlreadyThere(f"{error}, or replace it with --force") from None
    say(backup_told.backed_up(made))
    for each in made.left_out:
        note(f"left out: {each}")
    return _told(backup_told.lacking(made))


async def restore(wiring: Wiring, file: str, *, replace: bool) -> int:
    """Bring back what an archive has, and say what was left as it is."""
    progress = Progress()
    restoring = wiring.safekeeping.restore(file, progress, replace=replace)
    came, joined = await watched(restoring, progress, "restoring")
    say(backup_told.restored(came, joined))
    _tell_conflicts(joined)
    for each in backup_told.beside(came, joined):
        note(each)
    await _tell_spent(wiring)
    return PROBLEM if came.left or came.hurt or joined.refused else WELL
