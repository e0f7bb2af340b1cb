"""All sessions of a home: a folder each, with the log, a copy of the plan, and the host's lock."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import FacilituiError, NotFound, NotSaved, ReadOnlySession
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import SessionRow
from facilitui.core.sessions.events import Event, Head, head_of
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import PRIVATE_FOLDER, Disk, reason, write_atomically
from facilitui.storage.event_log import read_log
from facilitui.storage.folders import make_folders
from facilitui.storage.log_writer import LogWriter
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, PLAN, Hold, is_session_id
from facilitui.storage.session_rows import SessionRows
from facilitui.storage.session_turns import SessionTurns
from facilitui.storage.worker import Worker


class HostedLog:
    """One session's log, held by this process until it is closed (`ports.SessionLog`).

    Where it can only be looked at, nothing writes to it, and `contents` is read only and says why.
    """

    def __init__(self, contents: LogContents, writer: LogWriter | None, hold: Hold | None) -> None:
        self.contents = contents
        """As it was when the session was opened."""
        self._writer, self._hold = writer, hold
        self._worker = Worker(f"facilitui-log-{contents.session}")
        self._closed = False

    async def append(self, events: Sequence[Event]) -> None:
        """Write events; when it returns they survive a kill. Raises NotSaved, and keeps none.

        Raises ReadOnlySession where the log can only be looked at, and ValueError for events that
        do not follow what it holds.
        """
        if self._closed:
            raise NotSaved(f"session {self.contents.session} has been closed")
        if self._writer is None:
            raise ReadOnlySession(self.contents.trouble)
        await self._worker.do(self._writer.append, tuple(events))

    @property
    def behind(self) -> float:
        """Seconds for which something written has not been forced to the disk; 0 if nothing."""
        return self._writer.behind if self._writer is not None else 0.0

    async def beat(self) -> None:
        """Say that the host is alive, by touching the log file's time of change."""
        if self._writer is not None and not self._closed:
            await self._worker.do(self._writer.beat)

    async def close(self) -> None:
        """Force everything to the disk and let go of the session. Raises NotSaved.

        It has let go all the same then, and only a power cut can lose what was written.
        """
        if self._closed:
            return
        self._closed = True
        try:
            await self._worker.do(self.let_go)
        finally:
            self._worker.close()

    async def discard(self) -> None:
        """Let go of a session that could not begin, and leave nothing of it."""
        self._closed = True
        try:
            await self._worker.do(self._remove)
        finally:
            self._worker.close()

    def _remove(self) -> None:
        if self._hold is not None:  # before anybody else can hold it
            shutil.rmtree(self._hold.folder, ignore_errors=True)
        with suppress(NotSaved):  # of what is gone nothing has to reach the disk
            self.let_go()

    def let_go(self) -> None:
        """What `close` does, on the thread that calls it."""
        try:
            if self._writer is not None:
                self._writer.close()
        finally:
            if self._hold is not None:
                self._hold.let_go()


class FileSessions:
    """The sessions of a home, as files (`ports.SessionStore`)."""

    def __init__(
        self,
        home: Home,
        disk: Disk,
        write_plan: Callable[[Plan], str],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`write_plan` gives the text of a plan's file; it is called on the store's thread."""
        self._home, self._disk, self._write_plan = home, disk, write_plan
        self._monotonic = monotonic
        self._rows = SessionRows(home, disk)
        self._worker = Worker("facilitui-sessions")
        self._turns = SessionTurns(home, disk)

    async def rows(self) -> tuple[SessionRow, ...]:
        """All sessions, the newest first; one that cannot be read has its trouble."""
        return await self._worker.do(self._rows.all)

    def beginning(self) -> AbstractAsyncContextManager[None]:
        """While it lasts no other copy begins a session here, where the disk takes locks."""
        return self._turns.one(self._worker)

    async def create(self, session: str, plan: Plan) -> HostedLog:
        """Begin the log of a new session. Raises NotSaved, and leaves nothing behind then."""
        return await self._worker.do(self._create, session, plan)

    async def host(self, session: str) -> HostedLog:
        """Hold a session to go on with it. Raises HostedElsewhere or NotFound.

        One that is damaged, or lies where nothing can be written, is held to be looked at.
        """
        return await self._worker.do(self._open, session)

    async def read(self, session: str) -> LogContents:
        """A session's log, only to be looked at. Raises NotFound."""
        return await self._worker.do(self._read, session)

    async def continue_in_copy(self, session: str, copy: str) -> HostedLog:
        """Go on, under another name, from the last event that the chain proves.

        Raises NotFound, NotSaved, or ReadOnlySession where no copy would help. The session that
        is copied is left as it is, and its events go on to name it.
        """
        return await self._worker.do(self._copy, session, copy)

    def close(self) -> None:
        """Finish what was asked, then end. Logs that are open are closed by who opened them."""
        self._worker.close()

    def _folder(self, session: str) -> Path:
        if not is_session_id(session):
            raise NotFound("there is no session of that name")
        return self._home.sessions / session

    def _read(self, session: str) -> LogContents:
        return read_log(self._disk, self._folder(session) / LOG, session)

    def _create(self, session: str, plan: Plan) -> HostedLog:
        text = self._write_plan(plan)
        return self._begin(session, b"", text.encode("utf-8", "replace"), None)

    def _copy(self, session: str, copy: str) -> HostedLog:
        contents = self._read(session)
        proved = contents.events[: contents.verified]
        if not proved or any(event.unreadable for event in proved):
            raise ReadOnlySession(contents.trouble or f"session {session} has not begun")
        log = b"".join(event.line.encode("ascii") + b"\n" for event in proved)
        plan = b""
        with suppress(OSError):  # a copy for people: the log alone is needed
            plan = self._disk.read(self._folder(session) / PLAN)
        return self._begin(copy, log, plan, contents.alive_at)

    def _begin(self, session: str, log: bytes, plan: bytes, alive_at: datetime | None) -> HostedLog:
        """Make a session's folder, whole and on the disk itself, or not at all."""
        if not is_session_id(session):
            raise NotSaved("a session's name has at most 80 letters, digits, - and _")
        sessions = self._home.sessions
        folder = sessions / session
        make_folders(self._disk, self._home.root, sessions)
        try:
            folder.mkdir(mode=PRIVATE_FOLDER)
        except FileExistsError:
            raise NotSaved(f"there is a session {session} already") from None
        except OSError as error:
            raise NotSaved(
                f"it cannot begin: {reason(error)} ({safe_text.line(str(folder))})"
            ) from error
        try:
            write_atomically(self._disk, folder / PLAN, plan)
            write_atomically(self._disk, folder / LOG, log)
            self._disk.sync_folder(sessions)
            self._disk.sync_folder(self._home.root)
            if alive_at is not None:  # a copy's host has been away for as long as the other's
                os.utime(folder / LOG, (alive_at.timestamp(),) * 2)
            hosted = self._open(session)
            if hosted.contents.read_only:
                hosted.let_go()
                raise NotSaved(hosted.contents.trouble)
            return hosted
        except (OSError, FacilituiError) as error:
            # Its name can be used again as soon as the disk takes it.
            shutil.rmtree(folder, ignore_errors=True)
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise NotSaved(f"it cannot begin: {why} (session {session})") from error

    def _open(self, session: str) -> HostedLog:
        folder = self._folder(session)
        _must_be_there(folder / LOG, session)  # before anything is made in the folder
        try:
            hold = Hold(self._disk, folder)
        except OSError as error:
            return HostedLog(_only_to_look_at(self._read(session), reason(error)), None, None)
        with ExitStack() as undo:
            undo.callback(hold.let_go)
            contents = self._read(session)  # now that nobody else writes to it
            writer: LogWriter | None = None
            if not contents.read_only:
                head = head_of(contents.events[-1]) if contents.events else Head()
                try:
                    writer = LogWriter(self._disk, folder / LOG, head, monotonic=self._monotonic)
                except NotSaved as error:
                    contents = _only_to_look_at(contents, str(error))
            undo.pop_all()
            return HostedLog(contents, writer, hold)


def _must_be_there(log: Path, session: str) -> None:
    """Raises NotFound for a log that is not there; what else may be wrong, reading it tells."""
    try:
        log.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"there is no session {session}") from None
    except OSError:
        return


def _only_to_look_at(contents: LogContents, why: str) -> LogContents:
    trouble = f"it can only be looked at: {why} (session {contents.session})"
    return replace(contents, trouble=trouble, read_only=True)
