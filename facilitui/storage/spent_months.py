"""Months that could not be read and are not needed any more: the journal has what is in them.

Nothing deletes one unasked: of a torn month there may be a part that nobody could read.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.errors import NotSaved
from facilitui.core.journal import Document
from facilitui.core.journal_ports import SpentMonth
from facilitui.core.purged_here import purged_here
from facilitui.storage.disk import reason
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_intake import sort_out
from facilitui.storage.journal_salvage import entries_in


def spent_months(folder: JournalFolder) -> tuple[SpentMonth, ...]:
    """Those of which the journal has every document that can still be read."""
    try:
        return tuple(_spent(folder))
    except OSError:
        return ()


def drop_spent_month(folder: JournalFolder, spent: SpentMonth) -> None:
    """Delete the file of one. Raises NotSaved where it is none any more, or cannot be deleted."""
    with folder.held():
        if spent not in spent_months(folder):
            raise NotSaved(f"{spent.name} changed meanwhile and stays; import it again")
        try:
            folder.remove(spent.name)
        except OSError as error:
            raise NotSaved(f"{spent.name} stays: {reason(error)}") from error


def _spent(folder: JournalFolder) -> list[SpentMonth]:
    here = [each for month in folder.months() for _, each in month.documents]
    found: list[SpentMonth] = []
    for name, data in folder.unread():
        intake = sort_out(data.decode("utf-8", "replace"), here, name)
        if intake.known and not intake.taken:
            says = _says_purged(data, here)
            found.append(SpentMonth(name, intake.known, tuple(intake.refused), says))
    return found


def _says_purged(data: bytes, here: Iterable[Document]) -> bool:
    """Whether something in a file would be left out of an import, as it was purged here."""
    stays = purged_here(every := list(here), every)
    return bool(stays.days) and any(map(stays.says, entries_in(data)))
