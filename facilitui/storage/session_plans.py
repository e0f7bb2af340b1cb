"""The plans that sessions were begun from, as their folders keep them."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import NotFound
from facilitui.core.plans.plan import Plan
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import FileCache
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import PLAN, is_session_id
from facilitui.storage.toml_files import decoded, parse_model, read_bytes
from facilitui.storage.worker import Worker


class FileSessionPlans:
    """The copies of plans beside the logs; they are only read (`planning_ports.SessionPlans`).

    What was read is kept: pathways ask for the plans of many sessions whenever an entry is saved.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._kept: FileCache[Plan] = FileCache()
        self._worker = Worker("session-plans")

    async def read(self, session: str) -> Plan:
        """The plan that a session was begun from. Raises NotFound or InputProblems."""
        return await self._worker.do(self._read, session)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _read(self, session: str) -> Plan:
        path = self._home.sessions / session / PLAN
        try:
            if is_session_id(session):
                return self._kept.get(path, self._parsed)
        except FileNotFoundError:
            pass
        raise NotFound("the session keeps no copy of its plan")

    def _parsed(self, path: Path) -> Plan:
        """The plan of a file. Raises FileNotFoundError or InputProblems."""
        return parse_model(decoded(read_bytes(self._disk, path), path), Plan, path)
