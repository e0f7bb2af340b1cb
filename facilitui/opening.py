"""Making each screen with the services it needs, imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from facilitui.core.errors import HostedElsewhere
from facilitui.core.overview import Overview
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.home import HomeScreen

if TYPE_CHECKING:
    from facilitui.core.planning_ports import Favourites
    from facilitui.core.ports import PlanRow
    from facilitui.core.vocabulary import Mode
    from facilitui.services.authoring import Authoring
    from facilitui.services.gathering import Gathering
    from facilitui.services.handing_over import HandingOver
    from facilitui.services.hosting import Hosting
    from facilitui.services.planning import Planning
    from facilitui.services.reflecting import Reflecting
    from facilitui.services.reviewing import Reviewing
    from facilitui.services.series import Series
    from facilitui.services.taking_in import TakingIn

AnyScreen = Screen[Any]
Opened = Coroutine[Any, Any, AnyScreen]
EMPTY = "+"
"""What stands for no agenda in a choice; no agenda can be called that."""
AT_MOST = 200
"""Rows of a list (design §7)."""


class Services(Protocol):
    """What the screens work with; the wiring makes each of them when it is first asked for."""

    @property
    def planning(self) -> Planning:
        """Planning sessions."""

    @property
    def authoring(self) -> Authoring:
        """Writing protocols."""

    @property
    def favourites(self) -> Favourites:
        """What of the library somebody likes best."""

    @property
    def series(self) -> Series:
        """Groups that meet again."""

    @property
    def gathering(self) -> Gathering:
        """Groups, opened to be edited."""

    @property
    def hosting(self) -> Hosting:
        """Running sessions."""

    @property
    def reflecting(self) -> Reflecting:
        """Debriefing sessions."""

    @property
    def reviewing(self) -> Reviewing:
        """Reading the journal."""

    @property
    def handing_over(self) -> HandingOver:
        """Documents of plans for others."""

    @property
    def taking_in(self) -> TakingIn:
        """Agendas from files of other kinds."""

    def now(self) -> datetime:
        """The moment, in this machine's zone."""

    def chosen_theme(self) -> str:
        """The theme that was chosen, empty where none was."""

    def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme. Blocks: for a thread."""

    def kept_overview(self) -> Overview | None:
        """What Home showed last, if it was kept."""

    def read_overview(self) -> Overview:
        """What Home shows now. Blocks: for a thread."""


class Opening:
    """Every screen of the program, ready to be shown. All may raise FacilituiError."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def chosen_theme(self) -> str:
        """The theme that was chosen, empty where none was."""
        return self._services.chosen_theme()

    def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme. Blocks: for a thread."""
        self._services.keep_theme(theme)

    def home(self) -> AnyScreen:
        """Where the program opens."""
        services = self._services
        return HomeScreen(services.kept_overview, services.read_overview, services.now)

    def library(self) -> AnyScreen:
        """Protocols and agendas."""
        from facilitui.screens.library import LibraryScreen

        return LibraryScreen(self._services.planning, self._services.favourites)

    def protocols(self, people: int, mode: Mode | None = None, minutes: float = 0) -> AnyScreen:
        """The library to choose a protocol from, for so many people in so much time.

        0 minutes are any.
        """
        from facilitui.core.shelf_filter import ShelfFilter
        from facilitui.screens.library import ChoosingScreen

        wanted = ShelfFilter(people, mode)
        services = self._services
        return ChoosingScreen(services.planning, services.favourites, wanted, minutes)

    async def protocol(self, name: str, *, copy: bool) -> AnyScreen:
        """A protocol to be written, a copy of one, or a new one where there is no name."""
        from facilitui.screens.protocol import ProtocolScreen

        authoring = self._services.authoring
        if not name:
            return ProtocolScreen(await authoring.begin())
        return ProtocolScreen(await authoring.open(name, copy=copy))

    def journal(self) -> AnyScreen:
        """Debriefs."""
        from facilitui.screens.journal import JournalScreen

        return JournalScreen(self._services.reviewing)

    async def plan(self, name: str) -> AnyScreen:
        """A plan to work on."""
        from facilitui.screens.plan import PlanScreen

        return PlanScreen(await self._services.planning.open(name), self._services.series.names)

    async def new_plan(self, agenda: str) -> AnyScreen:
        """A new plan, empty or from an agenda."""
        from facilitui.screens.plan import PlanScreen

        return PlanScreen(
            await self._services.planning.begin("" if agenda == EMPTY else agenda),
            self._services.series.names,
        )

    def import_dialog(self) -> Screen[str | None]:
        """Asks for a file with an agenda, shows what would be taken, and makes a plan of it."""
        from facilitui.screens.dialogs.import_agenda import ImportDialog

        taking = self._services.taking_in
        return ImportDialog(taking.preview, taking.with_columns, taking.take)

    async def agenda_choices(self) -> list[Choice]:
        """What a new plan can begin with."""
        shelf = await self._services.planning.shelf()
        ready = [
            Choice(name, plan.title, f"{plan.minutes:g} min")
            for name, plan in shelf.agendas.items()
        ]
        return [Choice(EMPTY, "An empty plan"), *ready]

    async def plan_choices(self) -> list[Choice]:
        """All plans, those that were changed last at the top."""
        rows = await self._services.planning.rows()
        newest = sorted(rows, key=lambda row: row.changed, reverse=True)[:AT_MOST]
        return [Choice(row.name, row.title or row.name, _dated(row)) for row in newest]

    @property
    def series(self) -> Series:
        """The groups that meet again."""
        return self._services.series

    @property
    def handing_over(self) -> HandingOver:
        """Documents of plans for others."""
        return self._services.handing_over

    async def group(self, group: str) -> AnyScreen:
        """A group that meets again."""
        from facilitui.screens.group import GroupScreen

        return GroupScreen(await self._services.gathering.open(group))

    async def group_choices(self) -> list[Choice]:
        """All groups."""
        from facilitui.widgets.group_view import group_lines

        groups, _ = await self._services.series.groups()
        return [Choice(*line) for line in group_lines(groups[:AT_MOST])]

    async def live(self, plan: str) -> AnyScreen:
        """A plan made ready to run."""
        from facilitui.screens.live import LiveScreen

        return LiveScreen(await self._services.hosting.prepare_plan(plan))

    async def open_session(self, plan: str) -> str:
        """The newest session of a plan that nobody has ended; empty if there is none."""
        rows = await self._services.hosting.open_runs_of(plan)
        return rows[0].session if rows else ""

    async def resumed(self, session: str) -> AnyScreen:
        """A session that lies open; to be looked at only where another copy hosts it."""
        from facilitui.screens.live import LiveScreen

        try:
            return LiveScreen(await self._services.hosting.resume(session))
        except HostedElsewhere as error:
            return LiveScreen(await self._services.hosting.look_at(session, str(error)))

    async def copied(self, session: str) -> AnyScreen:
        """A session whose log is damaged, gone on with in a copy of what is proved."""
        from facilitui.screens.live import LiveScreen

        return LiveScreen(await self._services.hosting.continue_in_copy(session))

    async def debrief(self, session: str, *, door: bool) -> AnyScreen:
        """The debrief of a session."""
        from facilitui.screens.debrief import DebriefScreen

        return DebriefScreen(await self._services.reflecting.open(session, door=door))


def _dated(row: PlanRow) -> str:
    day = "cannot be read" if row.problem else row.day.isoformat() if row.day else ""
    return ", ".join(part for part in (day, row.outside) if part)
