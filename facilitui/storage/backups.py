"""Backups of a home: one archive of everything, and the way back."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from glob import escape
from itertools import chain, count
from os.path import lexists
from pathlib import Path

from facilitui.core.backups import backup
from facilitui.core.backups.backup import AlreadyThere, DamagedBackup, Member
from facilitui.core.backups.backup_ports import BackedUp, Restored
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.safe_text import quoted
from facilitui.storage.backup_archive import opened
from facilitui.storage.backup_writing import Packing, VanishedCopy
from facilitui.storage.chance import token_hex
from facilitui.storage.disk import TEMPORARY, Disk, not_saved, reason
from facilitui.storage.exports import told, unfit_place
from facilitui.storage.folders import make_folders
from facilitui.storage.home_files import Walk, files_of, is_archive
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.named_files import named
from facilitui.storage.paths import Home
from facilitui.storage.restoring import Restoring
from facilitui.storage.toml_files import known_as
from facilitui.storage.worker import WatchedWorker

_TRIES = 5
_LEFT = f".*.zip.????????{TEMPORARY}"
"""What a killed program leaves of an archive in a folder of the home's own, whatever its name."""
NO_HOME = "there is nothing to back up: {} is no folder yet"
THERE = "{} is there already and was left alone; name another file"
NO_NAME = "a backup is written into a file; name one, such as backup.zip"
WITHIN = (
    "{} lies in the folder of your data, where a backup belongs into exports/ only; name another "
    "place, best on another disk"
)
OF_HOME = "{} is a file of yours and no backup; name another file"
NOT_KEPT = "nothing was replaced, as not all that is here could be kept before; {}"
RESTLESS = "files were attached and let go of all the while; nothing was kept, try again"


class FileBackups:
    """Archives of one home (`facilitui.core.backups.backup_ports.Archives`), on a thread of their
    own."""

    def __init__(self, home: Home, disk: Disk, version: str) -> None:
        """`version` is that of the program, which each archive names."""
        self._home, self._disk, self._version = home, disk, version
        self._exports = home.own(backup.EXPORTS)
        self._worker = WatchedWorker("backups")

    def place(self, name: str) -> str:
        """The path of a file of that name among the exports, with a number where it is taken."""
        stem, dot, ending = name.rpartition(".")
        several = (f"{stem}-{n}{dot}{ending}" for n in count(2))
        free = (each for each in chain([name], several) if not lexists(self._exports / each))
        return told(self._exports / next(free))

    async def write(
        self, file: str, made_at: datetime, progress: Progress, *, force: bool = False
    ) -> BackedUp:
        """Write an archive of the home beside where it shall lie, read it again, then name it.

        Raises NotSaved or Stopped; nothing is left of it then.
        """
        return await self._worker.watch(partial(self._write, Path(file), made_at, force), progress)

    async def restore(
        self, file: str, made_at: datetime, progress: Progress, *, replace: bool = False
    ) -> Restored:
        """Check an archive whole, then put in place what is not here. See the port for errors."""
        return await self._worker.watch(partial(self._restore, file, made_at, replace), progress)

    def close(self) -> None:
        """Stop what can be stopped, finish all else, and end the thread."""
        self._worker.close()

    def _restore(self, file: str, made_at: datetime, replace: bool, progress: Progress) -> Restored:
        progress.stretches = 2
        with named(file) as path, opened(path, progress) as archive:
            before = partial(self._before, made_at) if replace else None
            return Restoring(self._home, self._disk, archive, before).restore(progress)

    def _before(self, made_at: datetime) -> tuple[str, Mapping[str, Member]]:
        """Keep the home as it is before anything of it is replaced: where, and what by name."""
        make_folders(self._disk, self._home.root, folder := self._home.own(backup.BACKUPS))
        stem = f"before-restore-{made_at:%Y-%m-%d-%H%M%S}"
        path = folder / f"{stem}.zip"
        while path.exists():
            path = folder / f"{stem}-{token_hex(2)}.zip"
        made = self._write(path, made_at, False, Progress())
        if made.lost:
            raise NotSaved(NOT_KEPT.format(made.lost[0]))
        with opened(path, Progress()) as kept:
            return made.where, {each.name: each for each in kept.manifest.files}

    def _write(self, file: Path, made_at: datetime, force: bool, progress: Progress) -> BackedUp:
        target = self._target(file, force)
        for _ in range(_TRIES):
            with suppress(VanishedCopy):
                return self._written(target, made_at, force, progress)
        raise NotSaved(RESTLESS)

    def _target(self, file: Path, force: bool) -> Path:
        """Where an archive shall lie in the end. Raises NotSaved."""
        shown = quoted(file.name or str(file))
        if str(file) in ("-", "."):
            raise NotSaved(NO_NAME)
        try:
            path = Path(os.path.abspath(file.expanduser()))
            if unfit := unfit_place(path):
                raise NotSaved(f"{shown} {unfit}")
            if os.path.lexists(path) and not force:
                raise AlreadyThere(THERE.format(shown))
            self._refuse_within(path, shown)
            if not self._home.root.is_dir():
                raise NotSaved(NO_HOME.format(known_as(self._home.root)))
            if path.parent == self._exports:
                make_folders(self._disk, self._home.root, self._exports)
            if not path.parent.is_dir():
                raise NotSaved(f"there is no folder {quoted(path.parent.name)}; make it first")
            return Path(os.path.realpath(path))
        except (ValueError, RuntimeError, OSError):
            raise NotSaved(f"{shown} cannot be the name of a file") from None

    def _refuse_within(self, path: Path, shown: str) -> None:
        """Raises NotSaved where a backup would lie among, or upon, what the home is made of."""
        root, place = Path(os.path.realpath(self._home.root)), Path(os.path.realpath(path))
        if not place.is_relative_to(root):
            return
        folders = (root / backup.EXPORTS, root / backup.BACKUPS)
        if not any(place.is_relative_to(each) and place != each for each in folders):
            raise NotSaved(WITHIN.format(shown))
        if os.path.lexists(place) and not is_archive(place):
            raise NotSaved(OF_HOME.format(shown))

    def _written(
        self, target: Path, made_at: datetime, force: bool, progress: Progress
    ) -> BackedUp:
        with self._coming(target) as (temporary, handle):
            try:
                walk, journal = self._listed(target)
                progress.begin("packing", sum(each.size for each in walk.files))
                packing = Packing(self._disk, handle, (self._version, made_at), progress)
                manifest = packing.pack(walk.files, journal)
                self._disk.sync(handle)
                _read_again(temporary, progress)
                if os.path.lexists(target) and not force:
                    raise AlreadyThere(THERE.format(quoted(target.name)))
                self._disk.replace(temporary, target)
                self._disk.sync_folder(target.parent)
            except OSError as error:
                raise not_saved(target, error) from error
            size = os.fstat(handle).st_size
        lost = (*walk.lost, *packing.lost)
        return BackedUp(
            where=told(target),
            files=len(manifest.files),
            size=size,
            counts=manifest.counts,
            lost=lost,
            left_out=(*walk.left_out, *packing.left_out),
            unread=manifest.unread,
        )

    @contextmanager
    def _coming(self, target: Path) -> Iterator[tuple[Path, int]]:
        """A new file beside the target, locked so that nobody sweeps it; it goes with its name."""
        begun = f".{target.name}."
        self._sweep(target.parent, f"{escape(begun)}*{TEMPORARY}")
        for own in (self._exports, self._home.own(backup.BACKUPS)):
            self._sweep(own, _LEFT)
        temporary = target.with_name(f"{begun}{token_hex(4)}{TEMPORARY}")
        try:
            handle = self._disk.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except OSError as error:
            raise not_saved(target, error) from error
        try:
            with suppress(OSError):  # a folder that takes no locks is no worse than another
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield temporary, handle
        finally:
            self._disk.close(handle)
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _sweep(self, folder: Path, named: str) -> None:
        """Remove what killed programs left of archives."""
        for left in folder.glob(named):
            with suppress(OSError), left.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                left.unlink()

    def _listed(self, target: Path) -> tuple[Walk, dict[str, bytes]]:
        """The files of the home, and those of the journal as they are at one moment.

        While the journal is held no entry comes and no copy goes: an entry that is read names
        copies that are listed. Logs and plans are read later, and have what these entries tell of.
        """
        if not os.access(self._home.journal, os.W_OK):
            return self._read(target)  # nobody can write there, so nobody has to be kept out
        with JournalFolder(self._home, self._disk).held():
            return self._read(target)

    def _read(self, target: Path) -> tuple[Walk, dict[str, bytes]]:
        walk = files_of(self._home, but=target)
        journal: dict[str, bytes] = {}
        for each in [each for each in walk.files if each.name.startswith(f"{backup.JOURNAL}/")]:
            try:
                journal[each.name] = self._disk.read(each.path)
            except OSError as error:
                walk.lost.append(f"{each.name} cannot be read: {reason(error)}")
                walk.files.remove(each)
        return walk, journal


def _read_again(file: Path, progress: Progress) -> None:
    """Whatever the disk made of an archive shows now, not when it is needed. Raises NotSaved."""
    try:
        with opened(file, progress):
            pass
    except DamagedBackup as error:
        told = f"nothing was kept, as the disk did not keep what was written: {error.why}"
        raise NotSaved(f"{told}; write it to another disk") from error
