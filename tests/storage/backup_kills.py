"""Processes that back up and restore until they are killed, and what is left then.

Each is forked from one that has loaded everything, so that many can be killed in little time.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.backup_archive import opened
from facilitui.storage.disk import Disk
from tests.storage.full_homes import back_up, bring_back, filled, held
from tests.storage.journals import diary
from tests.storage.killing_disk import KillingDisk

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload([__name__])


def pack(root: str, file: str, at: int, told: Connection) -> None:
    """Back up over and over, each in place of the one before."""
    disk = _disk(at)
    told.send("begun")
    while True:
        back_up(Path(root), Path(file), disk, force=True)


def restore(root: str, file: str, at: int, told: Connection) -> None:
    """Restore once, in place of what is there, and say so."""
    disk = _disk(at)
    told.send("begun")
    bring_back(Path(root), Path(file), disk, replace=True)
    told.send("done")
    told.recv()


def _disk(at: int) -> Disk:
    return KillingDisk(at) if at > 0 else Disk()


def killed(
    work: Callable[[str, str, int, Connection], None], root: Path, file: Path, at: int
) -> bool:
    """Start one, and kill it at so manyth call that changes a file.

    From 0 down `at` is no call: it is killed once it came a way that is another one for each.
    Says whether it had come to its end.
    """
    ours, its = FORKING.Pipe()
    process = FORKING.Process(target=work, args=(str(root), str(file), at, its), daemon=True)
    process.start()
    its.close()
    assert ours.recv() == "begun"
    with ours:
        if at > 0:
            done = _said(ours)
        else:
            _wait_for(root, file, -at)
        process.kill()
        process.join()
        return done if at > 0 else _said(ours)


def _wait_for(root: Path, file: Path, turn: int) -> None:
    """Let it come so far: until a file is coming, or an archive has come, and some moments more."""
    before, looks = _number(file), 100_000
    while looks and turn % 4 == 3 and _number(file) == before and root != file.parent / "new":
        looks -= 1
    while looks and turn % 2 and not (_coming(file) or _is_restoring(root)):
        looks -= 50
    sum(range(turn * 7919 % 50 * 12_000))


def _coming(file: Path) -> bool:
    return any(file.parent.glob(f".{file.name}.*"))


def _is_restoring(root: Path) -> bool:
    try:
        return any(name.endswith(".tmp") for name in os.listdir(root / ".restoring"))
    except FileNotFoundError:
        return False


def _number(file: Path) -> int:
    """What tells an archive from the one before."""
    return file.stat().st_ino if file.exists() else 0


def _said(told: Connection) -> bool:
    try:
        return bool(told.recv() == "done")
    except EOFError:
        return False


@dataclass
class Left:
    """What the kills left behind."""

    whole: int = 0
    """How often there was a backup, and it was whole."""
    half: int = 0
    """How often a restore was killed before its end, with some of its files in place."""


def kill_backups(folder: Path, places: Iterable[int]) -> Left:
    """Kill a backup at each place; there is a whole one each time, or none, and nothing of one."""
    home, file, left = filled(folder / "home"), folder / "b.zip", Left()
    everything = held(home)
    for at in places:
        assert not killed(pack, home, file, at)
        assert held(home) == everything
        if file.exists():
            left.whole += 1
            with opened(file, Progress()) as archive:
                members = archive.manifest.files
                assert {each.name: archive.read(each) for each in members} == everything
    back_up(home, file, force=True)
    assert sorted(os.listdir(folder)) == ["b.zip", "home"]
    return left


def kill_restores(folder: Path, places: Iterable[int]) -> Left:
    """Kill a restore at each place, into an empty home and over a damaged one by turns.

    Every file is whole each time, and the same once more comes to its end.
    """
    home, file, left = filled(folder / "home"), folder / "b.zip", Left()
    back_up(home, file)
    everything = held(home)
    for turn, at in enumerate(places):
        new = folder / "new"
        damaged = _damaged(new, home) if turn % 3 == 2 else {}
        done = killed(restore, new, file, at)
        found = held(new) if new.exists() else {}
        left.half += not done and 0 < len(found) < len(everything)
        for name, data in found.items():
            assert data in (everything.get(name), damaged.get(name), *_aside(name, damaged)), name
        again = bring_back(new, file, replace=True)
        assert again.left == () and again.lines == ""
        assert everything.items() <= held(new).items()
        assert not (new / ".restoring").exists()
        with diary(new) as journal:
            assert not [each for each in journal.verify() if each.broken]
        shutil.rmtree(new)
    return left


def _damaged(new: Path, home: Path) -> dict[str, bytes]:
    """A home of which a plan was changed and a month cut, and what it holds."""
    shutil.copytree(home, new)
    (new / "plans" / "looking.toml").write_bytes(b"changed since")
    month = new / "journal" / "2026-11.json"
    month.write_bytes(month.read_bytes()[:-40])
    return held(new)


def _aside(name: str, damaged: dict[str, bytes]) -> list[bytes]:
    """What a month that was set aside holds."""
    is_aside = name.startswith("journal/2026-11.damaged")
    return [damaged["journal/2026-11.json"]] if is_aside and damaged else []
