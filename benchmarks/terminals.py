"""Programs in a real pseudo-terminal, and how long they take to answer there."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.vendor.tuidrive import NS, Tui, keys_to_bytes

PYTHON = sys.executable
"""The environment's own interpreter; a shim would cost more than what is measured."""
SCRIPT = Path(PYTHON).parent / "facilitui"
FLOOR = Path(__file__).parent / "floors" / "minimal.py"
SIZE = (120, 40)
CALM = 0.08
"""So many seconds without output before a key is pressed."""
PATIENCE = 20.0
_UNSET = (
    *("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "FACILITUI_HOME"),
    "PYTHONDONTWRITEBYTECODE",  # an installed program was compiled once, not at every start
)

Seen = Callable[[Any], bool]
"""Whether a terminal shows what is waited for."""


def facilitui(home: Path, *arguments: str) -> list[str]:
    """The command as people give it."""
    return [PYTHON, str(SCRIPT), "--home", str(home), *arguments]


def minimal() -> list[str]:
    """The application that ratios are taken against."""
    return [PYTHON, str(FLOOR)]


def spoken(*arguments: str) -> str:
    """A command as a table names it."""
    return " ".join(("facilitui", *arguments))


def terminal(command: list[str], **env: str) -> Any:
    """A terminal in which a command is run from `with` on."""
    plain: dict[str, str | None] = dict.fromkeys(_UNSET)
    return Tui(command, size=SIZE, timeout=PATIENCE, env={**plain, **env})


def quiet(tui: Any, seconds: float = CALM) -> None:
    """Wait until the program has said nothing for so long, from now on."""
    begun = NS()
    time.sleep(seconds)
    while tui.chunks and NS() - max(begun, tui.chunks[-1][0]) < seconds * 1e9:
        time.sleep(seconds / 4)
        if NS() - begun > PATIENCE * 1e9:
            gaps = [round((at - tui.t0) / 1e6) for at, _ in tui.chunks[-20:]]
            raise TimeoutError(f"{tui.cmd} never came to rest: {gaps}\n{tui.screen()}")
    tui.pump()


def shows(pattern: str) -> Seen:
    """Whether the screen has a text."""
    wanted = re.compile(pattern, re.MULTILINE)
    return lambda tui: wanted.search(tui.screen_of_fed()) is not None


def changed(tui: Any) -> Seen:
    """Whether any cell is another than it is now."""
    before = tui.pump().term.rows()
    return lambda later: later.term.rows() != before


def answer(tui: Any, key: str, seen: Seen) -> float:
    """Milliseconds from a key to the first screen that shows what is waited for."""
    tui.pump()
    if seen(tui):
        raise AssertionError(f"{key}: what is waited for is shown before the key")
    fed = len(tui.chunks)
    sent = tui.send(keys_to_bytes(key, 1 in tui.term.screen.private))
    deadline = sent + int(PATIENCE * 1e9)
    while True:
        while fed < len(tui.chunks):
            fed += 1
            tui.pump(fed)
            if seen(tui):
                return float(tui.chunks[fed - 1][0] - sent) / 1e6
        if NS() > deadline or not tui.alive():
            raise TimeoutError(f"{key} was not answered\n{tui.screen()}")
        tui._wait_chunk(fed, NS() + 200_000_000)


def since_start(tui: Any, pattern: str) -> float:
    """Milliseconds from just before the fork to the first screen with a text."""
    return float(tui.wait_for(pattern) - tui.t0) / 1e6


def busy(tui: Any) -> tuple[float, float]:
    """Seconds of processor time so far, and the moment."""
    return float(tui.usage()["cpu_s"]), time.monotonic()


def machine() -> str:
    """What it was measured on, in a line."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} cores, load {load:.1f}, Python {version}, {SIZE[0]}×{SIZE[1]}"
