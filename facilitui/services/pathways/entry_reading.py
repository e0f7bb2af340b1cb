"""What is taken of a journal's entries for enrolments: each entry read once, and reduced then.

Only the newest revision of an entry counts; what was withdrawn or purged counts nothing. Of
revisions in conflict none counts on which the others do not agree, but for enrolments and rosters:
the one that stands for them is shown, as everything else hangs on it, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.journal import Document
from facilitui.core.journals.rivals import rivals
from facilitui.core.pathways.case_reducing import Reduced, agree, counts_at_all, reduced
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.roster import Roster
from facilitui.core.pathways.snapshot import Snapshot
from facilitui.services.journals.entry_documents import Documents

R = TypeVar("R", bound=Reduced)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one entry comes to."""

    documents: tuple[Document, ...]
    """The revision that stands for it; all that conflict where there are several."""
    made: Reduced | None = None
    """None where it counts nothing."""
    unread: bool = False
    """Whether this version cannot read it."""
    undecided: bool = False
    """Whether its conflicting revisions do not say the same."""


class TakenEntries:
    """The entries of one journal that enrolments are told from, as they are taken."""

    def __init__(self, documents: Documents, local: Local, known: Mapping[str, Taken]) -> None:
        """`known` is what came of them before; of what is the same nothing is read again."""
        self._documents, self._local, self._known = documents, local, known
        self.all: dict[str, Taken] = {}
        """By the entry's id."""

    def take(self, names: Iterable[str]) -> None:
        """Take what some entries say."""
        for name in names:
            stands = self._standing(name)
            if any(map(counts_at_all, stands)):
                known = self._known.get(name)
                is_known = known is not None and _are_same(known.documents, stands)
                self.all[name] = known if known is not None and is_known else self._taken(stands)

    def of(self, kind: type[R]) -> Iterator[tuple[str, R]]:
        """What came of entries of a kind, with their ids."""
        for name, each in self.all.items():
            if isinstance(each.made, kind):
                yield name, each.made

    def _standing(self, name: str) -> tuple[Document, ...]:
        """What stands for an entry: its newest revision, or all that conflict."""
        revisions = self._documents.revisions[name]
        several = rivals(revisions) if len(revisions) > 1 else ()
        return several or (self._documents.newest[name],)

    def _taken(self, documents: tuple[Document, ...]) -> Taken:
        try:
            made = reduced(documents[0], self._local)
            undecided = len(documents) > 1 and not agree(documents, self._local)
        except (ValueError, OverflowError, RecursionError):
            return Taken(documents, unread=True)
        stays = isinstance(made, Enrolment | Roster | Snapshot)
        return Taken(documents, made if stays or not undecided else None, undecided=undecided)


def _are_same(some: tuple[Document, ...], others: tuple[Document, ...]) -> bool:
    """Whether they are the very documents: one that is read again is another object."""
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
