"""The stores of one home, and the clock, each made when it is first asked for."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facilitui.storage.paths import Home

if TYPE_CHECKING:
    from facilitui.core.ports import Clock
    from facilitui.storage.attachments import FileAttachments
    from facilitui.storage.backups import FileBackups
    from facilitui.storage.disk import Disk
    from facilitui.storage.drafts import FileDrafts
    from facilitui.storage.exports import FileExports
    from facilitui.storage.form_columns_file import FileForms
    from facilitui.storage.groups import FileGroups
    from facilitui.storage.library import FileLibrary
    from facilitui.storage.log_checks import FileSessionLogs
    from facilitui.storage.log_following import FileFeed
    from facilitui.storage.outside import FileOutside
    from facilitui.storage.plans import FilePlans
    from facilitui.storage.protocols_own import FileProtocols
    from facilitui.storage.purging import FilePurging
    from facilitui.storage.session_digests import FileDigests
    from facilitui.storage.session_plans import FileSessionPlans
    from facilitui.storage.sessions import FileSessions
    from facilitui.storage.settings_file import FileFavourites
    from facilitui.storage.tinydb_journal import TinyDbJournal


class Stores:
    """Where everything of a home is kept; each store works on a thread of its own."""

    def __init__(self, home: Home, *, clock: Clock | None = None, disk: Disk | None = None) -> None:
        self.home = home
        self._clock = clock
        self._disk = disk
        self._feeds: list[FileFeed] = []

    @cached_property
    def clock(self) -> Clock:
        """The machine's clock, moved by a test where the environment names a file for that."""
        from facilitui.storage.system_clock import TEST_CLOCK, SystemClock

        if self._clock is not None:
            return self._clock
        moved = os.environ.get(TEST_CLOCK)
        return SystemClock(Path(moved) if moved else None)

    @cached_property
    def disk(self) -> Disk:
        """The file system."""
        from facilitui.storage.disk import Disk

        return self._disk if self._disk is not None else Disk()

    @cached_property
    def library(self) -> FileLibrary:
        """Protocols, agendas and all other data."""
        from facilitui.storage.library import FileLibrary

        return FileLibrary(self.home, self.disk)

    @cached_property
    def plans(self) -> FilePlans:
        """Plans as files."""
        from facilitui.storage.plans import FilePlans

        return FilePlans(self.home, self.disk)

    @cached_property
    def drafts(self) -> FileDrafts:
        """What is being typed."""
        from facilitui.storage.drafts import FileDrafts

        return FileDrafts(self.home, self.disk)

    @cached_property
    def protocols(self) -> FileProtocols:
        """A person's own protocols."""
        from facilitui.storage.protocols_own import FileProtocols

        return FileProtocols(self.home, self.disk)

    @cached_property
    def favourites(self) -> FileFavourites:
        """What of the library somebody likes best."""
        from facilitui.storage.settings_file import FileFavourites

        return FileFavourites(self.home, self.disk)

    @cached_property
    def sessions(self) -> FileSessions:
        """Session logs."""
        from facilitui.storage.plan_files import plan_text
        from facilitui.storage.sessions import FileSessions

        return FileSessions(self.home, self.disk, plan_text)

    @cached_property
    def session_plans(self) -> FileSessionPlans:
        """The plans that sessions were begun from."""
        from facilitui.storage.session_plans import FileSessionPlans

        return FileSessionPlans(self.home, self.disk)

    @cached_property
    def digests(self) -> FileDigests:
        """What was run."""
        from facilitui.storage.session_digests import FileDigests

        return FileDigests(self.home, self.disk)

    def feed(self, session: str) -> FileFeed:
        """A session's log as it grows. Raises NotFound for what can be no session's name."""
        from facilitui.storage.log_following import FileFeed

        feed = FileFeed(self.home, self.disk, session)
        self._feeds.append(feed)
        return feed

    @cached_property
    def journal(self) -> TinyDbJournal:
        """The journal."""
        from facilitui.storage.tinydb_journal import TinyDbJournal

        return TinyDbJournal(self.home, self.disk)

    @cached_property
    def attachments(self) -> FileAttachments:
        """Files that were copied in."""
        from facilitui.storage.attachments import FileAttachments

        return FileAttachments(self.home, self.disk)

    @cached_property
    def session_logs(self) -> FileSessionLogs:
        """The logs of all sessions, to be checked."""
        from facilitui.storage.log_checks import FileSessionLogs

        return FileSessionLogs(self.home, self.disk)

    @cached_property
    def backups(self) -> FileBackups:
        """Archives of the whole home."""
        from facilitui import __version__
        from facilitui.storage.backups import FileBackups

        return FileBackups(self.home, self.disk, __version__)

    @cached_property
    def purge_files(self) -> FilePurging:
        """What can be blanked or deleted for good."""
        from facilitui.storage.purging import FilePurging

        return FilePurging(self.home, self.disk)

    @cached_property
    def groups(self) -> FileGroups:
        """Groups as files."""
        from facilitui.storage.groups import FileGroups

        return FileGroups(self.home, self.disk)

    @cached_property
    def forms(self) -> FileForms:
        """Which columns of forms were taken for what."""
        from facilitui.storage.form_columns_file import FileForms

        return FileForms(self.home, self.disk)

    @cached_property
    def outside(self) -> FileOutside:
        """Files from anywhere."""
        from facilitui.storage.outside import FileOutside

        return FileOutside(self.disk)

    @cached_property
    def exports(self) -> FileExports:
        """Documents for others."""
        from facilitui.storage.exports import FileExports

        return FileExports(self.home, self.disk)

    def close(self) -> None:
        """Let every store finish what it was asked."""
        stores = (
            "library",
            "plans",
            "drafts",
            "protocols",
            "favourites",
            "groups",
            "sessions",
            "session_plans",
            "digests",
            "backups",
            "session_logs",
            "purge_files",
            "journal",
            "attachments",
            "forms",
            "outside",
            "exports",
        )
        for name in stores:
            if name in self.__dict__:
                self.__dict__[name].close()
        for feed in self._feeds:
            feed.close()
