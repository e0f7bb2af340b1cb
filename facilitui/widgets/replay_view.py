"""The timeline of a session that is replayed, as rows under its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import cache

from textual.content import Content

from facilitui import text as t
from facilitui.commands.live import LIVE
from facilitui.core.search import folded, words_of
from facilitui.core.sessions.replay import ReplayMoment
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

WHEN = 6
"""The column behind the time of day."""
BEFORE_KEY = 2
"""Columns between what is told and the key that was pressed, which ends the line."""
SINCE_FROM = 56
"""From this width on there is a column for the time since the beginning."""
SINCE = 9
NOTHING_YET = "Nothing has happened in it yet."
Words = tuple[str, ...]
_KEYS = {
    command.id.removeprefix("live."): t.key_name(command.keys.split(",")[0]) for command in LIVE
}


def timeline(
    moments: Sequence[tuple[int, ReplayMoment]], zone: tzinfo, words: Words, *, notes_shown: bool
) -> list[Row]:
    """A row for each moment under the step it was in; its key is its number.

    `words` stand out where they are found.
    """
    rows: list[Row] = []
    part: str | None = None
    for number, moment in moments:
        if moment.part != part:
            rows += [*([blank_row()] if rows else []), _head(moment, first=not rows)]
            part = moment.part
        rows.append(_row(number, moment, zone, words, notes_shown=notes_shown))
    return rows


def found(
    moments: Sequence[ReplayMoment], words: Words, *, notes_shown: bool
) -> list[tuple[int, ReplayMoment]]:
    """The moments, with their numbers, in whose shown text every word occurs."""
    return [
        (number, moment)
        for number, moment in enumerate(moments)
        if not words or _has(moment, words, notes_shown=notes_shown)
    ]


def _has(moment: ReplayMoment, words: Words, *, notes_shown: bool) -> bool:
    kept = moment.kept if notes_shown else ""
    told = folded(f"{moment.title} {_mark(moment)} {moment.said} {kept}")
    return all(word in told for word in words)


def stands_at(elapsed: float, length: float, at: datetime | None = None) -> str:
    """Which second is shown, of how long a session; something may be written after its end.

    The time of day stands before it where there is room for that.
    """
    when = f" {t.clock(at)}" if at is not None else ""
    until = ", ended" if elapsed > length else " of"
    return f"REPLAY{when} · {t.countdown(elapsed)}{until} {t.countdown(length)}"


def said_of(
    moments: Sequence[ReplayMoment], query: str, *, notes_shown: bool, typing: bool
) -> t.Draw:
    """Why there are no rows, and what more is found once what was typed is shown."""
    words = words_of(query)
    rows = len(found(moments, words, notes_shown=notes_shown))
    more = len(found(moments, words, notes_shown=True)) - rows
    told = "" if rows else f"Nothing has “{query.strip()}” in it." if words else NOTHING_YET
    if more:
        has = "line that was typed has" if more == 1 else "lines that were typed have"
        key = "enter, then k," if typing else "k"
        told = f"{more} {has} “{query.strip()}” in it: {key} shows what was typed."
    return lambda width: t.wrapped(told, width) if told else []


def _head(moment: ReplayMoment, *, first: bool) -> Row:
    between = "Before the first step" if first else "Between steps"
    title = moment.title or between
    return Row("", lambda width, marked: [t.fitted(t.heading(title), width)])


def _row(
    number: int, moment: ReplayMoment, zone: tzinfo, words: Words, *, notes_shown: bool
) -> Row:
    key = t.soft(_KEYS.get(moment.key, ""))

    @cache
    def told(width: int) -> t.Lines:
        style = t.SOFT if moment.taken_back else t.INK
        room = width - _left(width) - (key.cell_length + BEFORE_KEY if key else 0)
        lines = t.wrapped(_mark(moment) + moment.said, room, style)
        if notes_shown and moment.kept:
            lines += t.wrapped(moment.kept, room, t.SOFT)
        return [emphasised(line, words) for line in lines]

    def draw(width: int, marked: bool) -> t.Lines:
        first, *others = told(width)
        when = t.soft(t.clock(moment.at.astimezone(zone)))
        since = t.padded(t.soft(t.countdown(moment.elapsed)), SINCE) if _since(width) else t.BLANK
        start = t.join(t.padded(when, WHEN), since)
        line = t.join(start, _strong(first, marked))
        return [t.spread(line, key, width), *(t.join(" " * _left(width), each) for each in others)]

    return Row(str(number), draw, lambda width: len(told(width)))


def _strong(line: Content, marked: bool) -> Content:
    return line.stylize("bold") if marked else line


def _since(width: int) -> bool:
    return width >= SINCE_FROM


def _left(width: int) -> int:
    return WHEN + (SINCE if _since(width) else 0)


def _mark(moment: ReplayMoment) -> str:
    """A glyph and a word for what did not count, or was not seen."""
    if moment.taken_back:
        return "↶ taken back: "
    return "◌ " if moment.gap else ""
