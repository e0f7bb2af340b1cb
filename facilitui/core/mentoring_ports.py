"""What reviewing a journal with a mentor needs of the world outside, beside the journal itself.

As in `facilitui.core.ports`, each works on a thread of its own, hands over frozen values and
raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from facilitui.core.journal_faults import Finding
from facilitui.core.journal_ports import Journal, JournalContents
from facilitui.core.looked import Looked
from facilitui.core.other_journal import KnownJournal
from facilitui.core.ports import DraftStore


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


ReadExport = Callable[[str, bytes], ExportRead]
"""Reads a file of that name. Raises InputProblems where it is no journal's export."""


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Where what a mentor writes to another journal is kept, apart from their own."""

    journal: Journal
    drafts: DraftStore
    looked: LookedStore
    name: str = ""
    """Whose journal it is; empty where only its file tells."""
    remember: Callable[[], Awaitable[None]] | None = None
    """Keeps by what the journal is known again. Raises NotSaved."""


class ReviewPlaces(Protocol):
    """A place for each journal that was opened; nothing is written before anything is kept."""

    async def known(self) -> Mapping[str, KnownJournal]:
        """The journals that were answered before, by the keys of their places."""

    def place(self, folder: str, journal: KnownJournal) -> ReviewPlace:
        """The place of that key, a new one for none; `journal` is what is known of it now."""
