"""Reading the rows of an agenda from outside: what each is, when it begins, how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitui.core import safe_text
from facilitui.core.agendas_outside.agenda_head import Head
from facilitui.core.agendas_outside.figures import (
    DAY,
    NOON,
    Clock,
    Figured,
    Span,
    read_span,
    read_start,
    taken_apart,
)
from facilitui.core.agendas_outside.raw_table import Guess, RawRow, Skipped, cell
from facilitui.core.numbers import Length, no_length, read_length
from facilitui.core.plans.block_words import is_end, is_idle, is_total
from facilitui.core.plans.editing import LONGEST_BLOCK, NEW_BLOCK_MINUTES
from facilitui.core.safe_text import quoted_typing
from facilitui.core.told import figure

MOST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was understood."""

    line: int
    title: str
    note: str
    lead: str
    span: Span | None
    end: Clock | None
    length: Length | None
    minutes: float | None = None


Beside = Sequence[tuple[int, str]]
"""Columns that mean nothing of their own, by what they are called; they go into the notes."""


def one_line(text: str) -> str:
    """A text as a title or a sentence can hold it."""
    return safe_text.storable(" ".join(text.split()))[:MOST_CHARACTERS]


def read_row(row: RawRow, guess: Guess, beside: Beside = ()) -> ReadRow | str:
    """A row as it is understood, or why it is no block; empty for a row with nothing in it."""
    if row.trouble:
        return row.trouble
    filled = [text.strip() for text in row.cells if text.strip()]
    if not filled:
        return ""
    if is_total(filled[0]):
        return "it is a sum, not a part of the agenda"
    title, minutes = cell(row, guess.title), cell(row, guess.minutes)
    start, end = cell(row, guess.start), cell(row, guess.end)
    begun = read_start(start) if start else None
    apart = taken_apart(title) if not (minutes or start) else Figured(title)
    length = read_length(minutes) if minutes else (begun or apart).length
    until = read_span(end) if end else None
    if minutes and length is None:
        return no_length("minutes", minutes)
    if faulty := [text for text, read in ((start, begun), (end, until)) if text and read is None]:
        return f"{quoted_typing(faulty[0])} is no time of day"
    if guess.title is None:
        return "no column holds the titles"
    if not any(character.isalnum() for character in apart.rest):
        return "it has no title"
    if is_total(apart.rest):
        return "it is a sum, not a part of the agenda"
    if is_idle(apart.rest):
        return "nothing is planned in it"
    if length is not None and not 0 < length.minutes <= LONGEST_BLOCK:
        return f"{length.minutes:g} minutes are not between 1 and {LONGEST_BLOCK}"
    span = (begun or apart).span
    ends = until.start if until else span.end if span else None
    note, lead = _note(row, guess, beside), cell(row, guess.lead)
    return ReadRow(row.line, apart.rest, note, lead, span, ends, length)


def _note(row: RawRow, guess: Guess, beside: Beside) -> str:
    more = [f"{name}: {cell(row, at)}" for at, name in beside if cell(row, at)]
    return "\n".join(filter(None, (cell(row, guess.note), *more)))


def in_one_day(
    read: list[ReadRow], head: Head, told: list[str]
) -> tuple[list[ReadRow], list[Skipped]]:
    """Rows whose times go on, and those that cannot end when they say.

    1:00 after 12:45 is 13:00, which is told of the first of them.
    """
    before: int | None = None
    timed: list[ReadRow] = []
    faulty: list[Skipped] = []
    shifted: list[str] = []
    for row in read:
        if row.span is None:
            timed.append(row)
            continue
        start = _first(head, row.span.start) if before is None else _after(before, row.span.start)
        end = _after(start.minute, row.end) if row.end else None
        fault = _fault(start, end) if end else ""
        if fault and row.length is None:
            faulty.append(Skipped(row.line, fault, one_line(row.title)[:120]))
            continue
        if fault:
            told.append(f"line {row.line}: {fault}; its minutes were taken")
        if start != row.span.start:
            shifted.append(f"line {row.line}: {row.span.start.shown} is taken as {start.shown}")
        span = replace(row.span, start=start)
        timed.append(replace(row, span=span, end=None if fault else end))
        before = start.minute
    told += first_of(shifted)
    return timed, faulty


def first_of(alike: list[str]) -> list[str]:
    """The first of some sentences of one kind, with how many more there are."""
    more = f", and {len(alike) - 1} more like it" if len(alike) > 1 else ""
    return [f"{each}{more}" for each in alike[:1]]


def _fault(start: Clock, end: Clock) -> str:
    """Why something cannot last from one time to another; empty where it can."""
    if _possible(start, end):
        return ""
    if end.minute > start.minute:
        return f"from {start.shown} to {end.shown} is more than {LONGEST_BLOCK} minutes"
    if end.minute == start.minute:
        return f"it ends when it begins, at {start.shown}"
    return f"it ends at {end.shown}, before it begins at {start.shown}"


def _possible(start: Clock, end: Clock) -> bool:
    return 0 < (end.minute - start.minute) % DAY <= LONGEST_BLOCK


def _first(head: Head, clock: Clock) -> Clock:
    """The first time of all: in the half of the day in which the session is said to be."""
    later = Clock((clock.minute + NOON) % DAY, sure=True)
    if not clock.sure and head.holds(later.time):
        return later
    return clock.by_day


def _after(before: int, clock: Clock) -> Clock:
    """A time as it is meant after another one: in the afternoon, if only that makes sense."""
    if clock.sure:
        return clock
    later = Clock((clock.minute + NOON) % DAY, sure=True)
    apart, shifted = ((each.minute - before) % DAY for each in (clock, later))
    return later if apart > LONGEST_BLOCK >= shifted else clock


def with_minutes(read: list[ReadRow], over: Clock | None, told: list[str]) -> list[ReadRow]:
    """Rows with their minutes: given, up to their own end, or up to where the next one begins.

    The last one goes on until all is over, if that is known.
    """
    lasting: list[ReadRow] = []
    guessed: list[int] = []
    starts = [*(row.span.start if row.span else None for row in read[1:]), over]
    for at, (row, following) in enumerate(zip(read, starts, strict=False)):
        if is_end(row.title) and at == len(read) - 1 and row.length is None and row.end is None:
            told.append(f"line {row.line}: “{one_line(row.title)}” only says when it is over")
            continue
        between = _between(row, following)
        minutes = row.length.minutes if row.length else between
        _tell_of(row, between, told)
        if minutes is None:
            minutes = float(NEW_BLOCK_MINUTES)
            guessed.append(row.line)
        lasting.append(replace(row, minutes=minutes))
    if guessed and len(guessed) == len(lasting):
        told.append(f"No minutes or times were found; each part was given {NEW_BLOCK_MINUTES}")
    else:
        told += [
            f"line {line}: how long it takes is not said; it was given {NEW_BLOCK_MINUTES}"
            for line in guessed
        ]
    return lasting


def _between(row: ReadRow, following: Clock | None) -> float | None:
    """Minutes from a row's own start to its end, else to the next start; None if they are none."""
    end = row.end or following
    if row.span is None or end is None or not _possible(row.span.start, end):
        return None
    return float((end.minute - row.span.start.minute) % DAY)


def _tell_of(row: ReadRow, between: float | None, told: list[str]) -> None:
    name = f"line {row.line}: “{one_line(row.title)[:40]}”"
    if row.length is not None and row.length.ranged:
        first = figure(row.length.minutes)
        told.append(f"{name} was given the first of its lengths, {first} minutes")
    if row.end and row.length and between is not None and between != row.length.minutes:
        told.append(
            f"{name} takes {figure(row.length.minutes)} minutes but lies in {figure(between)}; "
            "its minutes were taken"
        )
