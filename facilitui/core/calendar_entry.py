"""A session as calendars are told of it, and how often they have been told something new."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from facilitui.core import safe_text
from facilitui.core.base import YEARS
from facilitui.core.errors import FacilituiError
from facilitui.core.handout import Entry, Handout
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import LAST_SEQUENCE, CalendarRecord
from facilitui.core.schedule import later
from facilitui.core.vocabulary import Mode

CHECK_IN_MINUTES = 15
_LINK = re.compile(r"https?://[!#-;=?-\[\]_a-z~%]+", re.IGNORECASE)
"""An address that a calendar may offer to open: signs that no address has end it."""


class NoDate(FacilituiError):
    """A calendar has no place for a session without a date."""


def is_link(text: str) -> bool:
    """Whether a text is the address of a page, and nothing else."""
    return _LINK.fullmatch(text.strip()) is not None


def entries(handout: Handout) -> tuple[Entry, ...]:
    """What a calendar is told of. Raises NoDate where the plan has no start."""
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
        end=_end(handout),
        place=_place(plan),
        link=plan.link.strip() if is_link(plan.link) else "",
        about=_about(handout),
        private=plan.sensitive,
    )
    if plan.mode is not Mode.ASYNCHRONOUS:
        return (opening,)
    return (opening, *_check_ins(handout, opening))


def _end(handout: Handout) -> datetime:
    if handout.end > handout.start:
        return handout.end
    return later(handout.start, handout.plan.minutes)


def _check_ins(handout: Handout, opening: Entry) -> tuple[Entry, ...]:
    """The dates after the opening, in their own order, so that moving one keeps its identity."""
    found: list[Entry] = []
    for number, check_in in enumerate(handout.plan.check_ins, 1):
        start = check_in.at.replace(tzinfo=handout.start.tzinfo)
        link = f"\n\nLink: {opening.link}" if opening.link else ""
        about = check_in.prompt or f"Check-in {number} of “{handout.title}”"
        found.append(
            Entry(
                suffix=f"-check-in-{number}",
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


def _place(plan: Plan) -> str:
    """The room and, where it is no address that can be opened, the link as it is written."""
    parts = [plan.place.strip()] if plan.mode.has_room or plan.place else []
    if plan.link.strip() and not is_link(plan.link):
        parts.append(plan.link.strip())
    return "; ".join(part for part in parts if part)


def _about(handout: Handout) -> str:
    plan = handout.plan
    parts = [plan.purpose.strip()]
    if handout.slots:
        zone = f" (times in {handout.zone})" if handout.zone else ""
        lines = [
            f"{slot.start:%H:%M}  {slot.block.title} ({slot.block.minutes:g} min)"
            for slot in handout.slots
        ]
        parts.append("\n".join((f"Agenda{zone}", *lines)))
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
    }


def calendar_record(plan: Plan, told: str, uid_seed: str) -> CalendarRecord:
    """What calendars will have been told: the same identity, a step on where it is news."""
    before = plan.calendar
    if before is None:
        return CalendarRecord(uid=f"{uid_seed}@facilitui", sequence=0, told=told)
    if before.told == told:
        return before
    sequence = min(before.sequence + 1, LAST_SEQUENCE)
    return before.model_copy(update={"sequence": sequence, "told": told})
