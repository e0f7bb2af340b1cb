"""Progressing: where each enrolment stands, under the pathway as it was begun with."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from facilitui.core.errors import Problem
from facilitui.core.library.shelf import Shelf, in_folder
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.ports import Clock, Library
from facilitui.core.safe_text import quoted
from facilitui.core.told import capital
from facilitui.services.here import now_here
from facilitui.services.pathways.enrolment_store import not_there
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.reading import PathwayReading

UNDECIDED = (
    "Revisions of this enrolment or of its roster conflict; one of them is shown until you settle "
    "in Journal which holds."
)
LOST = "What {} asked for when this was begun cannot be read any more: {}."
TAKE_IT = "its board shows what its file asks for now, and takes that"
NO_FILE = "bring the journal back from a copy, or its file into the folder pathways"
NO_VERSION = "another one"
PathwayFiles = tuple[Mapping[str, Pathway], tuple[Problem, ...]]
"""The pathways that there are by their ids, and what is wrong with files of some."""
BROKEN = (
    "Your file of this pathway cannot be read: {}. Until it is mended, what it asked when this was "
    "begun stands."
)


class Progressing:
    """The enrolments of one journal."""

    def __init__(self, reading: PathwayReading, library: Library, clock: Clock) -> None:
        self._reading, self._library, self._clock = reading, library, clock
        self._digests: dict[str, tuple[Pathway, str]] = {}
        """By id what a file says now, with its digest: that takes a while."""

    @property
    def today(self) -> date:
        """The day it is here."""
        return now_here(self._clock).date()

    async def found(self) -> PathwayJournal:
        """All that enrolments are told from. Never an error."""
        return await self._reading.found()

    async def files(self) -> PathwayFiles:
        """What the files of pathways say now: equal for as long as none of them changes."""
        shelf = await self._library.shelf()
        return shelf.pathways, shelf.pathway_problems

    async def all(self) -> tuple[Enrolled, ...]:
        """Every enrolment: open ones first, the newest begun before others; closed ones last."""
        found = await self.found()
        newest_first = list(found.enrolments)[::-1]
        names = sorted(newest_first, key=lambda name: _place(found.enrolments[name]))
        return await self._all_of(tuple(names), found)

    async def of(self, id: str) -> Enrolled:
        """One enrolment. Raises NotFound, which says what became of it, or NotKnown."""
        found = await self.found()
        if id not in found.enrolments:
            raise not_there(id, await self._reading.newest_of(id), found.lost)
        (enrolled,) = await self._all_of((id,), found)
        return enrolled

    async def _all_of(self, names: tuple[str, ...], found: PathwayJournal) -> tuple[Enrolled, ...]:
        if not names:
            return ()
        shelf, today = await self._library.shelf(), self.today
        return await asyncio.to_thread(
            lambda: tuple(self._enrolled(name, found, shelf, today) for name in names)
        )

    def _enrolled(self, name: str, found: PathwayJournal, shelf: Shelf, today: date) -> Enrolled:
        enrolment = found.enrolments[name]
        now = shelf.pathways.get(enrolment.pathway)
        wrong = shelf.problems_of_pathway(enrolment.pathway)
        broken = BROKEN.format(in_folder(wrong[0])) if wrong else ""
        kept = found.pathways.get(enrolment.digest)
        is_same = now is not None and self._is_same(now, kept, enrolment)
        is_changed = now is not None and not is_same and not broken
        changed_to = (now.version.strip() or NO_VERSION) if now is not None and is_changed else ""
        pathway = kept or (now if is_same else None)
        older = f"{capital(found.older[name])}." if name in found.older else ""
        if pathway is None:
            called = quoted(enrolment.pathway_name.strip() or enrolment.pathway)
            notice = LOST.format(called, TAKE_IT if changed_to else NO_FILE)
            return Enrolled(name, enrolment, None, notice, changed_to, broken, older)
        progress = progress_of(name, enrolment, pathway, found.case, today)
        if name in found.undecided:
            progress = replace(progress, to_be_known=(UNDECIDED, *progress.to_be_known))
        if older:
            progress = replace(progress, to_be_known=(older, *progress.to_be_known))
        return Enrolled(name, enrolment, progress, "", changed_to, broken, older)

    def _is_same(self, now: Pathway, kept: Pathway | None, enrolment: Enrolment) -> bool:
        """Whether a file says what it said; what a pathway can say since then changes nothing."""
        return now == kept if kept is not None else self._digest(now) == enrolment.digest

    def _digest(self, pathway: Pathway) -> str:
        """The digest of a file, worked out once for as long as it is the same."""
        known = self._digests.get(pathway.id)
        if known is None or known[0] is not pathway:
            known = self._digests[pathway.id] = pathway, digest(pathway)
        return known[1]


def _place(enrolment: Enrolment) -> tuple[bool, int]:
    """Open before closed; then what was begun, or closed, last."""
    on = enrolment.closed_on or enrolment.started_on or date.min
    return enrolment.closed_on is not None, -on.toordinal()
