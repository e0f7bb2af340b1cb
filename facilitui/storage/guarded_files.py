"""Files that people may change in another program: written under a lock, and only if unchanged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitui.core.errors import ChangedOnDisk, InputProblems, NotSaved
from facilitui.storage.disk import Disk, not_saved, reason, sweep, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.home_lock import LOCK_SECONDS, acquired
from facilitui.storage.toml_files import MOST_BYTES, known_as, read_bytes

HISTORY = ".history"
"""The folder within that keeps earlier states."""


class GuardedFiles:
    """The files of one folder of a home, each known by a name.

    Whoever writes one names the digest that it had when it was read. A file that has another one
    by now is left alone.
    """

    def __init__(
        self, root: Path, folder: Path, disk: Disk, what: str, lock_seconds: float = LOCK_SECONDS
    ) -> None:
        """`what` is what one file holds, such as "plan"."""
        self._root = root
        self._folder = folder
        self._disk = disk
        self._what = what
        self._lock_seconds = lock_seconds
        self._attempted: dict[str, str] = {}

    @property
    def history(self) -> Path:
        """Where earlier states are kept."""
        return self._folder / HISTORY

    def unchanged(self, name: str, path: Path, based_on: str) -> bytes | None:
        """The file as it is, if it is as the caller last saw it. Raises ChangedOnDisk."""
        try:
            data = read_bytes(self._disk, path)
        except FileNotFoundError:
            if based_on:
                words = "has been moved or removed since it was read; nothing was written"
                raise ChangedOnDisk(f"{known_as(path)} {words}") from None
            return None
        except InputProblems as error:
            raise ChangedOnDisk(str(error.problems[0])) from error
        if digest_of(data) in {based_on, self._attempted.get(name)}:
            return data
        if not based_on:
            raise ChangedOnDisk(f"{known_as(path)} is there already; it has been left alone")
        words = "was changed by another program since it was read; it has been left alone"
        raise ChangedOnDisk(f"{known_as(path)} {words}")

    def write(self, name: str, path: Path, before: bytes | None, data: bytes) -> str:
        """Write a file that is `before` now, and give its digest. Raises NotSaved.

        To be called under the lock.
        """
        self.check_size(data)
        digest = digest_of(data)
        if data != before or self._attempted.get(name) == digest:
            # Should only the last step of the writing fail, the file is the new one; it has not
            # been changed by anybody else then.
            self._attempted[name] = digest
            write_atomically(self._disk, path, data)
            del self._attempted[name]
        return digest

    def rename(self, path: Path, target: Path) -> None:
        """Give a file a name that nothing has, at once or not at all. Raises NotSaved.

        To be called under the lock. After a power cut it may have the name before.
        """
        if os.path.lexists(target):
            raise NotSaved(f"{known_as(target)} is there already; it has been left alone")
        try:
            self._disk.replace(path, target)
        except OSError as error:
            raise NotSaved(f"cannot rename {known_as(path)}: {reason(error)}") from error
        with suppress(OSError):
            self._disk.sync_folder(target.parent)

    def check_size(self, data: bytes) -> None:
        """Raise NotSaved for a file that could not be read again."""
        if len(data) > MOST_BYTES:
            words = f"the {self._what} has grown beyond 2 MB; take some of its text out"
            raise NotSaved(words)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other copies of the program out. Raises NotSaved."""
        make_folders(self._disk, self._root, self._folder, self.history)
        try:
            lock = acquired(self._folder / ".lock", self._lock_seconds, f"the {self._what}s")
        except OSError as error:
            raise not_saved(self._folder, error) from error
        try:
            # Under the lock, so that what another copy is just writing is never swept away.
            sweep(self._folder)
            sweep(self.history)
            yield
        finally:
            lock.release()


def digest_of(data: bytes) -> str:
    """What a file is compared by."""
    return hashlib.sha256(data).hexdigest()
