"""An agenda in Markdown or plain text, as people write it: lists, tables, headings, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from facilitui.core.columns import headed
from facilitui.core.raw_table import MOST_COLUMNS, MOST_ROWS, RawRow, RawTable
from facilitui.storage.agenda_found import Found, Group, chosen
from facilitui.storage.markdown_text import Entry, entry, spoken

_FRONT = re.compile(r"---\n(.*?)\n(?:---|\.\.\.)(?:\n|$)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_MOST_LINES = 20_000
"""Lines of a document that are read: a hundred times more than any agenda has."""
_LISTS = {"bullet_list", "ordered_list"}


def read_markdown(text: str) -> RawTable:
    """The agenda of a document; its rows are empty where there is none."""
    parser = MarkdownIt("commonmark").enable("table")
    # Only the blocks: what is in them is read where it is needed, and no more of it.
    parser.core.ruler.enableOnly(["normalize", "block"])
    front = _FRONT.match(text)
    named = _FRONT_TITLE.search(front[1]) if front else None
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    found = Found(named[1].strip("\"' ") if named else "")
    lines = text.split("\n")
    _gather(SyntaxTreeNode(parser.parse("\n".join(lines[:_MOST_LINES]))), found)
    table = chosen(found)
    if len(lines) > _MOST_LINES:
        left = f"only the first {_MOST_LINES} lines were looked at"
        table = replace(table, told=(*table.told, left))
    return table


def _gather(root: SyntaxTreeNode, found: Found) -> None:
    under = ""
    last: Entry | None = None
    for node in _flat(root):
        if node.type == "heading":
            under = _heading(node, found)
            last = None
        elif node.type in _LISTS:
            items = [each for item in node.children for each in _items(item)][:MOST_ROWS]
            group = Group(_line(node), under, items)
            if last is not None and not group.figured:
                found.lists[-1].entries[-1] = last = last.with_note(_note(node))
            else:
                found.lists.append(group)
                last = None
            _noted(found, group.figured, node)
        elif node.type == "table":
            found.tables.append((_line(node), _table(node)))
            last = None
        elif node.type == "paragraph":
            lines = _lines(node)
            if lines:
                found.lists.append(Group(_line(node), under, lines, loose=True))
            _noted(found, any(each.figured for each in lines), node)
            last = lines[-1] if lines and lines[-1].figured else None


def _flat(root: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for node in root.children:
        if node.type == "blockquote":
            yield from _flat(node)
        else:
            yield node


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _content(node: SyntaxTreeNode) -> str:
    return node.children[0].content if node.children else ""


def _heading(node: SyntaxTreeNode, found: Found) -> str:
    each = entry(_line(node), _content(node))
    name = " ".join(spoken(_content(node)).text.split())
    if not found.title and not each.figured and not found.headings:
        found.title = name
    else:
        found.headings.append(each)
    return name


def _noted(found: Found, figured: bool, node: SyntaxTreeNode) -> None:
    """What stands under a heading with figures is its note, unless it has figures itself."""
    if found.headings and not figured:
        found.headings[-1] = found.headings[-1].with_note(_note(node))


def _items(item: SyntaxTreeNode) -> list[Entry]:
    """One item of a list, or those within it where only they say when they are."""
    first = next((node for node in item.children if node.type == "paragraph"), None)
    rest = [node for node in item.children if node is not first]
    inner = [
        each
        for node in rest
        if node.type in _LISTS
        for child in node.children
        for each in _items(child)
    ]
    head = entry(_line(item), _content(first) if first else "")
    if inner and not head.figured and all(each.figured for each in inner):
        return inner
    return [head.with_note("\n".join(_note(node) for node in rest))]


def _note(node: SyntaxTreeNode, depth: int = 0) -> str:
    """Anything as the text of a note."""
    if node.type in _LISTS:
        return "\n".join(_note(item, depth + 1) for item in node.children)
    if node.type == "list_item":
        lines = [_note(child, depth) for child in node.children]
        return "  " * (depth - 1) + "- " + "\n".join(line for line in lines if line)
    if node.type in {"fence", "code_block"}:
        return node.content.rstrip("\n")
    if node.type in {"paragraph", "heading"}:
        said = spoken(_content(node))
        return "\n".join((said.text, *said.links))
    return "\n".join(filter(None, (_note(child, depth) for child in node.children)))


def _lines(node: SyntaxTreeNode) -> list[Entry]:
    """The lines of a paragraph: each that says when it is, the others as notes to it."""
    written = [line.strip(" \\") for line in _content(node).split("\n")][:MOST_ROWS]
    entries: list[Entry] = []
    for at, text in enumerate(written):
        each = entry(_line(node) + at, text)
        if each.figured or not (entries and entries[-1].figured):
            entries.append(each)
        else:
            entries[-1] = entries[-1].with_note(spoken(text).text.lstrip(": "))
    return entries


def _table(node: SyntaxTreeNode) -> RawTable:
    rows: list[RawRow] = []
    for part in node.children:
        for row in part.children:
            cells = [spoken(_content(each)).text for each in row.children[:MOST_COLUMNS]]
            rows.append(RawRow(_line(row), tuple(cells)))
    first, rest = rows[0], [row for row in rows[1:] if any(map(str.strip, row.cells))]
    if not any(cell.strip() for cell in first.cells):
        return headed(rest[:MOST_ROWS])
    names = tuple(cell.strip()[:60] or f"column {at + 1}" for at, cell in enumerate(first.cells))
    return RawTable(names, tuple(rest[:MOST_ROWS]))
