"""What the checks look at: a plan with its agenda expanded, so that each is done only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitui.core.checks.check import short
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.grouping import parallel_sizes
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.schedule import Slot
from facilitui.core.vocabulary import Question


@dataclass(frozen=True, slots=True)
class Action:
    """One block as it is planned and as it will be run."""

    planned: Block
    block: AgendaBlock
    protocol: Protocol | None

    @property
    def name(self) -> str:
        """Its title, short enough for a check's text."""
        return short(self.planned.title or self.planned.id)

    @property
    def place(self) -> str:
        """Where it is mended."""
        return f"block {self.planned.id}"

    def people(self, coming: int) -> int:
        """How many are in one place; of several parallel groups the largest. 0 is not known."""
        return max(parallel_sizes(coming, self.planned.groups), default=coming)


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan, worked out."""

    plan: Plan
    protocols: Mapping[str, Protocol]
    actions: tuple[Action, ...]
    slots: tuple[Slot, ...]
    waits: Mapping[Question, float] | None
    """The wait targets of the plan's mode, in seconds; None where they are not known."""


def subject_of(
    plan: Plan,
    protocols: Mapping[str, Protocol],
    blocks: tuple[AgendaBlock, ...],
    slots: tuple[Slot, ...],
    waits: Mapping[Question, float] | None,
) -> Subject:
    """A plan with each block beside its expansion."""
    actions = tuple(
        Action(planned, block, protocols.get(planned.protocol or ""))
        for planned, block in zip(plan.blocks, blocks, strict=True)
    )
    return Subject(plan, protocols, actions, slots, waits)
