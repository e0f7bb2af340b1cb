"""Writing a session's log: what `append` has returned from survives a kill, and soon a power cut.

A failed write is taken back as a whole, so that what was refused is never found later.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import NotSaved
from facilitui.core.sessions.events import Event, Head, follows, head_of
from facilitui.storage.disk import Disk, not_saved, reason, write_all
from facilitui.storage.event_log import LIMIT, MAX_BYTES, whole_bytes
from facilitui.storage.file_cache import Stamp, stamp, stamp_of
from facilitui.storage.syncing import Syncing


class LogWriter:
    """Adds events to a log that this process alone writes.

    `append` and `close` are for one thread; the sync thread and whoever asks for `behind` may be
    others.
    """

    def __init__(
        self,
        disk: Disk,
        path: Path,
        head: Head,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        threaded: bool = True,
    ) -> None:
        """Open a log that ends with `head`, and cut a torn tail. Raises NotSaved."""
        self._disk, self._path, self._head = disk, path, head
        self._stamp = stamp_of(path)
        """The file's when it last held what was written to it; None to read it again."""
        try:
            data = disk.read(path)
            self._handle = disk.open(path, os.O_WRONLY | os.O_APPEND)
        except OSError as error:
            raise self._not_saved(error) from error
        self._size = whole_bytes(data)
        self._digest = sha256(data[: self._size])
        """Of all that the log holds."""
        self._torn = len(data) > self._size
        self._lock = threading.Lock()
        # What a killed host wrote may not have reached the disk yet, so all of it is forced once.
        self._forced, self._unforced, self._failed = 0, bytearray(data[: self._size]), False
        self.syncing = Syncing(self._force, monotonic, threaded=threaded)
        with suppress(NotSaved):  # the first append tries again, and says so if it must
            self._mend()
        if self._size:
            self.syncing.wrote()

    @property
    def behind(self) -> float:
        """Seconds for which something written has not been forced to the disk; 0 if nothing."""
        return self.syncing.behind

    def append(self, events: Sequence[Event]) -> None:
        """Write events; when it returns they survive a kill. Raises NotSaved, and keeps none.

        Raises ValueError for events that do not follow what the log holds.
        """
        head = self._head
        for event in events:
            if not follows(event, head):
                raise ValueError(f"event {event.seq} does not follow event {head.seq} of the log")
            head = head_of(event)
        data = b"".join(event.line.encode("ascii") + b"\n" for event in events)
        if not data:
            return
        if self._size + len(data) > MAX_BYTES:
            raise NotSaved(f"{self._path.name} would grow larger than a log, {LIMIT}")
        self._mend()
        self._torn = True  # until all of it is there
        try:
            write_all(self._disk, self._handle, data)
        except OSError as error:
            with suppress(NotSaved):
                self._mend()
            raise self._not_saved(error) from error
        self._torn, self._head = False, head
        self._digest.update(data)
        with self._lock:
            self._size += len(data)
            self._unforced += data
        self._stamp = stamp(os.fstat(self._handle))
        self.syncing.wrote()

    def beat(self) -> None:
        """Say that the host is alive, by the file's time of change. Nothing depends on it."""
        with suppress(OSError):
            untouched = stamp(os.fstat(self._handle)) == self._stamp
            os.utime(self._handle)
            self._stamp = stamp(os.fstat(self._handle)) if untouched else None

    def close(self) -> None:
        """Force everything to the disk and let go of the file. Raises NotSaved if it does not go.

        What could not be forced has been written all the same: only a power cut can lose it.
        """
        try:
            with suppress(NotSaved):
                self._mend()
            self.syncing.finish()
        except OSError as error:
            raise NotSaved(
                f"the last events are in {self._path.name}, but the disk does not confirm them: "
                f"{reason(error)}"
            ) from error
        finally:
            with suppress(OSError):
                self._disk.close(self._handle)

    def _mend(self) -> None:
        """Cut what a failed write left, and see that nobody else touched the file."""
        try:
            if self._torn:
                self._disk.truncate(self._handle, self._size)
                self._torn = False
                # Or a power cut could bring back events that were refused.
                self.syncing.wrote()
            found = os.fstat(self._handle)
            same = os.path.samestat(found, os.stat(self._path))
        except FileNotFoundError:
            same = False
        except OSError as error:
            raise self._not_saved(error) from error
        if not same or found.st_size != self._size or not self._holds_the_same(stamp(found)):
            raise NotSaved(
                "leave the session and open it again: its log was changed or removed, and nothing "
                f"is added to it ({safe_text.line(str(self._path))})"
            )

    def _holds_the_same(self, found: Stamp) -> bool:
        """Whether the log holds what was written to it; it is read only where its stamp changed."""
        if found == self._stamp:
            return True
        try:
            same = sha256(self._disk.read(self._path)).digest() == self._digest.digest()
        except OSError as error:
            raise self._not_saved(error) from error
        self._stamp = found if same else None
        return same

    def _not_saved(self, error: OSError) -> NotSaved:
        return not_saved(self._path, error)

    def _force(self) -> None:
        """Force what was written so far. Raises OSError."""
        with self._lock:
            start, data, again = self._forced, bytes(self._unforced), self._failed
        try:
            if again:
                self._rewrite(start, data)
            self._disk.sync(self._handle)
        except OSError:
            self._failed = True
            raise
        with self._lock:
            self._failed = False
            self._forced += len(data)
            del self._unforced[: len(data)]

    def _rewrite(self, start: int, data: bytes) -> None:
        """Write the same bytes once more in their place.

        After a failed sync Linux takes the lost pages for clean, and the next sync "succeeds"
        without them; written again, they are tried again.
        """
        handle = self._disk.open(self._path, os.O_WRONLY)
        try:
            if not os.path.sameopenfile(handle, self._handle):
                raise OSError("another file has taken its place")
            os.lseek(handle, start, os.SEEK_SET)
            write_all(self._disk, handle, data)
        finally:
            self._disk.close(handle)
