"""A home in memory in which something is logged for enrolments in the shipped pathways."""

from __future__ import annotations

from typing import Any

from facilitui.core.journals.journal import body_of, latest
from facilitui.core.pathways.log_entry import KIND, LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.roster import Roster, roster_id
from facilitui.services.journals.withdrawing import Withdrawing
from facilitui.services.pathways.log_keeping import LogKeeping
from tests.library.pathways import named
from tests.services.evidence_home import MemoryAttachments
from tests.services.fakes import MemorySessions
from tests.services.pathways.enrolment_home import CLEE, CORE, EnrolmentHome, fill

NEA = "nea_micro_credential_plc"


class LogHome(EnrolmentHome):
    """Everything that keeping a log works with."""

    def __init__(self, *pathways: Pathway) -> None:
        self.sessions, self.attachments = MemorySessions(), MemoryAttachments()
        super().__init__(*(pathways or map(named, (CLEE, CORE, NEA))))

    def start_again(self) -> None:
        """The program is killed and started: only what was kept is there."""
        super().start_again()
        self.withdrawing = Withdrawing(self.journal, self.drafts, self.clock, self._chance)
        self.log = LogKeeping(
            self.progressing,
            self.store,
            self.entries,
            self.sessions,
            self.attachments,
            self.withdrawing,
            self._chance,
        )

    async def group(self, pathway: str = CORE, schools: str = "North\nSouth") -> str:
        """The enrolment of a group that works for these schools."""
        return await self.enrolled(pathway, name="Our community", schools=schools)

    async def log_it(self, id: str, requirement: str, slot: Any = None, **typed: str) -> str:
        """Something logged and saved; what its entry is called."""
        made = await self.log.form(id, requirement, slot)
        assert not fill(made, **typed)
        assert await made.save(), (made.half, made.state)
        return made.entry

    async def taking_part(self, id: str, members: str) -> Roster:
        """A roster with these lines, saved."""
        made = await self.log.roster(id)
        assert not fill(made, members=members)
        assert await made.save()
        return Roster.model_validate(body_of(self.revisions(roster_id(id))[-1]))

    def logged(self, entry: str) -> LogEntry:
        """What something logged says now."""
        return LogEntry.model_validate(body_of(self.revisions(entry)[-1]))

    def all_logged(self) -> list[str]:
        """The entries of all that is logged and was not taken back."""
        found = latest(self.journal.documents)
        return [name for name, each in found.items() if each["kind"] == KIND]

    async def progress(self, id: str, requirement: str) -> Progress:
        """Where a requirement stands."""
        told = (await self.progressing.of(id)).progress
        assert told is not None
        every = (each for phase in told.phases for each in phase.requirements)
        return next(each for each in every if each.requirement.id == requirement)
