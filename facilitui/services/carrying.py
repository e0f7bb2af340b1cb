"""What goes from one session into another: promises that are open, and a whole next plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from facilitui.core.editing import changed
from facilitui.core.group import Group
from facilitui.core.plan_parts import Carried
from facilitui.core.series import Keep
from facilitui.services.plan_desk import PlanDesk
from facilitui.services.series import Series

NEW = "+"
"""What stands for a new group in an answer; no group has that id."""
AT_MOST = 200
"""So many promises or groups are offered."""


class Asks(Protocol):
    """Whoever is asked what to do. An answer of None, or without a name, gives it up."""

    async def which_group(self, groups: Sequence[Group]) -> str | None:
        """Whose session it is: the id of a group, or NEW."""

    async def group_name(self) -> str:
        """What a new group is called."""

    async def what_to_keep(self) -> Collection[Keep] | None:
        """What the next plan begins with."""

    async def which_promises(self, found: Sequence[Carried]) -> Collection[int] | None:
        """Which of some promises a plan comes back to, by their places."""


async def carry_over(series: Series, desk: PlanDesk, asks: Asks) -> str:
    """Put the promises that are chosen on the plan; what to say where nothing is open."""
    found = (await series.commitments(desk.plan))[:AT_MOST]
    if not found:
        return "" if desk.plan.carried else "Nothing was promised that is open."
    chosen = await asks.which_promises(found)
    taken = tuple(each for place, each in enumerate(found) if place in (chosen or ()))
    if taken:
        what = "carrying over a promise" if len(taken) == 1 else f"carrying over {len(taken)}"
        desk.change(lambda plan: changed(plan, carried=(*plan.carried, *taken)), what)
    return ""


async def plan_next(
    series: Series,
    asks: Asks,
    plan: str,
    group: str = "",
    joined: Callable[[str], None] | None = None,
) -> str:
    """Write the plan of a group's next session and say its name; empty if it was given up.

    A plan that is no group's joins one first; `joined` is told where the plan is open.
    """
    group = group or await series.group_of(plan) or await _joined(series, asks, plan, joined)
    keep = await asks.what_to_keep() if group else None
    return await series.next_of(group, keep, plan) if keep is not None else ""


async def _joined(
    series: Series, asks: Asks, plan: str, joined: Callable[[str], None] | None
) -> str:
    group = await _chosen_group(series, asks, plan)
    if group and joined is not None:
        joined(group)
    elif group:
        await series.join(plan, group)
    return group


async def _chosen_group(series: Series, asks: Asks, plan: str) -> str:
    """A group that is there, or a new one; empty if it was given up."""
    groups, _ = await series.groups()
    chosen = await asks.which_group(groups[:AT_MOST])
    if chosen != NEW:
        return chosen or ""
    name = await asks.group_name()
    return (await series.begin_group(name, plan)).id if name else ""
