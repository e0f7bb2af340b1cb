"""What becomes of the answers to a form, once it is known which column answers which item.

A single answer that cannot be read is left out and named with its line; the rest of its row is
taken. Nothing in a cell is ever worked out: a formula is a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable, cell
from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.feedback_columns import Column, Columns
from facilitui.core.responses.form_words import is_nothing, level
from facilitui.core.told import plural

MOST_UNREAD = 200
"""Single rows that are named; of more only their number is told."""
_EMPTY = "answers no question that is taken"


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a row that is not taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one answer of a column is taken for, and how often it was given."""

    text: str
    level: int | None
    """None where it is no answer."""
    count: int


@dataclass(frozen=True, slots=True)
class FormRead:
    """What becomes of a form's answers."""

    responses: tuple[Response, ...]
    unread: tuple[Unread, ...] = ()
    """The first of what is not taken."""
    not_taken: int = 0
    """How many rows give no response."""
    left_out: int = 0
    """How many single answers cannot be read, in rows that are taken."""
    meanings: tuple[tuple[Meaning, ...], ...] = ()
    """By column, the answers that are most frequent first; empty for one without levels."""
    strays: tuple[int, ...] = ()
    """By column, how many answers are not on its scale."""
    places: tuple[int, ...] = ()
    """Which of the table's rows give the responses, one each."""


class _Column:
    """One column that is taken, with what its answers mean; each text is looked up once."""

    def __init__(self, at: int, column: Column, item: Item) -> None:
        self.at, self.item, self.goal = at, item, column.goal
        self.on_scale = column.on_scale
        self.taken = column
        self._known: dict[str, int | str | None] = {}
        self.counts: Counter[str] = Counter()

    def level(self, text: str) -> int | str | None:
        """The level of an answer, why it has none, or None for no answer."""
        self.counts[text] += 1
        if text not in self._known:
            try:
                column = self.taken
                self._known[text] = level(
                    text, self.item, column.reading, column.scale, column.order
                )
            except ValueError as error:
                self._known[text] = str(error)
        return self._known[text]

    def meanings(self) -> tuple[Meaning, ...]:
        """What its answers mean, without those that cannot be read."""
        told = ((text, self._known[text], count) for text, count in self.counts.most_common())
        read = [(text, found, count) for text, found, count in told if not isinstance(found, str)]
        return tuple(Meaning(text, found, count) for text, found, count in read if text)[:20]

    @property
    def strays(self) -> int:
        """How many answers are not on its scale."""
        return sum(n for text, n in self.counts.items() if isinstance(self._known[text], str))


def read_form(table: RawTable, columns: Columns) -> FormRead:
    """The responses of a form whose columns mean what was chosen."""
    pairs = [(at, each, each.item) for at, each in enumerate(columns)]
    taken = [_Column(at, each, item) for at, each, item in pairs if item is not None]
    responses: list[Response] = []
    places: list[int] = []
    unread: list[Unread] = []
    left_out = 0
    for at, row in enumerate(table.rows):
        response, troubles = _response(row, taken)
        unread += (Unread(row.line, why) for why in troubles[: MOST_UNREAD - len(unread)])
        if response is not None:
            responses.append(response)
            places.append(at)
            left_out += len(troubles)
    found = {each.at: each for each in taken if each.on_scale}
    meanings = tuple(found[at].meanings() if at in found else () for at in range(len(columns)))
    strays = tuple(found[at].strays if at in found else 0 for at in range(len(columns)))
    not_taken = len(table.rows) - len(responses)
    given, untaken = tuple(responses), tuple(unread)
    return FormRead(given, untaken, not_taken, left_out, meanings, strays, tuple(places))


def _response(row: RawRow, taken: list[_Column]) -> tuple[Response | None, list[str]]:
    """A row as a response, with what in it cannot be read; None where there is nothing in it."""
    if row.trouble:
        return None, [row.trouble]
    levels: dict[str, dict[Item, int]] = {}
    words: dict[Item, str] = {}
    troubles: list[str] = []
    for column in taken:
        text = cell(row, column.at)
        if not column.on_scale:
            words |= {} if is_nothing(text) else {column.item: text}
        elif isinstance(found := column.level(text), int):
            levels.setdefault(column.goal, {})[column.item] = found
        elif found is not None:
            troubles.append(f"{column.taken.named}: {found}")
    if levels or words:
        return Response(levels=levels.pop("", {}), words=words, goals=levels), troubles
    return None, (troubles or [_EMPTY])[:1]


def told(read: FormRead) -> Iterator[str]:
    """What became of a form, in a few words each."""
    yield plural(len(read.responses), "answer sheet", "answer sheets") + " can be taken"
    if read.not_taken:
        yield f"{plural(read.not_taken, 'row')} cannot"
    if read.left_out:
        yield f"{plural(read.left_out, 'answer')} cannot be read"
