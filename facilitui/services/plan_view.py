"""A plan worked out: its agenda in time, what serves which goal, what to look at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.alignment import (
    Answered,
    GoalAlignment,
    TalkTotals,
    align,
    answered,
    talk_totals,
)
from facilitui.core.checks import Check, check_plan, sorted_out
from facilitui.core.matrix import Matrix, matrix
from facilitui.core.plan import Plan
from facilitui.core.ports import Clock, Shelf
from facilitui.core.ready import Ready, ready_list
from facilitui.core.schedule import Slot, later, minutes_between, schedule


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything a screen shows of a plan, worked out."""

    plan: Plan
    blocks: tuple[AgendaBlock, ...]
    slots: tuple[Slot, ...]
    goals: tuple[GoalAlignment, ...]
    answered: Answered
    talk: TalkTotals
    checks: tuple[Check, ...]
    """What to look at again, those left out that were set aside."""
    dismissed: tuple[tuple[Check, str], ...]
    """What was set aside, with the reason."""
    ready: tuple[Ready, ...]
    start: datetime
    dated: bool
    """Whether the plan names its start; if not, `start` is only for showing an order."""

    @property
    def matrix(self) -> Matrix:
        """Which action and which evidence serves which goal."""
        return matrix(self.plan)

    @property
    def end(self) -> datetime:
        """When the last of all blocks ends, which need not be the one that stands last."""
        return max((slot.end for slot in self.slots), default=self.start)

    @property
    def planned_end(self) -> datetime:
        """When the time there is runs out."""
        return later(self.start, self.plan.minutes)

    @property
    def minutes(self) -> float:
        """From the beginning until the last of all blocks ends, waiting for pinned starts too."""
        return minutes_between(self.start, self.end)


def plan_view(plan: Plan, shelf: Shelf, clock: Clock) -> PlanView:
    """A plan worked out against the library."""
    zone = clock.zone(plan.zone)
    now = clock.read().at.astimezone(zone)
    # A time that the clocks leave out is the one that they show in its place.
    start = later(plan.start.replace(tzinfo=zone), 0) if plan.start else _next_hour(now)
    blocks = expand(plan, shelf.protocols)
    slots = schedule(blocks, start)
    targets = next(iter(shelf.waits.values()), None)
    waits = targets.for_mode(plan.mode) if targets else None
    checks = sorted_out(plan, check_plan(plan, shelf.protocols, slots, waits, blocks))
    return PlanView(
        plan=plan,
        blocks=blocks,
        slots=slots,
        goals=align(plan),
        answered=answered(plan),
        talk=talk_totals(blocks),
        checks=checks.open,
        dismissed=checks.dismissed,
        ready=ready_list(plan),
        start=start,
        dated=plan.start is not None,
    )


def _next_hour(now: datetime) -> datetime:
    return later(now.replace(minute=0, second=0, microsecond=0), 60)
