"""What goes from one session into another: promises that are open, and a whole next plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from facilitui.core.debriefs.commitments import not_carried
from facilitui.core.plans.editing import changed
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.series import Keep
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.series import Series

NEW = "+"
"""What stands for a new group in an answer; no group has that id."""
AT_MOST = 200
"""So many promises are offered."""


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


async def carry_over(
    series: Series, desk: PlanDesk, asks: Asks, is_open: Callable[[], bool]
) -> str:
    """Put the promises that are chosen on the plan, as long as that is open; what to say.

    A plan that was left while promises were looked for is not asked about. One that was left
    while they were chosen stays as it was written then, and the promises stay open: that is said.
    """
    found = (await series.commitments(desk.plan))[:AT_MOST]
    if not is_open():
        return ""
    if not found:
        return "" if desk.plan.carried else "Nothing was promised that is open."
    chosen = await asks.which_promises(found)
    ticked = (each for place, each in enumerate(found) if place in (chosen or ()))
    taken = not_carried(desk.plan, ticked)  # some may have been carried over meanwhile
    if taken and not is_open():
        return "The plan was left before: nothing was carried over, and the promises stay open."
    if taken:
        what = "carrying over a promise" if len(taken) == 1 else f"carrying over {len(taken)}"
        desk.change(lambda plan: changed(plan, carried=(*plan.carried, *taken)), what)
    return ""


async def plan_next(
    series: Series,
    asks: Asks,
    plan: str,
    group: str = "",
    join: Callable[[str], bool] | None = None,
) -> str:
    """Write the plan of a group's next session and say its name; empty if it was given up.

    A plan that is no group's joins one: by `join` as long as it is open, else in its file.
    Everything is asked before anything is written.
    """
    known = group or await series.group_of(plan)
    id, name = (known, "") if known else await _which_group(series, asks)
    keep = await asks.what_to_keep() if id or name else None
    if keep is None:
        return ""
    id = id or (await series.begin_group(name, plan)).id
    if not (known or (join and join(id))):
        await series.join(plan, id)
    return await series.next_of(id, keep, plan)


async def _which_group(series: Series, asks: Asks) -> tuple[str, str]:
    """The id of a group that is there, or the name of a new one; neither if it was given up."""
    groups, _ = await series.groups()
    chosen = await asks.which_group(groups)
    return ("", await asks.group_name()) if chosen == NEW else (chosen or "", "")
