"""What keeping a journal needs of the world outside.

As in `facilitui.core.ports`, the store works on a thread of its own, hands over frozen values and
raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from facilitui.core.errors import Problem
from facilitui.core.form_memory import Forms
from facilitui.core.journal import Document, Finding


@dataclass(frozen=True, slots=True)
class JournalContents:
    """All documents of the journal, in saved order, and what could not be read."""

    documents: tuple[tuple[str, Document], ...]
    """Each with its place: the month's file and the document's number in it."""
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    """Files of which nothing can be read, as a person knows them: nobody knows what they hold."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    taken: int
    known: int
    refused: tuple[Problem, ...]


class FormStore(Protocol):
    """What is remembered of forms: which of their columns was taken for what."""

    async def forms(self) -> Forms:
        """The forms whose columns are remembered; none where they cannot be read."""

    async def remember(self, form: str, columns: list[dict[str, Any]]) -> None:
        """Remember a form's columns, and all that others remember meanwhile. Raises NotSaved."""


class Journal(Protocol):
    """Where debriefs and all other evidence are kept."""

    async def contents(self) -> JournalContents:
        """Everything."""

    async def save(
        self,
        *,
        entry_id: str,
        kind: str,
        body: Mapping[str, Any],
        made_at: datetime,
        salt: str,
        based_on: str | None = None,
    ) -> Document:
        """Save a new entry, or a revision of the one of that id.

        Where a file that cannot be read may hold a later revision, its number leaves room for
        those (`facilitui.core.unread_months`).
        `based_on` is the hash of the revision that was read, empty where there was none; None
        goes over whatever is there. Raises NotSaved, or SavedMeanwhile where a newer one is there.
        """

    async def verify(self) -> tuple[Finding, ...]:
        """What does not hold."""

    async def import_lines(self, text: str, made_at: datetime, source: str) -> Imported:
        """Take what another journal exported, as JSON Lines; problems name the source."""
