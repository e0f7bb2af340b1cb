"""When the clocks of a zone are put on or back, and what that means for a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from facilitui.core.told import clock, day

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)
LENGTHS = "lengths are true minutes"


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

    @property
    def shown(self) -> datetime:
        """What the clocks show from then on."""
        return (self.at + self.after).replace(tzinfo=None)


def changes(zone: tzinfo, first: datetime, last: datetime) -> Iterator[Change]:
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


def clock_words(start: datetime, end: datetime) -> tuple[str, ...]:
    """What there is to say where the clocks are changed while a session lasts, each a sentence.

    Both are aware, in the session's own zone.
    """
    zone = start.tzinfo
    if zone is None:
        return ()
    _, *found = changes(zone, start, end)
    until = end.astimezone(UTC)
    return tuple(_told(each) for each in found if each.before != each.after and each.at <= until)


def start_words(planned: datetime, start: datetime) -> tuple[str, ...]:
    """What there is to say where no clock shows a planned start, or it is shown twice.

    `planned` is what was written down, `start` the aware moment that it means.
    """
    if planned != start.replace(tzinfo=None):
        return (
            f"No clock shows {clock(planned)} on {day(planned)}, when clocks go forward; "
            f"the session begins at {clock(start)}.",
        )
    if comes_twice(start):
        which = "second" if start.fold else "first"
        return (f"The clock shows {clock(start)} twice that night; the {which} is meant.",)
    return ()


def comes_twice(moment: datetime) -> bool:
    """Whether the clock shows this time a second time."""
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()


def _told(change: Change) -> str:
    way = "back" if change.after < change.before else "forward"
    return (
        f"On {day(change.onset)} at {clock(change.onset)} the clock goes {way} to "
        f"{clock(change.shown)}; {LENGTHS}."
    )


def _between(zone: tzinfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the clocks no longer show what they do at `low`."""
    before = _state(zone, low)
    while high - low > _SECOND:
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        low, high = (middle, high) if _state(zone, middle) == before else (low, middle)
    return high


def _state(zone: tzinfo, at: datetime) -> tuple[timedelta | None, str | None]:
    local = at.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _offset(zone: tzinfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _change(zone: tzinfo, at: datetime, before: timedelta) -> Change:
    local = at.astimezone(zone)
    return Change(at, before, _offset(zone, at), local.tzname() or "", bool(local.dst()))
