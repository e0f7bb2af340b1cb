"""Reporting: what is known of sessions, written down for one kind of reader."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.naming import UNTITLED, slug
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Clock, PlanStore
from facilitui.core.reports.handout import Format, Written
from facilitui.core.reports.report import Coming, Report
from facilitui.core.reports.report_case import Case, quotes_others
from facilitui.core.reports.report_making import report_of
from facilitui.core.reports.report_names import without_names
from facilitui.core.reports.report_reader import Reader
from facilitui.core.safe_text import quoted
from facilitui.core.told import day, plural
from facilitui.services.reports.case_reading import CaseReading
from facilitui.services.reports.name_reading import NameReading

MOST_COMING = 10
"""Planned sessions that a report tells of."""
MOST_SESSIONS = 60
"""Sessions in one report."""
READ_FIRST = "What others said or wrote stands in it: read it before you hand it over."


@dataclass(frozen=True, slots=True)
class Reported:
    """A report that was made; nothing is kept yet."""

    data: bytes
    name: str
    """A name for its file."""
    left_out: tuple[str, ...]
    """What its reader does not get to see."""
    sensitive: bool
    """Whether a difficult conversation is among its sessions."""
    told: tuple[str, ...] = ()
    """What could not be read for it, each a sentence."""
    warning: str = ""
    """That it has to be read before it is handed over, where there is reason for it."""


class Reporting:
    """The reports of sessions."""

    def __init__(
        self,
        reading: CaseReading,
        naming: NameReading,
        plans: PlanStore,
        exports: Exports,
        clock: Clock,
        write: Callable[[Report, Format], Written],
    ) -> None:
        self._reading = reading
        self._naming = naming
        self._plans = plans
        self._exports = exports
        self._clock = clock
        self._write = write

    async def made(self, reader: Reader, sessions: Sequence[str], form: Format) -> Reported:
        """A report of some sessions, of the one debriefed that was held last where none is named.

        Raises NotFound.
        """
        entries, unread = await self._reading.entries()
        wanted = list(dict.fromkeys(sessions)) or [await self._reading.last(entries)]
        if len(wanted) > MOST_SESSIONS:
            raise NotFound(f"a report has {MOST_SESSIONS} sessions at most; name fewer")
        read = [await self._reading.read(session, entries) for session in wanted]
        cases = sorted((each.case for each in read), key=_moment)
        told = (*unread, *(line for each in read for line in each.told), *_unnamed(cases, reader))
        coming, hushed = await self._coming() if reader is Reader.POINT_PERSON else ((), ())
        report, written = await asyncio.to_thread(
            self._written, reader, cases, coming, hushed, form
        )
        safe = report.cases
        stem = slug(safe[0].title, "session") if len(safe) == 1 else "sessions"
        name = f"{stem}-{reader.value}.{form.value}"
        sensitive = any(case.sensitive for case in cases)
        warning = READ_FIRST if any(map(quotes_others, safe)) else ""
        return Reported(written.data, name, written.left_out, sensitive, told, warning)

    def _written(
        self,
        reader: Reader,
        cases: Sequence[Case],
        coming: tuple[Coming, ...],
        hushed: tuple[str, ...],
        form: Format,
    ) -> tuple[Report, Written]:
        """The report and its bytes: with 50,000 answers more work than a screen can wait for."""
        report = report_of(reader, cases, coming, hushed)
        return report, self._write(report, form)

    async def hand_over(self, reported: Reported) -> tuple[str, ...]:
        """Write a report among the exports; what there is to say of it, each a sentence.

        Raises NotSaved.
        """
        try:
            where = await self._exports.write(reported.name, reported.data)
        except NotSaved as error:
            raise NotSaved(f"No report was written: {error}") from error
        left = f"Left out: {', '.join(reported.left_out)}." if reported.left_out else ""
        return tuple(filter(None, (f"Written to {where}.", reported.warning, left, *reported.told)))

    async def _coming(self) -> tuple[tuple[Coming, ...], tuple[str, ...]]:
        """The sessions that are planned from today on, but for difficult conversations."""
        since = self._clock.read().at.date() - timedelta(days=1)  # it may be yesterday elsewhere
        rows = [(row.day, row.name) for row in await self._plans.rows() if row.day]
        plans = [await self._plan(name) for day, name in sorted(rows) if day >= since]
        ahead = [plan for plan in plans if plan is not None and self._is_ahead(plan)][:MOST_COMING]
        hushed = sum(plan.sensitive for plan in ahead)
        told = (plural(hushed, "sensitive session that is planned", "sensitive sessions planned"),)
        shown = [await self._as_coming(plan) for plan in ahead if not plan.sensitive]
        return tuple(shown), told if hushed else ()

    def _is_ahead(self, plan: Plan) -> bool:
        """Whether a plan's start is still to come, in its own zone."""
        now = self._clock.read().at.astimezone(self._clock.zone(plan.zone))
        if plan.start is not None:
            return plan.start.replace(tzinfo=now.tzinfo) > now
        return plan.day is not None and plan.day >= now.date()

    async def _as_coming(self, plan: Plan) -> Coming:
        people = (await self._naming.of_plan(plan)).people
        hide = without_names(people.participants, people.others)
        at = datetime.combine(plan.day, datetime.min.time()) if plan.day is not None else None
        told = day(at) if at is not None else ""
        return Coming(hide(plan.title).strip() or UNTITLED, plan.start, told, plan.zone)

    async def _plan(self, name: str) -> Plan | None:
        try:
            return (await self._plans.load(name)).state
        except FacilituiError:
            return None


def _moment(case: Case) -> datetime:
    return case.held_at or datetime.max.replace(tzinfo=UTC)


def _unnamed(cases: Sequence[Case], reader: Reader) -> list[str]:
    """Where names may still stand that nobody could look up."""
    if reader.trusted or reader is Reader.PARTICIPANTS:
        return []
    return [
        f"The plan of {quoted(case.named)}, or its group, cannot be read, so that not every name "
        "in it is known: read the report before you pass it on."
        for case in cases
        if case.unnamed
    ]
