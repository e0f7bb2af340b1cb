"""Changes of an enrolment that no form is needed for: sorted, moved on, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.changed_file import moved
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolling import (
    opened_again,
    sorted_told,
    with_sorted,
)
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import Preview, preview, preview_alone
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.so_again import so_again
from facilitui.core.pathways.taking_back import first_since_purge, up_to
from facilitui.core.ports import Library
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import capital
from facilitui.services.pathways.enrolment_past import NothingDone, last_change
from facilitui.services.pathways.enrolment_store import EnrolmentStore, SavedEnrolment
from facilitui.services.pathways.progressing import Progressing

NO_FILE = (
    "the file of the pathway {} is not in your pathways folder and not among the shipped ones: "
    "bring it back to move to it"
)
SAME_FILE = "the pathway's file has not changed: this goes by it, and there is nothing to move to"
NOTHING_NEW = "Nothing was changed: all of it was sorted so already"
TOO_LONG = "{} has a longer name than an enrolment can keep: it cannot be sorted"
OPEN = "it is not closed"
REOPENED = "It is open again."
MOVED = "It goes by version {} of the pathway now, and all that was logged stays"
SAME_VERSION = "It goes by the file as it is now, still version {}, and all that was logged stays"
CHANGED_SINCE = "the pathway's file was changed since you looked: look again before it is moved to"


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of sorting."""

    told: str
    """What counts now and what does not, or that nothing was changed: without its full stop."""
    is_new: bool = True
    """Whether anything was changed, which can be taken back."""
    left_out: str = ""
    """What could not be sorted and why, without its full stop; mostly empty."""


class EnrolmentChanges:
    """The enrolments of one journal, changed at a key. All may raise FacilituiError."""

    def __init__(self, progressing: Progressing, store: EnrolmentStore, library: Library) -> None:
        self._progressing, self._store, self._library = progressing, store, library

    async def sort(self, id: str, decided: Mapping[str, bool]) -> Sorted:
        """Say of sessions, by `Source.key`, whether they count."""
        kept = {key: counts for key, counts in decided.items() if len(key) <= LONGEST_LINE}
        long = next((TOO_LONG.format(quoted(key)) for key in decided if key not in kept), "")
        if long and not kept:
            raise FacilituiError(long)
        case = (await self._progressing.found()).case
        before, after = await self._store.change(id, lambda e: with_sorted(e.said, kept, case))
        is_new = before.serves != after.serves
        told = capital(sorted_told(kept, case)) if is_new else NOTHING_NEW
        return Sorted(told, is_new, capital(long))

    async def preview(self, id: str) -> Preview:
        """What would be otherwise under the pathway's file as it is now."""
        enrolled, after = await self._changed_file(id)
        case, today = (await self._progressing.found()).case, self._progressing.today
        if enrolled.progress is None:
            found = preview_alone(id, enrolled.enrolment, after, case, today)
        else:
            found = preview(enrolled.progress, after, case, today)
        return replace(found, digest=digest(after))

    async def move(self, id: str, previewed: str) -> str:
        """Go by the pathway's file as it is now; what became of it. All that was logged stays.

        `previewed` is the digest of the preview: a file that was changed since is not moved to.
        """
        enrolled, after = await self._changed_file(id)
        if digest(after) != previewed:
            raise FacilituiError(CHANGED_SINCE)
        await self._store.refuse_change(id)
        await self._store.keep_pathway(after)
        before = enrolled.progress.pathway if enrolled.progress is not None else None
        today = self._progressing.today
        await self._store.change(id, lambda each: moved(each.said, before, after, today))
        is_same = after.version == enrolled.enrolment.version
        return (SAME_VERSION if is_same else MOVED).format(line(after.version))

    async def reopen(self, id: str) -> str:
        """Open an enrolment again that was closed; what became of it."""
        await self._store.change(id, _opened_again, closed=True)
        return REOPENED

    async def take_back(self, id: str) -> str:
        """Have an enrolment as it was before its last change, and say what is so again.

        That is a revision of its own. Taken back once more, it is as it was before the change
        before that. Raises NothingDone where there is none.
        """
        now, before = await self._store.change(id, _as_before, closed=True)
        enrolled = await self._progressing.of(id)
        pathway = enrolled.progress.pathway if enrolled.progress is not None else None
        return so_again(now, before, pathway, self._progressing.today)

    async def _changed_file(self, id: str) -> tuple[Enrolled, Pathway]:
        """An enrolment, and its pathway's file that says something else now. Raises NotFound."""
        enrolled = await self._progressing.of(id)
        if enrolled.broken:
            raise FacilituiError(enrolled.broken)
        after = (await self._library.shelf()).pathways.get(enrolled.enrolment.pathway)
        if after is None:
            raise NotFound(NO_FILE.format(quoted(enrolled.enrolment.pathway)))
        if not enrolled.changed_to:
            raise FacilituiError(SAME_FILE)
        await self._store.open(id)
        return enrolled, after


def _opened_again(saved: SavedEnrolment) -> Enrolment:
    if saved.said.closed_on is None:
        raise FacilituiError(OPEN)
    return opened_again(saved.said)


def _as_before(saved: SavedEnrolment) -> Enrolment:
    change = last_change(saved.revisions, saved.document)
    if change is None:
        first = first_since_purge(up_to(saved.revisions, saved.document))
        raise NothingDone(is_purged=first is not None)
    return change.taken_back
