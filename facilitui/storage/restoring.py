"""Putting the files of an archive into a home: each at once or not at all, none unasked over one.

A killed restore leaves whole files behind, and the same once more goes on from there: what is in
its place already is known. The journal comes last, so that its entries find what they name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.backups import backup
from facilitui.core.backups.backup import Member
from facilitui.core.backups.backup_ports import Restored
from facilitui.core.errors import HostedElsewhere, NotSaved
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.core.privacy.purged_here import UNTOLD
from facilitui.core.told import plural
from facilitui.storage.backup_archive import Archive
from facilitui.storage.chance import token_hex
from facilitui.storage.disk import TEMPORARY, Disk, reason, write_all
from facilitui.storage.folders import make_folders
from facilitui.storage.home_lock import GOING, GOING_OR_COMING, acquired
from facilitui.storage.log_values import session_folders
from facilitui.storage.paths import Home
from facilitui.storage.purges_seen import PurgesSeen, still_told
from facilitui.storage.restored_places import PlacesHere
from facilitui.storage.restoring_months import RestoringMonths
from facilitui.storage.session_folder import host_is_there

COMING = ".restoring"
"""The folder in which a file lies until it is whole."""
NOT_BEGUN = (
    "nothing was restored, as nothing can be written to the home: {}; mend that, then restore again"
)
DIFFERS = "differs; --replace takes the archive's"
SAVED_MEANWHILE = "was saved meanwhile in another copy of the program, and is left as it is"
CAME_BACK = ("document was purged here, and what it", "documents were purged here, and what they")
MAY_BE_PURGED = "differs, and may have been purged here: {}, and may have told of it"
STOPPED_HALFWAY = "stopped: {} written, and every file is whole; the same once more goes on"
_WAIT_SECONDS = 1.0

KeepBefore = Callable[[], tuple[str, Mapping[str, Member]]]
"""Keeps the home as it is, before anything of it is replaced: where, and what, by name.

Raises NotSaved.
"""


class Restoring:
    """One restore. For one thread."""

    def __init__(
        self, home: Home, disk: Disk, archive: Archive, keep_before: KeepBefore | None
    ) -> None:
        """Without `keep_before` whatever differs is left as it is."""
        self._home, self._disk, self._archive, self._keep_before = home, disk, archive, keep_before
        self._places = PlacesHere(home, disk)
        self._coming = home.root / COMING
        self._written = self._known = 0
        self._left: list[str] = []
        self._replaced: list[str] = []
        self._notes: list[str] = []
        self._before = ""
        """Where this home was packed before the first of it is replaced; empty before that."""
        self._kept: Mapping[str, Member] = {}
        self._purges: PurgesSeen
        """What was purged here, once nobody else purges or restores."""
        self._folder: Path | None = None
        """The folder whose new names are not forced to the disk yet."""

    def restore(self, progress: Progress) -> Restored:
        """Put everything in place. Raises HostedElsewhere or NotSaved."""
        self._refuse_hosted()
        self._make_folder()
        try:
            lock = acquired(self._home.root / GOING, _WAIT_SECONDS, GOING_OR_COMING)
        except OSError as error:
            raise NotSaved(NOT_BEGUN.format(reason(error)), reason(error)) from error
        try:
            self._make_folder(self._coming)
            return self._restore(progress)
        finally:
            with suppress(OSError):
                shutil.rmtree(self._coming)
            lock.release()

    def _make_folder(self, *within: Path) -> None:
        try:
            make_folders(self._disk, self._home.root, *within)
        except NotSaved as error:
            raise NotSaved(NOT_BEGUN.format(error.why), error.why) from error

    def _refuse_hosted(self) -> None:
        for folder in session_folders(self._home):
            if host_is_there(folder):
                shown = safe_text.line(folder.name)
                told = f"the session {shown} is open in another copy of the program"
                raise HostedElsewhere(f"{told}; leave it there first, nothing was restored")

    def _restore(self, progress: Progress) -> Restored:
        for left in self._coming.glob(f"*{TEMPORARY}"):
            with suppress(OSError):
                left.unlink()
        self._purges = PurgesSeen(self._home, self._disk, self._archive)
        members = self._archive.manifest.files
        progress.begin("bringing it back", sum(each.size for each in members))
        for member in members:
            if not backup.is_month(member.name):
                self._refuse_stopped(progress)
                self._put_file(member)
                progress.done += member.size
        self._sync()
        self._refuse_stopped(progress)
        months = self._months([each for each in members if backup.is_month(each.name)], progress)
        return Restored(
            name=self._archive.name,
            written=self._written + months.written,
            known=self._known + months.known,
            joined=months.joined,
            mended=len(months.mended),
            altered=months.altered,
            replaced=(*self._replaced, *months.mended),
            left=(*self._left, *months.left),
            aside=tuple(months.aside),
            lines=months.lines,
            hurt=tuple(months.hurt),
            notes=tuple(self._notes),
            before=self._before,
        )

    def _months(self, members: list[Member], progress: Progress) -> RestoringMonths:
        if any(map(self._differs, members)):  # before the journal is held, as this packs it too
            self._keep()
        parts = (self._home, self._disk, self._archive, self._purges.purged)
        months = RestoringMonths(*parts, replace=self._replaces)
        months.put(members, progress)
        if self._written or months.written or months.lines:
            self._notes += [UNTOLD.format(each) for each in self._purges.purged.unread]
        if months.came_back:
            self._notes.append(f"{plural(months.came_back, *CAME_BACK)} said did not come back")
        self._notes += [*months.notes, *still_told(self._home, self._disk)]
        return months

    def _refuse_stopped(self, progress: Progress) -> None:
        """Raises Stopped where somebody gave up waiting: between two files, each of them whole."""
        if progress.stopped:
            self._sync()
            raise Stopped(STOPPED_HALFWAY.format(plural(self._written, "file")))

    @property
    def _replaces(self) -> bool:
        return self._keep_before is not None

    def _keep(self) -> None:
        """Keep what is here, once, where any of it is to be replaced. Raises NotSaved."""
        if self._keep_before is not None and not self._before:
            self._before, self._kept = self._keep_before()

    def _differs(self, month: Member) -> bool:
        """Whether a month that is here and can be read may take the archive's words."""
        with suppress(OSError):
            return self._places.digest(self._home.root / month.name) not in (None, month.sha256)
        return False

    def _put_file(self, member: Member) -> None:
        path = self._home.root / member.name
        if why := self._why_not(member, path):
            self._leave(member, why)
            return
        try:
            here = self._places.digest(path)
            if here == member.sha256 or (
                backup.is_log(member.name) and self._places.goes_on(path, member)
            ):
                self._known += 1
                return
        except OSError as error:
            self._leave(member, f"cannot be read here: {reason(error)}")
            return
        if here is not None and self._purges.may_have(member.name):
            self._leave(member, MAY_BE_PURGED.format(self._purges.purged.unread[0]))
        elif here is not None and not self._replaces:
            self._leave(member, DIFFERS)
        else:
            self._put(path, member, over=here is not None)

    def _why_not(self, member: Member, path: Path) -> str:
        """Why a file of the archive does not come here at all; empty where it may."""
        why = backup.never_comes(member) or self._purges.why_not(member)
        return why or self._places.in_the_way(path)

    def _leave(self, member: Member, why: str) -> None:
        self._left.append(f"{safe_text.path(member.name)} ({why})")

    def _put(self, path: Path, member: Member, *, over: bool) -> None:
        """Write a file aside, then give it its name. Raises NotSaved or DamagedBackup."""
        if over:
            self._keep()
        aside = self._coming / f"{token_hex(8)}{TEMPORARY}"
        folders = [self._home.root / each for each in path.relative_to(self._home.root).parents]
        try:
            handle = self._disk.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            try:
                for piece in self._archive.pieces(member):
                    write_all(self._disk, handle, piece)
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
            if member.changed:
                with suppress(OSError, OverflowError):
                    os.utime(aside, (member.changed, member.changed))
            make_folders(self._disk, self._home.root, *reversed(folders[:-1]))
            if not over and os.path.lexists(path):
                self._leave(member, "came to be here meanwhile")
                return
            self._sync(but=path.parent)
            if over and not self._places.is_still(path, self._kept.get(member.name)):
                self._leave(member, SAVED_MEANWHILE)
                return
            self._disk.replace(aside, path)
            self._folder = path.parent
            self._written += 1
            self._replaced += [safe_text.path(member.name)] if over else []
        except OSError as error:
            raise _not_restored(path, error) from error
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def _sync(self, but: Path | None = None) -> None:
        """Force the names in a folder to the disk, once all of its files are there."""
        if self._folder is not None and self._folder != but:
            try:
                self._disk.sync_folder(self._folder)
            except OSError as error:
                raise _not_restored(self._folder, error) from error
            self._folder = None


def _not_restored(path: Path, error: OSError) -> NotSaved:
    """What to say where the disk took no more: what was put in place before is whole."""
    why = reason(error)
    told = f"not all was restored, {why} ({safe_text.path(path.name)})"
    return NotSaved(f"{told}; what is there is whole, and the same once more goes on", why)
