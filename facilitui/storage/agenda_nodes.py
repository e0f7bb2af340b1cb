"""The pieces of a Markdown document as entries, rows and notes of an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from markdown_it.tree import SyntaxTreeNode

from facilitui.core.agendas_outside.agenda_when import is_place
from facilitui.core.agendas_outside.columns import headed
from facilitui.core.agendas_outside.days import any_day_in
from facilitui.core.agendas_outside.raw_table import MOST_COLUMNS, MOST_ROWS, RawRow, RawTable
from facilitui.storage.markdown_text import Entry, entry, spoken

LISTS = {"bullet_list", "ordered_list"}


def flat(root: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The pieces of a document, those within quotations as well."""
    for node in root.children:
        if node.type == "blockquote":
            yield from flat(node)
        else:
            yield node


def line_of(node: SyntaxTreeNode) -> int:
    """Where a piece begins in the file, counted from 1."""
    return node.map[0] + 1 if node.map else 1


def content(node: SyntaxTreeNode) -> str:
    """What is written in a paragraph, a cell or a heading."""
    return node.children[0].content if node.children else ""


def item_text(item: SyntaxTreeNode) -> str:
    """What the first paragraph of an item says."""
    first = _first(item)
    return spoken(content(first)).text if first else ""


def _first(item: SyntaxTreeNode) -> SyntaxTreeNode | None:
    return next((node for node in item.children if node.type == "paragraph"), None)


def in_runs(nodes: Iterable[SyntaxTreeNode]) -> Iterator[list[SyntaxTreeNode]]:
    """Each piece by itself, but what is one list to its writer together, whatever its marks."""
    run: list[SyntaxTreeNode] = []
    for node in nodes:
        if run and not _goes_on(run[-1], node):
            yield run
            run = []
        run.append(node)
    if run:
        yield run


def _goes_on(ahead: SyntaxTreeNode, node: SyntaxTreeNode) -> bool:
    """Whether a list goes on in another: in the very next line, or with the next number."""
    if not {ahead.type, node.type} <= LISTS or not (ahead.map and node.map):
        return False
    counted = node.type == "ordered_list" and node.children[0].info != "1"
    return counted or _last_line(ahead) == node.map[0]


def _last_line(node: SyntaxTreeNode) -> int:
    """Where the last words of a piece end; a list also counts the empty lines behind it."""
    inner = [child for child in node.children if child.map]
    return _last_line(inner[-1]) if inner else node.map[1] if node.map else 0


def lists_in(run: list[SyntaxTreeNode]) -> list[list[SyntaxTreeNode]]:
    """The items of a list; where its numbers begin again with 1, another one begins."""
    lists: list[list[SyntaxTreeNode]] = []
    for item in islice((item for node in run for item in node.children), MOST_ROWS):
        again = lists and item.info == "1" and lists[-1][-1].info
        if not lists or again:
            lists.append([])
        lists[-1].append(item)
    return lists


def entries_of(item: SyntaxTreeNode) -> list[Entry]:
    """One item of a list, or those within it where only they say when they are."""
    first = _first(item)
    rest = [node for node in item.children if node is not first]
    inner = [
        each
        for node in rest
        if node.type in LISTS
        for child in node.children
        for each in entries_of(child)
    ]
    head = entry(line_of(item), content(first) if first else "")
    if inner and not head.figured and all(each.figured for each in inner):
        return inner
    return [head.with_note("\n".join(note_of(node) for node in rest))]


def figured_line(run: list[SyntaxTreeNode]) -> int:
    """The line in which a piece begins to be an agenda; 0 where it is none.

    That is a table, a list that says when it is or how long it takes, or a line that does and
    names a part, but no day.
    """
    node = run[0]
    if node.type in LISTS:
        items = (item for each in lists_in(run) for item in each)
        figured = any(each.figured for item in items for each in entries_of(item))
        return line_of(node) if figured else 0
    if node.type == "paragraph":
        lines = enumerate(content(node).split("\n")[:MOST_ROWS], line_of(node))
        return next((line for line, text in lines if _is_part(entry(line, text))), 0)
    return line_of(node) if node.type == "table" else 0


def _is_part(each: Entry) -> bool:
    """Whether a line is a part of an agenda, and not when or where all of it is."""
    named = re.search(r"\w", each.title) and not is_place(each.title)
    return each.figured and bool(named) and any_day_in(each.title) is None


def notes_of(run: list[SyntaxTreeNode]) -> str:
    """Pieces as the text of one note."""
    return "\n".join(map(note_of, run))


def note_of(node: SyntaxTreeNode, depth: int = 0) -> str:
    """Anything as the text of a note."""
    if node.type in LISTS:
        return "\n".join(note_of(item, depth + 1) for item in node.children)
    if node.type == "list_item":
        lines = [note_of(child, depth) for child in node.children]
        return "  " * (depth - 1) + "- " + "\n".join(line for line in lines if line)
    if node.type in {"fence", "code_block"}:
        return node.content.rstrip("\n")
    if node.type in {"paragraph", "heading"}:
        said = spoken(content(node))
        return "\n".join((said.text, *said.links))
    return "\n".join(filter(None, (note_of(child, depth) for child in node.children)))


def lines_of(written: list[tuple[int, str]]) -> list[Entry]:
    """Lines of a paragraph: each that says when it is, the others as notes to it."""
    entries: list[Entry] = []
    for number, text in written[:MOST_ROWS]:
        each = entry(number, text)
        if each.figured or not (entries and entries[-1].figured):
            entries.append(each)
        else:
            entries[-1] = entries[-1].with_note(spoken(text).text.lstrip(": "))
    return entries


def table_of(node: SyntaxTreeNode) -> RawTable:
    """A table with its heading; where that is empty, one is looked for below."""
    rows: list[RawRow] = []
    written = (row for part in node.children for row in part.children)
    for row in islice(written, MOST_ROWS + 1):
        cells = [spoken(content(each)).text for each in row.children[:MOST_COLUMNS]]
        rows.append(RawRow(line_of(row), tuple(cells)))
    first, rest = rows[0], [row for row in rows[1:] if any(map(str.strip, row.cells))]
    if not any(cell.strip() for cell in first.cells):
        return headed(rest)
    names = tuple(cell.strip()[:60] or f"column {at + 1}" for at, cell in enumerate(first.cells))
    return RawTable(names, tuple(rest))
