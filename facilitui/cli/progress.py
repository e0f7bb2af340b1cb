"""How far something is that takes long, told in one line of a terminal that goes again."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.told import size

R = TypeVar("R")
QUIET_SECONDS, EACH_SECONDS = 1.0, 0.25
"""So long nothing is told, and then so often."""
_CLEARED = "\r\x1b[K"


async def watched(work: Coroutine[Any, Any, R], progress: Progress, doing: str) -> R:
    """Do something, and tell how far it is where somebody sits before a terminal.

    `doing` is what it does, such as "looking". Interrupted, it is asked to stop and waited for.
    """
    task = asyncio.ensure_future(work)
    try:
        await _told_until(task, progress, doing)
    except asyncio.CancelledError:  # ctrl+c: it ends where it may, and says what came of it
        progress.stopped = True
        await asyncio.wait({task})
    return task.result()


async def _told_until(task: asyncio.Future[Any], progress: Progress, doing: str) -> None:
    wait, told = QUIET_SECONDS, False
    try:
        while not (await asyncio.wait({task}, timeout=wait))[0]:
            wait = EACH_SECONDS
            told = _tell(f"{_CLEARED}{progress.doing or doing}: {_how_far(progress)}") or told
    finally:
        if told:
            _tell(_CLEARED)


def _how_far(progress: Progress) -> str:
    of = f" of {size(progress.total)}" if progress.total else ""
    return f"{size(progress.done)}{of}"


def _tell(text: str) -> bool:
    """Write to the terminal that errors go to, if there is one."""
    with suppress(OSError, ValueError):
        if sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write(text)
            sys.stderr.flush()
            return True
    return False
