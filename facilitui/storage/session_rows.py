"""The list of a home's sessions, which stays cheap with hundreds of them.

Making a row reads, verifies and folds a whole log, so the rows are kept, in memory and in the
cache folder, for as long as their log's file is the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.fold import fold
from facilitui.core.ports import LogContents, SessionRow
from facilitui.core.session import SessionState, Stage
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.event_log import read_log
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, is_session_id

Stamp = tuple[int, int, int]
"""A file's time of change in nanoseconds, its size and its number: another one, another file."""
Rows = dict[str, tuple[Stamp, SessionRow]]
"""By the session's id."""

EDITION = 1
"""Grows when a row is made otherwise from the same log, so that rows kept before are not shown."""
_CACHE: TypeAdapter[tuple[int, Rows]] = TypeAdapter(tuple[int, Rows])
"""The edition that made the rows, and the rows."""


class SessionRows:
    """All rows, each made anew where its log changed. For one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._rows: Rows | None = None

    def all(self) -> tuple[SessionRow, ...]:
        """All sessions, the newest first; one that cannot be read has its trouble."""
        kept = self._kept() if self._rows is None else self._rows
        rows: Rows = {}
        for folder in self._folders():
            stamp = _stamp(folder / LOG)
            known = kept.get(folder.name)
            if known is not None and known[0] == stamp and any(stamp):
                rows[folder.name] = known
            else:
                rows[folder.name] = (stamp, self._row(folder))
        if rows != kept:
            self._keep(rows)
        self._rows = rows
        newest = sorted(rows.values(), key=_moment, reverse=True)
        return tuple(row for _, row in newest)

    def _folders(self) -> Iterator[Path]:
        sessions = self._home.sessions
        try:
            names = os.listdir(sessions)
        except FileNotFoundError:
            return
        except OSError as error:
            raise FacilituiError(f"cannot list {sessions}: {reason(error)}") from error
        for name in names:
            if not name.startswith(".") and os.path.isdir(sessions / name):
                yield sessions / name

    def _row(self, folder: Path) -> SessionRow:
        session = folder.name
        if not is_session_id(session):
            return _bad_row(session, "only letters, digits, - and _ may be in its folder's name")
        try:
            return row_of(read_log(self._disk, folder / LOG, session))
        except FacilituiError:
            return _bad_row(session, f"there is no {LOG} in its folder")
        except Exception as error:  # one hostile log must never hide all the others
            return _bad_row(session, f"its {LOG} cannot be shown: {type(error).__name__}")

    def _kept(self) -> Rows:
        try:
            edition, rows = _CACHE.validate_python(json.loads(self._disk.read(self._cache)))
        except (OSError, ValueError, RecursionError):
            return {}
        return rows if edition == EDITION else {}

    def _keep(self, rows: Rows) -> None:
        try:
            # As ASCII, because a title may hold half of a character that UTF-8 cannot.
            # Trouble is not kept: a newer version may be able to read what this one cannot.
            whole = {session: kept for session, kept in rows.items() if not kept[1].trouble}
            text = json.dumps(_CACHE.dump_python((EDITION, whole), mode="json"))
            make_folders(self._disk, self._home.root, self._home.cache)
            write_atomically(self._disk, self._cache, text.encode("ascii"))
        except (NotSaved, ValueError):
            pass  # it can be worked out again

    @property
    def _cache(self) -> Path:
        return self._home.cache / "sessions.json"


def row_of(contents: LogContents) -> SessionRow:
    """The row of one session: what its events add up to, unproved ones included."""
    state = fold(contents.events)
    return SessionRow(
        session=contents.session,
        title=state.started.title,
        plan=state.started.plan,
        began_at=state.began_at,
        ended_at=state.ended_at,
        step=_step(state),
        steps=len(state.runs),
        # A line that was cut off is put right by the next host: nothing for a list to tell.
        trouble=contents.trouble if contents.read_only else "",
    )


def _step(state: SessionState) -> int:
    if state.current is not None:
        return state.current + 1
    done = (n for n, run in enumerate(state.runs, 1) if run.stage is Stage.DONE)
    return max(done, default=0)


def _bad_row(session: str, trouble: str) -> SessionRow:
    return SessionRow(session, "", "", None, None, trouble=trouble)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _moment(kept: tuple[Stamp, SessionRow]) -> tuple[float, str]:
    """When a session began, or, where that is not known, when its log last changed."""
    (changed, _, _), row = kept
    began: datetime | None = row.began_at
    return (began.timestamp() if began else changed / 1e9, row.session)
