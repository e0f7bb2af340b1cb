"""That logs of sessions are damaged, and what cannot be told without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from facilitui.core.safe_text import line
from facilitui.core.sessions.session_digest import Ran

Names = Mapping[str, str]
"""What sessions are called in a sentence (`entry_named.session_named`), by their id."""
NO_NAMES: Names = MappingProxyType({})


def not_shown(ran: Ran, names: Names = NO_NAMES) -> str:
    """That it is not shown how they ran; empty for none."""
    lost = (each for each, _ in ran.damaged)
    return _told(lost, names, "how it ran is", "how they ran is", "shown")


def not_searched(ran: Ran, names: Names) -> str:
    """That some of these sessions cannot be found by what their run has; empty for none."""
    lost = (each for each, _ in ran.damaged if each in names)
    return _told(lost, names, "its run is", "their runs are", "searched")


def _told(sessions: Iterable[str], names: Names, one: str, several: str, done: str) -> str:
    found = [*sessions]
    if not found:
        return ""
    named, more = names.get(found[0], ""), len(found) - 1
    name = f"{named}," if named else line(found[0])  # it has a comma of its own
    which, what = (f"{name} and of {more} more are", several) if more else (f"{name} is", one)
    return f"The log of {which} damaged, so {what} not {done}; verify says more."
