"""Taking in agendas that were written elsewhere: shown first, taken as a new plan after that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from facilitui.core import safe_text
from facilitui.core.columns import guess
from facilitui.core.editing import LONGEST_BLOCK
from facilitui.core.errors import FacilituiError
from facilitui.core.importing import taken
from facilitui.core.plan import Plan
from facilitui.core.planning_ports import Outside
from facilitui.core.ports import Library, PlanStore
from facilitui.core.protocol import Protocol
from facilitui.core.raw_table import Guess, Imported, RawTable

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


class TakingIn:
    """Agendas from files into plans."""

    def __init__(
        self, outside: Outside, read: ReadTable, plans: PlanStore, library: Library
    ) -> None:
        self._outside = outside
        self._read = read
        self._plans = plans
        self._library = library

    async def preview(self, path: str) -> Preview:
        """An agenda with its columns guessed. Raises NotFound or InputProblems."""
        name, data = await self._outside.read(path)
        table = await asyncio.to_thread(self._read, name, data)
        protocols = (await self._library.shelf()).protocols
        guessed = guess(table)
        return Preview(name, table, guessed, taken(table, guessed, protocols), protocols)

    def with_columns(self, preview: Preview, chosen: Guess) -> Preview:
        """The same agenda with other columns."""
        return with_columns(preview, chosen)

    async def take(self, preview: Preview) -> str:
        """Keep it as a new plan and give that plan's name. Raises FacilituiError."""
        if not preview.imported.blocks:
            raise FacilituiError(f"no row of {preview.name} can be a part of an agenda")
        plan = plan_of(preview)
        stored = await self._plans.save(await self._plans.free_name(plan.title), plan, "")
        return stored.name


def with_columns(preview: Preview, chosen: Guess) -> Preview:
    """The same agenda with other columns."""
    imported = taken(preview.table, chosen, preview.protocols)
    return replace(preview, guess=chosen, imported=imported)


def plan_of(preview: Preview) -> Plan:
    """The plan that an agenda becomes; the time there is is the time it takes."""
    imported = preview.imported
    stem = preview.name.rpartition(".")[0] or preview.name
    title = imported.title or " ".join(stem.replace("_", " ").split())
    return Plan(
        title=safe_text.storable(title)[:300] or "Untitled session",
        start=imported.start,
        minutes=min(float(LONGEST_BLOCK), imported.minutes),
        blocks=imported.blocks,
    )
