"""Gathering: groups that meet again, opened to be looked at and edited."""

from __future__ import annotations

from facilitui.core.plans.group import Group
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.ports import DraftStore
from facilitui.services.plans.group_desk import GroupDesk
from facilitui.services.plans.series import Series
from facilitui.services.typed_last import opened


class Gathering:
    """The groups of a home."""

    def __init__(self, groups: GroupStore, drafts: DraftStore, series: Series) -> None:
        self._groups, self._drafts, self._series = groups, drafts, series

    async def open(self, group: str) -> GroupDesk:
        """Open a group with what was typed last, and with what its sessions had to say.

        Raises NotFound, or InputProblems where something cannot be read.
        """
        desk = await opened(
            GroupDesk.what,
            group,
            Group,
            self._drafts,
            lambda _: self._groups.load(group),
            lambda stored: GroupDesk(stored, self._groups, self._drafts, self._series),
        )
        await desk.look_around()
        return desk
