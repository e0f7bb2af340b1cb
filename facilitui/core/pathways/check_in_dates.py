"""The check-ins of an enrolment as entries of a calendar (D-18): days, told without their notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from facilitui.core.base import YEARS
from facilitui.core.errors import NotFound
from facilitui.core.handout import CalendarPart, Entry
from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.pathway import Cycles
from facilitui.core.pathways.requirements import CheckIns
from facilitui.core.pathways.summary import Summary
from facilitui.core.plan_parts import CalendarRecord
from facilitui.core.report_words import Hide
from facilitui.core.told import plural

NONE = "no check-in has a day yet; log one, held or still to come"
_DAY = timedelta(days=1)


def check_in_dates(summary: Summary, now: datetime, hide: Hide = str) -> CalendarPart:
    """Every check-in that has a day, each known again by the id of its entry.

    `now` is aware; `hide` takes out of what somebody typed whatever goes to nobody. Raises
    NotFound where there is none.
    """
    entries = tuple(_entries(summary, hide))
    if not entries:
        raise NotFound(NONE)
    return CalendarPart(entries, CalendarRecord(uid=f"{summary.progress.id}@facilitui"), now)


def _entries(summary: Summary, hide: Hide) -> Iterator[Entry]:
    pathway, enrolment = summary.progress.pathway, summary.progress.enrolment
    asked = {each.id: each for each in pathway.requirements if isinstance(each, CheckIns)}
    schools = {each.id: each.name for each in enrolment.schools}
    of = hide(enrolment.name.strip()) or enrolment.pathway_name
    for each in summary.case.logged:
        said = each.said
        if said.enrolment != summary.progress.id or said.requirement not in asked:
            continue
        if said.on is None or said.on.year not in YEARS:
            continue
        at = [_cycle(each, pathway.cycles), schools.get(said.slot.school, "")]
        begins = datetime.combine(said.on, time())
        yield Entry(
            suffix=f"-{each.source.entry}",
            title=": ".join((of, ", ".join(filter(None, ("check-in", *at))))),
            start=begins,
            end=begins + _DAY,
            about=asked[said.requirement].text,
            busy=False,
            whole_day=True,
            changed=each.revision - 1,
        )


def _cycle(each: Logged, cycles: Cycles | None) -> str:
    number = each.said.slot.cycle
    if number is None or cycles is None:
        return ""
    return f"{cycles.name} {number} of {cycles.count}"


def left_out(part: CalendarPart) -> tuple[str, ...]:
    """What a calendar is not told."""
    return (f"the notes of {plural(len(part.entries), 'check-in')}",)
