"""Overseeing: what Home shows, worked out from plans, sessions and the journal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import chain, islice
from typing import TypeVar

from facilitui.core.debriefs.commitments import known_as, told_in
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.errors import FacilituiError, Problem
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.overview import (
    Begun,
    Due,
    Next,
    Overview,
    PathwayStep,
    Planned,
    ToDebrief,
)
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.ports import Clock, PlanRow, SessionRow
from facilitui.services.debriefs.recent_debriefs import recent_row
from facilitui.services.debriefs.to_debrief import (
    half_row,
    scores_row,
    to_debrief_rows,
    unended_row,
    unsaved_row,
)
from facilitui.services.here import now_here
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.plans.next_plan import described
from facilitui.services.plans.planning import Planning
from facilitui.services.sessions.hosting import Hosting

R = TypeVar("R", PlanRow, SessionRow)
Unfinished = Callable[[], Awaitable[str]]
Elsewhere = Callable[[], Awaitable[tuple[Begun, ...]]]
Steps = Callable[[], Awaitable[tuple[tuple[PathwayStep, ...], int]]]
"""Those of open enrolments, and how many are closed."""
AT_MOST = 8
"""Rows of each kind; the lists themselves are a key away."""
A_DAY = timedelta(days=1)
"""A plan that was run within it is not the next one any more."""
STILL_NEXT = timedelta(hours=2)
"""A plan stays the next one until so long after its start."""
STILL_DUE = timedelta(days=30)
"""A commitment is shown until so long after its date."""
MOST_UNENDED = 200
"""Each session that lies open is named; no list is longer than this (design §7)."""
LOOKED_AT = 60
"""Debriefs that are read as a whole, newest first."""


class Overseeing:
    """Everything that wants attention, on one page."""

    def __init__(
        self,
        planning: Planning,
        hosting: Hosting,
        reviewing: Reviewing,
        clock: Clock,
        groups: GroupStore | None = None,
        unfinished: Unfinished | None = None,
        elsewhere: Elsewhere | None = None,
        steps: Steps | None = None,
    ) -> None:
        """`unfinished` tells of a purge that was begun, if there is any.

        `elsewhere` gives what is half written in other journals, `steps` what pathways ask next.
        """
        self._unfinished, self._elsewhere, self._steps = unfinished, elsewhere, steps
        self._planning = planning
        self._hosting = hosting
        self._reviewing = reviewing
        self._clock = clock
        self._groups = groups
        self._seen: JournalContents | None = None
        """What the journal said when Home was worked out last."""
        self._files: tuple[Mapping[str, Pathway], tuple[Problem, ...]] = ({}, ())
        """What files said then."""

    async def overview(self) -> Overview:
        """Home as it is now."""
        now = now_here(self._clock)
        unlisted: list[str] = []
        plans = await _listed(self._planning.rows(), unlisted)
        sessions = await _listed(self._hosting.rows(), unlisted)
        debriefs = await self._reviewing.debriefs(LOOKED_AT)
        self._seen = (await self._reviewing.documents.all()).contents
        self._files = await self._files_now()
        upcoming = await self._next(plans, sessions, now)
        cut = await self._cut(sessions)
        groups, misread = await self._groups.groups() if self._groups else ((), ())
        problems = (*unlisted, *await self._problems(), *map(str, misread), *cut.values())
        steps, closed = await self._steps() if self._steps else ((), 0)
        left_open = (row for row in sessions if row.open and row.session not in cut)
        return Overview(
            next=upcoming,
            unended=tuple(unended_row(row, now.tzinfo) for row in left_open)[:MOST_UNENDED],
            to_debrief=tuple(islice(await self._to_debrief(sessions, now), AT_MOST)),
            begun=await self._begun(sessions, now.tzinfo),
            due=_due(debriefs, now.date()),
            pathways=steps[:AT_MOST],
            closed=closed,
            recent=tuple(
                recent_row(each, self._clock.zone(each.zone)) for each in debriefs[:AT_MOST]
            ),
            plans=_others(plans, upcoming),
            problems=(*problems, *_troubles(plans, sessions)),
            groups=len(groups),
        )

    async def has_changed(self) -> bool:
        """Whether the journal, or a file that Home tells of, says anything else than when Home was
        worked out; not before."""
        if self._seen is None:
            return False
        is_same = (await self._reviewing.documents.all()).contents is self._seen
        return not is_same or await self._files_now() != self._files

    async def _files_now(self) -> tuple[Mapping[str, Pathway], tuple[Problem, ...]]:
        """What pathways' files say, and what of the shelf cannot be read."""
        shelf = await self._planning.shelf()
        return shelf.pathways, shelf.problems

    async def _to_debrief(
        self, sessions: tuple[SessionRow, ...], now: datetime
    ) -> Iterator[ToDebrief]:
        """What was typed and not saved, then the sessions that nobody has debriefed."""
        reviewing, zone = self._reviewing, now.tzinfo
        unsaved = [unsaved_row(each, sessions, zone) for each in await reviewing.unsaved.all()]
        scored = [scores_row(each, zone) for each in await reviewing.unsaved.scores()]
        begun = {each.session for each in unsaved if not each.lens}
        others = (row for row in sessions if row.session not in begun)
        written, unread = await reviewing.written(), await reviewing.unread()
        withdrawn = await reviewing.withdrawn()
        undone = any(row.session not in written for row in sessions)
        gone = await reviewing.gone_until() if undone else None  # all of the journal is looked at
        rows = to_debrief_rows(others, written, unread, now, withdrawn, gone)
        return chain(unsaved, scored, rows)

    async def _cut(self, sessions: tuple[SessionRow, ...]) -> dict[str, str]:
        """The sessions that lie open only as the end of their log is gone, and that it is.

        They were written about since then: nobody is to go on with them as if that had not been.
        """
        written = await self._reviewing.written()
        seen = (row for row in sessions if row.open and row.session in written)
        of_open = [(row, await self._reviewing.cut(row.session)) for row in seen]
        return {row.session: f"{row.title or row.session}: {told}" for row, told in of_open if told}

    async def _begun(
        self, sessions: tuple[SessionRow, ...], zone: tzinfo | None
    ) -> tuple[Begun, ...]:
        """What is half written, of one's own journal and of others."""
        entries = (await self._reviewing.unsaved.entries())[:AT_MOST]
        elsewhere = (await self._elsewhere())[:AT_MOST] if self._elsewhere else ()
        return (*(half_row(each, sessions, zone) for each in entries), *elsewhere)

    async def _problems(self) -> tuple[str, ...]:
        """What cannot be read of the shelf and of the journal, and a purge that was begun."""
        shelf, journal = await self._planning.shelf(), await self._reviewing.problems()
        unfinished = await self._unfinished() if self._unfinished else ""
        altered = await self._reviewing.altered(LOOKED_AT)
        found = map(str, (*shelf.problems, *journal))
        return tuple(filter(None, (*found, altered, unfinished)))

    async def _next(
        self, plans: tuple[PlanRow, ...], sessions: tuple[SessionRow, ...], now: datetime
    ) -> Next | None:
        """The soonest plan ahead that was not run already."""
        run = {row.plan for row in sessions if row.began_at and now - row.began_at < A_DAY}
        ahead = [row for row in plans if _ahead(row, now) and row.name not in run]
        for row in sorted(ahead, key=lambda row: row.start or _end_of(row.day)):
            try:
                return described(row.name, await self._planning.view(row.name))
            except FacilituiError:
                continue
        return None


def _troubles(plans: Iterable[PlanRow], sessions: Iterable[SessionRow]) -> Iterator[str]:
    """What is wrong with single plans and sessions."""
    yield from (row.problem for row in plans if row.problem)
    yield from (f"{row.title or row.session}: {row.trouble}" for row in sessions if row.trouble)


async def _listed(rows: Awaitable[tuple[R, ...]], unlisted: list[str]) -> tuple[R, ...]:
    """A store's rows; none, and the reason among `unlisted`, where it cannot be listed."""
    try:
        return await rows
    except FacilituiError as error:
        unlisted.append(str(error))
        return ()


def _ahead(row: PlanRow, now: datetime) -> bool:
    """Whether a session is still to come, or has only just begun."""
    if row.start is not None:
        return not row.problem and row.start >= (now - STILL_NEXT).replace(tzinfo=None)
    return row.day is not None and row.day >= now.date()


def _end_of(day: date | None) -> datetime:
    """Where a day without a time stands among starts: behind those that are known."""
    return datetime.combine(day or date.max, time.max)


def _due(debriefs: tuple[Debrief, ...], today: date) -> tuple[Due, ...]:
    settled = told_in(debriefs)
    due = [
        Due(promise.due.isoformat() if promise.due else "", promise.text, entry_id(debrief.session))
        for debrief in debriefs
        for promise in debrief.promised
        if (promise.due or today) >= today - STILL_DUE
        and known_as(entry_id(debrief.session), promise.text) not in settled
    ]
    return tuple(sorted(due, key=lambda each: each.when or "9999"))[:AT_MOST]


def _others(plans: tuple[PlanRow, ...], upcoming: Next | None) -> tuple[Planned, ...]:
    taken = upcoming.plan if upcoming else ""
    recent = sorted(plans, key=lambda row: row.changed, reverse=True)
    return tuple(
        Planned(
            row.name, row.title or row.name, row.day.isoformat() if row.day else "", row.outside
        )
        for row in recent
        if row.name != taken
    )[:AT_MOST]
