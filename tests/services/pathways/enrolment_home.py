"""A home in memory in which people and groups enrol in the shipped pathways."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from facilitui.core.journals.journal import Document, body_of
from facilitui.core.library.rubric import Criterion, Rubric
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.session_digest import Ran
from facilitui.services.journals.entry_documents import EntryDocuments
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.own_name import KnownName
from facilitui.services.pathways.desk import PathwayDesk
from facilitui.services.pathways.enrolment_changes import EnrolmentChanges
from facilitui.services.pathways.enrolment_store import EnrolmentStore
from facilitui.services.pathways.progressing import Progressing
from facilitui.services.pathways.reading import PathwayReading
from tests.library.pathways import named
from tests.services.fakes import FixedLibrary, MemoryJournal, MovableClock, counting
from tests.services.group_home import MemoryGroups
from tests.services.memory_files import MemoryDrafts
from tests.services.mentoring_home import MemoryName

CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"
TODAY = date(2026, 11, 25)
LEVELS = {str(level): f"level {level}" for level in range(1, 5)}


def rubric(id: str = "ours", version: str = "1", **said: Any) -> Rubric:
    """A rubric with the areas "pausing", "asking" and "ending"."""
    criteria = tuple(
        Criterion(id=each, name=each.title(), levels=LEVELS)
        for each in ("pausing", "asking", "ending")
    )
    return Rubric(id=id, version=version, name=id.title(), scale=LEVELS, criteria=criteria, **said)


class NoRuns:
    """Nothing was run here."""

    async def digests(self) -> tuple[Any, ...]:
        return ()

    async def ran(self) -> Ran:
        return Ran()


class NoPlans:
    """No session was begun from a plan."""

    async def read(self, session: str) -> Plan:
        raise AssertionError(session)


class EnrolmentHome:
    """Everything that enrolments are written with."""

    def __init__(self, *pathways: Pathway, name: str = "Ana") -> None:
        self.journal, self.drafts, self.clock = MemoryJournal(), MemoryDrafts(), MovableClock()
        self.groups, self._chance = MemoryGroups(), counting()
        shipped = pathways or (named(CLEE), named(CORE))
        self.library = FixedLibrary(Shelf(pathways={each.id: each for each in shipped}))
        self.names = KnownName(MemoryName(name))
        self.start_again()

    def start_again(self) -> None:
        """The program is killed and started: only what was kept is there."""
        documents = EntryDocuments(self.journal)
        reading = PathwayReading(documents, NoRuns(), NoPlans(), self.clock)
        self.progressing = Progressing(reading, self.library, self.clock)
        self.entries = JournalEntries(self.journal, self.drafts, self.clock, self._chance)
        self.store = EnrolmentStore(self.entries)
        self.changes = EnrolmentChanges(self.progressing, self.store, self.library)
        self.desk = PathwayDesk(
            self.progressing,
            self.store,
            self.entries,
            self.library,
            self.groups,
            self.names,
            self._chance,
        )

    def put(self, *pathways: Pathway, rubrics: tuple[Rubric, ...] = ()) -> None:
        """What the library's files hold from now on, beside what is not named."""
        kept = self.library.kept
        self.library.kept = replace(
            kept,
            pathways={**kept.pathways, **{each.id: each for each in pathways}},
            rubrics={**kept.rubrics, **{each.id: each for each in rubrics}},
        )

    async def enrolled(self, pathway: str = CLEE, **typed: str) -> str:
        """An enrolment that is saved; what its entry is called."""
        made = await self.desk.enrol(pathway)
        fill(made, **typed)
        assert await made.save()
        return made.entry

    def said(self, entry: str) -> Enrolment:
        """What an enrolment says now, read again as a journal is."""
        return Enrolment.model_validate(body_of(self.revisions(entry)[-1]))

    def revisions(self, entry: str) -> list[Document]:
        """All of an entry."""
        return [each for each in self.journal.documents if each["id"] == entry]

    async def write(self, entry: str, kind: str, **body: Any) -> None:
        """An entry that something else wrote."""
        over = self.revisions(entry)
        await self.journal.save(
            entry_id=entry,
            kind=kind,
            body=body,
            made_at=self.clock.read().at,
            salt=self._chance(16),
            based_on=over[-1]["hash"] if over else "",
        )


def fill(made: EntryForm[Any], **typed: str) -> str:
    """Type into fields that are there; what is told of what cannot be understood."""
    assert typed.keys() <= made.values.keys(), made.values
    return made.take({**made.values, **typed})
