"""Purges that are killed: at any call that changes a file, and what has to be true afterwards.

Each is a process of its own, which kills itself with signal 9, in the middle of a write as well;
it is forked from one that has loaded everything, so that hundreds take little time.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import is_blanked
from facilitui.core.privacy.purge_places import words_in
from facilitui.core.privacy.purging import SESSION
from facilitui.demo.clock import SimulatedClock
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import read_log
from facilitui.storage.paths import Home
from tests.services.full_sessions import AT, Full, holding, run_one
from tests.storage.killing_disk import KillingDisk

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload([__name__])


def purge_and_die(root: str, named: str, whole: bool, at: int, names: bool = False) -> None:
    """What the process does until it is killed, or until all is done.

    Below 0 `at` is no call but a while, so that kills fall between any two calls as well. With
    `names` those of a roster go from all other entries too.
    """
    disk = KillingDisk(at if at > 0 else 10**9, armed=False)
    asyncio.run(_purge(_wired(Path(root), disk), disk, named, whole, at, names))


def _wired(root: Path, disk: Disk | None = None) -> Wiring:
    """In the month in which all of it was said, whatever month this is."""
    return Wiring(Home(root), clock=SimulatedClock(AT), disk=disk)


async def _purge(
    wiring: Wiring, disk: KillingDisk, named: str, whole: bool, at: int, names: bool
) -> None:
    purging = wiring.purging
    survey = await purging.survey(named, whole=whole)
    if names:
        survey = survey.cleaning([*words_in(survey.named_in)])
    disk.armed = True
    if at < 0:
        Thread(target=_kill_after, args=(-at,), daemon=True).start()
    await purging.purge(survey, survey.history, Progress())
    disk.armed = False
    wiring.close()


def _kill_after(moments: int) -> None:
    for _ in range(moments):
        pass
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Murders:
    """A home with two sessions, of which one is purged over and over, each time in a copy."""

    template: Path
    own: Full
    other: Full
    kept: Mapping[str, Any] = field(default_factory=dict)
    """The documents that must stay, by their hashes."""
    gone: frozenset[str] = frozenset()
    """The ids of what is purged with the session."""
    begun: int = 0
    """How many kills left a purge to be finished."""


async def prepared(root: Path) -> Murders:
    """The two sessions."""
    own, other = await run_one(root), await run_one(root)
    survey = await own.wiring.purging.survey(own.session)
    documents = (each for _, each in (await own.wiring.journal.contents()).documents)
    gone = frozenset(survey.belonging.entries)
    kept = {str(each["hash"]): dict(each) for each in documents if each["id"] not in gone}
    assert len(kept) > 5 and len(gone) > 5
    for each in (own, other):
        each.wiring.close()
    return Murders(root, own, other, kept, gone)


def kill_at(murders: Murders, copy: Path, at: int) -> bool:
    """Kill a purge at a call, check what is there, finish it; whether it was killed at all."""
    shutil.copytree(murders.template, copy)
    parts = (str(copy), murders.own.session, True, at)
    process = FORKING.Process(target=purge_and_die, args=parts, daemon=True)
    process.start()
    process.join()
    killed = process.exitcode == -signal.SIGKILL
    assert killed or process.exitcode == 0, process.exitcode
    asyncio.run(_check(murders, copy))
    shutil.rmtree(copy)
    return killed


async def _check(murders: Murders, copy: Path) -> None:
    wiring = _wired(copy)
    await _nothing_else_is_lost(murders, wiring)
    if (copy / "purge.json").exists():
        murders.begun += 1
        assert murders.own.session in await wiring.purging.unfinished()
        await wiring.purging.finish(Progress())
    elif holding(copy, murders.own.words):  # it had not begun
        survey = await wiring.purging.survey(murders.own.session)
        assert survey.what == SESSION
        await wiring.purging.purge(survey, survey.history, Progress())
    await _nothing_else_is_lost(murders, wiring)
    contents = await wiring.journal.contents()
    own = [each for _, each in contents.documents if each["id"] in murders.gone]
    assert own and all(map(is_blanked, own))
    assert [each["kind"] for _, each in contents.documents].count("purge") == 1
    wiring.close()
    assert not holding(copy, murders.own.words)  # the plan has the other one's title by now
    assert not [path for path in copy.rglob("*") if "purge.json" in path.name]


async def _nothing_else_is_lost(murders: Murders, wiring: Wiring) -> None:
    """Every file can be read, both logs verify, the other session is as it was."""
    contents = await wiring.journal.contents()
    assert not contents.problems
    assert not [each for each in await wiring.journal.verify() if each.broken]
    found = {str(each["hash"]): dict(each) for _, each in contents.documents}
    assert {name: found[name] for name in murders.kept} == murders.kept
    for each in (murders.own, murders.other):
        path = wiring.home.sessions / each.session / "events.jsonl"
        log = read_log(Disk(), path, each.session)
        assert not log.trouble and log.verified == len(log.events) > 2
    theirs = murders.other.session
    before = murders.template / "sessions" / theirs
    assert {path.name for path in before.iterdir()} <= {
        path.name for path in (wiring.home.sessions / theirs).iterdir()
    }
    now = wiring.home.sessions / theirs / "events.jsonl"
    assert now.read_bytes() == (before / "events.jsonl").read_bytes()
    assert (wiring.home.root / "attachments" / murders.other.copy).is_file()
