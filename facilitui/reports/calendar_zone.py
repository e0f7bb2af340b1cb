"""A zone's rules for some years as iCalendar tells them (RFC 5545, 3.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A moment from which a zone's clocks show something else."""

    at: datetime
    """The first second of it, in UTC."""
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def onset(self) -> datetime:
        """When it comes, by the clocks as they were until then."""
        return (self.at + self.before).replace(tzinfo=None)


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """Every change of a zone's clocks from one moment to another, the rules before it first."""
    at = first.astimezone(UTC)
    offset = _offset(zone, at)
    yield _change(zone, at, offset)
    while at < last:
        following = at + _STEP
        if _state(zone, following) != _state(zone, at):
            found = _between(zone, at, following)
            yield _change(zone, found, _offset(zone, found - _SECOND))
        at = following


def _between(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the clocks no longer show what they do at `low`."""
    before = _state(zone, low)
    while high - low > _SECOND:
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        low, high = (middle, high) if _state(zone, middle) == before else (low, middle)
    return high


def _state(zone: ZoneInfo, at: datetime) -> tuple[timedelta | None, str | None]:
    local = at.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _change(zone: ZoneInfo, at: datetime, before: timedelta) -> Change:
    local = at.astimezone(zone)
    return Change(at, before, _offset(zone, at), local.tzname() or "", bool(local.dst()))


def timezone(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """The component for a zone, good for everything from `first` to `last`."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    component = Timezone()
    component.add("tzid", zone.key)
    for change in changes(zone, first, last):
        rules = TimezoneDaylight() if change.summer else TimezoneStandard()
        rules.add("dtstart", change.onset)
        rules.add("tzoffsetfrom", change.before)
        rules.add("tzoffsetto", change.after)
        rules.add("tzname", change.name)
        component.add_component(rules)
    return component
