"""Hosts that are killed: the process that appends and acknowledges, and how to kill it.

Every event follows from its number, so that a log's contents can be compared, not only counted.
The process says 0 once it hosts, then the number of the last event of each append that returned.
It is forked from one that has loaded everything, so that many can be killed in little time.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from facilitui.core import bodies as b
from facilitui.core.sessions.events import Event, Head, head_of
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import read_log
from facilitui.storage.paths import Home
from facilitui.storage.sessions import FileSessions
from tests.storage.broken_disks import PretendingDisk
from tests.storage.chains import chain, documents

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload([__name__])
LONG = 25
"""Every so manyth event is long enough for a kill to fall into the middle of its write."""


def numbered(count: int, head: Head | None = None) -> list[Event]:
    """The events that come after `head` in the one log that every process here writes."""
    first = head.seq + 1 if head else 1
    return chain((_body(number) for number in range(first, first + count)), head)


def _body(number: int) -> b.Body:
    return b.Captured(text=f"{number} " + "é\n" * (6000 if number % LONG == 0 else number % 40))


@dataclass(frozen=True)
class Host:
    """A process that hosts a session."""

    process: ForkServerProcess
    told: Connection
    """What it says."""

    @property
    def pid(self) -> int:
        """Its number."""
        assert self.process.pid is not None
        return self.process.pid


def host(home: str, session: str, how: str, told: Connection) -> None:
    """What the process does until it is killed."""
    disk = PretendingDisk() if how == "pretend" else Disk()
    asyncio.run(host_and_append(home, session, disk, told, hold=how == "hold"))


async def host_and_append(
    home: str, session: str, disk: Disk, told: Connection, *, hold: bool
) -> None:
    """Append and acknowledge for ever; with `hold` only host."""
    log = await FileSessions(Home(Path(home)), disk, lambda plan: "").host(session)
    told.send(0)
    if hold:
        await asyncio.Event().wait()
    head = head_of(log.contents.events[-1]) if log.contents.events else Head()
    while True:
        events = numbered(random.randint(1, 4), head)
        await log.append(events)
        head = head_of(events[-1])
        told.send(head.seq)


def start(home: Path, session: str, how: str = "append") -> Host:
    """A process that hosts the session by the time this returns."""
    ours, its = FORKING.Pipe(duplex=False)
    process = FORKING.Process(target=host, args=(str(home), session, how, its), daemon=True)
    process.start()
    its.close()
    assert ours.recv() == 0, "the process never hosted the session"
    return Host(process, ours)


def kill(host: Host, after: int = 0, delay: int = 0) -> int:
    """Kill -9 after so many acknowledgements more; returns the last event acknowledged."""
    acknowledged = 0
    for _ in range(after):
        acknowledged = host.told.recv()
    for _ in range(delay):
        pass  # so that kills fall everywhere between two acknowledgements
    host.process.kill()
    # What it acknowledged before it was hit counts too; what was cut off does not.
    with host.told, suppress(EOFError):
        while True:
            acknowledged = host.told.recv()
    host.process.join()
    return acknowledged


@dataclass
class Kills:
    """What came of killing the hosts of one session over and over."""

    kills: int = 0
    acknowledged: int = 0
    torn: int = 0
    """How many kills left a line that was cut off."""


def kill_often(home: Path, session: str, kills: int, chance: random.Random) -> Kills:
    """Kill hosts of a session that exists, and check after each that nothing was lost."""
    seen = Kills()
    while seen.kills < kills:
        process = start(home, session)
        last = kill(process, chance.randint(0, 40), chance.randint(0, 20_000))
        seen.kills += 1
        seen.acknowledged = max(seen.acknowledged, last)
        found = contents(home, session)
        seen.torn += bool(found.trouble)
        assert not found.read_only, found.trouble
        assert found.verified >= seen.acknowledged
        assert documents(found.events) == documents(numbered(found.verified))
    return seen


def contents(home: Path, session: str) -> LogContents:
    """The session's log as the next start would read it."""
    return read_log(Disk(), Home(home).sessions / session / "events.jsonl", session)
