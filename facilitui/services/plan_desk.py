"""One plan on the desk, with everything about it worked out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from facilitui.core.calendar_entry import with_calendar
from facilitui.core.files import Stored
from facilitui.core.naming import slug_of_any_script as slug
from facilitui.core.plan import Plan
from facilitui.core.ports import Clock, DraftStore, PlanStore, Shelf
from facilitui.services.desk import Desk
from facilitui.services.plan_view import PlanView, plan_view


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

        A new plan's file gets its name from the title; nothing can know it by the one before.
        One that another program has changed since stays where it is.
        """
        await self.write()
        async with self._in_turn:
            if self._wants_its_name and await self._files.is_as(self.name, self._digest):
                before = self.name
                name = await self._files.free_name(self.title)
                await self._go_on_as(name, lambda plan: plan)
                self._begun_as = None
                await self._files.remove(before)

    async def _write(self) -> bool:
        """Write it, a new one under a name that nothing has by now; its draft ties it to one."""
        drafted = self._kept is not self._written
        if self._begun_as is not None and self.unwritten and not (self.has_file or drafted):
            self.name = await self._files.free_name(self._begun_as)
        return await super()._write()

    @property
    def _wants_its_name(self) -> bool:
        if self._begun_as is None or self.conflict or not self.has_file:
            return False
        return bool(self.title) and slug(self.title) != slug(self._begun_as)

    async def save_as(self) -> str:
        """Go on in a file of its own, whose name it keeps from then on. Raises NotSaved."""
        name = await super().save_as()
        self._begun_as = None
        return name

    def _under(self, name: str) -> Callable[[Plan], Plan]:
        """A plan of its own is another entry in a calendar."""
        return lambda plan: with_calendar(plan, None)
