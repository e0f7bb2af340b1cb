"""The moment that it is, by the clocks where the program runs."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.ports import Clock


def now_here(clock: Clock) -> datetime:
    """Now, aware, in this machine's own zone."""
    return clock.read().at.astimezone(clock.zone(""))
