"""The check-ins of an enrolment as entries of a calendar (D-18), told without their notes.

One has a day, and a time where somebody said it, by the clock of the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from facilitui.core.base import YEARS
from facilitui.core.errors import NotFound
from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.pathway import Cycles
from facilitui.core.pathways.requirements import CheckIns, Requirement
from facilitui.core.pathways.summary import Summary
from facilitui.core.plans.plan_parts import CalendarRecord
from facilitui.core.reports.handout import CalendarPart, Entry
from facilitui.core.reports.report_words import Hide
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
    asked = {each.id: each.text for each in pathway.requirements}
    schools = {each.id: each.name for each in enrolment.schools}
    of = hide(enrolment.name.strip()) or enrolment.pathway_name
    for each in _dated(summary):
        said = each.said
        if said.on is None:
            continue
        at = [_cycle(each, pathway.cycles), schools.get(said.slot.school, "")]
        begins = datetime.combine(said.on, said.at or time())
        yield Entry(
            suffix=f"-{each.source.entry}",
            title=": ".join((of, ", ".join(filter(None, ("check-in", *at))))),
            start=begins,
            end=begins if said.at else begins + _DAY,
            about=asked[said.requirement],
            busy=False,
            whole_day=said.at is None,
            alarm=False,
            changed=each.revision - 1,
        )


def _dated(summary: Summary) -> Iterator[Logged]:
    """The check-ins of the enrolment that have a day."""
    asked = {each.id for each in summary.progress.pathway.requirements if _is_asked(each)}
    for each in summary.case.logged:
        said, is_own = each.said, each.said.enrolment == summary.progress.id
        if is_own and said.requirement in asked and said.on and said.on.year in YEARS:
            yield each


def _is_asked(requirement: Requirement) -> bool:
    return isinstance(requirement, CheckIns)


def _cycle(each: Logged, cycles: Cycles | None) -> str:
    number = each.said.slot.cycle
    if number is None or cycles is None:
        return ""
    return f"{cycles.name} {number} of {cycles.count}"


def left_out(summary: Summary) -> tuple[str, ...]:
    """What a calendar is not told: the notes, where anybody wrote one."""
    noted = sum(bool(each.said.note.strip()) for each in _dated(summary))
    return (f"the notes of {plural(noted, 'check-in')}",) if noted else ()
