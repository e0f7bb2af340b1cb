"""What purging needs of the world outside.

As in `facilitui.core.ports`, the stores work on threads of their own and raise the errors of
`facilitui.core.errors`. Every deed can be asked for again: what is gone already is no error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from facilitui.core.journals.journal import Document
from facilitui.core.privacy.purge_intent import Intent

Belongs = Callable[[str, Mapping[str, Any] | None], bool]
"""Whether a draft of that name goes too; what it holds is None where nobody can read it."""


@dataclass(frozen=True, slots=True)
class LogFound:
    """What there is of one session."""

    session: str
    events: int
    """How many still say something."""
    plan: str
    """The plan that it was begun from; empty where that is not known."""
    written: tuple[str, ...]
    """What its events say, each the JSON of a body, but for what it came with."""
    planned: tuple[str, ...]
    """What it came with, likewise: its plan and its norms."""
    has_plan: bool
    """Whether a copy of that plan lies beside its log."""
    title: str = ""
    began_at: datetime | None = None
    zone: str = ""
    """Where it was held; empty where that is not known."""
    captures: int = 0
    parked: int = 0


class PurgedDrafts(Protocol):
    """What is half typed."""

    async def belonging(self, belongs: Belongs) -> tuple[str, ...]:
        """The files of such drafts, by their names, those that were set aside among them.

        Raises NotSaved where another running program is writing one of them.
        """

    async def those(self, wanted: Belongs) -> tuple[str, ...]:
        """The same where they stay, whoever writes them."""

    async def hold(self, files: Sequence[str]) -> None:
        """Hold them, so that nobody else writes one. Raises NotSaved; none is held then."""

    async def let_go(self) -> None:
        """Hold them no longer."""

    async def delete(self, files: Sequence[str]) -> None:
        """Delete them for good. Raises NotSaved."""


class PurgeStore(Protocol):
    """The files of a home that can be blanked or deleted, and the intent to do so."""

    def alone(self) -> AbstractAsyncContextManager[None]:
        """As long as this lasts no other copy purges or restores. Raises NotSaved."""

    async def unfinished(self) -> Intent | None:
        """The purge that was begun and not finished. Raises DamagedPurge if it is damaged."""

    async def begin(self, intent: Intent) -> None:
        """Keep the intent, on the disk itself, before anything is done. Raises NotSaved."""

    async def end(self) -> None:
        """Forget the intent, as all of it is done. Raises NotSaved."""

    async def same(self, session: str) -> tuple[str, ...]:
        """A session, with those that share its events because one went on in a copy."""

    async def log(self, session: str) -> LogFound | None:
        """What a log holds. Raises HostedElsewhere where it is open, NotSaved where it goes on."""

    async def history(self, plan: str, sessions: Collection[str]) -> tuple[tuple[str, ...], bool]:
        """Earlier states of a plan, and whether it was used by another session than these."""

    async def planned(self, plan: str) -> tuple[str, ...]:
        """What a plan says that is here, as the JSON of a body; nothing where it cannot be read."""

    async def refuse_unread(self) -> None:
        """Raises NotSaved where a place cannot be read in which something of a purge may lie.

        Or where a month is missing.
        """

    async def set_aside(self) -> tuple[str, ...]:
        """Files of the journal that nobody can read as a whole."""

    async def saved_from(self, file: str) -> tuple[Document, ...]:
        """What can still be read of such a file."""

    async def remains(
        self,
        texts: Collection[str],
        ids: Collection[str],
        but: Collection[str],
        people: Collection[str] = (),
    ) -> tuple[str, ...]:
        """Files that have one of some texts, ids or people's names, or may have.

        `but` are left out.
        """

    async def refuse_closed(self, ids: Collection[str]) -> None:
        """Raises NotSaved where entries lie in a month that only another version may write."""

    async def hold(self, sessions: Collection[str]) -> None:
        """Hold sessions until they are let go. Raises HostedElsewhere; none is held then."""

    async def let_go(self) -> None:
        """Hold them no longer."""

    async def there(self, files: Collection[str]) -> frozenset[str]:
        """Those of some files, by their paths in the home, that are there."""

    async def naming(self, files: Collection[str], names: Collection[str]) -> frozenset[str]:
        """Those of some files in which one of some ids stands."""

    async def blank_log(self, session: str) -> None:
        """Blank a log, and delete the plan beside it. Raises HostedElsewhere or NotSaved."""

    async def blank_entries(
        self, ids: Collection[str], revisions: Collection[str] | None = None
    ) -> None:
        """Blank the revisions of some entries that are named, and those without a seal.

        Every one where none are named. Raises NotSaved.
        """

    async def delete(self, files: Collection[str]) -> None:
        """Delete files, by their paths in the home, and all of the cache. Raises NotSaved."""
