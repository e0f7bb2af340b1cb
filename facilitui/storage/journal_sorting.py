"""Sorting a file's documents out against a journal: each is taken, left out or waits for another.

A revision is taken only where those that it goes over are here, or come with it in any order: so
the entry's own chain holds afterwards. One that says nothing is taken only where it does not stand
before words that are here, or something stands over it. A month alone rarely has all of them, and
of a torn one they may be lost: from it all is taken that is whole, and verifying tells what is
missing.

What was purged here is left out, unless it is asked for: whenever it was saved, where it does not
come out of a journal that had purged it as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from facilitui.core.backups.import_changes import ABOUT_PURGED, purged_in, quotes_purged
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.core.journals.journal import Document, follows, is_blanked, link
from facilitui.core.journals.rivals import gone_over
from facilitui.core.privacy.purged_here import purged_here
from facilitui.storage.export_lines import no_entry, owner_in
from facilitui.storage.journal_intake import Intake, named
from facilitui.storage.journal_lines import Found, documents_in, is_month, may_hold_entries

MINUTES = 10**12
"""What is numbered by the minute has twelve digits at most."""
AT_MOST_APART = 10**6
_Place = tuple[str, str]
"""An entry's id and the hash of one of its revisions."""


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

    With `purged_too` what was purged here as well. `beside` the journal is what tells it as one's
    own, what is lost of it, and what was saved in it (`Intake`). Raises Stopped, or InputProblems
    where no line of it is an entry.
    """
    intake = Intake(source, tuple(journal), *beside, of=owner_in(text))
    every = tuple(_read(text, intake, progress or Progress()))
    sorting = _Sorting(intake, purged_too)
    for found in every:
        sorting.sort(found)
    if intake.refused and not may_hold_entries(text):
        raise no_entry(source, {each.reason for each in intake.refused})
    if is_month(text):
        intake.take_without_past(sorting.left)
    else:
        intake.refuse_without_past(sorting.left)
    intake.refused.sort(key=lambda problem: (problem.line, problem.column))
    return intake


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


class _Sorting:
    """The documents of an intake, one after the other."""

    def __init__(self, intake: Intake, purged_too: bool) -> None:
        self._intake = intake
        self._gone = purged_here(intake.here, intake.read, intake.untold())
        intake.cleaned = self._gone.cleaned
        self._stays = purged_here(()) if purged_too else self._gone
        self._purged = {*purged_in(() if purged_too else intake.here, self._stays.days)}
        self._known = {each["id"] for each in intake.here}
        self._blank = {_place(each) for each in intake.here if is_blanked(each)}
        self._numbers = {_place(each): int(each["rev"]) for each in intake.here}
        """Of each revision that stands, here or taken."""
        self._idle, self._held = _idle(intake), dict[_Place, Found]()
        self._waiting: defaultdict[_Place, list[Found]] = defaultdict(list)

    @property
    def left(self) -> list[Found]:
        """What goes over revisions that did not come."""
        return [each for several in self._waiting.values() for each in several]

    def sort(self, found: Found) -> None:
        """Sort out one of them, and whatever waited for it."""
        ready = [found]
        while ready:
            ready += self._settled(ready.pop())

    def _settled(self, found: Found) -> Sequence[Found]:
        """Take one, leave it out or let it wait; those that can be sorted out because of it."""
        document = found.document
        assert document is not None
        place = _place(document)
        if place in self._numbers:
            self._count(document, place)
        elif quotes_purged(document, self._purged):
            self._leave_out(found, document, ABOUT_PURGED)
        elif why := self._stays.why(document):
            self._leave_out(found, document, why)
            return self._stand(document, place)  # those over it are left out by themselves
        elif (missing := self._missing(document)) is not None:
            self._waiting[missing].append(found)
            return [self._held.pop(missing)] if missing in self._held else ()
        elif place in self._idle and place not in self._waiting:
            self._held[place] = found
        elif why := self._misnumbered(document):
            self._intake.refuse(found, f"{named(document)} {why}")
        else:
            self._intake.taken.append(document)
            return self._stand(document, place)
        return ()

    def _count(self, document: Document, place: _Place) -> None:
        self._intake.known += 1
        if place in self._blank and self._gone.says(document):
            self._intake.blank[place[0]] = None

    def _leave_out(self, found: Found, document: Document, why: str) -> None:
        self._intake.refuse(found, f"{named(document)} {why}")
        if document["id"] not in self._known:
            self._purged.add(document["id"])

    def _stand(self, document: Document, place: _Place) -> Sequence[Found]:
        """From now on others can go over it; those that waited for it."""
        self._numbers[place] = int(document["rev"])
        return self._waiting.pop(place, ())

    def _missing(self, document: Document) -> _Place | None:
        """A revision that it goes over and that does not stand yet."""
        return next((each for each in _over(document) if each not in self._numbers), None)

    def _misnumbered(self, document: Document) -> str:
        """What is wrong with its number beside those it goes over, in words; else empty."""
        before = max((self._numbers[each] for each in _over(document)), default=0)
        if before >= document["rev"]:
            return "has no higher number than the one before"
        return "has a number that no journal gives" if _jumps(document["rev"], before) else ""


def _place(document: Document) -> _Place:
    return document["id"], str(document.get("hash"))


def _over(document: Document) -> list[_Place]:
    """The revisions that it goes over."""
    return [(document["id"], seal) for seal in gone_over(document)]


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
    return {_place(each) for each in idle if not {each["hash"], link(each)} & needed}


def _jumps(rev: int, before: int) -> bool:
    """Whether a number is above all that count minutes, and not one of the next after another.

    So whatever is taken here leaves room for revisions over it, which others take as well.
    """
    return rev >= MINUTES and rev - before > AT_MOST_APART
