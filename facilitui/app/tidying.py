"""Memory is tidied while nobody presses a key: a look through all of it takes longer than one may.

Only what refers to itself in a circle needs it, such as a screen that was left; all else is given
back at once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

from textual.app import App

QUIET_SECONDS = 1.0
"""Nobody pressed a key for so long, at least."""
ENOUGH = 20
"""After so many looks at what is young, all is worth a look."""
SELDOM = 500
"""After so many it is looked through even while somebody types, as does not come about by hand."""


def tidy_when_quiet(app: App[Any], keys_pressed: Callable[[], int]) -> None:
    """Leave alone for good what is there now, as modules are; look through the rest in quiet.

    `keys_pressed` counts the keys there were so far.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, SELDOM)
    gc.freeze()
    gc.enable()
    before = keys_pressed()

    def look() -> None:
        nonlocal before
        quiet, before = keys_pressed() == before, keys_pressed()
        if quiet and gc.get_count()[2] >= ENOUGH:
            gc.collect()

    app.set_interval(QUIET_SECONDS, look)
