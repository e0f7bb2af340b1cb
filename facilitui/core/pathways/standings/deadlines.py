"""Days by which something is asked. Nothing counts down: a day is told, and never how far it is."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import NOTHING, Lack, LackKind, lacking_told
from facilitui.core.pathways.requirements import Deadline
from facilitui.core.pathways.standings.counting import Counted, counted, sources
from facilitui.core.pathways.standings.entries import brief_of, entry_lacks
from facilitui.core.pathways.standings.logged import named
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.whose_words import words
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month, plural

_LONG = timedelta(days=365)
"""From when on a day is long past."""


def of_deadline(asked: Deadline, scope: Scope) -> Progress:
    """Met by what was logged for it, of whatever day; where it comes again, since it last came."""
    entries = scope.logged.get(asked.id, ())
    whole = [each for each in entries if not entry_lacks(asked, each.said, scope.today)]
    lacks = tuple(
        Lack(
            words(named(each.source), f" lacks {', '.join(one.text for one in missing)}"),
            source=each.source,
            brief=brief_of(missing),
        )
        for each in entries
        if (missing := entry_lacks(asked, each.said, scope.today))
    )
    since, until = _period(asked, whole, scope.today)
    days = [(each, each.said.on) for each in whole]
    counts = [each.source for each, on in days if since is None or (on is not None and on > since)]
    found = Counted(sources(counts), lacks)
    progress = counted(asked, found, 1)
    when = _when(asked, until, scope.today)
    if progress.standing is Standing.MET:
        day = max(each.on for each in found.by if each.on) if any(e.on for e in found.by) else None
        told = f"logged on {day_of_month(day)}" if day else "logged"
        return replace(progress, count=told, rule=when)
    if since and whole:
        again = Lack(f"nothing logged since {day_of_month(since)}", LackKind.COUNTED)
        before = sources(each.source for each in whole)
        there = replace(progress, lacks=(again, *lacks), own=before)
        return replace(there, count=again.text, rule=when)
    return replace(progress, count=lacking_told(lacks) or NOTHING.text, rule=when)


def _period(asked: Deadline, whole: list[Logged], today: date) -> tuple[date | None, date | None]:
    """After which day something has to be logged, and by which; None for no limit."""
    if asked.months is None:
        return None, asked.on
    if asked.on is None:
        return _since_last(asked.months, whole, today)
    if asked.on >= today:
        return None, asked.on
    months = (today.year - asked.on.year) * 12 + today.month - asked.on.month
    times = max(1, months // asked.months)
    while (until := later(asked.on, times * asked.months)) is not None and until < today:
        times += 1
    return later(asked.on, (times - 1) * asked.months), until


def _since_last(months: int, whole: list[Logged], today: date) -> tuple[date | None, date | None]:
    """Where the file has no day, it comes again so many months after the last time."""
    last = max((each.said.on for each in whole if each.said.on is not None), default=None)
    until = later(last, months) if last is not None else None
    return (until if until is not None and until < today else None), until


def _when(asked: Deadline, until: date | None, today: date) -> str:
    if until is None:
        return "by a day that the programme sets"
    if until < today:
        return f"was {day_of_month(until)}, {'long ' if today - until > _LONG else ''}past"
    again = asked.months
    often = f", and again every {plural(again, 'month').removeprefix('1 ')}" if again else ""
    return f"by {day_of_month(until)}{often}"


def later(day: date, months: int) -> date | None:
    """The same day so many months later, the last of a shorter month; None beyond all calendars."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
