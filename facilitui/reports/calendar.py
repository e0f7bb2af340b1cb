"""A session as iCalendar (RFC 5545), so that any calendar can take it and a later word over it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from facilitui.core import safe_text
from facilitui.core.plans.clock_changes import comes_twice
from facilitui.core.plans.schedule import later
from facilitui.core.reports.handout import CalendarPart, Entry
from facilitui.reports.calendar_zone import timezone

if TYPE_CHECKING:
    from icalendar import Alarm, Event

ALARM_MINUTES = 15
_A_YEAR = timedelta(days=366)
_UTC = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Zulu", "UCT", "Universal", "Etc/Universal"}


def icalendar(part: CalendarPart) -> bytes:
    """The whole file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//facilitui//facilitui//EN")
    calendar.add("version", "2.0")
    zones: dict[str, list[datetime]] = {}
    events = [_event(entry, part, zones) for entry in part.entries]
    for moments in zones.values():
        zone = moments[0].tzinfo
        if isinstance(zone, ZoneInfo):
            # Only the rules of the time that the session lies in, and of the years beside it.
            calendar.add_component(timezone(zone, min(moments) - _A_YEAR, max(moments) + _A_YEAR))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(entry: Entry, part: CalendarPart, zones: dict[str, list[datetime]]) -> Event:
    from icalendar import Event

    event = Event()
    stem, at, host = part.record.uid.rpartition("@")
    event.add("uid", f"{stem}{entry.suffix}{at}{host}")
    event.add("dtstamp", part.now.astimezone(UTC))
    event.add("sequence", part.record.sequence + entry.changed)
    event.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    event.add("summary", safe_text.line(entry.title))
    start, end = _moments(entry, zones)
    event.add("dtstart", start)
    if end != start:  # nobody said when it ends
        event.add("dtend", end)
    if entry.private:
        event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    if entry.place:
        event.add("location", safe_text.line(entry.place))
    if entry.link:
        event.add("url", entry.link)
    if entry.about:
        event.add("description", safe_text.lines(entry.about))
    if entry.alarm and not (entry.called_off or entry.whole_day):
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", safe_text.line(entry.title))
    alarm.add("trigger", timedelta(minutes=-ALARM_MINUTES))
    return alarm


def _moments(
    entry: Entry, zones: dict[str, list[datetime]]
) -> tuple[datetime, datetime] | tuple[date, date]:
    """Start and end; the zone of these is noted, which a whole day has none of."""
    if entry.whole_day:
        return entry.start.date(), entry.end.date()
    start, end = _told(entry)
    if isinstance(start.tzinfo, ZoneInfo):
        zones.setdefault(start.tzinfo.key, []).extend((start, end))
    return start, end


def _told(entry: Entry) -> tuple[datetime, datetime]:
    """Start and end in their zone, where that has a name and its clocks leave no doubt.

    The hour that a clock shows twice cannot be told apart in a calendar file, and calendars read
    it in either way; such an entry is told in UTC. One that no clock shows is moved on to where it
    comes to lie.
    """
    if entry.start.tzinfo is None:  # the clock of whoever reads it
        return entry.start, entry.end
    start, end = later(entry.start, 0), later(entry.end, 0)
    zone = start.tzinfo
    named = isinstance(zone, ZoneInfo) and bool(zone.key) and zone.key not in _UTC
    if not named or comes_twice(start) or comes_twice(end):
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end
