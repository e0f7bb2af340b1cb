"""A zone's rules for some years as iCalendar tells them (RFC 5545, 3.6.5)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from facilitui.core.plans.clock_changes import changes

if TYPE_CHECKING:
    from icalendar import Timezone


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
