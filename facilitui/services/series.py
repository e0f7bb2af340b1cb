"""Series: groups that meet again, what was promised to them, and how their next plan begins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from facilitui.core.commitments import not_carried, open_commitments
from facilitui.core.errors import ChangedOnDisk, FacilituiError, Problem
from facilitui.core.fold import fold
from facilitui.core.group import Group
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import Carried
from facilitui.core.planning_ports import GroupStore
from facilitui.core.ports import Clock, Journal, Library, PlanRow, PlanStore, SessionRow
from facilitui.core.ports import SessionStore as Sessions
from facilitui.core.series import (
    Keep,
    Lesson,
    begun_with,
    in_group,
    learnt_from,
    next_plan,
    next_title,
    norms_in_force,
    with_answers,
)
from facilitui.services.kept_debriefs import KeptDebriefs, kept_debriefs

LOOKED_BACK = timedelta(days=180)
"""An older commitment is not offered any more, unless it is the group's own."""
MOST_PLANS = 200
"""Plans that are looked through, those that were changed last."""
LEFT_OPEN = timedelta(days=1)
"""A session that nobody ended is over after so long."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class Meeting:
    """A plan of a group."""

    row: PlanRow
    plan: Plan


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
        group = (await self._plans.load(plan)).state.group
        known, _ = await self._groups.groups()
        return group if group and group in {each.id for each in known} else ""

    async def begin_group(self, name: str, plan: str = "") -> Group:
        """A new group of that name, with the norms of its first plan if one is named."""
        group = Group(id=await self._groups.free_name(name), name=name.strip()[:300])
        if plan:
            first = (await self._plans.load(plan)).state
            group = begun_with(group, first, (await self._library.shelf()).norms)
        return (await self._groups.save(group.id, group, "")).state

    async def join(self, plan: str, group: str) -> None:
        """Write into a plan's file whose session it is."""
        stored = await self._plans.load(plan)
        await self._plans.save(plan, in_group(stored.state, group), stored.digest)

    async def view(self, group: Group, also: str = "") -> GroupView:
        """A group with everything that belongs to it; `also` names one plan more as its own."""
        meetings = await self._meetings(group.id, also)
        sessions = await self._sessions_of(meetings)
        kept = await self._debriefs()
        learnt = await self._learnt(group, meetings, sessions, kept)
        debriefs = kept.all_of(row.session for row in sessions)
        plans = [meeting.plan for meeting in meetings]
        return GroupView(learnt, meetings, sessions, open_commitments(debriefs, plans))

    async def learn(self, group: str, also: str = "") -> GroupView:
        """Bring into a group's file what its sessions have to say, and show it."""
        for _ in range(TRIES):
            stored = await self._groups.load(group)
            view = await self.view(stored.state, also)
            if view.group == stored.state:
                return view
            try:
                await self._groups.save(group, view.group, stored.digest)
                return view
            except ChangedOnDisk:
                continue  # somebody else was quicker; what they wrote is looked at anew
        return await self.view((await self._groups.load(group)).state, also)

    async def next_of(self, group: str, keep: Collection[Keep], last: str = "") -> str:
        """Write the plan of a group's next session and say its name.

        It follows the plan `last`, else the last one the group has.
        """
        view = await self.learn(group, last)
        plans = {meeting.row.name: meeting.plan for meeting in view.meetings}
        before = plans.get(last) or (view.meetings[-1].plan if plans else None)
        plan = next_plan(
            before or Plan(title=view.group.name),
            view.group,
            keep=keep,
            commitments=view.commitments,
            wishes=view.group.open_wishes,
            sets=(await self._library.shelf()).norms,
        )
        if before is not None:
            plan = plan.model_copy(update={"title": next_title(plan.title)})
        name = await self._plans.free_name(plan.title or view.group.name)
        return (await self._plans.save(name, plan, "")).name

    async def commitments(self, plan: Plan) -> tuple[Carried, ...]:
        """What can be carried into a plan: open commitments that it does not come back to yet.

        Those of its group, however old, and all others of the last half year.
        """
        kept = await self._debriefs()
        settling = await self._all_with("carried")
        since = self._clock.read().at - LOOKED_BACK
        meetings = await self._meetings(plan.group) if plan.group else ()
        own = kept.all_of(row.session for row in await self._sessions_of(meetings))
        last = meetings[-1].plan if meetings else Plan()
        plans = (*(meeting.plan for meeting in settling), last)
        return not_carried(plan, open_commitments((*kept.since(since), *own), plans))

    async def _meetings(self, group: str, also: str = "") -> tuple[Meeting, ...]:
        found = [each for each in await self._all_with(group) if each.plan.group == group]
        if also and all(each.row.name != also for each in found):
            plan = (await self._plans.load(also)).state
            row = next((r for r in await self._plans.rows() if r.name == also), None)
            found.append(Meeting(row or PlanRow(also, plan.title, plan.start, 0.0), plan))
        return tuple(sorted(found, key=_by_time(self._clock.zone(""))))

    async def _all_with(self, word: str) -> list[Meeting]:
        """The plans in whose files a word occurs; one that cannot be read is left out."""
        rows = sorted(await self._plans.rows(), key=lambda row: row.changed, reverse=True)
        found: list[Meeting] = []
        for row in rows[:MOST_PLANS]:
            try:
                if not row.problem and word in await self._plans.text(row.name):
                    found.append(Meeting(row, (await self._plans.load(row.name)).state))
            except FacilituiError:
                continue
        return found

    async def _sessions_of(self, meetings: Iterable[Meeting]) -> tuple[SessionRow, ...]:
        names = {meeting.row.name for meeting in meetings}
        rows = [row for row in await self._sessions.rows() if row.plan in names and row.began_at]
        return tuple(sorted(rows, key=lambda row: (row.began_at or datetime.max, row.session)))

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
                lesson = await self._lesson(row, kept, norms=row.session not in known)
                group = learnt_from(group, lesson)
        return group

    def _over(self, row: SessionRow) -> bool:
        began = row.began_at or self.now
        return row.ended_at is not None or self.now - began > LEFT_OPEN

    async def _lesson(self, row: SessionRow, kept: KeptDebriefs, *, norms: bool) -> Lesson:
        revision, debrief = kept.of(row.session)
        held = row.began_at.astimezone(self._clock.zone("")).date() if row.began_at else None
        if not norms:
            return Lesson(row.session, held, (), debrief, revision)
        contents = await self._sessions.read(row.session)
        return Lesson(row.session, held, norms_in_force(fold(contents.events)), debrief, revision)


def _by_time(zone: tzinfo) -> Callable[[Meeting], tuple[datetime, str]]:
    def moment(meeting: Meeting) -> tuple[datetime, str]:
        changed = datetime.fromtimestamp(meeting.row.changed, UTC).astimezone(zone)
        day, known = meeting.plan.day, meeting.plan.start
        if known is None and day is not None:
            known = datetime.combine(day, time.max)
        return known or changed.replace(tzinfo=None), meeting.row.name

    return moment
