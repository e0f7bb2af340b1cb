"""One plan on the desk, with everything about it worked out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from facilitui.core.errors import ChangedOnDisk
from facilitui.core.files import Stored
from facilitui.core.library.shelf import Shelf
from facilitui.core.naming import wide_slug
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import Clock, DraftStore, PlanStore
from facilitui.core.reports.calendar_entry import with_calendar
from facilitui.services.beside_others import written_as_new
from facilitui.services.desk import Desk
from facilitui.services.filed import drafted
from facilitui.services.plans.plan_view import PlanView, plan_view


class PlanDesk(Desk[Plan]):
    """One plan being edited."""

    what = "plan"

    def __init__(
        self,
        stored: Stored[Plan],
        shelf: Shelf,
        plans: PlanStore,
        drafts: DraftStore,
        clock: Clock,
        *,
        begun: bool = False,
    ) -> None:
        """`begun` says that it is new: its file is named again once it has a title of its own."""
        super().__init__(stored, plans, drafts)
        self._plans = plans
        self._clock = clock
        self._begun_as = stored.state.title if begun else None
        self.shelf = shelf
        self._view: PlanView | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.state

    @property
    def title(self) -> str:
        """The title of the session."""
        return self.plan.title

    @property
    def view(self) -> PlanView:
        """The plan as it stands, worked out."""
        if self._view is None or self._view.plan is not self.plan:
            self._view = plan_view(self.plan, self.shelf, self._clock)
        return self._view

    @property
    def today(self) -> date:
        """The day it is where the session is held."""
        return self._clock.read().at.astimezone(self._clock.zone(self.plan.zone)).date()

    def knows_zone(self, name: str) -> bool:
        """Whether there is a time zone of that name."""
        return getattr(self._clock.zone(name), "key", "") == name

    async def finish(self) -> None:
        """Write everything before it is left or run. Raises NotSaved.

        The first time, a new plan's file gets its name from the title; whoever is told the name
        from then on can keep it.
        """
        async with self._keeping():
            if await self._write() and self.has_file:
                await self._get_its_name()

    async def _get_its_name(self) -> None:
        """Name a new plan's file; one that another program has changed since keeps its name.

        There is no draft of it by now, so that a kill at any moment leaves one plan; what is half
        typed goes along.
        """
        if self._begun_as and self.title and wide_slug(self.title) != wide_slug(self._begun_as):
            taken = await drafted(self._drafts, self.what)
            left = self.draft_name
            with suppress(ChangedOnDisk):
                self.name = await self._plans.rename(self.name, self.title, self._digest, taken)
                await self._draft(None)
                await self._drafts.drop(left)
        self._begun_as = None

    async def _save(self, state: Plan) -> Stored[Plan]:
        """Save it, a new one under a name that nothing has by now; its draft ties it to one."""
        is_drafted = self._kept is not self._written
        if self._begun_as is None or self.has_file or is_drafted:
            return await super()._save(state)
        taken = await drafted(self._drafts, self.what)
        stored = await written_as_new(self._files, self._begun_as, lambda _: state, taken)
        self.name = stored.name
        return stored

    async def save_as(self) -> str:
        """Go on in a file of its own, whose name it keeps from then on. Raises NotSaved."""
        name = await super().save_as()
        self._begun_as = None
        return name

    def _under(self, name: str) -> Callable[[Plan], Plan]:
        """A plan of its own is another entry in a calendar."""
        return lambda plan: with_calendar(plan, None)
