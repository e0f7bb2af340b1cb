"""A camera for `make pictures`: one program in a real terminal, and what is taken of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.picture_list import SIZES, THEMES, name_of, sizes_of
from tests.picture_states import OutsideClock, PictureHomes
from tests.vendor.tuidrive import NS, Tui

FOLDER = Path("pictures")
REST = 0.3
"""A screen that said nothing for so many seconds has come to rest."""
LAID_OUT = 0.7
"""After so many seconds without a sign it has found its layout for another size."""
PATIENCE = 3.0
SCRIPT = Path(sys.executable).parent / "facilitui"


class Camera:
    """One program in its terminal, with a clock that can be moved, and what is taken of it."""

    def __init__(self, tui: Any, clock: OutsideClock, theme: str) -> None:
        self.tui = tui
        self.clock = clock
        self._theme = theme

    def press(self, *keys: str, seen: str) -> None:
        """Press keys one after the other, and wait for what the last one shows."""
        for key in keys:
            self._rest()
            drawn = len(self.tui.chunks)
            self.tui.press(key)
            self._drawn(drawn)
        self._see(seen)

    def type(self, text: str, seen: str) -> None:
        """Type a text, and wait for it."""
        self.tui.type(text, gap=0.01)
        self._see(seen)

    def advance(self, seconds: float) -> None:
        """Move the clock in steps which the program does not take for a stretch of being away."""
        while seconds > 0:
            step = min(20.0, seconds)
            seconds -= step
            self.clock.hold(self.clock.at + timedelta(seconds=step))
            for _ in range(2):  # the first drawing may be of the moment before
                self._drawn(len(self.tui.chunks))
                self._rest()

    def take(self, screen: str, state: str, seen: str) -> None:
        """Take a state in all sizes that it is meant for."""
        self._see(seen)
        held = self.clock.at
        for size in sizes_of(screen, state, self._theme):
            self.clock.hold(held)
            self._resize(size)
            self.tui.png(FOLDER / f"{name_of(screen, state, size, self._theme)}.png")
        self._resize(SIZES[0])

    def _resize(self, size: tuple[int, int]) -> None:
        if size != self.tui.size:
            drawn = len(self.tui.chunks)
            self.tui.resize(*size)
            self._drawn(drawn)
            self.tui.wait_quiet(LAID_OUT, timeout=PATIENCE)

    def _drawn(self, chunks: int) -> None:
        """Wait until the program has drawn more than so much, if it has anything to draw."""
        self.tui._wait_chunk(chunks, NS() + int(PATIENCE * 1e9))

    def _see(self, seen: str) -> None:
        """Wait for a text. A screen is not read while it is drawn: half a wide sign is none."""
        self._rest()
        self.tui.pump()
        self.tui.wait_for(seen)
        self._rest()

    def _rest(self) -> None:
        self.tui.wait_quiet(REST, timeout=PATIENCE)


class Stage:
    """Opens programs in homes of their own."""

    def __init__(self, homes: PictureHomes) -> None:
        self.homes = homes

    @contextmanager
    def opened(
        self,
        name: str,
        home: Path,
        at: datetime | OutsideClock,
        *command: str,
        theme: str = "",
        seen: str = "all keys",
    ) -> Iterator[Camera]:
        """A program that runs a command at a moment, or on the clock of another program."""
        clock = at if isinstance(at, OutsideClock) else self.homes.clock(name, at)
        env = {
            **dict.fromkeys(("NO_COLOR", "TEXTUAL_THEME", "FACILITUI_HOME")),
            **{"TEXTUAL_ANIMATIONS": "none", "TZ": "UTC", "FACILITUI_TEST_CLOCK": str(clock.file)},
            **THEMES.get(theme, {}),
        }
        line = [sys.executable, str(SCRIPT), "--home", str(home), *command]
        with Tui(line, size=SIZES[0], env=env, timeout=15) as tui:
            tui.wait_for(seen)
            yield Camera(tui, clock, theme)

    @contextmanager
    def resumed(self, name: str, theme: str = "") -> Iterator[Camera]:
        """A program in the middle of a session."""
        homes = self.homes
        home = homes.copy(homes.running, name)
        with self.opened(name, home, homes.running_at, theme=theme) as camera:
            camera.tui.wait_for("To finish")
            camera.press("r", seen="● live")
            yield camera


Scene = Callable[[Stage], None]
