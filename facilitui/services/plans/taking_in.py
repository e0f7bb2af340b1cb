"""Taking in agendas that were written elsewhere: shown first, taken as a new plan after that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from facilitui.core import safe_text
from facilitui.core.agendas_outside.agenda_start import dated
from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Guess, Imported, RawTable
from facilitui.core.errors import FacilituiError, InputProblems, Problem
from facilitui.core.library.protocol import Protocol
from facilitui.core.naming import UNTITLED
from facilitui.core.plans.editing import LONGEST_BLOCK, next_goal_id, with_goal
from facilitui.core.plans.plan import Goal, Plan
from facilitui.core.plans.plan_changes import begun_from
from facilitui.core.plans.planning_ports import Outside
from facilitui.core.ports import Clock, Library, PlanStore
from facilitui.core.responses.form_answers import holds_answers
from facilitui.services.beside_others import written_as_new
from facilitui.services.here import now_here

A_FORM = "looks like answers to a form, not like an agenda; f in the Journal takes those in"
ReadTable = Callable[[str, bytes], RawTable]
"""Finds the agenda in a file, given its name and what it holds. Raises InputProblems."""


@dataclass(frozen=True, slots=True)
class Preview:
    """An agenda as it would be taken. Nothing is kept of it until it is."""

    name: str
    """The file's name."""
    table: RawTable
    guess: Guess
    imported: Imported
    protocols: Mapping[str, Protocol] = field(default_factory=dict, repr=False)
    """Those whose names are known among the titles."""

    @property
    def title(self) -> str:
        """What the plan will be called: as the agenda is, else as its file."""
        stem = self.name.rpartition(".")[0] or self.name
        title = self.imported.head.title or " ".join(stem.replace("_", " ").split())
        return safe_text.storable(title)[:300] or UNTITLED


class TakingIn:
    """Agendas from files into plans."""

    def __init__(
        self,
        outside: Outside,
        read: ReadTable,
        plans: PlanStore,
        library: Library,
        clock: Clock,
    ) -> None:
        self._outside = outside
        self._read = read
        self._plans = plans
        self._library = library
        self._clock = clock

    async def preview(self, path: str) -> Preview:
        """An agenda with its columns guessed. Raises NotFound or InputProblems."""
        name, data = await self._outside.read(path)
        protocols = (await self._library.shelf()).protocols
        return await asyncio.to_thread(self._looked_at, name, data, protocols)

    def _looked_at(self, name: str, data: bytes, protocols: Mapping[str, Protocol]) -> Preview:
        today = now_here(self._clock).date()
        table = dated(self._read(name, data), today)
        if holds_answers(table):
            raise InputProblems((Problem.of_all(name, A_FORM),))
        guessed = guess(table)
        return Preview(name, table, guessed, taken(table, guessed, protocols), protocols)

    @staticmethod
    def with_columns(preview: Preview, chosen: Guess) -> Preview:
        """The same agenda with other columns."""
        imported = taken(preview.table, chosen, preview.protocols)
        return replace(preview, guess=chosen, imported=imported)

    async def take(self, preview: Preview) -> str:
        """Keep it as a new plan and give that plan's name. Raises FacilituiError."""
        if not preview.imported.blocks:
            raise FacilituiError(f"no row of {preview.name} can be a part of an agenda")
        today = now_here(self._clock).date()
        plan = begun_from(plan_of(preview), safe_text.storable(preview.name), today)
        return (await written_as_new(self._plans, plan.title, lambda _: plan)).name


def plan_of(preview: Preview) -> Plan:
    """The plan that an agenda becomes; the time there is is what it takes, if it says no other."""
    imported, head = preview.imported, preview.imported.head
    plan = Plan(
        title=preview.title,
        purpose=head.purpose,
        place=head.place,
        start=head.start,
        day=None if head.start else head.day,
        minutes=min(float(LONGEST_BLOCK), head.minutes or imported.minutes),
        blocks=imported.blocks,
    )
    for goal in head.goals:
        plan = with_goal(plan, Goal(id=next_goal_id(plan), text=goal))
    return plan
