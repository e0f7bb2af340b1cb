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
from textual.drivers.linux_driver import LinuxDriver
from textual.timer import Timer

TTY_CHECK_SECONDS = 1.0
AT_LAST_SECONDS = 15.0
"""For so long what is half typed may take to reach the disk once the terminal is gone: longer than
a store waits for another copy of the program. What still hangs then is ended."""
HUNG_UP = 128 + signal.SIGHUP
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""The signals that end the program; Textual's own leaves the terminal as it is then."""

End = Callable[[int], object]
"""Ends the program with that code."""


def end_cleanly(app: App[Any], end: End) -> None:
    """See to it that signals and a closed terminal end the application as a quit does."""
    loop = asyncio.get_running_loop()

    def from_outside(code: int) -> None:
        if not os.isatty(0):
            _stop_reading(app)
        end(code)

    for number in ENDS:
        loop.add_signal_handler(number, from_outside, 128 + number)
    if not app.is_headless:
        # Textual would begin again, over what is open: after SIGSTOP, and when a terminal goes.
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        loop.add_signal_handler(signal.SIGTSTP, partial(_stop_for_a_while, app))
        looking: Timer = app.set_interval(TTY_CHECK_SECONDS, lambda: _look(looking, from_outside))


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


def _look(looking: Timer, end: End) -> None:
    """A closed terminal whose signal was ignored: end, and see to it that this comes to an end."""
    if not os.isatty(0):
        looking.stop()
        at_last = threading.Timer(AT_LAST_SECONDS, os._exit, (HUNG_UP,))
        at_last.daemon = True
        at_last.start()
        end(HUNG_UP)


def _stop_reading(app: App[Any]) -> None:
    """A terminal that is gone always has nothing to read, which Textual would read for ever."""
    if isinstance(app._driver, LinuxDriver):
        app._driver.exit_event.set()
