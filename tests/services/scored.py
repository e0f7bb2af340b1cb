"""A session that was run, to be scored with a rubric."""

from __future__ import annotations

from typing import Any

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.journals.journal import body_of
from facilitui.core.library.rubric import Rubric
from facilitui.core.library.shelf import Shelf
from facilitui.core.sessions import moves
from facilitui.services.debriefs.scoring import Scoring
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import good_plan
from tests.core.rubrics import rubric
from tests.services.fakes import (
    FixedLibrary,
    MemoryJournal,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.memory_files import MemoryDrafts

OURS = rubric(priority=["b"])


class Study:
    """A session that was run, and everything to score it with."""

    def __init__(self) -> None:
        self.clock, self.sessions = MovableClock(), MemorySessions()
        self.journal, self.drafts = MemoryJournal(), MemoryDrafts()
        self.library, self.session = FixedLibrary(Shelf(rubrics={"ours": OURS})), ""

    async def run(self) -> None:
        """Run a plan from beginning to end."""
        plans = MemoryPlans()
        plans.put("work", good_plan())
        hosting = Hosting(self.sessions, plans, self.drafts, self.library, self.clock, counting())
        hosted = await hosting.prepare_plan("work")
        await hosted.begin()
        self.clock.move(90)
        await hosted.do(moves.capture("they quoted the work"))
        await hosted.do(moves.end)
        await hosted.leave()
        self.session = hosted.session

    async def open(self) -> ScoringDesk:
        """One's own scores as after a start of the program."""
        return await self._scoring().open(self.session)

    async def open_observed(self, entry: str) -> ScoringDesk:
        """What an observer scored, likewise."""
        return await self._scoring().open_observed(entry)

    def _scoring(self) -> Scoring:
        self.clock.move(1)
        around = (self.sessions, self.journal, self.drafts)
        return Scoring(*around, self.library, self.clock, counting())

    def shelve(self, *rubrics: Rubric) -> None:
        """Other rubrics in the library."""
        self.library = FixedLibrary(Shelf(rubrics={each.id: each for each in rubrics}))

    async def put(self, entry: str, kind: str, body: SelfScores | Observation) -> None:
        """An entry in the journal."""
        at = self.clock.read().at
        said = body.model_dump(mode="json")
        await self.journal.save(entry_id=entry, kind=kind, body=said, made_at=at, salt="00" * 16)

    @property
    def saved(self) -> list[dict[str, Any]]:
        """What every revision says."""
        return [body_of(doc) for doc in self.journal.documents if doc["kind"] == "scores"]


def levels(desk: ScoringDesk) -> dict[str, int]:
    """The scores by criterion."""
    return {score.criterion: score.level for score in desk.sheet.scores}
