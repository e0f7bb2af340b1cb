"""The changes somebody may make to a plan."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, nan
from typing import Any

from hypothesis import strategies as st

from facilitui.core.checks.dismissal import with_dismissed, without_dismissed
from facilitui.core.plans import agenda_editing, editing
from facilitui.core.plans.matrix import toggled
from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.proposals import grouping_proposals, parallel_proposals, with_proposal
from facilitui.core.plans.ready import toggled_ready
from facilitui.core.vocabulary import EvidenceKind
from tests.core.making import HOSTILE, final_word
from tests.core.plan_strategies import PROTOCOLS, pins

Edit = Callable[[Plan], Plan]

numbers = st.integers(0, 20)


def block_at(plan: Plan, number: int) -> Block | None:
    """One of a plan's blocks, parked ones too; none where it has none."""
    there = (*plan.blocks, *plan.parked)
    return there[number % len(there)] if there else None


def refusing(make: Callable[[], Plan], plan: Plan) -> Plan:
    """What a change makes of a plan; the same plan where it says in a sentence why not."""
    try:
        return make()
    except ValueError as error:
        assert str(error).endswith(".") and "\n" not in str(error)
        return plan


def _on_a_block(
    make: Callable[..., Plan], *given: st.SearchStrategy[Any]
) -> st.SearchStrategy[Edit]:
    def edit(number: int, *values: Any) -> Edit:
        def change(plan: Plan) -> Plan:
            block = block_at(plan, number)
            return refusing(lambda: make(plan, block.id if block else "gone", *values), plan)

        return change

    return st.tuples(numbers, *given).map(lambda values: edit(*values))


def split_somewhere(plan: Plan, block_id: str, number: int) -> Plan:
    """A block split at one of the places where it can be, if there is one."""
    block = plan.block(block_id)
    made = PROTOCOLS.get((block and block.protocol) or "")
    points = agenda_editing.split_points(block, made) if block else ()
    behind = points[number % len(points)].id if points else None
    return agenda_editing.split(plan, block_id, made, behind)[0]


def _proposed(plan: Plan, block_id: str, number: int) -> Plan:
    block = plan.block(block_id)
    if block is None:
        return plan
    made = PROTOCOLS.get(block.protocol or "")
    offered = (*grouping_proposals(plan, block, made), *parallel_proposals(plan, block, made))
    return with_proposal(plan, block_id, offered[number % len(offered)]) if offered else plan


def _unparked(plan: Plan, block_id: str, number: int) -> Plan:
    behind = block_at(plan, number)
    return agenda_editing.unparked(plan, block_id, behind.id if behind else None)


_minutes = st.sampled_from([0.5, 1, 2.5, 10, 45, 480, 0, -3, 480.5, 0.3, 1e300, nan, inf])
edits: st.SearchStrategy[Edit] = st.one_of(
    _on_a_block(agenda_editing.with_set_minutes, _minutes),
    _on_a_block(agenda_editing.pinned, pins),
    _on_a_block(lambda plan, name: agenda_editing.duplicated(plan, name)[0]),
    _on_a_block(split_somewhere, numbers),
    _on_a_block(agenda_editing.parked),
    _on_a_block(_unparked, numbers),
    _on_a_block(_proposed, numbers),
    _on_a_block(editing.with_moved_block, st.integers(-4, 4)),
    _on_a_block(editing.with_minutes, st.integers(-50, 500)),
    _on_a_block(editing.without_block),
    _on_a_block(
        lambda plan, name, goal: toggled(plan, f"block {name}", goal),
        st.sampled_from(["G1", "G2", "G9", "all"]),
    ),
    st.sampled_from(["G1", "G9"]).map(lambda goal: lambda plan: toggled(plan, "evidence E1", goal)),
    st.sampled_from(ReadyItem).map(lambda item: lambda plan: toggled_ready(plan, item)),
    st.just(lambda plan: with_dismissed(plan, "no-purpose", HOSTILE)),
    st.just(lambda plan: without_dismissed(plan, "no-purpose")),
    _on_a_block(
        lambda plan, name: editing.with_block(plan, editing.new_block(plan, HOSTILE), name)
    ),
    _on_a_block(
        lambda plan, name: editing.with_block(
            plan, editing.protocol_block(plan, final_word()), name
        )
    ),
    st.sampled_from(["G1", "G2", "G9"]).map(
        lambda name: lambda plan: editing.without_goal(plan, name)
    ),
    st.just(lambda plan: editing.with_goal(plan, Goal(id=editing.next_goal_id(plan), text="x"))),
    st.just(
        lambda plan: editing.with_evidence(
            plan, editing.new_evidence(plan, EvidenceKind.WORK_PRODUCT)
        )
    ),
    st.sampled_from(["E1", "work-product", "gone"]).map(
        lambda name: lambda plan: editing.without_evidence(plan, name)
    ),
)
"""Every change a key makes, on any block, with values that can be used and others that cannot."""
