"""What a statement said before: the revisions of one entry, of which the newest stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.pathways.log_entry import LogEntry


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of an entry."""

    number: int
    saved_on: date | None
    """The day it was saved, as it was here."""
    said: LogEntry | None
    """None where it was purged, or this version of the program cannot read it."""


def versions_of(revisions: Sequence[Document], local: Local) -> tuple[Version, ...]:
    """Every revision of an entry, the newest last, as they are given."""
    return tuple(_versions(revisions, local))


def _versions(revisions: Sequence[Document], local: Local) -> Iterator[Version]:
    for each in revisions:
        saved = local(each["made_at"], "")
        yield Version(each["rev"], saved.date() if saved is not None else None, _said(each))


def _said(document: Document) -> LogEntry | None:
    if is_blanked(document):
        return None
    try:
        return LogEntry.model_validate(body_of(document))
    except (ValueError, OverflowError):
        return None
