"""What the ended sessions of a home show, each worked out once from its log.

A session that goes on shows nothing yet; one whose log is damaged never does, and is no error
here but named beside the others. A folder that somebody copied is no second session.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import TypeAdapter

from facilitui.core.errors import FacilituiError
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.log_contents import LogContents
from facilitui.core.sessions.session_digest import Ran, SessionDigest, digest
from facilitui.storage.disk import Disk
from facilitui.storage.log_values import Cached, Kept, LogValues, Making
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


_DIGESTS = Making(_digested, cache="digests.json", edition=4, cached=TypeAdapter(Cached[Digested]))


class FileDigests:
    """What was run in a home (`planning_ports.Digests`), worked out on a thread of its own.

    With hundreds of logs the first time takes seconds, for which no session shall wait.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._values = LogValues(home, disk, _DIGESTS)
        self._worker = Worker("facilitui-digests")

    async def digests(self) -> Digested:
        """What each session shows, worked out anew where its log changed; never an error."""
        return (await self.ran()).digests

    async def ran(self) -> Ran:
        """The same, with the logs that are damaged and the folders that are copies."""
        return await self._worker.do(self._all)

    def close(self) -> None:
        """Keep what was worked out by now, then end: nobody waits for what is left."""
        self._values.stopped = True
        self._worker.close()

    def _all(self) -> Ran:
        try:
            return _ran(self._values.all())
        except FacilituiError:
            return Ran()


def _ran(kept: Mapping[str, Kept[Digested]]) -> Ran:
    """What the folders show together: a session once, under its own name where it has that."""
    taken: dict[str, SessionDigest] = {}
    copies: list[tuple[str, str]] = []
    made = {name: each.value[0] for name, each in kept.items() if each.value}
    for name, each in sorted(made.items(), key=lambda one: (one[0] != one[1].began_as, one[0])):
        known = taken.setdefault(each.began_as or name, each)
        if known is not each:
            copies.append((name, known.session))
    damaged = ((name, each.trouble) for name, each in kept.items() if each.trouble)
    left = tuple(each for each in sorted(damaged) if each[0] not in taken)
    return Ran(tuple(taken.values()), frozenset(kept), left, tuple(copies))
