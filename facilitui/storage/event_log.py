"""Reading a session's log: `events.jsonl`, one sealed event a line, only ever added to.

A last line without its newline is torn, whatever it says, and is cut before anything is added
(`log_writer`). Any other flaw is a break: the log can then be looked at, and continued in a copy.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facilitui.core.errors import NotFound
from facilitui.core.events import Event, Head, follows, head_of, read_event
from facilitui.core.ports import LogContents
from facilitui.core.safe_text import line as safe_line
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
        if not stat.S_ISREG(found.st_mode):
            return _refused(session, f"{path.name} is not a file")
        if found.st_size > MAX_BYTES:
            return _refused(session, f"{path.name} is larger than a session's log, {LIMIT}")
        contents = parse_log(disk.read(path), session)
        return replace(contents, alive_at=_moment(found.st_mtime))
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"there is no session {session}") from None
    except OSError as error:
        return _refused(session, f"{path.name} cannot be read: {reason(error)}")


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None  # a file system may hold any nonsense


def _refused(session: str, trouble: str) -> LogContents:
    return LogContents(session, (), 0, trouble, read_only=True)


def parse_log(data: bytes, session: str) -> LogContents:
    """What the bytes of a log say. After a break, all that is still an event is kept unproved."""
    events: list[Event] = []
    seen: set[bytes] = set()
    head, verified, unreadable = Head(), 0, 0
    broken = unknown = ""
    for number, line in _lines(data):
        event = _event(line)
        unreadable += event is None
        flaw = _flaw(event, line, head, line in seen)
        if unreadable > MAX_UNREADABLE:
            flaw = f"is one of more than {MAX_UNREADABLE} that are no events"
        if flaw and not broken:
            broken = f"line {number} of the log {flaw}, so {_what_to_do(verified)}"
        if unreadable > MAX_UNREADABLE:
            break
        if event is not None and line not in seen:
            # A line that is there twice would be counted twice; the break is told all the same.
            events.append(event)
            seen.add(line)
            if not broken:
                head, verified = head_of(event), verified + 1
            if event.unreadable and not unknown:
                unknown = _unknown(number, event)
    torn = _TORN if whole_bytes(data) < len(data) else ""
    trouble = broken or unknown or torn
    return LogContents(session, tuple(events), verified, trouble, bool(broken or unknown))


def whole_bytes(data: bytes) -> int:
    """How many bytes of a log its whole lines take."""
    return data.rfind(b"\n") + 1


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The whole lines with their numbers, without what an editor may have put around them.

    One at a time: a hostile file of nothing but newlines makes no list of millions.
    """
    start = len(_BOM) if data.startswith(_BOM) else 0
    number = 0
    while (end := data.find(b"\n", start)) >= 0:
        number += 1
        yield number, data[start:end].removesuffix(b"\r")
        start = end + 1


def _event(line: bytes) -> Event | None:
    try:
        return read_event(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _flaw(event: Event | None, line: bytes, head: Head, repeated: bool) -> str:
    """Why a line is not the next one of the log, or nothing."""
    if not line:
        return ""  # an editor may have put it in; nothing is lost
    if event is None:
        return "cannot be read"
    if repeated:
        return "repeats an earlier one"
    try:
        # The seal alone would overlook a change that says the same in other bytes.
        whole = event.line.encode("ascii") == line and follows(event, head)
    except (ValueError, RecursionError):
        whole = False
    return "" if whole else "was changed, or does not follow the one before it"


def _what_to_do(verified: int) -> str:
    if not verified:
        return "nothing of it is proved: begin a new session from the plan"
    proved = "only the event before it is" if verified == 1 else f"only {verified} events are"
    return f"{proved} proved: to go on from there, continue in a copy"


def _unknown(number: int, event: Event) -> str:
    kind = safe_line(event.envelope.kind)
    return (
        f"line {number} of the log holds an event ({kind}) that this version of facilitui cannot "
        "read, so the session can only be looked at: a newer version can go on with it"
    )
