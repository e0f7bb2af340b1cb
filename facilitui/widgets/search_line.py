"""A line to search in, and the words that were found shown where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from facilitui.core.found_places import found_in
from facilitui.core.search import folded, folded_line
from facilitui.text import MARK, Lines
from facilitui.widgets.fields import LineField

FOUND = f"bold underline {MARK}"
"""How a found word looks; the underline is for terminals without colours."""
FOUND_IN_ASKED = f"underline {MARK}"
"""The same where nobody wrote it, but the program asked it."""
MOST_SOUGHT = 300
"""Characters that a list is searched for at most."""


class SearchLine(LineField):
    """Always visible. The arrow keys move what is marked while somebody types."""

    DEFAULT_CSS = """
    SearchLine {
        width: 1fr;
        background: $paper;
        color: $ink;
        &:focus { background: $tint; background-tint: $tint 0%; }
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
    ]

    @dataclass
    class Moved(Message):
        """An arrow key was pressed."""

        by: int

    def __init__(self, placeholder: str) -> None:
        super().__init__(
            placeholder=placeholder, compact=True, max_length=200, select_on_focus=False
        )

    def action_move(self, by: int) -> None:
        """Ask for another row to be marked."""
        self.post_message(self.Moved(by))


def emphasised(line: Content, words: tuple[str, ...], style: str = FOUND) -> Content:
    """A line in which the words that were searched for stand out."""
    for start, end in found_in(line.plain, words):
        line = line.stylize(style, start, end)
    return line


def emphasised_lines(lines: Lines, words: tuple[str, ...], style: str = FOUND) -> Lines:
    """A text in lines, phrases standing out that go on in the next one too."""
    if any(" " in word for word in words):
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        for start, end in found_in(" ".join(line.plain for line in lines), words):
            for i, line in enumerate(lines):
                begin, stop = max(start - starts[i], 0), min(end - starts[i], len(line))
                lines[i] = line.stylize(style, begin, stop) if begin < stop else line
        return lines
    return [emphasised(line, words, style) for line in lines]


def best_place(lines: Lines, shown: str) -> int | None:
    """The line in which a text begins that has most of the words that stand out; None without any.

    What is `shown` in any case counts for nothing, and what the program asked only where nothing
    else was found.
    """
    best, most, there = None, (False, 0), folded_line(shown)
    found: dict[str, set[str]] = {}
    for place, line in enumerate(lines):
        if not line:
            found = {}
        for span in line.spans:
            said = folded(line.plain[span.start : span.end])
            if span.style in (FOUND, FOUND_IN_ASKED) and said not in there:
                has = found.setdefault(str(span.style), set())
                has.add(said)
                if (count := (span.style == FOUND, len(has))) > most:
                    best, most = place, count
    return best
