"""The rows of entries, each worked out once for as long as what it is made of stays the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import is_

from facilitui.core.journals.entry_moments import Local, local_by
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.journal_rows import EntryRow, row_of, side_by_side
from facilitui.core.ports import Clock
from facilitui.core.sessions.noted import Noted
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.services.giving_way import GivingWay

AT_ONCE = 15
"""Rows that are worked out before others get their turn: a few milliseconds at 2 KB each."""


@dataclass(slots=True)
class _Kept:
    body: str
    """What it was made of: a purged entry keeps its seal, and says nothing any more."""
    digest: SessionDigest | None
    row: EntryRow


class KeptRows:
    """Rows by the seal of their document. May be asked by several threads at once."""

    def __init__(self, clock: Clock, way: GivingWay | None = None) -> None:
        """`way` holds up what is worked out where a key was pressed."""
        self._clock, self._way = clock, way or GivingWay()
        self._kept: dict[str, _Kept] = {}
        self._together: dict[str, tuple[tuple[EntryRow, ...], EntryRow]] = {}
        """By entry the rows of its revisions that stand, where they are several, and its own."""
        self._digests: Mapping[str, SessionDigest] = {}
        self.made = 0
        """How many rows were worked out so far."""

    def join(self, digests: Iterable[SessionDigest]) -> None:
        """From now on make rows with what these sessions show."""
        found = {each.session: each for each in digests}
        if found != self._digests:
            self._digests = found

    @property
    def joined(self) -> Mapping[str, SessionDigest]:
        """What rows are made with: the same object for as long as nothing of it is new."""
        return self._digests

    def noted(self, session: str) -> tuple[Noted, ...]:
        """What was typed in the run of a session, as far as that was joined."""
        digest = self._digests.get(session)
        return digest.noted if digest is not None else ()

    async def make(self, documents: Sequence[Document]) -> None:
        """Work out the rows of some documents in another thread, a few at a time."""
        missing = await asyncio.to_thread(self._missing, documents)
        for start in range(0, len(missing), AT_ONCE):
            await self._way.clear()
            await asyncio.to_thread(self.rows, missing[start : start + AT_ONCE])

    def rows(self, documents: Iterable[Document]) -> list[EntryRow]:
        """The rows of some documents, in their order; each the same for as long as it says so."""
        local = local_by(self._clock.zone)
        return [self._known(each) or self._made(each, local) for each in documents]

    def side_by_side(self, entries: Iterable[Sequence[Document]]) -> list[EntryRow]:
        """The rows of the entries of which these revisions stand, each the first one's.

        Of all that there are: what was worked out for others is let go of.
        """
        before, self._together = self._together, {}
        for documents in entries:
            rows = tuple(self.rows(documents))
            made_of, row = before.get(rows[0].id, ((), rows[0]))
            same = len(made_of) == len(rows) and all(map(is_, made_of, rows))
            self._together[rows[0].id] = rows, row if same else side_by_side(rows)
        return [row for _, row in self._together.values()]

    def forget_all_but(self, documents: Iterable[Document]) -> None:
        """Let go of what is in the journal no more."""
        there = set(map(_seal, documents))
        for seal in [each for each in list(self._kept) if each not in there]:
            self._kept.pop(seal, None)

    def _missing(self, documents: Sequence[Document]) -> list[Document]:
        return [each for each in documents if self._known(each) is None]

    def _known(self, document: Document) -> EntryRow | None:
        kept = self._kept.get(_seal(document))
        if kept is None or kept.body != document["body"]:
            return None
        kept.body = document["body"]  # so that the text is there once, though a month is read anew
        same = kept.digest is self._digests.get(kept.row.session)
        return kept.row if same else None

    def _made(self, document: Document, local: Local) -> EntryRow:
        session = str(body_of(document).get("session") or "") if self._digests else ""
        digest = self._digests.get(session)
        row = row_of(document, local, digest)
        self.made += 1
        if seal := _seal(document):
            self._kept[seal] = _Kept(document["body"], digest, row)
        return row


def _seal(document: Document) -> str:
    seal = document.get("hash")
    return seal if isinstance(seal, str) else ""
