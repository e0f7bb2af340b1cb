"""Logs to test with: events that follow each other, and the bytes they make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.events import Event, Head, head_of, make_event
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import read_log
from facilitui.storage.log_writer import LogWriter
from facilitui.storage.paths import Home
from facilitui.storage.sessions import FileSessions
from tests.storage.broken_disks import SteppedClock

BEGAN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
HOSTILE = "[x] [/b] \x1b[31m 👩🏽‍🏫 日本 \ud800 \u202e \r\n \x00"

texts = st.text(st.characters(), max_size=30)
bodies: st.SearchStrategy[b.Body] = st.one_of(
    st.builds(b.Captured, text=texts),
    st.builds(b.Marked, note=texts),
    st.builds(b.VoiceHeard, seat=st.integers(0, 40)),
    st.builds(b.MinutesChanged, part=texts, minutes=st.floats(0, 400)),
    st.just(b.Paused()),
)


def chain(made_of: Iterable[b.Body], head: Head | None = None) -> list[Event]:
    """Events with these bodies, a second apart, each following the one before."""
    head = head or Head()
    events = []
    for body in made_of:
        at = BEGAN + timedelta(seconds=head.seq)
        salt = f"{head.seq:032x}"
        event = make_event(body, head=head, at=at, elapsed=head.seq, salt=salt)
        events.append(event)
        head = head_of(event)
    return events


def notes(count: int, head: Head | None = None, text: str = "note") -> list[Event]:
    """So many captures that can be told apart."""
    first = head.seq if head else 0
    return chain((b.Captured(text=f"{text} {first + n}") for n in range(1, count + 1)), head)


def started(title: str = "Book study", steps: int = 3) -> b.SessionStarted:
    """The beginning of a session with so many parts of ten minutes."""
    parts = tuple(Part(id=f"p{n}", block="b", minutes=10) for n in range(1, steps + 1))
    blocks = (AgendaBlock(id="b", parts=parts),)
    return b.SessionStarted(session="s", plan="book", title=title, blocks=blocks)


def log_bytes(events: Iterable[Event]) -> bytes:
    """The file that these events make."""
    return b"".join(event.line.encode("ascii") + b"\n" for event in events)


def documents(events: Iterable[Event]) -> list[dict[str, object]]:
    """All that the events hold, so that comparing them compares contents, not only numbers."""
    return [dict(event.document) for event in events]


def read(path: Path) -> LogContents:
    """The log as the next start would read it."""
    return read_log(Disk(), path, "s")


def writing(
    path: Path, disk: Disk, head: Head | None = None, clock: SteppedClock | None = None
) -> LogWriter:
    """A writer without a thread: a test steps it, by a clock that it moves."""
    return LogWriter(disk, path, head or Head(), monotonic=clock or SteppedClock(), threaded=False)


def plan_text(plan: Plan) -> str:
    """Stands in for the writer of plans."""
    return f"title = {plan.title!a}\n"


def store_of(home: Path, disk: Disk | None = None) -> FileSessions:
    """A store as the program makes it."""
    return FileSessions(Home(home), disk or Disk(), plan_text)
