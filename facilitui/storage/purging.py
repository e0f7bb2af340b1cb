"""Purging in the files of a home: an intent first, then deeds that can be done again and again.

`purge.json` names what is to go, never what it says. It is on the disk before anything is touched
and goes when all is done, so that a purge that was killed is found and finished.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from filelock import FileLock

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import Document
from facilitui.core.privacy.purge_intent import DamagedPurge, Intent, amiss, intent_in
from facilitui.core.privacy.purging_ports import LogFound
from facilitui.storage.chance import token_hex
from facilitui.storage.disk import TEMPORARY, Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.home_lock import GOING, GOING_OR_COMING, acquired
from facilitui.storage.paths import Home
from facilitui.storage.purge_places import PurgePlaces
from facilitui.storage.purge_remains import PurgeRemains
from facilitui.storage.purged_files import PurgedFiles
from facilitui.storage.purged_logs import PurgedLogs
from facilitui.storage.purged_months import PurgedMonths
from facilitui.storage.worker import Worker

HALF_WRITTEN = f".purge.json.*{TEMPORARY}"
WAITED = 0.5
"""For so long another copy that purges or restores is waited for; that may take minutes."""
UNREADABLE = "purge.json cannot be read"

NOT_BEGUN = (
    "nothing was purged, as nothing can be written to the home: {}; mend that, then purge again"
)


class FilePurging:
    """The purges of one home (`facilitui.core.privacy.purging_ports.PurgeStore`), on a thread of
    its own.

    It shares no file with the other stores but through their locks: a month is written under the
    journal's, a log while its session is held.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._months = PurgedMonths(home, disk)
        self._logs = PurgedLogs(home, disk)
        self._files = PurgedFiles(home, disk)
        self._places, self._remains = PurgePlaces(home, disk), PurgeRemains(home, disk)
        self._worker = Worker("facilitui-purging")

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """As long as this lasts no other copy purges or restores. Raises NotSaved."""
        lock = await self._worker.do(self._taken)
        try:
            yield
        finally:
            self._worker.begin(lock.release)

    async def unfinished(self) -> Intent | None:
        """The purge that was begun and not finished. Raises FacilituiError where it is damaged."""
        return await self._worker.do(self._unfinished)

    async def begin(self, intent: Intent) -> None:
        """Keep the intent, on the disk itself. Raises NotSaved."""
        data = (json.dumps(intent.as_json(), indent=1) + "\n").encode("ascii")
        try:
            await self._worker.do(write_atomically, self._disk, self._home.begun_purge, data)
        except NotSaved as error:
            raise NotSaved(NOT_BEGUN.format(error.why), error.why) from error

    async def end(self) -> None:
        """Forget the intent. Raises NotSaved."""
        await self._worker.do(self._end)

    async def same(self, session: str) -> tuple[str, ...]:
        """A session, with those that share its events because one went on in a copy."""
        return await self._worker.do(self._logs.same, session)

    async def log(self, session: str) -> LogFound | None:
        """What a log holds. Raises HostedElsewhere where it is open, NotSaved where it goes on."""
        return await self._worker.do(self._logs.look, session)

    async def history(self, plan: str, sessions: Collection[str]) -> tuple[tuple[str, ...], bool]:
        """Earlier states of a plan, and whether another session was begun from it."""
        found = await self._worker.do(self._files.history, plan)
        used = await self._worker.do(self._logs.used_by_others, plan, sessions)
        return found, used

    async def planned(self, plan: str) -> tuple[str, ...]:
        """What a plan says that is here, as the JSON of a body; nothing where it cannot be read."""
        return await self._worker.do(self._files.planned, plan)

    async def refuse_unread(self) -> None:
        """Raises NotSaved where a place cannot be read in which something of a purge may lie."""
        await self._worker.do(self._places.refuse_unread)

    async def set_aside(self) -> tuple[str, ...]:
        """Files of the journal that nobody can read as a whole."""
        return await self._worker.do(self._months.unreadable)

    async def saved_from(self, file: str) -> tuple[Document, ...]:
        """What can still be read of such a file."""
        return await self._worker.do(self._months.saved_from, file)

    async def remains(
        self,
        texts: Collection[str],
        ids: Collection[str],
        but: Collection[str],
        people: Collection[str] = (),
    ) -> tuple[str, ...]:
        """Files that have one of some texts, ids or names, or may have; `but` are left out."""
        return await self._worker.do(self._remains.remains, texts, ids, but, people)

    async def refuse_closed(self, ids: Collection[str]) -> None:
        """Raises NotSaved where entries lie in a month that only another version may write."""
        await self._worker.do(self._months.refuse_closed, ids)

    async def hold(self, sessions: Collection[str]) -> None:
        """Hold sessions until they are let go. Raises HostedElsewhere; none is held then.

        Raises NotSaved before any deed where something of a purge could not be written.
        """
        await self._worker.do(self._places.refuse_unwritable, sessions)
        await self._worker.do(self._logs.hold, sessions)

    async def let_go(self) -> None:
        """Hold them no longer."""
        await self._worker.do(self._logs.let_go)

    async def there(self, files: Collection[str]) -> frozenset[str]:
        """Those of some files, by their paths in the home, that are there."""
        return await self._worker.do(self._files.there, files)

    async def naming(self, files: Collection[str], names: Collection[str]) -> frozenset[str]:
        """Those of some files in which one of some ids stands."""
        return await self._worker.do(self._remains.naming, files, names)

    async def blank_log(self, session: str) -> None:
        """Blank a log, and delete the plan beside it. Raises HostedElsewhere or NotSaved."""
        await self._worker.do(self._logs.blank, session)

    async def blank_entries(
        self, ids: Collection[str], revisions: Collection[str] | None = None
    ) -> None:
        """Blank some revisions of some entries, or every one. Raises NotSaved."""
        await self._worker.do(self._months.blank, ids, revisions)

    async def delete(self, files: Collection[str]) -> None:
        """Delete files, by their paths in the home, and all of the cache. Raises NotSaved."""
        await self._worker.do(self._files.delete, files)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    # What follows runs on the worker's thread.

    def _taken(self) -> FileLock:
        make_folders(self._disk, self._home.root)
        try:
            return acquired(self._home.root / GOING, WAITED, GOING_OR_COMING)
        except OSError as error:
            raise NotSaved(NOT_BEGUN.format(reason(error))) from error

    def _unfinished(self) -> Intent | None:
        try:
            found = intent_in(json.loads(self._disk.read(self._home.begun_purge)))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            raise DamagedPurge(UNREADABLE) from None
        if why := UNREADABLE if found is None else amiss(found):
            raise DamagedPurge(why)
        return found

    def _end(self) -> None:
        try:
            if self._home.begun_purge.is_dir():  # whatever put it there, nothing in it is lost
                self._home.begun_purge.rename(self._home.root / f"purge.json-{token_hex(4)}")
            for each in (self._home.begun_purge, *self._home.root.glob(HALF_WRITTEN)):
                each.unlink(missing_ok=True)
            self._disk.sync_folder(self._home.root)
        except OSError as error:
            told = f"purge.json cannot be deleted, so it stands as not finished: {reason(error)}"
            raise NotSaved(told) from error
