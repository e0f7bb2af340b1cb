"""Looking up who takes part in a session, so that a report can leave their names out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.planning_ports import GroupStore, SessionPlans
from facilitui.core.ports import PlanStore
from facilitui.core.reports.report_people import People, facilitators, of_group, of_plan


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Who a session's plan and its group name."""

    people: People
    lacking: bool
    """Whether the plan or the group, where there should be one, cannot be read."""
    sensitive: bool = False
    """Whether the plan is of a difficult conversation."""
    facilitators: tuple[str, ...] = ()
    """Who facilitates by the plan; where there are two of it, by the first that tells."""


class NameReading:
    """The names that plans and groups know. A file that cannot be read is told, never an error."""

    def __init__(self, plans: PlanStore, copies: SessionPlans, groups: GroupStore) -> None:
        self._plans = plans
        self._copies = copies
        self._groups = groups

    async def of_session(self, session: str, plan: str) -> LookedUp:
        """Those of a session: by its plan as it is now, and as it was when the session began.

        Where neither can be read, everybody of every group may have been in it.
        """
        found = [each for each in (await self._plan(plan), await self._copy(session)) if each]
        if not found:
            return LookedUp(await self._of_all_groups(), lacking=True)
        looked_up = [await self.of_plan(each) for each in found]
        people = sum((each.people for each in looked_up), People())
        sensitive = any(each.sensitive for each in looked_up)
        lacking = any(each.lacking for each in looked_up)
        told = (each.facilitators for each in looked_up if each.facilitators)
        return LookedUp(people, lacking, sensitive, next(told, ()))

    async def of_plan(self, plan: Plan) -> LookedUp:
        """Those of a plan and its group."""
        people, leading = of_plan(plan), facilitators(plan)
        if not plan.group:
            return LookedUp(people, False, plan.sensitive, leading)
        try:
            group = of_group((await self._groups.load(plan.group)).state)
        except FacilituiError:
            everybody = people + await self._of_all_groups()
            return LookedUp(everybody, True, plan.sensitive, leading)
        return LookedUp(people + group, False, plan.sensitive, leading)

    async def _plan(self, name: str) -> Plan | None:
        with suppress(FacilituiError):
            return (await self._plans.load(name)).state if name else None
        return None

    async def _copy(self, session: str) -> Plan | None:
        with suppress(FacilituiError):
            return await self._copies.read(session)
        return None

    async def _of_all_groups(self) -> People:
        with suppress(FacilituiError):
            groups, _ = await self._groups.groups()
            return sum(map(of_group, groups), People())
        return People()
