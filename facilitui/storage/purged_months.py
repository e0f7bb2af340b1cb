"""Blanking documents of the journal: each month that has some is replaced as a whole, at once.

Killed at any moment a month is the one before or the one after, and begun again it goes on with
those that still say something.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.journals.journal import Document, is_blanked, is_entry
from facilitui.core.journals.month_names import is_aside, is_month_name
from facilitui.core.privacy.purging import blanked, seal_of
from facilitui.storage.database_text import Tables
from facilitui.storage.disk import Disk, reason, sweep
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_month import ENTRIES, MonthFile
from facilitui.storage.journal_salvage import entries_in
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_storage import DurableStorage


class PurgedMonths:
    """The months of one home, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def unreadable(self) -> tuple[str, ...]:
        """The files of which nobody can say what they hold, by their paths in the home."""
        found = (self._home.journal / name for name in self._names(_is_of_journal))
        return tuple(
            f"{path.parent.name}/{path.name}" for path in found if self._is_unreadable(path)
        )

    def _is_unreadable(self, path: Path) -> bool:
        return is_aside(path.name) or MonthFile(path, self._disk).month().damaged

    def saved_from(self, file: str) -> tuple[Document, ...]:
        """What can still be read of such a file, by its path in the home. Raises NotSaved."""
        path = self._home.root / file
        try:
            return tuple(entries_in(self._disk.read(path)))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise NotSaved(f"cannot read {file}: {reason(error)}") from error

    def refuse_closed(self, ids: Collection[str]) -> None:
        """Raises NotSaved where a month that holds some of these is another version's to write."""
        for name in self._names(is_month_name):
            month = MonthFile(self._home.journal / name, self._disk).month()
            if month.closed and any(each["id"] in ids for _, each in month.documents):
                raise NotSaved(f"nothing was purged: {month.closed}")

    def blank(self, ids: Collection[str], revisions: Collection[str] | None) -> None:
        """Blank the revisions of these entries that are named, and those without a seal.

        With None every one is.
        Raises NotSaved; no month is then half done.

        One that cannot be read is left: nothing in it can be told from anything else.
        """
        if not ids or not self._home.journal.is_dir():
            return
        with JournalFolder(self._home, self._disk).held():
            sweep(self._home.journal)  # what killed writers left holds texts too
            for name in self._names(is_month_name):
                self._blank_in(
                    DurableStorage(self._home.journal / name, self._disk), ids, revisions
                )

    def _blank_in(
        self, month: DurableStorage, ids: Collection[str], revisions: Collection[str] | None
    ) -> None:
        try:
            tables = month.read()
        except FacilituiError:
            return  # it is named before, and offered to be deleted
        except OSError as error:
            raise NotSaved(f"cannot read {month.shown}: {reason(error)}") from error
        own = list(_of(tables, ids, revisions)) if tables is not None else []
        if tables is not None and own:
            for number, document in own:
                tables[ENTRIES][number] = blanked(document)
            month.write(tables)

    def _names(self, which: Callable[[str], bool]) -> list[str]:
        try:
            return sorted(filter(which, os.listdir(self._home.journal)))
        except FileNotFoundError:
            return []
        except OSError as error:
            told = f"cannot list {self._home.journal.name}: {reason(error)}"
            raise NotSaved(told) from error


def _is_of_journal(name: str) -> bool:
    return is_month_name(name) or is_aside(name)


def _of(
    tables: Tables, ids: Collection[str], revisions: Collection[str] | None
) -> Iterator[tuple[str, Any]]:
    """The documents to be blanked that still say something, by their numbers."""
    for number, document in tables.get(ENTRIES, {}).items():
        is_own = is_entry(document) and document["id"] in ids and not is_blanked(document)
        if is_own and (revisions is None or seal_of(document) in {*revisions, ""}):
            yield number, document
