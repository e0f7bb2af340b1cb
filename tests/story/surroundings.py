"""What a program under test is started in: a plain environment, and a clock that can be moved."""

from __future__ import annotations

import time
from pathlib import Path

from facilitui.storage.system_clock import TEST_CLOCK


def environment(home: Path, clock: TestClock | None = None) -> dict[str, str | None]:
    """A plain environment around one home."""
    return {
        "FACILITUI_HOME": str(home),
        TEST_CLOCK: str(clock.file) if clock else None,
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
        "TZ": "UTC",
        "NO_COLOR": None,
        "TEXTUAL_THEME": None,
        "TEXTUAL_ANIMATIONS": "none",
    }


class TestClock:
    """Moves the clock of programs that are running, without anybody waiting."""

    __test__ = False

    def __init__(self, file: Path) -> None:
        self.file = file
        self.offset = 0.0
        self._write()

    def move(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.offset += seconds
        self._write()

    def to_the_minute(self) -> None:
        """Let the rest of a minute pass, so that what is told in minutes stays as it is."""
        self.move(60 - (time.time() + self.offset) % 60)

    def _write(self) -> None:
        aside = self.file.with_suffix(".new")
        aside.write_text(f"{self.offset}", encoding="ascii")
        aside.replace(self.file)
