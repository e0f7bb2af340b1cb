"""Deciding which gaps of a session count, once it has ended."""

from __future__ import annotations

from facilitui.core.sessions.gaps import Gaps, decide_gap, gaps_of
from facilitui.services.sessions.hosting import Hosting


class GapDeciding:
    """The gaps of sessions that are over, and which of them count."""

    def __init__(self, hosting: Hosting) -> None:
        self._hosting = hosting

    async def gaps(self, session: str) -> Gaps:
        """The gaps of a session, on its own clock. Raises NotFound."""
        hosted = await self._hosting.look_at(session)
        return gaps_of(hosted.state, hosted.zone)

    async def change(self, session: str, gap: int, *, counts: bool) -> Gaps:
        """Say whether a gap counts; all gaps as they are then.

        Raises HostedElsewhere, NotFound, NotSaved or ReadOnlySession.
        """
        decide = decide_gap(gap, counts=counts)
        hosted = await self._hosting.decide_afterwards(session, decide)
        return gaps_of(hosted.state, hosted.zone)
