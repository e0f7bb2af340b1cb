"""Reading a session's log while another process writes it: only what is new, never a lock.

The host alone adds to a log. A write that failed is cut off again, a purge puts another file in
its place, and somebody may change what was written; each is noticed, and the log is then read from
its beginning.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.sessions.following_ports import Sight
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk, reason
from facilitui.storage.event_log import LogReading, moment_of, read_log, refusal, whole_bytes
from facilitui.storage.file_cache import Stamp, stamp
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, host_is_there, is_session_id
from facilitui.storage.worker import Worker


class LogFollowing:
    """One log, looked at again and again. For one thread."""

    def __init__(self, disk: Disk, path: Path, session: str) -> None:
        self._disk, self._path, self._session = disk, path, session
        self._seen: Stamp | None = None
        self._reading = LogReading(session)
        self._whole = 0
        """Bytes of the whole lines that have been read."""
        self._last = b""
        """The last of those lines, to see that the file still is the one that was read."""
        self._sum = hashlib.sha256()
        """Of all those lines, to see that none was changed where nothing new came."""

    def look(self) -> LogContents | None:
        """The log where the file changed since the last look. Raises NotFound or FacilituiError."""
        try:
            status = self._path.stat()
            before, self._seen = self._seen, stamp(status)
            if before == self._seen:
                return None
            if refusal(status):
                return read_log(self._disk, self._path, self._session)
            if before is None or not self._read_on(before, self._seen):
                self._read_again()
        except (FileNotFoundError, NotADirectoryError):
            raise NotFound(f"there is no session {self._session}") from None
        except OSError as error:
            self._seen = None
            raise FacilituiError(f"cannot read {self._path}: {reason(error)}") from error
        return replace(self._reading.contents, alive_at=moment_of(status.st_mtime))

    def _read_on(self, before: Stamp, found: Stamp) -> bool:
        """Read what is new; False where the file is another one, or does not go on rightly."""
        if found.number != before.number or found.size < self._whole:
            return False
        if found.size == before.size and not self._is_as_read():
            return False
        data = self._disk.read_from(self._path, self._whole - len(self._last))
        if not data.startswith(self._last):
            return False
        self._take(data[len(self._last) :])
        return not self._reading.contents.read_only

    def _is_as_read(self) -> bool:
        read = self._disk.read(self._path)[: self._whole]
        return hashlib.sha256(read).digest() == self._sum.digest()

    def _read_again(self) -> None:
        self._reading, self._whole, self._last = LogReading(self._session), 0, b""
        self._sum = hashlib.sha256()
        self._take(self._disk.read(self._path))

    def _take(self, data: bytes) -> None:
        whole = data[: self._reading.take(data)]
        self._whole += len(whole)
        self._sum.update(whole)
        if whole:
            self._last = whole[whole_bytes(whole[:-1]) :]


class FileFeed:
    """A session of a home as its log grows (`following_ports.SessionFeed`)."""

    def __init__(self, home: Home, disk: Disk, session: str) -> None:
        """Raises NotFound for what can be no session's name."""
        if not is_session_id(session):
            raise NotFound("there is no session of that name")
        self._folder = home.sessions / session
        self._log = LogFollowing(disk, self._folder / LOG, session)
        self._worker = Worker(f"facilitui-follow-{session}")

    async def look(self) -> Sight:
        """Look again; cheap where nothing changed. Raises NotFound or FacilituiError."""
        return await self._worker.do(self._look)

    def _look(self) -> Sight:
        return Sight(self._log.look(), host_is_there(self._folder))

    def close(self) -> None:
        """Let go of it."""
        self._worker.close()
