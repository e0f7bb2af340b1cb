"""Making blocks of the rows of an agenda from outside.

Nothing that a row can hold stops the rest: a row that is no block is named, with its line and
why, and left out. Minutes follow from times where none are given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from string import ascii_uppercase

from facilitui.core import safe_text
from facilitui.core.agendas_outside.agenda_head import Head
from facilitui.core.agendas_outside.agenda_leads import with_leads
from facilitui.core.agendas_outside.agenda_rows import (
    MOST_CHARACTERS,
    ReadRow,
    in_one_day,
    one_line,
    read_row,
    with_minutes,
)
from facilitui.core.agendas_outside.agenda_start import Pins, begun, kept_times
from facilitui.core.agendas_outside.columns import beside
from facilitui.core.agendas_outside.raw_table import Guess, Imported, RawRow, RawTable, Skipped
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.block_words import kind_of, known_names, spoken
from facilitui.core.plans.editing import MOST_BLOCKS, NEW_BLOCK_MINUTES, free_id
from facilitui.core.plans.plan import Block
from facilitui.core.vocabulary import BlockKind

MOST_NOTE = 100_000
_TOLD = 40
"""How many single rows are told of; whoever has looked at those looks at the rest too."""
_NUMBERED = re.compile(
    r"(?:(?:top|item|part|punkt|point)\s)?\(?(\d{1,2}|[A-Z])[.):]\s+", re.IGNORECASE
)
"""A number or a letter before a title, as lists have it."""


def taken(
    table: RawTable, guess: Guess, protocols: Mapping[str, Protocol] | None = None
) -> Imported:
    """What becomes of a table whose columns mean what `guess` says."""
    read: list[ReadRow] = []
    skipped: list[Skipped] = []
    more = beside(table, guess)
    for row in table.rows:
        found = read_row(row, guess, more)
        if isinstance(found, ReadRow):
            read.append(found)
        elif found:
            skipped.append(Skipped(row.line, found, _gist(row)))
    told = [*table.told]
    titled = _without_numbers(read)
    led = titled if guess.lead is not None else with_leads(titled, told)
    timed, faulty = in_one_day(led, table.head, told)
    skipped += faulty
    lasting = with_minutes(timed, table.head.over, told)
    head, pins = begun(table.head, timed, told)
    pins = kept_times(head, lasting, pins, told)
    blocks = _blocks(lasting, known_names((protocols or {}).values()), skipped, told)
    return Imported(
        blocks=_pinned(blocks, pins),
        skipped=tuple(sorted(skipped, key=lambda each: each.line)),
        told=_clipped(told),
        head=_kept(head),
    )


def _kept(head: Head) -> Head:
    """What is known of the session, as a plan can hold it."""
    return replace(
        head,
        title=one_line(head.title),
        purpose=one_line(head.purpose),
        place=one_line(head.place),
        goals=tuple(map(one_line, head.goals)),
    )


def _pinned(blocks: tuple[Block, ...], pins: Pins) -> tuple[Block, ...]:
    """Blocks, those among them pinned that keep a time of their own."""
    return tuple(
        block.model_copy(update={"pinned_start": pins.get(at)}) for at, block in enumerate(blocks)
    )


def _without_numbers(read: list[ReadRow]) -> list[ReadRow]:
    """Rows without the numbers of their list, where those count from its beginning."""
    marks = [_NUMBERED.match(row.title) for row in read]
    counted = [mark[1].upper() for mark in marks if mark]
    figures = [str(at + 1) for at in range(len(counted))]
    if len(counted) < 2 or counted not in (figures, list(ascii_uppercase[: len(counted)])):
        return read
    return [
        replace(row, title=row.title[mark.end() :]) if mark else row
        for row, mark in zip(read, marks, strict=True)
    ]


def _clipped(told: list[str]) -> tuple[str, ...]:
    if len(told) <= _TOLD:
        return tuple(told)
    return (*told[:_TOLD], f"and {len(told) - _TOLD} more of the kind")


def _gist(row: RawRow) -> str:
    return one_line(" | ".join(text.strip() for text in row.cells if text.strip()))[:120]


def _blocks(
    read: list[ReadRow],
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
        Skipped(row.line, f"a plan holds {MOST_BLOCKS} blocks", one_line(row.title)[:120])
        for row in read[MOST_BLOCKS:]
    ]
    return tuple(blocks)


def _block(row: ReadRow, protocols: Mapping[str, str], taken_ids: set[str]) -> Block:
    title = one_line(row.title)
    known = protocols.get(spoken(title))
    whole = " ".join(row.title.split())
    note = row.note if len(whole) <= MOST_CHARACTERS else f"{whole}\n{row.note}".strip()
    return Block(
        id=free_id(title, taken_ids),
        title=title,
        kind=BlockKind.PROTOCOL if known else kind_of(title),
        minutes=row.minutes or NEW_BLOCK_MINUTES,
        lead=one_line(row.lead),
        protocol=known,
        note=safe_text.storable(note)[:MOST_NOTE],
    )
