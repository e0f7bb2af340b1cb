"""What Home shows, as rows: the next session, what is unfinished, what was promised."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from textual.content import Content

from facilitui import text as t
from facilitui.core.overview import Due, Next, Overview, Planned, Recent, Tick, ToDebrief, Unended
from facilitui.widgets.digits import ROWS, big
from facilitui.widgets.rows import Row, blank_row

_FOLDER = re.compile(r"^\S*/(?=[^/]+:\d+:\d+:)")
WHEN = 15
"""The column behind a date."""
TICK = 15
SOON_HOURS = 36


def home_rows(overview: Overview, now: datetime, *, big_clock: bool, airy: bool) -> list[Row]:
    """Everything on Home that can be opened. `now` is aware."""
    gap = [blank_row()] * (2 if airy else 1)
    rows: list[Row] = []
    rows += _section("To finish", [_unended_row(each, now) for each in overview.unended])
    if overview.next is not None:
        rows += gap if rows else []
        rows += _next_rows(overview.next, now, big_clock=big_clock)
    for section in (
        _section("To debrief", [_debrief_row(each) for each in overview.to_debrief]),
        _section("Commitments due", [_due_row(each, now.date()) for each in overview.due]),
        _section("Plans, newest first", [_plan_row(each) for each in overview.plans]),
    ):
        rows += [*(gap if rows and section else []), *section]
    return rows


def _section(title: str, rows: list[Row]) -> list[Row]:
    head = Row("", lambda width, marked: [t.heading(title)])
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
    local = now.astimezone(start.tzinfo)
    name = "Today" if start.date() == local.date() else t.day(start)
    if not end:
        return f"{name}, no time yet"
    return f"{name} {t.clock(start)} to {t.clock(datetime.fromisoformat(end))}"


def _until(start: datetime, now: datetime, *, timed: bool) -> str:
    if not timed and start.date() == now.date():
        return "today"
    minutes = round((start - now).total_seconds() / 60)
    if minutes < 0:
        return f"{-minutes} min ago"
    if minutes < 60:
        return f"in {minutes} min"
    if timed and minutes < SOON_HOURS * 60:
        return f"in {minutes // 60} h {minutes % 60} min"
    days = (start.date() - now.astimezone(start.tzinfo).date()).days
    return "tomorrow" if days == 1 else f"in {days} days"


def _dated(when: Content, words: Content, end: Content, width: int) -> t.Lines:
    left = t.join(t.padded(when, WHEN), words)
    return [t.spread(left, end, width) if end else t.fitted(left, width)]


def _unended_row(each: Unended, now: datetime) -> Row:
    """When it began, its title and its step; below, who hosts it and when it was to end."""
    when = t.soft(_began(datetime.fromisoformat(each.began), now)) if each.began else t.BLANK
    where = t.soft(f"at step {each.step} of {each.steps}" if each.step else "open")
    state = _state(each, now)

    def draw(width: int, marked: bool) -> t.Lines:
        indent = WHEN if WHEN + state.cell_length <= width else 0
        first = _dated(when, t.ink(each.title), where, width)
        return [*first, t.fitted(t.join(" " * indent, state), width)]

    return Row(f"session {each.session}", draw, 2)


def _state(each: Unended, now: datetime) -> Content:
    end = datetime.fromisoformat(each.planned_end) if each.planned_end else None
    planned = f"planned end {_ended(end, now)}" if end is not None else ""
    if each.forgotten(now):
        return t.join(t.accent("! "), t.ink(f"nobody ended it: {planned}"))
    host = "another copy hosts it" if each.hosted else "nobody hosts it"
    return t.soft(" · ".join(part for part in (host, planned) if part))


def _began(moment: datetime, now: datetime) -> str:
    today = moment.date() == now.astimezone(moment.tzinfo).date()
    return f"{'Today' if today else f'{moment.day} {moment:%b}'} {t.clock(moment)}"


def _ended(moment: datetime, now: datetime) -> str:
    """A time of day, with its day where that is another one."""
    today = now.astimezone(moment.tzinfo).date()
    if moment.date() == today:
        return t.clock(moment)
    yesterday = moment.date() == today - timedelta(days=1)
    return f"{t.clock(moment)} {'yesterday' if yesterday else f'on {t.day(moment)}'}"


def _debrief_row(each: ToDebrief) -> Row:
    when = t.day(datetime.fromisoformat(each.when))
    return Row(
        f"{each.what} {each.session}",
        lambda width, marked: _dated(t.soft(when), t.ink(each.title), t.soft(each.note), width),
    )


def _due_row(each: Due, today: date) -> Row:
    return Row(
        f"entry {each.entry} due",
        lambda width, marked: _dated(_due_day(each.when, today), t.ink(each.text), t.BLANK, width),
    )


def _due_day(when: str, today: date) -> Content:
    if not when:
        return t.soft("no date")
    due = date.fromisoformat(when)
    if due == today:
        return t.strong("Today")
    name = t.soft(f"{due:%a} {due.day:>2} {due:%b}")
    return t.join(t.accent("! "), name) if due < today else name


def _plan_row(each: Planned) -> Row:
    when = date.fromisoformat(each.when) if each.when else None
    day = f"{when:%a} {when.day} {when:%b}" if when else "no date"
    words = t.join(t.ink(each.title), "   ", t.soft(each.outside))
    return Row(
        f"plan {each.plan}",
        lambda width, marked: _dated(t.soft(day), words, t.BLANK, width),
    )


def recent_head(width: int) -> t.Lines:
    """What stands above the newest debriefs."""
    return [t.spread(t.heading("Recent debriefs"), t.soft("min over"), width)]


def recent_rows(recent: tuple[Recent, ...]) -> list[Row]:
    """The newest debriefs."""
    return [_recent_row(each) for each in recent]


def _recent_row(each: Recent) -> Row:
    when = datetime.fromisoformat(each.when) if each.when else None
    day = f"{when.day:>2} {when:%b}" if when else ""

    def draw(width: int, marked: bool) -> t.Lines:
        figures = t.join(t.right(t.ink(each.minutes), 4), t.right(t.soft(each.over), 6))
        left = t.join(t.soft(f"{day:<8}"), t.ink(each.title))
        return [t.spread(left, figures, width)]

    return Row(f"entry {each.entry}", draw)


def problem_line(problem: str, width: int) -> Content:
    """A problem; where it is too long its folder is left out, not its reason."""
    if len(problem) > width - 2:
        problem = _FOLDER.sub("…/", problem)
    return t.fitted(t.join(t.accent("! "), t.ink(problem)), width)


def empty_lines(width: int) -> t.Lines:
    """What to do first."""
    room = min(66, width)
    return [
        t.strong("Welcome. Nothing is planned yet."),
        t.BLANK,
        *t.wrapped(
            "A plan answers four questions: who comes, what they should know or do, how they "
            "will learn it, and how you will see it. Then it runs as a live agenda, and you "
            "debrief it beside its facts.",
            room,
        ),
        t.BLANK,
        _first("n", "plan a session, from nothing or from one of the ready agendas"),
        _first("l", "look at the protocols first"),
        _first("?", "see all keys"),
        t.BLANK,
        t.soft("Everything stays on this machine."),
    ]


def _first(key: str, what: str) -> Content:
    return t.join(t.strong(f"{key}  "), t.ink(what))
