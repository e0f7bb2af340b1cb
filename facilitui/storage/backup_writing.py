"""Writing an archive: each file of a home is read once, packed and hashed as it is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo
from zlib import compress

from facilitui.core import safe_text
from facilitui.core.backups import backup
from facilitui.core.backups.backup import Manifest, Member
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.storage.database_text import Unreadable, tables_of
from facilitui.storage.disk import PRIVATE_FILE, Disk, reason, write_all
from facilitui.storage.home_files import END_MARK, HomeFile, pieces_of_log
from facilitui.storage.read_in_pieces import PIECE

_AS_THEY_ARE = (backup.ATTACHMENTS, backup.EXPORTS)
"""Folders of files that are mostly packed already."""
SMALL = 64 * 2**20
"""In bytes. Larger files are not packed tighter, as what unpacks to many times its size is taken
for a trap, and are not read before they are packed: where one of them cannot be read to its end
there is no archive."""


class VanishedCopy(Exception):
    """An attached copy that the journal still named has been let go meanwhile."""


class Unread(NotSaved):
    """A file of the home that cannot be read to its end."""


class _Out:
    """What a zip file is written into: only ever onwards, and nowhere once it failed."""

    def __init__(self, disk: Disk, handle: int) -> None:
        self._disk, self._handle = disk, handle
        self._failed = False

    def write(self, data: bytes) -> int:
        if not self._failed:
            try:
                write_all(self._disk, self._handle, data)
            except OSError:
                self._failed = True  # so that closing the zip file does not fail once more
                raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Whoever opened the file closes it."""

    def give_up(self) -> None:
        """What is written from now on is for nobody."""
        self._failed = True


class Packing:
    """One archive as it is written."""

    def __init__(
        self, disk: Disk, handle: int, made: tuple[str, datetime], progress: Progress
    ) -> None:
        """`handle` is a new file; `made` is by which version, and when, as an aware time."""
        self._disk, self._progress = disk, progress
        self._version, self._made_at = made
        self._out = _Out(disk, handle)
        self._zip = ZipFile(self._out, "w")
        self._members: list[Member] = []
        self.lost: list[str] = []
        self.left_out: list[str] = []
        self.unread: list[str] = []

    def pack(self, files: Iterable[HomeFile], journal: dict[str, bytes]) -> Manifest:
        """Pack files, those of the journal as they were read before. Raises OSError or Stopped."""
        try:
            for each in files:
                if (data := journal.get(each.name)) is not None:
                    tight = not _is_trap(each.name, data)
                    self._add(each, (data,), len(data), tight=tight)
                    self._look_at_month(each.name, data)
                else:
                    self._add_file(each)
            return self._finish()
        except BaseException:
            self._out.give_up()
            self._zip.close()
            raise

    def _look_at_month(self, name: str, data: bytes) -> None:
        if backup.is_month(name) and data:
            try:
                tables_of(data)
            except Unreadable:
                self.unread.append(name)

    def _add_file(self, file: HomeFile) -> None:
        try:
            handle = self._disk.open(file.path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        except FileNotFoundError:
            if file.name.startswith(f"{backup.ATTACHMENTS}/"):
                raise VanishedCopy from None
            return  # it was deleted since it was listed, as drafts are
        except OSError as error:
            self.lost.append(f"{safe_text.path(file.name)} cannot be read: {reason(error)}")
            return
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                self.lost.append(f"{safe_text.path(file.name)} is no file any more")
                return
            pieces: Iterable[bytes] = self._pieces(file.name, handle)
            size = file.size
            if file.size < SMALL:
                pieces = list(pieces)
                size = sum(map(len, pieces))
            packed = self._add(
                file, pieces_of_log(pieces) if backup.is_log(file.name) else pieces, size
            )
            if packed < size:
                shown = safe_text.path(file.name)
                self.left_out.append(f"{shown}: its last line is half written and is not packed")
        except Unread as error:
            if file.size >= SMALL:
                raise
            self.lost.append(str(error))
        finally:
            self._disk.close(handle)

    def _pieces(self, name: str, handle: int) -> Iterator[bytes]:
        try:
            while piece := self._disk.read_piece(handle, PIECE):
                yield piece
        except OSError as error:
            told = f"{safe_text.path(name)} cannot be read to its end: {reason(error)}"
            raise Unread(told) from error

    def _add(
        self, file: HomeFile, pieces: Iterable[bytes], size: int, *, tight: bool = True
    ) -> int:
        """Pack a file of so many bytes, or somewhat more where it is large; how many they were."""
        tight = tight and size < SMALL and not file.name.startswith(_AS_THEY_ARE)
        info = self._info(file.name, ZIP_DEFLATED if tight else ZIP_STORED)
        info.file_size = size  # for a file of several GB, which is told otherwise
        digest, count = sha256(), 0
        with self._zip.open(info, "w") as packed:
            for piece in pieces:
                if self._progress.stopped:
                    raise Stopped(STOPPED)
                packed.write(piece)
                digest.update(piece)
                count += len(piece)
                self._progress.done += len(piece)
        member = Member(name=file.name, size=count, sha256=digest.hexdigest(), changed=file.changed)
        self._members.append(member)
        return count

    def _finish(self) -> Manifest:
        manifest = Manifest(
            kind=backup.KIND,
            archive=backup.SCHEMA,
            version=self._version,
            made_at=self._made_at,
            counts=backup.counted(each.name for each in self._members),
            unread=tuple(self.unread),
            files=tuple(self._members),
        )
        data = backup.manifest_text(manifest)
        with closing(self._zip):
            self._zip.writestr(self._info(backup.MANIFEST, ZIP_DEFLATED), data)
            self._zip.comment = END_MARK
        return manifest

    def _info(self, name: str, packed: int) -> ZipInfo:
        at = self._made_at
        info = ZipInfo(name, (max(1980, at.year), at.month, at.day, at.hour, at.minute, at.second))
        info.compress_type, info.create_system = packed, 3
        info.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
        return info


def _is_trap(name: str, data: bytes) -> bool:
    """Whether a month would be packed so tightly that nobody unpacks it, or nearly so."""
    size = len(data)
    may_be = backup.is_too_tight(name, size, 0)
    return may_be and backup.is_too_tight(name, size, len(compress(data)) // 2)
