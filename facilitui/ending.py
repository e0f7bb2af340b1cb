"""Ends from outside: signals, and a terminal that is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from textual.app import App

TTY_CHECK_SECONDS = 1.0
AT_LAST_SECONDS = 0.9
HUNG_UP = 128 + signal.SIGHUP

End = Callable[[int], None]
"""Ends the program with that code."""


def end_cleanly(app: App[Any], end: End) -> None:
    """See to it that signals and a closed terminal end the application as a quit does."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, end, 128 + number)
    if not app.is_headless:
        # Textual would begin again, over what is open: after SIGSTOP, and when a terminal goes.
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        app.set_interval(TTY_CHECK_SECONDS, lambda: _end_without_terminal(end))


def _end_without_terminal(end: End) -> None:
    """A closed terminal whose signal was ignored: end instead of spinning for ever."""
    if not os.isatty(0):
        at_last = threading.Timer(AT_LAST_SECONDS, os._exit, (HUNG_UP,))
        at_last.daemon = True
        at_last.start()
        end(HUNG_UP)
