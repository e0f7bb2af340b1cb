"""Hosts that are killed: the process that appends and acknowledges, and how to kill it.

Every event follows from its number, so that a log's contents can be compared, not only counted.
The process says `ready` once it hosts, then the number of the last event of each append that has
returned, a line each.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from facilitui.core import bodies as b
from facilitui.core.events import Event, Head, head_of
from facilitui.core.ports import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import read_log
from facilitui.storage.paths import Home
from facilitui.storage.sessions import FileSessions
from tests.storage.broken_disks import PretendingDisk
from tests.storage.chains import chain, documents

ROOT = Path(__file__).resolve().parents[2]
LONG = 25
"""Every so manyth event is long enough for a kill to fall into the middle of its write."""


def numbered(count: int, head: Head | None = None) -> list[Event]:
    """The events that come after `head` in the one log that every process here writes."""
    first = head.seq + 1 if head else 1
    return chain((_body(number) for number in range(first, first + count)), head)


def _body(number: int) -> b.Body:
    return b.Captured(text=f"{number} " + "é\n" * (6000 if number % LONG == 0 else number % 40))


async def host_and_append(home: str, session: str, disk: Disk, *, hold: bool) -> None:
    """What the process does until it is killed; with `hold`, until its input ends."""
    log = await FileSessions(Home(Path(home)), disk, lambda plan: "").host(session)
    print("ready", flush=True)
    if hold:
        sys.stdin.read()
    head = head_of(log.contents.events[-1]) if log.contents.events else Head()
    while not hold:
        events = numbered(random.randint(1, 4), head)
        await log.append(events)
        head = head_of(events[-1])
        print(head.seq, flush=True)
    await log.close()


def start(home: Path, session: str, how: str = "append") -> subprocess.Popen[str]:
    """A process that hosts the session by the time this returns."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.log_kills", str(home), session, how],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        kill(process)
        raise AssertionError("the process never hosted the session")
    return process


def kill(process: subprocess.Popen[str], after: int = 0, delay: int = 0) -> int:
    """Kill -9 after so many acknowledgements more; returns the last event acknowledged."""
    assert process.stdout is not None
    acknowledged = 0
    for _ in range(after):
        acknowledged = int(process.stdout.readline())
    for _ in range(delay):
        pass  # so that kills fall everywhere between two acknowledgements
    process.kill()
    # What it acknowledged before it was hit counts too; a line that was cut off does not.
    whole = process.stdout.read().rpartition("\n")[0].split()
    process.wait()
    process.stdout.close()
    if process.stdin is not None:
        process.stdin.close()
    return int(whole[-1]) if whole else acknowledged


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


if __name__ == "__main__":
    _, chosen_home, chosen_session, how = sys.argv
    disk = PretendingDisk() if how == "pretend" else Disk()
    asyncio.run(host_and_append(chosen_home, chosen_session, disk, hold=how == "hold"))
