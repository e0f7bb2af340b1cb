"""What the ended sessions of a home show, each worked out once from its log.

A session that goes on shows nothing yet; one whose log is damaged never does, and is no error
here.
"""

from __future__ import annotations

from pydantic import TypeAdapter

from facilitui.core.errors import FacilituiError
from facilitui.core.fold import fold
from facilitui.core.log_contents import LogContents
from facilitui.core.session_digest import SessionDigest, digest
from facilitui.storage.disk import Disk
from facilitui.storage.log_values import Cached, LogValues, Making
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

Digested = tuple[SessionDigest, ...]
"""One session's digest, or none: a value too, so that its log need not be read again."""


def _digested(contents: LogContents) -> Digested:
    made = (
        None
        if contents.read_only or contents.purged
        else digest(fold(contents.events), contents.session)
    )
    return (made,) if made is not None else ()


_DIGESTS = Making(_digested, cache="digests.json", edition=2, cached=TypeAdapter(Cached[Digested]))


class FileDigests:
    """What was run in a home (`planning_ports.Digests`), worked out on a thread of its own.

    With hundreds of logs the first time takes seconds, for which no session shall wait.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._values = LogValues(home, disk, _DIGESTS)
        self._worker = Worker("facilitui-digests")

    async def digests(self) -> Digested:
        """What each session shows, worked out anew where its log changed; never an error."""
        return await self._worker.do(self._all)

    def close(self) -> None:
        """Keep what was worked out by now, then end: nobody waits for what is left."""
        self._values.stopped = True
        self._worker.close()

    def _all(self) -> Digested:
        try:
            kept = self._values.all()
        except FacilituiError:
            return ()
        return tuple(made for each in kept.values() for made in each.value or ())
