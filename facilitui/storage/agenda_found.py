"""Which part of a document is its agenda, among all lists, tables and headings in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from facilitui.core.agendas_outside.agenda_head import Head
from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.raw_table import MOST_ROWS, RawRow, RawTable
from facilitui.storage.markdown_text import Entry

_NAMED = re.compile(
    r"agenda|schedule|program|timeline|run of show|outline|ablauf|tagesordnung|ordre du jour|"
    r"déroulé|orden del día",
    re.IGNORECASE,
)
_LINE = 100
"""Characters that a line has at most, to be taken for a part of an agenda by itself."""


@dataclass
class Group:
    """Entries that belong together."""

    line: int
    under: str
    """The heading above them."""
    entries: list[Entry]
    loose: bool = False
    """Whether they are lines of writing rather than a list."""

    @property
    def figured(self) -> bool:
        """Whether any of them says when it is or how long it takes."""
        return any(each.figured for each in self.entries)


@dataclass
class Found:
    """Everything in a document that may be an agenda."""

    head: Head = field(default_factory=Head)
    first_line: str = ""
    """A line at the beginning that may be what all of it is called."""
    lists: list[Group] = field(default_factory=list)
    headings: list[Entry] = field(default_factory=list)
    tables: list[tuple[int, RawTable]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What was left out of the lines above it."""


def chosen(found: Found) -> RawTable:
    """The agenda of a document, with what is known of the whole session.

    A first line is its title only above something that says when it is.
    """
    table = _part(found)
    title = found.head.title or (found.first_line if _has_figures(table) else "")
    named = _NAMED.fullmatch(title.strip(" :"))  # the file's own name says more
    head = replace(found.head, title="" if named else title)
    return replace(table, head=head, told=(*found.told, *table.told))


def _part(found: Found) -> RawTable:
    """The part of a document that is its agenda, with what was left out for it.

    What says when it is or how long it takes goes before all else; then tables, lists, headings
    and at last short lines. The rows are empty where there is nothing of that. A list ahead of a
    table and longer than it is the agenda, if both have figures, or if it has one row alone.
    """
    timed = [(line, table) for line, table in found.tables if _has_figures(table)]
    lists = [group for group in found.lists if group.figured]
    headings = [each for each in found.headings if each.figured]
    written = [group for group in found.lists if not group.loose]
    if timed or (found.tables and not lists and not headings):
        table = _of_tables(found, timed or found.tables)
        same = lists if timed else written if len(table.rows) < 2 else []
        ahead = _of_lists(found, [each for each in same if each.line < found.tables[0][0]])
        return ahead if len(ahead.rows) > len(table.rows) else table
    if lists:
        return _of_lists(found, lists)
    if headings:
        return _of_entries(headings, _under_others(found.headings))
    if named := [group for group in written if _NAMED.search(group.under)]:
        return _of_lists(found, named)
    if written:
        return _of_lists(found, written)
    if len(found.headings) > 1:
        return _of_entries(found.headings, [])
    lines = [each for group in found.lists for each in group.entries]
    short = len(lines) > 1 and all(len(each.title) <= _LINE for each in lines)
    return _of_entries(lines if short else [], [])


def _has_figures(table: RawTable) -> bool:
    found = guess(table)
    return found.minutes is not None or found.start is not None


def _of_tables(found: Found, tables: list[tuple[int, RawTable]]) -> RawTable:
    first = tables[0][1]
    alike = [table for _, table in tables if _names(table) == _names(first)]
    kept = {id(table) for table in alike}
    told = [
        f"line {line}: a table was left out; another one holds the agenda"
        for line, table in found.tables
        if id(table) not in kept
    ]
    told += [_left_out(group) for group in found.lists if not group.loose]
    rows = tuple(row for table in alike for row in table.rows)[:MOST_ROWS]
    return replace(first, rows=rows, told=(*first.told, *told))


def _names(table: RawTable) -> tuple[str, ...]:
    return tuple(name.casefold() for name in table.columns)


def _of_lists(found: Found, lists: list[Group]) -> RawTable:
    kept = {id(group) for group in lists}
    others = [group for group in found.lists if id(group) not in kept and not group.loose]
    entries = [
        each
        for group in lists
        for each in group.entries
        if each.figured or not group.loose or not group.figured
    ]
    told = [_left_out(group) for group in others]
    told += [f"line {line}: a table was left out; it is not the agenda" for line, _ in found.tables]
    return _of_entries(entries, told)


def _under_others(headings: list[Entry]) -> list[str]:
    """What stands under headings without figures, where others have some."""
    return [
        f"line {each.line}: what stands under “{each.title[:60]}” was left out"
        for each in headings
        if each.note and not each.figured
    ]


def _left_out(group: Group) -> str:
    under = f" under “{group.under[:60]}”" if group.under else ""
    return f"line {group.line}: the list{under} was left out; it is not the agenda"


def _of_entries(entries: list[Entry], told: list[str]) -> RawTable:
    """A table of those columns that hold anything."""
    parts = {"title": "title", "time": "time", "minutes": "minutes", "note": "notes"}
    used = [part for part in parts if part == "title" or any(getattr(e, part) for e in entries)]
    rows = tuple(
        RawRow(each.line, tuple(str(getattr(each, part)) for part in used))
        for each in entries[:MOST_ROWS]
    )
    return RawTable(tuple(parts[part] for part in used), rows, told=tuple(told))
