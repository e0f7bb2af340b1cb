"""What a trend looks like large: its picture with the days under it, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.told import day_of_month, unbroken
from facilitui.core.trends.trend_direction import FEW
from facilitui.core.trends.trend_picture import (
    HERE,
    Ink,
    Picture,
    drawn_apart,
    drawn_beside,
    fitting_height,
    least_height,
    picture,
)
from facilitui.core.trends.trends import Trend
from facilitui.services.trends.trending import Trended

AIRY_FROM = 24
"""From so many lines on there is space between the parts of a large trend."""
MOST_ROWS = 11
"""A higher picture would say no more."""
SESSIONS_LINES = 4
"""Lines that a picture leaves for the sessions; long sentences may take some of them."""
_WIDEST_LABEL = 16
_LONGEST_DAY = len("23 Nov 2026")
_STYLES = {
    Ink.VALUE: f"bold {t.MARK}",
    Ink.SEEN: f"bold {t.INK}",
    Ink.RANGE: t.FAINT,
    Ink.GUIDE: t.RULE,
    Ink.HERE: f"bold {t.MARK}",
}


def head_lines(trended: Trended | None, trend: Trend | None, width: int) -> t.Lines:
    """What is looked at, and of how many sessions it is made.

    Where a `trend` stands alone that is what it belongs to.
    """
    if trended is None:
        return [t.spread(t.strong("Trends"), t.soft("reading…"), width)]
    few = ", still few" if 0 < trended.sessions < FEW else ""
    count = t.soft(f"{t.plural(trended.sessions, 'session')}{few}")
    if trend is None:
        return [t.spread(t.strong("Trends"), count, width)]
    room = width - count.cell_length - 2
    return [t.spread(with_edition(trend, f"bold {t.INK}", room), count, width)]


def trend_lines(trend: Trend, marked: int | None, room: int, least: int, width: int) -> t.Lines:
    """A trend large: what it is, its picture as high as is left, what it says.

    It and its sessions have `room` lines, of which `least` stay to the sessions.
    """
    airy = room >= AIRY_FROM
    told = trend.said if airy else (" ".join(trend.said),)  # the same whatever is shown below
    said = [line for each in told for line in _paragraph(each, width)]
    names = t.wrapped(trend.name, width, f"bold {t.INK}")
    head = [*t.clipped(names, 2, width), *_about(trend, width, airy=airy)]
    gaps = [t.BLANK] if airy else []
    under = 2 if airy else 1  # the mark and the days, in a line each where there is room
    under += _is_part_below(trend, _room(trend, width), airy=airy)
    others = len(head) + len(said) + 2 * len(gaps) + under
    rows = max(least_height(trend), min(MOST_ROWS, room - SESSIONS_LINES - others))
    drawn = picture(trend, _room(trend, width), fitting_height(trend, rows) + 1, marked)
    lines = [*head, *gaps, *_picture_lines(trend, drawn, width, airy=airy), *gaps]
    left = max(2, room - len(lines) - least)
    if (beside := drawn_beside(trend, drawn)) and len(said) < left:
        said = [_glyphs_line(beside, width), *said]
    if len(said) > left:
        said = _paragraph(" ".join(trend.said), width)
    return [*lines, *t.clipped(said, left, width)]


def _paragraph(told: str, width: int) -> t.Lines:
    return t.wrapped(unbroken(told), t.reading(width))


def _about(trend: Trend, width: int, *, airy: bool) -> t.Lines:
    """What it stands under, and whose line is which."""
    group = [with_edition(trend, t.SOFT, width)] if airy else []
    apart = drawn_apart(trend)
    return [*group, *([_glyphs_line(apart, width)] if apart else [])]


def _glyphs_line(glyphs: Sequence[tuple[str, str]], width: int) -> Content:
    return t.fitted(t.soft("  ".join(f"{glyph} {word}" for glyph, word in glyphs)), width)


def with_edition(trend: Trend, style: str, width: int) -> Content:
    """What a trend stands under in a line; what tells it from another one is never cut."""
    whole = t.plain(trend.group, style)
    if whole.cell_length <= width or not trend.edition:
        return t.fitted(whole, width)
    end = t.plain(trend.edition, style)
    name = t.plain(trend.group.removesuffix(trend.edition).rstrip(", "), style)
    return t.join(t.fitted(name, width - end.cell_length - 1), " ", t.fitted(end, width))


def _picture_lines(trend: Trend, drawn: Picture, width: int, *, airy: bool) -> t.Lines:
    side = _side(trend, width)
    lines = [
        t.join(t.right(t.soft(label), side), " ", *_cells(row))
        for label, row in zip(drawn.labels, drawn.rows, strict=True)
    ]
    below = _is_part_below(trend, _room(trend, width), airy=airy)
    days, here = _days(trend, drawn, has_part=not below), None if airy else _here(drawn)
    if not airy:
        lines.pop()
    lines.append(t.join(" " * (side + 1), _days_line(days, len(drawn.rows[0]), here)))
    if below:
        lines.append(t.join(" " * (side + 1), t.soft(_part(trend, drawn))))
    return lines


def _room(trend: Trend, width: int) -> int:
    """How many columns a picture has beside its names."""
    return width - _side(trend, width) - 1


def _is_part_below(trend: Trend, room: int, *, airy: bool) -> bool:
    """Whether not all sessions are drawn, and there is no room between the days to say so, or the
    mark stands among them."""
    whole = f"{len(trend.places)} of {t.plural(len(trend.places), 'session')}"
    beside = airy and len(whole) + 2 * _LONGEST_DAY + 4 <= room
    return 0 < room < trend.width and not beside


def _part(trend: Trend, drawn: Picture) -> str:
    """How many of the sessions that show any of it are drawn where not all of them are."""
    there = range(drawn.first, drawn.first + drawn.count)
    shown, whole = sum(each in there for each in trend.columns), len(trend.places)
    return f"{shown} of {t.plural(whole, 'session')}" if shown < whole else ""


def _here(drawn: Picture) -> int | None:
    """Where the marked session stands."""
    return next((at for at, (sign, _) in enumerate(drawn.rows[-1]) if sign == HERE), None)


def _days_line(days: Sequence[tuple[int, str]], width: int, here: int | None = None) -> Content:
    """Days where they begin; one that the mark would touch stands beside it."""
    row = [" "] * width
    for begin, told in reversed(days):  # the newest day is never left out
        if here is not None and begin - 1 <= here <= begin + len(told):
            before, behind = here - 1 - len(told), here + 2
            begin = behind if not begin or before < 0 else before
        around = row[max(0, begin - 2) : begin + len(told) + 2]
        if begin + len(told) <= width and not "".join(around).strip():
            row[begin : begin + len(told)] = told
    line = t.fitted(Content.styled("".join(row), t.SOFT), width)
    if here is None:
        return line
    return t.join(line[:here], Content.styled(HERE, _STYLES[Ink.HERE]), line[here + 1 :])


def _side(trend: Trend, width: int) -> int:
    """How wide the names at the side of a picture are."""
    widest = max((t.soft(label).cell_length for _, label in trend.scale.ticks), default=0)
    return min(widest, _WIDEST_LABEL, width // 3)


def _days(trend: Trend, drawn: Picture, *, has_part: bool) -> list[tuple[int, str]]:
    """The first and the last day, and, where that stands there, how many sessions are drawn of
    those that are not all; each with the cell that it begins in."""
    width, last = len(drawn.rows[0]), drawn.first + drawn.count - 1
    both = [trend.when(each) for each in (drawn.first, last)]
    days = [day_of_month(each) for each in both]
    if both[0].year == both[1].year and drawn.count > 1:
        days[0] = days[0][: -len(" 2026")]
    if drawn.count == 1:
        return [(max(0, (width - len(days[0])) // 2), days[0])]
    end = max(drawn.used, min(width, len(days[0]) + len(days[1]) + 2))
    told = [(0, days[0]), (max(0, end - len(days[1])), days[1])]
    if has_part and (part := _part(trend, drawn)):
        told.insert(1, ((width - len(part)) // 2, part))
    return told if sum(map(len, days)) + 2 <= width else told[1:2]


def _cells(row: Sequence[tuple[str, Ink]]) -> Iterator[Content]:
    for ink, cells in groupby(row, key=lambda cell: cell[1]):
        signs = "".join(sign for sign, _ in cells)
        yield Content.styled(signs, _STYLES[ink]) if ink in _STYLES else Content(signs)


def said_lines(trended: Trended, width: int) -> t.Lines:
    """What is missing from the trends; without any, what to do first."""
    return left_out_lines(trended, width) if trended.trends else empty_lines(trended, width)


def empty_lines(trended: Trended, width: int) -> t.Lines:
    """What to do first."""
    told = (
        "Trends show what several sessions have in common: your scores beside an observer's, how "
        "goals were judged, waits, beginning and ending on time, who was heard, and how long the "
        "steps of protocols took."
    )
    first = (
        "Run a session from Home, debrief it and score yourself; from the third session on a "
        "trend says more than its sessions do."
    )
    return [
        t.strong("Nothing to compare yet."),
        t.BLANK,
        *t.wrapped(told, t.reading(width)),
        t.BLANK,
        *t.wrapped(first, t.reading(width)),
    ]


def left_out_lines(trended: Trended, width: int) -> t.Lines:
    """What is missing from the trends, each in its lines."""
    told = [*trended.left_out, *map(str, trended.problems[:1])]
    return [
        line for each in told for line in t.labelled(t.accent("! "), t.wrapped(each, width - 2), 2)
    ]
