"""Reading an archive: all of it is checked before anything of it is used."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from facilitui.core import safe_text
from facilitui.core.backups import backup
from facilitui.core.backups.backup import (
    DamagedBackup,
    Manifest,
    Member,
    NewerBackup,
    manifest_in,
    wrong_name,
)
from facilitui.core.errors import NotFound
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.storage.backup_writing import SMALL
from facilitui.storage.database_text import Unreadable, tables_of
from facilitui.storage.disk import reason
from facilitui.storage.home_files import END_MARK
from facilitui.storage.read_in_pieces import PIECE

_END, _END_SIGN = 22, b"PK\5\6"
"""The size of what a zip file ends with before its comment, and what that begins with."""
NO_BACKUP = (
    "{} is no backup, nothing of it was taken; name a file that `facilitui journal backup` wrote"
)
_ENCRYPTED = 1
_BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the standard library says of a zip file that is not as it should be."""


class Archive:
    """An archive that was checked whole, and is still open."""

    def __init__(self, opened: ZipFile, name: str, manifest: Manifest) -> None:
        self._zip = opened
        self.name = name
        """What its file is called."""
        self.manifest = manifest

    def pieces(self, member: Member) -> Iterator[bytes]:
        """The bytes of a file in it. Raises DamagedBackup where they are not those any more."""
        digest, left = sha256(), member.size
        try:
            with self._zip.open(member.name) as packed:
                while piece := packed.read(PIECE):
                    left -= len(piece)
                    if left < 0:
                        break
                    digest.update(piece)
                    yield piece
        except (*_BROKEN, ValueError, OSError):
            raise _damaged_file(member) from None
        if left or digest.hexdigest() != member.sha256:
            raise _damaged_file(member)

    def read(self, member: Member) -> bytes:
        """All bytes of a file in it."""
        return b"".join(self.pieces(member))


def _is_one(file: BinaryIO) -> bool:
    """Whether a file begins or ends as a backup does, however damaged it may be."""
    begins = file.read(len(backup.BEGINNING))
    file.seek(max(0, file.seek(0, os.SEEK_END) - len(END_MARK)))
    return begins == backup.BEGINNING or file.read() == END_MARK


@contextmanager
def opened(path: Path, progress: Progress) -> Iterator[Archive]:
    """An archive, once all of it is checked. Raises NotFound, DamagedBackup or Stopped."""
    shown = safe_text.quoted(path.name)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise NotFound(f"there is no file {shown}; name a backup") from None
    except OSError as error:
        raise NotFound(f"{shown} cannot be read: {reason(error)}") from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotFound(f"{shown} is not a file; name a backup")
        if not _is_one(file):
            raise NotFound(NO_BACKUP.format(shown))
        try:
            archive = _checked(file, path.name, progress)
        except NewerBackup as error:
            raise NewerBackup(f"{shown}: nothing of it was taken, {error}", str(error)) from None
        except DamagedBackup as error:
            told = f"{shown} is damaged or was changed, nothing of it was taken: {error}"
            raise DamagedBackup(told, str(error)) from None
        with archive._zip:
            yield archive


def _checked(file: BinaryIO, name: str, progress: Progress) -> Archive:
    """An archive of which everything holds. Raises DamagedBackup with the reason alone."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END - len(END_MARK)))
    end = file.read()
    if not end.endswith(END_MARK):
        raise DamagedBackup("it does not end as a backup does; it was cut off, or is no backup")
    if not end.startswith(_END_SIGN):
        raise DamagedBackup("its end is not that of a zip file")
    try:
        found = ZipFile(file)
        members = found.infolist()
    except (*_BROKEN, ValueError, OSError, UnicodeError):
        raise DamagedBackup("its table of contents cannot be read") from None
    _check_table(members)
    manifest = _manifest(found, members)
    _check_members(members[:-1], manifest)
    archive = Archive(found, name, manifest)
    progress.begin("reading it", sum(each.size for each in manifest.files))
    for member in manifest.files:
        _check_bytes(archive, member, progress)
    return archive


def _check_table(members: Sequence[ZipInfo]) -> None:
    """Whether a table of contents is one that this program writes."""
    if not members or members[-1].filename != backup.MANIFEST:
        raise DamagedBackup(f"it has no {backup.MANIFEST} at its end")
    if why := wrong_name(each.filename for each in members[:-1]):
        raise DamagedBackup(why)
    for each in members:
        shown = safe_text.quoted(each.filename)
        kind = stat.S_IFMT(each.external_attr >> 16)
        if each.is_dir() or kind not in (0, stat.S_IFREG):
            raise DamagedBackup(f"{shown} in it is no file")
        if each.orig_filename != each.filename:
            raise DamagedBackup(f"{shown} in it has another name")
        if each.flag_bits & _ENCRYPTED or each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DamagedBackup(f"{shown} in it is packed in a way that backups are not")
    places = sorted((each.header_offset, each.compress_size) for each in members)
    if places[0][0] != 0:
        raise DamagedBackup("something lies before its beginning")
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise DamagedBackup("files in it lie over each other")


def _manifest(found: ZipFile, members: Sequence[ZipInfo]) -> Manifest:
    if members[-1].file_size > backup.most_manifest(each.filename for each in members):
        raise DamagedBackup(f"its {backup.MANIFEST} is too large")
    try:
        with found.open(members[-1]) as packed:
            data = packed.read()  # never more than the size that it says
    except (*_BROKEN, ValueError, OSError):
        raise DamagedBackup(f"its {backup.MANIFEST} cannot be read") from None
    return manifest_in(data)


def _check_members(members: Sequence[ZipInfo], manifest: Manifest) -> None:
    """Whether an archive has what its manifest names, and nothing else."""
    packed = {each.filename: each.file_size for each in members}
    named = {each.name: each.size for each in manifest.files}
    if len(named) != len(manifest.files):
        raise DamagedBackup(f"its {backup.MANIFEST} names a file twice")
    for name in sorted(packed.keys() ^ named.keys()):
        where = "missing" if name in named else f"not named in its {backup.MANIFEST}"
        raise DamagedBackup(f"{safe_text.quoted(name)} is {where}")
    for name, count in named.items():
        if packed[name] != count:
            raise DamagedBackup(f"{safe_text.quoted(name)} in it has another size")
    if any(map(_is_trap, members)):
        raise DamagedBackup("it unpacks to far more than a backup does")


def _is_trap(member: ZipInfo) -> bool:
    if member.compress_type == ZIP_STORED:
        return False
    size = member.file_size
    return size >= SMALL or backup.is_too_tight(member.filename, size, member.compress_size)


def _check_bytes(archive: Archive, member: Member, progress: Progress) -> None:
    """Whether a file is as the manifest says, and a month of the journal one that can be read."""
    is_month = backup.is_month(member.name) and member.name not in archive.manifest.unread
    kept: list[bytes] = []
    for piece in archive.pieces(member):
        if progress.stopped:
            raise Stopped(STOPPED)
        progress.done += len(piece)
        if is_month:
            kept.append(piece)
    if kept:
        try:
            tables_of(b"".join(kept))
        except Unreadable as error:
            raise DamagedBackup(f"{safe_text.quoted(member.name)} in it {error.why}") from None


def _damaged_file(member: Member) -> DamagedBackup:
    return DamagedBackup(f"{safe_text.quoted(member.name)} in it is not as it was packed")
