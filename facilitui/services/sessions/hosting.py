"""Hosting sessions: preparing a plan, going on after a break, looking at what is over."""

from __future__ import annotations

from contextlib import suppress

from facilitui.core.errors import FacilituiError, NotFound, NotSaved, ReadOnlySession
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import (
    Chance,
    Clock,
    DraftStore,
    Library,
    PlanStore,
    SessionLog,
    SessionRow,
    SessionStore,
)
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.half_kept import kept_told
from facilitui.core.sessions.left_open import (
    TakeUp,
    ending_with,
    go_on,
    going_on_told,
    leave_as_it_is,
)
from facilitui.core.sessions.moves import Decide
from facilitui.core.sessions.starting import Prepared
from facilitui.core.sessions.unlike_plan import unlike_plan
from facilitui.core.unkept import Unkept
from facilitui.services.half_lines import HalfLines, draft_name
from facilitui.services.plans.other_runs import OtherRuns
from facilitui.services.sessions.following import FollowedSession
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.looked_on import LookedOn


class Hosting:
    """All sessions of a home."""

    def __init__(
        self,
        sessions: SessionStore,
        plans: PlanStore,
        drafts: DraftStore,
        library: Library,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._sessions = sessions
        self._plans = plans
        self.half = HalfLines(drafts)
        """What is half typed in all of them."""
        self._library = library
        self._clock = clock
        self._chance = chance

    async def unkept(self) -> tuple[Unkept, ...]:
        """What is half typed in any session, and the disk does not take."""
        return await self.half.unkept()

    async def rows(self) -> tuple[SessionRow, ...]:
        """All sessions, the newest first."""
        return await self._sessions.rows()

    async def open_runs_of(self, plan_name: str) -> tuple[SessionRow, ...]:
        """The sessions of a plan that nobody has ended, the newest first."""
        rows = await self._sessions.rows()
        return tuple(row for row in rows if row.plan == plan_name and row.open)

    async def prepare_plan(self, name: str) -> HostedSession:
        """A plan of the home made ready to run. Raises InputProblems or NotFound."""
        stored = await self._plans.load(name)
        return await self.prepare(stored.state, name)

    async def prepare(self, plan: Plan, plan_name: str) -> HostedSession:
        """A plan made ready to run, with its protocols, norms and wait targets resolved."""
        ready = prepare(plan, plan_name, await self._library.shelf())
        parts = (self._sessions, self.half, self._clock, self._chance)
        hosted = HostedSession.prepared(ready, *parts)
        hosted.others = OtherRuns(self.open_runs_of, plan_name)
        await hosted.others.news()
        return hosted

    async def resume(self, session: str) -> HostedSession:
        """Go on with a session. Raises HostedElsewhere, NotFound or NotSaved."""
        return await self._taken_up(await self._sessions.host(session))

    async def going_on(self, session: str) -> str:
        """What going on with a session that lies open means, in words. Raises NotFound."""
        contents = await self._sessions.read(session)
        return going_on_told(fold(contents.events), contents.alive_at, self._clock.read())

    async def end_where_left(self, session: str) -> HostedSession:
        """End a session that lies open; one that is damaged is only shown.

        The time since somebody was last there does not count; what is half typed is kept in it.
        Raises HostedElsewhere, NotFound or NotSaved.
        """
        half = await self.half.of(draft_name(session))
        hosted = await self._taken_up(await self._sessions.host(session), ending_with(half))
        kept = {note.text for note in hosted.state.notes}
        for purpose in [what for what, text in half.items() if text.strip() in kept]:
            with suppress(NotSaved):  # it is in the log, and there once more afterwards
                await hosted.keep_line(purpose, "")
        return hosted

    async def half_kept(self, session: str) -> str:
        """What ending a session that lies open keeps of what is half typed in it, in words."""
        return kept_told(await self.half.of(draft_name(session)))

    async def _taken_up(self, log: SessionLog, take_up: TakeUp = go_on) -> HostedSession:
        """Take up a log, or let go of it where that cannot be written."""
        hosted = self._empty()
        try:
            await hosted.go_on(log, take_up)
        except FacilituiError:
            await hosted.leave()
            raise
        return hosted

    async def decide_afterwards(self, session: str, decide: Decide) -> HostedSession:
        """Decide something about the record of a session that is over, then only look at it.

        Holds the session for that moment only. Raises HostedElsewhere, NotFound, NotSaved or
        ReadOnlySession.
        """
        hosted = await self._taken_up(await self._sessions.host(session), leave_as_it_is)
        try:
            if hosted.state.running:
                raise ReadOnlySession("this is decided once the session has ended")
            await hosted.do(decide)
            return hosted
        finally:
            await hosted.leave()

    async def look_at(self, session: str) -> HostedSession:
        """A session to be looked at only. Raises NotFound."""
        hosted = self._empty()
        hosted.look_at(await self._sessions.read(session))
        return hosted

    async def look_on(self, followed: FollowedSession, why: str) -> LookedOn:
        """A session that another copy hosts, to be looked at as it goes on there."""
        parts = (self._sessions, self.half, self._clock, self._chance)
        looked_on = LookedOn(followed, why, *parts)
        await looked_on.look()
        return looked_on

    async def to_replay(self, session: str) -> str:
        """The session of that name, else the last one that ended. Raises NotFound."""
        if session:
            return (await self._sessions.read(session)).session
        rows = await self._sessions.rows()
        ended = [(row.ended_at, row.session) for row in rows if row.ended_at is not None]
        if not ended:
            raise NotFound("no session has ended yet that could be replayed")
        return max(ended)[1]

    async def continue_in_copy(self, session: str) -> HostedSession:
        """Go on from the last event that a damaged log proves, under another name.

        What is half typed goes along: nothing can be entered in the damaged one any more.
        """
        copy = f"{session[:70]}-copy-{self._chance(2)}"
        log = await self._sessions.continue_in_copy(session, copy)
        await self.half.move(draft_name(session), draft_name(copy))
        return await self._taken_up(log)

    def _empty(self) -> HostedSession:
        return HostedSession(self._sessions, self.half, self._clock, self._chance)


def prepare(plan: Plan, plan_name: str, shelf: Shelf) -> Prepared:
    """Resolve everything a plan names: protocols, norm sets, wait targets."""
    waits = shelf.waits_in_use
    return Prepared(
        plan=plan,
        plan_name=plan_name,
        blocks=expand(plan, shelf.protocols),
        norms=plan.norms.all_of(shelf.norms),
        wait_targets=waits.for_mode(plan.mode) if waits else {},
        attendance=plan.audience.count,
        protocols=shelf.protocols,
        unlike_plan=unlike_plan(plan, shelf.protocols, shelf.norms),
    )
