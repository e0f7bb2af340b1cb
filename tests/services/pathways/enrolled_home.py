"""A journal with enrolments, and what was run beside it, all in memory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from facilitui.core.journals.journal import Document, latest
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, Entered, Serves
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest, snapshot, snapshot_id
from facilitui.core.sessions.session_digest import Ran, SessionDigest
from facilitui.services.journals.entry_documents import EntryDocuments
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.progressing import Progressing
from facilitui.services.pathways.reading import PathwayReading
from tests.services.fakes import FixedLibrary, MemoryJournal, MovableClock
from tests.services.memory_files import MemorySessionPlans

BEGUN = date(2026, 9, 1)
ME = "enrolment-1"
NOW = datetime(2027, 4, 1, 12, tzinfo=UTC)
"""After everything that is put into it: nothing of a day that is still to come counts."""
PATHWAY: dict[str, Any] = {
    "kind": "pathway",
    "id": "ours",
    "name": "Our way",
    "programme": "Ours",
    "source": "us",
    "version": "1",
    "phases": [
        {
            "id": "first",
            "name": "Begin",
            "requirements": [
                {"kind": "sessions", "id": "led", "text": "Lead sessions", "count": 2},
                {"kind": "planning", "id": "planned", "text": "Plan with staff", "count": 1},
            ],
        }
    ],
}


def pathway(**keys: Any) -> Pathway:
    """A pathway of one phase."""
    return Pathway.model_validate({**PATHWAY, **keys})


class SteadyJournal(MemoryJournal):
    """A journal that hands over the same contents for as long as nothing changes."""

    def __init__(self) -> None:
        super().__init__()
        self._handed = JournalContents(())

    async def contents(self) -> JournalContents:
        found = await super().contents()
        if found != self._handed:
            self._handed = found
        return self._handed


class MemoryRuns:
    """What was run, as digests."""

    def __init__(self) -> None:
        self.all = Ran()

    def add(self, *digests: SessionDigest) -> None:
        """Further sessions that ended."""
        every = (*self.all.digests, *digests)
        self.all = Ran(every, frozenset(each.session for each in every), self.all.damaged)

    async def digests(self) -> tuple[SessionDigest, ...]:
        return self.all.digests

    async def ran(self) -> Ran:
        return self.all


class EnrolledHome:
    """A journal with enrolments, and where they stand."""

    def __init__(self, *shelf: Pathway) -> None:
        self.journal, self.runs, self.plans = SteadyJournal(), MemoryRuns(), MemorySessionPlans()
        self.clock = MovableClock(NOW)
        self.documents = EntryDocuments(self.journal)
        self.library = FixedLibrary(Shelf(pathways={each.id: each for each in shelf}))
        reading = PathwayReading(self.documents, self.runs, self.plans, self.clock)
        self.progressing = Progressing(reading, self.library, self.clock)
        self._made = 0

    async def put(self, entry: str, kind: str, body: Mapping[str, Any]) -> Document:
        """A further revision of an entry."""
        self._made += 1
        at = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=self._made)
        salt = f"{self._made:032x}"
        return await self.journal.save(entry_id=entry, kind=kind, body=body, made_at=at, salt=salt)

    async def put_beside(self, entry: str, kind: str, body: Mapping[str, Any]) -> None:
        """A revision of another machine, which knows only the entry's first one."""
        newest = latest(self.journal.documents)[entry]
        kept = self.journal.documents
        self.journal.documents = [each for each in kept if each is not newest]
        other = await self.put(entry, kind, body)
        self.journal.documents = [*kept, other]

    async def enrol(
        self, way: Pathway | None = None, *, entry: str = ME, kept: bool = True, **fields: Any
    ) -> Enrolment:
        """Somebody on their way in a pathway; `kept` says whether its words are kept as well."""
        way = way or pathway()
        if kept:
            said = snapshot(way).model_dump(mode="json")
            await self.put(snapshot_id(way.id, digest(way)), "pathway", said)
        given: dict[str, Any] = {
            "name": "Ana",
            "pathway": way.id,
            "pathway_name": way.name,
            "version": way.version,
            "digest": digest(way),
            "started_on": BEGUN,
            "entered": (Entered(phase="first", on=BEGUN),),
        }
        made = Enrolment(**{**given, **fields})
        await self.put(entry, "enrolment", made.model_dump(mode="json"))
        return made

    async def found(self) -> PathwayJournal:
        """What is read of it."""
        return await self.progressing.found()

    async def case(self) -> Case:
        """What enrolments are told from."""
        return (await self.found()).case


def counting(*keys: str) -> tuple[Serves, ...]:
    """That these count."""
    return tuple(Serves(key=each) for each in keys)
