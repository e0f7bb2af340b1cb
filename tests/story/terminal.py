"""facilitui in a real pseudo-terminal, as a person at a keyboard would use it.

Nothing here sleeps: every step waits for a text on the screen, for a file, or for an exit code.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any

import pytest

from facilitui.themes import PAPER_DARK
from tests.story.emulator import Emulator
from tests.story.nursery import PROGRAM, born
from tests.story.shown_clock import shown_seconds
from tests.story.surroundings import TestClock, environment
from tests.vendor import tuidrive

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds to wait for something that a person would see at once; machines under test are slow."""


class Terminal(AbstractContextManager["Terminal"]):
    """One run of facilitui in a terminal of its own."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        clock: TestClock | None = None,
        env: Mapping[str, str | None] | None = None,
        command: Sequence[str] | None = None,
        code: str | None = None,
    ) -> None:
        """`command` is run as it is, with the arguments, in place of a program from the nursery.

        That runs `code` in place of the whole program, with everything imported before.
        """
        self._report = home / "logs" / "crash.log"
        self._nursed = command is None and sys.platform == "linux"
        nursed = PROGRAM if code is None else (sys.executable, "-c", code)
        self._tui: Any = tuidrive.Tui(
            [*(command or nursed), *arguments],
            size=size,
            env={**environment(home, clock), **(env or {})},
            cwd=str(ROOT),
            timeout=PATIENCE,
        )
        self._tui.term = Emulator(*size)

    def __enter__(self) -> Terminal:
        with pytest.MonkeyPatch.context() as patch:
            if self._nursed:
                patch.setattr(tuidrive, "subprocess", SimpleNamespace(Popen=born))
            self._tui.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tui.close()
        if error is not None and self._report.is_file():
            error.add_note(self._report.read_text("utf-8", "replace"))

    # The keyboard

    def press(self, *keys: str) -> Terminal:
        """Press keys by name: "n", "enter", "ctrl+q", "down*3"."""
        self._tui.press(*keys)
        return self

    def type(self, text: str) -> Terminal:
        """Type a text, key by key."""
        self._tui.type(text, gap=0)
        return self

    def paste(self, text: str) -> Terminal:
        """Paste a text, bracketed where the program asked for that.

        What the program writes meanwhile is read, so that neither waits for the other.
        """
        self._tui.paste(text)
        return self

    def send(self, raw: bytes) -> Terminal:
        """Bytes as they are."""
        self._tui.send(raw)
        return self

    def resize(self, columns: int, rows: int) -> Terminal:
        """The window changes its size."""
        self._tui.resize(columns, rows)
        return self

    # The screen

    def wait(self, pattern: str, timeout: float | None = None) -> Terminal:
        """Until the screen matches a regular expression."""
        self._tui.wait_for(pattern, timeout)
        return self

    def wait_gone(self, pattern: str, timeout: float | None = None) -> Terminal:
        """Until the screen no longer matches."""
        self._tui.wait_gone(pattern, timeout)
        return self

    def press_for(self, key: str, pattern: str) -> Terminal:
        """Press a key and wait for what it shows."""
        return self.press(key).wait(pattern)

    def press_away(self, key: str, pattern: str) -> Terminal:
        """Press a key and wait until it has taken something from the screen."""
        return self.press(key).wait_gone(pattern)

    @property
    def screen(self) -> str:
        """What a person would read now."""
        return str(self._tui.screen())

    @property
    def title(self) -> str:
        """The terminal's own title."""
        return str(self._tui.title)

    @property
    def raw(self) -> bytes:
        """Everything the program has written."""
        raw: bytes = self._tui.raw()
        return raw

    def wait_cursor(self) -> Terminal:
        """Until there is a place to type in, or a word to choose: keys before that go elsewhere."""
        self.wait_screen(lambda screen: "‹ " in screen or self._has_cursor, "a cursor")
        return self

    @property
    def _has_cursor(self) -> bool:
        mark = PAPER_DARK.primary.lstrip("#").lower()
        return any(cell.bg == mark for row in self._tui.term.rows() for cell in row)

    def wait_screen(self, holds: Callable[[str], bool], what: str) -> str:
        """Until the screen's text satisfies something that no regular expression says."""
        until = time.monotonic() + PATIENCE
        have = -1
        while not holds(screen := self.screen):
            if time.monotonic() > until or not self.alive:
                raise AssertionError(f"{what} did not come:\n{screen}")
            have = self._news(have, until)
        return screen

    def left(self, holds: Callable[[int], bool] = lambda left: True) -> int:
        """The seconds that are left of the step, once they are what is waited for."""
        seen: list[int] = []

        def fits(screen: str) -> bool:
            seconds = shown_seconds(screen)
            seen[:] = [] if seconds is None else [seconds]
            return seconds is not None and holds(seconds)

        self.wait_screen(fits, "that clock")
        return seen[0]

    def exactly_left(self) -> tuple[int, float]:
        """What is left of the step, at the moment at which the figures change to it."""
        before = self.left()
        return self.left(lambda left: left != before), time.monotonic()

    def _news(self, have: int, until: float) -> int:
        """Until the program writes again."""
        now = len(self._tui.chunks)
        if now == have:
            self._tui._wait_chunk(have, time.monotonic_ns() + 100_000_000)
        return now

    # The end

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._tui.pid)

    @property
    def alive(self) -> bool:
        """Whether the program is running."""
        return bool(self._tui.alive())

    def signal(self, number: signal.Signals) -> Terminal:
        """A signal to the program's process group."""
        self._tui.signal(number)
        return self

    def kill(self) -> Terminal:
        """The power cut."""
        self._tui.kill9()
        return self

    def close_window(self) -> Terminal:
        """The terminal itself goes away."""
        self._tui.hang_up()
        return self

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Until the program ends: what it ended with."""
        return int(self._tui.wait_exit(timeout))

    @property
    def left_on(self) -> list[str]:
        """What the program left switched on in the terminal."""
        return list(self._tui.left_on())

    def quit(self) -> None:
        """End it the usual way; it ends well and leaves the terminal as it was."""
        self.press("ctrl+q")
        assert self.exit_code() == 0, self.screen
        assert self.left_on == []

    @property
    def processes(self) -> list[int]:
        """The program's processes that are still there, zombies aside."""
        return [pid for pid in self._tui.tree.pids() if _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}


def until(holds: Callable[[], bool], what: str, timeout: float = PATIENCE) -> None:
    """Until something that no screen shows has become so, such as a file."""
    pause = threading.Event()
    end = time.monotonic() + timeout
    while not holds():
        assert time.monotonic() < end, f"{what} did not become so"
        pause.wait(0.01)
