"""Ends from outside: signals, and a terminal that is gone; and being stopped for a while."""

from __future__ import annotations

import asyncio
import os
import signal
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App

TTY_CHECK_SECONDS = 1.0
AT_LAST_SECONDS = 0.9
HUNG_UP = 128 + signal.SIGHUP
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""The signals that end the program; Textual's own leaves the terminal as it is then."""

End = Callable[[int], object]
"""Ends the program with that code."""


def end_cleanly(app: App[Any], end: End) -> None:
    """See to it that signals and a closed terminal end the application as a quit does."""
    loop = asyncio.get_running_loop()
    for number in ENDS:
        loop.add_signal_handler(number, end, 128 + number)
    if not app.is_headless:
        # Textual would begin again, over what is open: after SIGSTOP, and when a terminal goes.
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        loop.add_signal_handler(signal.SIGTSTP, partial(_stop_for_a_while, app))
        app.set_interval(TTY_CHECK_SECONDS, lambda: _end_without_terminal(end))


def _stop_for_a_while(app: App[Any]) -> None:
    """Give the terminal back and stop; once continued, take it again and draw everything."""
    driver = app._driver
    if driver is None:
        return
    driver.suspend_application_mode()
    os.kill(os.getpid(), signal.SIGSTOP)
    _wait_for_the_terminal()
    driver.resume_application_mode()
    app.refresh(layout=True)


def _wait_for_the_terminal() -> None:
    """Set what is set already, which the system holds up until the terminal is ours again."""
    with suppress(termios.error):
        termios.tcsetattr(0, termios.TCSANOW, termios.tcgetattr(0))


def _end_without_terminal(end: End) -> None:
    """A closed terminal whose signal was ignored: end instead of spinning for ever."""
    if not os.isatty(0):
        at_last = threading.Timer(AT_LAST_SECONDS, os._exit, (HUNG_UP,))
        at_last.daemon = True
        at_last.start()
        end(HUNG_UP)
