"""One group on the desk, with the sessions it had and what they left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from facilitui.core.files import Stored
from facilitui.core.plans.group import Group, changed, merged
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.ports import DraftStore
from facilitui.services.desk import Desk
from facilitui.services.plans.series import GroupView, Series


class GroupDesk(Desk[Group]):
    """One group being edited.

    Another program's changes are taken in beside one's own. Only where both changed the same
    thing the file is left alone until somebody settles it.
    """

    what = "group"

    def __init__(
        self, stored: Stored[Group], groups: GroupStore, drafts: DraftStore, series: Series
    ) -> None:
        super().__init__(stored, groups, drafts)
        self._series = series
        self.view = GroupView(stored.state)
        """The group with everything that belongs to it, as it was looked at last."""

    @property
    def group(self) -> Group:
        """The group as it stands."""
        return self.state

    @property
    def title(self) -> str:
        """Its name."""
        return self.group.name

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._series.now.date()

    def local(self, moment: datetime) -> datetime:
        """A moment as the clock here shows it."""
        return moment.astimezone(self._series.now.tzinfo)

    async def look_around(self) -> None:
        """Bring in what plans, sessions and debriefs have to say by now.

        Raises FacilituiError where they cannot be read.
        """
        asked = self.group
        self.view = view = await self._series.view(asked)
        if view.group != asked:
            self.record(lambda group: merged(asked, group, view.group) or group)

    def _merged(self, base: Group, ours: Group, theirs: Group) -> Group | None:
        return merged(base, ours, theirs)

    def _under(self, name: str) -> Callable[[Group], Group]:
        """Every state gets the id, so that undo keeps to it."""
        return lambda group: changed(group, id=name)
