"""What an enrolment was before it came to say what it says, along the revisions behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitui.core.any_shape import text_in
from facilitui.core.errors import FacilituiError
from facilitui.core.journal import Document
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.enrolling import CLOSED, all_of, differences
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.rivals import SETTLES_IT, rivals
from facilitui.core.safe_text import quoted
from facilitui.services.journal_entries import record_of

TAKEN_BACK = "taken back: "
"""How the reason of a revision begins that says again what stood before."""
UNDECIDED = f"revisions of this enrolment conflict: {SETTLES_IT}, and then it can be changed"


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of an enrolment that was not taken back."""

    before: Enrolment
    after: Enrolment
    document: Document
    """The revision that made it."""

    @property
    def told(self) -> str:
        """What was done, as the revision says it, or what it changed."""
        reason = self.after.reason.strip()
        if self.after.closed_on is not None and self.before.closed_on is None:
            return CLOSED if reason in ("", CLOSED) else f"{CLOSED}, with the note {quoted(reason)}"
        return reason or f"changed: {all_of(differences(self.before, self.after))}"

    @property
    def taken_back(self) -> str:
        """Why the revision is made that takes it back."""
        return f"{TAKEN_BACK}{self.told}"[:LONGEST_TEXT]


def refuse_undecided(revisions: Sequence[Document]) -> None:
    """Raises FacilituiError where some of an enrolment's revisions wait to be settled."""
    if told := undecided_told(revisions):
        raise FacilituiError(told)


def undecided_told(revisions: Sequence[Document]) -> str:
    """That some of an enrolment's revisions wait to be settled; empty where none do.

    What goes over one of them says nothing of the others.
    """
    return UNDECIDED if len(revisions) > 1 and rivals(revisions) else ""


def last_change(revisions: Sequence[Document], newest: Document) -> Change | None:
    """The change that led to what an enrolment says; None where it always said that.

    A change that was taken back is none any more, and neither is its being taken back.
    """
    stood: list[tuple[Enrolment, Document]] = []
    for said, document in _said(revisions, newest):
        if stood and not differences(stood[-1][0], said):
            continue
        is_back = len(stood) > 1 and said.reason.startswith(TAKEN_BACK)
        if is_back and not differences(stood[-2][0], said):
            stood.pop()
        else:
            stood.append((said, document))
    if len(stood) < 2:
        return None
    (before, _), (now, document) = stood[-2:]
    return Change(before, now, document)


def up_to(revisions: Sequence[Document], newest: Document) -> list[Document]:
    """The revisions that lie behind one of them, and that one, the oldest first."""
    by_hash = {text_in(each, "hash"): each for each in revisions}
    behind, seen = [newest], {text_in(newest, "hash")}
    while (prev := text_in(behind[-1], "prev")) in by_hash and prev not in seen:
        seen.add(prev)
        behind.append(by_hash[prev])
    return behind[::-1]


def _said(revisions: Sequence[Document], newest: Document) -> Iterator[tuple[Enrolment, Document]]:
    for each in up_to(revisions, newest):
        said = record_of(each, Enrolment) if each["kind"] == KIND else None
        if said is not None:
            yield said, each
