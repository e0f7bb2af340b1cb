"""What Home shows, as rows: the next session, what is unfinished, what was promised."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from facilitui import text as t
from facilitui.core.seconds_told import in_minutes
from facilitui.core.told import day_of_month, nearest, short_day
from facilitui.widgets.digits import ROWS, big
from facilitui.widgets.home_pathways import pathway_row
from facilitui.widgets.rows import Row, blank_row

if TYPE_CHECKING:
    from facilitui.core.overview import (
        Begun,
        Due,
        Next,
        Overview,
        Planned,
        Recent,
        Tick,
        ToDebrief,
        Unended,
    )

WHEN = 15
"""The column behind a date."""
MOST_LINES = 3
"""Lines that a text has at most where there is room for more than one."""
MOST_RECENT = 3
"""Debriefs that are named among the rest; all are in the journal."""
REPLAY = "R replay · j all of them"
TICK = 15
SOON_HOURS = 36


def home_rows(
    overview: Overview, now: datetime, *, big_clock: bool, airy: bool, beside: bool
) -> list[Row]:
    """Everything on Home that can be opened. `now` is aware.

    The newest debriefs are left out where they stand `beside` it.
    """
    recent = () if beside else overview.recent[:MOST_RECENT]
    gap = [blank_row()] * (2 if airy else 1)
    most, today = MOST_LINES if airy else 1, now.date()
    rows: list[Row] = []
    rows += _section("To finish", [_unended_row(each, now) for each in overview.unended])
    if overview.next is not None:
        rows += gap if rows else []
        rows += _next_rows(overview.next, now, big_clock=big_clock)
    for section in (
        _section("To debrief", [_debrief_row(each, today, most) for each in overview.to_debrief]),
        _section("Half written", [_begun_row(each, today, most) for each in overview.begun]),
        _section("Commitments due", [_due_row(each, today, most) for each in overview.due]),
        _section("Pathways", [pathway_row(each, most) for each in overview.pathways]),
        _section("Recent debriefs", [_recent_row(each, today, most) for each in recent], REPLAY),
        _section("Plans, newest first", [_plan_row(each, today, most) for each in overview.plans]),
    ):
        rows += [*(gap if rows and section else []), *section]
    return rows


def _section(title: str, rows: list[Row], keys: str = "") -> list[Row]:
    """Rows under their title, with what `keys` do with them where only that tells it."""
    head = Row("", lambda width, marked: [t.spread(t.heading(title), t.soft(keys), width)])
    return [head, *rows] if rows else []


def _next_rows(upcoming: Next, now: datetime, *, big_clock: bool) -> list[Row]:
    start = _begins(upcoming, now)
    when = _when(start, upcoming.end, now)
    until = t.accent(_until(start, now, timed=bool(upcoming.end)))
    rows = [
        Row(
            "",
            lambda width, marked: [t.spread(t.heading("Next session"), until, width)],
        )
    ]
    if big_clock and upcoming.end:
        clock = [t.plain(row, t.INK) for row in big(t.clock(start))]
        rows += [Row("", lambda width, marked: clock, ROWS), blank_row()]
    rows.append(
        Row(
            f"plan {upcoming.plan}",
            lambda width, marked: [t.fitted(t.strong(upcoming.title or upcoming.plan), width)],
        )
    )
    about = " · ".join(part for part in (when, upcoming.audience) if part)
    rows += [Row("", lambda width, marked: [t.fitted(t.soft(about), width)]), blank_row()]
    return [*rows, *(_tick_row(tick) for tick in upcoming.ticks)]


def _tick_row(tick: Tick) -> Row:
    glyph = t.soft("✓  ") if tick.done else t.accent("!  ")
    label = t.ink(tick.label) if tick.done else t.strong(tick.label)
    told = t.soft(tick.text) if tick.done else t.ink(tick.text)
    line = t.join(glyph, t.padded(label, TICK - 3), told)
    return Row("", lambda width, marked: [t.fitted(line, width)])


def _begins(upcoming: Next, now: datetime) -> datetime:
    """When it begins; where only the day is known, at the end of it here."""
    if upcoming.end:
        return datetime.fromisoformat(upcoming.start)
    return datetime.combine(date.fromisoformat(upcoming.start), time.max, now.tzinfo)


def _when(start: datetime, end: str, now: datetime) -> str:
    local = now.astimezone(start.tzinfo).date()
    name = "Today" if start.date() == local else short_day(start, local)
    if not end:
        return f"{name}, no time yet"
    return f"{name} {t.clock(start)} to {t.clock(datetime.fromisoformat(end))}"


def _until(start: datetime, now: datetime, *, timed: bool) -> str:
    if not timed and start.date() == now.date():
        return "today"
    minutes = int(nearest((start - now).total_seconds() / 60))
    if minutes < 0:
        return f"{-minutes} min ago"
    if minutes < 60:
        return f"in {minutes} min"
    if timed and minutes < SOON_HOURS * 60:
        return f"in {minutes // 60} h {minutes % 60} min"
    days = (start.date() - now.astimezone(start.tzinfo).date()).days
    return "tomorrow" if days == 1 else f"in {days} days"


def _column(when: Content) -> Content:
    """A date with what is free behind it."""
    return t.padded(when, max(WHEN, when.cell_length + 2))


def _dated(when: Content, words: Content, end: Content, width: int) -> Content:
    left = t.join(when, words)
    return t.spread(left, end, width) if end else t.fitted(left, width)


def _told_row(key: str, when: Content, text: str, end: Content, most: int) -> Row:
    """A text behind its date, in as many lines as it takes, and at most so many."""

    when = _column(when)
    indent = when.cell_length

    def lines(width: int) -> t.Lines:
        apart = end.cell_length + 2 if end else 0
        told = t.in_lines(text, width - indent - apart, most)
        others = [t.join(" " * indent, line) for line in told[1:]]
        return [_dated(when, told[0], end, width), *others]

    return Row(key, lambda width, marked: lines(width), lambda width: len(lines(width)))


def _unended_row(each: Unended, now: datetime) -> Row:
    """When it began, its title and its step; below, who hosts it and when it was to end."""
    when = t.soft(_began(datetime.fromisoformat(each.began), now)) if each.began else t.BLANK
    where = _where(each)
    state = _state(each, now)

    def draw(width: int, marked: bool) -> t.Lines:
        indent = WHEN if WHEN + state.cell_length <= width else 0
        first = _dated(_column(when), t.ink(each.title), where, width)
        return [first, t.fitted(t.join(" " * indent, state), width)]

    return Row(f"session {each.session}", draw, 2)


def _where(each: Unended) -> Content:
    """Which step it stands at, and whether its clock stands still there."""
    at = t.soft(f"at step {each.step} of {each.steps}" if each.step else "open")
    return t.join(t.accent("‖ "), t.ink("paused "), at) if each.paused else at


def _state(each: Unended, now: datetime) -> Content:
    end = datetime.fromisoformat(each.planned_end) if each.planned_end else None
    planned = f"{each.end_name} {_ended(end, now)}" if end is not None else ""
    if each.forgotten(now):
        return t.join(t.accent("! "), t.ink(f"nobody ended it: {planned}"))
    host = "another copy hosts it" if each.hosted else "nobody hosts it"
    damaged = "damaged" if each.damaged else ""
    return t.soft(" · ".join(part for part in (damaged, host, planned) if part))


def _began(moment: datetime, now: datetime) -> str:
    today = now.astimezone(moment.tzinfo).date()
    day = "Today" if moment.date() == today else day_of_month(moment, today)
    return f"{day} {t.clock(moment)}"


def _ended(moment: datetime, now: datetime) -> str:
    """A time of day, with its day where that is another one."""
    today = now.astimezone(moment.tzinfo).date()
    if moment.date() == today:
        return t.clock(moment)
    yesterday = moment.date() == today - timedelta(days=1)
    return f"{t.clock(moment)} {'yesterday' if yesterday else f'on {short_day(moment, today)}'}"


def _debrief_row(each: ToDebrief, today: date, most: int) -> Row:
    when = short_day(datetime.fromisoformat(each.when), today) if each.when else ""
    key = f"{each.what} {each.session} {each.lens or each.observation}".rstrip()
    return _told_row(key, t.soft(when), each.title, t.soft(each.note), most)


def _begun_row(each: Begun, today: date, most: int) -> Row:
    when = short_day(datetime.fromisoformat(each.when), today) if each.when else ""
    return _told_row(each.key, t.soft(when), each.title, t.soft(each.note), most)


def _due_row(each: Due, today: date, most: int) -> Row:
    day = _due_day(each.when, today)
    return _told_row(f"entry {each.entry} due", day, each.text, t.BLANK, most)


def _due_day(when: str, today: date) -> Content:
    if not when:
        return t.soft("no date")
    due = date.fromisoformat(when)
    if due == today:
        return t.strong("Today")
    name = t.soft(short_day(due, today))
    return t.join(t.accent("! "), name) if due < today else name


def _recent_row(each: Recent, today: date, most: int) -> Row:
    when = datetime.fromisoformat(each.when) if each.when else None
    day = t.soft(short_day(when, today) if when else "")
    ran = t.soft(in_minutes(each.minutes) if each.minutes else "")
    return _told_row(f"entry {each.entry}", day, each.title, ran, most)


def _plan_row(each: Planned, today: date, most: int) -> Row:
    when = date.fromisoformat(each.when) if each.when else None
    day = t.soft(short_day(when, today) if when else "no date")
    key = f"plan {each.plan}"
    if not each.outside:
        return _told_row(key, day, each.title, t.BLANK, most)
    words = t.join(t.ink(each.title), "   ", t.soft(each.outside))
    return Row(key, lambda width, marked: [_dated(_column(day), words, t.BLANK, width)])
