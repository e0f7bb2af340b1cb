"""The words and filters of the journal's search line, each where it stands.

A filter's value may stand behind a blank, and there may be several, divided by commas with or
without blanks. Within quotes two of them stand for one, and blanks and commas for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitui.core.journals.journal_days import spelt_end
from facilitui.core.journals.journal_facets import DATE, FILTERS
from facilitui.core.search import folded

_NAME = re.compile(r"(\w+)[:：]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)("?)')
_WORD = re.compile(r"\S*")
_VALUE = re.compile(r"[^\s,，]*")
_BLANKS = re.compile(r"\s*")
COMMAS = tuple(",，")
"""What divides several values of a filter."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word, or one of a filter's values."""

    start: int
    """Its quotes included."""
    end: int
    text: str
    """Without its quotes."""
    quoted: bool = False
    open: bool = False
    """Whether it is in quotes that are not closed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or filter of the search line."""

    start: int
    end: int
    name: str
    """The filter's name; empty for a word."""
    values: tuple[Said, ...]
    """At least one, which may be empty; a word is its only one."""


def pieces(line: str, cursor: int = -1) -> Iterator[Piece]:
    """The words and filters of a line, in their order.

    A word behind a filter's colon or comma and a blank is its value, but not where the cursor
    stands right behind them: there another one is about to be typed.
    """
    at = _end(_BLANKS, line, 0)
    while at < len(line):
        name, value_at = _named(line, at)
        values = _values(line, value_at, name, cursor) if name else (_said(line, at, _WORD),)
        end = values[-1].end
        yield Piece(at, end, name, values)
        at = _end(_BLANKS, line, end)


def settled(line: str, cursor: int) -> str:
    """A line that means without a cursor what it means with one."""
    for each in pieces(line, cursor) if line[cursor:].strip() else ():
        if each.name and each.values[-1].start == each.end == cursor:
            return f'{line[:cursor]}""{line[cursor:]}'
    return line


def _named(line: str, at: int) -> tuple[str, int]:
    """The filter that begins here and where its colon ends; an empty name where none does."""
    found = _NAME.match(line, at)
    name = folded(found[1]) if found is not None else ""
    return (name, found.end()) if found is not None and name in FILTERS else ("", at)


def _values(line: str, at: int, name: str, cursor: int) -> tuple[Said, ...]:
    """A filter's values, divided by commas."""
    found = [_value(line, at, name, cursor)]
    while not found[-1].open:
        comma = _end(_BLANKS, line, found[-1].end)
        if not line.startswith(COMMAS, comma):
            break
        found.append(_value(line, comma + 1, name, cursor))
    return tuple(found)


def _value(line: str, at: int, name: str, cursor: int) -> Said:
    behind = _end(_BLANKS, line, at)
    if cursor != at and behind < len(line) and not _named(line, behind)[0]:
        at = behind
    end = spelt_end(line, at) if name == DATE else at
    return Said(at, end, line[at:end]) if end > at else _said(line, at, _VALUE)


def _said(line: str, at: int, plain: re.Pattern[str]) -> Said:
    quoted = _QUOTED.match(line, at)
    if quoted is not None:
        return Said(at, quoted.end(), quoted[1].replace('""', '"'), True, not quoted[2])
    end = _end(plain, line, at)
    return Said(at, end, line[at:end])


def _end(pattern: re.Pattern[str], line: str, at: int) -> int:
    found = pattern.match(line, at)
    return found.end() if found is not None else at
