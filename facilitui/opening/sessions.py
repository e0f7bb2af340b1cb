"""Making the screens of a session: run, rehearsed, followed, replayed, debriefed."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from facilitui.core.errors import HostedElsewhere
from facilitui.opening.wired import Services

if TYPE_CHECKING:
    from facilitui.core.library.cards import CardSet
    from facilitui.core.plans.plan import Plan
    from facilitui.core.ports import SessionRow
    from facilitui.core.sessions.gaps import Gaps
    from facilitui.core.unkept import Unkept
    from facilitui.services.sessions.hosted_session import HostedSession
    from facilitui.services.sessions.releasing import Captures

AnyScreen = Screen[Any]
Opened = Coroutine[Any, Any, AnyScreen]


class OpeningSessions:
    """Every screen that shows a session, ready to be shown. All may raise FacilituiError."""

    def __init__(self, services: Services) -> None:
        self.services = services
        """What the screens work with."""

    async def unkept(self) -> tuple[Unkept, ...]:
        """What is half typed in any session, and the disk does not take."""
        return await self.services.hosting.unkept()

    async def live(self, plan: str) -> AnyScreen:
        """A plan made ready to run."""
        return await self._live(await self.services.hosting.prepare_plan(plan))

    async def open_session(self, plan: str) -> SessionRow | None:
        """The newest session of a plan that nobody has ended, if there is one."""
        rows = await self.services.hosting.open_runs_of(plan)
        return rows[0] if rows else None

    async def resumed(self, session: str) -> AnyScreen:
        """A session that lies open; to be looked at only where another copy hosts it."""
        from facilitui.core.vocabulary import Visibility

        try:
            hosted = await self.services.hosting.resume(session)
        except HostedElsewhere as error:
            followed = self.services.following.follow(session, Visibility.HOST)
            return await self._live(await self.services.hosting.look_on(followed, str(error)))
        return await self._live(hosted)

    def unended(self, session: str, choice: str | None) -> Opened | None:
        """A session that nobody ended, as was chosen; None where it is left open."""
        from facilitui.screens.dialogs.choose import END, RESUME

        chosen = {RESUME: self.resumed, END: self.ended}.get(choice or "")
        return chosen(session) if chosen is not None else None

    async def ended(self, session: str) -> AnyScreen:
        """A session that nobody ended, ended where it was left; its debrief is a key away."""
        return await self._live(await self.services.hosting.end_where_left(session))

    async def copied(self, session: str) -> AnyScreen:
        """A session whose log is damaged, gone on with in a copy of what is proved."""
        return await self._live(await self.services.hosting.continue_in_copy(session))

    async def _live(self, hosted: HostedSession) -> AnyScreen:
        from facilitui.screens.live import LiveScreen

        settings = await asyncio.to_thread(self.services.live_settings)
        return LiveScreen(hosted, settings, self.services.reflecting.written)

    async def cards(self) -> CardSet | None:
        """Words for the moment; None where there are none."""
        return (await self.services.planning.shelf()).cards_in_use

    async def quotes(self, session: str) -> AnyScreen:
        """The captures of a session that has ended, to be released one by one."""
        from facilitui.screens.dialogs.quotes import QuotesDialog

        releasing = self.services.releasing

        async def change(capture: int, released: bool) -> Captures:
            return await releasing.change(session, capture, released=released)

        return QuotesDialog(await releasing.captures(session), change)

    async def gaps(self, session: str) -> AnyScreen:
        """The gaps of a session that has ended, each of which counts or does not."""
        from facilitui.screens.dialogs.gaps import GapsDialog

        deciding = self.services.gap_deciding

        async def change(gap: int, counts: bool) -> Gaps:
            return await deciding.change(session, gap, counts=counts)

        return GapsDialog(await deciding.gaps(session), change)

    async def hush_prompt(self, prompt: str) -> None:
        """Never show a prompt of Live again."""
        await asyncio.to_thread(self.services.hush_prompt, prompt)

    async def rehearsal(self, plan: Plan, name: str) -> AnyScreen:
        """A plan made ready to be rehearsed; nothing of it is kept."""
        from facilitui.screens.live import RehearsalScreen

        rehearsal = await self.services.rehearsing.rehearse(plan, name)
        return RehearsalScreen(rehearsal, await asyncio.to_thread(self.services.live_settings))

    async def replay(self, session: str, at: float = 0) -> AnyScreen:
        """A session as it went, read only, so many seconds after its beginning."""
        from facilitui.screens.replay import ReplayScreen

        seen = await self.services.replaying.replay(session)
        settings = await asyncio.to_thread(self.services.live_settings)
        return ReplayScreen(seen, settings.late_minutes, at)

    def follow(self, session: str = "") -> AnyScreen:
        """A session that is hosted elsewhere; without a name the one that lies open, or the next.

        Raises NotFound for what can be no session's name.
        """
        from facilitui.screens.follow import FollowScreen

        settings = self.services.live_settings()
        return FollowScreen(self.services.following.follow(session), settings.late_minutes)

    def room(self, session: str = "") -> AnyScreen:
        """What the room may see of such a session. Raises NotFound likewise."""
        from facilitui.screens.follow import RoomScreen

        return RoomScreen(self.services.following.follow(session))

    async def debrief(self, session: str, lens: str = "", *, door: bool = False) -> AnyScreen:
        """The debrief of a session, by another person if one is named."""
        from facilitui.screens.debrief import DebriefScreen

        return DebriefScreen(await self.services.reflecting.open(session, lens, door=door))

    async def rubric(self, session: str, observation: str = "") -> AnyScreen:
        """One's own scores on a session; those of an observer where an observation is named."""
        from facilitui.screens.rubric import RubricScreen

        scoring = self.services.scoring
        opened = scoring.open_observed(observation) if observation else scoring.open(session)
        return RubricScreen(await opened)

    async def lenses(self, session: str, lens: str) -> AnyScreen:
        """One's own debrief of a session beside that of another person, as they are saved."""
        from facilitui.screens.lenses import LensesScreen

        return LensesScreen(await self.services.reflecting.lenses(session, lens))
