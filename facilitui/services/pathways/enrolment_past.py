"""What an enrolment was before it came to say what it says, along the revisions behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.journal import Document, hash_of
from facilitui.core.journals.revising import REASON, TAKES_BACK
from facilitui.core.journals.withdrawal import BACK
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.enrolling import (
    CLOSED,
    all_of,
    details_changed,
    enrolment_changes,
)
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.taking_back import since_purge, still_standing, up_to
from facilitui.core.safe_text import quoted
from facilitui.services.journals.journal_entries import record_of

FIRST = "nothing of this enrolment was changed or logged since it was begun"
PURGED = "nothing was done since a purge, and what was before that is not taken back"


class NothingDone(FacilituiError):
    """There is nothing to be taken back: it would have to be withdrawn as a whole."""

    def __init__(self, *, is_purged: bool = False) -> None:
        """`is_purged` where it was purged in part what was changed or logged."""
        super().__init__(PURGED if is_purged else FIRST)


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of an enrolment that was not taken back."""

    before: Enrolment
    after: Enrolment
    document: Document
    """The revision that made it."""

    @property
    def told(self) -> str:
        """What was done: as the revision says it; where that only says why, what was changed."""
        reason, changes = self.after.reason.strip(), enrolment_changes(self.before, self.after)
        if self.after.closed_on is not None and self.before.closed_on is None:
            return CLOSED if reason in ("", CLOSED) else f"{CLOSED}, with the note {quoted(reason)}"
        details = details_changed(self.before, self.after)
        return reason if reason and not details else f"changed: {all_of(details or changes)}"

    @property
    def taken_back(self) -> Enrolment:
        """The enrolment as it was before, as the revision says it that takes this back."""
        why = BACK.format(self.told)[:LONGEST_TEXT]
        return self.before.model_copy(update={REASON: why, TAKES_BACK: hash_of(self.document)})


def last_change(revisions: Sequence[Document], newest: Document) -> Change | None:
    """The change that led to what an enrolment says; None where it always said that.

    A change that was taken back is none any more, and neither is its being taken back. What was
    changed before a revision that was purged, or by the next one, is not known.
    """
    stood = still_standing(_said(since_purge(up_to(revisions, newest))), _is_same)
    if len(stood) < 2:
        return None
    (before, _), (now, document) = stood[-2:]
    return Change(before, now, document)


def _is_same(one: Enrolment, other: Enrolment) -> bool:
    return not enrolment_changes(one, other)


def _said(revisions: Sequence[Document]) -> Iterator[tuple[Enrolment, Document]]:
    for each in revisions:
        said = record_of(each, Enrolment) if each["kind"] == KIND else None
        if said is not None:
            yield said, each
