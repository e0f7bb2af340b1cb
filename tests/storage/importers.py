"""Exports to take in, and processes that take them in until they are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from facilitui.core.journal import make_document
from facilitui.core.sealing import GENESIS, canonical
from tests.storage.journals import AT, ROOT, body_for, diary, linger

REVISIONS = 4


def export(name: str, count: int) -> str:
    """The export of a journal of so many documents, four revisions an entry; always the same."""
    lines, after = [], GENESIS
    last: dict[str, Any] | None = None
    for n in range(count):
        entry, rev = f"{name}-{n // REVISIONS}", n % REVISIONS + 1
        last = make_document(
            entry_id=entry,
            kind="debrief",
            body=body_for(entry, rev),
            made_at=AT,
            salt=f"{n:032x}",
            last=last if rev > 1 else None,
            after=after,
        )
        after = last["hash"]
        lines.append(canonical(last))
    return "".join(f"{line}\n" for line in lines)


class Importers:
    """A process that has loaded everything, and lets others take exports in."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "tests.storage.importers", str(root)]
        self._nursery = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._nursery.stdin is not None and self._nursery.stdout is not None
        self._in, self._out = self._nursery.stdin, self._nursery.stdout

    def start(self, name: str, count: int, times: int) -> int:
        """Let a process take in so many exports, one after the other; returns its number."""
        print(name, count, times, file=self._in, flush=True)
        return int(self._out.readline())

    def told(self) -> Iterator[str]:
        """The exports that the process was told are kept, until it ended."""
        while (line := self._out.readline().strip()) != "gone":
            assert line, "the process that starts the importers is gone"
            yield line

    def close(self) -> None:
        self._in.close()
        self._out.close()
        self._nursery.wait()


def kill_while_importing(root: Path, times: int, count: int = 60) -> tuple[int, int]:
    """Kill an import so many times, and check each time that all of it is there, or nothing.

    Returns how many were acknowledged, and how many were found in the end.
    """
    importers = Importers(root)
    told: set[str] = set()
    found: dict[str, int] = {}
    for turn in range(times):
        name = f"i{turn}"
        victim = importers.start(name, count, 100_000)
        acknowledged = importers.told()
        for _ in range(turn % 3):
            told.add(next(acknowledged))
        linger(root / "journal", turn)
        os.kill(victim, signal.SIGKILL)
        told.update(acknowledged)
        with diary(root) as journal:
            assert journal.trouble() == []
            documents = journal.documents()
        found = {}
        for each in documents:
            found[each["id"].partition("-")[0]] = found.get(each["id"].partition("-")[0], 0) + 1
            assert each["body"] == canonical(body_for(each["id"], each["rev"]))
        assert set(found.values()) <= {count} and told <= set(found)
    importers.close()
    return len(told), len(found)


def take(root: Path, name: str, count: int, times: int, out: IO[str]) -> None:
    """Take so many exports in, and name each once it is kept."""
    with diary(root) as journal:
        for n in range(times):
            assert journal.take(export(f"{name}.{n}", count)) == (count, 0, [])
            print(f"{name}.{n}", file=out, flush=True)


def _nursery(root: Path) -> None:
    for line in sys.stdin:
        name, count, times = line.split()
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)
            take(root, name, int(count), int(times), sys.stdout)
            os._exit(0)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    _nursery(Path(sys.argv[1]))
