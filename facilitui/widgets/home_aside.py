"""What stands around Home's list: the heading, the newest debriefs, problems, what to do first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from facilitui import text as t
from facilitui.core.told import day_of_month
from facilitui.widgets.home_view import MOST_LINES
from facilitui.widgets.problem_lines import problem as one_problem
from facilitui.widgets.rows import Row

if TYPE_CHECKING:
    from facilitui.core.overview import Recent

_FOLDER = re.compile(r"^\S*/(?=[^/]+:\d+:\d+:)")
DAY = len("23 Nov")
PLAN = "plan a session, from nothing or a ready agenda"
PROBLEMS = 2
"""As many are named; the rest is counted."""


def head_lines(now: datetime, width: int) -> t.Lines:
    """The program, the day and the time."""
    time = t.join(t.soft(t.day(now)), "  ", t.ink(t.wall_clock(now)))
    return [t.spread(t.strong("facilitui"), time, width)]


def recent_head(recent: tuple[Recent, ...]) -> Callable[[int], t.Lines]:
    """What stands above the newest debriefs."""
    figures = _figures(t.soft("min"), t.soft("over"), _widths(recent))
    return lambda width: [t.spread(t.heading("Recent debriefs"), figures, width)]


def recent_rows(recent: tuple[Recent, ...], today: date) -> list[Row]:
    """The newest debriefs, each with its whole title: there is room below them."""
    widths, whens = _widths(recent), [_day(each, today) for each in recent]
    day = max(DAY, *map(len, whens)) + 2 if whens else 0
    return [
        _recent_row(each, t.padded(t.soft(when.rjust(day - 2)), day), widths)
        for each, when in zip(recent, whens, strict=True)
    ]


def _widths(recent: tuple[Recent, ...]) -> tuple[int, int]:
    """How wide the columns of their minutes, and of what was over, have to be."""
    minutes = max((len(each.minutes) for each in recent), default=0)
    over = max((len(each.over) for each in recent), default=0)
    return max(minutes, len("min")), max(over, len("over"))


def _figures(minutes: Content, over: Content, widths: tuple[int, int]) -> Content:
    return t.join(t.right(minutes, widths[0]), " ", t.right(over, widths[1]))


def _day(each: Recent, today: date) -> str:
    return day_of_month(datetime.fromisoformat(each.when), today) if each.when else ""


def _recent_row(each: Recent, day: Content, widths: tuple[int, int]) -> Row:
    figures = _figures(t.ink(each.minutes), t.soft(each.over), widths)

    def lines(width: int) -> t.Lines:
        room = width - day.cell_length - figures.cell_length - 2
        told = t.labelled(day, t.in_lines(each.title, room, MOST_LINES), day.cell_length)
        return [t.spread(told[0], figures, width), *told[1:]]

    return Row(
        f"entry {each.entry}",
        lambda width, marked: lines(width),
        lambda width: len(lines(width)),
    )


def problem_lines(problems: tuple[str, ...], width: int, most: int = PROBLEMS) -> t.Lines:
    """The first problems, each with what to do about it, and how many more there are."""
    lines = [line for each in problems[:most] for line in _problem(each, width)]
    more = f"and {len(problems) - most} more; `facilitui check` names them all"
    return [*lines, *([t.soft(more)] if len(problems) > most else [])]


def _problem(problem: str, width: int) -> t.Lines:
    """A problem; where it takes several lines its folder is left out, not its reason."""
    if len(problem) > width - 2:
        problem = _FOLDER.sub("…/", problem)
    return one_problem(problem, width)


def empty_lines(closed: int) -> t.Draw:
    """What to do first, or next where nothing is left but so many pathways that are closed."""
    return partial(_nothing_left, closed) if closed else _welcome


def _welcome(width: int) -> t.Lines:
    return [
        t.strong("Welcome. Nothing is planned yet."),
        t.BLANK,
        *t.wrapped(
            "A plan answers four questions: who comes, what they should know or do, how they "
            "will learn it, and how you will see it. Then it runs as a live agenda, and you "
            "debrief it beside its facts.",
            min(66, width),
        ),
        t.BLANK,
        _first("n", PLAN),
        _first("l", "look at the protocols first"),
        _first("?", "see all keys"),
        t.BLANK,
        t.soft("Everything stays on this machine."),
    ]


def _nothing_left(closed: int, width: int) -> t.Lines:
    told = f"{t.plural(closed, 'pathway')} {'is' if closed == 1 else 'are'} closed."
    return [
        t.strong("Nothing is planned yet."),
        t.BLANK,
        *t.wrapped(told, width),
        t.BLANK,
        _first("n", PLAN),
        _first("P", "look at your pathways, or begin another one"),
        _first("?", "see all keys"),
    ]


def _first(key: str, what: str) -> Content:
    return t.join(t.strong(f"{key}  "), t.ink(what))
