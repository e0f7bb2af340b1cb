"""The parts of found entries in which the words stand, looked up when a row of one is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from facilitui.core.debriefs.debrief import KIND
from facilitui.core.journals import entries
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.journal_passages import Passage, passage
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.sessions.noted import Noted

Words = tuple[str, ...]
Typed = Callable[[str], Sequence[Noted]]
"""Gives what was typed in the run of a session."""
LONG = 20_000
"""Characters of an entry from which on a drawing would wait for it: half a millisecond."""
MANY = 100
"""And so many lines that were typed in its run."""


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
        noted: Typed,
        standing: Mapping[str, Sequence[Document]] | None = None,
    ) -> None:
        """`standing` are by entry all revisions that stand, where they conflict."""
        self._rows = {row.id: row for row in rows} if words else {}
        self._words, self._newest, self._noted = words, newest, noted
        self._standing = standing or {}
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
        found = ((row, self._newest.get(entry)) for entry, row in self._rows.items())
        return tuple(row.id for row, it in found if it is not None and self._is_long(row, it))

    def _is_long(self, row: EntryRow, document: Document) -> bool:
        return len(document["body"]) > LONG or len(self._noted(row.session)) > MANY

    def look_up(self, several: Iterable[str]) -> None:
        """Look up some of them; may run in another thread."""
        for entry in several:
            self.get(entry)

    def _looked_up(self, row: EntryRow) -> Passage | None:
        document = self._newest.get(row.id)
        alone = (document,) if document is not None else ()
        documents = self._standing.get(row.id, alone)
        pieces = chain.from_iterable(entries.pieces(body_of(each)) for each in documents)
        own = row.kind == KIND and not row.lens
        noted = self._noted(row.session) if own else ()
        return passage(row.line, "\n".join(row.head), pieces, noted, self._words)
