"""How slow the machine is just now: what is promised in seconds is promised on a quiet one."""

from __future__ import annotations

import time

COUNTED = 5_000_000
QUIET = 0.06
"""Seconds that counting so far takes on the machine that the promises are made for."""


def slowness() -> float:
    """How often as long as there everything takes here, by what else the machine has to do."""
    began = time.monotonic()
    sum(range(COUNTED))
    return max(1.0, (time.monotonic() - began) / QUIET)
