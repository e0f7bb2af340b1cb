"""The places that a purge has to read: where one of them cannot be, none begins or goes on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.core.safe_text import path as safe_path
from facilitui.storage.disk import Disk, reason
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.paths import Home

UNREAD = (
    "nothing can be purged while {} cannot be read ({}), as what goes may be in it: let it be "
    "read again, then purge"
)
UNWRITABLE = "nothing can be purged while {}/ cannot be written to: make it writable, then purge"
MISSING = "nothing was purged: {} {}"


class PurgePlaces:
    """The folders of one home in which something of a purge may lie, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def refuse_unread(self) -> None:
        """Raises NotSaved, naming the first place of those that cannot be read or are missing."""
        home = self._home
        for folder in (home.journal, home.sessions, home.drafts, home.history):
            self.refuse_unread_within(folder)
        for folder in (home.cache, home.root / "attachments"):  # their files are deleted unread
            list(self._within(folder))
        journal = JournalFolder(home, self._disk)
        months = [*map(journal.month, journal.names())]
        for month in JournalHead(home).gone(months):
            for told in month.problems:
                raise NotSaved(MISSING.format(told.file, told.reason))

    def refuse_unwritable(self, sessions: Iterable[str]) -> None:
        """Raises NotSaved for the first folder in which a purge could not do what it is to do."""
        home = self._home
        beside = (home.journal, home.drafts, home.root / "attachments", home.cache, home.history)
        for folder in (*beside, *(home.sessions / each for each in sessions)):
            if os.path.isdir(folder) and not self._disk.may_write_in(folder):
                shown = os.path.relpath(folder, home.root)
                raise NotSaved(UNWRITABLE.format(safe_path(shown)))

    def refuse_unread_within(self, folder: Path) -> None:
        """The same for all of one folder; one that is not there holds nothing."""
        for path in self._within(folder):
            self._look_into(path)

    def _within(self, folder: Path) -> Iterator[Path]:
        """All files of a folder, however deep; none where it is not there."""
        for where, _, names in os.walk(folder, onerror=self._refuse):
            yield from (Path(where) / name for name in names)

    def _look_into(self, path: Path) -> None:
        try:
            if path.is_file():  # a pipe would be waited for
                self._disk.close(self._disk.open(path, os.O_RDONLY))
        except FileNotFoundError:
            pass  # it went meanwhile
        except OSError as error:
            self._refuse(error, path)

    def _refuse(self, error: OSError, path: Path | None = None) -> None:
        if isinstance(error, FileNotFoundError):
            return
        shown = os.path.relpath(path or str(error.filename), self._home.root)
        raise NotSaved(UNREAD.format(safe_path(shown), reason(error))) from error
