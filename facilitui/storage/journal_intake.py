"""What comes of a file whose documents were sorted out against a journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from facilitui.core.backups.coming_back import last_after, where_they_were
from facilitui.core.backups.import_changes import (
    brought,
    is_strange_to,
    named_again,
    own_changed,
)
from facilitui.core.errors import Problem
from facilitui.core.journals.journal import Document, as_sealed, hash_of, imported, link
from facilitui.core.journals.journal_ports import Imported
from facilitui.core.journals.rivals import conflicts, order
from facilitui.core.privacy.purge_records import still_here
from facilitui.core.reviews.other_journal import documents_told
from facilitui.storage.journal_lines import Found

MOST_REFUSED = 1000
"""So much of one file is named: more than that nobody reads, and a file can have millions."""


@dataclass
class Intake:
    """The documents of a file, as they are sorted out against a journal."""

    source: str
    """What its problems name as their file."""
    here: tuple[Document, ...]
    """What the journal has."""
    around: Collection[str] = ()
    """What else tells a file as one's own
    (`facilitui.core.backups.import_changes.is_strange_to`)."""
    lost: Mapping[str, str] = field(default_factory=dict)
    """By its hash what is missing here that may have told of a purge, in words."""
    saved: Sequence[str] = ()
    """The links of documents that are known to have been saved in it, the last one last."""
    taken: list[Document] = field(default_factory=list)
    """As they came, each after those of its own earlier revisions that were taken too."""
    known: int = 0
    blank: dict[str, None] = field(default_factory=dict)
    """The entries that it says something of and that were purged here."""
    cleaned: Collection[str] = ()
    """The entries out of which names were taken here."""
    read: list[Document] = field(default_factory=list)
    """All that can be read of it."""
    named: set[str] = field(default_factory=set)
    """The entries that it is about, as far as it can be read."""
    refused: list[Problem] = field(default_factory=list)
    """The first of what is left where it is, each with the reason."""
    unnamed: int = 0
    """How many more are left than are named."""
    of: str = ""
    """Whose journal it says it is."""

    def refuse(self, found: Found, why: str) -> None:
        """Leave something where it is, and say why."""
        if len(self.refused) < MOST_REFUSED:
            self.refused.append(Problem(self.source, found.line, found.column, why))
        else:
            self.unnamed += 1

    def take_without_past(self, left: Iterable[Found]) -> None:
        """Take what goes over revisions that are not there."""
        documents = (each.document for each in left if each.document is not None)
        self.taken += sorted({each["hash"]: each for each in documents}.values(), key=order)

    def refuse_without_past(self, left: Iterable[Found]) -> None:
        """Refuse what goes over revisions that are not there."""
        for found in left:
            if (document := found.document) is not None:
                lost = f"the revision before {named(document)} is missing"
                self.refuse(found, f"{lost}; export all revisions of the entry")

    def result(self) -> Imported:
        """What comes of it."""
        after = (*self.here, *map(as_sealed, self.taken))
        rivals = conflicts(each for each in after if each["id"] in self.named)
        own = own_changed(self.here, self.taken, rivals)
        is_strange = not self.known and is_strange_to(self.taken, self.here, self.around)
        counts, marks = (len(self.taken), self.known), documents_told(self.read)
        still = tuple(each for each in still_here(after) if each[1] in self.named)
        return Imported(
            *counts,
            tuple(self.refused),
            tuple(rivals),
            own,
            is_strange,
            marks,
            still,
            self.of,
            untold=self.untold() if self.taken else (),
            brings=brought(self.taken),
            blank=tuple(each for each in self.blank if each not in self.cleaned),
            cleaned=tuple(each for each in self.blank if each in self.cleaned),
            named_again=named_again(self.here, self.taken, self.cleaned),
            unnamed=self.unnamed,
        )

    def untold(self) -> tuple[str, ...]:
        """What is missing, and does not come with it, that may have told of its being purged."""
        back = {name for each in self.read for name in (hash_of(each), link(each))}
        return tuple(told for each, told in self.lost.items() if each not in back)

    def to_write(self, head: str, made_at: datetime) -> list[Document]:
        """The documents as they are kept, where `head` is the link of the last one before."""
        own = where_they_were(self.taken, self.here, self.saved)
        after, made = last_after(head, own.values()), list[Document]()
        for document in self.taken:
            if (back := own.get(hash_of(document))) is not None:
                made.append(back)
            else:
                made.append(imported(document, made_at, after))
                after = link(made[-1])
        return made


def named(document: Document) -> str:
    """How one revision is called in a problem."""
    return f"revision {document['rev']} of {document['id'][:80]!a}"
