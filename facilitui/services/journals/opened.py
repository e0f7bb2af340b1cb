"""An entry as it is opened to be read, and a revision beside the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitui.core.base import Record
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.revision_changes import Changes
from facilitui.core.journals.said import Section

if TYPE_CHECKING:
    from facilitui.core.debriefs.scores_beside import SideBySide
    from facilitui.core.responses.feedback import Feedback


@dataclass(frozen=True, slots=True)
class RelatedRows:
    """Entries that belong to another one for the same reason, the newest first."""

    why: str
    rows: tuple[EntryRow, ...]
    more: int = 0
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry to be read."""

    row: EntryRow
    document: Document
    record: Record | None
    """What it says; None for a kind that this version does not know."""
    revisions: int
    """How many of it there are."""
    newest: int
    """The number of the newest one; there are more where several have the same number."""
    session: tuple[EntryRow, ...]
    """All entries of its session, itself among them, the newest first."""
    related: tuple[RelatedRows, ...] = ()
    """What else belongs to it, reason by reason."""
    between: tuple[Section, ...] = ()
    """What an apprentice and their mentor have written about it."""
    named: Mapping[str, str] = field(default_factory=dict)
    """What the entries are called that it names, by their ids."""
    beside: tuple[SideBySide, ...] = ()
    """Self-scores beside an observer's, of scores and of an observation that has any."""
    heard: tuple[Feedback, ...] = ()
    """Of answers that are not all of their session: what all of them say as one picture."""
    rivals: int = 0
    """How many of its revisions stand side by side, where they conflict."""
    unsaved: bool = False
    """Whether changes of it were typed that are not saved yet."""
    lacking: str = ""
    """That a later revision may lie in a month that cannot be read; empty where none may."""
    flaw: str = ""
    """What is wrong with the log or the copy that it rests on, in a sentence; empty if nothing."""
    altered: tuple[int, ...] = ()
    """The numbers of its revisions that were changed outside the program."""
    whose: str = ""
    """The name of whose journal it is of; empty for that of whoever looks at it."""

    @property
    def belonging(self) -> tuple[str, ...]:
        """The entry and all that belongs to it, each once, to be gone through."""
        rows = (*self.session, *(row for each in self.related for row in each.rows))
        return tuple(dict.fromkeys((self.row.id, *(row.id for row in rows))))


@dataclass(frozen=True, slots=True)
class Compared:
    """A revision beside the one before it."""

    row: EntryRow
    document: Document
    """The later one."""
    before: Document
    changes: Changes
    revisions: int
    """How many there are."""
