"""A home in memory, to see what Home shows of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from facilitui.core.overview import Overview
from facilitui.core.sessions import moves
from facilitui.services.files_seen import FilesSeen
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.overseeing import Overseeing
from facilitui.services.plans.planning import Planning
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import good_plan
from tests.services.fakes import (
    FixedLibrary,
    MemoryJournal,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.memory_files import MemoryDrafts

NOW = datetime(2026, 11, 25, 9, 0)


class House:
    """A home in memory."""

    def __init__(self) -> None:
        self.clock, self.plans, self.sessions = MovableClock(), MemoryPlans(), MemorySessions()
        self.journal, self.library = MemoryJournal(), FixedLibrary()
        self.drafts, chance = MemoryDrafts(), counting()
        planning = Planning(self.plans, self.drafts, self.library, self.clock)
        stores = (self.sessions, self.plans, self.drafts, self.library)
        self.hosting = Hosting(*stores, self.clock, chance)
        seen = FilesSeen(self.journal, self.sessions)
        self.reviewing = Reviewing(self.journal, self.clock, self.drafts, files=seen)
        self.overseeing = Overseeing(planning, self.hosting, self.reviewing, self.clock)
        at = NOW.replace(tzinfo=self.clock.zone(""))
        self.clock.move((at - self.clock.read().at).total_seconds())

    def plan(self, name: str, start: datetime | None, changed: float = 0, **fields: Any) -> None:
        """A plan of that name and title."""
        fields = {"title": name, "start": start, "zone": "", **fields}
        self.plans.put(name, good_plan(**fields))
        self.plans.changed[name] = changed

    async def run(self, plan: str, *, end: bool) -> str:
        """A session of a plan."""
        hosted = await self.hosting.prepare_plan(plan)
        await hosted.begin()
        if end:
            await hosted.do(moves.end)
        await hosted.leave()
        return hosted.session

    async def debrief(self, session: str, **body: Any) -> None:
        """A debrief in the journal."""
        await self.journal.save(
            entry_id=f"debrief-{session}",
            kind="debrief",
            body={"session": session, "title": session, **body},
            made_at=self.clock.read().at,
            salt="00" * 16,
        )

    async def overview(self) -> Overview:
        """Home as it is now."""
        return await self.overseeing.overview()
