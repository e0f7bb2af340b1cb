"""What the sessions of a home show of how long things take.

A session that goes on shows nothing yet; one whose log is damaged never does, and is no error
here.
"""

from __future__ import annotations

from pydantic import TypeAdapter

from facilitui.core.drift import ProtocolRan, measured
from facilitui.core.errors import FacilituiError
from facilitui.core.fold import fold
from facilitui.core.ports import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.log_values import Cached, LogValues, Making
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

Measured = tuple[ProtocolRan, ...]


def _measured(contents: LogContents) -> Measured:
    return () if contents.read_only else measured(fold(contents.events))


_DRIFTS = Making(_measured, cache="drifts.json", edition=1, cached=TypeAdapter(Cached[Measured]))


class FileRuns:
    """What was run in a home (`planning_ports.Runs`), measured on a thread of its own.

    With hundreds of logs the first time takes seconds, for which no session shall wait.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._values = LogValues(home, disk, _DRIFTS)
        self._worker = Worker("facilitui-runs")

    async def measured(self) -> tuple[Measured, ...]:
        """What each session shows, measured anew where its log changed; never an error."""
        return await self._worker.do(self._all)

    def close(self) -> None:
        """Keep what was measured by now, then end: nobody waits for what is left."""
        self._values.stopped = True
        self._worker.close()

    def _all(self) -> tuple[Measured, ...]:
        try:
            kept = self._values.all()
        except FacilituiError:
            return ()
        return tuple(each.value for each in kept.values() if each.value)
