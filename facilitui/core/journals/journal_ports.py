"""What keeping a journal needs of the world outside.

As in `facilitui.core.ports`, the store works on a thread of its own, hands over frozen values and
raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from facilitui.core.backups.import_changes import OwnChanged
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.unread_months import later_lost, lost_among
from facilitui.core.responses.form_memory import Forms


@dataclass(frozen=True, slots=True)
class JournalContents:
    """All documents of the journal, in saved order, and what could not be read."""

    documents: tuple[tuple[str, Document], ...] = field(repr=False)
    """Each with its place: the month's file and the document's number in it."""
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    """Files of which nothing can be read, as a person knows them: nobody knows what they hold."""
    made_up: tuple[str, ...] = ()
    """Those of them that were set aside, where the chain misses nothing: all that was saved is here
    from elsewhere, or was given up."""

    def lost_after(self, newest: Document) -> tuple[Problem, ...]:
        """The problems by which an entry may have a later revision than the newest that is read."""
        unread = [each for each in self.unread if each not in self.made_up]
        return later_lost(self.lost, unread, newest)

    @property
    def lost(self) -> tuple[Problem, ...]:
        """The problems by which entries may be lost."""
        return lost_among(self.problems, self.unread)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, or would come of it."""

    taken: int
    known: int
    refused: tuple[Problem, ...]
    """What of it is not taken, each with the reason; of very many the first."""
    conflicting: tuple[str, ...] = ()
    """Those of its entries that have rivals afterwards (`facilitui.core.journals.rivals`)."""
    own: OwnChanged = field(default_factory=OwnChanged)
    """What becomes of entries that were begun here."""
    is_strange: bool = False
    """Whether none of it has anything to do with what is here: it may be another person's."""
    marks: frozenset[str] = frozenset()
    """By what a file is known again whose it is (`facilitui.core.reviews.other_journal`)."""
    still_here: tuple[tuple[str, str], ...] = ()
    """What a purge in it names and still says something here, each with the record's id."""
    of: str = ""
    """Whose journal the file says that it is, harmless to show; empty where it does not say."""
    brings: tuple[str, ...] = ()
    """What is taken, kind by kind, each with who gave it: "2 answers by Bea"; harmless to show."""
    untold: tuple[str, ...] = ()
    """In words what is missing here that may have told of a purge of what is taken."""
    blank: tuple[str, ...] = ()
    """The entries in it that were purged here: their words are not taken, whatever is asked."""
    cleaned: tuple[str, ...] = ()
    """Those of which only names were taken out here; what they said before is not taken either."""
    named_again: tuple[str, ...] = ()
    """Those of them of which a revision is taken that was made elsewhere from what stood before."""
    unnamed: int = 0
    """How many more are refused than are named."""


@dataclass(frozen=True, slots=True)
class SpentMonth:
    """A file that could not be read as a month, of which nothing is left to be taken."""

    name: str
    """Such as 2026-11.damaged-1.json; it lies in the journal's folder."""
    known: int
    """How many of its documents the journal has."""
    lost: tuple[Problem, ...]
    """What of it nobody could read; as long as there is any, nothing offers to remove the file."""
    says_purged: bool = False
    """Whether it says what was purged here."""


class FormStore(Protocol):
    """What is remembered of forms: which of their columns was taken for what."""

    async def forms(self) -> Forms:
        """The forms whose columns are remembered; none where they cannot be read."""

    async def remember(self, form: str, columns: list[dict[str, Any]]) -> None:
        """Remember a form's columns, and all that others remember meanwhile. Raises NotSaved."""


class Journal(Protocol):
    """Where debriefs and all other evidence are kept."""

    async def contents(self) -> JournalContents:
        """Everything; the same object for as long as nothing changes."""

    def newest_first(self) -> AsyncIterator[JournalContents]:
        """Everything in parts, those first that were saved last: what is there can be shown."""

    async def save(
        self,
        *,
        entry_id: str,
        kind: str,
        body: Mapping[str, Any],
        made_at: datetime,
        salt: str,
        based_on: str | None = None,
        joins: Collection[str] = (),
    ) -> Document:
        """Save a new entry, or a revision of the one of that id.

        Where a file that cannot be read may hold a later revision, its number leaves room for
        those (`facilitui.core.journals.unread_months`).
        `based_on` is the hash of the revision that was read, empty where there was none; None
        goes over whatever is there. `joins` are the hashes of rivals of it that the revision goes
        over as well. Raises NotSaved, or SavedMeanwhile where a newer one is there.
        """

    async def verify(self) -> tuple[Finding, ...]:
        """What does not hold."""

    async def import_lines(
        self, text: str, made_at: datetime, source: str, progress: Progress | None = None
    ) -> Imported:
        """Take what another journal exported, or a month of one; problems name the source.

        All at once or nothing. Raises NotSaved, InputProblems where no line of it is an entry, or
        Stopped where somebody stopped its progress.
        """


class MendedJournal(Journal, Protocol):
    """A journal into which torn files of its own were taken, and of which some may be lost."""

    async def untold(self) -> tuple[str, ...]:
        """In words what is missing that may have told of a purge, whether it is missed or not."""

    async def spent(self) -> tuple[SpentMonth, ...]:
        """The files that could not be read as months, and are in the journal as far as can be."""


class TakingJournal(MendedJournal, Protocol):
    """A journal into which somebody takes a file, after a look at what would come of it."""

    async def look_at(
        self, text: str, source: str, progress: Progress, *, purged_too: bool = False
    ) -> Imported:
        """What importing a file would take, with nothing changed.

        Raises Stopped, or InputProblems where no line of it is an entry.
        """

    async def import_lines(
        self,
        text: str,
        made_at: datetime,
        source: str,
        progress: Progress | None = None,
        *,
        purged_too: bool = False,
    ) -> Imported:
        """The same as of every journal; what was purged here only with `purged_too`."""

    async def drop_spent(self, spent: SpentMonth) -> None:
        """Delete such a file. Raises NotSaved where it is none any more or has any `lost`."""
