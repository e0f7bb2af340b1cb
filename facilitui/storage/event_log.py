"""Reading a session's log: `events.jsonl`, one sealed event a line, only ever added to.

A last line without its newline is torn, whatever it says, and is cut before anything is added
(`log_writer`). Any other flaw is a break: the log can then be looked at, and continued in a copy.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facilitui.core.bodies.life import SessionEnded
from facilitui.core.errors import NotFound
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sessions.events import Event, Head, TooLate, follows, head_of, read_event
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk, reason

MAX_BYTES = 64 * 2**20
"""A log is never larger: neither read nor written."""
LIMIT = f"which may have {MAX_BYTES // 2**20} MB"
MAX_UNREADABLE = 1000
"""After so many lines that are no events, the rest of a file is not worth anybody's time."""

_BOM = b"\xef\xbb\xbf"
_TORN = "the last line was cut off while it was written, and is left out"


def read_log(disk: Disk, path: Path, session: str) -> LogContents:
    """What a log says; whatever is wrong with it is said in its `trouble`. Raises NotFound."""
    try:
        found = path.stat()
        if why := refusal(found):
            return _refused(session, f"{path.name} {why}")
        contents = parse_log(disk.read(path), session)
        return replace(contents, alive_at=moment_of(found.st_mtime))
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"there is no session {session}") from None
    except OSError as error:
        return _refused(session, f"{path.name} cannot be read: {reason(error)}")


def refusal(status: os.stat_result) -> str:
    """Why something is not even read, which might never end; empty for what may be a log."""
    if not stat.S_ISREG(status.st_mode):
        return "is not a file"
    return f"is larger than a session's log, {LIMIT}" if status.st_size > MAX_BYTES else ""


def moment_of(seconds: float) -> datetime | None:
    """A file's time of change; None where the file system holds nonsense."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _refused(session: str, trouble: str) -> LogContents:
    return LogContents(session, (), 0, trouble, read_only=True)


def parse_log(data: bytes, session: str) -> LogContents:
    """What the bytes of a log say. After a break, all that is still an event is kept unproved."""
    reading = LogReading(session)
    reading.take(data)
    return reading.contents


class LogReading:
    """Reads a log that may still grow: what it was given last goes on where that ended."""

    def __init__(self, session: str) -> None:
        self._session = session
        self._events: list[Event] = []
        self._seen: set[bytes] = set()
        self._head, self._verified, self._unreadable, self._number = Head(), 0, 0, 0
        self._broken = self._unknown = ""
        self._line = 0
        self._torn = False

    def take(self, data: bytes) -> int:
        """Read on. The whole lines are taken; how many bytes those are."""
        for line in _lines(data, first=not self._number):
            if self._unreadable > MAX_UNREADABLE:
                break
            self._number += 1
            self._take_line(line)
        whole = whole_bytes(data)
        self._torn = whole < len(data)
        return whole

    def _take_line(self, line: bytes) -> None:
        event, unread = _event(line)
        self._unreadable += event is None
        flaw = unread or _flaw(event, line, self._head, line in self._seen)
        if self._unreadable > MAX_UNREADABLE:
            flaw = f"is one of more than {MAX_UNREADABLE} that are no events"
        if flaw and not self._broken:
            self._broken = f"line {self._number} of the log {flaw}"
            self._line = self._number
        # A line that is there twice would be counted twice; the break is told all the same.
        if event is None or line in self._seen:
            return
        self._events.append(event)
        self._seen.add(line)
        if not self._broken:
            self._head, self._verified = head_of(event), self._verified + 1
        if event.unreadable and not self._unknown:
            self._unknown = _unknown(self._number, event)
            self._line = self._line or self._number

    @property
    def _trouble(self) -> str:
        """What is wrong, and what to do where there is anything to go on with."""
        if not self._broken:
            return self._unknown or (_TORN if self._torn else "")
        over = any(each.envelope.kind == SessionEnded.kind for each in self._events)
        return f"{self._broken}; {_what_to_do(self._verified, over=over)}"

    @property
    def contents(self) -> LogContents:
        """What has been read so far."""
        return LogContents(
            self._session,
            tuple(self._events),
            self._verified,
            self._trouble,
            bool(self._broken or self._unknown),
            broken=bool(self._broken and self._verified),
            line=self._line,
        )


def whole_bytes(data: bytes) -> int:
    """How many bytes of a log its whole lines take."""
    return data.rfind(b"\n") + 1


def _lines(data: bytes, *, first: bool) -> Iterator[bytes]:
    """The whole lines, without what an editor may have put around them.

    One at a time: a hostile file of nothing but newlines makes no list of millions.
    """
    start = len(_BOM) if first and data.startswith(_BOM) else 0
    while (end := data.find(b"\n", start)) >= 0:
        yield data[start:end].removesuffix(b"\r")
        start = end + 1


def _event(line: bytes) -> tuple[Event | None, str]:
    """The event of a line, or why there is none; an empty line has neither."""
    try:
        return (read_event(line.decode("utf-8")), "") if line else (None, "")
    except TooLate as error:
        return None, str(error)
    except (ValueError, RecursionError):
        return None, "cannot be read"


def _flaw(event: Event | None, line: bytes, head: Head, repeated: bool) -> str:
    """Why a line is not the next one of the log, or nothing."""
    if event is None:
        return ""  # an editor may have put in an empty line; nothing is lost
    if repeated:
        return "repeats an earlier one"
    try:
        # The seal alone would overlook a change that says the same in other bytes.
        whole = event.line.encode("ascii") == line and follows(event, head)
    except (ValueError, RecursionError):
        whole = False
    return "" if whole else "was changed or is out of place"


def _what_to_do(verified: int, *, over: bool) -> str:
    """What of it is proved; of a session that is over nothing can be gone on with."""
    if not verified:
        how = "" if over else ": begin a new session from the plan"
        return f"nothing of it is proved{how}"
    how = "" if over else ": to go on, continue in a copy"
    return f"from there on nothing is proved{how}"


def _unknown(number: int, event: Event) -> str:
    kind = safe_line(event.envelope.kind)
    return (
        f"line {number} of the log holds an event ({kind}) that this version of facilitui cannot "
        "read, so the session can only be looked at: a newer version can go on with it"
    )
