"""Months that could not be read and of which nothing is to come: it is here, or cannot be read.

Nothing deletes one unasked, and one that has any text that is not here is not even asked for: it
may be the only copy of somebody's words.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from facilitui.core.backups.import_told import can_go
from facilitui.core.errors import InputProblems, NotSaved, Problem
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import SpentMonth
from facilitui.core.journals.month_names import is_aside
from facilitui.core.privacy.purged_here import purged_here
from facilitui.storage.database_text import Unreadable, tables_of
from facilitui.storage.export_lines import WRONG
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_month import META, unread_in
from facilitui.storage.journal_salvage import entries_in
from facilitui.storage.journal_sorting import sort_out

_NO_TEXT = b'\xef\xbb\xbf\0 \t\r\n{}[],:"'
"""What is no text of anybody: the mark at the front, what a disk leaves, blanks, JSON's own."""


def spent_months(folder: JournalFolder) -> tuple[SpentMonth, ...]:
    """Those of which the journal has every document that can still be taken, be it none."""
    try:
        return tuple(_spent(folder))
    except OSError:
        return ()


def untaken(folder: JournalFolder, coming: Iterable[Document] = ()) -> frozenset[str]:
    """The names of the files that could not be read and out of which something may come yet.

    Of a month in its own place that may come from a backup. `coming` are documents that will be in
    the journal.
    """
    names, spent = set[str](), set[str]()
    with suppress(OSError):  # the journal's problems say why
        names = {each.rpartition("/")[2] for each in unread_in(folder.months())}
        found = _spent(folder, coming) if names else ()
        spent = {each.name for each in found if each.known or is_aside(each.name)}
    return frozenset(names - spent)


def drop_spent_month(folder: JournalFolder, spent: SpentMonth) -> None:
    """Delete the file of one.

    Raises NotSaved where it is none any more or cannot be deleted, and where something of it could
    not be read: it may be the only copy of somebody's words.
    """
    with folder.held():
        if spent.lost:
            raise NotSaved(can_go(spent))
        if spent not in spent_months(folder):
            raise NotSaved(f"{spent.name} changed meanwhile and stays; import it again")
        folder.remove(spent.name)


def _spent(folder: JournalFolder, coming: Iterable[Document] = ()) -> list[SpentMonth]:
    here = [*(each for month in folder.months() for _, each in month.documents), *coming]
    found: list[SpentMonth] = []
    for name, data in folder.unread():
        if not _has_text(data):
            found.append(SpentMonth(name, 0, ()))
            continue
        try:
            intake = sort_out(data.decode("utf-8", "replace"), here, name)
        except InputProblems as error:  # nothing in it even looks like an entry
            found.append(SpentMonth(name, 0, error.problems))
            continue
        if not intake.taken:
            says, lost = _says_purged(data, here), tuple(intake.refused)
            if not (lost or says or intake.known):
                lost = (Problem.of_all(name, WRONG),)
            found.append(SpentMonth(name, intake.known, lost, says))
    return found


def _has_text(data: bytes) -> bool:
    """Whether a file may hold anybody's words: it is neither blank nor a database of nothing."""
    try:
        tables = tables_of(data)
    except Unreadable:
        return bool(data.translate(None, _NO_TEXT))
    return any(
        name != META or set(document) != {"schema"}
        for name, table in tables.items()
        for document in table.values()
    )


def _says_purged(data: bytes, here: Iterable[Document]) -> bool:
    """Whether something in a file would be left out of an import, as it was purged here."""
    stays = purged_here(every := list(here), every)
    return bool(stays.days) and any(map(stays.says, entries_in(data)))
