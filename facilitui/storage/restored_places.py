"""What lies in a home where a file of an archive belongs."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from facilitui.core.backups import backup
from facilitui.core.backups.backup import Member
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.read_in_pieces import PIECE

LINKED_FOLDER = "its folder is a link here, which is not followed"


class PlacesHere:
    """The places of one home. All may raise OSError but for `in_the_way`."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def in_the_way(self, path: Path) -> str:
        """Why nothing can be put there at all; empty where something can."""
        for folder in path.relative_to(self._home.root).parents:
            place = self._home.root / folder
            if folder != Path() and os.path.lexists(place):
                if place.is_symlink():
                    return LINKED_FOLDER
                if not place.is_dir():
                    return "a file lies where its folder belongs"
        if path.is_symlink():
            return "is a link here, which is not followed"
        return "is no file here" if os.path.lexists(path) and not path.is_file() else ""

    def digest(self, path: Path, most: int | None = None) -> str | None:
        """The hash of a file, or of so many bytes at its beginning; None where there is none."""
        try:
            handle = self._disk.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        except FileNotFoundError:
            return None
        digest, left = sha256(), most
        try:
            while piece := self._disk.read_piece(
                handle, PIECE if left is None else min(PIECE, left)
            ):
                digest.update(piece)
                left = None if left is None else left - len(piece)
        finally:
            self._disk.close(handle)
        return digest.hexdigest()

    def goes_on(self, log: Path, member: Member) -> bool:
        """Whether a log here begins with all that the archive has of it, as it was added to."""
        return self.digest(log, member.size) == member.sha256

    def is_still(self, path: Path, kept: Member | None) -> bool:
        """Whether what is about to be replaced is still what was packed before."""
        if kept is None or self.digest(path, kept.size) != kept.sha256:
            return False
        with path.open("rb") as file:
            file.seek(kept.size)  # of a log a last line that is half written is not packed
            more = file.read(PIECE)
        return not more or (backup.is_log(kept.name) and b"\n" not in more)
