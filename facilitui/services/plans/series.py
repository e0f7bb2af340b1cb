"""Series: groups that meet again, what was promised to them, and how their next plan begins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitui.core.debriefs.commitments import Told, not_carried, open_commitments, told_in
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.errors import FacilituiError, NotFound, Problem
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.plans.editing import changed
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.plans.series import Keep, begun_with, in_group, next_plan, next_title
from facilitui.core.plans.series_learning import (
    Lesson,
    as_wishes,
    learnt_from,
    norms_in_force,
    with_answers,
    with_wishes,
)
from facilitui.core.ports import Clock, Library, PlanStore, SessionRow
from facilitui.core.ports import SessionStore as Sessions
from facilitui.core.sessions.fold import fold
from facilitui.services.beside_others import anew, written_as_new
from facilitui.services.debriefs.kept_debriefs import KeptDebriefs, kept_debriefs
from facilitui.services.plans.meetings import Meeting, Meetings

LOOKED_BACK = timedelta(days=180)
"""An older commitment is not offered any more, unless it is the group's own."""
LEFT_OPEN = timedelta(days=1)
"""A session that nobody ended is over after so long."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group with everything that belongs to it."""

    group: Group
    """With what its sessions have to say."""
    meetings: tuple[Meeting, ...] = ()
    """Its plans, the last one last."""
    sessions: tuple[SessionRow, ...] = ()
    """The sessions of its plans, the last one last."""
    commitments: tuple[Carried, ...] = ()
    """What was promised after its sessions and is still open."""


class Series:
    """The groups of a home. All may raise FacilituiError."""

    def __init__(
        self,
        groups: GroupStore,
        plans: PlanStore,
        sessions: Sessions,
        journal: Journal,
        library: Library,
        clock: Clock,
    ) -> None:
        self._groups = groups
        self._plans = plans
        self._sessions = sessions
        self._journal = journal
        self._library = library
        self._clock = clock
        self._meetings = Meetings(plans, sessions, clock)

    @property
    def now(self) -> datetime:
        """The moment, in this machine's zone."""
        return self._clock.read().at.astimezone(self._clock.zone(""))

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        """All groups by name, and what is wrong with files that cannot be read."""
        return await self._groups.groups()

    async def names(self) -> Mapping[str, str]:
        """What the groups are called, by id."""
        groups, _ = await self._groups.groups()
        return {group.id: group.name for group in groups}

    async def group_of(self, plan: str) -> str:
        """The group whose session a plan is; empty where it is no group's, or that is gone."""
        group = (await self._plans.load(plan)).state.group or ""
        return group if group in await self.names() else ""

    async def begin_group(self, name: str, plan: str = "") -> Group:
        """A new group of that name, with the norms of its first plan if one is named."""
        first = (await self._plans.load(plan)).state if plan else Plan()
        sets = (await self._library.shelf()).norms
        stored = await written_as_new(
            self._groups, name, lambda id: begun_with(Group(id=id, name=name), first, sets)
        )
        return stored.state

    async def join(self, plan: str, group: str) -> None:
        """Write into a plan's file whose session it is."""

        async def write() -> None:
            stored = await self._plans.load(plan)
            await self._plans.save(plan, in_group(stored.state, group), stored.digest)

        await anew(write)

    async def ask_for(self, session: str, texts: Iterable[str]) -> str:
        """Write what was asked for after a session into its group; the group's name.

        Empty where the session is no group's, and nothing is written then.
        """
        plan = fold((await self._sessions.read(session)).events).started.plan
        wishes, group = [wish for text in texts for wish in as_wishes(text)], ""
        with suppress(NotFound):  # a plan that is gone belongs to nobody any more
            group = await self.group_of(plan)

        async def write() -> str:
            stored = await self._groups.load(group)
            asked = with_wishes(stored.state, session, wishes)
            if asked != stored.state:
                await self._groups.save(group, asked, stored.digest)
            return asked.name

        return await anew(write) if group else ""

    async def view(self, group: Group, also: str = "") -> GroupView:
        """A group with everything that belongs to it; `also` names one plan more as its own."""
        meetings = await self._meetings.of(group.id, also)
        sessions = await self._meetings.sessions(meetings)
        kept = await self._debriefs()
        learnt = await self._learnt(group, meetings, sessions, kept)
        debriefs = kept.all_of(row.session for row in sessions)
        plans = [meeting.plan for meeting in meetings]
        left = open_commitments(debriefs, plans, kept.answering())
        return GroupView(learnt, meetings, sessions, left)

    async def learn(self, group: str, also: str = "") -> GroupView:
        """Write into a group's file what its sessions have to say, and give the whole of it.

        `also` names one plan more as its own.
        """

        async def write() -> GroupView:
            stored = await self._groups.load(group)
            view = await self.view(stored.state, also)
            if view.group != stored.state:
                await self._groups.save(group, view.group, stored.digest)
            return view

        return await anew(write)

    async def next_of(self, group: str, keep: Collection[Keep], last: str = "") -> str:
        """Write the plan of a group's next session and say its name.

        It follows the plan `last`, else the last one the group has.
        """
        view = await self.learn(group, last)
        plans = (each.plan for each in reversed(view.meetings) if last in ("", each.row.name))
        before = next(plans, None)
        plan = next_plan(
            before or Plan(),
            view.group,
            keep=keep,
            commitments=view.commitments,
            wishes=view.group.open_wishes,
            sets=(await self._library.shelf()).norms,
        )
        name = view.group.name
        plan = changed(plan, title=next_title(before.title) if before else name)
        return (await written_as_new(self._plans, plan.title or name, lambda _: plan)).name

    async def commitments(self, plan: Plan) -> tuple[Carried, ...]:
        """What can be carried into a plan: open commitments that it does not come back to yet.

        Those of its group, however old, and all others of the last half year.
        """
        kept = await self._debriefs()
        settling = await self._meetings.all_with("carried")
        since = self._clock.read().at - LOOKED_BACK
        meetings = await self._meetings.of(plan.group) if plan.group else ()
        own = kept.all_of(row.session for row in await self._meetings.sessions(meetings))
        last = meetings[-1].plan if meetings else Plan()
        plans = (*(meeting.plan for meeting in settling), last)
        found = open_commitments((*kept.since(since), *own), plans, kept.answering())
        return not_carried(plan, found)

    async def promised_before(self, debrief: Debrief) -> tuple[Carried, ...]:
        """What the debrief of a session asks about: open commitments of sessions before it.

        What its plan comes back to is first, then the soonest due of the last half year.
        """
        kept, plan = await self._debriefs(), Plan()
        with suppress(FacilituiError):  # the plan may be gone by now
            plan = (await self._plans.load(debrief.plan)).state
        held = debrief.held_at or self._clock.read().at
        before = [
            (entry, each)
            for entry, each in kept.since(held - LOOKED_BACK)
            if each.session != debrief.session and (each.held_at or held) < held
        ]
        others = [each for each in kept.answering() if each.session != debrief.session]
        if not open_commitments(before, (plan,), others):
            return ()  # no other plan need be read
        settling = [meeting.plan for meeting in await self._meetings.all_with("carried")]
        found = open_commitments(before, (*settling, plan), others)
        later = not_carried(plan, found)
        return (*(each for each in found if each not in later), *later)

    async def told_of(self, plan: Plan) -> Told:
        """What debriefs say became of what a plan comes back to; not looked for without need."""
        is_open = any(each.outlook == Outlook.OPEN for each in plan.carried)
        return told_in((await self._debriefs()).answering()) if is_open else {}

    async def _debriefs(self) -> KeptDebriefs:
        return kept_debriefs(await self._journal.contents())

    async def _learnt(
        self,
        group: Group,
        meetings: Iterable[Meeting],
        sessions: Iterable[SessionRow],
        kept: KeptDebriefs,
    ) -> Group:
        for meeting in meetings:
            group = with_answers(group, meeting.row.name, meeting.plan)
        known = {each.session for each in group.learnt}
        for row in sessions:
            if row.session in known or self._over(row):
                with suppress(FacilituiError):  # once a damaged one can be read, it is learnt from
                    lesson = await self._lesson(row, kept, norms=row.session not in known)
                    group = learnt_from(group, lesson)
        return group

    def _over(self, row: SessionRow) -> bool:
        began = row.began_at or self.now
        return row.ended_at is not None or self.now - began > LEFT_OPEN

    async def _lesson(self, row: SessionRow, kept: KeptDebriefs, *, norms: bool) -> Lesson:
        revision, debrief = kept.of(row.session)
        held = row.began_at.astimezone(self._clock.zone("")).date() if row.began_at else None
        state = fold((await self._sessions.read(row.session)).events) if norms else None
        in_force = norms_in_force(state) if state is not None else ()
        tells = (await self._library.shelf()).tells
        return Lesson(row.session, held, in_force, debrief, revision, tells)
