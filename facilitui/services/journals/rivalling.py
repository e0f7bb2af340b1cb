"""Rivalling: revisions of one entry that stand side by side, read together and settled."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.entries import title
from facilitui.core.journals.journal import IMPORTED, Document, body_of, hash_of, is_blanked, latest
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.rival_rows import rival_rows
from facilitui.core.journals.rivals import conflicts, order
from facilitui.core.journals.written_over import read_as
from facilitui.core.ports import Chance, Clock, SessionStore
from facilitui.core.sealing import SALT_BYTES
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.told import short_day
from facilitui.services.debriefs.lenses import Lenses
from facilitui.services.here import now_here

NONE = "no entry has conflicting revisions: there is nothing to settle"
PURGED = (
    "what this revision said was purged, and it has nothing to go on with; take the other one, or "
    "leave both and purge the entry here with P"
)
HEADING = "Conflicting revisions"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of an entry's revisions that stand side by side; the left one stands for the entry."""

    entry: str
    lenses: Lenses
    left: Document
    right: Document
    place: int
    """Which of the others is at the right, from 0."""
    others: int
    """How many there are besides the left one."""
    over: str
    """The hash of the newest revision, as it was when this was read."""
    more: int = 0
    """How many other entries have conflicting revisions."""


class Rivalling:
    """The rivals of one journal's entries."""

    def __init__(
        self, journal: Journal, sessions: SessionStore, clock: Clock, chance: Chance
    ) -> None:
        self._journal, self._sessions = journal, sessions
        self._clock, self._chance = clock, chance

    async def open(self, entry: str, place: int = 0) -> Pair:
        """What stands for an entry, and one of those beside it.

        Of an entry without rivals those of the one that was saved last. Raises NotFound where no
        entry has any.
        """
        contents = await self._journal.contents()
        documents = [document for _, document in contents.documents]
        found = await asyncio.to_thread(conflicts, documents)
        if not found:
            raise NotFound(NONE)
        if entry not in found:
            entry, place = max(found, key=lambda name: order(found[name][0])[1:]), 0
        left, *others = found[entry]
        right = others[place % len(others)]
        facts = await self._facts(str(body_of(left).get("session") or ""))
        rows = await asyncio.to_thread(rival_rows, left, right, facts, self._clock.zone(""))
        lenses = Lenses(
            title(entry, body_of(left)),
            (f"left: {self._named(left)}", f"right: {self._named(right)}"),
            rows,
            HEADING,
        )
        over = read_as(latest(each for each in documents if each["id"] == entry)[entry])
        at, more = place % len(others), len(found) - 1
        return Pair(entry, lenses, left, right, at, len(others), over, more)

    async def take(self, pair: Pair, *, right: bool) -> Document:
        """Go on with one of the two texts; both stay as revisions.

        Raises NotSaved, or SavedMeanwhile where another revision stands for the entry by now.
        """
        taken = pair.right if right else pair.left
        if is_blanked(taken):
            raise NotSaved(PURGED)
        return await self.revise(pair, str(taken["kind"]), body_of(taken))

    async def revise(self, pair: Pair, kind: str, body: Mapping[str, Any]) -> Document:
        """Save a revision over both. Raises as `take` does."""
        return await self._journal.save(
            entry_id=pair.entry,
            kind=kind,
            body=body,
            made_at=self._clock.read().at,
            salt=self._chance(SALT_BYTES),
            based_on=pair.over,
            joins=(hash_of(pair.right),),
        )

    async def _facts(self, session: str) -> SessionFacts:
        """How a session ran; of one that was run on another machine nothing is known here."""
        try:
            events = (await self._sessions.read(session)).events if session else ()
        except NotFound:
            events = ()
        return session_facts(fold(events))

    def _named(self, document: Document) -> str:
        """Where and when a revision was saved: here, Wed 25 Nov 16:45."""
        where = "elsewhere" if IMPORTED in document else "here"
        now = now_here(self._clock)
        try:
            at = datetime.fromisoformat(document["made_at"]).astimezone(now.tzinfo)
            when = f", {short_day(at.date(), now.date())} {at:%H:%M}"
        except (ValueError, OverflowError):
            when = ""
        return f"{where}{when}"
