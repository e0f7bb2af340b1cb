"""What following a session needs of the world outside: its log, as somebody else writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from facilitui.core.sessions.log_contents import LogContents


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look at a session's log showed, since the look before."""

    contents: LogContents | None
    """The log, where anything of it changed."""
    hosted: bool
    """Whether a host seems to be there."""


class SessionFeed(Protocol):
    """One session's log as it grows, for a reader who never holds it."""

    async def look(self) -> Sight:
        """Look again; cheap where nothing changed. A beat of the host is a change. Raises NotFound.

        Raises FacilituiError where it cannot be read just now.
        """
