"""When an agenda from outside begins, by its rows and by what stands above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from facilitui.core.agendas_outside.agenda_head import Head, minute_of
from facilitui.core.agendas_outside.agenda_rows import ReadRow, first_of, one_line
from facilitui.core.agendas_outside.figures import DAY, NOON, Clock, Span
from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.core.told import figure

Pins = Mapping[int, time]
"""Rows that keep a time of their own, by their place."""


def begun(head: Head, timed: Sequence[ReadRow], told: list[str]) -> tuple[Head, Pins]:
    """The session with its day and its begin, and the rows that do not follow from those.

    A time that a later row names is never taken as the begin of all: what is ahead of it is
    counted back from it, or the begin is left open.
    """
    first = next(((at, row.span) for at, row in enumerate(timed) if row.span), None)
    pins: dict[int, time] = {}
    if first is not None:
        head, pins = _by_row(head, timed, *first, told)
    elif head.day and head.begins is None:
        day = f"{head.day.day} {head.day:%B %Y}"
        told.append(f"{day} has no time of day; the plan has the day alone")
    if head.begins is not None and head.day is None:
        pins[0] = head.begins  # a plan has no start without a day
    return head, pins


def _by_row(
    head: Head, timed: Sequence[ReadRow], at: int, span: Span, told: list[str]
) -> tuple[Head, dict[int, time]]:
    """The session by its first row with a time, which keeps that where it does not follow."""
    found = _counted_back(span.start, timed[:at])
    above = head.begins if at or head.holds(span.start.time) else None
    begins = above or (found.time if found else None)
    head = replace(head, day=span.day or head.day, begins=begins)
    first = f"line {timed[at].line}: {span.start.shown}"
    if found is None or found.time != begins:
        left = "" if begins else ", and the start of all is left open"
        told.append(f"{first} does not follow from what is ahead of it; that part keeps it{left}")
        return head, {at: span.start.time}
    if at and above is None:
        told.append(f"{first} is the first time; counted back from it all begins at {found.shown}")
    return head, {}


def kept_times(head: Head, lasting: Sequence[ReadRow], pins: Pins, told: list[str]) -> Pins:
    """The rows that keep a time of their own, those with them that do not follow what is ahead.

    What lies between, or is there twice, is then in the plan as it was written.
    """
    kept = dict(pins)
    apart: list[str] = []
    at = None if head.begins is None else float(minute_of(head.begins))
    for place, row in enumerate(lasting):
        if row.span is not None:
            start = row.span.start.minute
            passed = 0.0 if at is None else (start - at + NOON) % DAY - NOON
            if passed and place not in kept:
                kept[place] = row.span.start.time
                apart.append(_apart(row, passed))
            at = float(start)
        at = None if at is None else at + (row.minutes or 0)
    told += first_of(apart)
    return kept


def _apart(row: ReadRow, passed: float) -> str:
    name = f"line {row.line}: “{one_line(row.title)[:40]}”"
    word = "after" if passed > 0 else "before"
    shown = row.span.start.shown if row.span else ""
    return f"{name} keeps {shown}, {figure(abs(passed))} minutes {word} what is ahead of it ends"


def dated(table: RawTable, today: date) -> RawTable:
    """A table whose day, where it was named without a year, is the next such one; that is told."""
    named = table.head.yearless
    day = named.next_from(today) if named else None
    if day is None:
        return table
    told = f"{day.day} {day:%B} has no year; it is taken as {day:%A} {day.day} {day:%B %Y}"
    head = replace(table.head, day=day, yearless=None)
    return replace(table, head=head, told=(*table.told, told))


def _counted_back(clock: Clock, ahead: Sequence[ReadRow]) -> Clock | None:
    """When all begins for rows to end at a time; None where it is not known or a day before."""
    lengths = [row.length.minutes for row in ahead if row.length]
    minute = clock.minute - sum(lengths)
    if len(lengths) < len(ahead) or minute < 0 or minute % 1:
        return None
    return Clock(int(minute), sure=True)
