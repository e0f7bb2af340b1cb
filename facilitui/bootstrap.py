"""Joining the parts: the one place where services meet the stores and the clock they work with.

Everything is made when it is first asked for, so that a command pays only for what it uses and
Home can be on the screen before a library has been read.
"""

from __future__ import annotations

import asyncio
import os
from datetime import datetime
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from facilitui.core.overview import Overview
from facilitui.storage.paths import Home

if TYPE_CHECKING:
    from facilitui.core.ports import Clock
    from facilitui.services.authoring import Authoring
    from facilitui.services.handing_over import HandingOver
    from facilitui.services.hosting import Hosting
    from facilitui.services.overseeing import Overseeing
    from facilitui.services.planning import Planning
    from facilitui.services.reflecting import Reflecting
    from facilitui.services.reviewing import Reviewing
    from facilitui.services.series import Series
    from facilitui.services.taking_in import TakingIn
    from facilitui.storage.disk import Disk
    from facilitui.storage.drafts import FileDrafts
    from facilitui.storage.exports import FileExports
    from facilitui.storage.groups import FileGroups
    from facilitui.storage.library import FileLibrary
    from facilitui.storage.outside import FileOutside
    from facilitui.storage.plans import FilePlans
    from facilitui.storage.protocols_own import FileProtocols
    from facilitui.storage.sessions import FileSessions
    from facilitui.storage.settings_file import FileFavourites
    from facilitui.storage.tinydb_journal import TinyDbJournal


class Wiring:
    """The services of one home, each made when it is first used."""

    def __init__(self, home: Home, *, clock: Clock | None = None, disk: Disk | None = None) -> None:
        self.home = home
        self._clock = clock
        self._disk = disk

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
    def authoring(self) -> Authoring:
        """Writing protocols."""
        from facilitui.services.authoring import Authoring

        return Authoring(self.protocols, self.drafts)

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
    def journal(self) -> TinyDbJournal:
        """The journal."""
        from facilitui.storage.tinydb_journal import TinyDbJournal

        return TinyDbJournal(self.home, self.disk)

    @cached_property
    def planning(self) -> Planning:
        """Planning sessions."""
        from facilitui.services.planning import Planning

        return Planning(self.plans, self.drafts, self.library, self.clock)

    @cached_property
    def groups(self) -> FileGroups:
        """Groups as files."""
        from facilitui.storage.groups import FileGroups

        return FileGroups(self.home, self.disk)

    @cached_property
    def series(self) -> Series:
        """Groups that meet again."""
        from facilitui.services.series import Series

        return Series(
            self.groups, self.plans, self.sessions, self.journal, self.library, self.clock
        )

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

    @cached_property
    def taking_in(self) -> TakingIn:
        """Agendas that were written elsewhere."""
        from facilitui.services.taking_in import TakingIn
        from facilitui.storage.agenda_files import read_agenda

        return TakingIn(self.outside, read_agenda, self.plans, self.library)

    @cached_property
    def handing_over(self) -> HandingOver:
        """Plans as documents."""
        from facilitui.reports.handouts import written
        from facilitui.services.handing_over import HandingOver

        return HandingOver(self.exports, written, self.clock, token_hex)

    @cached_property
    def hosting(self) -> Hosting:
        """Running sessions."""
        from facilitui.services.hosting import Hosting

        return Hosting(self.sessions, self.plans, self.drafts, self.library, self.clock, token_hex)

    @cached_property
    def reflecting(self) -> Reflecting:
        """Debriefing sessions."""
        from facilitui.services.reflecting import Reflecting

        return Reflecting(
            self.sessions, self.journal, self.drafts, self.library, self.clock, token_hex
        )

    @cached_property
    def reviewing(self) -> Reviewing:
        """Reading the journal."""
        from facilitui.services.reviewing import Reviewing

        return Reviewing(self.journal, self.clock)

    @cached_property
    def overseeing(self) -> Overseeing:
        """Home."""
        from facilitui.services.overseeing import Overseeing

        return Overseeing(self.planning, self.hosting, self.reviewing, self.clock, self.groups)

    def now(self) -> datetime:
        """The moment, in this machine's zone."""
        return self.clock.read().at.astimezone(self.clock.zone(""))

    def kept_overview(self) -> Overview | None:
        """What Home showed last, if it was kept."""
        from facilitui.storage.overview_cache import read_overview

        return read_overview(self.disk, self.home)

    def read_overview(self) -> Overview:
        """What Home shows now, worked out from the files and kept. Blocks: for a thread."""
        from facilitui.storage.overview_cache import keep_overview

        overview = asyncio.run(self.overseeing.overview())
        keep_overview(self.disk, self.home, overview)
        return overview

    def chosen_theme(self) -> str:
        """The theme that was chosen, empty where none was."""
        if not (self.home.root / "config.toml").exists():
            return ""  # reading TOML takes time at every start
        from facilitui.storage.settings_file import read_theme

        return read_theme(self.disk, self.home)

    def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme. Blocks: for a thread."""
        from facilitui.storage.settings_file import keep_theme

        keep_theme(self.disk, self.home, theme)

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
            "journal",
            "outside",
            "exports",
        )
        for name in stores:
            if name in self.__dict__:
                self.__dict__[name].close()
