"""The list of a home's sessions, which stays cheap with hundreds of them.

A row is kept for as long as its log's file is the same. Who hosts a session is no part of its
log, and is looked for each time.
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import TypeAdapter

from facilitui.core.plans.slack import end_name
from facilitui.core.ports import SessionRow
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.log_contents import NO_EVENTS, LogContents
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import Stamp
from facilitui.storage.log_values import Cached, Kept, LogValues, Making
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import host_is_there, hosted_elsewhere


class SessionRows:
    """All rows, each made anew where its log changed. For one thread.

    What was purged is in no list; whoever knows its name can open it still.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._values = LogValues(home, disk, _ROWS)

    def all(self) -> tuple[SessionRow, ...]:
        """All sessions, the newest first; one that cannot be read has its trouble."""
        kept = self._values.all().items()
        every = ((each.stamp, _row(session, each)) for session, each in kept)
        rows = [(stamp, row) for stamp, row in every if not row.purged]
        newest = sorted(rows, key=lambda each: _moment(*each), reverse=True)
        return tuple(self._with_host(row) for _, row in newest)

    def _with_host(self, row: SessionRow) -> SessionRow:
        """A row that also says whether somebody else hosts the session now.

        One without events is nothing wrong while somebody holds it: it is just beginning.
        """
        folder = self._home.sessions / row.session
        if row.trouble == NO_EVENTS and host_is_there(folder):
            return replace(row, trouble="")
        elsewhere = row.open and hosted_elsewhere(folder)
        return replace(row, hosted_elsewhere=True) if elsewhere else row


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
        planned_end=state.planned_end,
        end_name=end_name(state),
        paused=state.paused,
        purged=contents.purged,
    )


_ROWS = Making(row_of, cache="sessions.json", edition=5, cached=TypeAdapter(Cached[SessionRow]))


def _step(state: SessionState) -> int:
    if state.current is not None:
        return state.current + 1
    done = (n for n, run in enumerate(state.runs, 1) if run.stage is Stage.DONE)
    return max(done, default=0)


def _row(session: str, kept: Kept[SessionRow]) -> SessionRow:
    """The row as it is shown, with its trouble."""
    row = kept.value or SessionRow(session, "", "", None, None)
    return replace(row, trouble=kept.trouble) if kept.trouble else row


def _moment(stamp: Stamp | None, row: SessionRow) -> tuple[float, str]:
    """When a session began, or, where that is not known, when its log was last written."""
    written = stamp.written / 1e9 if stamp is not None else 0.0
    return (row.began_at.timestamp() if row.began_at else written, row.session)
