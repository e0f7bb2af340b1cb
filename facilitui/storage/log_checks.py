"""Checking the logs of a home's sessions: every one is read and verified, none is changed."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.backups.backup_ports import LogsRead
from facilitui.core.errors import FacilituiError, Problem
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.core.journals.journal import is_blanked
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.log_values import made_of, session_folders
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG
from facilitui.storage.worker import Worker


class FileSessionLogs:
    """The logs of one home (`facilitui.core.backups.backup_ports.SessionLogs`), on their own
    thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._worker = Worker("logs")

    async def read_all(self, sought: Collection[str], progress: Progress) -> LogsRead:
        """Read and verify every one, and see which of the hashes are there. Raises Stopped."""
        return await self._worker.do(read_logs, self._home, self._disk, sought, progress)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()


def read_logs(home: Home, disk: Disk, sought: Collection[str], progress: Progress) -> LogsRead:
    """How many logs there are, of each the first thing that is wrong, and which hashes it has.

    No log is read that is larger than one may be. Reads on the caller's own thread. Raises
    Stopped.
    """
    try:
        folders = sorted(session_folders(home))
    except FacilituiError as error:
        return LogsRead(0, (Problem.of_all(str(home.sessions), str(error)),), {})
    sizes = [_size(folder / LOG) for folder in folders]
    progress.begin("looking at the logs", sum(sizes))
    wanted = frozenset(sought)
    problems: list[Problem] = []
    found: dict[str, frozenset[str]] = {}
    blanked: dict[str, int] = {}
    says: dict[str, bool] = {}

    def look(log: LogContents) -> int:
        found[log.session] = wanted & {each.document["hash"] for each in log.events}
        if count := sum(is_blanked(each.document) for each in log.events):
            blanked[log.session] = count
        if log.events:
            says[log.session] = count < len(log.events)
        return log.line

    for folder, size in zip(folders, sizes, strict=True):
        if progress.stopped:
            raise Stopped(STOPPED)
        line, why = made_of(disk, folder, look)
        if why:
            shown = safe_text.path(f"{home.sessions.name}/{folder.name}/{LOG}")
            problems.append(Problem(shown, line or 0, 1, why))
        progress.done += size
    return LogsRead(len(folders), tuple(problems), found, blanked, says)


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
