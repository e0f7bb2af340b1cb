"""What reviewing a journal with a mentor needs of the world outside, beside the journal itself.

As in `facilitui.core.ports`, each works on a thread of its own, hands over frozen values and
raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.ports import DraftStore, LeftDraft
from facilitui.core.reviews.looked import Looked
from facilitui.core.reviews.other_journal import KnownJournal


class LookedStore(Protocol):
    """Up to where somebody has looked at a journal."""

    async def looked(self) -> Looked:
        """The last look; none where nobody looked, or it cannot be read."""

    async def keep(self, looked: Looked) -> None:
        """Keep a look in place of the one before. Raises NotSaved."""


class OwnName(Protocol):
    """What somebody is called, told once and kept with the settings."""

    async def name(self) -> str:
        """The name; empty where none was told."""

    async def keep(self, name: str) -> None:
        """Keep it. Raises NotSaved."""


@dataclass(frozen=True, slots=True)
class ExportRead:
    """Another journal as its export was read."""

    contents: JournalContents
    """What can be shown; what cannot is among the problems."""
    findings: tuple[Finding, ...]
    """What does not hold of all that is in it."""
    name: str = ""
    """Whose it says that it is, harmless to show; empty where it does not say."""
    changed: tuple[Document, ...] = ()
    """What was changed after it was sealed: it is told by its name, and not shown."""


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Where what a mentor writes to another journal is kept, apart from their own."""

    journal: Journal
    drafts: DraftStore
    looked: LookedStore
    name: str = ""
    """Whose journal it is; empty where only its file tells."""
    folder: str = ""
    """Where it is kept, such as "ana"; empty where that has no folder."""
    remember: Callable[[], Awaitable[None]] | None = None
    """Keeps by what the journal is known again. Raises NotSaved."""


@dataclass(frozen=True, slots=True)
class ReviewKept:
    """What is kept of another person's journal."""

    folder: str
    """Such as "ana"."""
    name: str
    """Whose it is."""
    answers: int
    drafts: int
    files: int
    """All of them but locks, also those that tell whose it is and up to where one has looked."""


@dataclass(frozen=True, slots=True)
class LeftReview:
    """What was typed to another person's journal and is not saved."""

    folder: str
    name: str
    """Whose it is."""
    drafts: tuple[LeftDraft, ...]


class ReviewPlaces(Protocol):
    """A place for each journal that was opened; nothing is written before anything is kept."""

    async def told(self) -> str:
        """Which folders there are to choose from, in a sentence."""

    async def kept(self, folder: str) -> ReviewKept:
        """What is kept in a folder. Raises NotFound where there is none, or NotSaved."""

    async def empty(self, folder: str) -> None:
        """Delete all that is in it: the folder alone stays, so that it is seen. Raises NotSaved."""

    async def delete(self, folder: str) -> None:
        """Delete all of it; what is gone already is no error. Raises NotSaved."""

    async def left(self, beginning: str) -> tuple[LeftReview, ...]:
        """The journals to which something was typed of which the name begins so."""

    async def is_there(self, file: str) -> bool:
        """Whether a file that was opened once is still there."""

    async def known(self) -> Mapping[str, KnownJournal]:
        """The journals that were answered before, by the keys of their places."""

    def place(self, folder: str, journal: KnownJournal) -> ReviewPlace:
        """The place of that key, a new one for none; `journal` is what is known of it now."""
