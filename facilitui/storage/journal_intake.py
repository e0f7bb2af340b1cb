"""Which of the documents that come from a file a journal can take, and why not the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from facilitui.core.attaching_ports import STOPPED, Progress, Stopped
from facilitui.core.coming_back import last_after, where_they_were
from facilitui.core.errors import Problem
from facilitui.core.import_changes import (
    ABOUT_PURGED,
    brought,
    is_strange_to,
    own_changed,
    purged_in,
    quotes_purged,
)
from facilitui.core.journal import Document, as_sealed, follows, hash_of, imported, is_blanked, link
from facilitui.core.journal_ports import Imported
from facilitui.core.other_journal import documents_told
from facilitui.core.purge_records import still_here
from facilitui.core.purged_here import purged_here
from facilitui.core.rivals import conflicts, gone_over, order
from facilitui.storage.export_lines import no_entry, owner_in
from facilitui.storage.journal_lines import Found, documents_in, is_month, may_hold_entries

MINUTES = 10**12
"""What is numbered by the minute has twelve digits at most."""
AT_MOST_APART = 10**6
_Place = tuple[str, str]
"""An entry's id and the hash of one of its revisions."""


@dataclass
class Intake:
    """The documents of a file, as they are sorted out against a journal."""

    source: str
    """What its problems name as their file."""
    here: tuple[Document, ...]
    """What the journal has."""
    around: Collection[str] = ()
    """What else tells a file as one's own (`facilitui.core.import_changes.is_strange_to`)."""
    lost: Mapping[str, str] = field(default_factory=dict)
    """By its hash what is missing here that may have told of a purge, in words."""
    saved: Sequence[str] = ()
    """The links of documents that are known to have been saved in it, the last one last."""
    taken: list[Document] = field(default_factory=list)
    """As they came, each after those of its own earlier revisions that were taken too."""
    known: int = 0
    blank: dict[str, None] = field(default_factory=dict)
    """The entries that it says something of and that were purged here."""
    read: list[Document] = field(default_factory=list)
    """All that can be read of it."""
    named: set[str] = field(default_factory=set)
    """The entries that it is about, as far as it can be read."""
    refused: list[Problem] = field(default_factory=list)
    of: str = ""
    """Whose journal it says it is."""

    def refuse(self, found: Found, why: str) -> None:
        """Leave something where it is, and say why."""
        self.refused.append(Problem(self.source, found.line, found.column, why))

    def take_without_past(self, left: Iterable[Found]) -> None:
        """Take what goes over revisions that are not there."""
        documents = (each.document for each in left if each.document is not None)
        self.taken += sorted({each["hash"]: each for each in documents}.values(), key=order)

    def refuse_without_past(self, left: Iterable[Found]) -> None:
        """Refuse what goes over revisions that are not there."""
        for found in left:
            if (document := found.document) is not None:
                lost = f"the revision before {_name(document)} is missing"
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
            blank=tuple(self.blank),
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


def sort_out(
    text: str,
    journal: Iterable[Document],
    source: str,
    progress: Progress | None = None,
    *,
    purged_too: bool = False,
    beside: tuple[Collection[str], Mapping[str, str], Sequence[str]] = ((), {}, ()),
) -> Intake:
    """See which documents of a file this journal can take; problems name the source.

    A revision is taken only where those that it goes over are here, or come with it in any order:
    so the entry's own chain holds afterwards. One that says nothing is taken only where it does not
    stand before words that are here, or something stands over it. A month alone rarely has all of
    them, and of a torn one they may be lost: from it all is taken that is whole, and verifying
    tells what is missing.
    What was purged here is left out, unless it is asked for with `purged_too`: whenever it was
    saved, where it does not come out of a journal that had purged it as well. `beside` the journal
    is what tells it as one's own, what is lost of it, and what was saved in it (`Intake`). Raises
    Stopped, or InputProblems where no line of it is an entry.
    """
    intake = Intake(source, tuple(journal), *beside, of=owner_in(text))
    every = tuple(_read(text, intake, progress or Progress()))
    gone = purged_here(intake.here, intake.read, intake.untold())
    stays = purged_here(()) if purged_too else gone
    numbers = {(each["id"], str(each.get("hash"))): int(each["rev"]) for each in intake.here}
    purged = {*purged_in(() if purged_too else intake.here, stays.days)}
    known = {each["id"] for each in intake.here}
    blank = {(each["id"], each.get("hash")) for each in intake.here if is_blanked(each)}
    idle, held = _idle(intake), dict[_Place, list[Found]]()
    waiting: defaultdict[_Place, list[Found]] = defaultdict(list)
    for read in every:
        ready = [read]
        while ready:
            found = ready.pop()
            document = found.document
            assert document is not None
            place = document["id"], document["hash"]
            over = [(place[0], seal) for seal in gone_over(document)]
            missing = next((each for each in over if each not in numbers), None)
            if place in numbers:
                intake.known += 1
                intake.blank |= {place[0]: None} if place in blank and gone.says(document) else {}
            elif quotes_purged(document, purged):
                intake.refuse(found, f"{_name(document)} {ABOUT_PURGED}")
                purged |= {place[0]} - known
            elif why := stays.why(document):
                intake.refuse(found, f"{_name(document)} {why}")
                purged |= {place[0]} - known
                numbers[place] = int(document["rev"])  # those over it are left out by themselves
                ready += waiting.pop(place, [])
            elif missing is not None:
                waiting[missing].append(found)
                ready += held.pop(missing, [])
            elif place in idle and place not in waiting:
                held[place] = [found]
            elif any(numbers[each] >= document["rev"] for each in over):
                intake.refuse(found, f"{_name(document)} has no higher number than the one before")
            elif _jumps(document["rev"], max((numbers[each] for each in over), default=0)):
                intake.refuse(found, f"{_name(document)} has a number that no journal gives")
            else:
                numbers[place] = int(document["rev"])
                intake.taken.append(document)
                ready += waiting.pop(place, [])
    if intake.refused and not may_hold_entries(text):
        raise no_entry(source, {each.reason for each in intake.refused})
    left = [each for several in waiting.values() for each in several]
    if is_month(text):
        intake.take_without_past(left)
    else:
        intake.refuse_without_past(left)
    intake.refused.sort(key=lambda problem: (problem.line, problem.column))
    return intake


def _idle(intake: Intake) -> set[_Place]:
    """What of a file says nothing, of entries that say something here: it would stand before that.

    It is taken where something stands over it, or where it belongs to this journal's own chain.
    """
    blank = [each for each in intake.read if is_blanked(each)]
    if not blank:
        return set()
    says = {each["id"] for each in intake.here if not is_blanked(each)}
    over = {seal for each in intake.here for seal in (*gone_over(each), follows(each))}
    needed = over.union(intake.saved)
    idle = (each for each in blank if each["id"] in says)
    return {(e["id"], e["hash"]) for e in idle if not {e["hash"], link(e)} & needed}


def _jumps(rev: int, before: int) -> bool:
    """Whether a number is above all that count minutes, and not one of the next after another.

    So whatever is taken here leaves room for revisions over it, which others take as well.
    """
    return rev >= MINUTES and rev - before > AT_MOST_APART


def _read(text: str, intake: Intake, progress: Progress) -> Iterator[Found]:
    """What can be taken; the rest is refused."""
    progress.total, progress.done = len(text), 0
    for found in documents_in(text):
        if progress.stopped:
            raise Stopped(STOPPED)
        progress.done = max(progress.done, found.end)
        if found.document is None:
            intake.refuse(found, found.why)
        else:
            intake.read.append(found.document)
            intake.named.add(found.document["id"])
            yield found


def _name(document: Document) -> str:
    return f"revision {document['rev']} of {document['id'][:80]!a}"
