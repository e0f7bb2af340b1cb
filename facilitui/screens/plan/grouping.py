"""What can be chosen for a block: how people sit, and behind which step it is divided."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.proposals import (
    Proposal,
    grouping_proposals,
    in_force,
    parallel_proposals,
    whole_proposals,
)
from facilitui.screens.dialogs.choose import Choice, ChooseDialog

BY_HAND = "by hand"


def proposals_for(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[Proposal, ...]:
    """What can be proposed for so many people: groups side by side, sub-groups, one group."""
    return (
        *parallel_proposals(plan, block, protocol),
        *grouping_proposals(plan, block, protocol),
        *whole_proposals(plan, block, protocol),
    )


def groups_dialog(plan: Plan, block: Block, proposals: Sequence[Proposal]) -> ChooseDialog:
    """Which of the proposals is taken, by its number, or none; the one in force is marked."""
    choices = [
        Choice(
            str(at), each.text, ", ".join(filter(None, (each.keeps, *each.needs))), figure=each.note
        )
        for at, each in enumerate(proposals)
    ]
    choices.append(Choice(BY_HAND, "Name the groups yourself"))
    now = in_force(block, proposals)
    by_hand = BY_HAND if block.groups else ""
    title = f"{block.title}: groups for {plan.audience.count or 'how many?'}"
    return ChooseDialog(title, choices, by_hand if now is None else str(now))


def divide_dialog(points: Sequence[Step]) -> ChooseDialog:
    """Behind which of these steps a protocol is divided, by the step's id."""
    choices = [Choice(step.id, f"Behind {step.name}") for step in points]
    return ChooseDialog("Divide the protocol", choices)
