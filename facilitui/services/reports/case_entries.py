"""The entries that a session's case is gathered from: the newest revision of each that counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.altered_entries import altered_among
from facilitui.core.journals.entries import WITHDRAWN
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.ports import Clock
from facilitui.core.told import plural

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry:
    """The newest revision of an entry, with what it says."""

    document: Document
    body: Mapping[str, Any]

    @property
    def session(self) -> str:
        """The session it is about; empty for none."""
        return str(self.body.get("session") or "")


def newest_of(contents: JournalContents) -> tuple[Entry, ...]:
    """Those of a journal; what was withdrawn or purged is in no report."""
    newest = latest(document for _, document in contents.documents).values()
    counted = (each for each in newest if each["kind"] != WITHDRAWN and not is_blanked(each))
    return tuple(Entry(document, body_of(document)) for document in counted)


def moment_of(entry: Entry) -> datetime:
    """When the session was held, else when the entry was made."""
    for told in (entry.body.get("held_at"), entry.document["made_at"]):
        with suppress(ValueError):
            moment = datetime.fromisoformat(str(told))
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.min.replace(tzinfo=UTC)


class Kept:
    """The entries about one session."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._bad = 0
        self._told: list[Document] = []

    def of(self, kind: str, model: type[R], id: str = "") -> tuple[R, ...]:
        """Those of a kind, or only the one of an id, in saved order; bad ones are counted."""
        found: list[R] = []
        for each in self.entries:
            document = each.document
            if document["kind"] == kind and (not id or document["id"] == id):
                try:
                    found.append(model.model_validate(each.body))
                    self._told.append(document)
                except ValidationError:
                    self._bad += 1
        return tuple(found)

    def lenses(self, session: str) -> tuple[str, ...]:
        """Who else debriefed it."""
        debriefs = (each for each in self.entries if each.document["kind"] == KIND)
        others = (
            each.body.get("lens") for each in debriefs if each.document["id"] != entry_id(session)
        )
        return tuple(str(name or "").strip() or "somebody else" for name in others)

    def said(self, field: str) -> Iterator[str]:
        """What a field of any entry says, where it is text."""
        return (each.body[field] for each in self.entries if isinstance(each.body.get(field), str))

    def altered(self, clock: Clock) -> str:
        """Which of those that were read is not as it was saved, in a sentence."""
        return altered_among(self._told, local_by(clock.zone))

    @property
    def unread(self) -> str:
        """What to say of those that this version cannot read."""
        if not self._bad:
            return ""
        are = "is" if self._bad == 1 else "are"
        count = plural(self._bad, "entry", "entries")
        return f"{count} of the journal cannot be read by this version and {are} not in the report."
