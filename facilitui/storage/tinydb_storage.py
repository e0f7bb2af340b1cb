"""The TinyDB storage below the journal: a file that is always whole, and a reading that is cheap.

Stock TinyDB writes in place: a kill, a full disk or a second process in the middle leaves a cut
file. Here the file is replaced at once and forced to the disk, as `facilitui.storage.database_text`
writes it, so that it reads and compares well.

A storage takes no lock: who writes holds the journal's lock from reading to writing. Stock TinyDB
knows none, and writes into what was replaced: open it for a moment while nothing else writes.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tinydb.storages import Storage

from facilitui.core.errors import InputProblems, NotSaved, Problem
from facilitui.storage.database_text import Tables, Unreadable, bytes_of, tables_of
from facilitui.storage.disk import Disk, reason, sweep, write_atomically


class DurableStorage(Storage):
    """One database file: `TinyDB(path, disk, storage=DurableStorage)`.

    Give each table `cache_size=0`: TinyDB's own cache of queries does not see what other
    processes write.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._signature: tuple[int, int, int] | None = None
        self._found: Tables | Unreadable | None = None

    @property
    def shown(self) -> str:
        """The file as a person knows it."""
        return f"{self._path.parent.name}/{self._path.name}"

    def read(self) -> Tables | None:
        """All tables, read anew from the file, for TinyDB to change and write back.

        None where there is no file, or an empty one. Raises InputProblems or OSError.
        """
        if not self._stat():
            return None
        try:
            return tables_of(self._disk.read(self._path), read_only=False)
        except Unreadable as error:
            raise self._problem(error) from None

    def view(self) -> Tables | None:
        """All tables, shared and never to be changed: parsed again only where the file changed.

        The same object for as long as the file stays the same. Raises as `read` does.
        """
        signature = self._stat()
        if signature is None:
            self.close()
        elif signature != self._signature:
            # If they differ, the signature is the older one: a change shows at the next look.
            self._found = self._made_of(self._disk.read(self._path))
            self._signature = signature
        if isinstance(self._found, Unreadable):
            raise self._problem(self._found)
        return self._found

    def write(self, data: Tables) -> None:
        """Replace the file at once and force it to the disk. Raises NotSaved; it is then whole.

        Sweeps what killed writers left in the folder, which only the lock's holder may do.
        """
        try:
            encoded = bytes_of(data)
        except (TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"cannot write {self.shown}: {error}") from error
        self._put(encoded)

    def close(self) -> None:
        """Forget what was read, so that the next look reads the file whatever its date says."""
        self._signature = self._found = None

    def _made_of(self, data: bytes) -> Tables | Unreadable:
        """What there is to see in the bytes of the file."""
        try:
            return tables_of(data, read_only=True)
        except Unreadable as error:
            return error

    def _put(self, encoded: bytes) -> None:
        self._refuse_read_only()
        self.close()
        sweep(self._path.resolve().parent)
        write_atomically(self._disk, self._path, encoded)

    def _refuse_read_only(self) -> None:
        """Replacing needs no permission of the file itself, so a file made read-only is asked."""
        try:
            if not os.stat(self._path).st_mode & stat.S_IWUSR:
                raise NotSaved(f"cannot write {self.shown}: the file is read-only")
        except FileNotFoundError:
            return
        except OSError as error:
            raise NotSaved(f"cannot write {self.shown}: {reason(error)}") from error

    def _stat(self) -> tuple[int, int, int] | None:
        """What tells one state of the file from another; None where nothing is in it."""
        try:
            found = os.stat(self._path)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(found.st_mode):
            raise OSError("it is not a file")
        return (found.st_ino, found.st_mtime_ns, found.st_size) if found.st_size else None

    def _problem(self, error: Unreadable) -> InputProblems:
        return InputProblems((Problem(self.shown, error.line, error.column, error.why),))
