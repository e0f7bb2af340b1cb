"""A home in memory whose groups meet, are debriefed, and meet again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitui.core.debriefs.debrief import Earlier
from facilitui.core.errors import Problem
from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.library.shelf import Shelf
from facilitui.core.naming import numbered, slug
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions import moves
from facilitui.services.plans.gathering import Gathering
from facilitui.services.plans.group_desk import GroupDesk
from facilitui.services.plans.series import Series
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
from tests.services.memory_files import MemoryDrafts, MemoryFiles

SEVEN = NormSet(id="seven_norms", name="Seven", norms=(Norm(id="pausing", text="Pausing"),))


@dataclass
class MemoryGroups(MemoryFiles[Group]):
    """Groups by id, as the text of their files."""

    model = Group
    problems: tuple[Problem, ...] = ()

    def put(self, group: Group) -> None:
        """A group that another program wrote."""
        self.texts[group.id] = group.model_dump_json()

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        found = (Group.model_validate_json(text) for text in self.texts.values())
        return tuple(sorted(found, key=lambda group: group.name)), self.problems

    async def free_name(self, title: str, taken: Collection[str] = ()) -> str:
        return numbered(slug(title, "group"), [*self.texts, *taken])


class House:
    """A home in memory."""

    def __init__(self) -> None:
        self.clock, self.plans, self.sessions = MovableClock(), MemoryPlans(), MemorySessions()
        self.journal, self.groups, self.drafts = MemoryJournal(), MemoryGroups(), MemoryDrafts()
        self.library = FixedLibrary(Shelf(norms={"seven_norms": SEVEN}))
        self.chance = counting()
        self.series = Series(
            self.groups, self.plans, self.sessions, self.journal, self.library, self.clock
        )

    async def open(self, group: str = "team") -> GroupDesk:
        """A group on the desk of a program that was started anew."""
        return await Gathering(self.groups, self.drafts, self.series).open(group)

    def plan(self, name: str, **fields: Any) -> None:
        """A plan of that name; the clock says when it was changed."""
        self.plans.put(name, good_plan(**{"title": name, "start": None, "zone": "", **fields}))
        self.plans.changed[name] = self.clock.read().at.timestamp()

    def read(self, name: str) -> Plan:
        """A plan as its file has it."""
        return Plan.model_validate_json(self.plans.texts[name])

    def group(self, name: str = "team") -> Group:
        """A group as its file has it."""
        return Group.model_validate_json(self.groups.texts[name])

    async def run(self, plan: str, *norms: str, end: bool = True) -> str:
        """A session of a plan that agrees on some norms more."""
        hosting = Hosting(
            self.sessions, self.plans, MemoryDrafts(), self.library, self.clock, self.chance
        )
        hosted = await hosting.prepare_plan(plan)
        await hosted.begin()
        for text in norms:
            await hosted.do(moves.add_norm(text))
        self.clock.move(3600)
        if end:
            await hosted.do(moves.end)
        await hosted.leave()
        return hosted.session

    async def debrief(
        self,
        session: str,
        promise: str = "",
        *,
        due: date | None = None,
        change: str = "",
        earlier: tuple[Earlier, ...] = (),
    ) -> None:
        """A debrief of a session in the journal, or a revision of it."""
        await self.journal.save(
            entry_id=f"debrief-{session}",
            kind="debrief",
            body={
                "session": session,
                "held_at": self.clock.read().at.isoformat(),
                "commitment": {"text": promise, "due": due.isoformat() if due else None},
                "answers": [{"id": "door.change", "text": change}],
                "earlier": [each.model_dump(mode="json") for each in earlier],
            },
            made_at=self.clock.read().at,
            salt="00",
        )
