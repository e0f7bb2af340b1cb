"""Blanking the log of a session: every event keeps its envelope, and the chain still verifies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitui.core.bodies import NormsAgreed, SessionStarted
from facilitui.core.errors import FacilituiError, HostedElsewhere, NotFound, NotSaved
from facilitui.core.privacy.purging_ports import LogFound
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sessions.events import Event, read_event, without_body
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import NoteKind
from facilitui.storage.disk import Disk, reason, sweep, write_atomically
from facilitui.storage.event_log import read_log
from facilitui.storage.log_values import session_folders
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, PLAN, Hold, is_session_id

_BROUGHT = (SessionStarted, NormsAgreed)
"""What a session came with: its plan and norms, which others have too."""
FIRST_LINE = 2**22
"""A log's first event is looked at as far as so many bytes."""


class PurgedLogs:
    """The logs of one home, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._holds: dict[str, Hold] = {}

    def hold(self, sessions: Collection[str]) -> None:
        """Hold sessions until they are let go. Raises HostedElsewhere; none is held then."""
        try:
            for session in sessions:
                folder = self._home.sessions / session
                if is_session_id(session) and (folder / LOG).exists():
                    self._holds[session] = _taken(self._disk, folder)
        except FacilituiError:
            self.let_go()
            raise

    def let_go(self) -> None:
        """Hold none any longer."""
        while self._holds:
            self._holds.popitem()[1].let_go()

    @contextmanager
    def _held(self, folder: Path) -> Iterator[None]:
        """Hold a session for a moment, unless it is held already. Raises as `_taken` does."""
        hold = None if folder.name in self._holds else _taken(self._disk, folder)
        try:
            yield
        finally:
            if hold is not None:
                hold.let_go()

    def same(self, session: str) -> tuple[str, ...]:
        """A session with those that go on from it or that it went on from: they share events."""
        if not (is_session_id(session) and (self._home.sessions / session).is_dir()):
            return (session,)
        begun = {folder.name: self._begun_as(folder) for folder in session_folders(self._home)}
        origin = begun.get(session) or session
        own = (name for name, of in begun.items() if of == origin or name == origin)
        return tuple(dict.fromkeys((session, *sorted(own))))

    def _begun_as(self, folder: Path) -> str:
        """What a session was called when its log began; empty where nothing says so."""
        begun = _beginning(folder)
        return begun.session if begun is not None else ""

    def look(self, session: str) -> LogFound | None:
        """What a session's log holds; None where there is none.

        Raises HostedElsewhere where it is open somewhere, NotSaved where it goes on.
        """
        if not is_session_id(session):
            return None
        folder = self._home.sessions / session
        try:
            contents = read_log(self._disk, folder / LOG, session)
        except NotFound:
            return None
        with self._held(folder):
            state = fold(contents.events)
            if state.running and not contents.read_only:
                raise NotSaved(f"the session {session} goes on: end it, then purge it")
        written, planned = said_in(contents.events)
        return LogFound(
            session,
            events=len(written) + len(planned),
            plan=state.started.plan,
            written=written,
            planned=planned,
            has_plan=(folder / PLAN).exists(),
            title=state.started.title,
            began_at=state.began_at,
            zone=state.started.zone,
            captures=len(state.notes_of(NoteKind.CAPTURE)),
            parked=len(state.notes_of(NoteKind.PARKED)),
        )

    def blank(self, session: str) -> None:
        """Blank every event, and delete the copy of the plan. Raises HostedElsewhere or NotSaved.

        What is no event is left out of the log: nobody knows what it says.
        """
        folder = self._home.sessions / session
        if not is_session_id(session) or not (folder / LOG).exists():
            return
        with self._held(folder):
            try:
                data = self._disk.read(folder / LOG)
                purged = b"".join(blanked_lines(data))
                if purged != data:
                    write_atomically(self._disk, folder / LOG, purged)
                sweep(folder)
                (folder / PLAN).unlink(missing_ok=True)
                self._disk.sync_folder(folder)
            except OSError as error:
                told = f"the session {session} was not purged: {reason(error)}"
                raise NotSaved(told) from error

    def used_by_others(self, plan: str, sessions: Collection[str]) -> bool:
        """Whether another session was begun from a plan too."""
        for folder in session_folders(self._home):
            begun = None if folder.name in sessions else _beginning(folder)
            if begun is not None and begun.plan == plan:
                return True
        return False


def _beginning(folder: Path) -> SessionStarted | None:
    """How a session began; None where its log does not say."""
    with suppress(OSError, ValueError, RecursionError):
        with (folder / LOG).open("rb") as file:
            line = file.readline(FIRST_LINE)
        body = read_event(line.decode("utf-8")).body
        return body if isinstance(body, SessionStarted) else None
    return None


def _taken(disk: Disk, folder: Path) -> Hold:
    """The hold of a session. Raises HostedElsewhere, or NotSaved where it cannot be held."""
    try:
        return Hold(disk, folder)
    except HostedElsewhere as error:
        told = f"the session {safe_line(folder.name)} is open: leave it, there and here, then purge"
        raise HostedElsewhere(told) from error
    except OSError as error:
        raise NotSaved(f"nothing was purged: {reason(error)}") from error


def said_in(events: Iterable[Event]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What events say, the JSON of a body each: what was typed, and what the session came with."""
    bodies = [(e.envelope.body, isinstance(e.body, _BROUGHT)) for e in events if e.envelope.body]
    return (
        tuple(body for body, is_brought in bodies if not is_brought),
        tuple(body for body, is_brought in bodies if is_brought),
    )


def blanked_lines(data: bytes) -> Iterator[bytes]:
    """The whole lines of a log without what they say; those that are no events are left out."""
    for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:-1]:
        with suppress(ValueError, RecursionError):
            yield without_body(read_event(line.decode("utf-8"))).line.encode("ascii") + b"\n"
