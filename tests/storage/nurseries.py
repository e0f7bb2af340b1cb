"""Processes that write to a home until they are killed, each started without loading anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
Work = Callable[[Path, list[str], IO[str]], None]
"""Writes to a home what it is told to in words, and names in a line each thing that is kept."""


class Nursery:
    """A process that has loaded everything, and starts a working one whenever it is asked.

    So that hundreds can be killed without waiting for as many interpreters to start.
    """

    module: str
    """It calls `serve` when it is run."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", self.module, str(root)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout

    def start(self, *told: str | int) -> int:
        """Let a process do its work as it is told; returns its number."""
        print(*told, file=self._in, flush=True)
        return int(self._out.readline())

    def kept(self) -> Iterator[str]:
        """What the process was told is kept, until it ended."""
        while (line := self._out.readline().strip()) != "gone":
            assert line, f"the process of {self.module} is gone"
            yield line

    def close(self) -> None:
        self._in.close()
        self._out.close()
        self._process.wait()


def serve(work: Work) -> None:
    """Start a process for each line that comes in, as long as any do."""
    root = Path(sys.argv[1])
    # A line is one write, which no kill tears, also where PYTHONUNBUFFERED makes it several.
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
        for line in sys.stdin:
            child = os.fork()
            if child == 0:
                print(os.getpid(), file=out, flush=True)
                work(root, line.split(), out)
                os._exit(0)
            os.waitpid(child, 0)
            print("gone", file=out, flush=True)


def killed(
    nursery: Nursery, journal: Path, turns: Iterator[tuple[str | int, ...]]
) -> Iterator[set[str]]:
    """Start a process for each turn and kill it; after each all that was told to be kept by then.

    Every other one is killed while it writes to the journal's folder.
    """
    told: set[str] = set()
    for turn, words in enumerate(turns):
        victim, kept = nursery.start(*words), nursery.kept()
        for _ in range(turn % 4):
            told.add(next(kept))
        linger(journal, turn)
        os.kill(victim, signal.SIGKILL)
        told.update(kept)
        yield told
    nursery.close()


def linger(folder: Path, turn: int) -> None:
    """Let a save come as far as writing, every other time; else let some moments go by."""
    if turn % 2:
        while not any(folder.glob(".*.tmp")):
            pass
    sum(range(turn % 20 * 15_000))
