"""Making each screen with the services it needs, imported when it is first asked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.screen import Screen

from facilitui.opening.pathways import OpeningPathways
from facilitui.opening.sessions import AnyScreen, Opened
from facilitui.screens.home import HomeScreen

if TYPE_CHECKING:
    from facilitui.core.ports import PlanRow
    from facilitui.core.trends.drift import Drifts
    from facilitui.core.vocabulary import Mode
    from facilitui.screens.dialogs.choose import Choice

__all__ = ["AnyScreen", "Opened", "Opening"]

EMPTY = "+"
"""What stands for no agenda in a choice; no agenda can be called that."""


class Opening(OpeningPathways):
    """Every screen of the program, ready to be shown. All may raise FacilituiError."""

    async def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme."""
        await asyncio.to_thread(self.services.keep_theme, theme)

    def home(self) -> AnyScreen:
        """Where the program opens."""
        services = self.services
        kept, read = services.kept_overview, services.read_overview
        return HomeScreen(kept, read, services.now, self._home_changed)

    async def _home_changed(self) -> bool:
        """Whether Home would show something else; what tells that is not loaded before."""
        return await self.services.overseeing.has_changed()

    def library(self) -> AnyScreen:
        """Protocols and agendas."""
        from facilitui.screens.library import LibraryScreen

        return LibraryScreen(self.services.planning, self.services.favourites, self._drifts)

    async def _drifts(self) -> Drifts:
        """How protocols went so far."""
        return await self.services.remembering.drifts()

    def protocols(self, people: int, mode: Mode | None = None, minutes: float = 0) -> AnyScreen:
        """The library to choose a protocol from, for so many people in so much time.

        0 minutes are any.
        """
        from facilitui.core.library.shelf_filter import ShelfFilter
        from facilitui.screens.library import ChoosingScreen

        wanted = ShelfFilter(people, mode)
        services = self.services
        return ChoosingScreen(services.planning, services.favourites, self._drifts, wanted, minutes)

    async def protocol(self, name: str, *, copy: bool) -> AnyScreen:
        """A protocol to be written, a copy of one, or a new one where there is no name."""
        from facilitui.screens.protocol import ProtocolScreen

        authoring = self.services.authoring
        if not name:
            return ProtocolScreen(await authoring.begin())
        return ProtocolScreen(await authoring.open(name, copy=copy))

    def journal(self) -> AnyScreen:
        """Debriefs."""
        from facilitui.screens.journal import JournalScreen

        return JournalScreen(self.services.reviewing, self.services.safekeeping)

    async def plan(self, name: str) -> AnyScreen:
        """A plan to work on."""
        from facilitui.screens.plan import PlanScreen

        desk = await self.services.planning.open(name)
        return PlanScreen(desk, self.services.series, self._drifts, self.open_session)

    async def new_plan(self, agenda: str) -> AnyScreen:
        """A new plan, empty or from an agenda."""
        from facilitui.screens.plan import PlanScreen

        desk = await self.services.planning.begin("" if agenda == EMPTY else agenda)
        return PlanScreen(desk, self.services.series, self._drifts, self.open_session)

    def import_dialog(self) -> Screen[str | None]:
        """Asks for a file with an agenda, shows what would be taken, and makes a plan of it."""
        from facilitui.screens.dialogs.import_agenda import ImportDialog

        taking = self.services.taking_in
        return ImportDialog(taking.preview, taking.with_columns, taking.take)

    async def agenda_choices(self) -> list[Choice]:
        """What a new plan can begin with."""
        from facilitui.core.told import figure
        from facilitui.screens.dialogs.choose import Choice

        shelf = await self.services.planning.shelf()
        ready = [
            Choice(name, plan.title, f"{figure(plan.minutes)} min")
            for name, plan in shelf.agendas.items()
        ]
        return [Choice(EMPTY, "An empty plan"), *ready]

    async def plan_choices(self) -> list[Choice]:
        """All plans, those that were changed last at the top."""
        from facilitui.screens.dialogs.choose import Choice

        rows = await self.services.planning.rows()
        newest = sorted(rows, key=lambda row: row.changed, reverse=True)
        return [Choice(row.name, row.title or row.name, _dated(row)) for row in newest]

    async def group(self, group: str) -> AnyScreen:
        """A group that meets again."""
        from facilitui.screens.group import GroupScreen

        return GroupScreen(await self.services.gathering.open(group))

    async def group_choices(self) -> list[Choice]:
        """All groups."""
        from facilitui.screens.dialogs.choose import Choice
        from facilitui.widgets.group_view import group_lines

        groups, _ = await self.services.series.groups()
        return [Choice(*line) for line in group_lines(groups)]


def _dated(row: PlanRow) -> str:
    day = "cannot be read" if row.problem else row.day.isoformat() if row.day else ""
    return ", ".join(part for part in (day, row.outside) if part)
