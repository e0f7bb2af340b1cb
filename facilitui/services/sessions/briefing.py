"""Briefing a co-facilitator: a session as somebody can take it over now, printed or written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.reports.handout import Written
from facilitui.core.sessions.brief import Brief, brief
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.hosting import Hosting


@dataclass(frozen=True, slots=True)
class Briefed:
    """A brief that was made, whether or not a file could be written."""

    text: str
    where: str
    """Its file; empty if there is none."""
    problem: str = ""
    """Why there is none, in a sentence."""


class Briefing:
    """The hand-over briefs of sessions."""

    def __init__(
        self, hosting: Hosting, exports: Exports, write: Callable[[Brief], Written]
    ) -> None:
        self._hosting = hosting
        self._exports = exports
        self._write = write

    def made(self, hosted: HostedSession) -> Written:
        """The brief of a session at this moment, and what it leaves out."""
        return self._write(brief(hosted.events, *hosted.now(), hosted.read_only))

    async def hand_over(self, hosted: HostedSession) -> Briefed:
        """Write the brief among the home's exports, in place of an earlier one. Raises NotFound.

        Of a session that is only looked at, it tells how that is by now.
        """
        if hosted.read_only:
            hosted = await self._hosting.look_at(hosted.session)
        data = self.made(hosted).data
        try:
            name = f"{hosted.session}-brief.md"
            where = await self._exports.write(name, data, replace=True)
        except NotSaved as error:
            return Briefed(data.decode("utf-8"), "", str(error))
        return Briefed(data.decode("utf-8"), where)

    async def find(self, session: str) -> HostedSession:
        """The session of that name, else the newest that lies open. Raises NotFound."""
        if not session:
            rows = [row for row in await self._hosting.rows() if row.open]
            if not rows:
                raise NotFound("no session lies open; name one that has ended")
            session = rows[0].session
        found = await self._hosting.look_at(session)
        if found.state.began_at is None:
            raise NotFound(f"nothing of session {session} can be read")
        return found
