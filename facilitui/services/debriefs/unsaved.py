"""What was typed and never saved: debriefs with changes, scores, entries half written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.debriefs.unsaved import adds, is_unsaved
from facilitui.core.errors import NotFound, Problem
from facilitui.core.journals.journal import Document, debrief_of, is_blanked
from facilitui.core.ports import DraftStore, SessionStore
from facilitui.services.journals.entry_documents import EntryDocuments
from facilitui.services.journals.entry_drafts import is_left_over

if TYPE_CHECKING:
    from facilitui.services.debriefs.unsaved_scores import UnsavedSheet
    from facilitui.services.journals.half_entries import HalfEntry

SCORES = "scores-"
"""What the drafts of scores are called begins so."""
WITHOUT_RECORD = "is an unsaved debrief whose session is gone: Home opens it"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed for one debrief."""

    entry: str
    debrief: Debrief
    """With what was typed."""
    is_new: bool
    """Whether nothing of it was saved before."""


class UnsavedDebriefs:
    """The drafts of debriefs that say what the journal does not, but for those being written."""

    def __init__(self, drafts: DraftStore, documents: EntryDocuments) -> None:
        self._drafts, self._documents = drafts, documents

    async def all(self, beginning: str = f"{KIND}-") -> tuple[Unsaved, ...]:
        """Those whose entries' ids begin so, the one that was typed last first."""
        left = sorted(await self._drafts.left(beginning), key=lambda each: -each.changed)
        newest = (await self._documents.all()).newest if left else {}
        found = (_unsaved(each.name, each.value, newest.get(each.name)) for each in left)
        return tuple(each for each in found if each is not None)

    async def has(self, entry: str) -> bool:
        """Whether an entry has changes, or scores, that were never saved."""
        is_typed = any(each.entry == entry for each in await self.all(entry))
        return is_typed or any(each.entry == entry for each in await self.scores())

    async def entry_ids(self) -> frozenset[str]:
        """All entries with changes, or scores, that were never saved."""
        debriefs = {each.entry for each in await self.all()}
        scored = {each.entry for each in await self.scores()}
        return frozenset(debriefs | scored | {each.entry for each in await self.entries()})

    async def scores(self) -> tuple[UnsavedSheet, ...]:
        """Scores that were given and never saved, those given last first."""
        left = await self._drafts.left(SCORES)
        if not left:
            return ()  # and nothing has to be imported, or read, for that
        from facilitui.services.debriefs.unsaved_scores import unsaved_scores

        return unsaved_scores(left, (await self._documents.all()).saved)

    async def entries(self) -> tuple[HalfEntry, ...]:
        """Entries that were begun, or changed, in a form, and slips; those typed last first."""
        from facilitui.services.journals.half_entries import DRAFTS, half_entries

        left = [draft for each in DRAFTS for draft in await self._drafts.left(each)]
        return half_entries(left, (await self._documents.all()).newest) if left else ()

    async def without_record(self, sessions: SessionStore) -> tuple[Problem, ...]:
        """Those whose session is gone, each by the file that it lies in."""
        found: list[Problem] = []
        for each in await self.all():
            try:
                await sessions.read(each.debrief.session)
            except NotFound:
                found.append(Problem.of_all(f"drafts/{each.entry}.json", WITHOUT_RECORD))
        return tuple(found)


def _unsaved(entry: str, draft: Mapping[str, Any], document: Document | None) -> Unsaved | None:
    """What a draft has that was not saved; None where that is nothing, or nobody can read it."""
    try:
        debrief = Debrief.model_validate(draft)
        stands = document is not None and document["kind"] == KIND and not is_blanked(document)
        saved = debrief_of(document) if document is not None and stands else None
    except (ValidationError, ValueError):
        return None
    is_own = entry == entry_id(debrief.session, debrief.lens)
    if not is_own or not is_unsaved(debrief, saved):
        return None
    if is_left_over(draft, document) and saved is not None and not adds(debrief, saved):
        return None
    return Unsaved(entry, debrief, saved is None)
