"""The parts of found entries in which the words stand, looked up when a row of one is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from facilitui.core import entries
from facilitui.core.debrief import KIND
from facilitui.core.journal import Document, body_of
from facilitui.core.journal_passages import Passage, passage
from facilitui.core.journal_rows import EntryRow
from facilitui.core.search import folded

Words = tuple[str, ...]
Lines = Callable[[str], Iterable[str]]
"""Gives the lines that were captured in the run of a session."""
LONG = 20_000
"""Characters of an entry from which on a drawing would wait for it: half a millisecond."""


class FoundPassages(Mapping[str, Passage]):
    """By the ids of the rows of which the own lines do not say where the words are.

    A list has hundreds of rows, and a screen shows a dozen of them, so each is looked at when
    somebody asks for it, and once.
    """

    def __init__(
        self,
        rows: Iterable[EntryRow],
        words: Words,
        newest: Mapping[str, Document],
        captured: Lines,
    ) -> None:
        self._rows = {row.id: row for row in rows} if words else {}
        self._words, self._newest, self._captured = words, newest, captured
        self._known: dict[str, Passage | None] = {}

    def __getitem__(self, entry: str) -> Passage:
        if entry not in self._known:
            self._known[entry] = self._looked_up(self._rows[entry])
        found = self._known[entry]
        if found is None:
            raise KeyError(entry)
        return found

    def __iter__(self) -> Iterator[str]:
        return (entry for entry in self._rows if self.get(entry) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def long(self) -> tuple[str, ...]:
        """The entries that are to be looked up before anything is drawn."""
        found = ((entry, self._newest.get(entry)) for entry in self._rows)
        return tuple(entry for entry, it in found if it is not None and len(it["body"]) > LONG)

    def look_up(self, several: Iterable[str]) -> None:
        """Look up some of them; may run in another thread."""
        for entry in several:
            self.get(entry)

    def _looked_up(self, row: EntryRow) -> Passage | None:
        document, words = self._newest.get(row.id), self._words
        texts = entries.texts(body_of(document)) if document is not None else ()
        there = passage(row.line, _head(row), texts, (), words)
        if there or _says(f"{_head(row)} {row.line}", words):
            return there
        own = row.kind == KIND and not row.lens
        return passage("", "", (), self._captured(row.session), words) if own else None


def _head(row: EntryRow) -> str:
    """What a row shows in any case."""
    return f"{row.title} {row.label} {row.facets.day}"


def _says(text: str, words: Words) -> bool:
    plain = folded(text)
    return any(word in plain for word in words)
