"""The plans of a group, found by what their files say, and the sessions that were held by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo

from facilitui.core.errors import FacilituiError
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import Clock, PlanRow, PlanStore, SessionRow, SessionStore

MOST_PLANS = 200
"""Plans that are looked through, those that were changed last."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A plan of a group."""

    row: PlanRow
    plan: Plan


class Meetings:
    """The plans and sessions of a home, looked through for those of a group."""

    def __init__(self, plans: PlanStore, sessions: SessionStore, clock: Clock) -> None:
        self._plans = plans
        self._sessions = sessions
        self._clock = clock

    async def of(self, group: str, also: str = "") -> tuple[Meeting, ...]:
        """The plans of a group, the last one last; `also` names one plan more as its own."""
        found = [each for each in await self.all_with(group) if each.plan.group == group]
        if also and all(each.row.name != also for each in found):
            found.append(await self._named(also))
        zone = self._clock.zone("")
        return tuple(sorted(found, key=lambda each: (_moment(each, zone), each.row.name)))

    async def all_with(self, word: str) -> list[Meeting]:
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

    async def _named(self, name: str) -> Meeting:
        """One plan, which may lie outside the home; raises where it cannot be read."""
        plan = (await self._plans.load(name)).state
        row = next((each for each in await self._plans.rows() if each.name == name), None)
        return Meeting(row or PlanRow(name, plan.title, plan.start, 0.0), plan)

    async def sessions(self, meetings: Iterable[Meeting]) -> tuple[SessionRow, ...]:
        """The sessions that were begun by some plans, the last one last."""
        names = {meeting.row.name for meeting in meetings}
        begun = [
            (row.began_at, row.session, row)
            for row in await self._sessions.rows()
            if row.began_at and row.plan in names
        ]
        return tuple(row for *_, row in sorted(begun, key=lambda each: each[:2]))


def _moment(meeting: Meeting, zone: tzinfo) -> datetime:
    """When a plan is for, by the clock of its place; without a date, when it was changed here."""
    plan, written = meeting.plan, datetime.fromtimestamp(meeting.row.changed, UTC)
    day = datetime.combine(plan.day, time.max) if plan.day else None
    return plan.start or day or written.astimezone(zone).replace(tzinfo=None)
