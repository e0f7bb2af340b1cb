"""Enrolments as the journal has them, and the one way in which what is saved is changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError, NotFound, NotKnown, Problem
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.journal import Document, is_blanked, latest
from facilitui.core.journals.revising import without_why
from facilitui.core.journals.rivals import rivals
from facilitui.core.journals.unread_months import not_known
from facilitui.core.journals.withdrawal import gone_told
from facilitui.core.journals.written_over import read_as
from facilitui.core.pathways import snapshot
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import Snapshot, pathway_in, snapshot_id
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month
from facilitui.services.journals.entry_form import UNREADABLE
from facilitui.services.journals.journal_entries import JournalEntries, record_of

IS_CLOSED = "it is closed; open it again first, with c on its board"
CLOSED_MEANWHILE = (
    "{} was closed on {}, so nothing is saved and what was typed stays a draft: open the enrolment "
    "again first, with c on its board, then save this"
)
WHERE_IT_STANDS = "where this enrolment stands"
SAYS_SINCE = "what this enrolment says since {}"
ROSTER_SINCE = "who takes part since {}"
NOT_HERE = "the journal has no enrolment {}; Pathways shows them all"
PURGED = "this enrolment was purged, and nothing that it said is left"
UNDECIDED = (
    "revisions of this enrolment conflict: settle in Journal which holds, and then it can be "
    "changed"
)


@dataclass(frozen=True, slots=True)
class SavedEnrolment:
    """One enrolment as it is saved."""

    said: Enrolment
    """What it says, without why its newest revision was made."""
    document: Document
    """That revision."""
    revisions: Sequence[Document]
    """All of them, in no order."""


MakeNext = Callable[[SavedEnrolment], Enrolment]
"""What is to be saved over what is saved. May raise FacilituiError."""


class EnrolmentStore:
    """The enrolments of one journal. All may raise FacilituiError."""

    def __init__(self, entries: JournalEntries) -> None:
        self._entries = entries
        self._turn = asyncio.Lock()
        """A second key goes over what the first one left."""

    async def saved(self, id: str) -> SavedEnrolment:
        """One that is there, be it closed. Raises NotFound, or NotKnown where months are lost."""
        own = await self.revisions(id)
        document = latest(own).get(id)
        if document is None or document["kind"] != KIND or is_blanked(document):
            raise not_there(id, document, await self._entries.lost())
        said = record_of(document, Enrolment)
        if said is None:
            raise NotFound(UNREADABLE.format(line(id)))
        return SavedEnrolment(without_why(said), document, own)

    async def open(self, id: str) -> Enrolment:
        """One that something can be written down for. Raises as `saved`, and where it is closed."""
        said = (await self.saved(id)).said
        _refuse_closed(said)
        return said

    async def revisions(self, id: str) -> Sequence[Document]:
        """All of one, in no order; none where it is not saved."""
        return [each for each in await self._entries.documents() if each["id"] == id]

    async def change(
        self, id: str, make: MakeNext, *, closed: bool = False
    ) -> tuple[Enrolment, Enrolment]:
        """Save a change of what is saved, unless it changes nothing; both states.

        Nothing is changed over revisions that conflict, and of what is closed nothing but by what
        is there for it. Raises as `saved` and `make` do, NotSaved and SavedMeanwhile.
        """
        async with self._turn:
            saved = await self.saved(id)
            if not closed:
                _refuse_closed(saved.said)
            _refuse(undecided_told(saved.revisions))
            await self.refuse_older(saved.document)
            after = make(saved)
            if without_why(after) != saved.said:
                await self._entries.write(id, KIND, after, read_as(saved.document))
            return saved.said, after

    async def refuse_change(self, id: str, *, closed: bool = False, is_saved: bool = True) -> None:
        """Raises FacilituiError where nothing is written over what is saved of it now.

        It is refused as `refuse_log` does, unless `closed`, and where a later revision may lie in
        a month that cannot be read. `is_saved` unless it is a new one.
        """
        await self.refuse_log(id, closed=closed)
        newest = await self._entries.newest_of(id)
        if newest is not None:
            await self.refuse_older(newest)
        elif is_saved and (lost := await self._entries.lost()):
            raise NotKnown(not_known(lost, WHERE_IT_STANDS))

    async def refuse_older(self, newest: Document, what: str = SAYS_SINCE) -> None:
        """Raises NotKnown where an entry may have a later revision than the newest one read."""
        if told := await self.older_told(newest, what):
            raise NotKnown(told)

    async def older_told(self, newest: Document, what: str = SAYS_SINCE) -> str:
        """That it may have one, a sentence without its full stop; empty where it has not."""
        lost = await self._entries.lost_after(newest)
        return since_told(lost, newest, self._entries.local, what)

    async def refuse_log(self, id: str, *, closed: bool = False) -> None:
        """Raises FacilituiError where some of its revisions wait to be settled, or it was closed
        since something was begun to be typed; `closed` for what may be said of it all the same.

        What is logged for it is written over nothing, whatever month cannot be read."""
        own = await self.revisions(id)
        _refuse(undecided_told(own))
        document = latest(own).get(id)
        said = record_of(document, Enrolment) if document is not None else None
        if said is not None and said.closed_on is not None and not closed:
            day = day_of_month(said.closed_on)
            _refuse(CLOSED_MEANWHILE.format(quoted(said.name), day))

    async def keep_pathway(self, pathway: Pathway) -> None:
        """Keep what a pathway says in the journal, unless it is there. Raises NotSaved."""
        kept = snapshot.snapshot(pathway)
        entry = snapshot_id(pathway.id, kept.digest)
        document = await self._entries.newest_of(entry)
        known = record_of(document, Snapshot) if document is not None else None
        if known is None or pathway_in(known) is None:
            await self._entries.write(entry, snapshot.KIND, kept, read_as(document))


def not_there(id: str, document: Document | None, lost: Sequence[Problem]) -> NotFound | NotKnown:
    """Why there is no enrolment of that id, by its newest revision.

    Of one without any it is not known where months are lost.
    """
    if document is None and lost:
        return NotKnown(not_known(lost, WHERE_IT_STANDS))
    purged = PURGED if document is not None and is_blanked(document) else ""
    return NotFound(purged or gone_told(document) or NOT_HERE.format(line(id)))


def since_told(
    lost: Sequence[Problem], newest: Document, local: Local, what: str = SAYS_SINCE
) -> str:
    """That later revisions of an entry than the newest one read may be lost; empty for none."""
    if not lost:
        return ""
    at = local(str(newest["made_at"]), "")
    day = day_of_month(at.date()) if at is not None else "then"
    return not_known(lost, what.format(day))


def undecided_told(revisions: Sequence[Document]) -> str:
    """That some of an enrolment's revisions wait to be settled; empty where none do.

    What goes over one of them says nothing of the others.
    """
    return UNDECIDED if len(revisions) > 1 and rivals(revisions) else ""


def _refuse_closed(said: Enrolment) -> None:
    _refuse(IS_CLOSED if said.closed_on is not None else "")


def _refuse(told: str) -> None:
    if told:
        raise FacilituiError(told)
