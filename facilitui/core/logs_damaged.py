"""That logs of sessions are damaged, and what cannot be told without them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitui.core.safe_text import line
from facilitui.core.session_digest import Ran


def not_shown(ran: Ran) -> str:
    """That it is not shown how they ran; empty for none."""
    return _told((name for name, _ in ran.damaged), "how it ran is", "how they ran is", "shown")


def not_searched(ran: Ran, sessions: Collection[str]) -> str:
    """That some of these sessions cannot be found by what their run has; empty for none."""
    lost = (name for name, _ in ran.damaged if name in sessions)
    return _told(lost, "its run is", "their runs are", "searched")


def _told(names: Iterable[str], one: str, several: str, done: str) -> str:
    found = [*names]
    if not found:
        return ""
    name, more = line(found[0]), len(found) - 1
    which, what = (f"{name} and of {more} more are", several) if more else (f"{name} is", one)
    return f"The log of {which} damaged, so {what} not {done}; verify says more."
