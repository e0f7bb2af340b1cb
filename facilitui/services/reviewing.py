"""Reviewing: finding, reading and handing over what the journal holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.core import entries
from facilitui.core.base import Record
from facilitui.core.debrief import KIND, Debrief
from facilitui.core.debrief_about import entry_id
from facilitui.core.errors import NotFound, Problem
from facilitui.core.journal import Document, Finding, body_of, debrief_of, latest
from facilitui.core.journal_ports import Imported, Journal
from facilitui.core.ports import Clock, DraftStore
from facilitui.core.sealing import canonical
from facilitui.core.search import folded, matches, words_of
from facilitui.core.unread_months import revision_told, unread_since, unread_told
from facilitui.services.unsaved import UnsavedDebriefs

if TYPE_CHECKING:
    from facilitui.core.feedback import Feedback
    from facilitui.core.scores_beside import SideBySide


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a list shows it; only one that is opened becomes a model."""

    id: str
    kind: str
    revision: str
    label: str
    """What it is called: "door debrief", "debrief, Ana's", "observation"."""
    title: str
    when: datetime | None
    """When the session was held, else when the entry was made; in this machine's zone."""
    line: str
    """The beginning of what it says."""
    door: bool
    session: str
    """The session it is about, empty without one."""
    lens: str
    """Whose second debrief it is, empty for every other entry."""
    text: str = field(repr=False, compare=False)
    """All it says, folded for searching."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a search shows."""

    rows: tuple[EntryRow, ...]
    more: int
    """How many more there are than are shown."""
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many of each group of kinds have the words, whichever of them are shown."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry to be read."""

    row: EntryRow
    document: Document
    record: Record | None
    """What it says; None for a kind that this version does not know."""
    revisions: int
    """How many of it there are."""
    session: tuple[EntryRow, ...]
    """All entries of its session, itself among them, the newest first."""
    beside: tuple[SideBySide, ...] = ()
    """One's own scores beside an observer's, of scores and of an observation that has any."""
    heard: tuple[Feedback, ...] = ()
    """Of answers that are not all of their session: what all of them say as one picture."""
    unsaved: bool = False
    """Whether changes of it were typed that are not saved yet."""
    lacking: str = ""
    """That a later revision may lie in a month that cannot be read; empty where none may."""


LATER = "whether there is a later revision of it"
AT_MOST = 200
"""Rows a list shows at once (design §7)."""


class Reviewing:
    """The journal as people read it."""

    def __init__(self, journal: Journal, clock: Clock, drafts: DraftStore) -> None:
        self.unsaved = UnsavedDebriefs(drafts, journal)
        """The debriefs with changes that are not in the journal."""
        self._journal = journal
        self._clock = clock
        self._known: dict[str, EntryRow] = {}
        """Rows by their document's hash, so that a list is worked out once."""

    async def find(self, query: str = "", group: str = "") -> Shown:
        """The entries in which every word occurs, newest first; all of them for no words.

        Of a group only those that are counted under it.
        """
        rows, problems = await self._rows()
        words = words_of(query)
        found = [row for row in rows if matches(words, row.text)]
        counts = Counter(entries.group_of(row.kind) for row in found)
        shown = [row for row in found if not group or entries.group_of(row.kind) == group]
        more = max(0, len(shown) - AT_MOST)
        return Shown(tuple(shown[:AT_MOST]), more, problems, counts)

    async def read(self, entry_id: str, back: int = 0) -> Opened:
        """An entry's newest revision, or one so many before it. Raises NotFound."""
        from facilitui.core.entry_records import record_in
        from facilitui.services.debrief_facts import heard_with
        from facilitui.services.scored_beside import scored_beside

        contents = await self._journal.contents()
        documents = [document for _, document in contents.documents]
        revisions = sorted((d for d in documents if d["id"] == entry_id), key=_rev)
        if not revisions:
            lost = unread_told(contents.unread, f"whether the journal has an entry {entry_id}")
            none = f"the journal has no entry {entry_id}; `journal list` shows them all"
            raise NotFound(lost or none)
        document = revisions[max(0, len(revisions) - 1 - back)]
        rows, _ = await self._rows()
        row = self._row(document)
        same = tuple(each for each in rows if row.session and each.session == row.session)
        record, ids = record_in(document), {each.id for each in same}
        own = [each for each in latest(documents).values() if each["id"] in ids]
        beside, heard = scored_beside(record, own), () if back else heard_with(record, own)
        unsaved = await self.unsaved.has(entry_id)
        later = unread_since(contents.unread, revisions[-1]["made_at"])
        lacking = unread_told(later, LATER)
        return Opened(row, document, record, len(revisions), same, beside, heard, unsaved, lacking)

    async def read_all(self) -> tuple[list[tuple[Document, Record | None]], list[str]]:
        """The newest revision of every entry, newest first, and what cannot be read."""
        from facilitui.core.entry_records import record_in

        documents, problems = await self._newest()
        found: list[tuple[Document, Record | None]] = []
        unread = [str(problem) for problem in problems]
        for document in documents:
            try:
                found.append((document, record_in(document)))
            except NotFound as error:
                unread.append(str(error))
        return found, unread

    async def export_lines(self) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Every revision of every entry as a line of JSON, and what of the files is no entry."""
        contents = await self._journal.contents()
        lines = tuple(canonical(dict(document)) for _, document in contents.documents)
        return lines, contents.problems

    async def debriefs(self, newest: int) -> tuple[Debrief, ...]:
        """The newest debriefs of one's own, newest first; what cannot be read is left out."""
        documents, _ = await self._newest()
        found: list[Debrief] = []
        for document in [each for each in documents if each["kind"] == KIND][:newest]:
            with suppress(ValueError):
                found.append(debrief_of(document))
        return tuple(each for each in found if not each.lens)

    async def written(self) -> dict[str, bool]:
        """The sessions that have a debrief, and whether it is only the two-minute form."""
        rows, _ = await self._rows()
        return {row.session: row.door for row in rows if row.id == entry_id(row.session)}

    async def unread(self) -> tuple[str, ...]:
        """The files of the journal of which nobody can say what they hold."""
        return (await self._journal.contents()).unread

    async def import_lines(self, text: str, source: str) -> Imported:
        """Take what another journal exported; problems name the source. Raises NotSaved."""
        return await self._journal.import_lines(text, self._clock.read().at, source)

    async def check(self) -> tuple[int, tuple[Problem, ...]]:
        """How many files the journal has, and what is wrong with them."""
        contents = await self._journal.contents()
        files = {place.partition("#")[0] for place, _ in contents.documents}
        damaged = {problem.file.rpartition("/")[2] for problem in contents.problems}
        return len(files | damaged), contents.problems

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
        body, kind, name = body_of(document), document["kind"], document["id"]
        title = entries.title(name, body)
        held = entries.day(body, document["made_at"])
        label = entries.label(kind, body)
        said = (title, label, held[:10], *entries.texts(body))
        return EntryRow(
            id=name,
            kind=kind,
            revision=revision_told(document["rev"], document["made_at"]),
            label=label,
            title=title,
            when=self._local(held),
            line=entries.line(kind, body),
            door=body.get("door") is True,
            session=str(body.get("session") or ""),
            lens=str(body.get("lens") or "") if kind == KIND else "",
            text=folded(" ".join(said)),
        )

    def _local(self, moment: str) -> datetime | None:
        """A moment, or a day's beginning, in this machine's zone."""
        zone = self._clock.zone("")
        try:
            found = datetime.fromisoformat(moment)
            return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
        except (ValueError, OverflowError):
            return None


def _moment(row: EntryRow) -> float:
    return row.when.timestamp() if row.when else 0.0


def _rev(document: Document) -> int:
    return int(document["rev"])
