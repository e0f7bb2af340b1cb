"""An agenda from outside as it was found: rows of cells, and which column may mean what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from facilitui.core.agendas_outside.agenda_head import Head, minute_of
from facilitui.core.agendas_outside.figures import DAY, NOON
from facilitui.core.plans.plan import Block

MOST_ROWS = 2000
"""Rows of a file that are looked at; a plan holds 400 blocks."""
MOST_COLUMNS = 30
_LOOKED_AT = 60
"""Cells of a column by which is judged what it holds."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it was found."""

    line: int
    """Where it begins in the file, counted from 1."""
    cells: tuple[str, ...]
    trouble: str = ""
    """Why it cannot be read, where the reader of the file saw that; empty if it can."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """Everything in a file that may be an agenda."""

    columns: tuple[str, ...]
    """What the columns are called, or "column 1" and so on."""
    rows: tuple[RawRow, ...]
    head: Head = field(default_factory=Head)
    """What stands above it about the whole session."""
    told: tuple[str, ...] = ()
    """What was left out on the way here, each a sentence."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Which column means what; None where none does."""

    title: int | None = None
    minutes: int | None = None
    start: int | None = None
    """A time of day, or a time and another: when a row begins and ends."""
    end: int | None = None
    lead: int | None = None
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no block, and why."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What becomes of a table: blocks, and what else there is to tell."""

    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...] = ()
    told: tuple[str, ...] = ()
    """Everything that was read in a way that somebody may want to look at again."""
    head: Head = field(default_factory=Head)
    """What is known of the whole session."""

    @property
    def minutes(self) -> float:
        """What all takes by the clock: waits for pinned starts too, what is there twice once."""
        begins = self.head.begins
        base = None if begins is None else float(minute_of(begins))
        at = end = 0.0
        for block in self.blocks:
            pin = block.pinned_start
            if pin is not None and base is None:
                base = minute_of(pin) - at
            elif pin is not None and base is not None:
                at = (minute_of(pin) - base + NOON) % DAY - NOON
            at += block.minutes
            end = max(end, at)
        return end


def cell(row: RawRow, column: int | None) -> str:
    """One cell's text; empty where there is none."""
    if column is None or not 0 <= column < len(row.cells):
        return ""
    return row.cells[column].strip()


def column_texts(table: RawTable, column: int) -> tuple[str, ...]:
    """What the first rows hold in a column, the empty ones left out."""
    texts: Iterator[str] = (cell(row, column) for row in table.rows if not row.trouble)
    return tuple(islice((text for text in texts if text), _LOOKED_AT))
