"""Changes of an enrolment that no form is needed for: sorted, moved on, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journal import Document
from facilitui.core.pathways import snapshot
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolling import (
    all_of,
    differences,
    opened_again,
    refuse_closed,
    sorted_told,
    with_sorted,
)
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.moving import moved
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import Preview, preview, preview_alone
from facilitui.core.pathways.snapshot import Snapshot, digest, pathway_in, snapshot_id
from facilitui.core.ports import Clock, Library
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import capital
from facilitui.core.withdrawal import gone_told
from facilitui.core.written_over import read_as
from facilitui.services.entry_form import UNREADABLE
from facilitui.services.here import now_here
from facilitui.services.journal_entries import JournalEntries, record_of
from facilitui.services.pathways.enrolment_past import last_change, refuse_undecided

if TYPE_CHECKING:
    from facilitui.services.pathways.progressing import Progressing

NOT_HERE = "the journal has no enrolment {}; Pathways shows them all"
NO_FILE = (
    "the file of the pathway {} is not in your pathways folder and not among the shipped ones: "
    "bring it back to move to it"
)
SAME_FILE = "the pathway's file says what it said when this was begun: there is nothing to move to"
NOTHING_NEW = "Nothing was changed: all of it was sorted so already."
TOO_LONG = "{} has a longer name than an enrolment can keep: it cannot be sorted"
TAKES_BACK = "u takes it back"
OPEN = "it is not closed"
REOPENED = "It is open again."
MOVED = "It goes by version {} of the pathway now, and all that was logged stays"
CHANGED_SINCE = "the pathway's file was changed since you looked: look again before it is moved to"
FIRST = (
    "nothing of this enrolment was changed or logged since it was begun; w in Journal withdraws it"
)
BACK = (
    "As it was before: {}. {}. What was taken back stays in the journal; taking back once more "
    "goes one change further."
)


class EnrolmentChanges:
    """The enrolments of one journal, changed at a key. All may raise FacilituiError."""

    def __init__(
        self, progressing: Progressing, entries: JournalEntries, library: Library, clock: Clock
    ) -> None:
        self._progressing, self._entries = progressing, entries
        self._library, self._clock = library, clock
        self._turn = asyncio.Lock()
        """A second key goes over what the first one left."""

    @property
    def today(self) -> date:
        """The day it is here."""
        return now_here(self._clock).date()

    async def sort(self, id: str, decided: Mapping[str, bool]) -> str:
        """Say of sessions, by `Source.key`, whether they count; what became of it."""
        kept = {key: counts for key, counts in decided.items() if len(key) <= LONGEST_LINE}
        long = next((TOO_LONG.format(quoted(key)) for key in decided if key not in kept), "")
        if long and not kept:
            raise FacilituiError(long)
        case = (await self._progressing.found()).case
        before, after = await self._change(id, lambda each: with_sorted(each, kept, case))
        is_same = before.serves == after.serves
        told = NOTHING_NEW if is_same else f"{capital(sorted_told(kept, case))}; {TAKES_BACK}."
        return f"{told} {capital(long)}." if long else told

    async def preview(self, id: str) -> Preview:
        """What would be otherwise under the pathway's file as it is now."""
        enrolled, after = await self._changed_file(id)
        case = (await self._progressing.found()).case
        if enrolled.progress is None:
            found = preview_alone(id, enrolled.enrolment, after, case, self.today)
        else:
            found = preview(enrolled.progress, after, case, self.today)
        return replace(found, digest=digest(after))

    async def move(self, id: str, previewed: str) -> str:
        """Go by the pathway's file as it is now; what became of it. All that was logged stays.

        `previewed` is the digest of the preview: a file that was changed since is not moved to.
        """
        _, after = await self._changed_file(id)
        if digest(after) != previewed:
            raise FacilituiError(CHANGED_SINCE)
        await self._keep_pathway(after)
        await self._change(id, lambda each: moved(each, after, self.today))
        return MOVED.format(line(after.version))

    async def reopen(self, id: str) -> str:
        """Open an enrolment again that was closed; what became of it."""

        def change(enrolment: Enrolment) -> Enrolment:
            if enrolment.closed_on is None:
                raise FacilituiError(OPEN)
            return opened_again(enrolment)

        await self._change(id, change, closed=True)
        return REOPENED

    async def take_back(self, id: str) -> str:
        """Have an enrolment as it was before its last change, and say what is as before.

        That is a revision of its own. Taken back once more, it is as it was before the change
        before that.
        """
        async with self._turn:
            document, now = await self._saved(id)
            own = await self._revisions(id)
            refuse_undecided(own)
            change = last_change(own, document)
            if change is None:
                raise FacilituiError(FIRST)
            told = all_of(differences(now, change.before))
            again = change.before.model_copy(update={"reason": change.taken_back})
            await self._entries.write(id, KIND, again, read_as(document))
            return BACK.format(told, capital(line(again.reason)))

    async def _change(
        self, id: str, change: Callable[[Enrolment], Enrolment], *, closed: bool = False
    ) -> tuple[Enrolment, Enrolment]:
        """Save a change of what is saved, unless it changes nothing; both states.

        Of what is closed nothing is changed, but by what is there for it.
        """
        async with self._turn:
            document, before = await self._saved(id)
            if not closed:
                refuse_closed(before)
            refuse_undecided(await self._revisions(id))
            after = change(before.model_copy(update={"reason": ""}))
            if after.model_copy(update={"reason": before.reason}) != before:
                await self._entries.write(id, KIND, after, read_as(document))
            return before, after

    async def _revisions(self, id: str) -> list[Document]:
        """All of an enrolment."""
        return [each for each in await self._entries.documents() if each["id"] == id]

    async def _saved(self, id: str) -> tuple[Document, Enrolment]:
        """What is saved of an enrolment. Raises NotFound."""
        document = await self._entries.newest_of(id)
        if told := gone_told(document):
            raise NotFound(told)
        if document is None or document["kind"] != KIND:
            raise NotFound(NOT_HERE.format(line(id)))
        saved = record_of(document, Enrolment)
        if saved is None:
            raise NotFound(UNREADABLE.format(line(id)))
        return document, saved

    async def _changed_file(self, id: str) -> tuple[Enrolled, Pathway]:
        """An enrolment, and its pathway's file that says something else now. Raises NotFound."""
        enrolled = await self._progressing.of(id)
        enrolment = enrolled.enrolment
        if enrolled.broken:
            raise FacilituiError(enrolled.broken)
        after = (await self._library.shelf()).pathways.get(enrolment.pathway)
        if after is None:
            raise NotFound(NO_FILE.format(quoted(enrolment.pathway)))
        if not enrolled.changed_to:
            raise FacilituiError(SAME_FILE)
        refuse_closed(enrolment)
        return enrolled, after

    async def _keep_pathway(self, pathway: Pathway) -> None:
        """Keep what a pathway says in the journal, unless it is there. Raises NotSaved."""
        kept = snapshot.snapshot(pathway)
        entry = snapshot_id(pathway.id, kept.digest)
        document = await self._entries.newest_of(entry)
        known = record_of(document, Snapshot) if document is not None else None
        if known is None or pathway_in(known) is None:
            await self._entries.write(entry, snapshot.KIND, kept, read_as(document))
