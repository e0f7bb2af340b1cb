"""Making blocks of the rows of an agenda from outside.

Nothing that a row can hold stops the rest: a row that is no block is named, with its line and
why, and left out. Minutes follow from times where none are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitui.core import safe_text
from facilitui.core.block_words import is_end, is_total, kind_of, known_names, spoken
from facilitui.core.editing import LONGEST_BLOCK, MOST_BLOCKS, NEW_BLOCK_MINUTES, free_id
from facilitui.core.figures import (
    DAY,
    NOON,
    Clock,
    Length,
    Span,
    moment,
    read_length,
    read_span,
    taken_apart,
)
from facilitui.core.plan import Block
from facilitui.core.protocol import Protocol
from facilitui.core.raw_table import Guess, Imported, RawRow, RawTable, Skipped, cell
from facilitui.core.vocabulary import BlockKind

MOST_CHARACTERS = 300
MOST_NOTE = 100_000
_TOLD = 40
"""How many single rows are told of; whoever has looked at those looks at the rest too."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A row as it was understood."""

    line: int
    title: str
    note: str
    lead: str
    span: Span | None
    end: Clock | None
    length: Length | None
    minutes: float | None = None


def taken(
    table: RawTable, guess: Guess, protocols: Mapping[str, Protocol] | None = None
) -> Imported:
    """What becomes of a table whose columns mean what `guess` says."""
    read: list[_Read] = []
    skipped: list[Skipped] = []
    for row in table.rows:
        found = _read(row, guess)
        if isinstance(found, str):
            if found:
                skipped.append(Skipped(row.line, found, _gist(row)))
        else:
            read.append(found)
    told = [*table.told]
    timed = _in_one_day(read, told)
    lasting = _with_minutes(timed, told)
    blocks = _blocks(lasting, known_names((protocols or {}).values()), skipped, told)
    first = next((each.span for each in timed if each.span), None)
    return Imported(
        blocks=blocks,
        skipped=tuple(sorted(skipped, key=lambda each: each.line)),
        told=_clipped(told),
        title=_line(table.title),
        start=moment(first) if first else None,
        begins=first.start.time if first else None,
    )


def _clipped(told: list[str]) -> tuple[str, ...]:
    if len(told) <= _TOLD:
        return tuple(told)
    return (*told[:_TOLD], f"and {len(told) - _TOLD} more of the kind")


def _gist(row: RawRow) -> str:
    return _line(" | ".join(text.strip() for text in row.cells if text.strip()))[:120]


def _line(text: str) -> str:
    return safe_text.storable(" ".join(text.split()))[:MOST_CHARACTERS]


def _read(row: RawRow, guess: Guess) -> _Read | str:
    """A row as it is understood, or why it is no block; empty for a row with nothing in it."""
    if row.trouble:
        return row.trouble
    if not any(text.strip() for text in row.cells):
        return ""
    title, minutes = cell(row, guess.title), cell(row, guess.minutes)
    start, end = cell(row, guess.start), cell(row, guess.end)
    apart = taken_apart(title)
    figured = not (minutes or start) and apart.told
    span = read_span(start) if start else apart.span if figured else None
    length = read_length(minutes) if minutes else apart.length if figured else None
    until = read_span(end) if end else None
    if trouble := _trouble((minutes, length, "length of time"), (start, span, "time of day")):
        return trouble
    if end and until is None:
        return f"“{_line(end)[:40]}” is no time of day"
    if guess.title is None:
        return "no column holds the titles"
    name = apart.rest if figured else title
    if not name or not any(character.isalnum() for character in name):
        return "it has no title"
    if is_total(name):
        return "it is a sum, not a part of the agenda"
    if length is not None and not 0 < length.minutes <= LONGEST_BLOCK:
        return f"{length.minutes:g} minutes are not between 1 and {LONGEST_BLOCK}"
    ends = until.start if until else span.end if span else None
    return _Read(row.line, name, cell(row, guess.note), cell(row, guess.lead), span, ends, length)


def _trouble(*read: tuple[str, object, str]) -> str:
    for text, value, what in read:
        if text and value is None:
            return f"“{_line(text)[:40]}” is no {what}"
    return ""


def _in_one_day(read: list[_Read], told: list[str]) -> list[_Read]:
    """Rows whose times go on: 1:00 after 12:45 is 13:00, which is told."""
    before: int | None = None
    timed: list[_Read] = []
    for row in read:
        if row.span is None:
            timed.append(row)
            continue
        start = _after(before, row.span.start)
        if start != row.span.start:
            told.append(f"line {row.line}: {row.span.start.shown} is taken as {start.shown}")
        end = _after(start.minute, row.end) if row.end else None
        timed.append(replace(row, span=replace(row.span, start=start), end=end))
        before = start.minute
    return timed


def _after(before: int | None, clock: Clock) -> Clock:
    """A time as it is meant after another one: in the afternoon, if only that makes sense."""
    if before is None or clock.sure:
        return clock
    later = Clock((clock.minute + NOON) % DAY, sure=True)
    apart, shifted = ((each.minute - before) % DAY for each in (clock, later))
    return later if apart > LONGEST_BLOCK >= shifted else clock


def _with_minutes(read: list[_Read], told: list[str]) -> list[_Read]:
    """Rows with their minutes: given, up to their own end, or up to where the next one begins."""
    lasting: list[_Read] = []
    guessed: list[int] = []
    for at, row in enumerate(read):
        following = next((each.span.start for each in read[at + 1 :][:1] if each.span), None)
        if is_end(row.title) and at == len(read) - 1 and row.length is None and row.end is None:
            told.append(f"line {row.line}: “{_line(row.title)}” only says when it is over")
            continue
        between = _between(row, following)
        minutes = row.length.minutes if row.length else between
        _tell_of(row, between, following, told)
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


def _between(row: _Read, following: Clock | None) -> float | None:
    """Minutes from a row's own start to its end, else to the next start; None if they are none."""
    end = row.end or following
    if row.span is None or end is None:
        return None
    minutes = (end.minute - row.span.start.minute) % DAY
    return float(minutes) if 0 < minutes <= LONGEST_BLOCK else None


def _tell_of(row: _Read, between: float | None, following: Clock | None, told: list[str]) -> None:
    name = f"line {row.line}: “{_line(row.title)[:40]}”"
    if row.length is not None and row.length.ranged:
        told.append(f"{name} was given the first of its lengths, {row.length.minutes:g} minutes")
    if row.end and row.length and between is not None and between != row.length.minutes:
        told.append(
            f"{name} takes {row.length.minutes:g} minutes but lies in {between:g}; "
            "its minutes were taken"
        )
    if row.end and following and row.end.minute != following.minute:
        apart = (following.minute - row.end.minute + NOON) % DAY - NOON
        word = "of nothing before the next" if apart > 0 else "over into the next"
        told.append(f"{name} leaves {abs(apart)} minutes {word}")


def _blocks(
    read: list[_Read],
    protocols: Mapping[str, str],
    skipped: list[Skipped],
    told: list[str],
) -> tuple[Block, ...]:
    blocks: list[Block] = []
    taken_ids: set[str] = set()
    for row in read[:MOST_BLOCKS]:
        block = _block(row, protocols, taken_ids)
        if len(" ".join(row.title.split())) > MOST_CHARACTERS:
            told.append(f"line {row.line}: its title is long; all of it is in the note")
        taken_ids.add(block.id)
        blocks.append(block)
    skipped += [
        Skipped(row.line, f"a plan holds {MOST_BLOCKS} blocks", _line(row.title)[:120])
        for row in read[MOST_BLOCKS:]
    ]
    return tuple(blocks)


def _block(row: _Read, protocols: Mapping[str, str], taken_ids: set[str]) -> Block:
    title = _line(row.title)
    known = protocols.get(spoken(title))
    whole = " ".join(row.title.split())
    note = row.note if len(whole) <= MOST_CHARACTERS else f"{whole}\n{row.note}".strip()
    return Block(
        id=free_id(title, taken_ids),
        title=title,
        kind=BlockKind.PROTOCOL if known else kind_of(title),
        minutes=row.minutes or NEW_BLOCK_MINUTES,
        lead=_line(row.lead),
        protocol=known,
        note=safe_text.storable(note)[:MOST_NOTE],
    )
