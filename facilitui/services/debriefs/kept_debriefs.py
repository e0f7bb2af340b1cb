"""The journal's debriefs, each made into a model only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import Document, debrief_of, latest
from facilitui.core.journals.journal_ports import JournalContents


@dataclass(frozen=True, slots=True)
class KeptDebriefs:
    """The newest revision of every debrief, by its entry's id."""

    documents: Mapping[str, Document]

    def of(self, session: str) -> tuple[int, Debrief | None]:
        """The revision and the debrief of a session; 0 and None where there is none."""
        document = self.documents.get(entry_id(session))
        debrief = _debrief(document) if document is not None else None
        return (int(document["rev"]), debrief) if document is not None and debrief else (0, None)

    def all_of(self, sessions: Iterable[str]) -> tuple[tuple[str, Debrief], ...]:
        """The debriefs of some sessions, with their entries' ids."""
        pairs = ((entry_id(session), self.of(session)[1]) for session in sessions)
        return tuple((entry, debrief) for entry, debrief in pairs if debrief is not None)

    def since(self, moment: datetime) -> Iterator[tuple[str, Debrief]]:
        """The debriefs of sessions that were held since then, with their entries' ids."""
        for entry, document in self.documents.items():
            if _made(document) < moment:
                continue  # an entry is never older than its session: most need not be read
            debrief = _debrief(document)
            if debrief is not None and (debrief.held_at or moment) >= moment:
                yield entry, debrief

    def answering(self) -> Iterator[Debrief]:
        """The debriefs that say anything of earlier commitments."""
        for document in self.documents.values():
            body = document["body"]
            if '"earlier"' in body and '"earlier":[]' not in body:  # most need not be read
                debrief = _debrief(document)
                if debrief is not None:
                    yield debrief


def kept_debriefs(contents: JournalContents) -> KeptDebriefs:
    """The debriefs of a journal."""
    newest = latest(document for _, document in contents.documents)
    return KeptDebriefs({name: each for name, each in newest.items() if each["kind"] == KIND})


def _debrief(document: Document) -> Debrief | None:
    try:
        return debrief_of(document)
    except ValueError:
        return None


def _made(document: Document) -> datetime:
    try:
        moment = datetime.fromisoformat(document["made_at"])
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
