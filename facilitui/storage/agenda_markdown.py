"""An agenda in Markdown or plain text, as people write it: lists, tables, headings, lines."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from facilitui.core.agendas_outside.agenda_head import (
    Head,
    Said,
    beside_when,
    of_the_session,
    said_in,
    when_line,
)
from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.storage.agenda_found import Found, Group, chosen
from facilitui.storage.agenda_nodes import (
    LISTS,
    content,
    entries_of,
    figured_line,
    flat,
    in_runs,
    item_text,
    line_of,
    lines_of,
    lists_in,
    notes_of,
    table_of,
)
from facilitui.storage.markdown_text import Entry, entry, spoken

_FRONT = re.compile(r"---\n(.*?)\n(?:---|\.\.\.)(?:\n|$)", re.DOTALL)
_MOST_LINES, _MOST_CHARACTERS = 20_000, 250_000
"""What is read of a document: a hundred times more than any agenda has, in about a second."""
_TITLE = re.compile(r"[^\n]{2,80}(?<![.,;:!?])")
"""A line that may be what all of it is called."""


def read_markdown(text: str) -> RawTable:
    """The agenda of a document; its rows are empty where there is none."""
    parser = MarkdownIt("commonmark").enable("table")
    # Only the blocks: what is in them is read where it is needed, and no more of it.
    parser.core.ruler.enableOnly(["normalize", "block"])
    front = _FRONT.match(text)
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    lines = text[:_MOST_CHARACTERS].split("\n")[:_MOST_LINES]
    read = "\n".join(lines)
    runs = list(in_runs(flat(SyntaxTreeNode(parser.parse(read)))))
    listed = next(filter(None, map(figured_line, runs)), 0)
    page = _Page(Found(_front(front[1]) if front else Head()), listed)
    for run in runs:
        page.take(run)
    table = chosen(page.found)
    if len(read) < len(text):
        left = f"only the first {len(lines)} lines were looked at"
        table = replace(table, told=(*table.told, left))
    return table


def _front(text: str) -> Head:
    """What the lines before a document say of it: a name each, or a name and a list."""
    head, about = Head(), Said.OTHER
    for line in text.split("\n"):
        plain = line.strip().removeprefix("- ").strip("\"' ")
        said = None if line.strip().startswith("- ") else said_in(plain)
        if said is not None:
            about, plain = said[0], said[1].strip("\"' ")
        if plain and (said is not None or line.strip().startswith("- ")):
            head = head.having(about, plain)
    return head


class _Page:
    """A document, read from its beginning to its end."""

    def __init__(self, found: Found, listed: int) -> None:
        self.found = found
        self._listed = listed
        """The line in which something begins that may be the agenda; 0 without one."""
        self._under = ""
        self._about: Said | None = None
        """What the next lines tell of the whole session."""
        self._last: Entry | None = None
        """The line that what follows may be a note to."""
        self._begun = False
        self._after = False
        """Whether an agenda has come that is no row of headings."""

    def take(self, run: list[SyntaxTreeNode]) -> None:
        """Sort one piece of it, or several that are one list."""
        node = run[0]
        if node.type == "heading":
            self._take_heading(node)
        elif node.type in LISTS:
            for items in lists_in(run):
                self._take_list(run, items)
        elif node.type == "table":
            self.found.tables.append((line_of(node), table_of(node)))
            self._last, self._after = None, True
        elif node.type == "paragraph":
            self._take_paragraph(node)
        self._begun = True

    @property
    def _above(self) -> bool:
        """Whether no part of the agenda has come yet."""
        return not self.found.headings and not self._after

    def _take_heading(self, node: SyntaxTreeNode) -> None:
        each = entry(line_of(node), content(node))
        self._under = " ".join(spoken(content(node)).text.split())
        self._last, self._about = None, None
        said = self._said(line_of(node), self._under)
        if self._above or self._after:
            self._about = of_the_session(self._under)
        if said is not None and said[1]:
            self._tell(line_of(node), self._under, *said)
        elif self._about is None and not (self.found.head.title or each.figured) and self._above:
            self.found.head = self.found.head.having(Said.TITLE, self._under)
        elif self._about is None:
            self.found.headings.append(each)

    def _take_list(self, run: list[SyntaxTreeNode], items: list[SyntaxTreeNode]) -> None:
        about, self._about = self._about, None
        if about in {Said.GOALS, Said.PURPOSE}:
            items = self._take_told(items, about)
        texts = [(line_of(item), item_text(item)) for item in items]
        told = self._told_first(texts)
        self._take_lines(texts[:told])
        items, texts = items[told:], texts[told:]
        if not texts:
            return
        group = Group(
            texts[0][0], self._under, [each for item in items for each in entries_of(item)]
        )
        if self._last is not None and not group.figured:
            self._last = self._last.with_note(notes_of(run))
            self.found.lists[-1].entries[-1] = self._last
        else:
            self._add(group)
            self._last = None
        self._note(run, group.figured)

    def _told_first(self, texts: list[tuple[int, str]]) -> int:
        """How many items at the beginning of a list tell of the session: all, or with a value."""
        said = [self._said(*text) for text in texts]
        if all(said):
            return len(said)
        return next(at for at, each in enumerate(said) if each is None or not each[1])

    def _take_told(self, items: list[SyntaxTreeNode], about: Said) -> list[SyntaxTreeNode]:
        """Take items as goals, up to where an agenda begins in the same list; the rest of them."""
        figured = [any(each.figured for each in entries_of(item)) for item in items]
        begins = figured.index(True) if True in figured else len(items)
        if 2 * sum(figured[begins:]) < len(items) - begins or not begins:
            begins = len(items) if 2 * sum(figured) < len(items) else 0
        for item in items[:begins]:
            self._tell(line_of(item), item_text(item), about, item_text(item))
        return items[begins:]

    def _take_paragraph(self, node: SyntaxTreeNode) -> None:
        written = [line.strip(" \\") for line in content(node).split("\n")]
        left = self._take_lines(list(enumerate(written, line_of(node))))
        lines = lines_of(left)
        if lines:
            self._add(Group(lines[0].line, self._under, lines, loose=True))
        self._note([node], any(each.figured for each in lines))
        self._last = lines[-1] if lines and lines[-1].figured else None

    def _take_lines(self, written: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Take what lines tell of the whole session; what is left is returned."""
        left: list[tuple[int, str]] = []
        for line, text in written:
            words = spoken(text).text.strip()
            said = self._said(line, words)
            figured = entry(line, text).figured
            if said is not None and (not figured or said[1]):
                self._about = None if said[1] else said[0]
                self._tell(line, words, *said)
            elif self._about in {Said.GOALS, Said.PURPOSE} and not figured:
                self._tell(line, words, self._about, words)
            else:
                if not self._begun and not left and not figured and _TITLE.fullmatch(words):
                    self.found.first_line = words
                left.append((line, text))
                self._about = None
        return left

    def _said(self, line: int, words: str) -> tuple[Said, str] | None:
        """What a line above the agenda tells of the whole session."""
        if not self._above:
            return None
        found = said_in(words)
        if found is None and when_line(words, ahead=line < self._listed):
            return Said.WHEN, words
        return found

    def _add(self, group: Group) -> None:
        self.found.lists.append(group)
        self._after = self._after or group.figured

    def _tell(self, line: int, words: str, said: Said, value: str) -> None:
        before = self.found.head
        self.found.head = before.having(said, value)
        for beside in beside_when(value) if said is Said.WHEN else ():
            self._take_beside(line, beside)
        if value and self.found.head == before:
            self._leave_out(line, words)

    def _take_beside(self, line: int, words: str) -> None:
        """Take what stands before a day as the title, where there is none yet."""
        title = self.found.head.title or self.found.first_line
        if not title:
            self.found.head = self.found.head.having(Said.TITLE, words)
        elif words != title:
            self._leave_out(line, words)

    def _leave_out(self, line: int, words: str) -> None:
        left = f"line {line}: “{words[:80]}” was left out; it is about the whole session"
        self.found.told.append(left)

    def _note(self, run: list[SyntaxTreeNode], figured: bool) -> None:
        """What stands under a heading with figures is its note, unless it has figures itself."""
        if self.found.headings and not figured:
            self.found.headings[-1] = self.found.headings[-1].with_note(notes_of(run))
