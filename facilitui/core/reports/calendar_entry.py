"""A session as calendars are told of it, and how often they have been told something new."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC
from hashlib import sha256
from typing import Any

from facilitui.core import safe_text
from facilitui.core.base import YEARS
from facilitui.core.errors import FacilituiError
from facilitui.core.plans.check_ins import in_order
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import LAST_SEQUENCE, MOST_TOLD, CalendarRecord, CheckIn
from facilitui.core.plans.schedule import later
from facilitui.core.reports.handout import Entry, Handout
from facilitui.core.told import clock, figure

CHECK_IN_MINUTES = 15
_OWN_TIME = "Everybody works in their own time from here on."
_LINK = re.compile(r"https?://[!#-;=?-\[\]_a-z~%]+", re.IGNORECASE)
"""An address that a calendar may offer to open: signs that no address has end it."""


class NoDate(FacilituiError):
    """A calendar has no place for a session without a date."""


def is_link(text: str) -> bool:
    """Whether a text is the address of a page, and nothing else."""
    return _LINK.fullmatch(text.strip()) is not None


def entries(handout: Handout) -> tuple[Entry, ...]:
    """What a calendar is told of, what it shall now forget included.

    Raises NoDate where the plan has no start.
    """
    plan = handout.plan
    if not handout.dated:
        raise NoDate(f"“{handout.title}” has no date yet; a calendar needs one")
    for year in (handout.start.year, *(check_in.at.year for check_in in plan.check_ins)):
        if year not in YEARS:
            raise NoDate(f"“{handout.title}” has a date in the year {year}; mend that first")
    opening = Entry(
        suffix="",
        title=handout.title,
        start=handout.start,
        end=handout.end,
        place=_place(plan),
        link=plan.link.strip() if is_link(plan.link) else "",
        about=_about(handout),
        busy=plan.mode.at_once,
        private=plan.sensitive,
    )
    return (opening, *_check_ins(handout, opening), *_called_off(handout, opening))


def _check_ins(handout: Handout, opening: Entry) -> tuple[Entry, ...]:
    """The dates after the opening, each with its own identity, wherever it is moved."""
    found: list[Entry] = []
    for number, check_in in enumerate(in_order(_told_of(handout.plan)), 1):
        start = check_in.at.replace(tzinfo=handout.start.tzinfo)
        link = f"\n\nLink: {opening.link}" if opening.link else ""
        about = check_in.prompt or f"Check-in {number} of “{handout.title}”"
        found.append(
            Entry(
                suffix=f"-{check_in.id}",
                title=f"{handout.title}: check-in {number}",
                start=start,
                end=later(start, CHECK_IN_MINUTES),
                place=opening.place,
                link=opening.link,
                about=about + link,
                busy=False,
                private=opening.private,
            )
        )
    return tuple(found)


def _told_of(plan: Plan) -> tuple[CheckIn, ...]:
    """The dates that calendars have of a plan: only an asynchronous session meets at several."""
    return () if plan.mode.at_once else plan.check_ins


def _dropped(plan: Plan) -> tuple[CheckIn, ...]:
    """Dates that calendars were told of and that the plan no longer has."""
    before = plan.calendar.check_ins if plan.calendar else ()
    there = {each.id for each in _told_of(plan)}
    return tuple(each for each in before if each.id not in there)


def _called_off(handout: Handout, opening: Entry) -> Iterator[Entry]:
    """A calendar keeps what a later file leaves out; it takes away only what is called off."""
    for check_in in _dropped(handout.plan):
        start = check_in.at.replace(tzinfo=handout.start.tzinfo)
        yield Entry(
            suffix=f"-{check_in.id}",
            title=f"Called off: {handout.title}: check-in",
            start=start,
            end=later(start, CHECK_IN_MINUTES),
            busy=False,
            private=opening.private,
            called_off=True,
        )


def _place(plan: Plan) -> str:
    """The room and, where it is no address that can be opened, the link as it is written."""
    parts = [plan.place.strip()] if plan.mode.has_room or plan.place else []
    if plan.link.strip() and not is_link(plan.link):
        parts.append(plan.link.strip())
    return "; ".join(part for part in parts if part)


def _about(handout: Handout) -> str:
    plan = handout.plan
    parts = ["" if plan.mode.at_once else _own_time(plan), plan.purpose.strip()]
    if handout.slots:
        parts.append("\n".join(_agenda(handout)))
    if is_link(plan.link):
        parts.append(f"Link: {plan.link.strip()}")
    return "\n\n".join(part for part in parts if part)


def told_digest(told: tuple[Entry, ...], zone: str) -> str:
    """A digest of everything that calendars are told."""
    rows = [_told(entry) for entry in told]
    text = json.dumps([zone, rows], ensure_ascii=True, sort_keys=True)
    return sha256(text.encode("ascii")).hexdigest()


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "suffix": entry.suffix,
        "title": safe_text.lines(entry.title),
        "start": entry.start.astimezone(UTC).isoformat(),
        "end": entry.end.astimezone(UTC).isoformat(),
        "place": safe_text.lines(entry.place),
        "link": entry.link,
        "about": safe_text.lines(entry.about),
        "busy": entry.busy,
        "private": entry.private,
        "called_off": entry.called_off,
    }


def calendar_record(plan: Plan, told: str, uid_seed: str) -> CalendarRecord:
    """What calendars will have been told: the same identity, a step on where it is news."""
    before = plan.calendar
    if before is not None and before.told == told:
        return before
    news: dict[str, Any] = {"told": told, "check_ins": _remembered(plan)}
    if before is None:
        return CalendarRecord(uid=f"{uid_seed}@facilitui", **news)
    sequence = min(before.sequence + 1, LAST_SEQUENCE)
    return before.model_copy(update={"sequence": sequence, **news})


def _remembered(plan: Plan) -> tuple[CheckIn, ...]:
    """Every date that calendars now know of, without what people were to be asked."""
    known = (*_dropped(plan), *_told_of(plan))
    return tuple(each.model_copy(update={"prompt": ""}) for each in known)[-MOST_TOLD:]


def with_calendar(plan: Plan, record: CalendarRecord | None) -> Plan:
    """The plan with what calendars were told of it; the same one where that is nothing new."""
    return plan if plan.calendar == record else plan.model_copy(update={"calendar": record})


def _own_time(plan: Plan) -> str:
    dates = len(_told_of(plan))
    return f"{_OWN_TIME} The dates to check in are entries of their own." if dates else _OWN_TIME


def _agenda(handout: Handout) -> Iterator[str]:
    """What is done and how long it takes; at which time, where all do it at once."""
    at_once = handout.plan.mode.at_once
    yield f"Agenda (times in {handout.zone})" if handout.zone and at_once else "Agenda"
    for slot in handout.slots:
        begins = f"{clock(slot.start)}  " if at_once else ""
        yield f"{begins}{slot.block.title} ({figure(slot.block.minutes)} min)"
    if at_once and handout.free:
        left_from, minutes = handout.free
        yield f"{clock(left_from)}  Free until {clock(handout.end)} ({figure(minutes)} min)"
    yield from handout.clock_words if at_once else ()
