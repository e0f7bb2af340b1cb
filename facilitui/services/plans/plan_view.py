"""A plan worked out: its agenda in time, what serves which goal, what to look at again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from facilitui.core.checks import Check, SortedOut, check_plan, sorted_out
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.alignment import (
    Answered,
    GoalAlignment,
    TalkTotals,
    align,
    answered,
    talk_totals,
)
from facilitui.core.plans.matrix import Matrix, matrix
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import SinceBegun, since_begun
from facilitui.core.plans.ready import Ready, ready_list
from facilitui.core.plans.schedule import (
    Slot,
    agenda_end,
    booked_end,
    has_times,
    later,
    local_moment,
    minutes_taken,
    schedule,
)
from facilitui.core.ports import Clock
from facilitui.core.told import clock, offset
from facilitui.core.vocabulary import Question


@dataclass(frozen=True)
class PlanView:
    """Everything a screen shows of a plan. Beside its agenda it is worked out when asked for."""

    plan: Plan
    protocols: Mapping[str, Protocol]
    waits: Mapping[Question, float] | None
    blocks: tuple[AgendaBlock, ...]
    slots: tuple[Slot, ...]
    start: datetime
    timed: bool
    """Whether times of day were chosen; if not, `start` is only for showing an order."""

    @property
    def dated(self) -> bool:
        """Whether the plan names its start."""
        return self.plan.start is not None

    @cached_property
    def goals(self) -> tuple[GoalAlignment, ...]:
        """The goals with what serves them."""
        return align(self.plan)

    @cached_property
    def answered(self) -> Answered:
        """Which of the four questions have an answer."""
        return answered(self.plan)

    @cached_property
    def talk(self) -> TalkTotals:
        """Who is heard for how long."""
        return talk_totals(self.blocks)

    @property
    def checks(self) -> tuple[Check, ...]:
        """What to look at again, those left out that were set aside."""
        return self._sorted_out.open

    @property
    def dismissed(self) -> tuple[tuple[Check, str], ...]:
        """What was set aside, with the reason."""
        return self._sorted_out.dismissed

    @cached_property
    def _sorted_out(self) -> SortedOut:
        found = check_plan(self.plan, self.protocols, self.slots, self.waits, self.blocks)
        return sorted_out(self.plan, found)

    @cached_property
    def ready(self) -> tuple[Ready, ...]:
        """What has to be there."""
        return ready_list(self.plan)

    @cached_property
    def matrix(self) -> Matrix:
        """Which action and which evidence serves which goal."""
        return matrix(self.plan)

    @cached_property
    def begun(self) -> SinceBegun | None:
        """What it changed of the agenda it began from; None where it began from none."""
        names = {name: each.name for name, each in self.protocols.items()}
        return since_begun(self.plan, names)

    @cached_property
    def end(self) -> datetime:
        """When the last of all blocks ends, which need not be the one that stands last."""
        return agenda_end(self.slots, self.start)

    @property
    def over(self) -> datetime:
        """When the session is over for everybody: all its time is booked, used or not."""
        return booked_end(self.slots, self.start, self.plan.minutes)

    @property
    def minutes(self) -> float:
        """From the beginning until the last of all blocks ends, waiting for pinned starts too."""
        return minutes_taken(self.slots)

    def told(self, moment: datetime) -> str:
        """A time of day; where none was chosen, how long after the beginning it is."""
        return clock(moment) if self.timed else offset(self.start, moment)


def plan_view(plan: Plan, shelf: Shelf, clock: Clock) -> PlanView:
    """A plan worked out against the library."""
    zone = clock.zone(plan.zone)
    blocks = expand(plan, shelf.protocols)
    start = _start(plan, blocks, clock.read().at.astimezone(zone), zone)
    targets = shelf.waits_in_use
    return PlanView(
        plan=plan,
        protocols=shelf.protocols,
        waits=targets.for_mode(plan.mode) if targets else None,
        blocks=blocks,
        slots=schedule(blocks, start),
        start=start,
        timed=has_times(plan, blocks),
    )


def _start(plan: Plan, blocks: Sequence[AgendaBlock], now: datetime, zone: tzinfo) -> datetime:
    """When it begins; where nobody said so, in time for the first start that is pinned."""
    if plan.start is not None:
        return local_moment(plan.start, zone)
    ahead = 0.0
    for block in blocks:
        if block.pinned_start is not None:
            return later(datetime.combine(now.date(), block.pinned_start, zone), -ahead)
        ahead += block.minutes
    return later(now.replace(minute=0, second=0, microsecond=0), 60)
