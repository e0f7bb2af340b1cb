"""Reviewing: finding, reading and handing over what the journal holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from facilitui.core.debrief import KIND, Debrief
from facilitui.core.errors import NotFound, Problem
from facilitui.core.journal import Document, Finding, body_of, debrief_of, latest
from facilitui.core.journal_ports import Imported, Journal
from facilitui.core.ports import Clock
from facilitui.core.safe_text import quoted
from facilitui.core.sealing import canonical
from facilitui.core.search import folded, matches, words_of


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a list shows it; only one that is opened becomes a model."""

    id: str
    kind: str
    rev: int
    title: str
    when: datetime | None
    """When the session was held, else when the entry was made; in this machine's zone."""
    line: str
    """The beginning of what it says."""
    door: bool
    session: str
    """The session it is about, empty without one."""
    text: str = field(repr=False, compare=False)
    """All it says, folded for searching."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a search shows."""

    rows: tuple[EntryRow, ...]
    more: int
    """How many more there are than are shown."""
    problems: tuple[Problem, ...] = ()


AT_MOST = 200
"""Rows a list shows at once (design §7)."""


class Reviewing:
    """The journal as people read it."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._known: dict[str, EntryRow] = {}
        """Rows by their document's hash, so that a list is worked out once."""

    async def find(self, query: str = "") -> Shown:
        """The entries in which every word occurs, newest first; all of them for no words."""
        rows, problems = await self._rows()
        words = words_of(query)
        found = [row for row in rows if matches(words, row.text)]
        return Shown(tuple(found[:AT_MOST]), max(0, len(found) - AT_MOST), problems)

    async def read(self, entry_id: str) -> tuple[Document, Debrief]:
        """An entry's newest revision. Raises NotFound."""
        contents = await self._journal.contents()
        document = latest(doc for _, doc in contents.documents).get(entry_id)
        if document is None:
            raise NotFound(f"the journal has no entry {entry_id}; `journal list` shows them all")
        return document, _debrief(document)

    async def read_all(self) -> tuple[list[tuple[Document, Debrief]], list[str]]:
        """The newest revision of every debrief, newest first, and what cannot be read as one."""
        documents, problems = await self._newest()
        found: list[tuple[Document, Debrief]] = []
        unread = [str(problem) for problem in problems]
        for document in documents:
            try:
                found.append((document, _debrief(document)))
            except NotFound as error:
                unread.append(str(error))
        return found, unread

    async def export_lines(self) -> tuple[str, ...]:
        """Every revision of every entry, one JSON document a line, in saved order."""
        contents = await self._journal.contents()
        return tuple(canonical(dict(document)) for _, document in contents.documents)

    async def debriefs(self, newest: int) -> tuple[Debrief, ...]:
        """The newest debriefs, newest first; entries that cannot be read are left out."""
        documents, _ = await self._newest()
        found: list[Debrief] = []
        for document in [each for each in documents if each["kind"] == KIND][:newest]:
            try:
                found.append(debrief_of(document))
            except ValueError:
                continue
        return tuple(found)

    async def written(self) -> dict[str, bool]:
        """The sessions that have a debrief, and whether it is only the two-minute form."""
        rows, _ = await self._rows()
        return {row.session: row.door for row in rows if row.session and row.kind == KIND}

    async def import_lines(self, text: str) -> Imported:
        """Take what another journal exported. Raises NotSaved."""
        return await self._journal.import_lines(text, self._clock.read().at)

    async def verify(self) -> tuple[int, tuple[Finding, ...], tuple[Problem, ...]]:
        """How many documents were looked at, what does not hold, and what cannot be read."""
        contents = await self._journal.contents()
        return len(contents.documents), await self._journal.verify(), contents.problems

    async def _rows(self) -> tuple[list[EntryRow], tuple[Problem, ...]]:
        documents, problems = await self._newest()
        return [self._row(document) for document in documents], problems

    async def _newest(self) -> tuple[list[Document], tuple[Problem, ...]]:
        """The newest revision of every entry, newest first, and what of the files is no entry."""
        contents = await self._journal.contents()
        newest = latest(doc for _, doc in contents.documents).values()
        by_moment = sorted(newest, key=lambda each: _moment(self._row(each)), reverse=True)
        return by_moment, contents.problems

    def _row(self, document: Document) -> EntryRow:
        seal = str(document.get("hash", ""))
        row = self._known.get(seal)
        if row is None:
            row = self._worked_out(document)
            if seal:
                self._known[seal] = row
        return row

    def _worked_out(self, document: Document) -> EntryRow:
        body = body_of(document)
        said = list(_texts(body))
        title = body.get("title") or body.get("text") or document["id"]
        held = body.get("held_at") or document["made_at"]
        return EntryRow(
            id=document["id"],
            kind=document["kind"],
            rev=document["rev"],
            title=str(title),
            when=self._local(held),
            line=next((text for text in said if text), ""),
            door=body.get("door") is True,
            session=str(body.get("session") or ""),
            text=folded(" ".join((str(title), str(held)[:10], *said))),
        )

    def _local(self, moment: object) -> datetime | None:
        try:
            return datetime.fromisoformat(str(moment)).astimezone(self._clock.zone(""))
        except (ValueError, OverflowError):
            return None


def _debrief(document: Document) -> Debrief:
    """What a document says. Raises NotFound."""
    try:
        return debrief_of(document)
    except ValueError as error:
        told = f"the entry {document['id']} cannot be read as a debrief: {_reason(error)}"
        raise NotFound(told) from error


def _reason(error: ValueError) -> str:
    """Why a document is no debrief, in a person's words rather than in those of the checker."""
    if not isinstance(error, ValidationError):
        return f"it {error}"
    field = next((part for each in error.errors() for part in each["loc"]), "body")
    return f"this version of facilitui cannot read its {quoted(str(field))}"


def _moment(row: EntryRow) -> float:
    return row.when.timestamp() if row.when else 0.0


def _texts(body: dict[str, object]) -> list[str]:
    """What a person wrote in an entry, first things first."""
    texts = [body.get("learned"), body.get("frame_name"), body.get("text")]
    for name in ("prompts", "answers"):
        answers = body.get(name)
        for answer in answers if isinstance(answers, list) else ():
            if isinstance(answer, dict):
                texts += [answer.get("text"), answer.get("ask") if answer.get("text") else ""]
    commitment = body.get("commitment")
    if isinstance(commitment, dict):
        texts.append(commitment.get("text"))
    return [text for text in texts if isinstance(text, str)]
